#pragma once

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "perry-cc/irgen/expression_text.h"
#include "perry-cc/irgen/module_state.h"

// Lowers one function, or the code around all functions.
//
// Expressions give values in whatever representation they come; `boxed` gives them as operands of
// JavaScript's operations. Where control can't come behind an expression (an assignment to a
// constant always throws) the generator goes on in a block that nothing reaches, so expression code
// never has to ask. Statements behind a jump are left out.
//
// What stands in files of its own, entered from the dispatch:
//   classes.cpp      class_value, class_declaration
//   generators.cpp   yield_value, yield_delegate, await_value
//   for_await.cpp    for_await
//   using.cpp        has_using, disposable_statements, disposable_body
namespace perry::irgen {

// Another name for a function's closure while its own code runs, and how it is seen from outside.
struct FunctionSpec {
  ir::AtomId name = {};
  ir::FunctionFlag flags = ir::FunctionFlag::None;  // beside those of the node
  support::Span source = {};                        // for toString; empty: the node's
  fe::BindingId self = {};                          // the binding that always holds this closure
  ir::AtomId shown_name = {};                       // see ir::FunctionInfo
};

// A variable, property or global that is read or assigned in two steps.
struct Reference {
  enum class Kind : uint8_t {
    Name,     // an identifier: `node`
    Dynamic,  // the same with a `with` object around: `object`, or Empty
    Member,   // object.name
    Element,  // object[key]
    Super,    // home object, key, receiver
    Private,  // object.#name
    Pattern,
    Invalid,  // a call, which only throws
  };
  Kind kind = Kind::Name;
  NodeId node;
  ir::AtomId name;
  ValueId object;
  ValueId key;
  ValueId receiver;
  ValueId exists;  // of an unresolvable name in strict code: whether there was such a global
  uint32_t operator_start = 0;  // of the assignment; 0: it is none
};

// What a call needs of its callee.
struct Callee {
  ValueId value;
  ValueId receiver;  // none: undefined
};

// How a pattern's names get their values.
enum class PatternMode : uint8_t {
  Initialize,  // let, const, parameters, catch
  Var,
  Assign,
};

class FunctionGenerator {
 public:
  FunctionGenerator(ModuleState& module, FunctionGenerator* parent, ir::FunctionId id);

  // --- top_level.cpp ---
  static void generate_module(ModuleState& m);
  static void generate_script(ModuleState& m);
  static void generate_commonjs(ModuleState& m);

 private:
  void begin_top_level(ir::FunctionKind kind, std::string_view name);
  static bool declares_bindings(ModuleState& m);
  void declare_module(NodeList body);
  void declare_global(fe::BindingId id);
  void export_named(NodeId id);
  void export_default(NodeId id);

  enum class ThisKind : uint8_t {
    Undefined,
    Value,     // the same from the start on
    Derived,   // a derived constructor's: Empty until super() returns
    Captured,  // an arrow's: that of the function around
  };

  // What closures capture beside variables.
  enum class Hidden : uint32_t {
    This,
    NewTarget,
    HomeObject,
    Callee,
    WithObject,
    Class,        // a class, by its node: the constructor
    Initializer,  // ... the box of the function that gives instances their fields
    Member,       // a class's member, by its node: a private method, an accessor's storage
    Key,          // ... its computed key
    Getter,       // ... an accessor's functions
    Setter,
    Initializers,   // what decorators give a field: its initialisers
    Extra,          // ... and what runs behind it
    InstanceExtra,  // the same of a class, for its instances
    StaticExtra,    // ... before its static fields
    ClassExtra,     // ... behind them
  };
  struct CaptureKey {
    uint64_t bits;
    static CaptureKey of(fe::BindingId id) { return {id.index}; }
    static CaptureKey of(Hidden hidden, uint32_t index = 0) {
      return {uint64_t{1} << 63 | uint64_t{static_cast<uint32_t>(hidden)} << 32 | index};
    }
    bool is_hidden() const { return bits >> 63 != 0; }
    Hidden hidden() const { return static_cast<Hidden>(bits >> 32 & 0xff); }
    uint32_t index() const { return static_cast<uint32_t>(bits); }
  };

