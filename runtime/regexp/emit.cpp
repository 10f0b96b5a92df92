#include <algorithm>
#include <cstring>

#include "runtime/regexp/emitter.h"
#include "runtime/regexp/flags.h"

// Everything but loops.
namespace perry::runtime::regexp {

namespace {

constexpr uint32_t kLongest = 1 << 20;
// So many siblings are asked what they begin with.
constexpr size_t kFarthestSibling = 16;

uint32_t saturated(uint64_t number) {
  return static_cast<uint32_t>(std::min<uint64_t>(number, kLongest));
}

void append_units(std::vector<uint32_t>& words, std::u16string_view units) {
  const size_t at = words.size();
  words.resize(at + (units.size() + 1) / 2);
  std::memcpy(words.data() + at, units.data(), units.size() * sizeof(char16_t));
}

std::u16string units_of(uint32_t point) {
  if (point < 0x10000) return {static_cast<char16_t>(point)};
  return {static_cast<char16_t>(0xd7c0 + (point >> 10)),
          static_cast<char16_t>(0xdc00 | (point & 0x3ff))};
}

}  // namespace

Emitter::Emitter(const Tree& tree, uint32_t flags)
    : tree_(tree),
      flags_(flags),
      unicode_((flags & (kUnicode | kUnicodeSets)) != 0),
      set_table_(tree.sets.size()),
      registers_(tree.capture_count * 2) {}

std::vector<uint32_t> Emitter::emit() {
  find_facts();
  words_.resize(sizeof(ProgramHeader) / sizeof(uint32_t));
  ProgramHeader header{};
  header.start = here();
  // A match ends where it may, whatever follows.
  emit_node(tree_.root, {.follow = FirstSet::anything(), .memo = tree_.references.empty()});
  put(Op::Match);
  if (is_full()) return {};
  place_tables();
  emit_start(header);
  emit_names(header);
  header.flags = flags_;
  header.capture_count = tree_.capture_count;
  header.register_count = registers_;
  header.memo_count = memos_;
  header.min_length = facts_[tree_.root].min_length;
  header.size = here();
  std::memcpy(words_.data(), &header, sizeof(header));
  return std::move(words_);
}

// --- Facts ---

// Children have smaller numbers than their parents.
void Emitter::find_facts() {
  facts_.resize(tree_.nodes.size());
  for (NodeId id = 0; id < facts_.size(); ++id) find_facts(id);
}

void Emitter::find_facts(NodeId id) {
  const Node& node = tree_[id];
  Facts& facts = facts_[id];
  facts = {.size = 2, .is_nullable = true};
  switch (node.kind) {
    case NodeKind::Char:
      facts = {.size = 1, .min_length = node.value > 0xffff ? 2u : 1u, .is_nullable = false};
      break;
    case NodeKind::Set:
      facts = {.size = 1, .min_length = 1, .is_nullable = false};
      break;
    case NodeKind::Sequence:
      for (NodeId child = node.child; child != kNoNode; child = tree_[child].next) {
        facts.size = saturated(uint64_t{facts.size} + facts_[child].size);
        facts.min_length = saturated(uint64_t{facts.min_length} + facts_[child].min_length);
        facts.is_nullable = facts.is_nullable && facts_[child].is_nullable;
      }
      break;
    case NodeKind::Alternation:
      facts.min_length = kLongest;
      facts.is_nullable = false;
      for (NodeId child = node.child; child != kNoNode; child = tree_[child].next) {
        facts.size = saturated(uint64_t{facts.size} + facts_[child].size + 4);
        facts.min_length = std::min(facts.min_length, facts_[child].min_length);
        facts.is_nullable = facts.is_nullable || facts_[child].is_nullable;
      }
      break;
    case NodeKind::Group:
      facts = facts_[node.child];
      facts.size = saturated(uint64_t{facts.size} + 2);
      break;
    case NodeKind::Repeat: {
      const Facts& body = facts_[node.child];
      const uint64_t copies = node.max == kUnbounded ? node.min + 1 : node.max;
      facts.size = saturated(
          std::max<uint64_t>(std::min<uint64_t>(copies * (body.size + 5), 200), body.size + 12));
      facts.min_length = saturated(uint64_t{body.min_length} * node.min);
      facts.is_nullable = node.min == 0 || body.is_nullable;
      break;
    }
    case NodeKind::Look:
      facts.size = saturated(uint64_t{facts_[node.child].size} + 4);
      break;
    default:
      break;
  }
}

// --- Nodes ---

void Emitter::emit_node(NodeId id, const Place& place) {
  if (is_full()) return;
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::Empty:
      return;
    case NodeKind::Char:
      return emit_char(node.value, place);
    case NodeKind::Set:
      return emit_set(node.value, place);
    case NodeKind::Sequence:
      return emit_sequence(node, place);
    case NodeKind::Alternation:
      return emit_alternation(node, place);
    case NodeKind::Group:
      return emit_group(node, place);
    case NodeKind::Repeat:
      return emit_repeat(node, place);
    case NodeKind::Reference:
      return emit_reference(node, place);
    case NodeKind::Look:
      return emit_look(node, place);
    case NodeKind::LineStart:
      return put(node.value != 0 ? Op::LineStartMulti : Op::LineStart);
    case NodeKind::LineEnd:
      return put(node.value != 0 ? Op::LineEndMulti : Op::LineEnd);
    case NodeKind::Boundary:
      return emit_boundary(node);
  }
}

