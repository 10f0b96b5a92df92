#include "support/diag/registry.h"

#include <algorithm>

namespace perry::support {

namespace {

constexpr auto kCodeOf = [](const DiagnosticInfo* row) { return row->code; };

}  // namespace

DiagnosticRegistry::DiagnosticRegistry(std::initializer_list<Table> tables) {
  for (Table table : tables) rows_.insert(rows_.end(), table.begin(), table.end());
  std::ranges::sort(rows_, {}, kCodeOf);
}

const DiagnosticInfo* DiagnosticRegistry::find(std::string_view code) const {
  const auto row = std::ranges::lower_bound(rows_, code, {}, kCodeOf);
  return row != rows_.end() && (*row)->code == code ? *row : nullptr;
}

std::optional<std::string_view> DiagnosticRegistry::find_duplicate() const {
  const auto code = std::ranges::adjacent_find(rows_, {}, kCodeOf);
  if (code != rows_.end()) return (*code)->code;
  std::vector<std::string_view> names;
  names.reserve(rows_.size());
  for (const DiagnosticInfo* row : rows_) names.push_back(row->name);
  std::ranges::sort(names);
  const auto name = std::ranges::adjacent_find(names);
  if (name != names.end()) return *name;
  return std::nullopt;
}

}  // namespace perry::support
