#include "frontend/token/token.h"

namespace perry::frontend {

namespace {

constexpr std::string_view kTexts[] = {
#define TOKEN(name, text) text,
#include "frontend/token/tokens.def"
};

constexpr std::string_view kNames[] = {
#define TOKEN(name, text) #name,
#include "frontend/token/tokens.def"
};

// The words' numbers are atom indices: both lists come from tokens.def in the same order.
static_assert(static_cast<uint32_t>(atoms::detail::kWordUsing) ==
              static_cast<uint32_t>(kLastWord) - static_cast<uint32_t>(kFirstWord));

}  // namespace

std::string_view token_text(TokenKind kind) { return kTexts[static_cast<size_t>(kind)]; }

std::string_view token_name(TokenKind kind) { return kNames[static_cast<size_t>(kind)]; }

}  // namespace perry::frontend
