#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/abi/layout.h"
#include "runtime/gc/isolate.h"
#include "runtime/string/string_view.h"
#include "runtime/value/cell.h"

// Strings. Functions that take an Isolate& may collect; the others do not allocate.
//
// A string is flat (Latin-1 or UTF-16 units behind the header), a rope (a concatenation not yet
// done) or a slice (a piece of a flat one). A two-byte string may hold Latin-1 units only, except
// when it is an atom.
namespace perry::runtime {

class String : public Cell {
 public:
  static constexpr bool is(CellKind kind) {
    return kind >= CellKind::String && kind <= CellKind::Slice;
  }

  uint32_t length() const { return length_and_flags_ >> abi::kStringLengthShift; }
  bool is_two_byte() const { return (length_and_flags_ & abi::kTwoByte) != 0; }
  // An atom equals another only if it is the same cell.
  bool is_atom() const { return (length_and_flags_ & abi::kAtom) != 0; }
  bool is_flat() const { return kind() == CellKind::String; }
  bool is_rope() const { return kind() == CellKind::Rope; }

  // Of anything but a rope.
  StringView view() const;
  // Of anything; turns a rope into a slice of a flat string.
  StringView flatten(Isolate& isolate) {
    if (is_rope()) [[unlikely]]
      flatten_rope(isolate);
    return view();
  }

  // Cached in the string.
  uint32_t hash() { return has_hash() ? hash_ : compute_hash(); }

  bool has_hash() const { return hash_ != 0; }
  uint32_t known_hash() const { return hash_; }

  // The code unit at `index`, which is less than length().
  char16_t at(Isolate& isolate, size_t index) { return flatten(isolate)[index]; }

  // The index that this string spells as a property key: "0" to "4294967294".
  std::optional<uint32_t> array_index() const;

 private:
  friend class StringFactory;
  friend class Atoms;

  void flatten_rope(Isolate& isolate);
  uint32_t compute_hash();

  uint32_t hash_;
  uint32_t length_and_flags_;
};
static_assert(sizeof(String) == sizeof(abi::StringLayout));

// --- Making strings: may collect ---

String* empty_string();
// One code unit; no allocation for Latin-1.
String* single_unit_string(Isolate& isolate, char16_t unit);
String* new_string(Isolate& isolate, StringView text);
String* new_string(Isolate& isolate, const uint8_t* latin1, size_t length);
// Becomes Latin-1 when every unit fits.
String* new_string(Isolate& isolate, const char16_t* utf16, size_t length);
// From UTF-8; lone surrogates may stand as three bytes each (WTF-8), what is malformed becomes
// U+FFFD as the Encoding Standard says.
String* new_string_utf8(Isolate& isolate, std::string_view utf8);
// A string whose units the caller fills in, all of them, before the next allocation.
String* new_latin1_string(Isolate& isolate, size_t length, uint8_t** units);
String* new_two_byte_string(Isolate& isolate, size_t length, char16_t** units);

// Null when the result would be longer than abi::kLongestString; the caller throws the RangeError.
String* concat(Isolate& isolate, String* left, String* right);
String* substring(Isolate& isolate, String* string, size_t from, size_t to);

// --- Comparing ---

bool equals(const String* a, const String* b);
// By code units, as `<` does: negative, zero or positive.
int compare(const String* a, const String* b);
bool equals(const String* a, std::string_view latin1);
bool equals(StringView a, StringView b);
int compare(StringView a, StringView b);

// --- Out ---

// Lone surrogates as three bytes each (WTF-8), or as U+FFFD.
enum class LoneSurrogates : uint8_t { Keep, Replace };
void append_utf8(std::string& out, const String* string,
                 LoneSurrogates lone = LoneSurrogates::Replace);
std::string to_utf8(const String* string, LoneSurrogates lone = LoneSurrogates::Replace);

// The array index that a text spells, as String::array_index.
std::optional<uint32_t> parse_array_index(StringView text);

}  // namespace perry::runtime
