#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "support/diag/diagnostic.h"

namespace perry::support {

// All kinds of diagnostics that a program knows, from the tables of the folders it is made of.
// The tables are the caller's, so that this folder need not know those above it.
class DiagnosticRegistry {
 public:
  using Table = std::span<const DiagnosticInfo* const>;

  DiagnosticRegistry(std::initializer_list<Table> tables);

  // Null for a code that no table has.
  const DiagnosticInfo* find(std::string_view code) const;
  // Sorted by code.
  std::span<const DiagnosticInfo* const> all() const { return rows_; }
  // A code or a name that two rows share; there must be none.
  std::optional<std::string_view> find_duplicate() const;

 private:
  std::vector<const DiagnosticInfo*> rows_;
};

}  // namespace perry::support
