#include "frontend/dump/flag_names.h"

#include <iterator>

namespace perry::frontend {

namespace {

template <class Flag>
struct FlagName {
  Flag flag;
  std::string_view name;
};

// Bits mean different things on different kinds: nodes.def names those of each kind.
#define PERRY_FLAG(name) {NodeFlag::name, #name}
constexpr FlagName<NodeFlag> kNodeFlags[] = {
    PERRY_FLAG(Parenthesized),  PERRY_FLAG(Async),         PERRY_FLAG(Generator),
    PERRY_FLAG(Computed),       PERRY_FLAG(Static),        PERRY_FLAG(Optional),
    PERRY_FLAG(Declare),        PERRY_FLAG(Abstract),      PERRY_FLAG(Readonly),
    PERRY_FLAG(Override),       PERRY_FLAG(Public),        PERRY_FLAG(Private),
    PERRY_FLAG(Protected),      PERRY_FLAG(Definite),      PERRY_FLAG(Accessor),
    PERRY_FLAG(TypeOnly),       PERRY_FLAG(Const),         PERRY_FLAG(Strict),
    PERRY_FLAG(ExpressionBody), PERRY_FLAG(Shorthand),     PERRY_FLAG(In),
    PERRY_FLAG(Rest),           PERRY_FLAG(Escaped),       PERRY_FLAG(Directive),
    PERRY_FLAG(Export),         PERRY_FLAG(Method),        PERRY_FLAG(Out),
    PERRY_FLAG(ThisParameter),  PERRY_FLAG(LegacyOctal),   PERRY_FLAG(AssertKeyword),
    PERRY_FLAG(Pure),           PERRY_FLAG(NoSideEffects), PERRY_FLAG(Tail),
    PERRY_FLAG(SelfClosing),    PERRY_FLAG(Asserts),       PERRY_FLAG(True),
    PERRY_FLAG(Prefix),         PERRY_FLAG(Delegate),      PERRY_FLAG(Await),
    PERRY_FLAG(Reference),      PERRY_FLAG(TrailingComma), PERRY_FLAG(TdzCheck),
    PERRY_FLAG(DynamicLookup),  PERRY_FLAG(Write),         PERRY_FLAG(TypeReference),
};
#undef PERRY_FLAG

#define PERRY_FLAG(name) {BindingFlag::name, #name}
constexpr FlagName<BindingFlag> kBindingFlags[] = {
    PERRY_FLAG(Captured),
    PERRY_FLAG(Reassigned),
    PERRY_FLAG(MayUseBeforeInit),
    PERRY_FLAG(Exported),
    PERRY_FLAG(Value),
    PERRY_FLAG(TypeMeaning),
    PERRY_FLAG(TypeOnly),
    PERRY_FLAG(UsedAsValue),
    PERRY_FLAG(UsedAsType),
    PERRY_FLAG(Ambient),
    PERRY_FLAG(AnnexBFunction),
    PERRY_FLAG(DynamicallyVisible),
    PERRY_FLAG(CapturedInLoop),
    PERRY_FLAG(StaticMember),
    PERRY_FLAG(Getter),
    PERRY_FLAG(Setter),
    PERRY_FLAG(Method),
    PERRY_FLAG(TopLevelReassignedOnly),
    PERRY_FLAG(NamespaceMeaning),
    PERRY_FLAG(InitializedFromParameter),
    PERRY_FLAG(CapturedEarly),
    PERRY_FLAG(UsedInMetadata),
};
#undef PERRY_FLAG

#define PERRY_FLAG(name) {ScopeFlag::name, #name}
constexpr FlagName<ScopeFlag> kScopeFlags[] = {
    PERRY_FLAG(Strict),        PERRY_FLAG(DirectEval),
    PERRY_FLAG(UsesThis),      PERRY_FLAG(UsesArguments),
    PERRY_FLAG(UsesNewTarget), PERRY_FLAG(UsesSuper),
    PERRY_FLAG(HasAwait),      PERRY_FLAG(SimpleParameters),
    PERRY_FLAG(Async),         PERRY_FLAG(Generator),
    PERRY_FLAG(InLoop),        PERRY_FLAG(MappedArguments),
    PERRY_FLAG(Method),        PERRY_FLAG(ContainsDirectEval),
};
#undef PERRY_FLAG

constexpr std::string_view kFlagsOfKind[] = {
#define NODE(name, fields, flags) flags,
#include "frontend/ast/nodes.def"
};

constexpr std::string_view kScopeKinds[] = {
    "Global", "Module",    "CommonJS",    "Function",  "FunctionBody", "FunctionName", "Arrow",
    "Class",  "FieldInit", "StaticBlock", "Block",     "For",          "Switch",       "Catch",
    "With",   "Eval",      "Enum",        "Namespace", "Type"};
static_assert(std::size(kScopeKinds) == static_cast<size_t>(ScopeKind::Type) + 1);

constexpr std::string_view kBindingKinds[] = {
    "Var",           "Let",       "Const",     "Using",           "Function",
    "BlockFunction", "Class",     "Parameter", "CatchParameter",  "CatchPattern",
    "FunctionName",  "ClassName", "Import",    "ImportNamespace", "PrivateName",
    "Implicit",      "Enum",      "Namespace", "EnumMember",      "Type"};
static_assert(std::size(kBindingKinds) == static_cast<size_t>(BindingKind::Type) + 1);

void put_flag(std::string_view name, TextWriter& out) {
  out.put(' ');
  out.put(name);
}

// The bit behind a name of nodes.def. The table of names is short and dumps are for reading.
constexpr NodeFlag flag_named(std::string_view name) {
  for (const auto& f : kNodeFlags)
    if (f.name == name) return f.flag;
  return NodeFlag::None;
}

constexpr bool names_are_known() {
  for (std::string_view names : kFlagsOfKind) {
    while (!names.empty()) {
      const size_t end = names.find(' ');
      if (flag_named(names.substr(0, end)) == NodeFlag::None) return false;
      names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
    }
  }
  return true;
}
static_assert(names_are_known(), "nodes.def names a flag that flags.h doesn't have");

}  // namespace

void put_node_flags(NodeKind kind, NodeFlag flags, TextWriter& out) {
  if (has(flags, NodeFlag::Parenthesized)) put_flag("Parenthesized", out);
  std::string_view names = kFlagsOfKind[static_cast<size_t>(kind)];
  while (!names.empty()) {
    const size_t end = names.find(' ');
    const std::string_view name = names.substr(0, end);
    if (has(flags, flag_named(name))) put_flag(name, out);
    names.remove_prefix(end == std::string_view::npos ? names.size() : end + 1);
  }
}

void put_binding_flags(BindingFlag flags, TextWriter& out) {
  for (const auto& f : kBindingFlags)
    if (has(flags, f.flag)) put_flag(f.name, out);
}

void put_scope_flags(ScopeFlag flags, TextWriter& out) {
  for (const auto& f : kScopeFlags)
    if (has(flags, f.flag)) put_flag(f.name, out);
}

std::string_view scope_kind_name(ScopeKind kind) { return kScopeKinds[static_cast<size_t>(kind)]; }
std::string_view binding_kind_name(BindingKind kind) {
  return kBindingKinds[static_cast<size_t>(kind)];
}

}  // namespace perry::frontend
