// Private members of Parser for JavaScript's own grammar; included inside the class.

// --- core.cpp: lists and messages ---
// Behind a list's element: true when a comma stood there, or was missing, and the list goes on.
// What can't be part of the list is reported and skipped.
bool continue_list(TokenKind close) {
  if (eat(TokenKind::Comma)) [[likely]]
    return true;
  return recover_list(close);
}
bool recover_list(TokenKind close);
bool closes_nothing(TokenKind close) const;
void skip_stray_brackets(TokenKind close);
bool ends_list(TokenKind close) const;
bool is_line_torn() const;
void doubt_nesting();
std::string found() const;                     // the current token, for messages
std::string quoted(support::Span span) const;  // source text in backticks, cut when long
void rewind_to(uint32_t offset);               // reads the token there again

// --- program.cpp: programs, bodies, directives, recovery between statements ---
void parse_statement_list(ListBuilder& list);  // up to `}` or the end
// What a function body's directives brought.
struct BodyInfo {
  bool strict = false;
  support::Span use_strict;  // of "use strict", empty without
};
void parse_directives(ListBuilder& list, BodyInfo& info);
void enter_strict(support::Span octal);
void recover_statement(uint32_t before);
void recover_member(uint32_t before);
void skip_balanced();
void skip_closing();
void skip_to_closing();
bool can_start_line(TokenKind k) const;
bool starts_declaration_or_statement(TokenKind k) const;

// --- statements.cpp ---
// Where a statement stands decides which declarations may be one.
enum class Position : uint8_t {
  ListItem,
  Body,          // of a loop, `with`, ...
  IfBody,        // Annex B: a plain function may stand there in sloppy code
  LabelledItem,  // behind a label that is itself a list item: likewise
};
NodeId parse_statement_at(Position position);
NodeId parse_word_statement(Position position);
NodeId parse_function_statement(uint32_t from, NodeFlag flags, Position position);
NodeId parse_async_statement(Position position);
NodeId parse_class_statement(Position position);
NodeId parse_decorated_statement(Position position);
NodeId parse_expression_statement(Position position);
NodeId finish_expression_statement(uint32_t from, NodeId expression, Position position);
static std::string_view typescript_declaration(AtomId word);
NodeId parse_typescript_statement_in_javascript(uint32_t from, NodeId expression);
void forget_strict_word(support::Span span);
NodeId parse_parenthesized_condition();  // ( Expression ), without a node of its own
NodeId parse_if();
NodeId parse_switch();
NodeId parse_switch_case(support::Span& default_span);
NodeId parse_try();
NodeId parse_catch();
NodeId parse_return();
NodeId parse_throw();
NodeId parse_with();

// --- labels.cpp ---
struct Label {
  AtomId name;
  support::Span span;
  uint32_t outer = 0;  // the next one out of that name; see below
  uint32_t body = 0;   // where the labelled statement begins
  bool is_loop = false;
  bool is_chained = false;  // the label before labels this one
};
NodeId parse_labelled(uint32_t from, NodeId label, Position position);
void push_label(uint32_t from, AtomId name, support::Span span);
void pop_label();
const Label* find_label(AtomId name) const;
NodeId parse_break();
NodeId parse_continue();

// --- declarations.cpp ---
enum class DeclarationPlace : uint8_t { Statement, ForHead };
NodeId parse_variable_statement(uint32_t from, VariableKind kind);
NodeId parse_variable_declaration(uint32_t from, VariableKind kind, DeclarationPlace place);
NodeId parse_variable_declarator(VariableKind kind, DeclarationPlace place);
void mark_without_side_effects(NodeId declarator);
void check_initializer(NodeId declarator, VariableKind kind);
void check_definite(const ast::VariableDeclarator& node);
void check_lexical_place(Position position, support::Span span);
void check_using_place(support::Span span);
NodeId parse_const_statement(Position position);
NodeId parse_let_statement(Position position);
NodeId parse_using_statement(Position position);
NodeId parse_await_using_statement(Position position);
bool at_let_declaration() const;
bool at_await_using();

// --- loops.cpp ---
struct ForHead {
  NodeId left;
  uint32_t start = 0;
  bool is_declaration = false;
  bool is_let = false;    // an expression that begins with `let`
  bool is_async = false;  // the name `async`, just so
  size_t cover = 0;       // cover errors before it
};
NodeId parse_for();
ForHead parse_for_head();
bool parse_for_declaration_head(ForHead& head);
bool at_for_using_name();
NodeId parse_for_in_of(uint32_t from, uint32_t open, ForHead& head, NodeFlag flags);
void check_for_declaration(const ForHead& head, bool of);
NodeId parse_for_rest(uint32_t from, NodeId init, uint32_t open, NodeFlag flags);
NodeId parse_while();
NodeId parse_do_while();
NodeId parse_loop_body();

