#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "perry-cc/ir/module.h"
#include "support/base/id_containers.h"

namespace perry::ir {

// The textual form (docs/ir.md). Reading it gives the same module, and printing that the same text.
std::string print(const Module& module);
void print_function(std::string& out, const Module& module, FunctionId id);

// The numbers that the textual form gives to a function's blocks and values: their places in it.
class TextNumbers {
 public:
  explicit TextNumbers(const Function& function);

  // UINT32_MAX for what isn't part of the function.
  uint32_t of(ValueId id) const { return values_.get(id); }
  uint32_t of(BlockId id) const { return blocks_.get(id); }

 private:
  support::IdMap<ValueId, uint32_t> values_{UINT32_MAX};
  support::IdMap<BlockId, uint32_t> blocks_{UINT32_MAX};
};

std::string type_text(Type type);
void append_double(std::string& out, double value);
// Quoted; bytes that are not printable UTF-8 are escaped.
void append_quoted(std::string& out, std::string_view text);

}  // namespace perry::ir
