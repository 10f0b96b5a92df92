#include "frontend/parse/parser.h"

// Declarations that only TypeScript has, and `declare` in front of the others. Their first words
// are names as well: whether one begins a declaration shows in what follows on the same line.
namespace perry::frontend {

using support::Span;

NodeId Parser::try_parse_ts_declaration() {
  const uint32_t begin = start();
  switch (kind()) {
    case TokenKind::Interface: {
      // Strict code has no other use for the word, so that a name must be what is missing.
      const bool without_name = strict() && byte_after_token() == '{';
      if (!without_name && !at_name_on_same_line()) return NodeId::none();
      return parse_interface(begin, NodeFlag::None);
    }
    case TokenKind::Type:
      return at_name_on_same_line() ? parse_type_alias(begin, NodeFlag::None) : NodeId::none();
    case TokenKind::Enum:
      return parse_ts_enum(begin, NodeFlag::None);
    case TokenKind::Const:
      if (byte_after_white_space() != 'e' || peek().kind != TokenKind::Enum) return NodeId::none();
      next();
      return parse_ts_enum(begin, NodeFlag::Const);
    case TokenKind::Namespace:
    case TokenKind::Module:
      return at_ts_declaration() ? parse_namespace(begin, NodeFlag::None) : NodeId::none();
    case TokenKind::Global:
      if (byte_after_white_space() != '{') return NodeId::none();
      return parse_global_augmentation(begin, NodeFlag::None);
    case TokenKind::Declare:
      return at_ts_declaration() ? parse_declare(begin) : NodeId::none();
    case TokenKind::Abstract:
      if (!at_ts_declaration()) return NodeId::none();
      if (peek().kind != TokenKind::Class) return parse_misplaced_modifier(begin);
      next();
      return parse_class_declaration(begin, {}, NodeFlag::Abstract);
    case TokenKind::Public:
    case TokenKind::Private:
    case TokenKind::Protected:
    case TokenKind::Static:
    case TokenKind::Readonly:
    case TokenKind::Override:
    case TokenKind::Accessor:
      return at_ts_declaration() ? parse_misplaced_modifier(begin) : NodeId::none();
    default:
      return NodeId::none();
  }
}

bool Parser::at_name_on_same_line() {
  const uint8_t byte = byte_after_token();
  if ((byte >= 'A' && byte <= 'Z') || byte == '_' || byte == '$') return true;
  if (byte < 'a' && byte != '\\' && byte != '/') return false;
  const Token after = peek();
  if (!is_identifier_name(after.kind) || after.newline_before()) return false;
  // Any other reserved word can only be a mistaken name.
  return after.kind != TokenKind::In && after.kind != TokenKind::Instanceof;
}

// Whether the words from here on lead to a declaration: modifiers on one line, then its keyword.
bool Parser::at_ts_declaration() {
  const uint8_t byte = byte_after_token();
  if (byte == '(' || byte == '.' || byte == '=' || byte == ',' || byte == ';' || byte == ')')
    return false;
  const Lexer::Snapshot saved = lexer_.snapshot();
  lexer_.set_silent(true);
  bool answer = false;
  bool go_on = true;
  while (go_on) {
    go_on = false;
    const TokenKind word = kind();
    switch (word) {
      case TokenKind::Var:
      case TokenKind::Let:
      case TokenKind::Const:
      case TokenKind::Function:
      case TokenKind::Class:
      case TokenKind::Enum:
      case TokenKind::Import:
      case TokenKind::Export:
        answer = true;
        break;
      case TokenKind::Using:
      case TokenKind::Interface:
      case TokenKind::Type:
        lexer_.next();
        answer =
            is_identifier_name(kind()) && !is_reserved_word(kind()) && !token().newline_before();
        break;
      case TokenKind::Await:
        lexer_.next();
        answer = at(TokenKind::Using) && !token().newline_before();
        break;
      case TokenKind::Module:
      case TokenKind::Namespace:
        lexer_.next();
        answer =
            !token().newline_before() &&
            (at(TokenKind::String) || (is_identifier_name(kind()) && !is_reserved_word(kind())));
        break;
      case TokenKind::Global:
        lexer_.next();
        answer = at(TokenKind::LeftBrace);
        break;
      case TokenKind::Abstract:
      case TokenKind::Accessor:
      case TokenKind::Async:
      case TokenKind::Declare:
      case TokenKind::Override:
      case TokenKind::Private:
      case TokenKind::Protected:
      case TokenKind::Public:
      case TokenKind::Readonly:
      case TokenKind::Static:
        lexer_.next();
        go_on = !token().newline_before();
        break;
      default:
        break;
    }
  }
  lexer_.restore(saved);
  lexer_.set_silent(false);
  return answer;
}

NodeId Parser::parse_interface(uint32_t begin, NodeFlag flags) {
  next();
  ast::TSInterfaceDeclaration fields;
  fields.id = parse_type_name(TypeNameOf::Interface);
  fields.type_parameters = try_parse_type_parameter_list();
  if (!fields.type_parameters.is_none())
    check_variance(fields.type_parameters, TypeParameterOwner::Interface);
  fields.extends = parse_interface_extends();
  fields.body_start = start();
  if (expect(TokenKind::LeftBrace)) fields.members = parse_type_members(fields.body_start);
  return make(begin, fields, flags);
}

NodeList Parser::parse_interface_extends() {
  NodeList extends;
  bool seen = false;
  while (at(TokenKind::Extends) || at(TokenKind::Implements)) {
    const Span word = token().span();
    const bool is_implements = at(TokenKind::Implements);
    if (is_implements)
      early_error(diag::kInterfaceImplements, word).fix(word, "extends", "write `extends`");
    else if (seen)
      early_error(diag::kExtendsRepeated, word);
    next();
    const NodeList list = parse_heritage_list();
    for (const NodeId id : ast_.list(list)) {
      NodeId name = ast_.as<ast::TSHeritage>(id).expression;
      while (const auto* member = ast_.try_as<ast::StaticMember>(name)) {
        if (ast_.has_flag(name, NodeFlag::Optional) || ast_.has_flag(name, NodeFlag::Parenthesized))
          break;
        name = member->object;
      }
      const bool is_name = ast_.is<ast::Identifier>(name) || ast_.is<ast::ErrorNode>(name);
      if (!is_name || ast_.has_flag(name, NodeFlag::Parenthesized))
        early_error(diag::kInterfaceExtendsExpression,
                    ast_.span(ast_.as<ast::TSHeritage>(id).expression));
    }
    if (!seen && !is_implements) extends = list;
    seen = seen || !is_implements;
  }
  return extends;
}

NodeList Parser::parse_heritage_list() {
  ListBuilder list(*this);
  if (at(TokenKind::LeftBrace)) {
    unexpected("a name");
    return {};
  }
  do {
    const uint32_t begin = start();
    ast::TSHeritage fields;
    fields.expression = parse_left_hand_side();
    if (auto* instantiation = ast_.try_as<ast::TSInstantiationExpression>(fields.expression);
        instantiation != nullptr && !ast_.has_flag(fields.expression, NodeFlag::Parenthesized)) {
      fields.type_arguments = instantiation->type_arguments;
      fields.expression = instantiation->expression;
    } else if (at(TokenKind::Less) || at(TokenKind::LessLess)) {
      fields.type_arguments = parse_type_arguments();
    }
    list.push(make(begin, fields));
  } while (eat(TokenKind::Comma));
  return list.finish();
}

NodeId Parser::parse_type_alias(uint32_t begin, NodeFlag flags) {
  next();
  ast::TSTypeAliasDeclaration fields;
  fields.id = parse_type_name(TypeNameOf::TypeAlias);
  fields.type_parameters = try_parse_type_parameter_list();
  if (!fields.type_parameters.is_none())
    check_variance(fields.type_parameters, TypeParameterOwner::TypeAlias);
  expect(TokenKind::Equal);
  if (at(TokenKind::Intrinsic) && byte_after_token() != '.')
    fields.type = parse_keyword_type(TypeKeyword::Intrinsic);
  else
    fields.type = parse_type();
  expect_semicolon();
  return make(begin, fields, flags);
}

NodeId Parser::parse_ts_enum(uint32_t begin, NodeFlag flags) {
  next();
  ast::TSEnumDeclaration fields;
  fields.id = parse_binding_identifier();
  fields.body_start = start();
  if (expect(TokenKind::LeftBrace)) {
    ListBuilder members(*this);
    while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
      const uint32_t before = start();
      members.push(parse_ts_enum_member());
      if (at(TokenKind::RightBrace) || eat(TokenKind::Comma)) continue;
      error(diag::kEnumMemberEnd, token().span(), found());
      eat(TokenKind::Semicolon);
      if (start() == before) next();
    }
    fields.members = members.finish();
    expect_closing(TokenKind::RightBrace, fields.body_start);
  }
  return make(begin, fields, flags);
}

