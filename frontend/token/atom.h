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
      const uint32_t slot = slots_[at];
      if (slot == 0) [[unlikely]]
        return insert(text, hash, prefix, at);
      if (may_match(slot, hash)) [[likely]] {
        const uint32_t index = slot_index(slot);
        if (matches(entries_[index], text, prefix)) [[likely]]
          return AtomId(index);
      }
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

  // There are more slots than atoms, so the low bits of a slot, as many as select a slot, hold an
  // index plus one; the others hold the same bits of the hash. 0 is free. Small slots stay in the
  // cache, and hash bits keep most probes away from the entries, which do not.
  uint32_t slot_index(uint32_t slot) const { return (slot & slot_mask_) - 1; }
  bool may_match(uint32_t slot, uint32_t hash) const { return ((slot ^ hash) & ~slot_mask_) == 0; }
  static bool matches(const Entry& entry, std::string_view text, TextPrefix prefix) {
    return entry.prefix == prefix && entry.size == text.size() &&
           (text.size() <= sizeof(TextPrefix) || same_rest(entry.data, text));
  }
  // Beyond the prefix. Few names are longer than twice the prefix, and a call costs more than they.
  static bool same_rest(const char* data, std::string_view text) {
    constexpr size_t kPrefix = sizeof(TextPrefix);
    const size_t size = text.size();
    if (size > 2 * kPrefix)
      return std::memcmp(data + kPrefix, text.data() + kPrefix, size - kPrefix) == 0;
    return text_prefix({data + size - kPrefix, kPrefix}) ==
           text_prefix(text.substr(size - kPrefix));
  }
  AtomId insert(std::string_view text, uint32_t hash, TextPrefix prefix, uint32_t slot);
  void occupy(uint32_t hash, uint32_t index);
  void resize_slots(uint32_t count);

  support::ReservedArray<Entry> entries_;
  support::ReservedArray<char> copies_;
  std::unique_ptr<uint32_t[]> slots_;
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
