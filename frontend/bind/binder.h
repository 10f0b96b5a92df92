#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/lex/options.h"
#include "frontend/token/token.h"
#include "support/base/reserved_array.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

// How scopes are built, in two passes that are both linear and neither of which recurses.
//
// The *walk* goes over the tree with an explicit stack. It opens scopes, declares names (a `var`
// far out, where it belongs), decides redeclarations, and writes down three kinds of events in one
// flat array: a scope opens, a name is used, a scope closes. At its end every binding of the file
// is known.
//
// The *resolution* replays the events. A table indexed by atom holds the innermost binding of each
// name that is visible just now: opening a scope puts its bindings in and remembers what they
// cover, closing restores that, and a reference is one look into the table. The facts (captured,
// reassigned, used before initialisation) fall out of the same replay.
//
// Rejected: a hash table for each scope (slow and fat), resolving a scope's names when it closes
// (every name travels outward through all scopes, which deep nesting makes quadratic), recursion
// (a chain of 100,000 additions is an ordinary tree here).
class Binder {
 public:
  Binder(Ast& ast, const SourceOptions& options, support::DiagnosticSink& sink);

  Scopes run();

 private:
  // --- What the two passes share ---

  static constexpr uint32_t kNone = UINT32_MAX;
  static constexpr std::string_view kCommonJSNames[] = {"exports", "require", "module",
                                                        "__filename", "__dirname"};

  // Bits of Binding::flags that live only while binding.
  static constexpr BindingFlag kHasInitializer{1u << 23};  // a Var that a declaration assigns
  static constexpr BindingFlag kPlainFunction{1u << 24};   // neither async nor a generator
  static constexpr BindingFlag kImplemented{1u << 25};     // a function declaration with a body
  static constexpr BindingFlag kHoisted{1u << 26};         // a function's value is there on entry
  static constexpr BindingFlag kInSwitch{1u << 27};        // safe only in its own clause
  static constexpr BindingFlag kTracked{1u << 28};         // import or `arguments`: uses are noted
  static constexpr BindingFlag kSafeInMembers{1u << 29};   // a class name, in undecorated classes
  static constexpr BindingFlag kInnerWrite{1u << 30};      // written from an inner function
  static constexpr BindingFlag kDefaultExport{1u << 31};   // exported, but not by its own name
  static constexpr BindingFlag kPublic{(1u << 23) - 1};    // what remains

  // What both passes need of a binding, apart from what the result holds.
  struct Facts {
    uint32_t outer = kNone;  // what this binding covers in the table
    uint32_t init_end = 0;   // offset from which it is initialised; 0: from the start
    uint32_t settled = 0;    // offset from which it has the value of its declaration
    uint32_t last_var = 0;   // walk: one past where a `var` declared it last
    uint32_t depth = 0;      // resolution: how many functions around it are open
    BindingFlag flags{};     // resolution: the binding's flags as they grow
  };

  // An event is a reference's node below kOpen, or a scope with a mark.
  static constexpr uint32_t kOpen = 1u << 31;
  static constexpr uint32_t kClose = 1u << 30 | 1u << 31;
  static constexpr uint32_t kTypeEvent = UINT32_MAX;  // TypeUse and node follow
  enum class TypeUse : uint32_t {
    Type,       // names a type
    Qualifier,  // left of a dot in a type: a namespace, enum or import
    Query,      // typeof x: a value, used as a type
    Alias,      // import a = x: whatever x means
    Metadata,   // behind one of the others: the name of a decorated class's metadata
  };

  uint32_t start(NodeId id) const { return ast_.start(id); }
  template <class T>
  T& as(NodeId id) {
    return ast_.as<T>(id);
  }
  Scope& scope(ScopeId id) { return scopes_.scopes_[id.index]; }
  Binding& binding(uint32_t index) { return scopes_.bindings_[index]; }
  // The layout that all kinds which name a binding share.
  ast::Identifier& identifier(NodeId id) { return ast_.as<ast::Identifier>(id); }

