// Members of Parser that only the TypeScript and JSX files use.

// What `speculate` remembers failures by, beside those that several areas share.
static constexpr Attempt kFunctionTypeHead{100};
static constexpr Attempt kInferConstraint{101};
static constexpr Attempt kJsxSibling{102};

// --- ts_types.cpp ---
NodeId parse_conditional_type(NodeId check, uint32_t begin);
NodeId parse_union_type();
NodeId parse_intersection_type();
NodeId parse_union_constituent();
NodeId parse_intersection_constituent();
NodeId parse_type_operator();
NodeId parse_type_operator_with(TypeOperator op);
NodeId parse_infer_type();
NodeId try_parse_infer_constraint();
NodeId parse_postfix_type();
NodeId parse_array_or_indexed_type(NodeId type, uint32_t begin);
NodeId parse_primary_type();
NodeId parse_type_starting_with_word();
NodeId skip_reserved_word();
NodeId parse_keyword_type(TypeKeyword keyword);
NodeId parse_keyword_type_or_reference(TypeKeyword keyword);
NodeId parse_this_type();
NodeId parse_parenthesized_type();
NodeId parse_literal_type();
NodeId parse_negative_literal_type();
NodeId parse_template_literal_type();
// Whether the token can begin a type, as far as one token tells.
static bool starts_type(TokenKind k);

// --- ts_tuple_types.cpp, ts_jsdoc_types.cpp ---
NodeId parse_tuple_type();
NodeId parse_tuple_element();
void check_tuple_elements(std::span<const NodeId> elements);
bool at_tuple_label();
bool is_composite_type(NodeId type) const;
bool at_jsdoc_nullable_suffix();
NodeId parse_jsdoc_type();

// --- ts_type_names.cpp ---
NodeId parse_type_reference();
NodeId parse_const_type_reference();  // at the `const` of `as const`
enum class EntityNameStart : uint8_t { Type, Value };
NodeId parse_entity_name(EntityNameStart how);
NodeId parse_qualified_names(NodeId left, uint32_t begin, EntityNameStart how);
NodeId parse_name_after_dot(EntityNameStart how);
NodeId parse_type_query();
NodeId parse_import_type();
NodeId parse_import_type_options();
NodeId parse_import_type_attributes();
bool at_type_arguments() const {
  return (at(TokenKind::Less) || at(TokenKind::LessLess)) && !token().newline_before();
}
// The name of a type where it is declared.
enum class TypeNameOf : uint8_t { Interface, TypeAlias, TypeParameter };
NodeId parse_type_name(TypeNameOf what);
void check_type_word();

// --- ts_function_types.cpp ---
bool starts_function_type();
bool starts_function_type_at_paren();
bool starts_function_type_at_pattern();
NodeId parse_function_type();
struct Signature {
  NodeId type_parameters;
  NodeList params;
  NodeId return_type;
};
// Type parameters, parameters and `: T`, as a member of an object type has them.
Signature parse_signature();
void check_type_parameters(const Signature& signature);
void check_signature_parameters(NodeList params);
NodeId parse_type_or_predicate();
NodeId parse_asserts_predicate();
NodeId parse_predicate_parameter();
NodeId parse_type_predicate(uint32_t begin, NodeId parameter, NodeFlag flags);
NodeId parse_type_parameter();
NodeId try_parse_type_parameter_list();  // where an empty list is no error
// What a list of type parameters belongs to decides which modifiers may stand in it.
enum class TypeParameterOwner : uint8_t { Function, TypeAlias, Interface, Class };
void check_variance(NodeId type_parameters, TypeParameterOwner owner);

// --- ts_type_members.cpp ---
NodeId parse_object_type();
bool at_mapped_type();
NodeId parse_mapped_type();
MappedModifier try_parse_mapped_modifier(TokenKind word);
NodeList parse_type_members(uint32_t open);
bool at_statement_in_members();
NodeId parse_type_member();
NodeId parse_accessor_signature(uint32_t begin, MethodKind accessor, const Modifiers& modifiers);
NodeId parse_property_or_method_signature(uint32_t begin, const Modifiers& modifiers);
void check_accessor_signature(MethodKind accessor, support::Span name, const Signature& signature);
void parse_type_member_end();
bool at_accessor_signature();
bool at_index_signature();
NodeId parse_index_parameter();
void check_index_parameters(NodeList list, support::Span brackets);

