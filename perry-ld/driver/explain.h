#pragma once

#include <string>
#include <string_view>

#include "frontend/module/link_plan.h"
#include "support/base/file_system.h"
#include "support/diag/diagnostic.h"

namespace perry::ld {

// Turns what the linker wrote into diagnostics that speak of modules, exports and the runtime.
// `registry` is the name under which the linker saw the module registry.
void explain_messages(std::string_view messages, const frontend::LinkPlan& plan,
                      std::string_view registry, support::FileSystem& files,
                      support::DiagnosticSink& problems);

// What is wrong with an object file for `machine`, at a glance: empty for one that the linker may
// read.
std::string explain_object(std::string_view contents, uint16_t machine);

}  // namespace perry::ld
