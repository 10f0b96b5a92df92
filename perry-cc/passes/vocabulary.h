#pragma once

#include "perry-cc/ir/ir.h"

// The words of the IR that passes speak all the time.
namespace perry::passes {

using ir::AtomId;
using ir::BinaryOperator;
using ir::Binding;
using ir::BindingFlag;
using ir::BindingId;
using ir::Block;
using ir::BlockId;
using ir::BlockKind;
using ir::Comparison;
using ir::EdgeId;
using ir::Effects;
using ir::Function;
using ir::FunctionFlag;
using ir::FunctionId;
using ir::Immediate;
using ir::Instruction;
using ir::Module;
using ir::Op;
using ir::Relation;
using ir::Rep;
using ir::Type;
using ir::UnaryOperator;
using ir::ValueId;

}  // namespace perry::passes
