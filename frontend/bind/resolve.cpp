#include <algorithm>

#include "frontend/bind/binder.h"

// The replay: events in source order against a table that holds, for each atom, the innermost
// binding visible just now.
//
// Who may intercept a name: a `with` object, and the variables that sloppy direct eval adds to its
// function. Scopes are numbered as they open, so of two open scopes the inner one has the larger
// number: a reference is intercepted if its binding's scope lies outside an open interceptor.

namespace perry::frontend {

template <bool TypeScript>
void Binder::resolve() {
  visible_ = std::make_unique_for_overwrite<uint32_t[]>(atom_count_);
  std::fill_n(visible_.get(), atom_count_, kNone);
  const uint32_t* event = events_.data();
  const uint32_t* end = event + events_.size();
  for (; event != end; event++) {
    uint32_t e = *event;
    if (e < kOpen) [[likely]] {
      resolve_reference<TypeScript>(NodeId(e));
    } else if (e < kClose) {
      enter(ScopeId(static_cast<size_t>(e & ~kOpen)));
    } else if (TypeScript && e == kTypeEvent) {
      resolve_type_use(static_cast<TypeUse>(event[1]), NodeId(event[2]));
      event += 2;
    } else {
      leave(ScopeId(static_cast<size_t>(e & ~kClose)));
    }
  }
  decide_deferred();
}
template void Binder::resolve<false>();
template void Binder::resolve<true>();

void Binder::enter(ScopeId id) {
  const Scope& s = scope(id);
  if (is_function_scope(s.kind)) {
    Running running{position_of(s.node), kNone};
    if (ast_.is<ast::FunctionDeclaration>(s.node)) {
      // Made when the block around it was entered. Without a name it is a default export, or wrong.
      NodeId name = as<ast::FunctionDeclaration>(s.node).id;
      running = {0, ast_.is<ast::BindingIdentifier>(name) ? identifier(name).binding.index : kNone};
    }
    running_.push_back(running);
    if (s.kind == ScopeKind::FieldInit || s.kind == ScopeKind::StaticBlock ||
        has(s.flags, ScopeFlag::Method))
      set_safe_in_members(s, true);
  }
  uint32_t depth = static_cast<uint32_t>(running_.size()) - 1;
  // The name of a function expression belongs to the function it is the name of.
  if (s.kind == ScopeKind::FunctionName) depth++;

  if (s.kind == ScopeKind::Eval) enter_eval(scopes_.evals_[eval_scopes_.at(id.index)]);
  bool is_evaluated = has(s.flags, ScopeFlag::ContainsDirectEval);
  for (BindingId b = s.first; !b.is_none(); b = binding(b.index).next) {
    const Binding& entered = binding(b.index);
    if (entered.kind == BindingKind::PrivateName) continue;
    Facts& facts = facts_[b.index];
    facts.flags |= entered.flags;
    if (is_evaluated) facts.flags |= BindingFlag::DynamicallyVisible;
    facts.depth = depth;
    if (stands_in(s, entered)) {
      if (has(facts.flags, kHoisted) && has_lexical_) note_hoisted_use(b.index, 0, nullptr);
      continue;
    }
    uint32_t& visible = visible_[entered.name.index];
    facts.outer = visible;
    visible = b.index;
    if (resolves_types()) note_meanings(b.index, facts.outer);
    if (has(facts.flags, kHoisted) && has_lexical_) {
      // A function that replaces a parameter is an element of `arguments`, too.
      bool is_reachable_early = is_evaluated || s.kind == ScopeKind::Global ||
                                entered.kind == BindingKind::Parameter ||
                                has(facts.flags, BindingFlag::Exported);
      if (is_reachable_early)
        note_hoisted_use(b.index, 0, nullptr);
      else if (has(facts.flags, BindingFlag::AnnexBFunction) &&
               entered.kind == BindingKind::BlockFunction)
        note_hoisted_use(b.index, start(entered.declaration), nullptr);
    }
  }

  bool is_eval_target = has(s.flags, ScopeFlag::DirectEval) && !has(s.flags, ScopeFlag::Strict) &&
                        is_var_scope(s.kind) && s.kind != ScopeKind::Global &&
                        s.kind != ScopeKind::Eval;
  if (is_eval_target || s.kind == ScopeKind::With) interceptors_.push_back({id.index});
  if (auto group = scope_groups_.find(id.index);
      group != scope_groups_.end() && group_blocks_[group->second] > 1)
    merged_scopes_.push_back(id.index);
}

void Binder::leave(ScopeId id) {
  const Scope& s = scope(id);
  for (BindingId b = s.first; !b.is_none(); b = binding(b.index).next)
    if (binding(b.index).kind != BindingKind::PrivateName && !stands_in(s, binding(b.index)))
      visible_[binding(b.index).name.index] = facts_[b.index].outer;
  if (is_function_scope(s.kind)) {
    running_.pop_back();
    if (s.kind == ScopeKind::FieldInit || s.kind == ScopeKind::StaticBlock ||
        has(s.flags, ScopeFlag::Method))
      set_safe_in_members(s, false);
  }
  if (!interceptors_.empty() && interceptors_.back().scope == id.index) interceptors_.pop_back();
  if (!merged_scopes_.empty() && merged_scopes_.back() == id.index) merged_scopes_.pop_back();
}

// A class binds its inner name before any of its members can run, unless a decorator runs them.
void Binder::set_safe_in_members(const Scope& member, bool safe) {
  const Scope& around = scope(member.parent);
  if (around.kind != ScopeKind::Class || around.first.is_none()) return;
  uint32_t name = around.first.index;
  if (has(facts_[name].flags, kSafeInMembers))
    facts_[name].init_end = safe ? 0 : ast_.end(around.node);
}

template <bool TypeScript>
void Binder::resolve_reference(NodeId id) {
  auto& node = identifier(id);
  uint32_t index = TypeScript ? find_value(node.name) : visible_[node.name.index];
  if (index == kNone) return resolve_global(id);
  node.binding = BindingId(index);
  note_use(id, index);
  const BindingFlag flags = facts_[index].flags;
  if (!has(flags, kHoisted) && has(flags, kTracked)) note_tracked_use(index);
}

// What a use by value says of the binding, wherever it stands.
inline void Binder::note_use(NodeId id, uint32_t index) {
  Facts& facts = facts_[index];
  auto innermost = static_cast<uint32_t>(running_.size()) - 1;
  const Running* inner = nullptr;
  BindingFlag add{};
  if (facts.depth < innermost) {
    add = BindingFlag::Captured;
    inner = &running_[facts.depth + 1];
    if (is_captured_early(index, *inner)) add |= BindingFlag::CapturedEarly;
  }
  if (ast_.has_flag(id, NodeFlag::Write))
    add |= BindingFlag::Reassigned | (inner != nullptr ? kInnerWrite : BindingFlag::None);
  facts.flags |= add;
  if (facts.init_end != 0) check_initialization(id, index, inner);
  if (has(facts.flags, kHoisted) && has_lexical_) note_hoisted_use(index, position_of(id), inner);
  if (!interceptors_.empty()) [[unlikely]]
    note_interception(id, index);
}

// Behind the event that found what the type is.
void Binder::note_metadata_use(NodeId id) {
  const BindingId found = identifier(id).binding;
  if (found.is_none()) return;
  const BindingFlag flags = binding(found.index).flags;
  if (!has(flags, BindingFlag::Value) || has(flags, BindingFlag::TypeOnly)) return;
  note_use(id, found.index);
  if (has(facts_[found.index].flags, kTracked))
    facts_[found.index].flags |= BindingFlag::UsedInMetadata;
}

void Binder::resolve_global(NodeId id) {
  scopes_.globals_.push_back(id);
  if (!interceptors_.empty()) ast_.add_flag(id, NodeFlag::DynamicLookup);
}

void Binder::note_interception(NodeId id, uint32_t index) {
  if (interceptors_.back().scope <= binding(index).scope.index) return;
  ast_.add_flag(id, NodeFlag::DynamicLookup);
  facts_[index].flags |= BindingFlag::DynamicallyVisible;
}

void Binder::note_tracked_use(uint32_t index) {
  Binding& b = binding(index);
  if (b.kind != BindingKind::Implicit) {
    facts_[index].flags |= BindingFlag::UsedAsValue;
    return;
  }
  Scope& s = scope(b.scope);
  s.flags |= ScopeFlag::UsesArguments;
  if (s.kind == ScopeKind::Function && has(s.flags, ScopeFlag::SimpleParameters) &&
      !has(s.flags, ScopeFlag::Strict))
    s.flags |= ScopeFlag::MappedArguments;
}

void Binder::finish_facts() {
  for (uint32_t i = 0; i < scopes_.bindings_.size(); i++) {
    Binding& b = scopes_.bindings_[i];
    if (b.kind == BindingKind::PrivateName) {
      b.flags = b.flags & kPublic;
      continue;
    }
    BindingFlag flags = facts_[i].flags;
    const Scope& s = scope(b.scope);
    // Eval may use `arguments` without naming it here.
    if (b.kind == BindingKind::Implicit && has(flags, kTracked) &&
        has(flags, BindingFlag::DynamicallyVisible))
      note_tracked_use(i);
    if (has(flags, BindingFlag::Captured) && has(s.flags, ScopeFlag::InLoop))
      flags |= BindingFlag::CapturedInLoop;
    if (has(flags, BindingFlag::Reassigned) && !has(flags, kInnerWrite))
      flags |= BindingFlag::TopLevelReassignedOnly;
    b.flags = flags & kPublic;
  }
}

BindingId Scopes::find(ScopeId id, AtomId name) const {
  for (BindingId b = scope(id).first; !b.is_none(); b = binding(b).next)
    if (binding(b).name == name && binding(b).kind != BindingKind::PrivateName) return b;
  return BindingId();
}

}  // namespace perry::frontend
