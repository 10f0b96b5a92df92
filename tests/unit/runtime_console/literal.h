#pragma once

#include <string_view>

#include "tests/unit/runtime_object/realm.h"

namespace perry::runtime::test {

// The value of a literal of JavaScript: objects, arrays with holes, strings in double quotes as in
// JSON, numbers, `undefined`, and so on.
class Literal {
 public:
  Literal(Realm& realm, std::string_view text) : realm_(realm), text_(text) {}

  Value value() {
    const char c = peek();
    if (c == '{') return object();
    if (c == '[') return array();
    if (c == '"') return Value::cell(string());
    for (const auto& [word, value] :
         {std::pair<std::string_view, Value>{"undefined", Value::undefined()},
          {"null", Value::null()},
          {"true", Value::boolean(true)},
          {"false", Value::boolean(false)}}) {
      if (!text_.substr(at_).starts_with(word)) continue;
      at_ += word.size();
      return value;
    }
    const size_t begin = at_;
    while (at_ < text_.size() &&
           std::string_view("+-.eE0123456789").find(text_[at_]) != std::string_view::npos)
      ++at_;
    const Value number = realm_.text(text_.substr(begin, at_ - begin));
    return Value::number(to_number(realm_.isolate(), number));
  }

 private:
  char peek() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  Value object() {
    take('{');
    Object* result = new_object(realm_.isolate());
    while (!take('}')) {
      const Value key = Value::cell(string_after_spaces());
      take(':');
      create_data_property(realm_.isolate(), result, to_property_key(realm_.isolate(), key),
                           value());
      take(',');
    }
    return Value::cell(result);
  }

  Value array() {
    take('[');
    ValueList list(realm_.isolate());
    while (!take(']')) {
      list.push(peek() == ',' ? Value() : value());
      take(',');
    }
    return Value::cell(new_array(realm_.isolate(), list));
  }

  String* string_after_spaces() {
    peek();
    return string();
  }
  String* string() {
    ++at_;
    std::u16string units;
    while (text_[at_] != '"') {
      if (text_[at_] != '\\') {
        units += static_cast<unsigned char>(text_[at_++]);
        continue;
      }
      const char kind = text_[at_ + 1];
      at_ += 2;
      if (kind == 'u') {
        units += static_cast<char16_t>(std::stoi(std::string(text_.substr(at_, 4)), nullptr, 16));
        at_ += 4;
      } else {
        units += kind == 'n'   ? u'\n'
                 : kind == 't' ? u'\t'
                 : kind == 'r' ? u'\r'
                 : kind == 'b' ? u'\b'
                 : kind == 'f' ? u'\f'
                               : static_cast<char16_t>(kind);
      }
    }
    ++at_;
    return new_string(realm_.isolate(), units.data(), units.size());
  }

  Realm& realm_;
  std::string_view text_;
  size_t at_ = 0;
};

}  // namespace perry::runtime::test
