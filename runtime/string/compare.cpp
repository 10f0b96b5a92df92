#include <algorithm>
#include <cstring>

#include "runtime/string/rope.h"
#include "runtime/string/string.h"

// Comparing takes ropes as they are: an operator that compares must not allocate.
namespace perry::runtime {

namespace {

int sign_of(char16_t a, char16_t b) { return a < b ? -1 : 1; }

template <typename A, typename B>
int compare_units(std::span<const A> a, std::span<const B> b, size_t count) {
  if constexpr (sizeof(A) == 1 && sizeof(B) == 1) {
    return std::memcmp(a.data(), b.data(), count);
  } else {
    for (size_t i = 0; i < count; ++i) {
      if (a[i] != b[i]) return sign_of(a[i], b[i]);
    }
    return 0;
  }
}

int compare_prefix(StringView a, StringView b, size_t count) {
  return a.visit([&](auto left) {
    return b.visit([&](auto right) { return compare_units(left, right, count); });
  });
}

bool equal_prefix(StringView a, StringView b, size_t count) {
  if (a.is_two_byte() && b.is_two_byte()) {
    return std::memcmp(a.utf16().data(), b.utf16().data(), count * sizeof(char16_t)) == 0;
  }
  return compare_prefix(a, b, count) == 0;
}

// Compares the common prefix of two strings, piece by piece.
template <typename Compare>
int compare_leaves(const String* a, const String* b, Compare&& compare_pieces) {
  Leaves left(a);
  Leaves right(b);
  StringView x;
  StringView y;
  while (true) {
    if (x.is_empty() && !left.next(x)) return 0;
    if (y.is_empty() && !right.next(y)) return 0;
    const size_t count = std::min(x.length(), y.length());
    if (const int order = compare_pieces(x, y, count)) return order;
    x = x.substring(count, x.length());
    y = y.substring(count, y.length());
  }
}

int order_of_lengths(size_t a, size_t b) { return a == b ? 0 : a < b ? -1 : 1; }

}  // namespace

bool equals(StringView a, StringView b) {
  return a.length() == b.length() && equal_prefix(a, b, a.length());
}

int compare(StringView a, StringView b) {
  const int order = compare_prefix(a, b, std::min(a.length(), b.length()));
  return order != 0 ? order : order_of_lengths(a.length(), b.length());
}

bool equals(const String* a, const String* b) {
  if (a == b) return true;
  if (a->length() != b->length() || (a->is_atom() && b->is_atom())) return false;
  if (a->has_hash() && b->has_hash() && a->known_hash() != b->known_hash()) return false;
  if (!a->is_rope() && !b->is_rope()) return equal_prefix(a->view(), b->view(), a->length());
  return compare_leaves(a, b, [](StringView x, StringView y, size_t count) {
           return equal_prefix(x, y, count) ? 0 : 1;
         }) == 0;
}

int compare(const String* a, const String* b) {
  if (a == b) return 0;
  if (!a->is_rope() && !b->is_rope()) return compare(a->view(), b->view());
  const int order = compare_leaves(a, b, compare_prefix);
  return order != 0 ? order : order_of_lengths(a->length(), b->length());
}

bool equals(const String* a, std::string_view latin1) {
  if (a->length() != latin1.size()) return false;
  size_t at = 0;
  Leaves leaves(a);
  for (StringView piece; leaves.next(piece);) {
    const StringView part(reinterpret_cast<const uint8_t*>(latin1.data()) + at, piece.length());
    if (!equal_prefix(piece, part, piece.length())) return false;
    at += piece.length();
  }
  return true;
}

}  // namespace perry::runtime
