#include <algorithm>
#include <string>

#include "frontend/ast/eval_call.h"
#include "frontend/parse/parser.h"

// Eval of a constant: what the text means is known where it stands, so it is parsed there, as code
// of its surroundings or of the global scope. Text that is no program makes the call throw when it
// runs; that is told by an entry without a body (Ast::find_eval).
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

// The same of what becomes a string where one is wanted.
bool text_of_constant(const Ast& ast, NodeId id, std::string& text) {
  if (ast.is<ast::NullLiteral>(id)) {
    text = "null";
  } else if (ast.is<ast::BooleanLiteral>(id)) {
    text = ast.has_flag(id, NodeFlag::True) ? "true" : "false";
  } else if (const auto* unary = ast.try_as<ast::UnaryExpression>(id)) {
    if (unary->op != UnaryOperator::Void || !ast.is<ast::NumericLiteral>(unary->argument))
      return false;
    text = "undefined";
  } else {
    return constant_text(ast, id, text);
  }
  return true;
}

// Reads the constants among a call's arguments. Nothing: there are others, or the text can't be
// parsed here. None: the text is no program.
class EvalReader {
 public:
  EvalReader(Ast& ast, const ParseOptions& options, support::DiagnosticSink& sink,
             support::StackLimit stack)
      : ast_(ast), options_(options), sink_(sink), stack_(stack) {}

  std::optional<NodeId> read(NodeList arguments, Context around) const;
  std::optional<NodeId> read_global(NodeList arguments) const;
  std::optional<NodeId> read_function(NodeList arguments) const;

 private:
  std::optional<NodeId> parse(std::string_view text, Context around) const;
  NodeId function_in(NodeId code, size_t head) const;

  Ast& ast_;
  const ParseOptions& options_;
  support::DiagnosticSink& sink_;
  support::StackLimit stack_;
};

std::optional<NodeId> EvalReader::parse(std::string_view text, Context around) const {
  if (has_lone_surrogate(text)) return std::nullopt;
  const auto start = ast_.append_source(text);
  if (!start) return std::nullopt;
  const support::DiagnosticSink::Mark mark = sink_.mark();
  ParseOptions options = options_;
  options.source.goal = Goal::Script;
  options.source.jsx = false;
  options.source.strict = (around & Context::Strict) != Context::None;
  NodeId body;
  {
    Parser inner(ast_, options, sink_, stack_);
    inner.lexer().start_at(*start);
    body = inner.parse_eval(around);
  }
  const bool is_program = sink_.mark().errors == mark.errors;
  sink_.rewind(mark);
  return is_program ? body : NodeId::none();
}

std::optional<NodeId> EvalReader::read(NodeList arguments, Context around) const {
  std::string text;
  if (arguments.count == 0 || !constant_text(ast_, ast_.list(arguments)[0], text))
    return std::nullopt;
  return parse(text, around);
}

// A function without names around the code, in which it stands as a direct eval: where nothing is
// around it but the global scope, that is what indirect eval means.
std::optional<NodeId> EvalReader::read_global(NodeList arguments) const {
  const std::optional<NodeId> code = read(arguments, Context::None);
  if (!code || code->is_none()) return code;
  const support::Span at = ast_.span(*code);
  const NodeId eval = ast_.make(at.start, at.start, ast::Identifier{atoms::eval, {}});
  const NodeId call = ast_.make(at.start, at.end, ast::CallExpression{eval, {}, {}});
  ast_.set_eval(call, *code);
  const NodeId result = ast_.make(at.start, at.end, ast::ReturnStatement{call});
  const NodeList statements = ast_.make_list({&result, 1});
  const NodeId body = ast_.make(at.start, at.end, ast::BlockStatement{statements, {}});
  return ast_.make(at.start, at.end, ast::FunctionExpression{{}, {}, {}, {}, body, {}});
}

// CreateDynamicFunction (20.2.1.1.1).
std::optional<NodeId> EvalReader::read_function(NodeList arguments) const {
  std::string parameters, body;
  for (uint32_t i = 0; i < arguments.count; i++) {
    std::string text;
    if (!text_of_constant(ast_, ast_.list(arguments)[i], text)) return std::nullopt;
    if (i + 1 == arguments.count) {
      body = std::move(text);
    } else {
      if (i != 0) parameters += ',';
      parameters += text;
    }
  }
  const std::string head = "(function anonymous(" + parameters + "\n) ";
  const std::optional<NodeId> code = parse(head + "{\n" + body + "\n})", Context::None);
  if (!code || code->is_none()) return code;
  return function_in(*code, head.size());
}

// Parameters and body must each be what they are alone: then the braces are where they were put.
NodeId EvalReader::function_in(NodeId code, size_t head) const {
  const NodeList statements = ast_.as<ast::BlockStatement>(code).body;
  if (statements.count != 1) return NodeId::none();
  const auto* statement = ast_.try_as<ast::ExpressionStatement>(ast_.list(statements)[0]);
  if (statement == nullptr) return NodeId::none();
  const NodeId id = statement->expression;
  auto* function = ast_.try_as<ast::FunctionExpression>(id);
  if (function == nullptr) return NodeId::none();
  const support::Span braces = ast_.span(function->body), all = ast_.span(code);
  if (braces.start != all.start + head || braces.end + 1 != all.end) return NodeId::none();
  function->id = NodeId::none();  // only the text has the name
  return id;
}

}  // namespace

void Parser::note_eval(NodeId call) {
  if (!options_.expands_eval || speculating_) return;
  const EvalKind kind = eval_kind(ast_, call);
  if (kind == EvalKind::None) return;
  const NodeList arguments = ast_.is<ast::NewExpression>(call)
                                 ? ast_.as<ast::NewExpression>(call).arguments
                                 : ast_.as<ast::CallExpression>(call).arguments;
  for (const NodeId argument : ast_.list(arguments))
    if (ast_.is<ast::SpreadElement>(argument)) return;
  const EvalReader reader(ast_, options_, sink_, stack_);
  const std::optional<NodeId> code = kind == EvalKind::Function ? reader.read_function(arguments)
                                     : kind == EvalKind::Direct ? reader.read(arguments, context_)
                                                                : reader.read_global(arguments);
  if (code) ast_.set_eval(call, *code);
}

// The text that the lexer is at, as code of the kind that `around` stands in.
NodeId Parser::parse_eval(Context around) {
  constexpr Context kInherited = Context::Strict | Context::NewTarget | Context::SuperProperty |
                                 Context::SuperCall | Context::ClassFieldInit |
                                 Context::FunctionBody;
  context_ = (around & kInherited) | Context::In;
  lexer_.set_strict(strict());
  // Text of calls in it will stand behind.
  const auto end = static_cast<uint32_t>(ast_.source().size());
  const uint32_t begin = lexer_.position();
  lexer_.next();
  ListBuilder statements(*this);
  BodyInfo info;
  parse_directives(statements, info);
  parse_statement_list(statements);
  if (!at(TokenKind::EndOfFile)) unexpected("the end of the text");
  for (const NodeId statement : statements.nodes()) {
    const auto* declaration = ast_.try_as<ast::VariableDeclaration>(statement);
    const bool is_using = declaration != nullptr && (declaration->kind == VariableKind::Using ||
                                                     declaration->kind == VariableKind::AwaitUsing);
    if (is_using) early_error(diag::kUsingInScript, ast_.span(statement));
  }
  const NodeFlag flags = strict() ? NodeFlag::Strict : NodeFlag::None;
  return ast_.make(begin, end, ast::BlockStatement{statements.finish(), {}}, flags);
}

}  // namespace perry::frontend
