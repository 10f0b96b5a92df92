#pragma once

#include <string>

#include "support/base/trace.h"

namespace perry::cc {

// What --time prints: a line for each phase in milliseconds, then the peak of resident memory.
std::string describe_costs(const support::Trace& trace);

}  // namespace perry::cc