  // --- walk.cpp: the traversal ---

  enum class Step : uint32_t {
    Visit,
    VisitMethod,          // a FunctionExpression that is a method
    VisitNestedFunction,  // a FunctionDeclaration that is the body of `if`
    VisitFieldValue,      // of a PropertyDefinition
    DeclarePattern,       // of a VariableDeclarator; its kind and flags ride along
    BeginBody,            // of a function, after its parameters
    EndFunction,
    OpenClass,       // after the decorators
    BeginClassBody,  // after the heritage
    BeginCases,
    BeginWithBody,
    BeginEval,
    EndEval,
    EndLoop,
    EndSwitch,
    CloseScope,
    CloseClass,
    // TypeScript.
    SetInferOwner,
    BeginTrueType,  // of a conditional type
    CloseSignature,
    EndNamespace,
  };
  struct Work {
    uint32_t id;
    uint32_t step;  // Step, and 24 bits of its own above
  };

  void walk();
  void run_steps();
  void run_step(Work work);
  void visit(NodeId id);
  void visit_children(NodeId id);
  void visit_loop(NodeId id);
  void push(NodeId id, Step step = Step::Visit, uint32_t payload = 0) {
    if (id.is_none()) return;
    *top_++ = {id.index, static_cast<uint32_t>(step) | payload << 8};
  }
  void push_step(Step step, uint32_t id = 0, uint32_t payload = 0) {
    *top_++ = {id, static_cast<uint32_t>(step) | payload << 8};
  }
  void push_list(NodeList list);
  void reference(NodeId id);
  void mark_write(NodeId target);
  void visit_array_pattern(NodeId id);
  void visit_object_pattern(NodeId id);
  void visit_call(NodeId id);
  void note_direct_eval();

  // --- eval.cpp: the code of a constant eval ---

  void note_constant_eval(NodeId call);
  void walk_global_code();
  void begin_eval(NodeId call);
  void end_eval();
  void enter_eval(EvalCode& code);
  // Whether the name is a variable of the function around, which no reference finds here.
  static bool stands_in(const Scope& s, const Binding& b) {
    return s.kind == ScopeKind::Eval && !has(s.flags, ScopeFlag::Strict) &&
           (b.kind == BindingKind::Var || b.kind == BindingKind::Function);
  }
  bool stand_in(uint32_t index, const EvalCode& code);
  void take_eval_errors();
  // Where something stands, for what comes before what. Code of an eval may run at any time.
  uint32_t position_of(NodeId id) const {
    const uint32_t at = ast_.start(id);
    return at < ast_.file_size() ? at : 0;
  }

  void note_await();
  void note_function_use(ScopeFlag flag);
  bool has_block_declarations(NodeList statements) const;

  // --- statements.cpp: statements with scopes of their own ---

  void visit_block(NodeId id);
  void visit_variables(NodeId id, BindingFlag extra);
  void declare_pattern(NodeId declarator, VariableKind kind, BindingFlag extra);
  void visit_if(NodeId id);
  void visit_for(NodeId id);
  template <class Loop>
  void visit_for_in_of(NodeId id);
  bool open_loop_scope(NodeId id, NodeId head, ScopeId& place);
  void begin_cases(NodeId id);
  void visit_case(NodeId id);
  void visit_catch(NodeId id);
  void begin_with_body(NodeId id);
  void visit_nested_function(NodeId id);
  void visit_import(NodeId id);
  void visit_export_named(NodeId id);
  void visit_export_default(NodeId id);
  uint32_t initialized_from(NodeId declarator, NodeId init) const;
  uint32_t settled_from(NodeId declarator, NodeId init) const;

  // --- functions.cpp: functions and classes ---

