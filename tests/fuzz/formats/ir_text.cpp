#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "perry-cc/ir/print.h"
#include "perry-cc/ir/read.h"
#include "perry-cc/ir/verify.h"

using namespace perry;

// Printing what was read gives text that reads as the same, and the verifier takes whatever comes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto module = ir::read(text);
  if (!module) {
    const ir::ReadError& error = module.error();
    if (error.line == 0 || error.column == 0 || error.message.empty()) std::abort();
    return 0;
  }
  for (const ir::Fault& fault : ir::verify(*module)) ir::fault_text(*module, fault);
  const std::string printed = ir::print(*module);
  const auto again = ir::read(printed);
  if (!again || ir::print(*again) != printed) std::abort();
  return 0;
}