// --- functions.cpp ---
enum class FunctionRole : uint8_t {
  Plain,
  Method,
  Getter,
  Setter,
  Constructor,
  DerivedConstructor
};
static Context role_context(FunctionRole role);
enum class Naming : uint8_t { Required, Optional };
// Begins the count of what function_ counts, and goes back to the function around at the end.
class FunctionScope {
 public:
  explicit FunctionScope(Parser& p) : parser_(p), saved_(p.function_) {
    p.function_ = {0, 0, 0, static_cast<uint32_t>(p.labels_.size())};
  }
  ~FunctionScope() { parser_.function_ = saved_; }
  FunctionScope(const FunctionScope&) = delete;
  FunctionScope& operator=(const FunctionScope&) = delete;

 private:
  Parser& parser_;
  FunctionState saved_;
};
struct FunctionTail {
  NodeId type_parameters;
  NodeList params;
  NodeId return_type;
  NodeId body;
  NodeFlag flags = NodeFlag::None;
};
NodeId parse_function_declaration(uint32_t from, NodeFlag flags, Naming naming);
NodeId parse_function_expression(uint32_t from, NodeFlag flags);
NodeId parse_method(NodeFlag flags, FunctionRole role);
FunctionTail parse_function_tail(NodeFlag flags, FunctionRole role, NodeId id);
NodeId parse_function_body(BodyInfo& info);
void check_body_strictness(const BodyInfo& info, NodeList params, NodeId id);
void check_strict_name(NodeId id);
bool has_simple_parameters(NodeList params) const;
void check_accessor_parameters(FunctionRole role, NodeList params, support::Span span);
NodeId parse_parameter();
NodeFlag parse_parameter_modifiers();
NodeId parse_parameter_tail(uint32_t from, NodeList decorators, NodeId pattern, NodeFlag flags);
// TypeScript's parts, wherever they stand; reported in JavaScript files.
void report_typescript_only(support::Span span, std::string_view what);
NodeId parse_any_type_annotation();
NodeId parse_any_return_type();
NodeId parse_any_type_parameters();

// --- classes.cpp ---
NodeId parse_class(uint32_t from, NodeList decorators, NodeFlag flags, Naming naming);
NodeId parse_class_expression(uint32_t from, NodeList decorators, NodeFlag flags);
struct Heritage {
  NodeId super_class;
  NodeId super_type_arguments;
  NodeList implements;
};
Heritage parse_class_heritage();
void parse_extends_clause(Heritage& heritage);
NodeId parse_decorator();
void check_decorator(NodeId expression);

// --- class_members.cpp ---
struct ClassState {
  bool is_derived = false;
  bool has_constructor = false;
  support::Span constructor = {};
};
struct Member {
  uint32_t start = 0;
  NodeList decorators;
  NodeFlag flags = NodeFlag::None;  // Async and Generator among them
  MethodKind kind = MethodKind::Method;
  PropertyKey key;
};
NodeList parse_class_members(ClassState& state, bool outer_strict);
NodeId parse_class_member(ClassState& state);
void read_member_prefixes(Member& member);
PropertyKey parse_member_key();
NodeId parse_static_block(uint32_t from);
NodeId parse_class_method(Member& member, ClassState& state);
void check_constructor(const Member& member);
NodeId parse_field(Member& member);
bool at_member_name() const;
AtomId static_name(const PropertyKey& key) const;  // none when computed or private

// --- patterns.cpp ---
NodeId parse_binding_element();    // with an initialiser
NodeId parse_initializer_value();  // behind `=`
NodeId parse_array_binding();
NodeId parse_object_binding();
NodeId parse_binding_property();
void check_after_rest(uint32_t dots);

// --- targets.cpp: cover grammar ---
// What is an error in an expression but not in the pattern that it may turn out to be.
struct CoverError {
  enum class Kind : uint8_t { ShorthandInitializer, DuplicateProto };
  Kind kind;
  support::Span span;
  support::Span first;  // DuplicateProto
};
enum class PatternUse : uint8_t { Assignment, Binding };
enum class TargetUse : uint8_t { Assign, Compound, Logical, Update, For, Destructuring };
// Those from `base` on.
void report_cover_errors(size_t base);
void forget_cover_errors(size_t base) { cover_errors_.resize(base); }
bool is_pattern_cover(NodeId id) const;  // an object or array literal, not in parentheses
void to_pattern(NodeId id, PatternUse use);
void to_pattern_property(NodeId id, PatternUse use);
void to_rest(NodeId id, PatternUse use, bool is_last, NodeId pattern);
void to_pattern_element(NodeId id, PatternUse use);
void to_pattern_target(NodeId id, PatternUse use);
void to_assignment_target(NodeId id, TargetUse use);
void check_simple_target(NodeId id, TargetUse use);
NodeId cast_operand(NodeId id) const;
NodeId to_parameter(NodeId item);
NodeList to_parameters(const ListBuilder& items);

