#include "support/source/display.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "support/base/utf8.h"

namespace perry::support {

namespace {

struct CodePointRange {
  uint32_t first;
  uint32_t last;
};

#include "support/source/display_width.inc"

constexpr uint32_t kZeroWidthJoiner = 0x200D;
constexpr uint32_t kEmojiPresentation = 0xFE0F;

// Marks beyond this many start a cluster of their own, so that a cluster stays small.
constexpr int kMostMarks = 32;

bool contains(std::span<const CodePointRange> ranges, uint32_t code_point) {
  const auto after = std::ranges::upper_bound(ranges, code_point, {}, &CodePointRange::first);
  return after != ranges.begin() && code_point <= std::prev(after)->last;
}

bool is_hidden(uint32_t code_point) {
  const bool is_c1_control = code_point >= 0x80 && code_point < 0xA0;
  return is_c1_control || contains(kHiddenRanges, code_point);
}

bool is_pictographic(uint32_t code_point) { return contains(kPictographicRanges, code_point); }

bool is_skin_tone(uint32_t code_point) { return code_point >= 0x1F3FB && code_point <= 0x1F3FF; }

bool is_regional_indicator(uint32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

// `#`, `*` and digits become keys when an emoji selector follows.
bool takes_emoji_presentation(uint32_t base) {
  return is_pictographic(base) || base == '#' || base == '*' || (base >= '0' && base <= '9');
}

std::string name_of(std::string_view text, size_t offset, uint32_t size) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const Utf8Step step = decode_utf8(text, offset);
  std::string name = "<";
  if (step.is_malformed) {
    for (size_t i = offset; i < offset + size; i++) {
      const uint8_t byte = static_cast<uint8_t>(text[i]);
      if (i != offset) name += ' ';
      name += kDigits[byte >> 4];
      name += kDigits[byte & 15];
    }
  } else {
    name += "U+";
    for (int shift = step.code_point > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4)
      name += kDigits[(step.code_point >> shift) & 15];
  }
  name += '>';
  return name;
}

// Adds to a cluster what attaches to its base: marks, skin tones, and what a joiner ties on.
void extend_cluster(std::string_view text, size_t offset, uint32_t base, DisplayCluster& cluster) {
  const bool is_emoji = is_pictographic(base);
  bool is_joined = false;
  for (int marks = 0; marks < kMostMarks && offset + cluster.size < text.size(); marks++) {
    const size_t next = offset + cluster.size;
    const Utf8Step step = decode_utf8(text, next);
    if (step.is_malformed || step.code_point < 0x80) return;
    const bool attaches = contains(kZeroWidthRanges, step.code_point) ||
                          (is_emoji && is_skin_tone(step.code_point)) ||
                          (is_emoji && is_joined && is_pictographic(step.code_point));
    if (!attaches) return;
    if (step.code_point == kEmojiPresentation && takes_emoji_presentation(base)) cluster.width = 2;
    is_joined = step.code_point == kZeroWidthJoiner;
    cluster.size += step.size;
  }
}

}  // namespace

DisplayCluster cluster_at(std::string_view text, size_t offset, size_t column, uint32_t tab_width) {
  const uint8_t lead = static_cast<uint8_t>(text[offset]);
  if (lead == '\t') return {1, tab_width - static_cast<uint32_t>(column % tab_width), true};
  if (lead < 0x20 || lead == 0x7F) return {1, 1, true};
  const bool is_last = offset + 1 >= text.size();
  // ASCII before ASCII, which is nearly everything.
  if (lead < 0x80 && (is_last || static_cast<uint8_t>(text[offset + 1]) < 0x80))
    return {1, 1, false};

  const Utf8Step step = decode_utf8(text, offset);
  if (step.is_malformed || is_hidden(step.code_point)) {
    const size_t width = name_of(text, offset, step.size).size();
    return {step.size, static_cast<uint32_t>(width), true};
  }
  DisplayCluster cluster{step.size, 1, false};
  if (contains(kZeroWidthRanges, step.code_point))
    cluster.width = 0;
  else if (contains(kWideRanges, step.code_point))
    cluster.width = 2;
  if (is_regional_indicator(step.code_point) && offset + step.size < text.size()) {
    // Two of them are a flag.
    const Utf8Step second = decode_utf8(text, offset + step.size);
    if (is_regional_indicator(second.code_point)) return {step.size + second.size, 2, false};
  }
  extend_cluster(text, offset, step.code_point, cluster);
  return cluster;
}

void append_cluster(std::string& out, std::string_view text, size_t offset,
                    const DisplayCluster& cluster) {
  const uint8_t lead = static_cast<uint8_t>(text[offset]);
  if (!cluster.is_replaced)
    out += text.substr(offset, cluster.size);
  else if (lead == '\t')
    out.append(cluster.width, ' ');
  else if (lead < 0x20)
    append_utf8(out, 0x2400 + lead);
  else if (lead == 0x7F)
    append_utf8(out, 0x2421);
  else
    out += name_of(text, offset, cluster.size);
}

size_t display_width(std::string_view text, uint32_t tab_width) {
  size_t column = 0;
  for (size_t i = 0; i < text.size();) {
    const DisplayCluster cluster = cluster_at(text, i, column, tab_width);
    column += cluster.width;
    i += cluster.size;
  }
  return column;
}

std::string to_display(std::string_view text, size_t most, uint32_t tab_width) {
  std::string out;
  size_t column = 0;
  for (size_t i = 0; i < text.size();) {
    const DisplayCluster cluster = cluster_at(text, i, column, tab_width);
    if (column + cluster.width > most) {
      out += "…";
      break;
    }
    append_cluster(out, text, i, cluster);
    column += cluster.width;
    i += cluster.size;
  }
  return out;
}

}  // namespace perry::support
