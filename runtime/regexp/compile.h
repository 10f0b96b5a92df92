#pragma once

#include <cstdint>
#include <expected>
#include <string_view>

#include "runtime/regexp/program.h"

namespace perry::runtime::regexp {

enum class ErrorKind : uint8_t {
#define REGEXP_ERROR(Kind, text) Kind,
#include "runtime/regexp/errors.def"
#undef REGEXP_ERROR
};
const char* message(ErrorKind kind);

// Compiles a pattern, given in code units; `flags` are valid.
std::expected<Program, ErrorKind> compile(std::u16string_view pattern, uint32_t flags);

}  // namespace perry::runtime::regexp
