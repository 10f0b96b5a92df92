#pragma once

#include <cstddef>
#include <string_view>

#include "perry-scan/graph/graph.h"

namespace perry::scan {

// Gives every module its id: a short hash of what names it wherever the project lies. That is the
// path from the project's root or, for installed packages, name, version and the path inside.
// Where one version of a package is installed twice, all but the copy with the shortest path from
// the root (of equals, the first by name) take that path into their names as well.
//
// Modules whose hashes begin alike get ids of all digits, which no two names share.
inline constexpr size_t kIdDigits = 16;
void assign_ids(Graph& graph, std::string_view root, size_t digits = kIdDigits);

}  // namespace perry::scan
