#include "perry-cc/irgen/generator.h"

namespace perry::irgen {

ValueId FunctionGenerator::class_value(NodeId id, ir::AtomId, ValueId) {
  unsupported(id, "a class");
  return b_.undefined();
}

void FunctionGenerator::class_declaration(NodeId id) { unsupported(id, "a class"); }

ValueId FunctionGenerator::super_call(NodeId id) {
  unsupported(id, "`super()`");
  return b_.undefined();
}

void FunctionGenerator::begin_body(NodeId) {}

}  // namespace perry::irgen
