#include "perry-cc/ir/function.h"

#include <algorithm>

namespace perry::ir {

uint32_t Function::add_to_pool(std::span<const ValueId> values) {
  const auto start = static_cast<uint32_t>(pool_.size());
  // The values may lie in the pool itself.
  const bool inside = !values.empty() && values.data() >= pool_.data() &&
                      values.data() < pool_.data() + pool_.size();
  const size_t offset = inside ? static_cast<size_t>(values.data() - pool_.data()) : 0;
  pool_.resize(pool_.size() + values.size());
  const ValueId* from = inside ? pool_.data() + offset : values.data();
  std::copy_n(from, values.size(), pool_.data() + start);
  return start;
}

ValueId Function::make(Op op, std::span<const ValueId> operands, Immediate immediate,
                       uint32_t position, Type type) {
  Instruction i;
  i.op = op;
  i.mode = immediate.mode;
  i.type = type == Type() ? Type(op_info(op).result) : type;
  assert(i.type.rep() != Rep::Any && "the instruction must say its type");
  i.position = position;
  i.operands = add_to_pool(operands);
  i.operand_count = static_cast<uint32_t>(operands.size());
  i.first = immediate.first;
  i.second = immediate.second;
  return instructions_.push_back(i);
}

void Function::append(BlockId block, ValueId id) {
  Block& b = blocks_[block];
  Instruction& i = instructions_[id];
  assert(i.block.is_none());
  i.block = block;
  i.previous = b.last;
  i.next = ValueId();
  if (b.last)
    instructions_[b.last].next = id;
  else
    b.first = id;
  b.last = id;
}

void Function::insert_before(ValueId place, ValueId id) {
  Instruction& i = instructions_[id];
  Instruction& p = instructions_[place];
  assert(i.block.is_none() && !p.block.is_none());
  i.block = p.block;
  i.previous = p.previous;
  i.next = place;
  if (p.previous)
    instructions_[p.previous].next = id;
  else
    blocks_[p.block].first = id;
  p.previous = id;
}

void Function::insert_after(ValueId place, ValueId id) {
  const ValueId next = instructions_[place].next;
  if (next)
    insert_before(next, id);
  else
    append(instructions_[place].block, id);
}

void Function::remove(ValueId id) {
  Instruction& i = instructions_[id];
  Block& b = blocks_[i.block];
  if (i.previous)
    instructions_[i.previous].next = i.next;
  else
    b.first = i.next;
  if (i.next)
    instructions_[i.next].previous = i.previous;
  else
    b.last = i.previous;
  i.block = BlockId();
  i.previous = i.next = ValueId();
}

void Function::rewrite(ValueId id, Op op, std::span<const ValueId> operands, Immediate immediate,
                       Type type) {
  Instruction& i = instructions_[id];
  i.op = op;
  i.mode = immediate.mode;
  i.type = type == Type() ? Type(op_info(op).result) : type;
  assert(i.type.rep() != Rep::Any && "the instruction must say its type");
  i.first = immediate.first;
  i.second = immediate.second;
  // Always a new place: the operands may lie in the old one.
  i.operands = operands.empty() ? 0 : add_to_pool(operands);
  i.operand_count = static_cast<uint32_t>(operands.size());
}

void Function::remove_block(BlockId id) {
  Block& b = blocks_[id];
  for (ValueId v = b.first; v;) {
    Instruction& i = instructions_[v];
    v = i.next;
    i.block = BlockId();
    i.previous = i.next = ValueId();
  }
  b = Block{};
  b.removed = true;
}

ValueId Function::new_parameter(Type type) { return make(Op::BlockParameter, {}, {}, 0, type); }

void Function::attach_parameter(BlockId block, ValueId id) {
  Block& b = blocks_[block];
  instructions_[id].first = b.parameter_count++;
  const ValueId place = first_instruction(block);
  if (place)
    insert_before(place, id);
  else
    append(block, id);
}

ValueId Function::add_parameter(BlockId block, Type type) {
  const ValueId id = new_parameter(type);
  attach_parameter(block, id);
  return id;
}

ValueId Function::first_instruction(BlockId block) const {
  ValueId v = blocks_[block].first;
  while (v && instructions_[v].op == Op::BlockParameter && !instructions_[v].block.is_none())
    v = instructions_[v].next;
  return v;
}

void Function::remove_parameters(const std::vector<bool>& goes) {
  const auto is_going = [&](ValueId v) { return v.index < goes.size() && goes[v.index]; };
  // Arguments first, while the parameters still tell which is which.
  for (const BlockId source : blocks()) {
    each_edge(source, [&](EdgeId id) {
      Edge& e = edges_[id];
      ValueId* const args = pool_.data() + e.arguments;
      uint32_t kept = 0;
      ValueId p = first_parameter(e.target);
      for (uint32_t skip = block(e.target).implicit_parameters(); skip > 0; skip--)
        p = next_parameter(p);
      for (uint32_t i = 0; i < e.argument_count; i++) {
        if (!is_going(p)) args[kept++] = args[i];
        p = next_parameter(p);
      }
      e.argument_count = kept;
    });
  }
  for (const BlockId id : blocks()) {
    uint32_t index = 0;
    for (ValueId p = first_parameter(id); p;) {
      const ValueId next = next_parameter(p);
      if (is_going(p))
        remove(p);
      else
        instructions_[p].first = index++;
      p = next;
    }
    blocks_[id].parameter_count = index;
  }
}

EdgeId Function::new_edge(BlockId source, BlockId target, std::span<const ValueId> arguments) {
  Edge e;
  e.source = source;
  e.target = target;
  e.arguments = add_to_pool(arguments);
  e.argument_count = static_cast<uint32_t>(arguments.size());
  return edges_.push_back(e);
}

void Function::set_arguments(EdgeId id, std::span<const ValueId> arguments) {
  const uint32_t start = add_to_pool(arguments);
  edges_[id].arguments = start;
  edges_[id].argument_count = static_cast<uint32_t>(arguments.size());
}

uint32_t Function::edge_count(ValueId terminator) const {
  const Instruction& i = instructions_[terminator];
  const ImmediateKind kind = op_info(i.op).immediate;
  return kind == ImmediateKind::Edges || kind == ImmediateKind::Suspend ? i.second : 0;
}

EdgeId Function::successor(BlockId block, uint32_t index) const {
  if (const ValueId end = terminator(block)) {
    const uint32_t count = edge_count(end);
    if (index < count) return edge_of(end, index);
    index -= count;
  }
  return index == 0 ? blocks_[block].unwind : EdgeId();
}

ValueId Replacements::find(ValueId id) {
  if (count_ == 0) return id;
  ValueId root = id;
  for (ValueId by = by_.get(root); by; by = by_.get(root)) root = by;
  while (id != root) {
    const ValueId by = by_.get(id);
    by_.set(id, root);
    id = by;
  }
  return root;
}

void Replacements::apply(Function& function) {
  if (count_ == 0) return;
  for (ValueId& v : function.pool())
    if (v) v = find(v);
}

}  // namespace perry::ir
