#pragma once

#include <memory>
#include <vector>

#include "perry-scan/resolve/rules.h"

namespace perry::scan {

// What went wrong, with everything that was tried and with what would mend it. Looks around on the
// disk, which costs nothing that matters: a failed resolution ends the build.
std::unique_ptr<Failure> explain_failure(const RuleContext& context, std::string_view specifier,
                                         const Outcome& outcome, std::vector<Attempt> attempts);

}  // namespace perry::scan
