#include "frontend/token/atom.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdlib>

namespace perry::frontend {

namespace {

struct WellKnown {
  const char* data;
  uint32_t size;
  uint32_t hash;
  TextPrefix prefix;
};

constexpr WellKnown well_known(std::string_view text) {
  return {text.data(), static_cast<uint32_t>(text.size()), hash_text(text), text_prefix(text)};
}

// Hashed by the compiler: seeding a table is a copy and a loop that compares nothing.
constexpr std::array<WellKnown, atoms::kWellKnownCount> kWellKnown = {{
#define TOKEN(name, text)
#define PUNCTUATOR(name, text)
#define RESERVED_WORD(name, text) well_known(text),
#define STRICT_RESERVED_WORD(name, text) well_known(text),
#define CONTEXTUAL_WORD(name, text) well_known(text),
#include "frontend/token/tokens.def"
#define ATOM(name, text) well_known(text),
#include "frontend/token/atoms.def"
}};

// A text of n bytes has fewer than n tokens, each with at most two atoms; the parser reads some of
// it twice and adds a few names of its own.
constexpr size_t kAtomsPerByte = 3;
constexpr size_t kCopiesPerByte = 3;
constexpr size_t kFixedRoom = 65536;
// Half of it at most is filled, so that probes stay short.
constexpr uint32_t kFewestSlots = 512;
static_assert(kFewestSlots >= 2 * atoms::kWellKnownCount);

// Source code of n bytes has about n / 150 different texts. Half of the table stays free.
uint32_t first_slot_count(size_t source_bytes) {
  const size_t expected = std::min<size_t>(source_bytes / 64, size_t{1} << 24);
  return std::max(kFewestSlots, static_cast<uint32_t>(std::bit_ceil(expected)));
}

// Address space may be limited (ulimit -v): then less of it must do.
template <class T>
void reserve_some(support::ReservedArray<T>& array, size_t wanted, size_t least) {
  while (!array.reserve(wanted)) {
    if (wanted <= least) std::abort();
    wanted = std::max(wanted / 2, least);
  }
}

}  // namespace

AtomTable::AtomTable(size_t source_bytes) {
  reserve_some(entries_, source_bytes * kAtomsPerByte + kFixedRoom, kFixedRoom);
  reserve_some(copies_, source_bytes * kCopiesPerByte + kFixedRoom, kFixedRoom);

  static_assert(sizeof(Entry) == sizeof(WellKnown));
  Entry* entries = entries_.extend(kWellKnown.size());
  std::memcpy(entries, kWellKnown.data(), sizeof kWellKnown);
  resize_slots(first_slot_count(source_bytes));
}

AtomId AtomTable::intern_copied(std::string_view text) {
  if (const AtomId known = find(text); !known.is_none()) return known;
  char* copy = copies_.extend(text.size());
  if (copy == nullptr) [[unlikely]]
    std::abort();
  std::copy_n(text.data(), text.size(), copy);
  return intern_borrowed({copy, text.size()});
}

AtomId AtomTable::find(std::string_view text) const {
  const uint32_t hash = hash_text(text);
  const TextPrefix prefix = text_prefix(text);
  for (uint32_t at = hash & slot_mask_; slots_[at] != 0; at = (at + 1) & slot_mask_) {
    const uint32_t index = slot_index(slots_[at]);
    if (may_match(slots_[at], hash) && matches(entries_[index], text, prefix)) return AtomId(index);
  }
  return AtomId::none();
}

[[gnu::noinline]] AtomId AtomTable::insert(std::string_view text, uint32_t hash, TextPrefix prefix,
                                           uint32_t slot) {
  const uint32_t index = count();
  Entry* entry = entries_.extend(1);
  if (entry == nullptr) [[unlikely]]
    std::abort();
  *entry = {text.data(), static_cast<uint32_t>(text.size()), hash, prefix};
  slots_[slot] = (hash & ~slot_mask_) | (index + 1);
  if (count() > (slot_mask_ + 1) / 2) [[unlikely]]
    resize_slots((slot_mask_ + 1) * 4);
  return AtomId(index);
}

void AtomTable::occupy(uint32_t hash, uint32_t index) {
  uint32_t at = hash & slot_mask_;
  while (slots_[at] != 0) at = (at + 1) & slot_mask_;
  slots_[at] = (hash & ~slot_mask_) | (index + 1);
}

void AtomTable::resize_slots(uint32_t slot_count) {
  slots_ = std::make_unique<uint32_t[]>(slot_count);
  slot_mask_ = slot_count - 1;
  for (uint32_t i = 0; i < count(); i++) occupy(entries_[i].hash, i);
}

}  // namespace perry::frontend