  // --- scopes.cpp ---
  // Makes `scope` the current one for as long as this lives.
  class InScope {
   public:
    InScope(FunctionGenerator& g, fe::ScopeId scope) : g_(g), outer_(g.scope_) {
      if (!scope.is_none()) g.scope_ = scope;
    }
    InScope(const InScope&) = delete;
    InScope& operator=(const InScope&) = delete;
    ~InScope() { g_.scope_ = outer_; }

   private:
    FunctionGenerator& g_;
    fe::ScopeId outer_;
  };
  void declare_names(fe::ScopeId id);
  void declare(fe::BindingId id);
  bool starts_empty(const fe::Binding& b) const;
  bool is_boxed_late(const fe::Binding& b) const;
  void hoist_functions(NodeList statements);
  void note_functions(NodeList statements);
  void make_functions(NodeList statements);
  void hoist_function(NodeId declaration, NodeId statement);
  NodeId hoistable(NodeId statement) const;
  void function_statement(NodeId id);

  // --- variables.cpp ---
  ValueId load(NodeId identifier);
  ValueId load_binding(fe::BindingId id, bool check);
  ValueId load_place(fe::BindingId id);
  void store_binding(fe::BindingId id, ValueId value);
  void initialize(fe::BindingId id, ValueId value);
  void assign_name(NodeId identifier, ValueId value, ValueId exists = ValueId());
  ValueId load_global(std::string_view name);
  ValueId object_of(fe::ScopeId scope);
  ValueId captured(CaptureKey key);
  ValueId value_to_capture(CaptureKey key);
  ir::Capture describe_capture(CaptureKey key);
  bool is_own_callee(fe::BindingId id) const;
  ValueId this_value();
  ValueId new_target();
  ValueId home_object();
  ValueId super_base();
  ValueId callee_value();
  FunctionGenerator& this_function();

  // --- with.cpp ---
  bool is_dynamic(NodeId identifier) const;
  bool is_intercepted(fe::ScopeId id) const;
  bool is_inside_with() const;
  ValueId dynamic_object(fe::AtomId name, fe::BindingId id);
  ValueId load_dynamic(NodeId identifier, ValueId object);
  void assign_dynamic(NodeId identifier, ValueId object, ValueId value);
  void with_statement(NodeId id);

  // --- eval.cpp ---
  void open_eval_object(fe::ScopeId scope);
  ValueId eval_object(const fe::EvalCode& code);
  ValueId load_eval_variable(fe::BindingId id);
  void store_eval_variable(fe::BindingId id, ValueId value);
  void define_eval_function(fe::BindingId id, ValueId value);
  void declare_eval_variables(const fe::EvalCode& code);
  ValueId constant_eval(NodeId id, std::vector<ValueId>& operands);
  ValueId eval_code(const fe::EvalCode& code);
  void complete(ValueId value);

  // --- functions.cpp ---
  ValueId closure(NodeId function, const FunctionSpec& spec);
  ValueId make_closure(Op op, std::initializer_list<ValueId> first, FunctionGenerator& inner);
  ValueId named_value(NodeId value, ir::AtomId name, fe::BindingId self = fe::BindingId());
  ir::AtomId shown_name(ir::AtomId owner, ir::AtomId name);
  ir::AtomId written_target(NodeId target);

  // --- positions.cpp ---
  uint32_t next_token(uint32_t offset) const;
  uint32_t call_position(NodeId call) const;
  uint32_t operator_position(NodeId left) const;
  void at_loop_target(NodeId left);

