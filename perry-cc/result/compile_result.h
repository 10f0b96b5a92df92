#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// What `perry-cc compile --emit result` writes: an object, and what the compiler had to say of the
// source. docs/formats/compile-result.md describes the bytes.
namespace perry::cc {

struct CompileResult {
  // False when more was found than was shown; then nobody keeps it.
  bool has_all_diagnostics = true;
  std::string_view diagnostics;  // stored diagnostics; empty when there are none
  std::string_view object;
};

std::string encode_result(const CompileResult& result);
// Views into `bytes`; nothing when these are no whole result.
std::optional<CompileResult> decode_result(std::string_view bytes);

}  // namespace perry::cc