NodeId Parser::parse_ts_enum_member() {
  const uint32_t begin = start();
  const bool names_member = is_identifier_name(kind()) || at(TokenKind::LeftBracket) ||
                            at(TokenKind::String) || at(TokenKind::Number) ||
                            at(TokenKind::BigInt) || at(TokenKind::PrivateName);
  if (!names_member) {
    unexpected("a member name");
    return error_node(begin);
  }
  const Span name = token().span();
  if (at(TokenKind::Number) || at(TokenKind::BigInt)) early_error(diag::kEnumMemberNumeric, name);
  ast::TSEnumMember fields;
  bool computed = false;
  if (at(TokenKind::PrivateName)) {
    early_error(diag::kEnumMemberPrivate, name);
    fields.id = parse_private_name();
  } else {
    const PropertyKey key = parse_property_key();
    fields.id = key.node;
    computed = key.computed;
    const bool is_constant = ast_.is<ast::StringLiteral>(key.node) ||
                             ast_.is<ast::TemplateLiteral>(key.node) ||
                             ast_.is<ast::ErrorNode>(key.node);
    if (computed && !is_constant) early_error(diag::kEnumMemberComputed, span_from(begin));
  }
  if (eat(TokenKind::Equal)) {
    ContextScope scope(*this, Context::In);
    fields.init = parse_assignment();
  }
  return make(begin, fields, computed ? NodeFlag::Computed : NodeFlag::None);
}