// --- expressions.cpp ---
// Behind a conditional's `?` an arrow function with a return type only counts when `:` follows it.
enum class ArrowTypes : uint8_t { Allowed, BeforeColon };
// May leave cover errors behind when the result is an object or array literal.
NodeId parse_assignment_cover(ArrowTypes types = ArrowTypes::Allowed);
NodeId parse_assignment_with(ArrowTypes types);  // the same, cover errors reported
NodeId parse_assignment_operators(NodeId left, uint32_t from, size_t cover, ArrowTypes types);
NodeId parse_assignment_value(NodeId left, uint32_t from, size_t cover, ArrowTypes types);
NodeId parse_conditional(NodeId test, uint32_t from, ArrowTypes types);
NodeId parse_yield();
NodeId parse_sequence(NodeId first, uint32_t from);
// The rest of an expression whose first operand, a name as a rule, has been read.
NodeId parse_expression_from(NodeId name, uint32_t from);
NodeId parse_binary(NodeId left, uint32_t from, int floor);
NodeId parse_operand(int floor);
void check_arrow_operand(NodeId operand);
NodeId parse_private_in(int floor);
NodeId parse_power(NodeId left, uint32_t from);
NodeId make_binary(NodeId left, NodeId right, TokenKind op, uint32_t from, support::Span op_span);
NodeId parse_unary_operator();
void check_delete(NodeId argument, uint32_t from);
NodeId parse_prefix_update();
NodeId parse_postfix(NodeId operand, uint32_t from);
bool is_await_operator();
NodeId parse_await();
bool is_arrow(NodeId id) const {
  return ast_.is<ast::ArrowFunction>(id) && !ast_.has_flag(id, NodeFlag::Parenthesized);
}

// --- members.cpp ---
enum class Calls : uint8_t { Allowed, None };
NodeId parse_subscripts(NodeId left, uint32_t from, Calls calls);
NodeId parse_member_name(NodeId object, uint32_t from, NodeFlag flags);
NodeId parse_index(NodeId object, uint32_t from, NodeFlag flags);
NodeId parse_call(NodeId callee, NodeId type_arguments, uint32_t from, NodeFlag flags);
NodeId parse_optional_link(NodeId left, uint32_t from);
NodeId parse_after_type_arguments(NodeId left, NodeId type_arguments, uint32_t from, Calls calls);
NodeList parse_arguments();
NodeId parse_new();
NodeId parse_new_target(uint32_t from);
NodeId parse_super();
NodeId parse_import_expression();
NodeId parse_import_call(uint32_t from, ImportPhase phase);
void note_annotations();

// --- primary.cpp ---
NodeId parse_primary();
NodeId parse_word_primary();
NodeId parse_array_literal();
NodeId parse_this();
bool can_start_expression(TokenKind k) const;

// --- literals.cpp ---
NodeId parse_regexp();
NodeId parse_template_element(bool tagged);

// --- names.cpp ---
bool at_identifier() const { return kind() == TokenKind::Identifier || kind() >= kFirstStrictWord; }
void check_name(AtomId name, support::Span span);
void check_await_name(support::Span span);
void check_binding_name(AtomId name, support::Span span);
void check_reference(AtomId name, support::Span span);
NodeId identifier_from(const Token& name);  // a reference, from a token read already
NodeId name_from(const Token& name);        // an IdentifierName likewise
NodeId parse_private_name();

