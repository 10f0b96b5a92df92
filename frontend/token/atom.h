#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

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

  static uint32_t hash_text(std::string_view text);

  AtomId intern_borrowed(std::string_view text, uint32_t hash);
  AtomId intern_borrowed(std::string_view text) { return intern_borrowed(text, hash_text(text)); }
  AtomId intern_copied(std::string_view text);
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
  };
  AtomId intern(std::string_view text, uint32_t hash, bool copy);
  void grow();

  support::ReservedArray<Entry> entries_;
  support::ReservedArray<char> copies_;
  std::unique_ptr<uint32_t[]> slots_;  // index + 1; 0 is free
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
