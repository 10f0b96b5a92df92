// Global names that the build gives a value: `process.env.NODE_ENV`. A reference to one that
// nothing in the file shadows is the value itself, so that what depends on it folds like any
// constant; what is assigned to or deleted stays what is written.
#include "perry-cc/irgen/defines.h"

#include <algorithm>
#include <cstdlib>

#include "perry-cc/irgen/generator.h"

namespace perry::irgen {

using support::JsonDocument;
using support::JsonId;
using support::JsonKind;

namespace {

constexpr std::string_view kImportMeta = "import.meta";

double number_of(std::string_view spelling) {
  return std::strtod(std::string(spelling).c_str(), nullptr);
}

std::optional<bool> truth_of(const JsonDocument& json, JsonId id) {
  switch (json.kind(id)) {
    case JsonKind::Null:
      return false;
    case JsonKind::Boolean:
      return json.boolean(id);
    case JsonKind::Number:
      return number_of(json.string(id)) != 0;
    case JsonKind::String:
      return !json.string(id).empty();
    case JsonKind::Array:
    case JsonKind::Object:
      return true;
  }
  return std::nullopt;
}

}  // namespace

Defines::Defines(const std::vector<support::Definition>& definitions) {
  values_.reserve(definitions.size());
  for (const support::Definition& d : definitions) {
    Define& value = values_.emplace_back();
    if (value.json.parse(d.value, support::JsonDialect::Strict)) value.name = d.value;
    const std::string_view name = d.name;
    by_name_.emplace(name, values_.size() - 1);
    const bool is_meta_alone = name == kImportMeta;
    last_parts_.insert(is_meta_alone ? name : name.substr(name.rfind('.') + 1));
    const auto dots = static_cast<size_t>(std::ranges::count(name, '.'));
    most_parts_ = std::max(most_parts_, dots + 1);
  }
}

const Define* Defines::find(const std::vector<std::string_view>& parts) const {
  std::string name;
  for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
    if (!name.empty()) name += '.';
    name += *part;
  }
  const auto place = by_name_.find(name);
  return place == by_name_.end() ? nullptr : &values_[place->second];
}

// Whether the identifier is nobody's in this file; what `declare` says is elsewhere.
bool FunctionGenerator::is_global_name(NodeId identifier) const {
  const fe::BindingId id = as<ast::Identifier>(identifier).binding;
  if (is_dynamic(identifier)) return false;
  return !id || has(binding(id).flags, fe::BindingFlag::Ambient);
}

// What stands for the expression; null for all others.
const Define* FunctionGenerator::find_define(NodeId id) const {
  if (m_.defines.empty()) return nullptr;
  std::vector<std::string_view> parts;
  while (parts.size() < m_.defines.most_parts()) {
    id = skip_types(id);
    if (is<ast::Identifier>(id) || is<ast::ImportMeta>(id)) {
      const bool is_meta = is<ast::ImportMeta>(id);
      if (!is_meta && !is_global_name(id)) return nullptr;
      parts.push_back(is_meta ? kImportMeta : tree().text(as<ast::Identifier>(id).name));
      return m_.defines.find(parts);
    }
    if (tree().has_flag(id, NodeFlag::Optional)) return nullptr;
    if (is<ast::StaticMember>(id)) {
      parts.push_back(tree().text(as<ast::StaticMember>(id).name));
      id = as<ast::StaticMember>(id).object;
    } else if (is<ast::ComputedMember>(id) &&
               is<ast::StringLiteral>(as<ast::ComputedMember>(id).property)) {
      const NodeId property = as<ast::ComputedMember>(id).property;
      parts.push_back(tree().text(as<ast::StringLiteral>(property).value));
      if (parts.back().find('.') != std::string_view::npos) return nullptr;
      id = as<ast::ComputedMember>(id).object;
    } else {
      return nullptr;
    }
    if (!m_.defines.may_end_with(parts.front())) return nullptr;
  }
  return nullptr;
}

