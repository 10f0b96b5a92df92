#pragma once

#include <cstdint>
#include <expected>
#include <span>
#include <vector>

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"
#include "support/diag/diagnostic.h"
#include "support/diag/registry.h"

// Diagnostics kept beside the result of a step, so that a build which skips the step shows what the
// step said. docs/formats/stored-diagnostics.md describes the bytes.
namespace perry::support {

inline constexpr uint8_t kStoredDiagnosticsVersion = 1;

enum class StoredDiagnosticsError : uint8_t {
  OtherVersion,
  // Stored by a program with other tables.
  UnknownCode,
  Malformed,
};

void store_diagnostics(BinaryWriter& out, std::span<const Diagnostic> diagnostics);

// What was stored, or why it cannot be trusted; then the step must run again. `source_size` is that
// of the file that the diagnostics are about: no range leaves it. Reads no further than the stored
// form reaches.
std::expected<std::vector<Diagnostic>, StoredDiagnosticsError> load_diagnostics(
    BinaryReader& in, const DiagnosticRegistry& registry, uint32_t source_size);

}  // namespace perry::support
