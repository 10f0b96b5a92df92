// Finds out whether a file's top level has effects.
//
// Most constructs are harmless when they themselves are and all that they evaluate is, so the
// analysis is a worklist: an item is looked at once, its own condition is checked, and what it
// evaluates is added. The first item that fails its condition ends the search. Function bodies are
// never looked into: making a function has no effect, and calls are effects unless marked pure.
//
// What could be noticed includes exceptions (a name before its initialisation, a conversion of an
// object to text, a property of undefined), getters, iterators and proxies. Statements are visited
// in order, so that constants that were found to be primitive are known as such further down.
#include "frontend/extract/purity.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "frontend/extract/known_globals.h"
#include "frontend/extract/tree.h"

namespace perry::frontend {

namespace {

// What an expression is known to give.
enum class Shape : uint8_t {
  Any,
  Primitive,  // neither an object nor a symbol: converting it runs nothing and never throws
  Plain,      // likewise and no bigint: arithmetic never throws
};

class Analysis {
 public:
  Analysis(const Ast& ast, const Scopes& scopes, const SourceOptions& options)
      : ast_(ast), scopes_(scopes), options_(options) {}

  Purity run();

 private:
  void add(NodeId id) {
    if (!id.is_none()) open_.push_back(id);
  }
  void add_all(NodeList list) {
    for (const NodeId id : ast_.list(list)) add(id);
  }

  void collect_marked_functions();
  void note_deferred(NodeId import);
  void note_marked(NodeId statement);
  bool is_marked_function(NodeId id) const {
    return !id.is_none() && is_function(ast_.kind(id)) &&
           ast_.has_flag(id, NodeFlag::NoSideEffects);
  }

  bool check_top_level(NodeId statement);
  bool drain();
  bool check(NodeId id);
  bool check_default(NodeId declaration);
  bool check_statement(NodeId id);
  bool check_variables(NodeId id);
  bool check_class(NodeId id);
  bool check_heritage(NodeId id);
  bool check_member(NodeId id);
  bool check_decorators(NodeId function) const;
  bool check_enum(NodeId id);
  bool check_namespace(NodeId id);
  bool check_expression(NodeId id);
  bool check_identifier(NodeId id);
  bool check_elements(NodeList list);
  bool check_properties(NodeList list);
  bool check_key(NodeId key, NodeId owner);
  bool check_template(NodeId id);
  bool check_unary(NodeId id);
  bool check_binary(NodeId id);
  bool check_logical(NodeId id);
  bool check_static_member(NodeId id);
  bool check_call(NodeId id);
  bool check_new(NodeId id);
  bool check_arguments(NodeList arguments);
  bool check_export_write(NodeId id);
  bool check_define_on_exports(NodeId id);
  bool is_exports_object(NodeId id) const;
  bool is_global(NodeId id, std::string_view name) const;
  std::string_view global_name(NodeId id) const;
  bool is_symbol_key(NodeId id) const;

  Shape shape_of(NodeId id) const;

