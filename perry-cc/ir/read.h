#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "perry-cc/ir/module.h"

namespace perry::ir {

struct ReadError {
  uint32_t line = 0;    // from one
  uint32_t column = 0;  // in bytes, from one
  std::string message;

  // "12:3: expected a type, found `x`"
  std::string text() const;
};

// Reads the textual form. What it gives is well formed as text; whether it makes sense is the
// verifier's to say.
std::expected<Module, ReadError> read(std::string_view text);

}  // namespace perry::ir
