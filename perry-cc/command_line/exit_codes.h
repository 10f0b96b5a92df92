#pragma once

namespace perry::cc {

inline constexpr int kExitSuccess = 0;
inline constexpr int kExitDiagnostics = 1;  // an input, or an output, is not as it should be
inline constexpr int kExitUsage = 2;        // the command line is not
inline constexpr int kExitInternal = 3;     // the compiler itself is not

}  // namespace perry::cc