  // Where names go while a function's code is walked.
  struct Pattern {
    BindingKind kind = BindingKind::Var;
    BindingFlag flags{};
    uint32_t init_end = 0;
    uint32_t settled = 0;
  };
  struct Frame {
    ScopeId scope;      // the function's own
    ScopeId var_scope;  // where its `var` go: the same, or its FunctionBody
    uint32_t loop_depth = 0;
    uint32_t switch_depth = 0;
    uint32_t this_frame = 0;  // the frame that `this` and `arguments` belong to
    size_t hoist_base = 0;    // Annex B candidates below belong to functions around
    Pattern pattern;          // of the code around
    bool saw_arguments = false;
    bool is_in_body = false;  // behind the parameters
    bool has_parameter_expressions = false;
  };
  Frame& frame() { return frames_.back(); }
  void open_frame(ScopeKind kind, NodeId node, ScopeFlag flags);
  void close_frame();
  void declare_arguments();
  void visit_function_declaration(NodeId id, BindingFlag extra);
  void visit_function(NodeId id, ScopeFlag extra);
  bool has_simple_parameters(NodeList params) const;
  void declare_simple_parameters(NodeList params);
  void visit_parameter(NodeId id);
  void begin_body(NodeId id);
  void end_function(NodeId id);
  void visit_class_declaration(NodeId id, BindingFlag extra);
  void visit_class(NodeId id);
  void open_class(NodeId id);
  void note_metadata_names(NodeId class_id);
  void begin_class_body(NodeId id);
  void visit_method(NodeId id);
  void visit_property_definition(NodeId id);
  void visit_field_value(NodeId id);
  void visit_static_block(NodeId id);

  // --- declare.cpp: scopes, declarations and redeclaration errors ---

  // For each atom the innermost binding of a var scope (a function's, module's...) and of a block,
  // each only if its scope is open.
  struct Slot {
    uint32_t in_function = kNone;
    uint32_t in_block = kNone;
  };
  struct Declaration {
    AtomId name;
    NodeId node;
    BindingKind kind;
    BindingFlag flags{};
    uint32_t init_end = 0;
    uint32_t settled = 0;  // where it isn't `init_end`: a Var's
  };
  static bool is_var_scope(ScopeKind kind);
  static bool is_function_scope(ScopeKind kind);
  ScopeId open_scope(ScopeKind kind, NodeId node, ScopeFlag flags = ScopeFlag::None);
  ScopeId make_scope(ScopeKind kind, NodeId node, ScopeFlag flags);
  void close_scope();
  bool strict() { return has(scope(current_).flags, ScopeFlag::Strict); }
  uint32_t& slot_of(ScopeId in, AtomId name);
  uint32_t add_binding(ScopeId to, const Declaration& d);
  uint32_t declare(const Declaration& d);
  uint32_t declare_var(const Declaration& d);
  uint32_t declare_lexical(const Declaration& d);
  uint32_t declare_top_function(const Declaration& d);
  uint32_t declare_catch(const Declaration& d);
  uint32_t declare_parameter(const Declaration& d);
  uint32_t merge_var(uint32_t existing, const Declaration& d);
  void link(NodeId node, uint32_t index);
  bool conflicts_with_catch(const Declaration& d);
  bool conflicts_with_var(const Declaration& d);
  uint32_t conflict_in_scope(uint32_t existing, const Declaration& d);
  void report_redeclaration(uint32_t existing, const Declaration& d);
  template <class Kind>
  void report_twice(const Kind& kind, const Declaration& d, NodeId first);
  support::Span name_span(NodeId declaration) const;
  void declare_commonjs_parameters();

  // --- annex_b.cpp: functions in blocks ---

  struct HoistCandidate {
    uint32_t block_binding;
    uint32_t previous;  // an earlier candidate of the same name, kNone
    bool alive;
  };
  void add_hoist_candidate(uint32_t block_binding);
  void drop_hoist_candidates(AtomId name, uint32_t from);
  void finish_hoisting();
  void hoist(uint32_t block_binding);

  // --- private_names.cpp ---

