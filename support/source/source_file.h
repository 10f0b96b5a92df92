#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/base/span.h"

namespace perry::support {

// A place in a source file, counted the way each consumer counts. All are zero-based.
struct LineColumn {
  uint32_t line = 0;
  uint32_t column = 0;

  friend bool operator==(LineColumn, LineColumn) = default;
};

// The bytes of one source file, as read, and where its lines start. Lines end as ECMAScript says:
// at \n, \r, \r\n, U+2028 and U+2029. The table of lines is built when a position is first asked
// for, so a file without diagnostics never pays for it; hence one thread at a time.
class SourceFile {
 public:
  // `name` is what messages show. Spans hold 32 bits, so contents are limited to 4 GiB.
  SourceFile(std::string name, std::string contents)
      : name_(std::move(name)), owned_(std::move(contents)), text_(owned_) {}

  // Borrows `text`, which must outlive the file.
  static SourceFile borrow(std::string name, std::string_view text);

  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;
  SourceFile(SourceFile&& other) noexcept;
  SourceFile& operator=(SourceFile&& other) noexcept;

  const std::string& name() const { return name_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const;
  uint32_t size() const { return static_cast<uint32_t>(text_.size()); }

  // Offsets beyond the end count as the end.
  uint32_t line_count() const;
  uint32_t line_of(uint32_t offset) const;
  uint32_t line_start(uint32_t line) const;
  // The line's range without its terminator.
  Span line_span(uint32_t line) const;

  // Columns in bytes and in UTF-16 code units. Malformed UTF-8 counts as the U+FFFD that an editor
  // shows for it, and a leading byte order mark as nothing. An offset inside a character counts as
  // the character's start.
  LineColumn position_bytes(uint32_t offset) const;
  LineColumn position_utf16(uint32_t offset) const;
  // Columns of a terminal; tabs reach to the next multiple of `tab_width`.
  LineColumn position_display(uint32_t offset, uint32_t tab_width) const;

 private:
  // Where a block of text starts, and how many UTF-16 units come before it in the file.
  struct Checkpoint {
    uint32_t offset = 0;
    uint32_t units = 0;
  };

  const std::vector<uint32_t>& line_starts() const;
  uint32_t utf16_units_before(uint32_t offset) const;
  uint32_t units_from(Checkpoint at, uint32_t offset) const;
  void step_over(Checkpoint& at) const;

  std::string name_;
  std::string owned_;
  std::string_view text_;
  mutable std::vector<uint32_t> line_starts_;
  mutable std::vector<Checkpoint> checkpoints_;
};

}  // namespace perry::support
