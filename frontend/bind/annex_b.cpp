#include "frontend/bind/binder.h"

// Annex B.3.2 and B.3.3: a plain function in a block of sloppy code is also a `var` of the function
// around, unless `var f` in its place would be an error, or a parameter has the name.
//
// Every such function is a candidate until its function ends. It is lost at once when a block
// around it (but inside the function) declares the name already, and later when such a block
// declares the name after all; each candidate is dropped at most once, so this stays linear.

namespace perry::frontend {

void Binder::add_hoist_candidate(uint32_t block_binding) {
  uint32_t around = facts_[block_binding].outer;
  if (around != kNone && binding(around).scope.index > frame().scope.index &&
      has(binding(around).flags, BindingFlag::Value))
    return;
  if (hoist_heads_ == nullptr) {
    hoist_heads_ = std::make_unique_for_overwrite<uint32_t[]>(atom_count_);
    std::fill_n(hoist_heads_.get(), atom_count_, kNone);
  }
  uint32_t& head = hoist_heads_[binding(block_binding).name.index];
  hoists_.push_back({block_binding, head, true});
  head = static_cast<uint32_t>(hoists_.size() - 1);
}

// A block that begins at `from` declares `name`: functions of that name inside it stay there.
void Binder::drop_hoist_candidates(AtomId name, uint32_t from) {
  if (hoists_.size() == frame().hoist_base) return;
  uint32_t& head = hoist_heads_[name.index];
  while (head != kNone && head >= frame().hoist_base) {
    HoistCandidate& candidate = hoists_[head];
    if (start(binding(candidate.block_binding).declaration) < from) return;
    candidate.alive = false;
    head = candidate.previous;
  }
}

void Binder::finish_hoisting() {
  size_t base = frame().hoist_base;
  if (hoists_.size() == base) return;
  for (size_t i = hoists_.size(); i-- > base;)
    if (hoists_[i].alive)
      hoist_heads_[binding(hoists_[i].block_binding).name.index] = hoists_[i].previous;
  for (size_t i = base; i < hoists_.size(); i++)
    if (hoists_[i].alive) hoist(hoists_[i].block_binding);
  hoists_.resize(base);
}

void Binder::hoist(uint32_t block_binding) {
  AtomId name = binding(block_binding).name;
  NodeId declaration = binding(block_binding).declaration;
  uint32_t existing = slots_[name.index].in_function;
  // An arguments object is as good as a parameter, unless a function replaces it.
  const ScopeKind kind = scope(frame().scope).kind;
  const bool has_arguments = kind == ScopeKind::Function || kind == ScopeKind::CommonJS;
  if (has_arguments && name == atoms::arguments &&
      (existing == kNone || binding(existing).kind != BindingKind::Function))
    return;
  uint32_t var = kNone;
  if (existing != kNone) {
    const Binding& b = binding(existing);
    bool is_own = b.scope == frame().var_scope;
    if (is_own && (b.kind == BindingKind::Var || b.kind == BindingKind::Function))
      var = existing;
    else if (is_own ||
             (b.scope == frame().scope && scope(frame().var_scope).kind != ScopeKind::Eval))
      return;  // a parameter or a lexical name
  }
  if (var == kNone)
    var = add_binding(frame().var_scope, {name, declaration, BindingKind::Var, BindingFlag::Value});
  binding(var).flags |= BindingFlag::AnnexBFunction | BindingFlag::Reassigned;
  binding(block_binding).flags |= BindingFlag::AnnexBFunction;
  scopes_.annex_b_functions_.push_back({BindingId(block_binding), BindingId(var)});
}

}  // namespace perry::frontend
