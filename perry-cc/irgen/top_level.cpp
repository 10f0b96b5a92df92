#include "perry-cc/irgen/generator.h"

// The code around all functions: a module's, a script's, a CommonJS module's.
namespace perry::irgen {

ir::Module generate(const Input& input, support::DiagnosticSink& sink, support::StackLimit stack) {
  ir::Module module;
  ModuleState state(input, module, sink, stack);
  module.module_id = module.atoms.intern(input.context.module_id);
  module.source_path = module.atoms.intern(input.context.source_path);
  switch (input.source.goal) {
    case fe::Goal::Module:
      FunctionGenerator::generate_module(state);
      break;
    case fe::Goal::Script:
      FunctionGenerator::generate_script(state);
      break;
    case fe::Goal::CommonJS:
      FunctionGenerator::generate_commonjs(state);
      break;
  }
  return module;
}

void FunctionGenerator::begin_top_level(ir::FunctionKind kind, std::string_view name) {
  scope_ = m_.scopes.root();
  if (has(scope(scope_).flags, fe::ScopeFlag::Strict)) strict_ = ir::Strictness::Strict;
  f_.info.kind = kind;
  f_.info.name = m_.atom(name);
  f_.info.source = tree().span(tree().root());
  if (is_strict()) f_.info.flags = ir::FunctionFlag::Strict;
}

// Whether `declare` has something to do: hoisted functions and `var`s that other code shares.
bool FunctionGenerator::declares_bindings(ModuleState& m) {
  const fe::Scope& root = m.scopes.scope(m.scopes.root());
  for (fe::BindingId id = root.first; id; id = m.scopes.binding(id).next) {
    using enum fe::BindingKind;
    const fe::BindingKind kind = m.scopes.binding(id).kind;
    const bool starts_early = kind == Var || kind == Function || kind == Enum || kind == Namespace;
    if (starts_early && m.place(id) == Place::Cell) return true;
  }
  return false;
}

void FunctionGenerator::generate_module(ModuleState& m) {
  const ir::FunctionId top = m.module.new_function();
  const auto& program = m.tree.as<ast::Program>(m.tree.root());
  if (declares_bindings(m)) {
    FunctionGenerator declare(m, nullptr, m.module.new_function());
    declare.declare_module(program.body);
  }
  FunctionGenerator g(m, nullptr, top);
  g.begin_top_level(ir::FunctionKind::ModuleInit, "");
  if (has(g.scope(g.scope_).flags, fe::ScopeFlag::HasAwait)) {
    g.is_async_ = true;
    g.f_.info.flags = g.f_.info.flags | ir::FunctionFlag::Async;
  }
  g.declare_names(g.scope_);
  g.hoist_functions(program.body);
  g.statements(program.body);
  g.finish_function();
}

// Before any module of a cycle runs, the others see its functions and its `var`s.
void FunctionGenerator::declare_module(NodeList body) {
  begin_top_level(ir::FunctionKind::ModuleDeclare, "");
  for (fe::BindingId id = scope(scope_).first; id; id = binding(id).next) {
    using enum fe::BindingKind;
    const fe::BindingKind kind = binding(id).kind;
    const bool is_undefined = kind == Var || kind == Enum || kind == Namespace;
    if (is_undefined && m_.place(id) == Place::Cell) store_binding(id, b_.undefined());
  }
  hoists_cells_ = true;
  hoist_functions(body);
  finish_function();
}

void FunctionGenerator::generate_script(ModuleState& m) {
  FunctionGenerator g(m, nullptr, m.module.new_function());
  g.begin_top_level(ir::FunctionKind::Script, "");
  g.this_kind_ = ThisKind::Value;
  g.this_ = g.op(Op::This, {});
  for (fe::BindingId id = g.scope(g.scope_).first; id; id = g.binding(id).next)
    if (m.place(id) == Place::Global) g.declare_global(id);
  if (!m.module.globals.empty()) g.op(Op::DeclareGlobals, {});
  g.declare_names(g.scope_);
  const auto& program = m.tree.as<ast::Program>(m.tree.root());
  g.hoist_functions(program.body);
  g.statements(program.body);
  g.finish_function();
}

void FunctionGenerator::declare_global(fe::BindingId id) {
  using Kind = ir::GlobalDeclaration::Kind;
  const fe::Binding& b = binding(id);
  Kind kind = Kind::Var;
  switch (b.kind) {
    case fe::BindingKind::Function:
      kind = Kind::Function;
      break;
    case fe::BindingKind::Let:
    case fe::BindingKind::Class:
      kind = Kind::Let;
      break;
    case fe::BindingKind::Const:
    case fe::BindingKind::Using:
      kind = Kind::Const;
      break;
    default:
      break;
  }
  m_.module.globals.push_back({kind, m_.atom(b.name)});
}

void FunctionGenerator::generate_commonjs(ModuleState& m) {
  FunctionGenerator g(m, nullptr, m.module.new_function());
  g.begin_top_level(ir::FunctionKind::CommonJS, "");
  g.this_kind_ = ThisKind::Value;
  g.this_ = g.op(Op::This, {});
  g.open_eval_object(g.scope_);
  g.declare_names(g.scope_);
  // exports, require, module, __filename, __dirname: the first names of the scope.
  constexpr uint32_t kParameters = 5;
  g.f_.info.parameter_count = g.f_.info.length = kParameters;
  fe::BindingId id = g.scope(g.scope_).first;
  for (uint32_t i = 0; i < kParameters; i++, id = g.binding(id).next)
    g.initialize(id, g.b_.append(Op::Parameter, std::span<const ValueId>(), Immediate::index(i),
                                 Rep::Boxed));
  if (has(g.scope(g.scope_).flags, fe::ScopeFlag::UsesArguments)) {
    g.f_.info.flags = g.f_.info.flags | ir::FunctionFlag::UsesArguments;
    g.initialize_arguments(g.op(Op::ArgumentsUnmapped, {}));
  }
  const auto& program = m.tree.as<ast::Program>(m.tree.root());
  g.load_jsx_runtime();
  g.hoist_functions(program.body);
  g.statements(program.body);
  g.finish_function();
}

// --- exports ---

void FunctionGenerator::export_named(NodeId id) {
  const auto& n = as<ast::ExportNamedDeclaration>(id);
  if (tree().has_flag(id, NodeFlag::TypeOnly)) return;
  if (m_.goal() == fe::Goal::CommonJS && scope(scope_).kind != fe::ScopeKind::Namespace)
    return unsupported(id, "module syntax in a CommonJS module");
  if (!n.declaration) return;
  statement(n.declaration);
  if (scope(scope_).kind == fe::ScopeKind::Namespace && b_.is_open())
    export_from_namespace(n.declaration);
}

void FunctionGenerator::export_default(NodeId id) {
  const NodeId value = as<ast::ExportDefaultDeclaration>(id).declaration;
  if (m_.goal() == fe::Goal::CommonJS) return unsupported(id, "module syntax in a CommonJS module");
  switch (tree().kind(value)) {
    case NodeKind::FunctionDeclaration:
    case NodeKind::TSInterfaceDeclaration:
      return;
    case NodeKind::ClassDeclaration:
      if (as<ast::ClassDeclaration>(value).id) return statement(value);
      break;
    default:
      break;
  }
  const fe::BindingId name = m_.scopes.find(m_.scopes.root(), fe::atoms::default_export);
  const ir::AtomId text = m_.atom("default");
  at(value);
  const ValueId made =
      is<ast::ClassDeclaration>(value) ? class_value(value, text) : named_value(value, text);
  at(id);
  if (name) initialize(name, made);
}

}  // namespace perry::irgen
