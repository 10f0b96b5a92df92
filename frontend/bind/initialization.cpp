#include <algorithm>

#include "frontend/bind/binder.h"

// Which references may run before their lexical binding is initialised.
//
// Let `b` be such a binding, S its scope, F the function that S lies in, and `end` the offset at
// which b's declarator, class or parameter ends (for `for (let b of e)` the end of `e`; for a
// closure as the initialiser its start, since nothing runs between making and binding it).
//
// *Code of F itself.* The statements of S run in the order of the text: control enters S at its
// top, nothing jumps into the middle of a statement list, and a loop around S makes a new instance
// of S with a new b. So a reference in F at or behind `end` finds b initialised, and one before
// `end` gets a check. The exception is `switch`, where control may enter S at any clause: there a
// reference is safe only behind `end` and within the clause that declares b.
//
// *Code of inner functions.* Let G be the outermost function inside F around the reference. It can
// only run once G's closure exists, with the instance of S that the closure was made in.
//
//  - If G is made where it stands (an expression, a method, a field initialiser), this comes down
//    to the first case, with the start of G in place of the reference.
//  - If G is a function declaration, its closure exists from the entry of its block on, so what
//    counts is where it can first be *called*: nobody gets hold of G but through its name. The
//    earliest such place is the least of
//      - the position of each use of the name in F's own code,
//      - the start of each closure of F that uses it,
//      - the earliest call of each function declaration of F that uses it, and
//      - nothing (position 0) if the name can be used unseen: it is exported, or belongs to a
//        script's global scope, or direct eval sees it, or it is a parameter's, which `arguments`
//        may hold; the function's own position if Annex B also makes it a `var`.
//    The reference is safe if that place lies at or behind `end`: every way into G then leads
//    through code of F that, by the first case, only runs when b is initialised.
//
// The earliest calls are found after the replay, in one sweep over "uses" edges in the order of
// position (spread_earliest_calls), so the whole stays linear but for sorting the functions.
//
// A class's inner name is safe in all members, since none of them can run before it is bound; in a
// decorated class it isn't. Whether an import is initialised is up to another module: every use
// of an import gets a check here, and linking removes those that no import cycle needs.

namespace perry::frontend {

void Binder::check_initialization(NodeId id, uint32_t index, const Running* inner) {
  const Facts& facts = facts_[index];
  uint32_t position = position_of(id);
  if (inner != nullptr) {
    if (inner->unit != kNone && facts.init_end != kNone) {
      if (has(facts.flags, kInSwitch)) return require_check(id, index);
      // A function declared in a block behind `end` is made behind it, too.
      const Binding& function = binding(inner->unit);
      if (position_of(scope(function.scope).node) < facts.init_end)
        deferred_.push_back({id, index, inner->unit});
      return;
    }
    position = inner->created;
  }
  if (position < facts.init_end || (has(facts.flags, kInSwitch) && position >= clause_end(index)))
    require_check(id, index);
}

// Whether the closure may be made before the binding has the value of its declaration, so that it
// can't just keep a copy. The function that the binding itself holds needs none: it is its own
// callee. A function declaration is made when its block is entered, behind the parameters.
bool Binder::is_captured_early(uint32_t index, const Running& closure) {
  const Facts& facts = facts_[index];
  const Binding& b = binding(index);
  if (b.kind == BindingKind::Enum || b.kind == BindingKind::Namespace) return true;
  uint32_t position = closure.created;
  if (closure.unit != kNone) {
    if (closure.unit == index || b.kind == BindingKind::Parameter) return false;
    const Scope& s = scope(binding(closure.unit).scope);
    if (b.kind == BindingKind::Function || b.kind == BindingKind::BlockFunction)
      return binding(closure.unit).scope == b.scope;
    position = position_of(s.node);
  }
  if (has(facts.flags, kInSwitch))
    return position < facts.init_end || position >= clause_end(index);
  // The inner name of a class: what `init_end` says changes with the member.
  return position < (b.kind == BindingKind::ClassName ? facts.init_end : facts.settled);
}

void Binder::require_check(NodeId id, uint32_t index) {
  ast_.add_flag(id, NodeFlag::TdzCheck);
  facts_[index].flags |= BindingFlag::MayUseBeforeInit;
}

uint32_t Binder::clause_end(uint32_t index) const {
  auto found = std::lower_bound(clauses_.begin(), clauses_.end(), index,
                                [](const Clause& c, uint32_t b) { return c.binding < b; });
  return found->end;
}

// The hoisted function `unit` is used at `position`, or in the function `inner` of its function.
void Binder::note_hoisted_use(uint32_t unit, uint32_t position, const Running* inner) {
  if (earliest_.empty()) {
    earliest_.resize(scopes_.bindings_.size(), kNone);
    last_caller_.resize(scopes_.bindings_.size(), kNone);
  }
  if (inner != nullptr && inner->unit != kNone) {
    if (inner->unit == unit || last_caller_[unit] == inner->unit) return;
    last_caller_[unit] = inner->unit;
    calls_.push_back({inner->unit, unit});
    return;
  }
  if (inner != nullptr) position = inner->created;
  earliest_[unit] = std::min(earliest_[unit], position);
}

void Binder::decide_deferred() {
  if (deferred_.empty()) return;
  if (!earliest_.empty()) spread_earliest_calls();
  for (const Deferred& d : deferred_)
    if (!earliest_.empty() && earliest_[d.unit] < facts_[d.binding].init_end)
      require_check(d.reference, d.binding);
}

// A function that another one uses can be called as early as that one. Units are taken in the
// order of their own earliest use, so the first visit of each settles it.
void Binder::spread_earliest_calls() {
  size_t count = scopes_.bindings_.size();
  std::vector<uint32_t> first(count + 1, 0);
  for (const Call& c : calls_) first[c.from + 1]++;
  for (size_t i = 0; i < count; i++) first[i + 1] += first[i];
  std::vector<uint32_t> callees(calls_.size());
  std::vector<uint32_t> next(first.begin(), first.end() - 1);
  for (const Call& c : calls_) callees[next[c.from]++] = c.to;

  std::vector<uint32_t> units;
  for (uint32_t i = 0; i < count; i++)
    if (earliest_[i] != kNone) units.push_back(i);
  std::sort(units.begin(), units.end(),
            [this](uint32_t a, uint32_t b) { return earliest_[a] < earliest_[b]; });

  std::vector<bool> settled(count);
  std::vector<uint32_t> pending;
  for (uint32_t unit : units) {
    if (settled[unit]) continue;
    uint32_t position = earliest_[unit];
    settled[unit] = true;
    pending.push_back(unit);
    while (!pending.empty()) {
      uint32_t caller = pending.back();
      pending.pop_back();
      for (uint32_t i = first[caller]; i < first[caller + 1]; i++) {
        uint32_t callee = callees[i];
        if (settled[callee]) continue;
        settled[callee] = true;
        earliest_[callee] = position;
        pending.push_back(callee);
      }
    }
  }
}

}  // namespace perry::frontend
