// One pass over the top level finds what declares each exported binding; what the declaration says
// of itself, and the binder's facts about later writes, are the binding's facts. Function bodies
// are not looked into, so a changed body changes no signature.
#include "frontend/extract/signature.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "frontend/extract/tree.h"
#include "frontend/extract/type_hints.h"

namespace perry::frontend {

namespace {

constexpr std::string_view kDefaultLocal = "*default*";

class SignatureReader {
 public:
  SignatureReader(const Ast& ast, const Scopes& scopes, const ModuleRecord& record)
      : ast_(ast), scopes_(scopes), record_(record) {}

  ModuleSignature run();

 private:
  void collect_bindings();
  void collect_declarations();
  void note_statement(NodeId id);
  void note_variables(NodeId id);

  ExportFacts facts_of(const CanonicalExport& exported) const;
  ExportFacts facts_of_binding(BindingId id) const;
  ExportFacts facts_of_default() const;
  void describe_declaration(NodeId declaration, ExportFacts& facts) const;
  void describe_variable(const ast::VariableDeclarator& declarator, ExportFacts& facts) const;
  bool is_reassigned(const Binding& binding) const;

  FunctionFacts function_of(NodeId id) const;
  template <class T>
  FunctionFacts function_of(NodeId id, const T& n) const;
  template <class T>
  ClassFacts class_of(const T& n) const;
  void add_method(NodeId id, ClassFacts& facts) const;
  void add_field(NodeId id, ClassFacts& facts) const;
  void add_parameter_properties(NodeId function, ClassFacts& facts) const;