  void declare_private_names(NodeList members);
  void declare_private_name(NodeId key, NodeId member);
  void restore_private_names(ScopeId class_scope);
  void resolve_private(BindingId& place, AtomId name, support::Span span);

  // --- exports.cpp ---

  struct ExportEntry {
    AtomId name;
    NodeId node;  // what to point at
    bool is_declaration;
  };
  void note_export(AtomId name, NodeId node, bool is_declaration);
  void visit_export_specifiers(NodeId id);
  void finish_exports();
  void link_export_specifier(NodeId local);
  void check_duplicate_exports();
  bool may_repeat(const ExportEntry& first, const ExportEntry& second);

  // --- typescript.cpp, types.cpp: what only TypeScript has ---

  bool typescript() const { return options_.typescript(); }
  // True when `d` shares the binding `existing` of the same scope; it has been merged then.
  bool merge_typescript(uint32_t existing, const Declaration& d);
  uint32_t declare_type_name(NodeId node, BindingKind kind, BindingFlag extra);
  void visit_typescript(NodeId id);
  void visit_typescript_declaration(NodeId id, BindingFlag extra);
  void visit_interface(NodeId id, BindingFlag extra);
  void visit_type_alias(NodeId id, BindingFlag extra);
  void visit_enum(NodeId id, BindingFlag extra);
  void visit_namespace(NodeId id, BindingFlag extra);
  void visit_import_equals(NodeId id, BindingFlag extra);
  uint32_t open_namespace_part(NodeId node, NodeId name, BindingFlag flags);
  uint32_t merge_group(uint32_t index, ScopeId around);
  void end_namespace(uint32_t parts, bool was_ambient);
  void note_merged_export(const Declaration& d, ScopeId in, uint32_t index);
  void visit_type(NodeId id);
  void visit_type_reference(NodeId name, TypeUse use);
  void visit_heritage(NodeId id);
  void visit_conditional_type(NodeId id);
  void begin_true_type(NodeId id);
  void visit_infer(NodeId id);
  void visit_mapped_type(NodeId id);
  template <class Signature>
  void visit_signature(NodeId id, NodeId key);
  void close_signature();
  void visit_type_parameter(NodeId id);
  void type_event(NodeId id, TypeUse use);
  void resolve_type_use(TypeUse use, NodeId id);
  void note_metadata_use(NodeId id);
  bool is_in_ambient_code(NodeFlag flags) const {
    return ambient_ || (static_cast<uint32_t>(flags) & static_cast<uint32_t>(NodeFlag::Declare));
  }

  // --- resolve.cpp: the replay ---

  // A function that is running, as far as the replayed position goes.
  struct Running {
    uint32_t created;  // where its closure was made
    uint32_t unit;     // the binding of a hoisted function instead, or kNone
  };
  template <bool TypeScript>
  void resolve();
  void enter(ScopeId id);
  void leave(ScopeId id);
  template <bool TypeScript>
  void resolve_reference(NodeId id);
  void note_use(NodeId id, uint32_t index);
  void resolve_global(NodeId id);
  // A JavaScript file with types in it is wrong, but has them in its tree.
  bool resolves_types() const { return typescript() || has_type_events_; }
  void note_meanings(uint32_t index, uint32_t outer);
  uint32_t find_value(AtomId name);
  uint32_t find_merged(AtomId name, uint32_t index);
  void note_tracked_use(uint32_t index);
  void note_interception(NodeId id, uint32_t index);
  void set_safe_in_members(const Scope& member, bool safe);
  void finish_facts();

  // --- initialization.cpp: temporal dead zones ---

  struct Deferred {
    NodeId reference;
    uint32_t binding;
    uint32_t unit;
  };
  struct Call {
    uint32_t from, to;  // units
  };
  struct Clause {
    uint32_t binding;
    uint32_t end;  // of the switch clause that declares it
  };
  bool is_captured_early(uint32_t index, const Running& closure);
  void check_initialization(NodeId id, uint32_t index, const Running* inner);
  void require_check(NodeId id, uint32_t index);
  void note_hoisted_use(uint32_t unit, uint32_t position, const Running* inner);
  uint32_t clause_end(uint32_t index) const;
  void decide_deferred();
  void spread_earliest_calls();