void Emitter::emit_char(uint32_t point, const Place& place) {
  emit_units(units_of(point), place.back);
}

void Emitter::emit_units(std::u16string_view units, bool back) {
  if (units.size() == 1) {
    put(back ? Op::CharBack : Op::Char, units[0]);
    return;
  }
  std::vector<uint32_t> words;
  append_units(words, units);
  const size_t text = table(std::move(words));
  put(back ? Op::StringBack : Op::String, static_cast<uint32_t>(units.size()));
  tables_[text].words_naming_it.push_back(here());
  put_word(0);
}

// Whether a class needs whole code points: only if it has some that are not one unit.
bool Emitter::reads_points(const CharSet& set) const {
  if (!unicode_) return false;
  return std::ranges::any_of(set.ranges(), [](const CharRange& range) {
    return range.last >= 0x10000 || (range.first <= 0xdfff && range.last >= 0xd800);
  });
}

void Emitter::emit_set(uint32_t index, const Place& place) {
  const CharSet& set = tree_.sets[index];
  if (set.is_empty()) {
    put(Op::Fail);
    return;
  }
  if (reads_points(set)) {
    put(place.back ? Op::SetPointBack : Op::SetPoint, 0);
  } else {
    put(place.back ? Op::SetBack : Op::Set, 0);
  }
  tables_[table_of(set)].users.push_back(here() - 1);
}

// Runs of characters are one instruction. What follows a child is what its siblings begin with.
void Emitter::emit_sequence(const Node& node, const Place& place) {
  std::vector<NodeId> children;
  for (NodeId child = node.child; child != kNoNode; child = tree_[child].next) {
    children.push_back(child);
  }
  if (place.back) std::ranges::reverse(children);
  for (size_t i = 0; i < children.size(); ++i) {
    const Node& child = tree_[children[i]];
    if (child.kind == NodeKind::Char) {
      std::u16string units = units_of(child.value);
      for (; i + 1 < children.size() && tree_[children[i + 1]].kind == NodeKind::Char; ++i) {
        const std::u16string more = units_of(tree_[children[i + 1]].value);
        place.back ? units.insert(0, more) : units.append(more);
      }
      emit_units(units, place.back);
      continue;
    }
    Place inner = place;
    if (!place.back && child.kind != NodeKind::Set) {
      FirstSet follow;
      const size_t end = std::min(children.size(), i + 1 + kFarthestSibling);
      bool open = true;
      for (size_t k = i + 1; open && k < end; ++k) open = add_first(tree_, children[k], follow);
      if (open) follow.merge(end == children.size() ? place.follow : FirstSet::anything());
      inner.follow = follow;
    }
    emit_node(children[i], inner);
  }
}

