#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/builtins/string/string_natives.h"
#include "runtime/unicode/case_mapping.h"
#include "runtime/unicode/normalization.h"
#include "runtime/unicode/wtf8.h"

// String.prototype.localeCompare (22.1.3.12). Without Intl there is one order, whatever the locale:
// that of the root collation for ASCII and for Latin letters with marks, by base letter, then
// marks, then case; what lies beyond follows by code points, a letter beside its capital.
namespace perry::runtime::builtins {
namespace {

constexpr std::u16string_view kBeforeLetters =
    u"\t\n\v\f\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789";

struct Weights {
  std::vector<uint32_t> primary;
  std::vector<uint32_t> secondary;
  std::vector<uint32_t> tertiary;
};

constexpr auto kAsciiOrder = [] {
  std::array<uint8_t, 128> order{};
  uint8_t next = 1;
  for (const char16_t unit : kBeforeLetters) order[unit] = next++;
  for (size_t letter = 'a'; letter <= 'z'; ++letter) {
    order[letter] = order[letter - 32] = next++;
  }
  return order;
}();

void add_weights(Weights& weights, char32_t point) {
  const bool is_mark = point >= 0x300 && point < 0x370;
  if (is_mark) {
    weights.secondary.push_back(point);
    return;
  }
  const char32_t lower = to_lower_simple(point);
  const uint32_t primary = lower < 128 ? kAsciiOrder[lower] : 0x100 + lower;
  if (primary == 0) return;  // controls count for nothing
  weights.primary.push_back(primary);
  weights.secondary.push_back(1);
  weights.tertiary.push_back(lower == point ? 1 : 2);
}

Weights weights_of(StringView text) {
  const std::u16string wide =
      text.visit([](auto units) { return std::u16string(units.begin(), units.end()); });
  const std::u16string units = normalize(wide.data(), wide.size(), NormalizationForm::Nfd);
  Weights weights;
  for (size_t i = 0; i < units.size(); ++i) {
    char32_t point = units[i];
    if (is_high_surrogate(point) && i + 1 < units.size() && is_low_surrogate(units[i + 1])) {
      point = code_point_of(units[i], units[i + 1]);
      ++i;
    }
    if (point == 0xdf || point == 0x1e9e) {
      add_weights(weights, 's');
      add_weights(weights, 's');
    } else {
      add_weights(weights, point);
    }
  }
  return weights;
}

int order(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  const auto result =
      std::lexicographical_compare_three_way(a.begin(), a.end(), b.begin(), b.end());
  return result < 0 ? -1 : result > 0 ? 1 : 0;
}

}  // namespace

Value locale_compare(Isolate& isolate, const Arguments& arguments) {
  String* a = this_string(isolate, arguments, "String.prototype.localeCompare");
  String* b = to_string(isolate, arguments[0]);
  if (equals(a, b)) return Value::number(0);
  const Weights left = weights_of(a->flatten(isolate));
  const Weights right = weights_of(b->flatten(isolate));
  int result = order(left.primary, right.primary);
  if (result == 0) result = order(left.secondary, right.secondary);
  if (result == 0) result = order(left.tertiary, right.tertiary);
  return Value::number(result);
}

}  // namespace perry::runtime::builtins