  ValueId member_value(NodeId target, NodeId value);
  void function_body(NodeId function, const FunctionSpec& spec);
  void set_up_function(NodeId function, const FunctionSpec& spec);
  void parameters(NodeId function);
  void simple_parameters(NodeList params);
  void initialize_arguments(ValueId value);
  void parameter(NodeId param, uint32_t index);
  void finish_function();
  uint32_t expected_arguments(NodeList params) const;

  // --- expressions.cpp ---
  ValueId expression(NodeId id);
  ValueId expression_at(NodeId id);
  ValueId boxed(NodeId id) { return b_.box(expression(id)); }
  void effect(NodeId id);
  ValueId binary_chain(NodeId id);
  ValueId binary(NodeId id, ValueId left);
  ValueId logical(NodeId id);
  ValueId conditional(NodeId id);
  ValueId sequence(NodeId id);
  ValueId unary(NodeId id);
  ValueId typeof_expression(NodeId argument);
  ValueId delete_expression(NodeId argument, uint32_t position);
  ValueId bigint_literal(NodeId id);
  ValueId typeof_name(NodeId id);
  ValueId undefined_if_empty(ValueId value);

  // --- defines.cpp ---
  struct KnownValue;
  bool is_global_name(NodeId identifier) const;
  const Define* find_define(NodeId id) const;
  Callee defined_value(const Define& define);
  ValueId json_value(const support::JsonDocument& json, support::JsonId id);
  std::optional<KnownValue> known_value(NodeId id) const;
  std::optional<bool> defined_condition(NodeId id) const;

  // --- conditions.cpp ---
  void condition(NodeId id, BlockId if_true, BlockId if_false);
  void logical_condition(NodeId id, BlockId if_true, BlockId if_false);
  ValueId truth(ValueId value);
  std::optional<bool> constant_condition(NodeId id) const;

  // --- members.cpp ---
  Callee chain_value(NodeId id);
  Callee chain_base(NodeId id);
  void link(NodeId id, Callee& state);
  ValueId get_member(NodeId id, ValueId object);
  ValueId get_super(NodeId id, ValueId& receiver);
  ValueId delete_name(NodeId id);
  ValueId optional_chain(NodeId id);
  Callee optional_callee(NodeId id);
  void leave_chain_if_nullish(ValueId value);
  NodeId skip_types(NodeId id) const { return without_types(tree(), id); }
  ir::AtomId static_key(NodeId property);
  ValueId private_name(NodeId identifier, fe::BindingId id);

  // --- calls.cpp ---
  ValueId call(NodeId id, Callee callee);
  ValueId new_expression(NodeId id);
  bool arguments(NodeList nodes, std::vector<ValueId>& values);
  ValueId spread_array(NodeList nodes);
  ValueId import_expression(NodeId id);
  ValueId template_literal(NodeId id);
  ValueId tagged_template(NodeId id, Callee tag);

  // --- references.cpp ---
  Reference reference(NodeId target, NodeId value);
  Reference super_reference(NodeId id);
  void at_member(const Reference& r);
  void fix_key(Reference& r);
  ValueId load(const Reference& r);
  void store(const Reference& r, ValueId value);

  // --- assignments.cpp ---
  ValueId assignment(NodeId id);
  ValueId changing_assignment(NodeId id);
  ValueId logical_assignment(NodeId id);
  ValueId update(NodeId id, bool is_used);
  fe::AtomId name_for_function(NodeId target) const;
  bool is_simple_value(NodeId id) const;

  // --- patterns.cpp ---
  void bind_target(NodeId target, ValueId value, PatternMode mode);
  void array_pattern(NodeId id, ValueId value, PatternMode mode, NodeId source);
  void array_element(NodeId element, ValueId record, PatternMode mode);
  std::optional<Reference> early_reference(NodeId target, PatternMode mode);
  void give(const std::optional<Reference>& place, NodeId target, ValueId value, PatternMode mode);
  void close_on_throw(ValueId record, BlockId handler);
  void object_pattern(NodeId id, ValueId object, PatternMode mode);
  void object_property(NodeId property, ValueId object, std::vector<ValueId>* taken,
                       PatternMode mode);
  void rest_property(NodeId property, ValueId object, const std::vector<ValueId>& taken,
                     PatternMode mode);
  void property_key(NodeId property, ir::AtomId& name, ValueId& key);
  void written_key(NodeId id, ir::AtomId& name, ValueId& key);
  ValueId default_value(ValueId value, NodeId init, NodeId target);
  ir::AtomId describe_pattern(NodeId pattern, NodeId source);
  void destructure(NodeId pattern, ValueId value, PatternMode mode, NodeId source);

