#pragma once

#include <cstdint>

#include "runtime/regexp/char_set.h"

// Canonicalize (22.2.2.7.3): which characters are the same when case is ignored.
namespace perry::runtime::regexp {

enum class CaseMode : uint8_t {
  Exact,
  Units,   // ignoring case without `u` and `v`: toUpperCase, of code units
  Points,  // with them: simple case folding
};

uint32_t canonicalize(CaseMode mode, uint32_t point);
// Adds whatever canonicalizes to the same as a member.
void close_over_case(CaseMode mode, CharSet& set);
// The characters that canonicalize as `point` does.
CharSet case_variants(CaseMode mode, uint32_t point);

}  // namespace perry::runtime::regexp