// `for (const x: T of y)`.
void Parser::check_for_type(NodeId declarator, std::string_view word) {
  const NodeId type = ast_.as<ast::VariableDeclarator>(declarator).type;
  if (!type.is_none()) early_error(diag::kForTypeAnnotation, ast_.span(type), word);
}

NodeId Parser::parse_declare(uint32_t begin) {
  const Span word = token().span();
  // At the top of a declaration file everything is ambient already, and `declare` still usual.
  if (ambient() && in(Context::Namespace)) early_error(diag::kDeclareInAmbient, word);
  next();
  while (at(TokenKind::Declare)) {
    early_error(diag::kModifierRepeated, token().span(), "declare");
    next();
  }
  // A list of statements that is ambient is looked at as a whole when it ends.
  const bool checked_with_list = ambient();
  ContextScope scope(*this, Context::Ambient);
  const NodeId node = parse_declared(begin, word);
  if (!checked_with_list) check_ambient_statements({&node, 1});
  return node;
}

// Behind `declare`, which at_ts_declaration has found to begin a declaration.
NodeId Parser::parse_declared(uint32_t begin, Span declare) {
  switch (kind()) {
    case TokenKind::Interface:
      return parse_interface(begin, NodeFlag::Declare);
    case TokenKind::Type:
      return parse_type_alias(begin, NodeFlag::Declare);
    case TokenKind::Enum:
      return parse_ts_enum(begin, NodeFlag::Declare);
    case TokenKind::Namespace:
    case TokenKind::Module:
      return parse_namespace(begin, NodeFlag::Declare);
    case TokenKind::Global:
      return parse_global_augmentation(begin, NodeFlag::Declare);
    case TokenKind::Class:
      return parse_class_declaration(begin, {}, NodeFlag::Declare);
    case TokenKind::Function:
      return parse_function_declaration(begin, NodeFlag::Declare);
    case TokenKind::Abstract:
      if (peek().kind != TokenKind::Class) return parse_misplaced_modifier(begin);
      next();
      return parse_class_declaration(begin, {}, NodeFlag::Declare | NodeFlag::Abstract);
    case TokenKind::Async:
      early_error(diag::kAsyncInAmbient, token().span());
      next();
      if (!at(TokenKind::Function)) return parse_statement_list_item();
      return parse_function_declaration(begin, NodeFlag::Declare | NodeFlag::Async);
    case TokenKind::Const:
      if (peek().kind == TokenKind::Enum) {
        next();
        return parse_ts_enum(begin, NodeFlag::Declare | NodeFlag::Const);
      }
      [[fallthrough]];
    case TokenKind::Var:
    case TokenKind::Let: {
      const NodeId node = parse_variable_declaration_statement();
      if (!ast_.is<ast::VariableDeclaration>(node)) return node;
      ast_.add_flag(node, NodeFlag::Declare);
      ast_.set_span(node, begin, ast_.end(node));
      return node;
    }
    case TokenKind::Import:
      early_error(diag::kModifierNotAllowed, declare, "declare", "an import declaration");
      return parse_statement_list_item();
    case TokenKind::Export:
      early_error(diag::kModifierOrder, token().span(), "export", "declare")
          .label(declare, "must come after");
      return parse_statement_list_item();
    case TokenKind::Using:
    case TokenKind::Await:
      early_error(diag::kModifierNotAllowed, declare, "declare", "a `using` declaration");
      return parse_statement_list_item();
    default:
      return parse_misplaced_modifier(begin);
  }
}

// A modifier that no declaration takes, in front of one.
NodeId Parser::parse_misplaced_modifier(uint32_t begin) {
  if (too_deep()) return error_node(begin);
  // All of them at once: looking for the declaration behind each would look again and again.
  for (;;) {
    switch (kind()) {
      case TokenKind::Abstract:
        early_error(diag::kModifierNotAllowed, token().span(), "abstract",
                    "a declaration that is not a class");
        break;
      case TokenKind::Accessor:
      case TokenKind::Override:
      case TokenKind::Private:
      case TokenKind::Protected:
      case TokenKind::Public:
      case TokenKind::Readonly:
      case TokenKind::Static:
        early_error(diag::kModifierNotAllowed, token().span(), token_text(kind()),
                    "a module or namespace element");
        break;
      default:
        return parse_statement_list_item();
    }
    next();
  }
}

}  // namespace perry::frontend