  // --- literals.cpp ---
  ValueId array_literal(NodeId id);
  ValueId object_literal(NodeId id);
  ir::AtomId plain_name(NodeId property);
  bool is_method(NodeId property) const;
  ValueId property_value(NodeId property, ir::AtomId name, bool& uses_home);
  ValueId method_closure(NodeId property, ir::AtomId name, bool& uses_home);
  ir::AtomId accessor_name(std::string_view prefix, ir::AtomId name);
  void define_property(NodeId property, ValueId object);
  void define_method(NodeId property, ValueId object, ir::AtomId name, ValueId key);
  ValueId computed_value(NodeId value, ir::AtomId name, ValueId key, ir::MethodKind kind);
  uint32_t constant_size(NodeId id);
  ir::DataValue data_value(NodeId id);
  ir::DataId make_data(NodeId id);
  std::optional<ir::DataId> literal_data(NodeId id);

  // --- statements.cpp ---
  void statement(NodeId id);
  void statement_at(NodeId id);
  void statements(NodeList nodes);
  void scoped_statements(NodeList nodes, fe::ScopeId inner);
  void block(NodeId id);
  void if_statement(NodeId id);
  void branch_statement(NodeId id);
  void variable_declaration(NodeId id);
  void return_statement(NodeId id);
  void labeled_statement(NodeId id);
  void typescript_statement(NodeId id);
  void switch_statement(NodeId id);

  // --- jumps.cpp ---
  struct Exit {
    enum class Kind : uint8_t { Normal, Throw, Return, Break, Continue };
    Kind kind = Kind::Normal;
    size_t target = 0;  // index into controls_
    friend bool operator==(const Exit&, const Exit&) = default;
  };
  struct Control {
    enum class Kind : uint8_t { Loop, Switch, Label, Iterator, Finally };
    Kind kind = Kind::Loop;
    BlockId break_block;
    BlockId continue_block;
    std::vector<fe::AtomId> labels;
    BlockId outer_handler;  // of an Iterator or Finally
    ValueId iterator;
    bool is_async = false;
    BlockId finally_block;
    VariableId number;
    VariableId value;
    std::vector<Exit> exits;
  };
  void leave(Exit exit, ValueId value = ValueId());
  void enter_finally(Control& control, Exit exit, ValueId value);
  void return_value(ValueId value);
  void break_or_continue(NodeId label, Exit::Kind kind);
  std::vector<fe::AtomId> take_labels();
  void go_nowhere();
  void jump_to(BlockId target) {
    if (b_.is_open()) b_.jump(target);
  }
  // The end of a construct: goes on at `block`, or nowhere if nothing leads there.
  void join(BlockId block);
  bool is_reached(BlockId block) const { return b_.has_edges(block); }

  // --- try.cpp ---
  void try_statement(NodeId id);
  void protected_block(NodeId body, NodeId clause, BlockId end);
  void catch_clause(NodeId id, ValueId exception);
  BlockId begin_finally();
  void end_finally(BlockId handler, const std::function<void()>& finalizer);
  Control end_protection(BlockId handler);
  void dispatch_exits(const Control& control);

  // --- loops.cpp ---
  bool declares_using(NodeId head) const;
  void while_statement(NodeId id);
  void do_while_statement(NodeId id);
  void for_statement(NodeId id);
  void copy_loop_variables(fe::ScopeId loop);
  void push_loop(BlockId break_block, BlockId continue_block);

