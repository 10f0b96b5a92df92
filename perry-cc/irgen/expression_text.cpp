#include "perry-cc/irgen/expression_text.h"

#include <string_view>

namespace perry::irgen {

namespace ast = fe::ast;
using fe::NodeFlag;
using fe::NodeId;
using fe::NodeKind;

namespace {

constexpr std::string_view kUnnamed = "(intermediate value)";
// What is longer than this says less than the value.
constexpr size_t kLongest = 120;

class Writer {
 public:
  Writer(const fe::Ast& tree, ir::ExpressionText::Kind kind) : tree_(tree), kind_(kind) {}

  void write(NodeId id);
  std::string take() { return std::move(out_); }

 private:
  using Kind = ir::ExpressionText::Kind;

  template <class T>
  const T& as(NodeId id) const {
    return tree_.as<T>(id);
  }
  std::string_view source(NodeId id) const { return tree_.text(tree_.span(id)); }
  void member(NodeId object, bool is_optional, std::string_view separator, std::string_view name);
  void computed_member(NodeId id);
  void call(NodeId callee);
  void operation(NodeId left, NodeId right);
  void elements(fe::NodeList list, std::string_view before, std::string_view between,
                std::string_view behind);

  const fe::Ast& tree_;
  Kind kind_;
  std::string out_;
};

void Writer::member(NodeId object, bool is_optional, std::string_view separator,
                    std::string_view name) {
  write(object);
  if (is_optional) out_ += '?';
  (out_ += separator) += name;
}

void Writer::computed_member(NodeId id) {
  const auto& n = as<ast::ComputedMember>(id);
  const bool is_optional = tree_.has_flag(id, NodeFlag::Optional);
  if (tree_.kind(n.property) == NodeKind::StringLiteral)
    return member(n.object, is_optional, ".", tree_.text(as<ast::StringLiteral>(n.property).value));
  write(n.object);
  out_ += is_optional ? "?.[" : "[";
  write(n.property);
  out_ += ']';
}

// V8 leaves the parentheses out where it looks for something to iterate.
void Writer::call(NodeId callee) {
  write(callee);
  if (kind_ == Kind::Callee) out_ += "(...)";
}

// With the operator as it stands between the operands.
void Writer::operation(NodeId left, NodeId right) {
  out_ += '(';
  write(left);
  std::string_view between = tree_.text({tree_.end(left), tree_.start(right)});
  while (!between.empty() && (between.front() == ')' || between.front() == ' '))
    between.remove_prefix(1);
  while (!between.empty() && (between.back() == '(' || between.back() == ' '))
    between.remove_suffix(1);
  ((out_ += ' ') += between) += ' ';
  write(right);
  out_ += ')';
}

void Writer::elements(fe::NodeList list, std::string_view before, std::string_view between,
                      std::string_view behind) {
  out_ += before;
  bool is_first = true;
  for (const NodeId element : tree_.list(list)) {
    if (!is_first) out_ += between;
    is_first = false;
    if (element) write(element);
    if (out_.size() > kLongest) break;
  }
  out_ += behind;
}

void Writer::write(NodeId id) {
  if (out_.size() > kLongest) return;
  id = without_types(tree_, id);
  switch (tree_.kind(id)) {
    case NodeKind::Identifier:
      out_ += tree_.text(as<ast::Identifier>(id).name);
      return;
    case NodeKind::ThisExpression:
    case NodeKind::ImportMeta:
    case NodeKind::NullLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::RegExpLiteral:
      out_ += source(id);
      return;
    case NodeKind::StringLiteral:
      ((out_ += '"') += tree_.text(as<ast::StringLiteral>(id).value)) += '"';
      return;
    case NodeKind::StaticMember: {
      const auto& n = as<ast::StaticMember>(id);
      return member(n.object, tree_.has_flag(id, NodeFlag::Optional), ".", tree_.text(n.name));
    }
    case NodeKind::PrivateMember: {
      const auto& n = as<ast::PrivateMember>(id);
      return member(n.object, tree_.has_flag(id, NodeFlag::Optional), "[#",
                    std::string(tree_.text(n.name)) + ']');
    }
    case NodeKind::ComputedMember:
      return computed_member(id);
    case NodeKind::ChainExpression:
      return write(as<ast::ChainExpression>(id).expression);
    case NodeKind::CallExpression:
      return call(as<ast::CallExpression>(id).callee);
    case NodeKind::TaggedTemplate:
      return call(as<ast::TaggedTemplate>(id).tag);
    case NodeKind::NewExpression:
      if (kind_ == Kind::Iterable) return write(as<ast::NewExpression>(id).callee);
      out_ += kUnnamed;
      return;
    case NodeKind::ArrayExpression:
      return elements(as<ast::ArrayExpression>(id).elements, "[", ",", "]");
    case NodeKind::ObjectExpression:
      return elements(as<ast::ObjectExpression>(id).properties, "{", "", "}");
    case NodeKind::SequenceExpression:
      return elements(as<ast::SequenceExpression>(id).expressions, "(", " , ", ")");
    case NodeKind::BinaryExpression:
      return operation(as<ast::BinaryExpression>(id).left, as<ast::BinaryExpression>(id).right);
    case NodeKind::LogicalExpression:
      return operation(as<ast::LogicalExpression>(id).left, as<ast::LogicalExpression>(id).right);
    case NodeKind::ConditionalExpression:
      for (int part = 0; part < 3; part++) out_ += kUnnamed;
      return;
    case NodeKind::AssignmentExpression:
      return write(as<ast::AssignmentExpression>(id).left);
    default:
      out_ += kUnnamed;
      return;
  }
}

}  // namespace

NodeId without_types(const fe::Ast& tree, NodeId id) {
  for (;;) {
    switch (tree.kind(id)) {
      case NodeKind::TSAsExpression:
      case NodeKind::TSSatisfiesExpression:
      case NodeKind::TSNonNullExpression:
      case NodeKind::TSInstantiationExpression:
        id = tree.as<ast::TSNonNullExpression>(id).expression;
        break;
      case NodeKind::TSTypeAssertion:
        id = tree.as<ast::TSTypeAssertion>(id).expression;
        break;
      default:
        return id;
    }
  }
}

std::string expression_text(const fe::Ast& tree, NodeId expression, ir::ExpressionText::Kind kind) {
  using enum ir::ExpressionText::Kind;
  bool is_called = false;
  if (kind == Iterable) {
    switch (tree.kind(expression)) {
      case NodeKind::ChainExpression:
      case NodeKind::ConditionalExpression:
      case NodeKind::LogicalExpression:
        return {};
      case NodeKind::CallExpression:
      case NodeKind::TaggedTemplate:
      case NodeKind::NewExpression:
        is_called = true;
        break;
      default:
        break;
    }
  }
  Writer writer(tree, kind);
  writer.write(expression);
  std::string text = writer.take();
  if (text.size() > kLongest) return {};
  return is_called ? text + " is not a function or its return value" : text;
}

}  // namespace perry::irgen