  const Ast& ast_;
  const Scopes& scopes_;
  const ModuleRecord& record_;
  std::unordered_map<std::string_view, BindingId> bindings_;
  std::unordered_map<uint32_t, NodeId> declarations_;
  NodeId default_;
};

// The top level's bindings that have a value.
void SignatureReader::collect_bindings() {
  const Scope& root = scopes_.scope(scopes_.root());
  for (BindingId id = root.first; !id.is_none(); id = scopes_.binding(id).next) {
    const Binding& binding = scopes_.binding(id);
    if (binding.kind != BindingKind::Type) bindings_.try_emplace(ast_.text(binding.name), id);
  }
}

void SignatureReader::note_variables(NodeId id) {
  for (const NodeId declarator : ast_.list(ast_.as<ast::VariableDeclaration>(id).declarators)) {
    const auto* d = ast_.try_as<ast::VariableDeclarator>(declarator);
    if (d == nullptr || !ast_.is<ast::BindingIdentifier>(d->id)) continue;
    const BindingId binding = binding_of(ast_, d->id);
    if (!binding.is_none()) declarations_[binding.index] = declarator;
  }
}

void SignatureReader::note_statement(NodeId id) {
  if (id.is_none()) return;
  NodeId name;
  switch (ast_.kind(id)) {
    case NodeKind::ExportNamedDeclaration:
      return note_statement(ast_.as<ast::ExportNamedDeclaration>(id).declaration);
    case NodeKind::ExportDefaultDeclaration:
      default_ = ast_.as<ast::ExportDefaultDeclaration>(id).declaration;
      return note_statement(default_);
    case NodeKind::VariableDeclaration:
      return note_variables(id);
    case NodeKind::FunctionDeclaration:
      // Overloads have no body, and of several functions the last one counts.
      if (ast_.as<ast::FunctionDeclaration>(id).body.is_none()) return;
      name = ast_.as<ast::FunctionDeclaration>(id).id;
      break;
    case NodeKind::ClassDeclaration:
      name = ast_.as<ast::ClassDeclaration>(id).id;
      break;
    case NodeKind::TSEnumDeclaration:
      name = ast_.as<ast::TSEnumDeclaration>(id).id;
      break;
    case NodeKind::TSModuleDeclaration: {
      // One that is merged with a function or class leaves that what it is.
      name = ast_.as<ast::TSModuleDeclaration>(id).id;
      while (const auto* qualified = ast_.try_as<ast::TSQualifiedName>(name))
        name = qualified->left;
      const BindingId binding = binding_of(ast_, name);
      if (!binding.is_none() && !ast_.has_flag(id, NodeFlag::Declare))
        declarations_.try_emplace(binding.index, id);
      return;
    }
    default:
      return;
  }
  const BindingId binding = binding_of(ast_, name);
  if (!binding.is_none() && !ast_.has_flag(id, NodeFlag::Declare))
    declarations_[binding.index] = id;
}

void SignatureReader::collect_declarations() {
  for (const NodeId id : ast_.list(ast_.as<ast::Program>(ast_.root()).body)) note_statement(id);
}

ModuleSignature SignatureReader::run() {
  ModuleSignature signature;
  const std::vector<CanonicalExport> exports = canonical_exports(record_);
  if (exports.empty()) return signature;
  collect_bindings();
  collect_declarations();
  const std::unordered_set<std::string_view> pure(record_.pure_functions.begin(),
                                                  record_.pure_functions.end());
  for (const CanonicalExport& exported : exports) {
    ExportFacts facts = facts_of(exported);
    if (facts.kind == ExportKind::Function) facts.function.is_pure = pure.contains(exported.name);
    signature.bindings.push_back({.name = std::string(exported.name),
                                  .local = std::string(exported.local),
                                  .facts = std::move(facts)});
  }
  return signature;
}

ExportFacts SignatureReader::facts_of(const CanonicalExport& exported) const {
  if (exported.local == kDefaultLocal) return facts_of_default();
  const auto place = bindings_.find(exported.local);
  return place == bindings_.end() ? ExportFacts() : facts_of_binding(place->second);
}

// `export default` of an expression or of something without a name: never written again.
ExportFacts SignatureReader::facts_of_default() const {
  ExportFacts facts;
  facts.is_constant = true;
  const NodeId value = skip_type_wrappers(ast_, default_);
  if (value.is_none()) return facts;
  facts.starts_initialized = ast_.is<ast::FunctionDeclaration>(value);
  facts.hint = hint_of_value(ast_, value);
  facts.value = constant_of(ast_, value);
  describe_declaration(value, facts);
  return facts;
}

bool SignatureReader::is_reassigned(const Binding& binding) const {
  return has(binding.flags, BindingFlag::Reassigned) ||
         has(binding.flags, BindingFlag::DynamicallyVisible);
}

ExportFacts SignatureReader::facts_of_binding(BindingId id) const {
  const Binding& binding = scopes_.binding(id);
  ExportFacts facts;
  switch (binding.kind) {
    case BindingKind::Const:
    case BindingKind::Using:
      facts.is_constant = true;
      break;
    case BindingKind::Let:
    case BindingKind::Class:
      facts.is_constant = !is_reassigned(binding);
      break;
    case BindingKind::Function:
      facts.is_constant = !is_reassigned(binding);
      facts.starts_initialized = true;
      break;
    case BindingKind::Var:
      facts.starts_initialized = true;
      break;
    default:
      break;
  }
  const auto place = declarations_.find(id.index);
  if (place == declarations_.end()) return facts;
  if (const auto* declarator = ast_.try_as<ast::VariableDeclarator>(place->second)) {
    describe_variable(*declarator, facts);
  } else if (facts.is_constant || !ast_.is<ast::FunctionDeclaration>(place->second)) {
    describe_declaration(place->second, facts);
    // A class that is written again may be any value.
    if (binding.kind == BindingKind::Class && !facts.is_constant) facts = ExportFacts();
  }
  return facts;
}

void SignatureReader::describe_variable(const ast::VariableDeclarator& declarator,
                                        ExportFacts& facts) const {
  facts.hint = hint_of_type(ast_, declarator.type);
  if (!facts.is_constant) return;
  const NodeId value = skip_type_wrappers(ast_, declarator.init);
  if (facts.hint == TypeHint::None) facts.hint = hint_of_value(ast_, value);
  facts.value = constant_of(ast_, value);
  if (!value.is_none()) describe_declaration(value, facts);
}

// A function or class, as a declaration or an expression.
void SignatureReader::describe_declaration(NodeId declaration, ExportFacts& facts) const {
  switch (ast_.kind(declaration)) {
    case NodeKind::FunctionDeclaration:
    case NodeKind::FunctionExpression:
    case NodeKind::ArrowFunction:
      facts.kind = ExportKind::Function;
      facts.hint = TypeHint::Function;
      facts.function = function_of(declaration);
      return;
    case NodeKind::ClassDeclaration:
    case NodeKind::ClassExpression: {
      const bool is_declaration = ast_.is<ast::ClassDeclaration>(declaration);
      facts.hint = TypeHint::Function;
      const NodeList decorators = is_declaration
                                      ? ast_.as<ast::ClassDeclaration>(declaration).decorators
                                      : ast_.as<ast::ClassExpression>(declaration).decorators;
      // A decorator may put anything in the class's place.
      if (decorators.count != 0) return;
      facts.kind = ExportKind::Class;
      facts.layout = is_declaration ? class_of(ast_.as<ast::ClassDeclaration>(declaration))
                                    : class_of(ast_.as<ast::ClassExpression>(declaration));
      return;
    }
    case NodeKind::TSEnumDeclaration:
      facts.kind = ExportKind::Enum;
      facts.hint = TypeHint::Object;
      return;
    case NodeKind::TSModuleDeclaration:
      facts.kind = ExportKind::Namespace;
      facts.hint = TypeHint::Object;
      return;
    default:
      return;
  }
}

FunctionFacts SignatureReader::function_of(NodeId id) const {
  switch (ast_.kind(id)) {
    case NodeKind::FunctionDeclaration:
      return function_of(id, ast_.as<ast::FunctionDeclaration>(id));
    case NodeKind::FunctionExpression:
      return function_of(id, ast_.as<ast::FunctionExpression>(id));
    case NodeKind::ArrowFunction:
      return function_of(id, ast_.as<ast::ArrowFunction>(id));
    default:
      return {};
  }
}

template <class T>
FunctionFacts SignatureReader::function_of(NodeId id, const T& n) const {
  FunctionFacts facts;
  facts.is_async = ast_.has_flag(id, NodeFlag::Async);
  facts.is_generator = ast_.has_flag(id, NodeFlag::Generator);
  facts.is_arrow = ast_.is<ast::ArrowFunction>(id);
  facts.result = hint_of_type(ast_, n.return_type);
  if (!n.scope.is_none()) {
    const ScopeFlag flags = scopes_.scope(n.scope).flags;
    facts.is_strict = has(flags, ScopeFlag::Strict);
    facts.uses_this = has(flags, ScopeFlag::UsesThis) || has(flags, ScopeFlag::UsesSuper) ||
                      has(flags, ScopeFlag::UsesNewTarget) ||
                      has(flags, ScopeFlag::ContainsDirectEval);
    facts.uses_arguments =
        has(flags, ScopeFlag::UsesArguments) || has(flags, ScopeFlag::ContainsDirectEval);
  }
  for (const NodeId parameter : ast_.list(n.params)) {
    const auto* p = ast_.try_as<ast::Parameter>(parameter);
    if (p == nullptr || ast_.has_flag(parameter, NodeFlag::ThisParameter)) continue;
    TypeHint hint = hint_of_type(ast_, p->type);
    if (hint == TypeHint::None) hint = hint_of_value(ast_, p->init);
    facts.parameters.push_back({.hint = hint,
                                .is_optional = ast_.has_flag(parameter, NodeFlag::Optional),
                                .has_default = !p->init.is_none(),
                                .is_rest = ast_.has_flag(parameter, NodeFlag::Rest),
                                .is_pattern = !ast_.is<ast::BindingIdentifier>(p->pattern)});
  }
  return facts;
}

template <class T>
ClassFacts SignatureReader::class_of(const T& n) const {
  ClassFacts facts;
  facts.has_base = !n.super_class.is_none();
  for (const NodeId member : ast_.list(n.members)) {
    if (member.is_none()) continue;
    if (ast_.is<ast::MethodDefinition>(member))
      add_method(member, facts);
    else if (ast_.is<ast::PropertyDefinition>(member))
      add_field(member, facts);
  }
  return facts;
}

void SignatureReader::add_method(NodeId id, ClassFacts& facts) const {
  const auto& n = ast_.as<ast::MethodDefinition>(id);
  const auto* function = ast_.try_as<ast::FunctionExpression>(n.value);
  // A signature without a body: an overload, or abstract.
  if (function == nullptr || function->body.is_none()) return;
  if (n.kind == MethodKind::Constructor) {
    facts.constructor = function_of(n.value);
    add_parameter_properties(n.value, facts);
    return;
  }
  if (ast_.is<ast::PrivateName>(n.key)) return;
  const AtomId name = name_atom(ast_, n.key);
  if (ast_.has_flag(id, NodeFlag::Computed) || name.is_none() || n.decorators.count != 0) {
    facts.is_open = true;
    return;
  }
  facts.methods.push_back({.name = std::string(ast_.text(name)),
                           .kind = n.kind == MethodKind::Get   ? MethodFacts::Kind::Get
                                   : n.kind == MethodKind::Set ? MethodFacts::Kind::Set
                                                               : MethodFacts::Kind::Method,
                           .is_static = ast_.has_flag(id, NodeFlag::Static),
                           .function = function_of(n.value)});
}

void SignatureReader::add_field(NodeId id, ClassFacts& facts) const {
  const auto& n = ast_.as<ast::PropertyDefinition>(id);
  if (ast_.has_flag(id, NodeFlag::Static) || ast_.has_flag(id, NodeFlag::Declare) ||
      ast_.has_flag(id, NodeFlag::Abstract))
    return;
  const auto* hidden = ast_.try_as<ast::PrivateName>(n.key);
  const AtomId name = hidden != nullptr ? hidden->name : name_atom(ast_, n.key);
  if (ast_.has_flag(id, NodeFlag::Computed) || ast_.has_flag(id, NodeFlag::Accessor) ||
      name.is_none() || n.decorators.count != 0) {
    facts.is_open = true;
    return;
  }
  TypeHint hint = hint_of_type(ast_, n.type);
  if (hint == TypeHint::None) hint = hint_of_value(ast_, n.value);
  facts.fields.push_back(
      {.name = std::string(ast_.text(name)), .hint = hint, .is_private = hidden != nullptr});
}

// TypeScript's `constructor(public x: number)`.
void SignatureReader::add_parameter_properties(NodeId function, ClassFacts& facts) const {
  for (const NodeId id : ast_.list(ast_.as<ast::FunctionExpression>(function).params)) {
    const auto* p = ast_.try_as<ast::Parameter>(id);
    const bool is_property =
        ast_.has_flag(id, NodeFlag::Public) || ast_.has_flag(id, NodeFlag::Private) ||
        ast_.has_flag(id, NodeFlag::Protected) || ast_.has_flag(id, NodeFlag::Readonly) ||
        ast_.has_flag(id, NodeFlag::Override);
    if (p == nullptr || !is_property) continue;
    const AtomId name = name_atom(ast_, p->pattern);
    if (name.is_none()) continue;
    facts.fields.push_back(
        {.name = std::string(ast_.text(name)), .hint = hint_of_type(ast_, p->type)});
  }
}

}  // namespace

ModuleSignature extract_signature(const Ast& ast, const Scopes& scopes,
                                  const ModuleRecord& record) {
  return SignatureReader(ast, scopes, record).run();
}

}  // namespace perry::frontend
