#include <string>
#include <string_view>

#include "runtime/string/rope.h"
#include "runtime/string/string.h"
#include "runtime/unicode/wtf8.h"

namespace perry::runtime {

namespace {

void append_view(std::string& out, StringView view, bool keep) {
  if (view.is_two_byte()) {
    append_utf16_as_utf8(out, view.utf16().data(), view.length(), keep);
  } else {
    append_latin1_as_utf8(out, view.latin1().data(), view.length());
  }
}

}  // namespace

void append_utf8(std::string& out, const String* string, LoneSurrogates lone) {
  const bool keep = lone == LoneSurrogates::Keep;
  if (!string->is_rope()) {
    append_view(out, string->view(), keep);
    return;
  }
  Leaves leaves(string);
  if (!string->is_two_byte()) {
    for (StringView piece; leaves.next(piece);) append_view(out, piece, keep);
    return;
  }
  // The two halves of a pair may be in different pieces.
  std::u16string units;
  units.reserve(string->length());
  for (StringView piece; leaves.next(piece);) {
    piece.visit([&](auto part) { units.append(part.begin(), part.end()); });
  }
  append_utf16_as_utf8(out, units.data(), units.size(), keep);
}

std::string to_utf8(const String* string, LoneSurrogates lone) {
  std::string out;
  append_utf8(out, string, lone);
  return out;
}

}  // namespace perry::runtime
