#pragma once

#include <cstdint>

namespace perry::abi {

// What NamespaceName::cell says of names that have no variable.
constexpr int64_t kNamespaceCell = 0;  // they are the module's namespace object itself
constexpr int64_t kDeferredCell = 1;   // its deferred one; no variable is there either

}  // namespace perry::abi
