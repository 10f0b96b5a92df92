#include "runtime/builtins/regexp/replacement.h"

#include "runtime/regexp/program.h"

namespace perry::runtime::builtins {

namespace {

bool is_digit(char16_t unit) { return unit >= '0' && unit <= '9'; }

}  // namespace

// The text is kept alive by the caller's stack.
Replacement::Replacement(Isolate& isolate, const CompiledPattern* pattern, String* text)
    : text_(text->flatten(isolate)) {
  read(pattern, text_);
}

void Replacement::read(const CompiledPattern* pattern, StringView text) {
  size_t done = 0;
  for (size_t i = 0; i + 1 < text.length();) {
    if (text[i] != '$') {
      ++i;
      continue;
    }
    const char16_t unit = text[i + 1];
    const size_t parts = parts_.size();
    add_text(done, i);
    size_t next = i + 2;
    if (unit == '$') {
      add_text(i, i + 1);
    } else if (unit == '&') {
      parts_.push_back({Kind::Capture, 0, 0});
    } else if (unit == '`') {
      parts_.push_back({Kind::Before, 0, 0});
    } else if (unit == '\'') {
      parts_.push_back({Kind::Behind, 0, 0});
    } else {
      next = is_digit(unit) ? read_digits(pattern, text, i + 1)
             : unit == '<'  ? read_name(pattern, text, i + 2)
                            : 0;
    }
    if (next == 0) {  // the `$` stands for itself
      parts_.resize(parts);
      ++i;
      continue;
    }
    i = done = next;
  }
  add_text(done, text.length());
}

// The number of a capture: two digits if there is such a one, else one. 0: there is none.
size_t Replacement::read_digits(const CompiledPattern* pattern, StringView text, size_t at) {
  const uint32_t count = pattern->capture_count();
  const uint32_t one = text[at] - u'0';
  if (at + 1 < text.length() && is_digit(text[at + 1])) {
    const uint32_t two = one * 10 + (text[at + 1] - u'0');
    if (two >= 1 && two < count) {
      parts_.push_back({Kind::Capture, two, 0});
      return at + 2;
    }
  }
  if (one < 1 || one >= count) return 0;
  parts_.push_back({Kind::Capture, one, 0});
  return at + 1;
}

// A name behind `$<`; it is one only in patterns with named groups. Names of no group stand for
// nothing.
size_t Replacement::read_name(const CompiledPattern* pattern, StringView text, size_t at) {
  if (pattern->names.is_empty()) return 0;
  size_t end = at;
  while (end < text.length() && text[end] != '>') ++end;
  if (end == text.length()) return 0;
  std::u16string name;
  for (size_t i = at; i < end; ++i) name += text[i];
  regexp::NameReader reader(pattern->program());
  while (reader.next()) {
    if (reader.name != name) continue;
    parts_.push_back({Kind::Named, static_cast<uint32_t>(groups_.size()), 0});
    groups_.emplace_back(reader.groups, reader.groups + reader.group_count);
  }
  return end + 1;
}

void Replacement::append(StringBuilder& out, StringView subject, const int32_t* registers) const {
  const auto append_capture = [&](uint32_t number) {
    const int32_t begin = registers[size_t{number} * 2];
    const int32_t end = registers[size_t{number} * 2 + 1];
    if (begin < 0 || end < 0) return;
    out.append(subject.substring(static_cast<size_t>(begin), static_cast<size_t>(end)));
  };
  for (const Part& part : parts_) {
    switch (part.kind) {
      case Kind::Text:
        out.append(text_.substring(part.from, part.to));
        break;
      case Kind::Capture:
        append_capture(part.from);
        break;
      case Kind::Before:
        out.append(subject.substring(0, static_cast<size_t>(registers[0])));
        break;
      case Kind::Behind:
        out.append(subject.substring(static_cast<size_t>(registers[1]), subject.length()));
        break;
      case Kind::Named:
        for (const uint32_t group : groups_[part.from]) append_capture(group);
        break;
    }
  }
}

}  // namespace perry::runtime::builtins