  Ast& ast_;
  const SourceOptions& options_;
  support::DiagnosticSink& sink_;
  Scopes scopes_;
  std::vector<Facts> facts_;
  std::vector<uint32_t> events_;
  ScopeId current_;

  // Walk.
  support::ReservedArray<Work> work_;
  Work* top_ = nullptr;
  std::vector<Frame> frames_;
  Pattern pattern_;
  std::unique_ptr<Slot[]> slots_;
  size_t atom_count_ = 0;
  std::unique_ptr<uint32_t[]> private_slots_;  // by atom; made when the first class needs it
  std::vector<HoistCandidate> hoists_;
  // Of the frames around, while the code of an eval is walked.
  struct OuterVariables {
    ScopeId var_scope;
    size_t hoist_base;
    Pattern pattern;
  };
  std::vector<OuterVariables> outer_variables_;
  std::vector<NodeId> global_code_;                     // calls whose code is walked later
  std::unordered_map<uint32_t, uint32_t> eval_scopes_;  // by scope: index of an EvalCode
  std::unique_ptr<uint32_t[]> hoist_heads_;             // by atom: the latest candidate
  std::vector<uint32_t> clause_ends_;                   // of the switch statements around
  std::vector<Clause> clauses_;                         // ascending by binding
  std::vector<ExportEntry> exports_;
  std::vector<NodeId> export_specifiers_;  // of modules: `export { x }`
  bool has_lexical_ = false;               // some binding has a temporal dead zone

  // TypeScript.
  struct MergeKey {
    uint32_t group;
    uint32_t atom;
    friend bool operator==(MergeKey, MergeKey) = default;
  };
  struct MergeHash {
    size_t operator()(MergeKey k) const {
      return (static_cast<uint64_t>(k.group) << 32 | k.atom) * 0x9E3779B97F4A7C15ull >> 7;
    }
  };
  // Exported members of namespaces and members of enums, by the group of their merged blocks.
  std::unordered_map<MergeKey, uint32_t, MergeHash> merged_members_;
  std::unordered_map<uint32_t, uint32_t> merge_groups_;  // by the binding of namespace or enum
  std::unordered_map<uint32_t, uint32_t> scope_groups_;  // by scope
  std::unordered_map<uint32_t, uint32_t> group_blocks_;  // how many blocks a group has
  struct Inferred {
    NodeId owner;  // the conditional type whose true branch sees the name
    NodeId name;
  };
  std::vector<Inferred> inferred_;
  NodeId infer_owner_;  // the conditional type whose `extends` is being walked
  std::vector<Pattern> saved_patterns_;
  bool ambient_ = false;
  bool has_type_events_ = false;
  std::unordered_set<uint32_t> metadata_names_;  // nodes: see frontend/ast/decorators.h

  // The nearest visible bindings of a name that have the meaning, seen from one of that name.
  struct Meanings {
    uint32_t value = kNone;
    uint32_t type = kNone;
    uint32_t qualifier = kNone;
  };
  std::vector<Meanings> meanings_;  // by binding

  // Resolution.
  std::unique_ptr<uint32_t[]> visible_;  // by atom
  std::vector<Running> running_;
  struct Interceptor {
    uint32_t scope;
  };
  std::vector<Interceptor> interceptors_;  // scopes through which names may be found by chance
  std::vector<uint32_t> merged_scopes_;    // open namespaces and enums with several blocks
  std::vector<Deferred> deferred_;
  std::vector<Call> calls_;
  std::vector<uint32_t> earliest_;     // by binding: where a hoisted function may be called
  std::vector<uint32_t> last_caller_;  // by binding: the last unit noted as its caller
};

}  // namespace perry::frontend
