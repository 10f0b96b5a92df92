#include <algorithm>
#include <string>

#include "frontend/parse/parser.h"

// Direct eval of a constant: what the text means is known where it stands, so it is parsed there,
// as code of its surroundings. Text that is no program makes the call throw when it runs; that is
// told by an entry without a body (Ast::find_eval).
namespace perry::frontend {

namespace {

bool constant_text(const Ast& ast, NodeId id, std::string& text);

bool constant_piece(const Ast& ast, NodeId id, std::string& text) {
  if (const auto* literal = ast.try_as<ast::StringLiteral>(id)) {
    text += ast.text(literal->value);
    return true;
  }
  if (const auto* literal = ast.try_as<ast::TemplateLiteral>(id)) {
    const std::span<const NodeId> pieces = ast.list(literal->quasis);
    if (pieces.size() != 1) return false;
    const AtomId cooked = ast.as<ast::TemplateElement>(pieces[0]).cooked;
    if (cooked.is_none()) return false;
    text += ast.text(cooked);
    return true;
  }
  return ast.is<ast::BinaryExpression>(id) && constant_text(ast, id, text);
}

// The value of an expression that is a constant string; false if it is none. Sums may be long.
bool constant_text(const Ast& ast, NodeId id, std::string& text) {
  std::vector<NodeId> rest;
  while (const auto* sum = ast.try_as<ast::BinaryExpression>(id)) {
    if (sum->op != BinaryOperator::Add) return false;
    rest.push_back(sum->right);
    id = sum->left;
  }
  if (!constant_piece(ast, id, text)) return false;
  while (!rest.empty()) {
    if (!constant_piece(ast, rest.back(), text)) return false;
    rest.pop_back();
  }
  return true;
}

// Such text is no UTF-8, which is what can be parsed.
bool has_lone_surrogate(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); i++)
    if (static_cast<uint8_t>(text[i]) == 0xed && static_cast<uint8_t>(text[i + 1]) >= 0xa0)
      return true;
  return false;
}

}  // namespace

void Parser::note_eval(NodeId call) {
  if (!options_.expands_eval || speculating_) return;
  const auto& n = ast_.as<ast::CallExpression>(call);
  if (!ast_.is<ast::Identifier>(n.callee) || n.arguments.count == 0) return;
  if (ast_.as<ast::Identifier>(n.callee).name != atoms::eval ||
      ast_.has_flag(call, NodeFlag::Optional))
    return;
  for (const NodeId argument : ast_.list(n.arguments))
    if (ast_.is<ast::SpreadElement>(argument)) return;
  std::string text;
  if (!constant_text(ast_, ast_.list(n.arguments)[0], text) || has_lone_surrogate(text)) return;
  const auto start = ast_.append_source(text);
  if (!start) return;
  const support::DiagnosticSink::Mark mark = sink_.mark();
  ParseOptions options = options_;
  options.source.goal = Goal::Script;
  options.source.jsx = false;
  options.source.strict = strict();
  NodeId body;
  {
    Parser inner(ast_, options, sink_, stack_);
    inner.lexer_.start_at(*start);
    body = inner.parse_eval(context_);
  }
  const bool is_program = sink_.mark().errors == mark.errors;
  sink_.rewind(mark);
  ast_.set_eval(call, is_program ? body : NodeId::none());
}

// The text that the lexer is at, as code of the kind that `around` stands in.
NodeId Parser::parse_eval(Context around) {
  constexpr Context kInherited = Context::Strict | Context::NewTarget | Context::SuperProperty |
                                 Context::SuperCall | Context::ClassFieldInit |
                                 Context::FunctionBody;
  context_ = (around & kInherited) | Context::In;
  lexer_.set_strict(strict());
  const uint32_t begin = lexer_.position();
  lexer_.next();
  ListBuilder statements(*this);
  BodyInfo info;
  parse_directives(statements, info);
  parse_statement_list(statements);
  if (!at(TokenKind::EndOfFile)) unexpected("the end of the text");
  const NodeFlag flags = strict() ? NodeFlag::Strict : NodeFlag::None;
  return ast_.make(begin, static_cast<uint32_t>(ast_.source().size()),
                   ast::BlockStatement{statements.finish(), {}}, flags);
}

}  // namespace perry::frontend
