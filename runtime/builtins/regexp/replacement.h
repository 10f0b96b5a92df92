#pragma once

#include <string>
#include <vector>

#include "runtime/builtins/regexp/regexp_object.h"
#include "runtime/string/builder.h"

namespace perry::runtime::builtins {

// A replacement text of GetSubstitution (22.1.3.19.1), read once for all matches of a pattern.
class Replacement {
 public:
  Replacement(Isolate& isolate, const CompiledPattern* pattern, String* text);

  // Appends what stands for the match in `subject` that `registers` describe.
  void append(StringBuilder& out, StringView subject, const int32_t* registers) const;

 private:
  enum class Kind : uint8_t { Text, Capture, Before, Behind, Named };
  struct Part {
    Kind kind;
    uint32_t from;  // Text: where in the replacement; Capture: its number; Named: into groups_
    uint32_t to;
  };

  void read(const CompiledPattern* pattern, StringView text);
  size_t read_digits(const CompiledPattern* pattern, StringView text, size_t at);
  size_t read_name(const CompiledPattern* pattern, StringView text, size_t at);
  void add_text(size_t from, size_t to) {
    if (from == to) return;
    parts_.push_back({Kind::Text, static_cast<uint32_t>(from), static_cast<uint32_t>(to)});
  }

  StringView text_;
  std::vector<Part> parts_;
  std::vector<std::vector<uint32_t>> groups_;
};

}  // namespace perry::runtime::builtins
