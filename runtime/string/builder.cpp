#include "runtime/string/builder.h"

#include "runtime/string/rope.h"

namespace perry::runtime {

void StringBuilder::widen() {
  utf16_.reserve(latin1_.size() * 2);
  for (const char unit : latin1_) utf16_ += static_cast<unsigned char>(unit);
  latin1_ = {};
  two_byte_ = true;
}

void StringBuilder::append(char16_t unit) {
  if (!two_byte_) {
    if (unit <= 0xff) {
      latin1_ += static_cast<char>(unit);
      return;
    }
    widen();
  }
  utf16_ += unit;
}

void StringBuilder::append_code_point(char32_t code_point) {
  if (code_point < 0x10000) {
    append(static_cast<char16_t>(code_point));
    return;
  }
  append(static_cast<char16_t>(0xd800 + ((code_point - 0x10000) >> 10)));
  append(static_cast<char16_t>(0xdc00 + ((code_point - 0x10000) & 0x3ff)));
}

void StringBuilder::append(std::string_view latin1) {
  append(StringView(reinterpret_cast<const uint8_t*>(latin1.data()), latin1.size()));
}

void StringBuilder::append(StringView text) {
  if (text.is_two_byte()) {
    if (!two_byte_) widen();
    utf16_.append(text.utf16().data(), text.length());
  } else if (two_byte_) {
    utf16_.append(text.latin1().begin(), text.latin1().end());
  } else {
    latin1_.append(reinterpret_cast<const char*>(text.latin1().data()), text.length());
  }
}

void StringBuilder::append(const String* string) {
  Leaves leaves(string);
  for (StringView piece; leaves.next(piece);) append(piece);
}

String* StringBuilder::finish(Isolate& isolate) {
  String* string = nullptr;
  if (!is_too_long()) {
    string = two_byte_ ? new_string(isolate, utf16_.data(), utf16_.size())
                       : new_string(isolate, reinterpret_cast<const uint8_t*>(latin1_.data()),
                                    latin1_.size());
  }
  latin1_.clear();
  utf16_.clear();
  two_byte_ = false;
  return string;
}

}  // namespace perry::runtime
