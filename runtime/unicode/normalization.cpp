#include "runtime/unicode/normalization.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "runtime/unicode/text_tables.h"
#include "runtime/unicode/wtf8.h"

// Decompose, put combining marks into order, compose. Linear but for runs of marks, which are
// sorted.
namespace perry::runtime {

namespace {

namespace text_tables_normalization {
using text_tables::CombiningRange;
using text_tables::Composition;
using text_tables::Decomposition;
#include "runtime/unicode/normalization_tables.inc"
}  // namespace text_tables_normalization

namespace tables = text_tables_normalization;

// Hangul is composed by arithmetic (3.12).
constexpr char32_t kSyllableBase = 0xac00;
constexpr char32_t kLeadBase = 0x1100;
constexpr char32_t kVowelBase = 0x1161;
constexpr char32_t kTailBase = 0x11a7;
constexpr char32_t kLeads = 19;
constexpr char32_t kVowels = 21;
constexpr char32_t kTails = 28;
constexpr char32_t kSyllables = kLeads * kVowels * kTails;

struct Mark {
  char32_t code_point;
  uint8_t combining_class;
};

uint8_t class_of_point(char32_t point) {
  if (point < 0x300) return 0;
  const auto* range =
      std::upper_bound(std::begin(tables::kCombining), std::end(tables::kCombining), point,
                       [](char32_t p, const auto& candidate) { return p < candidate.first; });
  if (range == std::begin(tables::kCombining)) return 0;
  --range;
  return point <= range->last ? range->combining_class : 0;
}

void decompose(char32_t point, bool compatible, std::vector<Mark>& out) {
  if (point - kSyllableBase < kSyllables) {
    const char32_t index = point - kSyllableBase;
    out.push_back({kLeadBase + index / (kVowels * kTails), 0});
    out.push_back({kVowelBase + index / kTails % kVowels, 0});
    if (index % kTails != 0) out.push_back({kTailBase + index % kTails, 0});
    return;
  }
  const auto* row = std::lower_bound(
      std::begin(tables::kDecompositions), std::end(tables::kDecompositions), point,
      [](const text_tables::Decomposition& a, char32_t p) { return a.code_point < p; });
  if (row == std::end(tables::kDecompositions) || row->code_point != point ||
      (row->is_compatible != 0 && !compatible)) {
    out.push_back({point, class_of_point(point)});
    return;
  }
  // The database's mappings nest a few levels deep.
  for (size_t i = 0; i < row->count; ++i) {
    decompose(tables::kDecompositionPool[row->offset + i], compatible, out);
  }
}

void order_marks(std::vector<Mark>& text) {
  const auto is_starter = [](const Mark& mark) { return mark.combining_class == 0; };
  std::vector<Mark> sorted;
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if_not(begin, text.end(), is_starter);
    const auto end = std::find_if(begin, text.end(), is_starter);
    if (end - begin > 1) {
      // A stable counting sort by class.
      sorted.clear();
      size_t starts[257] = {};
      for (auto i = begin; i != end; ++i) ++starts[i->combining_class + 1];
      for (size_t c = 1; c < 257; ++c) starts[c] += starts[c - 1];
      sorted.resize(static_cast<size_t>(end - begin));
      for (auto i = begin; i != end; ++i) sorted[starts[i->combining_class]++] = *i;
      std::copy(sorted.begin(), sorted.end(), begin);
    }
    begin = end;
  }
}

// 0: they don't.
char32_t compose_pair(char32_t first, char32_t second) {
  if (first - kLeadBase < kLeads && second - kVowelBase < kVowels) {
    return kSyllableBase + ((first - kLeadBase) * kVowels + (second - kVowelBase)) * kTails;
  }
  if (first - kSyllableBase < kSyllables && (first - kSyllableBase) % kTails == 0 &&
      second - kTailBase - 1 < kTails - 1) {
    return first + (second - kTailBase);
  }
  const auto* row =
      std::lower_bound(std::begin(tables::kCompositions), std::end(tables::kCompositions), first,
                       [&](const text_tables::Composition& a, char32_t f) {
                         return a.first < f || (a.first == f && a.second < second);
                       });
  const bool found =
      row != std::end(tables::kCompositions) && row->first == first && row->second == second;
  return found ? row->composed : 0;
}

void compose(std::vector<Mark>& text) {
  constexpr size_t kNone = static_cast<size_t>(-1);
  size_t starter = kNone;
  size_t to = 0;
  int last_class = -1;  // of what stands between the starter and here
  for (const Mark& mark : text) {
    if (starter != kNone && last_class < mark.combining_class) {
      if (const char32_t whole = compose_pair(text[starter].code_point, mark.code_point);
          whole != 0) {
        text[starter].code_point = whole;
        continue;
      }
    }
    if (mark.combining_class == 0) {
      starter = to;
      last_class = -1;
    } else {
      last_class = mark.combining_class;
    }
    text[to++] = mark;
  }
  text.resize(to);
}

}  // namespace

std::u16string normalize(const char16_t* units, size_t count, NormalizationForm form) {
  const bool compatible = form == NormalizationForm::Nfkc || form == NormalizationForm::Nfkd;
  std::vector<Mark> text;
  text.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    char32_t point = units[i];
    if (is_high_surrogate(point) && i + 1 < count && is_low_surrogate(units[i + 1])) {
      point = code_point_of(units[i], units[i + 1]);
      ++i;
    }
    decompose(point, compatible, text);
  }
  order_marks(text);
  if (form == NormalizationForm::Nfc || form == NormalizationForm::Nfkc) compose(text);
  std::u16string out;
  out.reserve(text.size());
  for (const Mark& mark : text) {
    if (mark.code_point < 0x10000) {
      out += static_cast<char16_t>(mark.code_point);
    } else {
      out += static_cast<char16_t>(0xd7c0 + (mark.code_point >> 10));
      out += static_cast<char16_t>(0xdc00 | (mark.code_point & 0x3ff));
    }
  }
  return out;
}

}  // namespace perry::runtime
