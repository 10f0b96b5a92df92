#include "frontend/parse/parser.h"

namespace perry::frontend {

using support::Span;

namespace {

// What of the surroundings a field's initialiser or a static block sees.
constexpr Context kInClassCode = Context::Strict | Context::Ambient;

bool is_typescript_modifier(TokenKind k) {
  switch (k) {
    case TokenKind::Public:
    case TokenKind::Private:
    case TokenKind::Protected:
    case TokenKind::Readonly:
    case TokenKind::Abstract:
    case TokenKind::Declare:
    case TokenKind::Override:
      return true;
    default:
      return false;
  }
}

constexpr NodeFlag kFunctionFlags = NodeFlag::Async | NodeFlag::Generator;

}  // namespace

// { ... }. `outer_strict` is the strictness of the code behind the class.
NodeList Parser::parse_class_members(ClassState& state, bool outer_strict) {
  uint32_t open = start();
  if (!eat(TokenKind::LeftBrace)) {
    unexpected("{");
    lexer_.set_strict(outer_strict);
    return {};
  }
  ContextScope scope(*this, Context::In,
                     Context::Decorator | Context::Parentheses | Context::Brackets);
  ListBuilder members(*this);
  while (!at(TokenKind::RightBrace) && !at(TokenKind::EndOfFile)) {
    if (eat(TokenKind::Semicolon)) continue;
    uint32_t before = start();
    members.push(parse_class_member(state));
    if (last_error_ == start()) [[unlikely]]
      recover_member(before);
  }
  lexer_.set_strict(outer_strict);
  expect_closing(TokenKind::RightBrace, open);
  return members.finish();
}

bool Parser::at_member_name() const { return at_property_name(); }

AtomId Parser::static_name(const PropertyKey& key) const {
  if (key.computed) return AtomId::none();
  if (const auto* name = ast_.try_as<ast::IdentifierName>(key.node)) return name->name;
  if (const auto* text = ast_.try_as<ast::StringLiteral>(key.node)) return text->value;
  return AtomId::none();
}

NodeId Parser::parse_class_member(ClassState& state) {
  Member member;
  member.start = start();
  if (at(TokenKind::At)) member.decorators = parse_decorators();
  if (typescript() && is_word(kind()))
    member.flags = parse_modifiers(ModifierPlace::ClassMember).flags;
  if (at(TokenKind::Static) && !has(member.flags, NodeFlag::Static)) {
    Token word = token();
    next();
    if (at(TokenKind::LeftBrace)) {
      if (member.decorators.count != 0)
        early_error(diag::kDecoratorPlace, ast_.span(ast_.list(member.decorators)[0]));
      return parse_static_block(member.start);
    }
    if (at_member_name() || at(TokenKind::Star)) {
      member.flags |= NodeFlag::Static;
    } else {
      member.key.node = name_from(word);
    }
  }
  if (member.key.node.is_none()) {
    if (at(TokenKind::LeftBracket) && typescript()) {
      NodeId signature = try_parse_index_signature(member.start, member.flags);
      if (!signature.is_none()) return signature;
    }
    read_member_prefixes(member);
  }
  if (member.key.node.is_none()) {
    if (at(TokenKind::Star)) {
      member.flags |= NodeFlag::Generator;
      next();
    }
    member.key = parse_member_key();
  }
  if (at(TokenKind::Question)) {
    if (!typescript()) report_typescript_only(token().span(), "optional members");
    member.flags |= NodeFlag::Optional;
    next();
  } else if (at(TokenKind::Bang) && typescript() && !token().newline_before()) {
    member.flags |= NodeFlag::Definite;
    next();
  }
  bool is_method = at(TokenKind::LeftParen) || at(TokenKind::Less) ||
                   member.kind != MethodKind::Method ||
                   (member.flags & kFunctionFlags) != NodeFlag::None;
  return is_method ? parse_class_method(member, state) : parse_field(member);
}

// Words before the name; one that turns out to be the name itself becomes the key.
void Parser::read_member_prefixes(Member& member) {
  for (;;) {
    Token word = token();
    bool is_prefix = false;
    switch (word.kind) {
      case TokenKind::Accessor:
        next();
        is_prefix = at_member_name() && !token().newline_before();
        if (is_prefix) member.flags |= NodeFlag::Accessor;
        break;
      case TokenKind::Async:
        next();
        is_prefix = (at_member_name() || at(TokenKind::Star)) && !token().newline_before();
        if (is_prefix) member.flags |= NodeFlag::Async;
        if (is_prefix) return;
        break;
      case TokenKind::Get:
      case TokenKind::Set:
        next();
        if (at_member_name()) {
          member.kind = word.kind == TokenKind::Get ? MethodKind::Get : MethodKind::Set;
          return;
        }
        break;
      default:
        if (typescript() || !is_typescript_modifier(word.kind)) return;
        next();
        is_prefix = at_member_name() && !token().newline_before();
        if (is_prefix) error(diag::kModifierInJavaScript, word.span(), token_text(word.kind));
        break;
    }
    if (!is_prefix) {
      member.key.node = name_from(word);
      return;
    }
    if (has(member.flags, NodeFlag::Accessor)) return;
  }
}

Parser::PropertyKey Parser::parse_member_key() {
  if (!at(TokenKind::PrivateName)) return parse_property_key();
  if (token().atom == atoms::constructor) early_error(diag::kPrivateConstructor, token().span());
  PropertyKey key;
  key.node = parse_private_name();
  return key;
}

NodeId Parser::parse_static_block(uint32_t from) {
  uint32_t open = start();
  next();
  FunctionScope function(*this);
  ContextScope scope(*this,
                     Context::In | Context::NewTarget | Context::SuperProperty |
                         Context::StaticBlock | Context::FunctionBody,
                     ~kInClassCode);
  ListBuilder statements(*this);
  parse_statement_list(statements);
  expect_closing(TokenKind::RightBrace, open);
  return make(from, ast::StaticBlock{statements.finish(), {}});
}

NodeId Parser::parse_class_method(Member& member, ClassState& state) {
  AtomId name = static_name(member.key);
  bool is_static = has(member.flags, NodeFlag::Static);
  bool is_constructor = name == atoms::constructor && !is_static;
  FunctionRole role = FunctionRole::Method;
  if (member.kind == MethodKind::Get) role = FunctionRole::Getter;
  if (member.kind == MethodKind::Set) role = FunctionRole::Setter;
  if (is_constructor) {
    check_constructor(member);
    if (member.kind == MethodKind::Method) {
      member.kind = MethodKind::Constructor;
      role = state.is_derived ? FunctionRole::DerivedConstructor : FunctionRole::Constructor;
    }
  } else if (is_static && name == atoms::prototype) {
    early_error(diag::kStaticPrototype, ast_.span(member.key.node));
  }
  NodeId value = parse_method(member.flags & kFunctionFlags, role);
  const auto* function = ast_.try_as<ast::FunctionExpression>(value);
  bool has_body = function != nullptr && !function->body.is_none();
  if (member.kind == MethodKind::Constructor && has_body) {
    Span span = ast_.span(member.key.node);
    if (state.has_constructor) {
      early_error(diag::kDuplicateConstructor, span).label(state.constructor, "first one");
    } else {
      state.constructor = span;
    }
    state.has_constructor = true;
  }
  NodeFlag flags = member.flags & ~kFunctionFlags;
  if (member.key.computed) flags |= NodeFlag::Computed;
  return make(member.start,
              ast::MethodDefinition{member.decorators, member.key.node, value, member.kind}, flags);
}

// What a method with the name `constructor` must not be.
void Parser::check_constructor(const Member& member) {
  Span span = ast_.span(member.key.node);
  if (member.kind != MethodKind::Method) {
    early_error(diag::kConstructorAccessor, span);
  } else if (has(member.flags, NodeFlag::Generator)) {
    early_error(diag::kConstructorGenerator, span);
  } else if (has(member.flags, NodeFlag::Async)) {
    early_error(diag::kConstructorAsync, span);
  } else if (member.decorators.count != 0) {
    early_error(diag::kDecoratedConstructor, ast_.span(ast_.list(member.decorators)[0]));
  }
}

NodeId Parser::parse_field(Member& member) {
  AtomId name = static_name(member.key);
  bool is_static = has(member.flags, NodeFlag::Static);
  if (name == atoms::constructor) {
    early_error(diag::kFieldConstructor, ast_.span(member.key.node));
  } else if (name == atoms::prototype && is_static) {
    early_error(diag::kStaticPrototype, ast_.span(member.key.node));
  }
  ast::PropertyDefinition node;
  node.decorators = member.decorators;
  node.key = member.key.node;
  if (at(TokenKind::Colon)) node.type = parse_any_type_annotation();
  if (eat(TokenKind::Equal)) {
    FunctionScope function(*this);
    ContextScope scope(*this,
                       Context::In | Context::NewTarget | Context::SuperProperty |
                           Context::ClassFieldInit | Context::FunctionBody,
                       ~kInClassCode);
    node.value = parse_assignment();
  }
  expect_semicolon();
  NodeFlag flags = member.flags;
  if (member.key.computed) flags |= NodeFlag::Computed;
  return make(member.start, node, flags);
}

}  // namespace perry::frontend