// The value, and the receiver if it is called right away.
Callee FunctionGenerator::defined_value(const Define& define) {
  if (define.is_json()) return {json_value(define.json, define.json.root()), ValueId()};
  std::string_view rest = define.name;
  size_t dot = rest.find('.');
  Callee found = {load_global(rest.substr(0, dot)), ValueId()};
  while (dot != std::string_view::npos) {
    rest.remove_prefix(dot + 1);
    dot = rest.find('.');
    found.receiver = b_.box(found.value);
    found.value = op(Op::GetProp, {found.receiver}, Immediate::of(m_.atom(rest.substr(0, dot))));
  }
  return found;
}

ValueId FunctionGenerator::json_value(const JsonDocument& json, JsonId id) {
  if (m_.stack.exhausted()) [[unlikely]] {
    m_.report_too_deep({});
    return b_.undefined();
  }
  switch (json.kind(id)) {
    case JsonKind::Null:
      return b_.null();
    case JsonKind::Boolean:
      return b_.boolean(json.boolean(id));
    case JsonKind::Number:
      return b_.number(number_of(json.string(id)));
    case JsonKind::String:
      return string(m_.atom(json.string(id)));
    case JsonKind::Array: {
      std::vector<ValueId> elements;
      for (JsonId element = json.first_child(id); element; element = json.next(element))
        elements.push_back(b_.box(json_value(json, element)));
      return b_.append(Op::NewArray, elements);
    }
    case JsonKind::Object:
      break;
  }
  const ValueId object =
      b_.append(Op::NewObject, std::span<const ValueId>(), Immediate::of(m_.empty_literal()));
  for (JsonId member = json.first_child(id); member; member = json.next(member)) {
    const ValueId value = b_.box(json_value(json, member));
    op(Op::DefineOwn, {object, string(m_.atom(json.key(member))), value});
  }
  return object;
}

// --- conditions ---

// The JSON of a literal or of what stands for a name, as far as conditions are decided by it.
struct FunctionGenerator::KnownValue {
  JsonKind kind = JsonKind::Null;
  bool boolean = false;
  double number = 0;
  std::string_view text;
  friend bool operator==(const KnownValue&, const KnownValue&) = default;
};

std::optional<FunctionGenerator::KnownValue> FunctionGenerator::known_value(NodeId id) const {
  id = skip_types(id);
  KnownValue value;
  switch (tree().kind(id)) {
    case NodeKind::NullLiteral:
      return value;
    case NodeKind::BooleanLiteral:
      value.kind = JsonKind::Boolean;
      value.boolean = tree().has_flag(id, NodeFlag::True);
      return value;
    case NodeKind::NumericLiteral:
      value.kind = JsonKind::Number;
      value.number = tree().number(id);
      return value;
    case NodeKind::StringLiteral:
      value.kind = JsonKind::String;
      value.text = tree().text(as<ast::StringLiteral>(id).value);
      return value;
    default:
      break;
  }
  const Define* const define = find_define(id);
  if (define == nullptr || !define->is_json()) return std::nullopt;
  const JsonDocument& json = define->json;
  const JsonId root = json.root();
  value.kind = json.kind(root);
  if (value.kind == JsonKind::Array || value.kind == JsonKind::Object) return std::nullopt;
  if (value.kind == JsonKind::Boolean) value.boolean = json.boolean(root);
  if (value.kind == JsonKind::Number) value.number = number_of(json.string(root));
  if (value.kind == JsonKind::String) value.text = json.string(root);
  return value;
}

// Of names that stand for constants and comparisons with them; `==` only between equal types.
std::optional<bool> FunctionGenerator::defined_condition(NodeId id) const {
  if (m_.defines.empty()) return std::nullopt;
  if (!is<ast::BinaryExpression>(id)) {
    const Define* const define = find_define(id);
    if (define == nullptr || !define->is_json()) return std::nullopt;
    return truth_of(define->json, define->json.root());
  }
  const auto& n = as<ast::BinaryExpression>(id);
  using enum fe::BinaryOperator;
  const bool is_loose = n.op == Equal || n.op == NotEqual;
  if (!is_loose && n.op != StrictEqual && n.op != StrictNotEqual) return std::nullopt;
  const auto left = known_value(n.left);
  const auto right = left ? known_value(n.right) : std::nullopt;
  if (!left || !right || (is_loose && left->kind != right->kind)) return std::nullopt;
  return (*left == *right) == (n.op == Equal || n.op == StrictEqual);
}

}  // namespace perry::irgen
