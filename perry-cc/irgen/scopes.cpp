#include "perry-cc/irgen/generator.h"

// Entering a scope: its names come into being, and its functions get their closures.
namespace perry::irgen {

void FunctionGenerator::declare_names(fe::ScopeId id) {
  if (id.is_none()) return;
  for (fe::BindingId b = scope(id).first; b; b = binding(b).next) declare(b);
}

// Whether code may meet the binding before its declaration has run, and must be told so.
bool FunctionGenerator::starts_empty(const fe::Binding& b) const {
  using enum fe::BindingKind;
  switch (b.kind) {
    case Let:
    case Const:
    case Using:
    case Class:
    case ClassName:
    case Parameter:
    case CatchPattern:
    case Import:
      return has(b.flags, fe::BindingFlag::MayUseBeforeInit);
    default:
      return false;
  }
}

// A box that nothing can see before the declaration runs is made there, with its first value.
bool FunctionGenerator::is_boxed_late(const fe::Binding& b) const {
  using enum fe::BindingKind;
  if (has(b.flags, fe::BindingFlag::CapturedEarly) || m_.is_hidden_name(b.name)) return false;
  switch (b.kind) {
    case Let:
    case Const:
    case Using:
    case Class:
    case ClassName:
    case Parameter:
    case CatchParameter:
    case CatchPattern:
      return !has(b.flags, fe::BindingFlag::MayUseBeforeInit);
    default:
      return false;
  }
}

void FunctionGenerator::declare(fe::BindingId id) {
  const fe::Binding& b = binding(id);
  if (b.kind == fe::BindingKind::PrivateName) return;  // class members make theirs
  BindingState& state = m_.state(id);
  switch (m_.place(id)) {
    case Place::Variable:
      state.owner = this;
      state.variable = b_.new_variable(Rep::Boxed);
      if (starts_empty(b))
        b_.write(state.variable, b_.empty());
      else if (b.kind == fe::BindingKind::Enum)  // the one of an earlier iteration is none of ours
        b_.write(state.variable, b_.undefined());
      return;
    case Place::Box:
      state.owner = this;
      state.variable = b_.new_variable(Rep::Cell);
      if (is_boxed_late(b)) return;
      b_.write(state.variable, op(Op::NewBox, {starts_empty(b) ? b_.empty() : b_.undefined()}));
      return;
    case Place::Cell: {
      // What a module declares before it runs has its value already.
      const bool is_declared = b.scope == m_.scopes.root() && m_.goal() == fe::Goal::Module;
      const bool starts_undefined = b.kind == fe::BindingKind::Var ||
                                    b.kind == fe::BindingKind::Enum ||
                                    b.kind == fe::BindingKind::Namespace;
      if (starts_undefined && !is_declared) store_binding(id, b_.undefined());
      return;
    }
    default:
      return;
  }
}

// The function that a statement declares in its block, behind labels and `export`.
NodeId FunctionGenerator::hoistable(NodeId statement) const {
  while (statement) {
    switch (tree().kind(statement)) {
      case NodeKind::LabeledStatement:
        statement = as<ast::LabeledStatement>(statement).body;
        continue;
      case NodeKind::ExportNamedDeclaration:
        statement = as<ast::ExportNamedDeclaration>(statement).declaration;
        continue;
      case NodeKind::ExportDefaultDeclaration:
        statement = as<ast::ExportDefaultDeclaration>(statement).declaration;
        continue;
      case NodeKind::FunctionDeclaration: {
        const bool is_code = as<ast::FunctionDeclaration>(statement).body &&
                             !tree().has_flag(statement, NodeFlag::Declare);
        return is_code ? statement : NodeId();
      }
      default:
        return NodeId();
    }
  }
  return NodeId();
}

// Where a name is declared more than once, the last function wins.
void FunctionGenerator::hoist_functions(NodeList statements) {
  note_functions(statements);
  make_functions(statements);
}

void FunctionGenerator::note_functions(NodeList statements) {
  for (const NodeId statement : list(statements)) {
    const NodeId function = hoistable(statement);
    if (!function) continue;
    if (const NodeId name = as<ast::FunctionDeclaration>(function).id)
      m_.state(as<ast::BindingIdentifier>(name).binding).function = function;
  }
}

void FunctionGenerator::make_functions(NodeList statements) {
  for (const NodeId statement : list(statements))
    if (const NodeId function = hoistable(statement)) hoist_function(function, statement);
}

void FunctionGenerator::hoist_function(NodeId declaration, NodeId statement) {
  const NodeId name = as<ast::FunctionDeclaration>(declaration).id;
  fe::BindingId id;
  FunctionSpec spec;
  if (name) {
    id = as<ast::BindingIdentifier>(name).binding;
    if (m_.state(id).function != declaration) return;
    spec.name = m_.atom(as<ast::BindingIdentifier>(name).name);
  } else {
    // `export default function () {}`.
    id = m_.scopes.find(scope_, fe::atoms::default_export);
    spec.name = m_.atom("default");
  }
  const fe::Binding& b = binding(id);
  // A module's own part leaves what `declare` has made, and the other way round.
  const bool is_modules = b.scope == m_.scopes.root() && m_.goal() == fe::Goal::Module;
  if (is_modules && (m_.place(id) == Place::Cell) != hoists_cells_) return;
  const bool never_changes = !has(b.flags, fe::BindingFlag::Reassigned);
  const bool is_function =
      b.kind == fe::BindingKind::Function || b.kind == fe::BindingKind::BlockFunction;
  const bool is_own = m_.place(id) != Place::Global && m_.place(id) != Place::EvalVariable;
  if (never_changes && is_function && is_own) spec.self = id;
  at(name ? name : statement);
  const ValueId value = closure(declaration, spec);
  if (m_.place(id) == Place::Cell && never_changes && is_function)
    m_.module.bindings[m_.cell(id)].function = ir::FunctionId(f_[value].first);
  if (b.kind == fe::BindingKind::Parameter)
    store_binding(id, value);  // a mapped `arguments` shares its box
  else if (m_.place(id) == Place::EvalVariable)
    define_eval_function(id, b_.box(value));
  else if (m_.place(id) == Place::Global)
    b_.append(Op::DefineGlobalFunction, {value}, Immediate::of(m_.atom(b.name)));
  else
    initialize(id, value);
}

// Annex B: where a block's function stands, its value becomes that of the variable outside.
void FunctionGenerator::function_statement(NodeId id) {
  const NodeId name = as<ast::FunctionDeclaration>(id).id;
  if (!name || !hoistable(id)) return;
  const fe::BindingId own = as<ast::BindingIdentifier>(name).binding;
  const fe::BindingId var = m_.state(own).annex_b_var;
  if (!var || binding(own).kind != fe::BindingKind::BlockFunction) return;
  at(id);
  store_binding(var, load_place(own));
}

}  // namespace perry::irgen
