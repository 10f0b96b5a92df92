#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/abi/string_hash.h"
#include "runtime/gc/isolate.h"
#include "runtime/string/string.h"

// Atoms: strings of which there is one cell per text, so that property keys compare by address.
//
// Most are static: the compiler and ATOM_STRING below emit each as a constant cell in the section
// `perry_atoms`, in a COMDAT named after its text, and the linker leaves one. The section is an
// array of cells, so the isolate's table can be filled from it; that happens when a program first
// makes an atom at run time, and never in one that doesn't.
namespace perry::runtime {

class Atoms : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Atoms;
  explicit Atoms(Isolate& isolate);
  ~Atoms() override;

  // --- May collect ---
  // The atom with this text; may be `string` itself, changed into one.
  String* intern(String* string);
  String* intern(StringView text);
  String* intern(std::string_view latin1);

  // --- Does not ---
  // The atom with this text, or null.
  String* find(StringView text);

  size_t count() const { return count_; }

 private:
  struct Entry {
    uint32_t hash;
    String* atom;
  };

  void fill_from_section();
  void insert_new(String* atom);
  void grow();
  Entry* probe(uint32_t hash, StringView text);
  String* adopt(String* flat);
  static void sweep(void* self, const Liveness& liveness);

  Isolate& isolate_;
  std::vector<Entry> entries_;   // open addressing; a power of two
  std::vector<String*> recent_;  // dynamic atoms that have survived no collection yet
  size_t count_ = 0;
  size_t used_ = 0;  // entries that are or were taken
};

inline String* intern(Isolate& isolate, String* string) {
  return string->is_atom() ? string : isolate.part<Atoms>().intern(string);
}
inline String* intern(Isolate& isolate, std::string_view latin1) {
  return isolate.part<Atoms>().intern(latin1);
}

// A static atom's cell, for Latin-1 text.
template <size_t N>
struct alignas(8) StaticAtom {
  abi::StringLayout string;
  uint8_t units[N];

  String* get() const { return reinterpret_cast<String*>(const_cast<StaticAtom*>(this)); }
};

template <size_t N>
consteval auto make_static_atom(const char (&text)[N]) {
  StaticAtom<N == 1 ? 8 : (N - 1 + 7) / 8 * 8> atom{};
  bool index = N > 1 && N <= 11 && (text[0] != '0' || N == 2);
  uint64_t number = 0;
  for (size_t i = 0; i + 1 < N; ++i) {
    atom.units[i] = static_cast<uint8_t>(text[i]);
    index = index && text[i] >= '0' && text[i] <= '9';
    number = number * 10 + static_cast<uint64_t>(text[i] - '0');
  }
  index = index && number < 0xffff'ffff;
  atom.string.header.shape = abi::kStringShape;
  atom.string.header.kind = CellKind::String;
  atom.string.header.gc = abi::kStatic;
  atom.string.header.size = static_cast<uint16_t>(sizeof(atom) / abi::kCellUnit);
  atom.string.hash = abi::hash_units(atom.units, N - 1);
  atom.string.length_and_flags = static_cast<uint32_t>((N - 1) << abi::kStringLengthShift |
                                                       abi::kAtom | (index ? abi::kIndex : 0));
  return atom;
}

}  // namespace perry::runtime

// Defines, in a namespace with a name, the static atom `name` with the text `text`, which must be
// an identifier in ASCII:
//
//   PERRY_STATIC_ATOM(kLengthAtom, "length");
//
// The label is the one that the compiler gives to its atom of the same text, so that the linker
// merges them; runtime/abi/layout.h has the rule.
#define PERRY_STATIC_ATOM(name, text) PERRY_STATIC_ATOM_WITH_SYMBOL(name, text, text)

// The same for any Latin-1 text; `symbol` is the text as that rule spells it.
#define PERRY_STATIC_ATOM_WITH_SYMBOL(name, text, symbol)                                     \
  inline constexpr auto name __asm__("perry.atom." symbol)                                    \
      __attribute__((section("perry_atoms"), no_sanitize("address"), visibility("hidden"))) = \
          ::perry::runtime::make_static_atom(text)
