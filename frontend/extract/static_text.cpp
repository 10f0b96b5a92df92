#include "frontend/extract/static_text.h"

#include <string_view>
#include <vector>

#include "frontend/extract/tree.h"

namespace perry::frontend {

namespace {

// A specifier is short. What goes on beyond this is not one, and constants that double each other
// stay harmless.
constexpr size_t kMaxParts = 256;
constexpr size_t kMaxBytes = 64 * 1024;

class Reader {
 public:
  Reader(const Ast& ast, const ConstantInits& constants) : ast_(ast), constants_(constants) {}

  StaticText read(NodeId expression) {
    open_.push_back(expression);
    for (size_t parts = 0; !open_.empty(); parts++) {
      if (parts == kMaxParts || pattern_.size() > kMaxBytes) return {};
      const NodeId id = skip_type_wrappers(ast_, open_.back());
      open_.pop_back();
      read_part(id);
    }
    if (!has_hole_) return {StaticText::Kind::Literal, std::move(literal_)};
    if (literal_.empty()) return {};
    return {StaticText::Kind::Pattern, std::move(pattern_)};
  }

 private:
  void read_part(NodeId id) {
    if (id.is_none()) return hole();
    switch (ast_.kind(id)) {
      case NodeKind::StringLiteral:
        return text(ast_.text(ast_.as<ast::StringLiteral>(id).value));
      case NodeKind::TemplateElement: {
        const AtomId cooked = ast_.as<ast::TemplateElement>(id).cooked;
        return cooked.is_none() ? hole() : text(ast_.text(cooked));
      }
      case NodeKind::TemplateLiteral:
        return open_template(ast_.as<ast::TemplateLiteral>(id));
      case NodeKind::BinaryExpression: {
        const auto& n = ast_.as<ast::BinaryExpression>(id);
        if (n.op != BinaryOperator::Add) return hole();
        open_.push_back(n.right);
        open_.push_back(n.left);
        return;
      }
      case NodeKind::Identifier: {
        const BindingId binding = ast_.as<ast::Identifier>(id).binding;
        const auto found = constants_.find(binding.index);
        return found == constants_.end() ? hole() : open_.push_back(found->second);
      }
      default:
        return hole();
    }
  }

  void open_template(const ast::TemplateLiteral& n) {
    const auto quasis = ast_.list(n.quasis);
    const auto expressions = ast_.list(n.expressions);
    for (size_t i = quasis.size(); i-- > 0;) {
      if (i < expressions.size()) open_.push_back(expressions[i]);
      open_.push_back(quasis[i]);
    }
  }

  void text(std::string_view part) {
    literal_ += part;
    for (const char c : part) {
      if (c == '*' || c == '\\') pattern_ += '\\';
      pattern_ += c;
    }
    if (!part.empty()) ends_in_hole_ = false;
  }

  void hole() {
    has_hole_ = true;
    if (!ends_in_hole_) pattern_ += '*';
    ends_in_hole_ = true;
  }

  const Ast& ast_;
  const ConstantInits& constants_;
  std::vector<NodeId> open_;
  std::string literal_;
  std::string pattern_;
  bool has_hole_ = false;
  bool ends_in_hole_ = false;
};

}  // namespace

StaticText static_text(const Ast& ast, const ConstantInits& constants, NodeId expression) {
  return Reader(ast, constants).read(expression);
}

}  // namespace perry::frontend
