#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace perry::support {

// Appends JSON as text, placing commas itself. The caller pairs what it opens.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);
  void string(std::string_view value);
  void number(int64_t value);
  void boolean(bool value);
  void null();

  // A key and its value at once.
  void member(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void member(std::string_view name, int64_t value) {
    key(name);
    number(value);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string& out_;
  bool needs_comma_ = false;
};

// Appends `text` quoted and escaped: `"`, `\` and control characters only, these with their short
// forms where JSON has one and as \u00xx otherwise. Malformed UTF-8 becomes U+FFFD, so the result
// is always valid JSON in UTF-8.
void append_json_string(std::string& out, std::string_view text);

}  // namespace perry::support