void Emitter::emit_alternation(const Node& node, const Place& place) {
  std::vector<NodeId> children;
  for (NodeId child = node.child; child != kNoNode; child = tree_[child].next) {
    children.push_back(child);
  }
  std::vector<FirstSet> firsts(children.size());
  std::vector<FirstSet> rest(children.size());  // of all behind
  for (size_t i = children.size(); i-- > 0;) {
    if (place.back) {
      firsts[i] = FirstSet::anything();
    } else if (add_first(tree_, children[i], firsts[i])) {
      firsts[i].merge(place.follow);
    }
    if (i + 1 < children.size()) {
      rest[i] = rest[i + 1];
      rest[i].merge(firsts[i + 1]);
    }
  }
  std::vector<size_t> exits;
  for (size_t i = 0; i < children.size(); ++i) {
    if (i + 1 == children.size()) {
      emit_node(children[i], place);
      break;
    }
    const size_t split = emit_split(firsts[i], rest[i], /*prefer_next=*/true, place);
    emit_node(children[i], place);
    exits.push_back(here());
    put(Op::Jump);
    set_target(split, here());
  }
  for (const size_t exit : exits) set_target(exit, here());
}

void Emitter::emit_group(const Node& node, const Place& place) {
  const uint32_t start = node.value * 2;
  put(Op::Save, place.back ? start + 1 : start);
  emit_node(node.child, place);
  put(Op::Save, place.back ? start : start + 1);
}

void Emitter::emit_reference(const Node& node, const Place& place) {
  const Reference& reference = tree_.references[node.value];
  uint32_t flags = place.back ? kReferenceBack : 0;
  if (reference.case_mode == CaseMode::Units) flags |= kReferenceUnits;
  if (reference.case_mode == CaseMode::Points) flags |= kReferencePoints;
  put(Op::Reference, flags);
  put_word(static_cast<uint32_t>(reference.groups.size()));
  for (const uint32_t group : reference.groups) put_word(group);
}

// Inside, failure has another meaning than outside, so nothing there is remembered.
void Emitter::emit_look(const Node& node, const Place& place) {
  const uint32_t height = new_register();
  new_register();
  put(Op::LookStart, height);
  put_word(node.negated ? kLookNegative : 0);
  const size_t otherwise = here();
  put_word(0);
  emit_node(node.child,
            {.follow = FirstSet::anything(), .back = node.behind, .loop_begin = place.loop_begin});
  put(node.negated ? Op::LookFoundNot : Op::LookFound, height);
  words_[otherwise] = here();
}

void Emitter::emit_boundary(const Node& node) {
  put(Op::Boundary);
  tables_[table_of(tree_.sets[node.value])].users.push_back(here() - 1);
  put_word(node.negated ? 1 : 0);
}

// --- Choices ---

uint32_t Emitter::new_memo(const Place& place) {
  if (!place.memo || memos_ >= 0xffff || place.loop_begin >= 0xffff) return 0;
  return ++memos_ | place.loop_begin << 16;
}

size_t Emitter::emit_split(const FirstSet& next, const FirstSet& target, bool prefer_next,
                           const Place& place) {
  const size_t at = here();
  const auto useless = [](const FirstSet& set) { return set.open && set.is_full(); };
  const bool guarded = !place.back && !(useless(next) && useless(target));
  if (!guarded) {
    put(prefer_next ? Op::SplitNext : Op::SplitTarget);
    put_word(new_memo(place));
    return at;
  }
  put(prefer_next ? Op::GuardNext : Op::GuardTarget);
  put_word(new_memo(place));
  std::vector<uint32_t> guard(kGuardWords);
  const auto code = [&](bool to_next, bool to_target) {
    return (to_next ? 1u : 0u) | (to_target ? 2u : 0u);
  };
  // What may match nothing is open to every unit.
  for (uint32_t unit = 0; unit < 256; ++unit) {
    guard[unit / 16] |= code(next.has(unit), target.has(unit)) << (unit % 16 * 2);
  }
  guard[16] = code(next.others, target.others) | code(next.open, target.open) << 2;
  tables_[table(std::move(guard))].words_naming_it.push_back(here());
  put_word(0);
  return at;
}

// --- Tables ---

size_t Emitter::table(std::vector<uint32_t> words) {
  std::string key(reinterpret_cast<const char*>(words.data()), words.size() * sizeof(uint32_t));
  const auto [entry, is_new] = table_index_.try_emplace(std::move(key), tables_.size());
  if (is_new) tables_.push_back({std::move(words), {}, {}});
  return entry->second;
}

