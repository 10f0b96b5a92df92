#pragma once

#include <expected>
#include <memory>

#include "perry-cc/codegen/codegen.h"
#include "perry-cc/codegen/llvm_headers.h"

namespace perry::codegen {

std::expected<std::unique_ptr<llvm::TargetMachine>, Error> make_target_machine(
    const Options& options);

}  // namespace perry::codegen
