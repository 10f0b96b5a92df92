#include <algorithm>
#include <string_view>

#include "frontend/extract/known_globals.h"
#include "frontend/extract/purity_analysis.h"

// Which expressions have no effects.

namespace perry::frontend {

bool PurityAnalysis::check_expression(NodeId wrapped) {
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

bool PurityAnalysis::is_global(NodeId id, std::string_view name) const {
  return global_name(id) == name;
}

// The name of an identifier that nothing in the file declares or can put something in front of.
std::string_view PurityAnalysis::global_name(NodeId id) const {
  const auto* n = ast_.try_as<ast::Identifier>(id);
  if (n == nullptr || !n->binding.is_none() || ast_.has_flag(id, NodeFlag::DynamicLookup))
    return {};
  return ast_.text(n->name);
}

bool PurityAnalysis::check_identifier(NodeId id) {
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

bool PurityAnalysis::check_elements(NodeList list) {
  for (const NodeId element : ast_.list(list)) {
    if (ast_.is<ast::SpreadElement>(element)) return false;
    add(element);
  }
  return true;
}

bool PurityAnalysis::check_properties(NodeList list) {
  for (const NodeId id : ast_.list(list)) {
    const auto* p = ast_.try_as<ast::Property>(id);
    if (p == nullptr || !check_key(p->key, id)) return false;
    add(p->value);
  }
  return true;
}

bool PurityAnalysis::check_template(NodeId id) {
  const auto& n = ast_.as<ast::TemplateLiteral>(id);
  for (const NodeId expression : ast_.list(n.expressions)) {
    if (shape_of(expression) == Shape::Any) return false;
    add(expression);
  }
  return true;
}

bool PurityAnalysis::check_unary(NodeId id) {
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

bool PurityAnalysis::check_binary(NodeId id) {
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
bool PurityAnalysis::check_logical(NodeId id) {
  const auto& n = ast_.as<ast::LogicalExpression>(id);
  const bool is_dead =
      n.op == BinaryOperator::And &&
      ((ast_.is<ast::NumericLiteral>(n.left) && ast_.number(n.left) == 0) ||
       (ast_.is<ast::BooleanLiteral>(n.left) && !ast_.has_flag(n.left, NodeFlag::True)));
  add(n.left);
  if (!is_dead) add(n.right);
  return true;
}

bool PurityAnalysis::check_static_member(NodeId id) {
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

bool PurityAnalysis::check_arguments(NodeList arguments) { return check_elements(arguments); }

bool PurityAnalysis::check_call(NodeId id) {
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

bool PurityAnalysis::check_new(NodeId id) {
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

bool PurityAnalysis::is_exports_object(NodeId id) const {
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
bool PurityAnalysis::check_export_write(NodeId id) {
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
bool PurityAnalysis::check_define_on_exports(NodeId id) {
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
Shape PurityAnalysis::shape_of(NodeId wrapped) const {
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

}  // namespace perry::frontend
