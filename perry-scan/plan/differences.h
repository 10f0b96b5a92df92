#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontend/module/link_plan.h"
#include "frontend/module/request.h"

namespace perry::scan {

// Sources by module id, for those that read about them.
using ModuleNames = std::unordered_map<std::string_view, std::string_view>;

// Why a module is compiled again: all that its request says otherwise than the one before, as
// phrases. Empty when they are equal.
std::vector<std::string> explain_difference(const frontend::CompileRequest& before,
                                            const frontend::CompileRequest& after,
                                            const ModuleNames& names);
// Why a program is linked again. Its objects may differ as well: they are not in the plan.
std::vector<std::string> explain_difference(const frontend::LinkPlan& before,
                                            const frontend::LinkPlan& after);

}  // namespace perry::scan
