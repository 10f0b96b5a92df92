#include "frontend/token/token.h"
#include "perry-cc/irgen/generator.h"

// Where V8 says that things happen, so that traces agree, if that isn't where their node begins.
namespace perry::irgen {

namespace {

// Words that are reserved everywhere, as opposed to names; `super` counts as a name.
bool is_reserved_name(fe::AtomId name) {
  if (name.index >= fe::kWordCount) return false;
  const fe::TokenKind word = fe::word_kind(name);
  return fe::is_reserved_word(word) && word != fe::TokenKind::Super;
}

}  // namespace

// Behind blanks and comments.
uint32_t FunctionGenerator::next_token(uint32_t offset) const {
  const std::string_view text = tree().source();
  while (offset < text.size()) {
    const std::string_view rest = text.substr(offset);
    if (rest.starts_with("//"))
      offset += static_cast<uint32_t>(std::min(rest.find('\n'), rest.size()));
    else if (rest.starts_with("/*"))
      offset += static_cast<uint32_t>(std::min(rest.find("*/") + 2, rest.size()));
    else if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n' || rest[0] == '\r')
      offset++;
    else
      break;
  }
  return offset;
}

// A call happens at the name before its parenthesis, or else at the parenthesis.
uint32_t FunctionGenerator::call_position(NodeId call) const {
  const auto& n = as<ast::CallExpression>(call);
  const NodeId target = skip_types(n.callee);
  const bool is_plain = !tree().has_flag(n.callee, NodeFlag::Parenthesized);
  if (is_plain && is<ast::StaticMember>(target)) {
    const auto& member = as<ast::StaticMember>(target);
    if (!is_reserved_name(member.name)) return member.name_start;
  }
  if (is_plain && is<ast::Identifier>(target)) return tree().start(target);
  const std::string_view text = tree().source();
  uint32_t at = tree().end(n.type_arguments ? n.type_arguments : n.callee);
  constexpr std::string_view kBetween = ")!?.";
  for (at = next_token(at); at < text.size() && kBetween.contains(text[at]);)
    at = next_token(at + 1);
  return at < text.size() && text[at] == '(' ? at : tree().start(target);
}

// An assignment happens at its operator.
uint32_t FunctionGenerator::operator_position(NodeId left) const {
  const std::string_view text = tree().source();
  uint32_t at = next_token(tree().end(left));
  while (at < text.size() && (text[at] == ')' || text[at] == '!')) at = next_token(at + 1);
  return at < text.size() ? at : tree().start(left);
}

void FunctionGenerator::note_text(ir::ExpressionText::Kind kind, NodeId expression) {
  const std::string text = expression_text(tree(), expression, kind);
  if (!text.empty()) m_.module.texts.push_back({b_.position(), kind, m_.module.atoms.intern(text)});
}

// A loop asks for the next value at the name that gets it.
void FunctionGenerator::at_loop_target(NodeId left) {
  if (is<ast::VariableDeclaration>(left)) {
    const std::span<const NodeId> names = list(as<ast::VariableDeclaration>(left).declarators);
    if (!names.empty()) left = names[0];
  }
  at(left);
}

}  // namespace perry::irgen