uint32_t Emitter::table_of(const CharSet& set) {
  const auto index = static_cast<size_t>(&set - tree_.sets.data());
  if (set_table_[index] == 0) {
    std::vector<uint32_t> words(kBitmapWords + 1);
    for (const CharRange& range : set.ranges()) {
      for (uint32_t c = range.first; c <= std::min(range.last, 255u); ++c) {
        words[c / 32] |= 1u << (c % 32);
      }
      if (range.last < 256) continue;
      ++words[kBitmapWords];
      words.push_back(std::max(range.first, 256u));
      words.push_back(range.last);
    }
    set_table_[index] = static_cast<uint32_t>(table(std::move(words)) + 1);
  }
  return set_table_[index] - 1;
}

void Emitter::place_tables() {
  for (const Table& table : tables_) {
    for (const size_t user : table.users) set_target(user, here());
    for (const size_t user : table.words_naming_it) words_[user] = here();
    words_.insert(words_.end(), table.words.begin(), table.words.end());
  }
}

// --- Where a match may begin ---

// The units that every match of the node begins with; whether these are all of the node.
bool Emitter::collect_prefix(NodeId id, std::u16string& prefix) const {
  constexpr size_t kLongestPrefix = 64;
  const Node& node = tree_[id];
  if (prefix.size() >= kLongestPrefix) return false;
  switch (node.kind) {
    case NodeKind::Empty:
    case NodeKind::Look:
    case NodeKind::LineStart:
    case NodeKind::LineEnd:
    case NodeKind::Boundary:
      return true;
    case NodeKind::Char:
      prefix += units_of(node.value);
      return true;
    case NodeKind::Sequence:
      for (NodeId child = node.child; child != kNoNode; child = tree_[child].next) {
        if (!collect_prefix(child, prefix)) return false;
      }
      return true;
    case NodeKind::Group:
      return collect_prefix(node.child, prefix);
    case NodeKind::Repeat:
      if (node.min > 0) collect_prefix(node.child, prefix);
      return false;
    default:
      return false;
  }
}

bool Emitter::is_anchored(NodeId id) const {
  const Node& node = tree_[id];
  switch (node.kind) {
    case NodeKind::LineStart:
      return node.value == 0;
    case NodeKind::Sequence:
    case NodeKind::Group:
      return is_anchored(node.child);
    case NodeKind::Alternation:
      for (NodeId child = node.child; child != kNoNode; child = tree_[child].next) {
        if (!is_anchored(child)) return false;
      }
      return true;
    default:
      return false;
  }
}

void Emitter::emit_start(ProgramHeader& header) {
  header.is_anchored = is_anchored(tree_.root) ? 1 : 0;
  std::u16string prefix;
  collect_prefix(tree_.root, prefix);
  if (!prefix.empty()) {
    header.prefix_length = static_cast<uint32_t>(prefix.size());
    header.prefix = here();
    append_units(words_, prefix);
    if (std::ranges::any_of(prefix, [](char16_t unit) { return unit > 0xff; })) return;
    header.narrow_prefix = here();
    words_.resize(words_.size() + (prefix.size() + 3) / 4);
    std::ranges::copy(prefix, reinterpret_cast<uint8_t*>(words_.data() + header.narrow_prefix));
    return;
  }
  FirstSet first;
  if (add_first(tree_, tree_.root, first) || first.open || first.is_full()) return;
  header.first_set = here();
  for (const uint64_t word : first.bits) {
    put_word(static_cast<uint32_t>(word));
    put_word(static_cast<uint32_t>(word >> 32));
  }
  put_word(first.others ? 1 : 0);
  const uint32_t* pc = words_.data() + header.start;
  while (static_cast<Op>(*pc & 0xff) == Op::Save) ++pc;
  if (static_cast<Op>(*pc & 0xff) == Op::Span && pc[2] == kUnbounded && pc[4] == kPossessive &&
      tree_.references.empty()) {
    header.leading_span = *pc >> 8;
  }
}

void Emitter::emit_names(ProgramHeader& header) {
  header.names = here();
  header.name_count = static_cast<uint32_t>(tree_.names.size());
  for (const GroupName& name : tree_.names) {
    put_word(static_cast<uint32_t>(name.name.size()));
    append_units(words_, name.name);
    put_word(static_cast<uint32_t>(name.groups.size()));
    for (const uint32_t group : name.groups) put_word(group);
  }
}

}  // namespace perry::runtime::regexp
