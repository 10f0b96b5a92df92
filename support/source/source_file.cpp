#include "support/source/source_file.h"

#include <algorithm>
#include <cstddef>

#include "support/base/utf8.h"
#include "support/source/display.h"

namespace perry::support {

namespace {

// One checkpoint per this many bytes: a column deep inside a minified line of megabytes costs no
// more than a column elsewhere.
constexpr uint32_t kCheckpointDistance = 4096;

// Every place where a line starts: after each terminator.
std::vector<uint32_t> find_line_starts(std::string_view text) {
  std::vector<uint32_t> starts{0};
  for (size_t i = 0; i < text.size(); i++) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c > '\r' && c != 0xE2) [[likely]]
      continue;
    if (c == '\n') {
      starts.push_back(static_cast<uint32_t>(i + 1));
    } else if (c == '\r') {
      if (i + 1 < text.size() && text[i + 1] == '\n') i++;
      starts.push_back(static_cast<uint32_t>(i + 1));
    } else if (c == 0xE2 && (text.substr(i, 3) == "\u2028" || text.substr(i, 3) == "\u2029")) {
      starts.push_back(static_cast<uint32_t>(i + 3));
      i += 2;
    }
  }
  return starts;
}

}  // namespace

SourceFile SourceFile::borrow(std::string name, std::string_view text) {
  SourceFile file(std::move(name), std::string());
  file.text_ = text;
  return file;
}

SourceFile::SourceFile(SourceFile&& other) noexcept : SourceFile(std::string(), std::string()) {
  *this = std::move(other);
}

SourceFile& SourceFile::operator=(SourceFile&& other) noexcept {
  if (this == &other) return *this;
  // A short string keeps its bytes inside the object, so the view must follow the move.
  const bool is_owner = other.text_.data() == other.owned_.data();
  name_ = std::move(other.name_);
  owned_ = std::move(other.owned_);
  text_ = is_owner ? std::string_view(owned_) : other.text_;
  line_starts_ = std::move(other.line_starts_);
  checkpoints_ = std::move(other.checkpoints_);
  other.owned_.clear();
  other.text_ = other.owned_;
  other.line_starts_.clear();
  other.checkpoints_.clear();
  return *this;
}

std::string_view SourceFile::text(Span span) const {
  const size_t start = std::min<size_t>(span.start, text_.size());
  const size_t end = std::clamp<size_t>(span.end, start, text_.size());
  return text_.substr(start, end - start);
}

const std::vector<uint32_t>& SourceFile::line_starts() const {
  if (line_starts_.empty()) line_starts_ = find_line_starts(text_);
  return line_starts_;
}

uint32_t SourceFile::line_count() const { return static_cast<uint32_t>(line_starts().size()); }

uint32_t SourceFile::line_of(uint32_t offset) const {
  const std::vector<uint32_t>& starts = line_starts();
  const auto after = std::upper_bound(starts.begin(), starts.end(), std::min(offset, size()));
  return static_cast<uint32_t>(after - starts.begin()) - 1;
}

uint32_t SourceFile::line_start(uint32_t line) const {
  const std::vector<uint32_t>& starts = line_starts();
  return line < starts.size() ? starts[line] : size();
}

Span SourceFile::line_span(uint32_t line) const {
  const uint32_t start = line_start(line);
  std::string_view rest = text_.substr(start, line_start(line + 1) - start);
  if (rest.ends_with("\u2028") || rest.ends_with("\u2029")) {
    rest.remove_suffix(3);
  } else {
    if (rest.ends_with('\n')) rest.remove_suffix(1);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
  }
  return {start, start + static_cast<uint32_t>(rest.size())};
}

LineColumn SourceFile::position_bytes(uint32_t offset) const {
  const uint32_t line = line_of(offset);
  return {line, std::min(offset, size()) - line_start(line)};
}

void SourceFile::step_over(Checkpoint& at) const {
  const Utf8Step step = decode_utf8(text_, at.offset);
  const bool is_byte_order_mark = at.offset == 0 && step.code_point == 0xFEFF;
  at.units += is_byte_order_mark ? 0 : step.utf16_units();
  at.offset += step.size;
}

uint32_t SourceFile::units_from(Checkpoint at, uint32_t offset) const {
  while (at.offset < offset) {
    Checkpoint next = at;
    step_over(next);
    if (next.offset > offset) break;
    at = next;
  }
  return at.units;
}

uint32_t SourceFile::utf16_units_before(uint32_t offset) const {
  if (checkpoints_.empty()) {
    Checkpoint at;
    checkpoints_.push_back(at);
    while (at.offset < size()) {
      step_over(at);
      if (at.offset - checkpoints_.back().offset >= kCheckpointDistance) checkpoints_.push_back(at);
    }
  }
  offset = std::min(offset, size());
  const auto after = std::ranges::upper_bound(checkpoints_, offset, {}, &Checkpoint::offset);
  return units_from(*std::prev(after), offset);
}

LineColumn SourceFile::position_utf16(uint32_t offset) const {
  const uint32_t line = line_of(offset);
  const uint32_t start = line_start(line);
  offset = std::min(offset, size());
  // Most lines are shorter than the way from a checkpoint to where they start.
  if (offset - start < kCheckpointDistance) return {line, units_from({start, 0}, offset)};
  return {line, utf16_units_before(offset) - utf16_units_before(start)};
}

LineColumn SourceFile::position_display(uint32_t offset, uint32_t tab_width) const {
  const uint32_t line = line_of(offset);
  const uint32_t start = line_start(line);
  const std::string_view text = text_.substr(start, line_span(line).end - start);
  const size_t end = std::min(offset, size()) - start;
  size_t column = 0;
  for (size_t i = 0; i < text.size();) {
    const DisplayCluster cluster = cluster_at(text, i, column, tab_width);
    i += cluster.size;
    if (i > end) break;
    column += cluster.width;
  }
  return {line, static_cast<uint32_t>(column)};
}

}  // namespace perry::support
