#pragma once

extern "C" {
// Every object file that perry-cc writes refers to this symbol, so that it links with no other
// runtime than one built from the same contract.
[[gnu::visibility("hidden")]] extern const char PERRY_ABI_SYMBOL;
}
