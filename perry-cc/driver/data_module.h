#pragma once

#include <string>
#include <string_view>

#include "frontend/lex/options.h"
#include "frontend/module/request.h"

namespace perry::cc {

// Files that are data become modules with one export, `default`: their text, which the runtime
// parses if it is JSON. There is one way from a value to code, so the text is written as a literal.
constexpr bool is_data(frontend::ModuleKind kind) {
  return kind == frontend::ModuleKind::Json || kind == frontend::ModuleKind::Text;
}
std::string data_program(std::string_view text);
inline constexpr frontend::SourceOptions kDataProgram = {.strict = true};

}  // namespace perry::cc
