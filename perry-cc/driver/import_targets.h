#pragma once

#include "frontend/module/record.h"
#include "frontend/module/request.h"
#include "perry-cc/irgen/irgen.h"

namespace perry::cc {

// What a compile request knows of the module, for irgen.
irgen::ModuleContext module_context(const frontend::CompileRequest& request,
                                    const frontend::ModuleRecord& record);

}  // namespace perry::cc
