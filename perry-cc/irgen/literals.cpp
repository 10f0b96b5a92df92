#include "perry-cc/irgen/generator.h"

// Array and object literals. Big ones of constants become data, which is copied when they run.
namespace perry::irgen {

namespace {

constexpr uint32_t kSmallestData = 24;  // constants; fewer are as well made by instructions

}  // namespace

ValueId FunctionGenerator::array_literal(NodeId id) {
  if (const auto data = literal_data(id)) {
    at(id);
    return b_.append(Op::NewFromData, {}, Immediate::of(*data));
  }
  const ValueId array = spread_array(as<ast::ArrayExpression>(id).elements);
  return array;
}

// --- objects ---

// The object is made of the leading properties with plain names and no repetition; everything
// behind the first other one is defined in order.
ValueId FunctionGenerator::object_literal(NodeId id) {
  if (const auto data = literal_data(id)) {
    at(id);
    return b_.append(Op::NewFromData, {}, Immediate::of(*data));
  }
  const std::span<const NodeId> properties = list(as<ast::ObjectExpression>(id).properties);
  ir::ObjectLiteral shape;
  std::vector<ValueId> values, needs_home;
  std::unordered_map<uint32_t, bool> seen;
  size_t done = 0;
  for (; done < properties.size(); done++) {
    const NodeId property = properties[done];
    const ir::AtomId name = plain_name(property);
    if (!name || !seen.try_emplace(name.index, true).second) break;
    bool uses_home = false;
    const ValueId value = b_.box(property_value(property, name, uses_home));
    if (uses_home) needs_home.push_back(value);
    shape.keys.push_back(name);
    values.push_back(value);
  }
  at(id);
  const ir::LiteralId row = m_.module.literals.push_back(std::move(shape));
  const ValueId object = b_.append(Op::NewObject, values, Immediate::of(row));
  for (const ValueId function : needs_home) op(Op::SetHomeObject, {function, object});
  for (; done < properties.size(); done++) define_property(properties[done], object);
  return object;
}

// The name of a property that a literal's shape can hold; none for all others.
ir::AtomId FunctionGenerator::plain_name(NodeId property) {
  if (!is<ast::Property>(property) || tree().has_flag(property, NodeFlag::Computed))
    return ir::AtomId();
  const auto& n = as<ast::Property>(property);
  if (n.kind != fe::PropertyKind::Init) return ir::AtomId();
  fe::AtomId name;
  if (is<ast::StringLiteral>(n.key))
    name = as<ast::StringLiteral>(n.key).value;
  else if (is<ast::IdentifierName>(n.key) || is<ast::Identifier>(n.key))
    name = as<ast::IdentifierName>(n.key).name;
  else
    return ir::AtomId();
  const bool sets_prototype = name == fe::atoms::proto &&
                              !tree().has_flag(property, NodeFlag::Shorthand) &&
                              !tree().has_flag(property, NodeFlag::Method);
  if (sets_prototype || is_index_like(tree().text(name))) return ir::AtomId();
  return m_.atom(name);
}

bool FunctionGenerator::is_method(NodeId property) const {
  return tree().has_flag(property, NodeFlag::Method) ||
         as<ast::Property>(property).kind != fe::PropertyKind::Init;
}

ValueId FunctionGenerator::property_value(NodeId property, ir::AtomId name, bool& uses_home) {
  const auto& n = as<ast::Property>(property);
  if (!is_method(property)) {
    value_owner_ = m_.atom("Object");
    return named_value(n.value, name);
  }
  return method_closure(property, name, uses_home);
}

ValueId FunctionGenerator::method_closure(NodeId property, ir::AtomId name, bool& uses_home) {
  const auto& n = as<ast::Property>(property);
  FunctionSpec spec;
  spec.name = name;
  spec.shown_name = shown_name(m_.atom("Object"), name);
  spec.flags = ir::FunctionFlag::Method;
  if (n.kind == fe::PropertyKind::Get) spec.flags = spec.flags | ir::FunctionFlag::Getter;
  if (n.kind == fe::PropertyKind::Set) spec.flags = spec.flags | ir::FunctionFlag::Setter;
  spec.source = tree().span(property);
  const fe::ScopeId inner = as<ast::FunctionExpression>(n.value).scope;
  uses_home = has(scope(inner).flags, fe::ScopeFlag::UsesSuper);
  at(property);
  return closure(n.value, spec);
}

// The text of a name as the prefix of an accessor's: "get x".
ir::AtomId FunctionGenerator::accessor_name(std::string_view prefix, ir::AtomId name) {
  std::string text(prefix);
  text += ' ';
  text += m_.module.atoms.text(name);
  return m_.atom(text);
}

void FunctionGenerator::define_property(NodeId property, ValueId object) {
  if (!is<ast::Property>(property)) {
    const ValueId from = boxed(as<ast::SpreadElement>(property).argument);
    at(property);
    op(Op::CopyProperties, {object, from});
    return;
  }
  const auto& n = as<ast::Property>(property);
  const bool is_computed = tree().has_flag(property, NodeFlag::Computed);
  ir::AtomId name;
  ValueId key;
  property_key(property, name, key);
  if (name == m_.atom(fe::atoms::proto) && !is_method(property) &&
      !tree().has_flag(property, NodeFlag::Shorthand)) {
    const ValueId prototype = boxed(n.value);
    at(property);
    op(Op::SetPrototype, {object, prototype});
    return;
  }
  if (is_computed) key = op(Op::ToPropertyKey, {key});
  if (!key) key = string(name);
  if (is_method(property)) return define_method(property, object, name, key);
  const ValueId value = computed_value(n.value, name, key, ir::MethodKind::Field);
  at(property);
  op(Op::DefineOwn, {object, key, b_.box(value)});
}

// The value of a property whose name may only be known at run time.
ValueId FunctionGenerator::computed_value(NodeId value, ir::AtomId name, ValueId key,
                                          ir::MethodKind kind) {
  if (name) return named_value(value, name);
  const NodeId inner = skip_types(value);
  const bool is_function =
      is<ast::ArrowFunction>(inner) ||
      (is<ast::FunctionExpression>(inner) && !as<ast::FunctionExpression>(inner).id);
  if (is_function) {
    const ValueId function = closure(inner, {.name = m_.atom("")});
    op(Op::SetFunctionName, {function, key}, Immediate::of(kind));
    return function;
  }
  if (is<ast::ClassExpression>(inner) && !as<ast::ClassExpression>(inner).id)
    return class_value(inner, ir::AtomId(), key);
  return expression(value);
}

void FunctionGenerator::define_method(NodeId property, ValueId object, ir::AtomId name,
                                      ValueId key) {
  const auto& n = as<ast::Property>(property);
  ir::MethodKind kind = ir::MethodKind::Method;
  ir::AtomId function_name = name;
  if (n.kind != fe::PropertyKind::Init) {
    const bool is_getter = n.kind == fe::PropertyKind::Get;
    kind = is_getter ? ir::MethodKind::Get : ir::MethodKind::Set;
    if (name) function_name = accessor_name(is_getter ? "get" : "set", name);
  }
  bool uses_home = false;
  const ValueId function =
      method_closure(property, function_name ? function_name : m_.atom(""), uses_home);
  if (uses_home) op(Op::SetHomeObject, {function, object});
  if (!name) op(Op::SetFunctionName, {function, key}, Immediate::of(kind));
  op(Op::DefineMethod, {object, key, function}, Immediate::of(kind, ir::Enumerable::Yes));
}

// --- data ---

namespace {

constexpr uint32_t kNoData = UINT32_MAX;

}  // namespace

// How many constants a literal is made of, nested ones included; kNoData if there is anything else.
// Each literal is looked at once, however deep it lies.
uint32_t FunctionGenerator::constant_size(NodeId id) {
  switch (tree().kind(id)) {
    case NodeKind::NullLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::StringLiteral:
      return 1;
    case NodeKind::UnaryExpression: {
      const auto& n = as<ast::UnaryExpression>(id);
      const bool is_negative =
          n.op == fe::UnaryOperator::Minus && is<ast::NumericLiteral>(n.argument);
      return is_negative ? 1 : kNoData;
    }
    case NodeKind::ArrayExpression:
    case NodeKind::ObjectExpression:
      break;
    default:
      return kNoData;
  }
  if (const uint32_t* known = m_.find_constant_size(id)) return *known;
  if (m_.stack.exhausted()) return kNoData;
  uint64_t size = 1;
  const bool is_array = is<ast::ArrayExpression>(id);
  const std::span<const NodeId> parts = list(as<ast::ArrayExpression>(id).elements);
  std::unordered_map<uint32_t, bool> seen;
  for (const NodeId part : parts) {
    NodeId value = part;
    if (is_array && !part) {
      size++;
      continue;
    }
    if (!is_array) {
      const ir::AtomId name = plain_name(part);
      const bool is_plain = name && !is_method(part) && seen.try_emplace(name.index, true).second;
      if (!is_plain) {
        size = kNoData;
        break;
      }
      value = as<ast::Property>(part).value;
    }
    const uint32_t inner = constant_size(value);
    size = inner == kNoData ? kNoData : size + inner;
    if (size >= kNoData) break;
  }
  const auto result = static_cast<uint32_t>(std::min<uint64_t>(size, kNoData));
  m_.note_constant_size(id, result);
  return result;
}

ir::DataValue FunctionGenerator::data_value(NodeId id) {
  using Kind = ir::DataValue::Kind;
  switch (tree().kind(id)) {
    case NodeKind::NullLiteral:
      return {.kind = Kind::Null};
    case NodeKind::BooleanLiteral:
      return {.kind = tree().has_flag(id, NodeFlag::True) ? Kind::True : Kind::False};
    case NodeKind::NumericLiteral:
      return {.kind = Kind::Number, .number = tree().number(id)};
    case NodeKind::UnaryExpression:
      return {.kind = Kind::Number,
              .number = -tree().number(as<ast::UnaryExpression>(id).argument)};
    case NodeKind::StringLiteral:
      return {.kind = Kind::String, .string = m_.atom(as<ast::StringLiteral>(id).value)};
    default:
      return {.kind = Kind::Nested, .nested = make_data(id)};
  }
}

ir::DataId FunctionGenerator::make_data(NodeId id) {
  ir::Data data;
  if (is<ast::ArrayExpression>(id)) {
    for (const NodeId part : list(as<ast::ArrayExpression>(id).elements))
      data.values.push_back(part ? data_value(part)
                                 : ir::DataValue{.kind = ir::DataValue::Kind::Hole});
  } else {
    data.kind = ir::Data::Kind::Object;
    ir::ObjectLiteral shape;
    for (const NodeId part : list(as<ast::ObjectExpression>(id).properties)) {
      shape.keys.push_back(plain_name(part));
      data.values.push_back(data_value(as<ast::Property>(part).value));
    }
    data.keys = m_.module.literals.push_back(std::move(shape));
  }
  return m_.module.data.push_back(std::move(data));
}

std::optional<ir::DataId> FunctionGenerator::literal_data(NodeId id) {
  const uint32_t size = constant_size(id);
  if (size == kNoData || size < kSmallestData) return std::nullopt;
  return make_data(id);
}

}  // namespace perry::irgen