  const Ast& ast_;
  const Scopes& scopes_;
  const SourceOptions& options_;
  Purity result_;
  std::vector<NodeId> open_;
  std::unordered_set<uint32_t> plain_constants_;  // by binding
  std::unordered_set<uint32_t> deferred_;         // namespaces that evaluate their module when read
  bool is_exports_replaced_ = false;
  bool is_mark_fixed_ = false;  // `__esModule` was defined, and cannot be written any more
};

Purity Analysis::run() {
  collect_marked_functions();
  result_.is_side_effect_free =
      std::ranges::all_of(ast_.list(ast_.as<ast::Program>(ast_.root()).body),
                          [&](NodeId statement) { return check_top_level(statement); });
  return std::move(result_);
}

// --- Functions that the program says are pure ---

void Analysis::collect_marked_functions() {
  for (const NodeId id : ast_.list(ast_.as<ast::Program>(ast_.root()).body)) {
    if (const auto* exported = ast_.try_as<ast::ExportNamedDeclaration>(id))
      note_marked(exported->declaration);
    else if (const auto* standard = ast_.try_as<ast::ExportDefaultDeclaration>(id))
      note_marked(standard->declaration);
    else if (ast_.is<ast::ImportDeclaration>(id))
      note_deferred(id);
    else
      note_marked(id);
  }
}

void Analysis::note_deferred(NodeId id) {
  const auto& n = ast_.as<ast::ImportDeclaration>(id);
  if (n.phase != ImportPhase::Defer) return;
  for (const NodeId specifier : ast_.list(n.specifiers))
    if (const auto* s = ast_.try_as<ast::ImportNamespaceSpecifier>(specifier))
      deferred_.insert(binding_of(ast_, s->local).index);
}

void Analysis::note_marked(NodeId id) {
  if (id.is_none()) return;
  if (const auto* n = ast_.try_as<ast::VariableDeclaration>(id)) {
    for (const NodeId declarator : ast_.list(n->declarators)) {
      const auto* d = ast_.try_as<ast::VariableDeclarator>(declarator);
      if (d == nullptr || !is_marked_function(skip_type_wrappers(ast_, d->init))) continue;
      const BindingId binding = binding_of(ast_, d->id);
      if (!binding.is_none() && !has(scopes_.binding(binding).flags, BindingFlag::Reassigned))
        result_.pure_functions.insert(binding.index);
    }
    return;
  }
  if (!is_marked_function(id)) return;
  const auto* n = ast_.try_as<ast::FunctionDeclaration>(id);
  const BindingId binding = n != nullptr ? binding_of(ast_, n->id) : BindingId();
  if (binding.is_none())
    result_.is_default_pure = true;
  else if (!has(scopes_.binding(binding).flags, BindingFlag::Reassigned))
    result_.pure_functions.insert(binding.index);
}

// --- Statements ---

bool Analysis::check_top_level(NodeId statement) {
  // A script's declarations are everybody's.
  if (options_.goal == Goal::Script && !statement.is_none()) {
    const NodeKind kind = ast_.kind(statement);
    const bool declares_nothing =
        kind == NodeKind::EmptyStatement || kind == NodeKind::TSInterfaceDeclaration ||
        kind == NodeKind::TSTypeAliasDeclaration || kind == NodeKind::ExpressionStatement ||
        ast_.has_flag(statement, NodeFlag::Declare);
    if (!declares_nothing) return false;
  }
  add(statement);
  return drain();
}

bool Analysis::drain() {
  while (!open_.empty()) {
    const NodeId id = open_.back();
    open_.pop_back();
    if (!check(id)) return false;
  }
  return true;
}

bool Analysis::check(NodeId id) {
  if (ast_.has_flag(id, NodeFlag::Declare)) return true;
  switch (ast_.kind(id)) {
    case NodeKind::ImportDeclaration:
    case NodeKind::ExportAllDeclaration:
    case NodeKind::EmptyStatement:
    case NodeKind::FunctionDeclaration:
    case NodeKind::TSInterfaceDeclaration:
    case NodeKind::TSTypeAliasDeclaration:
    case NodeKind::TSNamespaceExportDeclaration:
      return true;
    case NodeKind::ExportNamedDeclaration:
      add(ast_.as<ast::ExportNamedDeclaration>(id).declaration);
      return true;
    case NodeKind::ExportDefaultDeclaration:
      return check_default(ast_.as<ast::ExportDefaultDeclaration>(id).declaration);
    case NodeKind::TSExportAssignment:
      add(ast_.as<ast::TSExportAssignment>(id).expression);
      return true;
    case NodeKind::TSImportEqualsDeclaration:
      // `import x = require("y")` is an edge like any import; `import x = a.b` reads a property.
      return ast_.is<ast::TSExternalModuleReference>(
                 ast_.as<ast::TSImportEqualsDeclaration>(id).reference) ||
             ast_.has_flag(id, NodeFlag::TypeOnly);
    case NodeKind::VariableDeclaration:
      return check_variables(id);
    case NodeKind::ClassDeclaration:
    case NodeKind::ClassExpression:
      return check_class(id);
    case NodeKind::TSEnumDeclaration:
      return check_enum(id);
    case NodeKind::TSModuleDeclaration:
      return check_namespace(id);
    default:
      return check_statement(id);
  }
}

// `export default T` of a type leaves nothing behind.
bool Analysis::check_default(NodeId declaration) {
  const bool is_type = options_.typescript() && !type_named(ast_, scopes_, declaration).is_none();
  if (!is_type) add(declaration);
  return true;
}

bool Analysis::check_statement(NodeId id) {
  switch (ast_.kind(id)) {
    case NodeKind::ExpressionStatement:
      add(ast_.as<ast::ExpressionStatement>(id).expression);
      return true;
    case NodeKind::BlockStatement:
      add_all(ast_.as<ast::BlockStatement>(id).body);
      return true;
    case NodeKind::IfStatement: {
      const auto& n = ast_.as<ast::IfStatement>(id);
      add(n.test);
      add(n.consequent);
      add(n.alternate);
      return true;
    }
    default:
      return check_expression(id);
  }
}

bool Analysis::check_variables(NodeId id) {
  const auto& n = ast_.as<ast::VariableDeclaration>(id);
  if (n.kind == VariableKind::Using || n.kind == VariableKind::AwaitUsing) return false;
  for (const NodeId declarator : ast_.list(n.declarators)) {
    const auto* d = ast_.try_as<ast::VariableDeclarator>(declarator);
    // A pattern reads properties or iterates.
    if (d == nullptr || !ast_.is<ast::BindingIdentifier>(d->id)) return false;
    add(d->init);
    const BindingId binding = binding_of(ast_, d->id);
    if (n.kind == VariableKind::Const && !d->init.is_none() && !binding.is_none() &&
        shape_of(d->init) == Shape::Plain)
      plain_constants_.insert(binding.index);
  }
  return true;
}

bool Analysis::check_enum(NodeId id) {
  for (const NodeId member : ast_.list(ast_.as<ast::TSEnumDeclaration>(id).members)) {
    const auto* m = ast_.try_as<ast::TSEnumMember>(member);
    if (m == nullptr) return false;
    if (m->init.is_none()) continue;
    if (shape_of(m->init) != Shape::Plain) return false;
    add(m->init);
  }
  return true;
}

// A namespace is an object that its block fills. Merged with a class or function it may meet a
// setter.
bool Analysis::check_namespace(NodeId id) {
  const auto& n = ast_.as<ast::TSModuleDeclaration>(id);
  const BindingId binding = binding_of(ast_, n.id);
  if (binding.is_none() || scopes_.binding(binding).kind != BindingKind::Namespace) return false;
  if (const auto* block = ast_.try_as<ast::TSModuleBlock>(n.body)) add_all(block->body);
  return n.body.is_none() || ast_.is<ast::TSModuleBlock>(n.body);
}

// --- Classes ---

bool Analysis::check_class(NodeId id) {
  // Declaration and expression share the layout of what is read here.
  const bool is_declaration = ast_.is<ast::ClassDeclaration>(id);
  const auto& d = ast_.as<ast::ClassDeclaration>(id);
  const auto& e = ast_.as<ast::ClassExpression>(id);
  if ((is_declaration ? d.decorators : e.decorators).count != 0) return false;
  const NodeId heritage = is_declaration ? d.super_class : e.super_class;
  if (!heritage.is_none() && !check_heritage(skip_type_wrappers(ast_, heritage))) return false;
  const NodeList members = is_declaration ? d.members : e.members;
  return std::ranges::all_of(ast_.list(members),
                             [&](NodeId member) { return check_member(member); });
}

// Only what is a constructor for certain, with a plain `prototype`.
bool Analysis::check_heritage(NodeId id) {
  if (ast_.is<ast::NullLiteral>(id)) return true;
  if (!ast_.is<ast::Identifier>(id)) return false;
  const std::string_view global = global_name(id);
  if (!global.empty()) return is_known_class(global);
  const BindingId binding = binding_of(ast_, id);
  if (binding.is_none() || ast_.has_flag(id, NodeFlag::TdzCheck) ||
      ast_.has_flag(id, NodeFlag::DynamicLookup))
    return false;
  const Binding& b = scopes_.binding(binding);
  return b.kind == BindingKind::Class && !has(b.flags, BindingFlag::Reassigned);
}

bool Analysis::check_member(NodeId id) {
  if (id.is_none()) return false;
  switch (ast_.kind(id)) {
    case NodeKind::MethodDefinition: {
      const auto& n = ast_.as<ast::MethodDefinition>(id);
      return n.decorators.count == 0 && check_decorators(n.value) && check_key(n.key, id);
    }
    case NodeKind::PropertyDefinition: {
      const auto& n = ast_.as<ast::PropertyDefinition>(id);
      if (n.decorators.count != 0 || !check_key(n.key, id)) return false;
      const bool is_emitted =
          !ast_.has_flag(id, NodeFlag::Declare) && !ast_.has_flag(id, NodeFlag::Abstract);
      if (is_emitted && ast_.has_flag(id, NodeFlag::Static)) add(n.value);
      return true;
    }
    case NodeKind::StaticBlock:
      add_all(ast_.as<ast::StaticBlock>(id).body);
      return true;
    case NodeKind::TSIndexSignature:
      return true;
    default:
      return false;
  }
}

// TypeScript's parameter decorators run when the class is made.
bool Analysis::check_decorators(NodeId function) const {
  const auto* f = ast_.try_as<ast::FunctionExpression>(function);
  if (f == nullptr) return false;
  return std::ranges::all_of(ast_.list(f->params), [&](NodeId param) {
    const auto* p = ast_.try_as<ast::Parameter>(param);
    return p == nullptr || p->decorators.count == 0;
  });
}

// A computed key is turned into a property name, which only a primitive or symbol does quietly.
bool Analysis::check_key(NodeId key, NodeId owner) {
  if (!ast_.has_flag(owner, NodeFlag::Computed)) return true;
  if (is_symbol_key(key)) return true;
  if (shape_of(key) == Shape::Any) return false;
  add(key);
  return true;
}

bool Analysis::is_symbol_key(NodeId id) const {
  const auto* member = ast_.try_as<ast::StaticMember>(id);
  return member != nullptr && is_global(member->object, "Symbol") &&
         is_known_symbol(ast_.text(member->name));
}

// --- Expressions ---

bool Analysis::check_expression(NodeId wrapped) {
  const NodeId id = skip_type_wrappers(ast_, wrapped);
  if (id.is_none()) return false;
  switch (ast_.kind(id)) {
    case NodeKind::NullLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::BigIntLiteral:
    case NodeKind::StringLiteral:
    case NodeKind::RegExpLiteral:
    case NodeKind::ThisExpression:
    case NodeKind::ImportMeta:
    case NodeKind::FunctionExpression:
    case NodeKind::ArrowFunction:
      return true;
    case NodeKind::FunctionDeclaration:
    case NodeKind::ClassExpression:
      return check(id);
    case NodeKind::Identifier:
      return check_identifier(id);
    case NodeKind::TemplateLiteral:
      return check_template(id);
    case NodeKind::ArrayExpression:
      return check_elements(ast_.as<ast::ArrayExpression>(id).elements);
    case NodeKind::ObjectExpression:
      return check_properties(ast_.as<ast::ObjectExpression>(id).properties);
    case NodeKind::UnaryExpression:
      return check_unary(id);
    case NodeKind::BinaryExpression:
      return check_binary(id);
    case NodeKind::LogicalExpression:
      return check_logical(id);
    case NodeKind::ConditionalExpression: {
      const auto& n = ast_.as<ast::ConditionalExpression>(id);
      add(n.test);
      add(n.consequent);
      add(n.alternate);
      return true;
    }
    case NodeKind::SequenceExpression:
      add_all(ast_.as<ast::SequenceExpression>(id).expressions);
      return true;
    case NodeKind::StaticMember:
      return check_static_member(id);
    case NodeKind::CallExpression:
      return check_call(id);
    case NodeKind::NewExpression:
      return check_new(id);
    case NodeKind::AssignmentExpression:
      return check_export_write(id);
    default:
      return false;
  }
}

bool Analysis::is_global(NodeId id, std::string_view name) const { return global_name(id) == name; }

// The name of an identifier that nothing in the file declares or can put something in front of.
std::string_view Analysis::global_name(NodeId id) const {
  const auto* n = ast_.try_as<ast::Identifier>(id);
  if (n == nullptr || !n->binding.is_none() || ast_.has_flag(id, NodeFlag::DynamicLookup))
    return {};
  return ast_.text(n->name);
}

bool Analysis::check_identifier(NodeId id) {
  const auto& n = ast_.as<ast::Identifier>(id);
  if (ast_.has_flag(id, NodeFlag::DynamicLookup)) return false;
  if (n.binding.is_none()) return is_known_global(ast_.text(n.name));
  const Binding& b = scopes_.binding(n.binding);
  if (has(b.flags, BindingFlag::Ambient)) return false;
  switch (b.kind) {
    case BindingKind::Import:
    case BindingKind::ImportNamespace:
      result_.reads_imports = true;
      return true;
    case BindingKind::Type:
      return false;
    default:
      return !ast_.has_flag(id, NodeFlag::TdzCheck);
  }
}

bool Analysis::check_elements(NodeList list) {
  for (const NodeId element : ast_.list(list)) {
    if (ast_.is<ast::SpreadElement>(element)) return false;
    add(element);
  }
  return true;
}

bool Analysis::check_properties(NodeList list) {
  for (const NodeId id : ast_.list(list)) {
    const auto* p = ast_.try_as<ast::Property>(id);
    if (p == nullptr || !check_key(p->key, id)) return false;
    add(p->value);
  }
  return true;
}

bool Analysis::check_template(NodeId id) {
  const auto& n = ast_.as<ast::TemplateLiteral>(id);
  for (const NodeId expression : ast_.list(n.expressions)) {
    if (shape_of(expression) == Shape::Any) return false;
    add(expression);
  }
  return true;
}

bool Analysis::check_unary(NodeId id) {
  const auto& n = ast_.as<ast::UnaryExpression>(id);
  switch (n.op) {
    case UnaryOperator::Typeof:
      // Of a name that does not exist, too.
      if (!global_name(n.argument).empty()) return true;
      break;
    case UnaryOperator::Not:
    case UnaryOperator::Void:
      break;
    case UnaryOperator::Minus:
    case UnaryOperator::BitNot:
      if (shape_of(n.argument) == Shape::Any) return false;
      break;
    case UnaryOperator::Plus:
      if (shape_of(n.argument) != Shape::Plain) return false;
      break;
    case UnaryOperator::Delete:
      return false;
  }
  add(n.argument);
  return true;
}

bool Analysis::check_binary(NodeId id) {
  const auto& n = ast_.as<ast::BinaryExpression>(id);
  const Shape left = shape_of(n.left);
  const Shape right = shape_of(n.right);
  switch (n.op) {
    case BinaryOperator::StrictEqual:
    case BinaryOperator::StrictNotEqual:
      break;
    case BinaryOperator::Equal:
    case BinaryOperator::NotEqual:
    case BinaryOperator::Less:
    case BinaryOperator::LessEqual:
    case BinaryOperator::Greater:
    case BinaryOperator::GreaterEqual:
      if (left == Shape::Any || right == Shape::Any) return false;
      break;
    case BinaryOperator::In:
    case BinaryOperator::Instanceof:
      return false;
    default:
      if (left != Shape::Plain || right != Shape::Plain) return false;
  }
  add(n.left);
  add(n.right);
  return true;
}

// `0 && (module.exports = {...})` names exports for those who read the text; it never runs.
bool Analysis::check_logical(NodeId id) {
  const auto& n = ast_.as<ast::LogicalExpression>(id);
  const bool is_dead =
      n.op == BinaryOperator::And &&
      ((ast_.is<ast::NumericLiteral>(n.left) && ast_.number(n.left) == 0) ||
       (ast_.is<ast::BooleanLiteral>(n.left) && !ast_.has_flag(n.left, NodeFlag::True)));
  add(n.left);
  if (!is_dead) add(n.right);
  return true;
}

bool Analysis::check_static_member(NodeId id) {
  const auto& n = ast_.as<ast::StaticMember>(id);
  const NodeId object = skip_type_wrappers(ast_, n.object);
  if (ast_.is<ast::ImportMeta>(object)) return n.name == atoms::url;
  const std::string_view global = global_name(object);
  if (!global.empty()) return is_known_constant(global, ast_.text(n.name));
  // A namespace's members are data: reading a missing one gives undefined.
  const BindingId binding = binding_of(ast_, object);
  if (binding.is_none() || deferred_.contains(binding.index) ||
      scopes_.binding(binding).kind != BindingKind::ImportNamespace)
    return false;
  return check_identifier(object);
}

bool Analysis::check_arguments(NodeList arguments) { return check_elements(arguments); }

bool Analysis::check_call(NodeId id) {
  const auto& n = ast_.as<ast::CallExpression>(id);
  if (ast_.has_flag(id, NodeFlag::Pure)) return check_arguments(n.arguments);
  const NodeId callee = skip_type_wrappers(ast_, n.callee);
  const BindingId binding = binding_of(ast_, callee);
  if (!binding.is_none() && result_.pure_functions.contains(binding.index) &&
      !ast_.has_flag(callee, NodeFlag::TdzCheck))
    return check_arguments(n.arguments);

  const auto arguments = ast_.list(n.arguments);
  if (is_global(callee, "Symbol")) {
    if (arguments.empty()) return true;
    return arguments.size() == 1 && shape_of(arguments[0]) != Shape::Any &&
           check_arguments(n.arguments);
  }
  const auto* member = ast_.try_as<ast::StaticMember>(callee);
  if (member == nullptr || arguments.empty()) return false;
  const std::string_view name = ast_.text(member->name);
  if (is_global(member->object, "Symbol") && name == "for")
    return shape_of(arguments[0]) != Shape::Any && check_arguments(n.arguments);
  if (!is_global(member->object, "Object")) return false;
  if (name == "defineProperty") return check_define_on_exports(id);
  if (arguments.size() != 1) return false;
  const NodeId argument = skip_type_wrappers(ast_, arguments[0]);
  if (argument.is_none()) return false;
  const bool is_fresh =
      ast_.is<ast::ObjectExpression>(argument) || ast_.is<ast::ArrayExpression>(argument);
  const bool is_harmless =
      (name == "create" && ast_.is<ast::NullLiteral>(argument)) ||
      ((name == "freeze" || name == "seal" || name == "preventExtensions") && is_fresh);
  return is_harmless && check_arguments(n.arguments);
}

bool Analysis::check_new(NodeId id) {
  const auto& n = ast_.as<ast::NewExpression>(id);
  if (ast_.has_flag(id, NodeFlag::Pure)) return check_arguments(n.arguments);
  const std::string_view name = global_name(skip_type_wrappers(ast_, n.callee));
  const auto arguments = ast_.list(n.arguments);
  if (name.empty() || arguments.size() > 1) return false;
  if (arguments.empty()) return is_known_constructor(name);
  // `new Set([a, b])` and `new Map([[a, b], [c, d]])`.
  const auto* array = ast_.try_as<ast::ArrayExpression>(skip_type_wrappers(ast_, arguments[0]));
  if (array == nullptr) return false;
  if (name == "Set") return check_elements(array->elements);
  if (name != "Map") return false;
  return std::ranges::all_of(ast_.list(array->elements), [&](NodeId entry) {
    const auto* pair = ast_.try_as<ast::ArrayExpression>(skip_type_wrappers(ast_, entry));
    return pair != nullptr && check_elements(pair->elements);
  });
}

// --- What a CommonJS module gives ---

bool Analysis::is_exports_object(NodeId id) const {
  if (options_.goal != Goal::CommonJS) return false;
  const auto is_implicit = [&](NodeId name) {
    const BindingId binding = binding_of(ast_, name);
    if (binding.is_none() || ast_.has_flag(name, NodeFlag::DynamicLookup)) return false;
    const Binding& b = scopes_.binding(binding);
    return b.kind == BindingKind::Implicit && b.scope == scopes_.root() &&
           !has(b.flags, BindingFlag::Reassigned);
  };
  if (const auto* n = ast_.try_as<ast::Identifier>(id))
    return n->name == atoms::exports && is_implicit(id);
  const NodeId module = object_of_member(ast_, id, atoms::exports);
  const auto* m = ast_.try_as<ast::Identifier>(module);
  return m != nullptr && ast_.text(m->name) == "module" && is_implicit(module);
}

// `exports.a = x`, `module.exports.a = x`, `module.exports = x`. Its own export object is no more
// noticed than an ES module's exports; only `__proto__` is a setter. Once the whole object was
// replaced, members may be anything.
bool Analysis::check_export_write(NodeId id) {
  const auto& n = ast_.as<ast::AssignmentExpression>(id);
  if (n.op != AssignmentOperator::Assign) return false;
  const auto* member = ast_.try_as<ast::StaticMember>(n.left);
  if (member == nullptr) return false;
  const bool is_whole = is_exports_object(n.left);
  const bool is_member = is_exports_object(member->object) && member->name != atoms::proto &&
                         member->name != atoms::es_module && !is_exports_replaced_;
  const bool is_mark = is_exports_object(member->object) && member->name == atoms::es_module &&
                       !is_exports_replaced_ && !is_mark_fixed_;
  if (!is_whole && !is_member && !is_mark) return false;
  is_exports_replaced_ |= is_whole;
  add(n.right);
  return true;
}

// `Object.defineProperty(exports, "__esModule", { value: true })`
bool Analysis::check_define_on_exports(NodeId id) {
  const auto& n = ast_.as<ast::CallExpression>(id);
  const auto arguments = ast_.list(n.arguments);
  if (is_exports_replaced_ || is_mark_fixed_) return false;
  is_mark_fixed_ = true;
  return arguments.size() == 3 && is_exports_object(arguments[0]) &&
         string_literal(ast_, arguments[1]) != nullptr &&
         ast_.as<ast::StringLiteral>(arguments[1]).value == atoms::es_module &&
         ast_.is<ast::ObjectExpression>(arguments[2]) &&
         check_properties(ast_.as<ast::ObjectExpression>(arguments[2]).properties);
}

// --- Shapes ---

// Arithmetic is taken to be Plain here although it throws on bigints: it is an item of the worklist
// as well, and there it must show that its operands are Plain.
Shape Analysis::shape_of(NodeId wrapped) const {
  NodeId id = skip_type_wrappers(ast_, wrapped);
  while (const auto* n = ast_.try_as<ast::UnaryExpression>(id)) {
    if (n->op != UnaryOperator::Minus && n->op != UnaryOperator::BitNot) return Shape::Plain;
    id = skip_type_wrappers(ast_, n->argument);
  }
  if (id.is_none()) return Shape::Any;
  switch (ast_.kind(id)) {
    case NodeKind::NullLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::StringLiteral:
    case NodeKind::TemplateLiteral:
      return Shape::Plain;
    case NodeKind::BigIntLiteral:
      return Shape::Primitive;
    case NodeKind::Identifier: {
      const std::string_view global = global_name(id);
      if (global == "undefined" || global == "NaN" || global == "Infinity") return Shape::Plain;
      const BindingId binding = binding_of(ast_, id);
      if (binding.is_none()) return Shape::Any;
      // An enum's members are what its initialisers give, and those are checked.
      const bool is_plain = plain_constants_.contains(binding.index) ||
                            scopes_.binding(binding).kind == BindingKind::EnumMember;
      return is_plain ? Shape::Plain : Shape::Any;
    }
    case NodeKind::BinaryExpression:
      return Shape::Plain;
    case NodeKind::StaticMember: {
      const auto& n = ast_.as<ast::StaticMember>(id);
      const std::string_view object = global_name(n.object);
      const bool is_number =
          (object == "Math" || object == "Number") && is_known_constant(object, ast_.text(n.name));
      return is_number ? Shape::Plain : Shape::Any;
    }
    default:
      return Shape::Any;
  }
}

}  // namespace

Purity find_purity(const Ast& ast, const Scopes& scopes, const SourceOptions& options) {
  return Analysis(ast, scopes, options).run();
}

}  // namespace perry::frontend
