#pragma once

#include <string>

#include "perry-cc/codegen/call_table.h"
#include "perry-cc/codegen/codegen.h"
#include "perry-cc/codegen/llvm_headers.h"
#include "perry-cc/codegen/markers.h"

namespace perry::codegen {

// An object file, or assembly text. Markers, if there are any, are replaced.
std::string emit_machine_code(llvm::Module& module, llvm::TargetMachine& machine, Emit emit,
                              CallTable& table, const Markers* markers);

}  // namespace perry::codegen
