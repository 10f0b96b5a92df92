#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "frontend/module/record.h"
#include "support/base/binary_reader.h"

namespace perry::frontend {

// The canonical bytes of a record, byte by byte in docs/formats/module-record.md. Equal records
// have equal bytes.
std::string encode_record(const ModuleRecord& record);

// Reads them back, from bytes that nobody vouches for: what this accepts, `encode_record` writes
// again byte for byte, and every index in it is in range.
std::expected<ModuleRecord, support::BinaryError> decode_record(std::string_view bytes);

}  // namespace perry::frontend
