#pragma once

#include <cstdint>

namespace perry::abi {

// The receiver of `call.eval` where `Function` is given constants: how it is called, and whether
// they are a function.
enum class FunctionText : int32_t { Call, Construct, WrongCall, WrongConstruct };

}  // namespace perry::abi
