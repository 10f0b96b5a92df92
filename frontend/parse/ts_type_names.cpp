#include "frontend/parse/parser.h"

// Names in types: references, `typeof x.y`, `import("m").A`, and the names that declarations give.
namespace perry::frontend {

NodeId Parser::parse_type_reference() {
  const uint32_t begin = start();
  ast::TSTypeReference fields;
  fields.name = parse_entity_name(EntityNameStart::Type);
  if (at_type_arguments()) fields.type_arguments = parse_type_arguments();
  return make(begin, fields);
}

NodeId Parser::parse_const_type_reference() {
  const uint32_t begin = start();
  const AtomId name = token().atom;
  next();
  ast::TSTypeReference fields;
  fields.name = make(begin, ast::Identifier{name, {}});
  return make(begin, fields);
}

NodeId Parser::parse_entity_name(EntityNameStart how) {
  const uint32_t begin = start();
  NodeId left;
  if (how == EntityNameStart::Value && at(TokenKind::This)) {
    next();
    left = make(begin, ast::ThisExpression{});
  } else if (is_identifier_name(kind()) && !is_reserved_word(kind())) {
    check_type_word();
    const AtomId name = token().atom;
    next();
    left = make(begin, ast::Identifier{name, {}});
  } else {
    unexpected("a name");
    return error_node(begin);
  }
  if (!at(TokenKind::Dot)) [[likely]]
    return left;
  return parse_qualified_names(left, begin, how);
}

NodeId Parser::parse_qualified_names(NodeId left, uint32_t begin, EntityNameStart how) {
  while (at(TokenKind::Dot)) {
    next();
    const NodeId right = parse_name_after_dot(how);
    left = make(begin, ast::TSQualifiedName{left, right});
  }
  return left;
}

NodeId Parser::parse_name_after_dot(EntityNameStart how) {
  if (how == EntityNameStart::Value && at(TokenKind::PrivateName)) {
    const uint32_t begin = start();
    const AtomId name = token().atom;
    next();
    return make(begin, ast::PrivateName{name, {}});
  }
  if (!is_identifier_name(kind())) {
    unexpected("a name");
    return error_node(start());
  }
  // `let x: a.` and a statement on the next line: the name is what is missing.
  if (token().newline_before()) {
    const Token after = peek();
    if (is_identifier_name(after.kind) && !after.newline_before()) {
      unexpected("a name");
      return error_node(prev_end());
    }
  }
  return parse_identifier_name();
}

NodeId Parser::parse_type_query() {
  const uint32_t begin = start();
  next();
  ast::TSTypeQuery fields;
  if (at(TokenKind::Import)) {
    fields.name = parse_import_type();
  } else {
    fields.name = parse_entity_name(EntityNameStart::Value);
    if (at_type_arguments()) fields.type_arguments = parse_type_arguments();
  }
  return make(begin, fields);
}

NodeId Parser::parse_import_type() {
  const uint32_t begin = start();
  next();
  const uint32_t open = start();
  if (!expect(TokenKind::LeftParen)) return error_node(begin);
  ast::TSImportType fields;
  if (at(TokenKind::String)) {
    fields.argument = parse_literal();
  } else {
    const uint32_t argument_start = start();
    fields.argument = parse_type();
    if (!ast_.is<ast::ErrorNode>(fields.argument))
      early_error(diag::kImportTypeArgument, span_from(argument_start));
  }
  if (eat(TokenKind::Comma) && !at(TokenKind::RightParen)) {
    fields.options = parse_import_type_options();
    eat(TokenKind::Comma);
  }
  expect_closing(TokenKind::RightParen, open);
  if (eat(TokenKind::Dot)) {
    // The module's exports have any name, `default` among them; they are not in scope here.
    const uint32_t qualifier_start = start();
    fields.qualifier = parse_name_after_dot(EntityNameStart::Type);
    fields.qualifier =
        parse_qualified_names(fields.qualifier, qualifier_start, EntityNameStart::Type);
  }
  if (at_type_arguments()) fields.type_arguments = parse_type_arguments();
  return make(begin, fields);
}

// { with: { type: "json" } }, as an object literal so that tools find what they know.
NodeId Parser::parse_import_type_options() {
  const uint32_t begin = start();
  if (!expect(TokenKind::LeftBrace)) return error_node(begin);
  ListBuilder properties(*this);
  const uint32_t key_start = start();
  if (!at(TokenKind::With) && !at(TokenKind::Assert)) {
    expect(TokenKind::With);
    while (!at(TokenKind::RightBrace) && !at(TokenKind::Semicolon) && !at(TokenKind::EndOfFile))
      skip_balanced();
  } else {
    ast::Property property;
    property.key = parse_identifier_name();
    expect(TokenKind::Colon);
    property.value = parse_import_type_attributes();
    properties.push(make(key_start, property));
    eat(TokenKind::Comma);
  }
  expect_closing(TokenKind::RightBrace, begin);
  return make(begin, ast::ObjectExpression{properties.finish()});
}

NodeId Parser::parse_import_type_attributes() {
  const uint32_t begin = start();
  if (!expect(TokenKind::LeftBrace)) return error_node(begin);
  ListBuilder properties(*this);
  while (is_identifier_name(kind()) || at(TokenKind::String)) {
    const uint32_t key_start = start();
    ast::Property property;
    property.key = at(TokenKind::String) ? parse_literal() : parse_identifier_name();
    expect(TokenKind::Colon);
    if (!at(TokenKind::String)) {
      unexpected("a string");
      property.value = error_node(start());
    } else {
      property.value = parse_literal();
    }
    properties.push(make(key_start, property));
    if (!eat(TokenKind::Comma)) break;
  }
  expect_closing(TokenKind::RightBrace, begin);
  return make(begin, ast::ObjectExpression{properties.finish()});
}

NodeId Parser::parse_type_name(TypeNameOf what) {
  const uint32_t begin = start();
  const TokenKind k = kind();
  if (!is_identifier_name(k) || is_reserved_word(k)) {
    if (!is_reserved_word(k)) {
      unexpected("a name");
    } else {
      error(diag::kReservedTypeName, token().span(), token_text(k));
      if (!token().newline_before() && !at(TokenKind::Extends)) next();
    }
    return error_node(begin);
  }
  switch (k) {
    case TokenKind::Any:
    case TokenKind::BigIntWord:
    case TokenKind::Boolean:
    case TokenKind::Never:
    case TokenKind::NumberWord:
    case TokenKind::Object:
    case TokenKind::StringWord:
    case TokenKind::Symbol:
    case TokenKind::Undefined:
    case TokenKind::Unknown: {
      const std::string_view subject = what == TypeNameOf::Interface   ? "an interface"
                                       : what == TypeNameOf::TypeAlias ? "a type alias"
                                                                       : "a type parameter";
      early_error(diag::kBuiltInTypeName, token().span(), subject, token_text(k));
      break;
    }
    default:
      break;
  }
  check_type_word();
  const AtomId name = token().atom;
  next();
  return make(begin, ast::BindingIdentifier{name, {}});
}

// `let`, `static` and their kind name no types in strict code either.
void Parser::check_type_word() {
  if (kind() >= kFirstStrictWord && kind() < kFirstContextualWord && strict() && !ambient())
    early_error(diag::kStrictReservedWord, token().span(), token_text(kind()));
}

}  // namespace perry::frontend