// --- ts_modifiers.cpp ---
bool at_modifier(ModifierPlace place);
void check_modifier(ModifierPlace place, const Modifiers& before, NodeFlag flag);
// The first byte behind the current token that is no blank, or no white space at all; 0 at the
// end of the file. Much of what a second token would tell, without reading one.
uint8_t byte_after_token() const;
uint8_t byte_after_white_space() const;
// The text of the modifier that set `flag` on the node that begins at `begin`: for messages.
support::Span find_modifier(uint32_t begin, NodeFlag flag);
support::Span first_token(uint32_t begin);

// --- ts_class_checks.cpp ---
// What is wrong with the members of a class as TypeScript has them, seen from outside: called
// once a class has been read.
void check_ts_class(NodeId class_node);
void check_ts_class_member(NodeId member, bool abstract_class);
void check_abstract_member(NodeId member, bool abstract_class);
void check_class_index_signature(NodeId member);
void check_ts_method(NodeId member);
void check_ts_accessor(NodeId member);
void check_ts_property(NodeId member);
// Of any function, once it has been read: what its parameters must not be.
void check_parameter_properties(NodeId function, bool is_constructor);

// --- ts_ambient.cpp ---
// What an ambient context forbids, in one list of statements.
void check_ambient_statements(std::span<const NodeId> statements);
bool check_ambient_statement(NodeId statement);
void check_ambient_variables(NodeId declaration);
void check_ambient_function(NodeId function, support::Span head);
void check_ambient_class(NodeId class_node);
bool is_ambient_constant(NodeId init) const;

// --- ts_declarations.cpp ---
bool at_ts_declaration();
bool at_name_on_same_line();
NodeId parse_interface(uint32_t begin, NodeFlag flags);
NodeList parse_interface_extends();
NodeId parse_type_alias(uint32_t begin, NodeFlag flags);
NodeId parse_ts_enum_member();
void check_for_type(NodeId declarator, std::string_view word);
NodeId parse_declare(uint32_t begin);
NodeId parse_declared(uint32_t begin, support::Span declare);
NodeId parse_misplaced_modifier(uint32_t begin);

// --- ts_modules.cpp ---
NodeId parse_namespace(uint32_t begin, NodeFlag flags);  // at `namespace` or `module`
NodeId parse_global_augmentation(uint32_t begin, NodeFlag flags);
NodeId parse_namespace_name();
enum class ModuleBlockOf : uint8_t { Namespace, Module };
NodeId parse_module_block(ModuleBlockOf what);
NodeId parse_ts_export_assignment(uint32_t begin);
void check_type_only_import(support::Span span, std::span<const NodeId> specifiers);
void check_type_only_specifiers(std::span<const NodeId> specifiers, std::string_view word);
NodeId parse_namespace_export(uint32_t begin);
NodeId parse_export_import(uint32_t begin);

// --- ts_expressions.cpp ---
bool can_follow_type_arguments();
bool starts_expression();
void reject_access_to_instantiation(support::Span type_arguments);
NodeId parse_type_argument_list(uint32_t open);
void check_const_assertion(NodeId expression);
NodeId parse_type_assertion();
NodeId try_parse_generic_arrow(uint32_t begin, NodeFlag flags);
NodeId parse_generic_arrow();
void check_generic_arrow_head(NodeId type_parameters);
bool at_generic_arrow_in_tsx();

// --- jsx.cpp ---
// Where an element stands decides how the text behind it is read.
enum class JsxPlace : uint8_t { Expression, Child };
NodeId parse_jsx(JsxPlace place);
NodeId parse_jsx_fragment(uint32_t begin, JsxPlace place);
NodeId parse_jsx_element(uint32_t begin, JsxPlace place);
NodeList parse_jsx_attributes();
NodeId parse_jsx_attribute();
NodeId parse_jsx_attribute_value();
NodeId parse_jsx_spread_attribute();
// `name` is the opening element's, or none in a fragment.
NodeList parse_jsx_children(NodeId name, uint32_t opening_end);
NodeId parse_jsx_text();
NodeId parse_jsx_expression_container(JsxPlace place);
NodeId parse_jsx_closing(NodeId opening_name, support::Span opening, JsxPlace place);
bool closes_an_outer_element(NodeId name) const;
bool same_jsx_name(NodeId a, NodeId b) const;
NodeId parse_jsx_element_name();
NodeId parse_jsx_name_part();
void mark_jsx_reference(NodeId name);
void next_after_jsx(JsxPlace place);
void next_jsx_child();
void reject_jsx_siblings(support::Span first);

std::unordered_set<uint32_t> function_type_heads_;  // `(` known to begin a function type
uint32_t tuple_element_ = UINT32_MAX;  // where the innermost tuple's current element starts
uint32_t extends_operands_ = 0;        // of conditional types around
std::vector<NodeId> open_jsx_names_;   // of the elements around, outermost first