  void for_in_statement(NodeId id);
  void for_of_statement(NodeId id);
  ValueId iterated_value(NodeId right, fe::ScopeId loop);
  void loop_target(NodeId left, ValueId value);
  void iteration(NodeId left, ValueId value, NodeId body);
  void plain_for_statement(NodeId id);
  void begin_iterator(ValueId record, BlockId handler,
                      ir::IteratorKind kind = ir::IteratorKind::Sync);
  void end_iterator();
  void close_iterator(const Control& control);

  // --- enums.cpp ---
  void enum_declaration(NodeId id);
  void enum_member(NodeId member, fe::BindingId of, ValueId object, std::optional<double>& next);
  std::optional<EnumValue> enum_constant(NodeId init);
  bool is_text(NodeId init) const;

  // --- namespaces.cpp ---
  ValueId shared_object(fe::BindingId name);
  bool has_values(NodeId body) const;
  void namespace_declaration(NodeId id);
  void export_from_namespace(NodeId declaration);
  bool names_value(NodeId id) const;
  ValueId entity_name(NodeId id);
  ValueId call_require(ir::AtomId specifier);
  void import_equals(NodeId id);
  void export_assignment(NodeId id);

  // --- jsx.cpp ---
  struct JsxChild {
    NodeId node;
    ir::AtomId text;
  };
  ValueId jsx(NodeId id);
  ValueId jsx_classic(NodeId id, NodeId opening, NodeList attributes,
                      const std::vector<JsxChild>& children);
  ValueId jsx_automatic(NodeId id, NodeId opening, NodeList attributes,
                        const std::vector<JsxChild>& children);
  ValueId jsx_create(NodeId id, Callee factory, NodeId opening, NodeList attributes,
                     const std::vector<JsxChild>& children);
  ValueId jsx_function(std::string_view name);
  ValueId jsx_fragment(NodeId id);
  ValueId jsx_name(NodeId id);
  ValueId jsx_attribute_value(NodeId value);
  ValueId jsx_properties(NodeList attributes, ValueId* key, const std::vector<JsxChild>& children);
  ValueId jsx_children_value(const std::vector<JsxChild>& children);
  void jsx_children(NodeList children, std::vector<JsxChild>& out);
  ValueId jsx_child_value(const JsxChild& child);
  ValueId jsx_child_array(const std::vector<JsxChild>& children);
  bool has_spread_child(const std::vector<JsxChild>& children) const;
  Callee dotted_name(std::string_view path, NodeId place);
  void load_jsx_runtime();

  // --- classes.cpp ---
  // What evaluating a class gathers on its way through the members.
  struct Decorated {
    NodeId member;
    ValueId decorators;
    ValueId key;
    ValueId function;  // of a method
  };
  struct ClassParts {
    NodeId id;
    ir::AtomId name;
    NodeId constructor;  // the function written as `constructor`
    ValueId made;        // the constructor's closure
    ValueId prototype;
    std::vector<NodeId> private_methods;  // of instances
    std::vector<NodeId> fields;           // of instances, accessors' storage included
    std::vector<std::pair<NodeId, ValueId>> static_private_methods;
    std::vector<NodeId> static_elements;  // fields and blocks
    bool has_initializer = false;         // instances get something before the constructor's body
    bool fields_use_super = false;
    bool statics_use_super = false;
    bool is_decorated = false;
    bool decorates_instances = false;
    std::vector<Decorated> decorated;
    ValueId class_decorators;
    ValueId metadata;
    ValueId instance_extra, static_extra, class_extra;
    ValueId final;  // what the class's name stands for in the end
  };
  // `key`, if given, becomes the name when it runs.
  ValueId class_value(NodeId id, ir::AtomId name, ValueId key = ValueId());
  void class_declaration(NodeId id);
  void store_again(fe::BindingId name, ValueId value);
  ir::AtomId hash_name(fe::AtomId name);
  void make_private_names(fe::ScopeId scope);
  void find_parts(ClassParts& c);
  bool is_erased_member(NodeId member) const;
  bool is_private_accessor(NodeId member) const;
  ir::MethodKind private_kind(NodeId member) const;
  void class_element(NodeId member, ClassParts& c);
  ValueId class_method(NodeId member, ir::AtomId name, ValueId key, ClassParts& c);
  bool runs_instance_extra(const ClassParts& c) const;
  ValueId class_method_closure(NodeId member, ir::AtomId name, ir::AtomId class_name);
  void member_key(NodeId member, ir::AtomId& name, ValueId& key);
  support::Span method_source(NodeId member) const;
  ValueId class_part(CaptureKey key);
  void note_class_part(CaptureKey key, ValueId value) { class_parts_[key.bits] = value; }

