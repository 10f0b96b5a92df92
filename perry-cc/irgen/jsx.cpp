#include <charconv>

#include "frontend/lex/entities.h"
#include "perry-cc/irgen/generator.h"
#include "support/base/utf8.h"

// JSX, in both readings: calls of a factory with the children as arguments, or of the runtime
// module's functions with the children among the properties.
namespace perry::irgen {

namespace {

constexpr size_t kLongestShape = 64;  // attributes; names are compared one by one

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The text of `&name;` or `&#number;` at the start of `rest`, whose length is then cut off.
std::string take_entity(std::string_view& rest) {
  constexpr size_t kLongest = 40;
  const size_t end = rest.substr(0, kLongest).find(';');
  uint32_t code = 0;
  if (end != std::string_view::npos && end > 1) {
    const std::string_view name = rest.substr(1, end - 1);
    const bool is_hex = name.starts_with("#x") || name.starts_with("#X");
    if (name[0] == '#') {
      const std::string_view digits = name.substr(is_hex ? 2 : 1);
      const char* const last = digits.data() + digits.size();
      const auto read = std::from_chars(digits.data(), last, code, is_hex ? 16 : 10);
      if (read.ec != std::errc() || read.ptr != last || code > 0x10ffff) code = 0;
    } else {
      code = fe::find_entity(name);
    }
  }
  std::string text;
  if (code == 0) {
    text = rest.substr(0, 1);
    rest.remove_prefix(1);
  } else {
    support::append_utf8(text, code);
    rest.remove_prefix(end + 1);
  }
  return text;
}

// Lines are trimmed and joined by one space; what only holds line breaks and spaces vanishes.
// Spaces written as entities are text like any other, so `text` is what the source says.
std::string jsx_text(std::string_view text) {
  std::string result;
  size_t start = 0;
  while (start <= text.size()) {
    const size_t end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    const bool is_first = start == 0, is_last = end == text.size();
    while (!is_first && !line.empty() && is_space(line.front())) line.remove_prefix(1);
    while (!is_last && !line.empty() && is_space(line.back())) line.remove_suffix(1);
    if (!line.empty()) {
      if (!result.empty()) result += ' ';
      while (!line.empty()) {
        const size_t plain = std::min(line.find('&'), line.size());
        result += line.substr(0, plain);
        line.remove_prefix(plain);
        if (!line.empty()) result += take_entity(line);
      }
    }
    start = end + 1;
  }
  return result;
}

}  // namespace

// `a.b.c`, looked up where the element stands.
Callee FunctionGenerator::dotted_name(std::string_view path, NodeId place) {
  at(place);
  Callee result;
  bool is_first = true;
  while (!path.empty()) {
    const size_t end = std::min(path.find('.'), path.size());
    const std::string_view name = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    if (!is_first) {
      result.receiver = b_.box(result.value);
      result.value = op(Op::GetProp, {result.receiver}, Immediate::of(m_.atom(name)));
      continue;
    }
    is_first = false;
    const fe::AtomId atom = tree().atoms().find(name);
    const fe::BindingId found = atom ? m_.find_name(scope_, atom) : fe::BindingId();
    if (found)
      result.value = load_binding(found, true);
    else
      result.value = op(Op::LoadGlobal, {}, Immediate::of(m_.atom(name)));
  }
  return result;
}

// CommonJS asks for the runtime module when it starts.
void FunctionGenerator::load_jsx_runtime() {
  if (!m_.record.uses_jsx || m_.context.jsx.mode == JsxMode::Classic) return;
  const ValueId module = call_require(m_.atom(m_.jsx_runtime()));
  op(Op::StoreModule, {module}, Immediate::of(m_.jsx_cell()));
}

ValueId FunctionGenerator::jsx_function(std::string_view name) {
  if (m_.goal() != fe::Goal::CommonJS)
    return op(Op::LoadModule, {}, Immediate::of(m_.import_of(m_.jsx_runtime(), name)));
  const ValueId module = op(Op::LoadModule, {}, Immediate::of(m_.jsx_cell()));
  return op(Op::GetProp, {module}, Immediate::of(m_.atom(name)));
}

ValueId FunctionGenerator::jsx_name(NodeId id) {
  switch (tree().kind(id)) {
    case NodeKind::JSXIdentifier: {
      const auto& n = as<ast::JSXIdentifier>(id);
      if (!tree().has_flag(id, NodeFlag::Reference)) return key_string(n.name);
      if (tree().text(n.name) == "this") return this_value();
      return b_.box(load(id));
    }
    case NodeKind::JSXMemberExpression: {
      std::vector<NodeId> parts;
      for (; is<ast::JSXMemberExpression>(id); id = as<ast::JSXMemberExpression>(id).object)
        parts.push_back(as<ast::JSXMemberExpression>(id).property);
      ValueId value = jsx_name(id);
      for (size_t i = parts.size(); i-- > 0;) {
        at(parts[i]);
        const ir::AtomId name = m_.atom(as<ast::JSXIdentifier>(parts[i]).name);
        value = op(Op::GetProp, {value}, Immediate::of(name));
      }
      return value;
    }
    default:
      return string(m_.atom(tree().text(tree().span(id))));
  }
}

ValueId FunctionGenerator::jsx_attribute_value(NodeId value) {
  if (!value) return b_.box(b_.boolean(true));
  if (is<ast::JSXExpressionContainer>(value))
    value = as<ast::JSXExpressionContainer>(value).expression;
  return boxed(value);
}

// The children that make something, in order.
void FunctionGenerator::jsx_children(NodeList children, std::vector<JsxChild>& out) {
  for (const NodeId child : list(children)) {
    switch (tree().kind(child)) {
      case NodeKind::JSXText: {
        const std::string text = jsx_text(tree().text(tree().span(child)));
        if (!text.empty()) out.push_back({child, m_.atom(text)});
        break;
      }
      case NodeKind::JSXExpressionContainer: {
        const NodeId inner = as<ast::JSXExpressionContainer>(child).expression;
        if (!is<ast::JSXEmptyExpression>(inner)) out.push_back({inner, ir::AtomId()});
        break;
      }
      default:
        out.push_back({child, ir::AtomId()});
    }
  }
}

ValueId FunctionGenerator::jsx_child_value(const JsxChild& child) {
  at(child.node);
  if (child.text) return string(child.text);
  const bool is_spread = is<ast::JSXSpreadChild>(child.node);
  return boxed(is_spread ? as<ast::JSXSpreadChild>(child.node).expression : child.node);
}

bool FunctionGenerator::has_spread_child(const std::vector<JsxChild>& children) const {
  return std::ranges::any_of(children,
                             [&](const JsxChild& c) { return is<ast::JSXSpreadChild>(c.node); });
}

ValueId FunctionGenerator::jsx_child_array(const std::vector<JsxChild>& children) {
  if (!has_spread_child(children)) {
    std::vector<ValueId> values;
    values.reserve(children.size());
    for (const JsxChild& child : children) values.push_back(jsx_child_value(child));
    return b_.append(Op::NewArray, values);
  }
  const ValueId array = b_.append(Op::NewArray);
  for (const JsxChild& child : children) {
    const bool is_spread = is<ast::JSXSpreadChild>(child.node);
    op(is_spread ? Op::AppendSpread : Op::AppendElement, {array, jsx_child_value(child)});
  }
  return array;
}

namespace {

ir::AtomId attribute_name(ModuleState& m, NodeId attribute) {
  const NodeId name = m.tree.as<ast::JSXAttribute>(attribute).name;
  return m.atom(m.tree.text(m.tree.span(name)));
}

}  // namespace

// The properties object, with the children if there are any. With `key`, the attribute of that name
// is kept apart. What stands before the first spread makes the object's shape.
ValueId FunctionGenerator::jsx_properties(NodeList attributes, ValueId* key,
                                          const std::vector<JsxChild>& children) {
  const std::span<const NodeId> all = list(attributes);
  const ir::AtomId key_name = m_.atom("key"), children_name = m_.atom("children");
  ir::ObjectLiteral shape;
  std::vector<ValueId> values;
  const auto is_new = [&](ir::AtomId name) {
    return std::ranges::find(shape.keys, name) == shape.keys.end();
  };
  size_t done = 0;
  for (; done < all.size() && is<ast::JSXAttribute>(all[done]); done++) {
    const ir::AtomId name = attribute_name(m_, all[done]);
    if (!is_new(name) || shape.keys.size() == kLongestShape) break;
    const ValueId value = jsx_attribute_value(as<ast::JSXAttribute>(all[done]).value);
    if (key != nullptr && name == key_name) {
      *key = value;
      continue;
    }
    shape.keys.push_back(name);
    values.push_back(value);
  }
  bool has_children = !children.empty();
  if (has_children && done == all.size() && is_new(children_name)) {
    shape.keys.push_back(children_name);
    values.push_back(jsx_children_value(children));
    has_children = false;
  }
  const ir::LiteralId row =
      shape.keys.empty() ? m_.empty_literal() : m_.module.literals.push_back(std::move(shape));
  const ValueId object = b_.append(Op::NewObject, values, Immediate::of(row));
  for (const NodeId id : all.subspan(done)) {
    at(id);
    if (is<ast::JSXSpreadAttribute>(id)) {
      const ValueId from = boxed(as<ast::JSXSpreadAttribute>(id).argument);
      op(Op::CopyProperties, {object, from});
      continue;
    }
    const ir::AtomId name = attribute_name(m_, id);
    const ValueId value = jsx_attribute_value(as<ast::JSXAttribute>(id).value);
    at(id);
    if (key != nullptr && name == key_name)
      *key = value;
    else
      op(Op::DefineOwn, {object, string(name), value});
  }
  if (has_children)
    op(Op::DefineOwn, {object, string(children_name), jsx_children_value(children)});
  return object;
}

// One child as it is, several as an array.
ValueId FunctionGenerator::jsx_children_value(const std::vector<JsxChild>& children) {
  const bool is_one = children.size() == 1 && !has_spread_child(children);
  return is_one ? jsx_child_value(children[0]) : jsx_child_array(children);
}

ValueId FunctionGenerator::jsx(NodeId id) {
  NodeId opening;
  NodeList attributes, nodes;
  if (is<ast::JSXElement>(id)) {
    opening = as<ast::JSXElement>(id).opening;
    nodes = as<ast::JSXElement>(id).children;
    attributes = as<ast::JSXOpeningElement>(opening).attributes;
  } else {
    nodes = as<ast::JSXFragment>(id).children;
  }
  std::vector<JsxChild> children;
  jsx_children(nodes, children);
  at(id);
  if (m_.context.jsx.mode == JsxMode::Classic)
    return jsx_classic(id, opening, attributes, children);
  return jsx_automatic(id, opening, attributes, children);
}

ValueId FunctionGenerator::jsx_classic(NodeId id, NodeId opening, NodeList attributes,
                                       const std::vector<JsxChild>& children) {
  const Callee factory = dotted_name(m_.context.jsx.factory, id);
  return jsx_create(id, factory, opening, attributes, children);
}

// factory(type, properties, ...children)
ValueId FunctionGenerator::jsx_create(NodeId id, Callee factory, NodeId opening,
                                      NodeList attributes, const std::vector<JsxChild>& children) {
  std::vector<ValueId> operands = {b_.box(factory.value),
                                   factory.receiver ? factory.receiver : b_.undefined()};
  operands.push_back(opening ? jsx_name(as<ast::JSXOpeningElement>(opening).name)
                             : jsx_fragment(id));
  operands.push_back(attributes.count == 0 ? b_.null() : jsx_properties(attributes, nullptr, {}));
  if (!has_spread_child(children)) {
    for (const JsxChild& child : children) operands.push_back(jsx_child_value(child));
    at(id);
    return b_.append(Op::Call, operands);
  }
  const ValueId array = b_.append(Op::NewArray, std::span(operands).subspan(2));
  op(Op::AppendSpread, {array, jsx_child_array(children)});
  at(id);
  return op(Op::CallSpread, {operands[0], operands[1], array});
}

ValueId FunctionGenerator::jsx_fragment(NodeId id) {
  if (m_.context.jsx.mode == JsxMode::Classic)
    return b_.box(dotted_name(m_.context.jsx.fragment, id).value);
  return jsx_function("Fragment");
}

// jsx(type, {...properties, children}, key)
ValueId FunctionGenerator::jsx_automatic(NodeId id, NodeId opening, NodeList attributes,
                                         const std::vector<JsxChild>& children) {
  // A key behind a spread may be overridden by it only in the order of createElement.
  bool saw_spread = false, key_behind_spread = false;
  for (const NodeId attribute : list(attributes)) {
    if (is<ast::JSXSpreadAttribute>(attribute))
      saw_spread = true;
    else if (saw_spread && attribute_name(m_, attribute) == m_.atom("key"))
      key_behind_spread = true;
  }
  if (key_behind_spread && m_.goal() != fe::Goal::CommonJS) {
    const ir::BindingId create = m_.import_of(m_.context.jsx.import_source, "createElement");
    const Callee factory = {op(Op::LoadModule, {}, Immediate::of(create)), ValueId()};
    return jsx_create(id, factory, opening, attributes, children);
  }
  const bool is_development = m_.context.jsx.mode == JsxMode::AutomaticDevelopment;
  const bool is_static = children.size() > 1 || has_spread_child(children);
  const ValueId function = jsx_function(is_development ? "jsxDEV" : is_static ? "jsxs" : "jsx");
  std::vector<ValueId> operands = {function, b_.undefined()};
  operands.push_back(opening ? jsx_name(as<ast::JSXOpeningElement>(opening).name)
                             : jsx_fragment(id));
  ValueId key;
  operands.push_back(jsx_properties(attributes, &key, children));
  at(id);
  if (key || is_development) operands.push_back(key ? key : b_.undefined());
  if (is_development) operands.push_back(b_.box(b_.boolean(is_static)));
  return b_.append(Op::Call, operands);
}

}  // namespace perry::irgen
