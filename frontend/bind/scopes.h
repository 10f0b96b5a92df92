#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/lex/options.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

enum class ScopeKind : uint8_t {
  Global,  // a script's: var and functions become properties of the global object
  Module,
  CommonJS,      // the module function's: exports, require, module, __filename, __dirname first
  Function,      // parameters, and the body's names unless FunctionBody exists
  FunctionBody,  // the body's var scope when parameters have expressions
  FunctionName,  // around a named function expression: its own name
  Arrow,
  Class,      // the inner class binding and private names
  FieldInit,  // a field initialiser runs as a method of its own
  StaticBlock,
  Block,
  For,  // the loop's own; per-iteration copies when a binding is captured
  Switch,
  Catch,  // the parameter
  With,
  Eval,       // around the code of a constant direct eval; sloppy code's `var`s stand in for others
  Enum,       // TypeScript: members are visible by name in initialisers
  Namespace,  // TypeScript: one for each block; merged ones see exported names of each other
  Type,       // TypeScript: type parameters, infer, mapped keys, function-type parameters
};

enum class BindingKind : uint8_t {
  Var,
  Let,
  Const,
  Using,
  Function,       // hoisted with its value
  BlockFunction,  // in a block: lexical there (Annex B may add a Var outside)
  Class,
  Parameter,
  CatchParameter,  // a simple one (Annex B lets var redeclare it)
  CatchPattern,
  FunctionName,  // of a function expression: assignments are ignored or throw
  ClassName,     // a class's own inner binding
  Import,
  ImportNamespace,
  PrivateName,
  Implicit,  // arguments; CommonJS module variables
  Enum,
  Namespace,
  EnumMember,
  Type,  // interface, alias, type parameter: no value
};

enum class BindingFlag : uint32_t {
  None = 0,
  Captured = 1 << 0,          // referenced from an inner function
  Reassigned = 1 << 1,        // written after its initialisation
  MayUseBeforeInit = 1 << 2,  // some reference needs a TDZ check
  Exported = 1 << 3,
  Value = 1 << 4,        // has a meaning at run time
  TypeMeaning = 1 << 5,  // TypeScript: may be named in a type
  TypeOnly = 1 << 6,     // import type, export type
  UsedAsValue = 1 << 7,  // an import without it is elided in TypeScript
  UsedAsType = 1 << 8,
  Ambient = 1 << 9,              // declare: nothing is emitted
  AnnexBFunction = 1 << 10,      // a Var that an Annex B block function also assigns
  DynamicallyVisible = 1 << 11,  // direct eval or `with` may reach it by name
  CapturedInLoop = 1 << 12,      // captured, and its scope is entered once an iteration
  StaticMember = 1 << 13,        // private names
  Getter = 1 << 14,
  Setter = 1 << 15,
  Method = 1 << 16,
  TopLevelReassignedOnly = 1 << 17,    // written, but never from an inner function
  NamespaceMeaning = 1 << 18,          // TypeScript: may stand left of a dot in a type
  InitializedFromParameter = 1 << 19,  // a FunctionBody's Var that starts as the parameter's value
  CapturedEarly = 1 << 20,  // by a closure that may be made before the binding has its value
  UsedInMetadata =
      1 << 21,  // an import: a type that TypeScript's emitDecoratorMetadata may speak of
};
constexpr BindingFlag operator|(BindingFlag a, BindingFlag b) {
  return static_cast<BindingFlag>(static_cast<uint32_t>(a) | static_cast<uint32_t>(b));
}
constexpr BindingFlag operator&(BindingFlag a, BindingFlag b) {
  return static_cast<BindingFlag>(static_cast<uint32_t>(a) & static_cast<uint32_t>(b));
}
constexpr BindingFlag operator~(BindingFlag a) {
  return static_cast<BindingFlag>(~static_cast<uint32_t>(a));
}
constexpr BindingFlag& operator|=(BindingFlag& a, BindingFlag b) { return a = a | b; }
constexpr bool has(BindingFlag set, BindingFlag flag) { return (set & flag) == flag; }