  // --- class_constructors.cpp; begin_body runs between a function's parameters and its body ---
  ValueId class_constructor(const ClassParts& c, ir::AtomId name, ValueId heritage);
  void default_constructor(const FunctionSpec& spec);
  ir::ClassId class_layout(const ClassParts& c, ir::AtomId name);
  ValueId super_call(NodeId id);
  void begin_instance(ValueId made);
  void initialize_instance(ValueId made);
  void assign_parameter_properties(ValueId made);
  std::vector<NodeId> parameter_properties(NodeId constructor) const;
  void begin_body(NodeId function);

  // --- class_fields.cpp ---
  bool defines_fields() const;
  void instance_initializer(const ClassParts& c);
  void run_static_elements(const ClassParts& c);
  void begin_initializer(const ClassParts& c, std::string_view name);
  void field(NodeId member);
  void static_block(NodeId id);
  void auto_accessor(NodeId member, ir::AtomId name, ValueId key, ClassParts& c);
  void private_method(NodeId member);
  void private_accessor(NodeId member, ValueId object);
  ValueId accessor_half(NodeId member, NodeId of, ir::MethodKind kind, ir::AtomId name);

  // --- decorators.cpp, helpers.cpp ---
  static ir::FunctionId generate_helper(ModuleState& m, std::string_view source);
  friend class ModuleState;
  NodeList member_decorators(NodeId member) const;
  NodeId key_node(NodeId member) const;
  std::string_view decorated_kind(NodeId member) const;
  ValueId call_helper(Helper helper, std::initializer_list<ValueId> arguments);
  void evaluate_decorators(NodeList decorators, std::vector<ValueId>& values);
  ValueId decorator_array(NodeList decorators);
  ValueId private_access(NodeId member, Op kind);
  ValueId access_object(NodeId member);
  void begin_decoration(ClassParts& c, ValueId heritage);
  void apply_decorators(ClassParts& c);
  void decorate_member(const Decorated& d, ClassParts& c);
  void run_initializers(CaptureKey key, ValueId object);
  ValueId initial_value(NodeId member, ValueId object, ValueId value);
  void apply_legacy_decorators(ClassParts& c);
  void decorate_legacy_member(const Decorated& d, const ClassParts& c);
  void parameter_decorators(NodeId function, std::vector<ValueId>& values);

  // --- metadata.cpp ---
  void add_metadata(std::string_view key, ValueId value, std::vector<ValueId>& values);
  void member_metadata(NodeId member, const ClassParts& c, std::vector<ValueId>& values);
  void class_metadata(const ClassParts& c, std::vector<ValueId>& values);
  ValueId parameter_types(NodeId function, const ClassParts& c);
  ValueId type_value(NodeId type, const ClassParts& c);
  ValueId named_type_value(NodeId name, const ClassParts& c);
  bool names_class(fe::BindingId id, const ClassParts& c) const;

  // --- generators.cpp ---
  ValueId yield_value(NodeId id);
  ValueId yield_delegate(NodeId id);
  ValueId await_value(ValueId value);
  ValueId awaited_in_async(ValueId value);
  void branch_on_done(ValueId result, BlockId done, BlockId not_done);
  void delegate_throw(ValueId record, ValueId exception, BlockId check);
  void delegate_return(ValueId record, ValueId value, BlockId send);

