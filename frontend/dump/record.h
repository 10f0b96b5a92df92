#pragma once

#include "frontend/dump/text_writer.h"
#include "frontend/module/record.h"

namespace perry::frontend {

// A module record as JSON, one entry a line, keys in a fixed order. Facts that do not hold of an
// entry are left out.
void dump_record(const ModuleRecord& record, TextWriter& out);

}  // namespace perry::frontend
