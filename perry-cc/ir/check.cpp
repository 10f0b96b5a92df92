#include "perry-cc/ir/check.h"

#include <string>

#include "perry-cc/ir/print.h"

namespace perry::ir {

namespace {

bool is_right_result(const Instruction& i, Rep row) {
  if (row == Rep::None) return i.type == Type();
  if (i.type.fits(row)) return true;
  // Address zero.
  return i.op == Op::Empty && (i.type.is_reference() || i.type == Rep::Cell);
}

uint32_t wanted_edges(const Instruction& i) {
  switch (i.op) {
    case Op::Jump:
      return 1;
    case Op::Branch:
      return 2;
    case Op::Suspend: {
      const auto kind = static_cast<SuspendKind>(i.mode);
      return kind == SuspendKind::Yield || kind == SuspendKind::Delegate ? 2 : 1;
    }
    default:
      return i.second == 0 ? 1 : i.second;
  }
}

std::string explain_immediate(const Function& function, const Instruction& i, ImmediateKind kind) {
  const uint32_t mode =
      kind == ImmediateKind::Method ? i.mode & (Immediate::kEnumerable - 1u) : i.mode;
  const bool has_modes = !mode_name(kind, 0).empty();
  if (has_modes ? mode_name(kind, mode).empty() : mode != 0)
    return "has no mode " + std::to_string(mode);
  if (kind != ImmediateKind::Edges && kind != ImmediateKind::Suspend) return {};
  if (i.second != wanted_edges(i))
    return "has " + std::to_string(i.second) + " edges instead of " +
           std::to_string(wanted_edges(i));
  if (uint64_t{i.first} + i.second > function.edge_count()) return "has edges that do not exist";
  return {};
}

}  // namespace

std::string explain_misfit(const Function& function, ValueId id) {
  const Instruction& i = function[id];
  const OpInfo& info = op_info(i.op);
  if (!info.takes(i.operand_count))
    return "has " + std::to_string(i.operand_count) + " operands instead of " +
           std::to_string(info.min_operands()) + (info.repeats ? " or more" : "");
  const auto operands = function.operands(id);
  for (uint32_t n = 0; n < operands.size(); n++) {
    if (!function.contains(operands[n])) return "operand " + std::to_string(n + 1) + " is no value";
    const Type type = function[operands[n]].type;
    if (!type.fits(info.operand(n)))
      return "operand " + std::to_string(n + 1) + " is " + type_text(type) + " instead of " +
             std::string(rep_name(info.operand(n)));
  }
  if (!is_right_result(i, info.result))
    return "makes " + type_text(i.type) + " instead of " + std::string(rep_name(info.result));
  return explain_immediate(function, i, info.immediate);
}

}  // namespace perry::ir