enum class ScopeFlag : uint32_t {
  None = 0,
  Strict = 1 << 0,
  DirectEval = 1 << 1,  // sloppy or strict direct eval inside, at any depth without function
  UsesThis = 1 << 2,    // function scopes: also from arrows inside
  UsesArguments = 1 << 3,
  UsesNewTarget = 1 << 4,
  UsesSuper = 1 << 5,
  HasAwait = 1 << 6,  // Module: top-level await
  SimpleParameters = 1 << 7,
  Async = 1 << 8,
  Generator = 1 << 9,
  InLoop = 1 << 10,              // entered once for each iteration of a loop of the same function
  MappedArguments = 1 << 11,     // sloppy, simple parameters, uses arguments
  Method = 1 << 12,              // a method's, accessor's or constructor's function
  ContainsDirectEval = 1 << 13,  // direct eval inside, in inner functions too
};
constexpr ScopeFlag operator|(ScopeFlag a, ScopeFlag b) {
  return static_cast<ScopeFlag>(static_cast<uint32_t>(a) | static_cast<uint32_t>(b));
}
constexpr ScopeFlag operator&(ScopeFlag a, ScopeFlag b) {
  return static_cast<ScopeFlag>(static_cast<uint32_t>(a) & static_cast<uint32_t>(b));
}
constexpr ScopeFlag& operator|=(ScopeFlag& a, ScopeFlag b) { return a = a | b; }
constexpr bool has(ScopeFlag set, ScopeFlag flag) { return (set & flag) == flag; }

struct Scope {
  ScopeKind kind;
  ScopeFlag flags = ScopeFlag::None;
  ScopeId parent;
  ScopeId function;  // the nearest scope that is a function's, module's or script's
  NodeId node;
  BindingId first;  // in order of declaration, linked by Binding::next
  BindingId last;
  uint32_t binding_count = 0;
};

struct Binding {
  AtomId name;
  BindingKind kind;
  BindingFlag flags = BindingFlag::None;
  ScopeId scope;
  NodeId declaration;  // the declaring name (BindingIdentifier, PrivateName …), the first one
  BindingId next;
};

// A block's function that Annex B also makes a variable of the function around: evaluating the
// declaration assigns `block`'s value to `var`.
struct AnnexBFunction {
  BindingId block;
  BindingId var;
};

// The code of a constant direct eval. Its scope has bindings for the variables and functions that
// sloppy code declares in `var_scope`, the function's (or script's) around: each stands in for a
// binding there (`stand_ins`), or else for a property of an object that holds what eval declares.
struct EvalCode {
  NodeId call;
  ScopeId scope;
  ScopeId var_scope;
  bool in_parameters = false;  // of the function whose scope var_scope is
  bool is_wrong = false;       // an early error: the call throws a SyntaxError
};
struct StandIn {
  BindingId binding;
  BindingId target;
};

// Every scope and binding of a file. Identifiers in the tree point here; a reference without a
// binding is global (or, with DynamicLookup, decided at run time).
class Scopes {
 public:
  const Scope& scope(ScopeId id) const { return scopes_[id.index]; }
  Scope& scope(ScopeId id) { return scopes_[id.index]; }
  const Binding& binding(BindingId id) const { return bindings_[id.index]; }
  Binding& binding(BindingId id) { return bindings_[id.index]; }
  size_t scope_count() const { return scopes_.size(); }
  size_t binding_count() const { return bindings_.size(); }
  ScopeId root() const { return ScopeId(0); }
  // References that no scope of the file declares, in source order.
  std::span<const NodeId> globals() const { return globals_; }
  std::span<const AnnexBFunction> annex_b_functions() const { return annex_b_functions_; }
  std::span<const EvalCode> evals() const { return evals_; }
  std::span<EvalCode> evals() { return evals_; }
  std::span<const StandIn> stand_ins() const { return stand_ins_; }
  // The binding of `name` declared directly in `scope`; a walk, for tools and tests.
  BindingId find(ScopeId id, AtomId name) const;

 private:
  friend class Binder;
  std::vector<Scope> scopes_;
  std::vector<Binding> bindings_;
  std::vector<NodeId> globals_;
  std::vector<AnnexBFunction> annex_b_functions_;
  std::vector<EvalCode> evals_;
  std::vector<StandIn> stand_ins_;
};

// Builds the scopes of a parsed file, links every identifier to its binding, sets the facts on
// bindings, scopes and identifiers, and reports the early errors that need names. Linear in the
// size of the tree; no recursion.
Scopes bind(Ast& ast, const SourceOptions& options, support::DiagnosticSink& sink);

}  // namespace perry::frontend
