#include "runtime/unicode/case_mapping.h"

#include <algorithm>
#include <iterator>

#include "runtime/unicode/text_tables.h"
#include "runtime/unicode/wtf8.h"

namespace perry::runtime {

namespace {

namespace text_tables_case {
using text_tables::CaseRange;
using text_tables::PointRange;
using text_tables::SpecialCase;
#include "runtime/unicode/case_tables.inc"
}  // namespace text_tables_case

namespace tables = text_tables_case;

// The range that holds the code point, or null.
template <typename Range, size_t N>
const Range* find_range(const Range (&ranges)[N], char32_t code_point) {
  const Range* range = std::upper_bound(
      std::begin(ranges), std::end(ranges), code_point,
      [](char32_t point, const Range& candidate) { return point < candidate.first; });
  if (range == std::begin(ranges)) return nullptr;
  --range;
  return code_point <= range->last ? range : nullptr;
}

template <size_t N>
char32_t map_simple(const text_tables::CaseRange (&ranges)[N], char32_t code_point) {
  const text_tables::CaseRange* range = find_range(ranges, code_point);
  if (range == nullptr || (code_point - range->first) % range->step != 0) return code_point;
  return static_cast<char32_t>(static_cast<int32_t>(code_point) + range->delta);
}

void append(std::u16string& out, char32_t code_point) {
  if (code_point < 0x10000) {
    out += static_cast<char16_t>(code_point);
  } else {
    out += static_cast<char16_t>(0xd7c0 + (code_point >> 10));
    out += static_cast<char16_t>(0xdc00 | (code_point & 0x3ff));
  }
}

char32_t code_point_at(const char16_t* units, size_t count, size_t at) {
  if (is_high_surrogate(units[at]) && at + 1 < count && is_low_surrogate(units[at + 1])) {
    return code_point_of(units[at], units[at + 1]);
  }
  return units[at];
}
char32_t code_point_before(const char16_t* units, size_t at) {
  if (at >= 2 && is_low_surrogate(units[at - 1]) && is_high_surrogate(units[at - 2])) {
    return code_point_of(units[at - 2], units[at - 1]);
  }
  return units[at - 1];
}
size_t width(char32_t code_point) { return code_point < 0x10000 ? 1 : 2; }

template <size_t N>
bool append_special(std::u16string& out, const text_tables::SpecialCase (&table)[N],
                    char32_t code_point) {
  const auto* row = std::lower_bound(
      std::begin(table), std::end(table), code_point,
      [](const text_tables::SpecialCase& a, char32_t point) { return a.code_point < point; });
  if (row == std::end(table) || row->code_point != code_point) return false;
  for (const char16_t unit : row->to) {
    if (unit != 0) out += unit;
  }
  return true;
}

// Final_Sigma: a cased letter stands before it, none behind, whatever may be ignored between.
bool is_final_sigma(const char16_t* units, size_t count, size_t at) {
  bool cased_before = false;
  for (size_t i = at; i > 0;) {
    const char32_t point = code_point_before(units, i);
    i -= width(point);
    if (find_range(tables::kCaseIgnorable, point) != nullptr) continue;
    cased_before = find_range(tables::kCased, point) != nullptr;
    break;
  }
  if (!cased_before) return false;
  for (size_t i = at + 1; i < count;) {
    const char32_t point = code_point_at(units, count, i);
    i += width(point);
    if (find_range(tables::kCaseIgnorable, point) != nullptr) continue;
    return find_range(tables::kCased, point) == nullptr;
  }
  return true;
}

}  // namespace

char32_t to_upper_simple(char32_t code_point) { return map_simple(tables::kUpper, code_point); }
char32_t to_lower_simple(char32_t code_point) { return map_simple(tables::kLower, code_point); }

std::u16string to_upper_text(const char16_t* units, size_t count) {
  std::u16string out;
  out.reserve(count);
  for (size_t i = 0; i < count;) {
    const char32_t point = code_point_at(units, count, i);
    i += width(point);
    if (point < 0x80) {
      out += static_cast<char16_t>(point - 'a' < 26 ? point - 32 : point);
    } else if (!append_special(out, tables::kSpecialUpper, point)) {
      append(out, to_upper_simple(point));
    }
  }
  return out;
}

std::u16string to_lower_text(const char16_t* units, size_t count) {
  constexpr char32_t kCapitalSigma = 0x3a3;
  std::u16string out;
  out.reserve(count);
  for (size_t i = 0; i < count;) {
    const char32_t point = code_point_at(units, count, i);
    if (point < 0x80) {
      out += static_cast<char16_t>(point - 'A' < 26 ? point + 32 : point);
    } else if (point == kCapitalSigma) {
      out += is_final_sigma(units, count, i) ? u'\u03c2' : u'\u03c3';
    } else if (!append_special(out, tables::kSpecialLower, point)) {
      append(out, to_lower_simple(point));
    }
    i += width(point);
  }
  return out;
}

}  // namespace perry::runtime
