#pragma once

#include <cstdint>
#include <string_view>

#include "frontend/lex/options.h"

namespace perry::fuzz {

// What a file may be told to be, from eight bits.
frontend::SourceOptions options_from(uint8_t bits);

// Runs every stage of the front end over `text` and aborts when a result contradicts itself: spans
// outside the source or a child outside its parent, a broken scope chain, a diagnostic that points
// nowhere.
void drive_front_end(std::string_view text, const frontend::SourceOptions& options);

}  // namespace perry::fuzz
