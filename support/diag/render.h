#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "support/diag/color.h"
#include "support/diag/diagnostic.h"
#include "support/diag/registry.h"
#include "support/source/source_file.h"

namespace perry::support {

// The diagnostics of one source file, in the order in which they are to be shown. Without a file
// (it could not be read, say) they have no position.
struct DiagnosticGroup {
  const SourceFile* file = nullptr;
  std::span<const Diagnostic> diagnostics;
};

struct TextOptions {
  ColorUse color = ColorUse::Off;
  uint32_t tab_width = 4;
  // Longer source lines are cut around what they are shown for.
  uint32_t most_columns = 120;
};

// For people: message, position, the source with the ranges underlined, notes and fixes. Each
// diagnostic ends with a newline, and an empty line stands between two.
std::string render_text(const DiagnosticGroup& group, const TextOptions& options);

// For programs: one JSON object and a newline per diagnostic. docs/formats/diagnostics.md describes
// it byte by byte.
std::string render_json(const DiagnosticGroup& group);

struct SarifTool {
  std::string_view name;
  std::string_view version;
  std::string_view information_uri;
};

// A complete SARIF 2.1.0 log, for code scanning services. The rules are those that the results
// name. Files with absolute names become `file:` URIs, the others relative references.
std::string render_sarif(std::span<const DiagnosticGroup> groups, const SarifTool& tool);

}  // namespace perry::support
