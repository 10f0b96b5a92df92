#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include "frontend/token/text_hash.h"
#include "support/base/ids.h"
#include "support/base/reserved_array.h"

namespace perry::frontend {

using AtomId = support::Id<struct AtomTag>;

// The texts of one source file, each once: names, string values, template pieces. Text is UTF-8
// with lone surrogates in their three-byte form (WTF-8), so that every JavaScript string has
// exactly one spelling. Words have the first indices, in the order of tokens.def, then come the
// names of atoms.def.
//
// Texts added by `intern_borrowed` are not copied: the source they lie in must outlive the table.
class AtomTable {
 public:
  // `source_bytes` bounds how many atoms there can be; it reserves address space only.
  explicit AtomTable(size_t source_bytes);

  static uint32_t hash_text(std::string_view text) { return frontend::hash_text(text); }

  AtomId intern_borrowed(std::string_view text, uint32_t hash) {
    return intern_borrowed(text, hash, text_prefix(text));
  }
  AtomId intern_borrowed(std::string_view text) { return intern_borrowed(text, hash_text(text)); }
  AtomId intern_copied(std::string_view text);
  // For callers that hold the text's prefix already.
  AtomId intern_borrowed(std::string_view text, uint32_t hash, TextPrefix prefix) {
    for (uint32_t at = hash & slot_mask_;; at = (at + 1) & slot_mask_) {
      const Slot slot = slots_[at];
      if (slot.next_index == 0) [[unlikely]]
        return insert(text, hash, prefix, at);
      if (slot.hash == hash && matches(entries_[slot.next_index - 1], text, prefix)) [[likely]]
        return AtomId(slot.next_index - 1);
    }
  }
  // The atom if it is there already.
  AtomId find(std::string_view text) const;

  std::string_view text(AtomId id) const {
    const Entry& e = entries_[id.index];
    return {e.data, e.size};
  }
  uint32_t count() const { return static_cast<uint32_t>(entries_.size()); }

 private:
  struct Entry {
    const char* data;
    uint32_t size;
    uint32_t hash;
    TextPrefix prefix;
  };
  struct Slot {
    uint32_t hash;
    uint32_t next_index;  // index + 1; 0 is free
  };

  static bool matches(const Entry& entry, std::string_view text, TextPrefix prefix) {
    return entry.prefix == prefix && entry.size == text.size() &&
           (text.size() <= sizeof(TextPrefix) ||
            std::memcmp(entry.data, text.data(), text.size()) == 0);
  }
  AtomId insert(std::string_view text, uint32_t hash, TextPrefix prefix, uint32_t slot);
  void occupy(uint32_t hash, uint32_t index);
  void resize_slots(uint32_t count);

  support::ReservedArray<Entry> entries_;
  support::ReservedArray<char> copies_;
  std::unique_ptr<Slot[]> slots_;
  uint32_t slot_mask_ = 0;
};

namespace atoms {
namespace detail {
enum Index : uint32_t {
#define TOKEN(name, text)
#define PUNCTUATOR(name, text)
#define RESERVED_WORD(name, text) kWord##name,
#define STRICT_RESERVED_WORD(name, text) kWord##name,
#define CONTEXTUAL_WORD(name, text) kWord##name,
#include "frontend/token/tokens.def"
#define ATOM(name, text) kAtom_##name,
#include "frontend/token/atoms.def"
  kCount
};
}  // namespace detail
#define ATOM(name, text) inline constexpr AtomId name{detail::kAtom_##name};
#include "frontend/token/atoms.def"
inline constexpr uint32_t kWellKnownCount = detail::kCount;
}  // namespace atoms

}  // namespace perry::frontend
