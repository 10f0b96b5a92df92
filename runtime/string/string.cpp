#include "runtime/string/string.h"

#include <algorithm>
#include <cstring>

#include "runtime/abi/string_hash.h"
#include "runtime/string/rope.h"
#include "runtime/string/single_units.h"
#include "runtime/unicode/wtf8.h"

namespace perry::runtime {

namespace {

// Up to so many bytes of units, a concatenation or a piece is a copy: a rope or slice cell would
// take as much, and cost more later.
constexpr size_t kShortBytes = 24;

char16_t all_bits(const char16_t* units, size_t length) {
  char16_t bits = 0;
  for (size_t i = 0; i < length; ++i) bits |= units[i];
  return bits;
}

uint32_t length_word(size_t length, uint32_t flags) {
  PERRY_ASSERT(length <= abi::kLongestString);
  return static_cast<uint32_t>(length) << abi::kStringLengthShift | flags;
}

}  // namespace

// The one place that knows how a string cell is filled in.
class StringFactory {
 public:
  static String* allocate(Isolate& isolate, CellKind kind, size_t bytes, size_t length,
                          uint32_t flags) {
    auto* string = isolate.heap().allocate<String>(kind, abi::kStringShape, bytes);
    string->length_and_flags_ = length_word(length, flags);
    return string;
  }
};

// --- Looking into strings ---

StringView String::view() const {
  const String* flat = this;
  uint64_t offset = 0;
  if (kind() == CellKind::Slice) {
    const auto* slice = static_cast<const Slice*>(this);
    flat = slice->parent.as<String>();
    offset = slice->offset;
  }
  PERRY_ASSERT(flat->is_flat());
  const void* units = flat + 1;
  if (is_two_byte()) return {static_cast<const char16_t*>(units) + offset, length()};
  return {static_cast<const uint8_t*>(units) + offset, length()};
}

uint32_t String::compute_hash() {
  abi::StringHasher hasher;
  if (is_rope()) {
    Leaves leaves(this);
    for (StringView piece; leaves.next(piece);) {
      piece.visit([&](auto units) { hasher.add(units.data(), units.size()); });
    }
  } else {
    view().visit([&](auto units) { hasher.add(units.data(), units.size()); });
  }
  const uint32_t hash = hasher.finish();
  if (!is_static()) hash_ = hash;
  return hash;
}

std::optional<uint32_t> String::array_index() const {
  if (is_atom() && (length_and_flags_ & abi::kIndex) == 0) return std::nullopt;
  if (length() > 10 || is_rope()) return std::nullopt;
  return parse_array_index(view());
}

std::optional<uint32_t> parse_array_index(StringView text) {
  if (text.is_empty() || text.length() > 10) return std::nullopt;
  if (text[0] == '0' && text.length() > 1) return std::nullopt;
  uint64_t index = 0;
  for (size_t i = 0; i < text.length(); ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    index = index * 10 + (text[i] - u'0');
  }
  if (index >= 0xffff'ffff) return std::nullopt;
  return static_cast<uint32_t>(index);
}

// --- Making strings ---

String* new_latin1_string(Isolate& isolate, size_t length, uint8_t** units) {
  String* string =
      StringFactory::allocate(isolate, CellKind::String, sizeof(String) + length, length, 0);
  *units = reinterpret_cast<uint8_t*>(string + 1);
  return string;
}

String* new_two_byte_string(Isolate& isolate, size_t length, char16_t** units) {
  String* string = StringFactory::allocate(
      isolate, CellKind::String, sizeof(String) + length * sizeof(char16_t), length, abi::kTwoByte);
  *units = reinterpret_cast<char16_t*>(string + 1);
  return string;
}

String* empty_string() { return static_empty_string(); }

String* single_unit_string(Isolate& isolate, char16_t unit) {
  if (unit <= 0xff) return static_single_unit_string(static_cast<uint8_t>(unit));
  char16_t* units = nullptr;
  String* string = new_two_byte_string(isolate, 1, &units);
  *units = unit;
  return string;
}

String* new_string(Isolate& isolate, const uint8_t* latin1, size_t length) {
  if (length == 0) return empty_string();
  if (length == 1) return static_single_unit_string(*latin1);
  uint8_t* units = nullptr;
  String* string = new_latin1_string(isolate, length, &units);
  std::memcpy(units, latin1, length);
  return string;
}

String* new_string(Isolate& isolate, const char16_t* utf16, size_t length) {
  if (length == 0) return empty_string();
  if (all_bits(utf16, length) <= 0xff) {
    if (length == 1) return static_single_unit_string(static_cast<uint8_t>(*utf16));
    uint8_t* units = nullptr;
    String* string = new_latin1_string(isolate, length, &units);
    for (size_t i = 0; i < length; ++i) units[i] = static_cast<uint8_t>(utf16[i]);
    return string;
  }
  char16_t* units = nullptr;
  String* string = new_two_byte_string(isolate, length, &units);
  std::memcpy(units, utf16, length * sizeof(char16_t));
  return string;
}

String* new_string(Isolate& isolate, StringView text) {
  return text.visit([&](auto units) { return new_string(isolate, units.data(), units.size()); });
}

String* new_string_utf8(Isolate& isolate, std::string_view utf8) {
  const Utf16Size size = measure_utf16(utf8);
  if (size.units == 0) return empty_string();
  if (size.all_bits <= 0xff) {
    uint8_t* units = nullptr;
    String* string = new_latin1_string(isolate, size.units, &units);
    convert_to_latin1(utf8, units);
    return string;
  }
  char16_t* units = nullptr;
  String* string = new_two_byte_string(isolate, size.units, &units);
  convert_to_utf16(utf8, units);
  return string;
}

// --- Joining and cutting ---

String* concat(Isolate& isolate, String* left, String* right) {
  if (left->length() == 0) return right;
  if (right->length() == 0) return left;
  const size_t length = size_t{left->length()} + right->length();
  if (length > abi::kLongestString) return nullptr;
  const bool two_byte = left->is_two_byte() || right->is_two_byte();
  if (length << (two_byte ? 1 : 0) > kShortBytes || left->is_rope() || right->is_rope()) {
    auto* rope = static_cast<Rope*>(StringFactory::allocate(isolate, CellKind::Rope, sizeof(Rope),
                                                            length, two_byte ? abi::kTwoByte : 0));
    rope->left = Value::cell(left);
    rope->right = Value::cell(right);
    return rope;
  }
  if (two_byte) {
    char16_t* units = nullptr;
    String* string = new_two_byte_string(isolate, length, &units);
    copy_units(left->view(), units);
    copy_units(right->view(), units + left->length());
    return string;
  }
  uint8_t* units = nullptr;
  String* string = new_latin1_string(isolate, length, &units);
  copy_units(left->view(), units);
  copy_units(right->view(), units + left->length());
  return string;
}

String* substring(Isolate& isolate, String* string, size_t from, size_t to) {
  PERRY_ASSERT(from <= to && to <= string->length());
  if (from == 0 && to == string->length()) return string;
  if (from == to) return empty_string();
  const StringView piece = string->flatten(isolate).substring(from, to);
  const size_t length = to - from;
  if (length == 1) return single_unit_string(isolate, piece[0]);
  if (length << (piece.is_two_byte() ? 1 : 0) <= kShortBytes) return new_string(isolate, piece);
  auto* slice = static_cast<Slice*>(StringFactory::allocate(
      isolate, CellKind::Slice, sizeof(Slice), length, piece.is_two_byte() ? abi::kTwoByte : 0));
  if (string->is_flat()) {
    slice->parent = Value::cell(string);
    slice->offset = from;
  } else {
    const auto* outer = static_cast<const Slice*>(string);
    slice->parent = outer->parent;
    slice->offset = outer->offset + from;
  }
  return slice;
}

}  // namespace perry::runtime
