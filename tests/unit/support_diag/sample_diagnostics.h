#pragma once

#include <string_view>

#include "support/diag/table.h"
#include "support/source/source_file.h"

// Diagnostics and helpers that the tests of this folder share.
namespace perry::support {

inline constexpr DiagnosticKind<void(std::string_view, std::string_view)> kExpected{
    {"T0001", "Expected", Severity::Error, "expected {0}, found {1}"}};
inline constexpr DiagnosticKind<void(int64_t)> kTooMany{
    {"T0002", "TooMany", Severity::Warning, "{0} is too many"}};
inline constexpr DiagnosticKind<void()> kPlain{{"T0003", "Plain", Severity::Error, "plain"}};

inline constexpr const DiagnosticInfo* kSampleDiagnostics[] = {&kTooMany.info, &kExpected.info,
                                                               &kPlain.info};

// Where `needle` stands, from `from` on.
inline Span find(const SourceFile& file, std::string_view needle, size_t from = 0) {
  const size_t start = file.text().find(needle, from);
  return {static_cast<uint32_t>(start), static_cast<uint32_t>(start + needle.size())};
}

}  // namespace perry::support