// --- arrows.cpp ---
enum class Arrows : uint8_t { None, Allowed };
struct Arrow {
  uint32_t start = 0;
  NodeFlag flags = NodeFlag::None;
  NodeId type_parameters = {};
  NodeList params = {};
  NodeId return_type = {};
};
struct ArrowBody {
  NodeId node;
  BodyInfo info;
  bool is_expression = false;
};
// A list between parentheses that may turn out to be parameters.
struct CoverList {
  uint32_t open = 0;
  size_t cover = 0;               // cover errors before it
  bool is_call = false;           // the arguments of `async(...)`
  bool must_be_arrow = false;     // empty, or with rest, `a,)` or `a: T`
  support::Span unexpected = {};  // what makes it so
  support::Span trailing_comma = {};
  uint32_t first = 0;  // where the first item starts
  uint32_t last_end = 0;
};
NodeId parse_parenthesized(Arrows arrows, ArrowTypes types);
void parse_cover_list(ListBuilder& items, CoverList& list);
static void demand_arrow(CoverList& list, support::Span span);
NodeId parse_cover_item(CoverList& list);
NodeId parse_typed_cover_item(NodeId item, NodeId pattern, CoverList& list);
bool at_optional_parameter(NodeId left, uint32_t from);
NodeId finish_parenthesized(ListBuilder& items, CoverList& list);
void forget_parameters(ListBuilder& items, const CoverList& list);
NodeId try_parse_typed_arrow(const Arrow& arrow, const ListBuilder& items, const CoverList& list,
                             ArrowTypes types);
bool may_be_parameter(NodeId item) const;
NodeId finish_arrow(const Arrow& arrow, const ListBuilder& items, const CoverList& list,
                    NodeId return_type, ArrowTypes types);
NodeId make_arrow(const Arrow& arrow, const ListBuilder& items, const CoverList& list,
                  NodeId return_type, const ArrowBody& body);
NodeId make_arrow_function(const Arrow& arrow, const ArrowBody& body);
void check_arrow_parameters(uint32_t open, NodeFlag flags);
NodeId parse_arrow_of_name(NodeId name, uint32_t from, NodeFlag flags, ArrowTypes types);
ArrowBody parse_arrow_body(NodeFlag flags, ArrowTypes types);  // at `=>`
NodeId parse_async(Arrows arrows, ArrowTypes types);
NodeId parse_async_from(const Token& word, Arrows arrows, ArrowTypes types);
NodeId parse_async_call_or_arrow(const Token& word, ArrowTypes types);

// --- objects.cpp ---
NodeId parse_object_literal();
NodeId parse_object_member(support::Span& proto);
NodeId parse_object_method(uint32_t from, PropertyKey key, NodeFlag flags, PropertyKind kind);
NodeId parse_shorthand(uint32_t from, const Token& name, NodeId key);
bool at_property_name() const;

// --- modules.cpp ---
// `a`, `a as b`, `type a`, `type a as b`.
struct SpecifierNames {
  NodeId first;
  NodeId second;  // none without `as`
  Token token;    // of `first`
  Token second_token;
  bool type_only = false;
};
void check_module_place(support::Span span, bool is_import, Position position);
NodeId parse_import_statement(Position position);
NodeId parse_import_phase(ImportPhase& phase, NodeFlag& flags);
NodeId parse_import_binding();
void parse_import_specifiers(ListBuilder& list);
SpecifierNames parse_specifier_names();
NodeId parse_import_specifier();
NodeId parse_module_export_name();
NodeId parse_from_clause();
NodeId parse_module_specifier();
NodeList parse_import_attributes(NodeFlag& flags);
NodeId parse_import_attribute();
void check_duplicate_attributes(std::span<const NodeId> attributes);

// --- exports.cpp ---
NodeId parse_export(NodeList decorators, Position position);
NodeId parse_export_declaration(NodeList decorators);
NodeId parse_exported_typescript();
NodeId parse_export_all(uint32_t from, NodeFlag flags);
NodeId parse_export_named(uint32_t from, NodeFlag flags);
NodeId parse_export_specifier();
void check_local_exports(NodeList specifiers);
NodeId parse_export_default(uint32_t from, NodeList decorators, bool no_side_effects);
NodeId parse_default_class(NodeList decorators);

struct Branch {  // of an `else if` chain
  uint32_t start;
  NodeId test;
  NodeId consequent;
};
FunctionState function_;
std::vector<Label> labels_;
std::unordered_map<AtomId, uint32_t> innermost_labels_;  // by name: index + 1, 0 for none
std::vector<Branch> branches_;
std::vector<CoverError> cover_errors_;
uint32_t pure_start_ = UINT32_MAX;             // where `/* @__PURE__ */` stood before
uint32_t no_side_effects_start_ = UINT32_MAX;  // likewise `/* @__NO_SIDE_EFFECTS__ */`
uint32_t cover_item_ = UINT32_MAX;             // where an item of a cover list starts
bool is_nesting_certain_ = true;               // no error has put braces into doubt
bool reported_return_ = false;                 // one outside of functions
uint32_t last_missing_comma_ = UINT32_MAX;     // the end of the token that one was missing before