  // --- for_await.cpp ---
  void for_await(NodeId id);
  void close_async_iterator(ValueId record);
  void close_async_on_throw(ValueId record, BlockId handler);

  // --- using.cpp ---
  bool has_using(NodeList statements) const;
  bool awaits_disposal(NodeId declaration) const;
  void disposable_statements(NodeList nodes);
  void disposable_body(bool awaits, const std::function<void()>& body);
  void dispose_all(const Control& control, ValueId resources, bool awaits, int32_t throw_number);
  void using_declaration(NodeId id);
  void using_resource(ValueId value, fe::VariableKind kind);

  // --- small things ---
  const fe::Ast& tree() const { return m_.tree; }
  template <class T>
  const T& as(NodeId id) const {
    return m_.tree.as<T>(id);
  }
  template <class T>
  bool is(NodeId id) const {
    return m_.tree.is<T>(id);
  }
  std::span<const NodeId> list(NodeList l) const { return m_.tree.list(l); }
  const fe::Scope& scope(fe::ScopeId id) const { return m_.scopes.scope(id); }
  const fe::Binding& binding(fe::BindingId id) const { return m_.scopes.binding(id); }
  // For messages about what happens here to the value of `expression`.
  void note_text(ir::ExpressionText::Kind kind, NodeId expression);
  void at(NodeId id) { b_.set_position(m_.tree.start(id)); }
  bool is_strict() const { return strict_ == ir::Strictness::Strict; }
  ValueId string(ir::AtomId text) { return b_.string(text); }
  ValueId key_string(fe::AtomId text) { return b_.string(m_.atom(text)); }
  ValueId op(Op op, std::initializer_list<ValueId> operands, Immediate immediate = {}) {
    return b_.append(op, operands, immediate);
  }
  void unsupported(NodeId id, std::string_view what) {
    m_.report_unsupported(m_.tree.span(id), what);
  }

  ModuleState& m_;
  FunctionGenerator* parent_;
  ir::FunctionId id_;
  ir::Function& f_;
  ir::Builder b_;

  fe::ScopeId scope_;
  ir::Strictness strict_ = ir::Strictness::Sloppy;
  bool is_async_ = false;
  bool is_generator_ = false;
  bool is_constructor_ = false;  // a class's
  bool hoists_cells_ = false;    // a module's declarations, as far as other code shares them
  ThisKind this_kind_ = ThisKind::Undefined;
  ValueId this_;              // of a Value
  VariableId this_variable_;  // of a Derived: Boxed, or a Cell where arrows share it
  fe::BindingId self_;        // see FunctionSpec
  fe::BindingId self_name_;   // a function expression's own name
  VariableId completion_;     // in the code of an eval: the value of its statements so far
  uint32_t with_depth_ = 0;
  uint32_t catch_depth_ = 0;                            // clauses with a parameter
  std::unordered_map<uint32_t, ValueId> with_objects_;  // by scope
  std::unordered_map<uint64_t, ValueId> class_parts_;   // by CaptureKey
  const ClassParts* class_ = nullptr;                   // of a constructor
  ir::AtomId class_name_;                               // of field initialisers
  ir::AtomId value_owner_;  // whose property the value that comes next will be, for stack traces
  ValueId field_home_;      // what static fields are defined on
  ValueId disposables_;     // of the innermost construct with `using`

  std::vector<CaptureKey> captures_;
  std::unordered_map<uint64_t, uint32_t> capture_numbers_;
  struct LoadedCapture {
    BlockId block;
    ValueId value;
  };
  std::vector<LoadedCapture> loaded_captures_;

  std::vector<Control> controls_;
  std::vector<fe::AtomId> labels_;  // that stand before the next statement
  BlockId chain_end_;               // where an optional chain goes that met null
};

}  // namespace perry::irgen
