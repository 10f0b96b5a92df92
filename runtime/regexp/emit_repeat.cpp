#include <algorithm>

#include "runtime/regexp/emitter.h"

// Loops.
namespace perry::runtime::regexp {

// The node that is one unit, or one code point of a class, if that is all there is to a loop's
// body.
NodeId Emitter::single_character(NodeId id) const {
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::Set:
      return tree_.sets[node.value].is_empty() ? kNoNode : id;
    case NodeKind::Char:
      return node.value < 0x10000 ? id : kNoNode;
    case NodeKind::Sequence:
      return tree_[node.child].next == kNoNode ? single_character(node.child) : kNoNode;
    default:
      return kNoNode;
  }
}

bool Emitter::try_emit_span(const Node& node, const Place& place) {
  if (place.back) return false;
  const NodeId body = single_character(node.child);
  if (body == kNoNode) return false;
  CharSet single;
  const bool is_set = tree_[body].kind == NodeKind::Set;
  if (!is_set) single.add(tree_[body].value);
  const CharSet& set = is_set ? tree_.sets[tree_[body].value] : single;
  FirstSet first;
  first.add(set);
  const bool points = reads_points(set);
  uint32_t hint = place.follow.single_unit();
  // What follows begins with none of the loop's characters: giving one back leads nowhere.
  if (!node.lazy && first.is_disjoint(place.follow)) hint = kPossessive;
  put(node.lazy ? points ? Op::SpanLazyPoint : Op::SpanLazy : points ? Op::SpanPoint : Op::Span);
  const size_t at = here() - 1;
  put_word(node.min);
  put_word(node.max);
  put_word(new_memo(place));
  put_word(hint);
  if (is_set) {
    tables_[table_of(set)].users.push_back(at);
    return true;
  }
  std::vector<uint32_t> words(kBitmapWords + 1);
  const uint32_t unit = tree_[body].value;
  if (unit < 256) {
    words[unit / 32] |= 1u << (unit % 32);
  } else {
    words[kBitmapWords] = 1;
    words.push_back(unit);
    words.push_back(unit);
  }
  tables_[table(std::move(words))].users.push_back(at);
  return true;
}

void Emitter::emit_repeat(const Node& node, const Place& place) {
  if (node.max == 0 || try_emit_span(node, place)) return;
  const uint64_t copies =
      node.max == kUnbounded ? uint64_t{node.min} : uint64_t{node.max} - (node.min == 0 ? 1 : 0);
  const bool is_short = copies <= 1 || copies * (facts_[node.child].size + 4) <= kMostUnrolled;
  if (is_short) {
    emit_unrolled(node, place);
  } else {
    emit_counted(node, place);
  }
}

FirstSet Emitter::first_of_body(const Node& node, const FirstSet& follow) const {
  FirstSet first;
  if (add_first(tree_, node.child, first)) first.merge(follow);
  return first;
}

// One iteration. `begin` is the register of its begin if it must not match nothing, or 0.
void Emitter::emit_iteration(const Node& node, const Place& body, uint32_t begin, bool clears) {
  if (clears && node.first_capture < node.end_capture) {
    put(Op::Clear, node.first_capture * 2);
    put_word(node.end_capture * 2);
  }
  if (begin != 0) put(Op::Save, begin);
  Place inner = body;
  if (begin != 0) inner.loop_begin = begin;
  emit_node(node.child, inner);
  if (begin != 0) put(Op::FailIfHere, begin);
}

void Emitter::emit_unrolled(const Node& node, const Place& place) {
  const bool is_nullable = facts_[node.child].is_nullable;
  Place inside = place;
  if (!place.back) {
    inside.follow = first_of_body(node, place.follow);
    inside.follow.merge(place.follow);
  }
  const bool greedy = !node.lazy;
  const bool ends_in_loop = node.max == kUnbounded;
  // The last of the copies that must be there is the loop's first iteration, if that may be left
  // out.
  const bool starts_with_body = ends_in_loop && node.min > 0 && !is_nullable;
  const uint32_t required = node.min - (starts_with_body ? 1 : 0);
  for (uint32_t i = 0; i < required; ++i) emit_iteration(node, inside, 0, i > 0);
  if (!ends_in_loop && node.min == node.max) return;
  const uint32_t begin = is_nullable ? new_register() : 0;
  const FirstSet first = place.back ? FirstSet::anything() : first_of_body(node, inside.follow);
  std::vector<size_t> exits;
  if (ends_in_loop) {
    if (!starts_with_body) exits.push_back(emit_split(first, place.follow, greedy, place));
    const uint32_t head = here();
    emit_iteration(node, inside, begin, true);
    const size_t again = emit_split(place.follow, first, !greedy, place);
    set_target(again, head);
  } else {
    for (uint32_t i = node.min; i < node.max; ++i) {
      exits.push_back(emit_split(first, place.follow, greedy, place));
      emit_iteration(node, inside, begin, i > 0);
    }
  }
  for (const size_t exit : exits) set_target(exit, here());
}

// How often a counted loop has run decides what may follow, so nothing inside is remembered.
void Emitter::emit_counted(const Node& node, const Place& place) {
  const bool is_nullable = facts_[node.child].is_nullable;
  const uint32_t counter = new_register();
  const uint32_t begin = is_nullable ? new_register() : 0;
  put(Op::Zero, counter);
  const uint32_t head = here();
  put(node.lazy ? Op::CountTarget : Op::CountNext, counter);
  put_word(node.min);
  put_word(node.max);
  const size_t exit = here();
  put_word(0);
  Place inside = place;
  inside.memo = false;
  if (!place.back) {
    inside.follow = first_of_body(node, place.follow);
    inside.follow.merge(place.follow);
  }
  if (node.first_capture < node.end_capture) {
    put(Op::Clear, node.first_capture * 2);
    put_word(node.end_capture * 2);
  }
  if (begin != 0) put(Op::Save, begin);
  emit_node(node.child, inside);
  put(Op::CountLoop, counter);
  put_word(head);
  put_word(node.min);
  put_word(begin == 0 ? kNone : begin);
  words_[exit] = here();
}

}  // namespace perry::runtime::regexp
