#include "tests/unit/frontend_bind/bound_source.h"

#include <algorithm>
#include <vector>

#include "frontend/parse/parse.h"
#include "support/base/stack.h"

namespace perry::frontend::test {

namespace {

constexpr std::string_view kScopeKinds[] = {
    "Global", "Module",    "CommonJS",    "Function",  "FunctionBody", "FunctionName", "Arrow",
    "Class",  "FieldInit", "StaticBlock", "Block",     "For",          "Switch",       "Catch",
    "With",   "Eval",      "Enum",        "Namespace", "Type"};
constexpr std::string_view kBindingKinds[] = {
    "Var",           "Let",       "Const",     "Using",           "Function",
    "BlockFunction", "Class",     "Parameter", "CatchParameter",  "CatchPattern",
    "FunctionName",  "ClassName", "Import",    "ImportNamespace", "PrivateName",
    "Implicit",      "Enum",      "Namespace", "EnumMember",      "Type"};

struct Named {
  uint32_t bit;
  std::string_view name;
};
#define FLAG(name) {static_cast<uint32_t>(BindingFlag::name), #name}
constexpr Named kBindingFlags[] = {FLAG(Captured),         FLAG(Reassigned),
                                   FLAG(MayUseBeforeInit), FLAG(Exported),
                                   FLAG(TypeOnly),         FLAG(UsedAsValue),
                                   FLAG(UsedAsType),       FLAG(Ambient),
                                   FLAG(AnnexBFunction),   FLAG(DynamicallyVisible),
                                   FLAG(CapturedInLoop),   FLAG(StaticMember),
                                   FLAG(Getter),           FLAG(Setter),
                                   FLAG(Method),           FLAG(InitializedFromParameter)};
#undef FLAG
#define FLAG(name) {static_cast<uint32_t>(ScopeFlag::name), #name}
constexpr Named kScopeFlags[] = {FLAG(Strict),        FLAG(DirectEval),      FLAG(UsesThis),
                                 FLAG(UsesArguments), FLAG(UsesNewTarget),   FLAG(UsesSuper),
                                 FLAG(HasAwait),      FLAG(Async),           FLAG(Generator),
                                 FLAG(InLoop),        FLAG(MappedArguments), FLAG(Method)};
#undef FLAG

template <size_t N>
void put_flags(uint32_t flags, const Named (&names)[N], std::string& out) {
  for (const Named& n : names)
    if ((flags & n.bit) != 0) out.append("+").append(n.name);
}

void separate(std::string& out) {
  if (!out.empty() && out.back() != '(') out += ", ";
}

}  // namespace

BoundSource::BoundSource(std::string text, const SourceOptions& options)
    : text_(std::move(text)), ast_(text_) {
  support::run_with_stack(size_t{512} << 20, [&] {
    parse(ast_, {.source = options}, sink_, support::StackLimit::current(1 << 20));
    return 0;
  });
  scopes_ = bind(ast_, options, sink_);
}

std::string BoundSource::scopes() const {
  std::string out;
  put_scope(scopes_.root(), out);
  return out;
}

void BoundSource::put_scope(ScopeId id, std::string& out) const {
  const Scope& s = scopes_.scope(id);
  separate(out);
  out.append(kScopeKinds[static_cast<size_t>(s.kind)]).append("(");
  for (BindingId b = s.first; !b.is_none(); b = scopes_.binding(b).next) {
    const Binding& binding = scopes_.binding(b);
    separate(out);
    out.append(kBindingKinds[static_cast<size_t>(binding.kind)]).append(" ");
    out.append(ast_.text(binding.name));
    put_flags(static_cast<uint32_t>(binding.flags), kBindingFlags, out);
  }
  for (uint32_t i = id.index + 1; i < scopes_.scope_count(); i++)
    if (scopes_.scope(ScopeId(i)).parent == id) put_scope(ScopeId(i), out);
  out += ')';
}

std::string BoundSource::scope_flags() const {
  std::string out;
  for (uint32_t i = 0; i < scopes_.scope_count(); i++) {
    const Scope& s = scopes_.scope(ScopeId(i));
    std::string flags;
    put_flags(static_cast<uint32_t>(s.flags), kScopeFlags, flags);
    if (flags.empty()) continue;
    separate(out);
    out.append(kScopeKinds[static_cast<size_t>(s.kind)]).append(flags);
  }
  return out;
}

std::string BoundSource::names() const {
  std::string out;
  std::vector<NodeId> pending{ast_.root()};
  std::vector<NodeId> children;
  while (!pending.empty()) {
    NodeId node = pending.back();
    pending.pop_back();
    put_name(node, out);
    children.clear();
    for_each_child(ast_, node, [&](NodeId child) { children.push_back(child); });
    pending.insert(pending.end(), children.rbegin(), children.rend());
  }
  return out;
}

void BoundSource::put_name(NodeId id, std::string& out) const {
  bool is_reference = ast_.is<ast::Identifier>(id) ||
                      (ast_.is<ast::JSXIdentifier>(id) && ast_.has_flag(id, NodeFlag::Reference));
  if (!is_reference) return;
  const auto& name = ast_.as<ast::Identifier>(id);
  separate(out);
  out.append(ast_.text(name.name)).append("=");
  if (name.binding.is_none()) {
    out += '-';
  } else {
    const Binding& b = scopes_.binding(name.binding);
    out.append(kScopeKinds[static_cast<size_t>(scopes_.scope(b.scope).kind)]).append(".");
    out.append(kBindingKinds[static_cast<size_t>(b.kind)]);
  }
  if (ast_.has_flag(id, NodeFlag::TdzCheck)) out += '!';
  if (ast_.has_flag(id, NodeFlag::DynamicLookup)) out += '~';
  if (ast_.has_flag(id, NodeFlag::Write)) out += '*';
  if (ast_.has_flag(id, NodeFlag::TypeReference)) out += '?';
}

std::string BoundSource::errors() const {
  std::vector<const support::Diagnostic*> sorted;
  for (const support::Diagnostic& d : sink_.all()) sorted.push_back(&d);
  std::sort(sorted.begin(), sorted.end(),
            [](auto* a, auto* b) { return a->span.start < b->span.start; });
  std::string out;
  for (const support::Diagnostic* d : sorted) {
    separate(out);
    out.append(d->info->code).append("@").append(std::to_string(d->span.start));
    if (!d->args.empty() && std::holds_alternative<std::string>(d->args[0]))
      out.append(" ").append(std::get<std::string>(d->args[0]));
  }
  return out;
}

std::string BoundSource::globals() const {
  std::string out;
  for (NodeId id : scopes_.globals()) {
    separate(out);
    out.append(ast_.text(ast_.as<ast::Identifier>(id).name));
  }
  return out;
}

}  // namespace perry::frontend::test
