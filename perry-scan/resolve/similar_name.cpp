#include "perry-scan/resolve/similar_name.h"

#include <algorithm>
#include <array>

namespace perry::scan {

namespace {

constexpr size_t kLongestName = 63;

// The number of edits, or `limit` + 1 when there are more.
size_t edit_distance(std::string_view a, std::string_view b, size_t limit) {
  const size_t too_many = limit + 1;
  if (a.size() > kLongestName || b.size() > kLongestName) return too_many;
  if (std::max(a.size(), b.size()) - std::min(a.size(), b.size()) > limit) return too_many;
  std::array<size_t, kLongestName + 1> before_last{};
  std::array<size_t, kLongestName + 1> last{};
  std::array<size_t, kLongestName + 1> row{};
  for (size_t j = 0; j <= b.size(); j++) last[j] = j;
  for (size_t i = 1; i <= a.size(); i++) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); j++) {
      const size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    before_last = last;
    last = row;
  }
  return std::min(last[b.size()], too_many);
}

}  // namespace

SimilarName::SimilarName(std::string_view name) : name_(name) {
  // A third of the name may be wrong; in short names a single character.
  most_ = std::max<size_t>(1, std::min<size_t>(3, name.size() / 3));
}

void SimilarName::consider(std::string_view candidate) {
  if (candidate == name_ || (found_ && most_ == 0)) return;
  const size_t distance = edit_distance(name_, candidate, most_);
  if (distance > most_ || distance >= std::max(name_.size(), candidate.size())) return;
  found_ = candidate;
  // Only a better one replaces it.
  most_ = distance == 0 ? 0 : distance - 1;
}

}  // namespace perry::scan
