#pragma once

#include <string>
#include <vector>

#include "frontend/module/link_plan.h"
#include "perry-ld/driver/options.h"
#include "perry-ld/driver/platform.h"

namespace perry::ld {

// What lld is told beside its inputs and its output: a function of the plan and the options, and
// part of the manifest.
std::vector<std::string> choose_flags(const frontend::LinkPlan& plan, const Options& options,
                                      const Platform& platform);

}  // namespace perry::ld
