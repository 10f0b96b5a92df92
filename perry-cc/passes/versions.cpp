#include <algorithm>
#include <cassert>
#include <utility>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/liveness.h"
#include "perry-cc/ir/loops.h"
#include "perry-cc/passes/arithmetic.h"
#include "perry-cc/passes/speculation.h"
#include "perry-cc/passes/vocabulary.h"

// Makes the two versions of a function's body.
//
// First the blocks are split where assumptions are checked, so that each such point is the start of
// a block. Then all blocks are copied: the copies are the generic version, block for block. In the
// fast one, checks are put in front of those points, with an edge to the copy where they fail; at
// the head of each loop with checks stands a *gate*, to which the copy's loop leads back through a
// chain of blocks that find out whether everything that the fast version assumes there holds. The
// gate is a block of its own, outside of the fast loop: so the fast loop contains nothing of the
// generic version, and what does not change in it can be moved out of it.
//
// A fast loop around others would not be one if their gates led into it. Where that matters most,
// in loops that are quiet (speculation.h), the gates of inner loops lead into *repeats*: further
// fast copies of the inner loop alone, which leave into the generic version.
//
// Every value now has a definition in each version. Which of them reaches a block is found as
// `reloads` does it: one walk over the blocks, dominating ones first, with parameters where ways
// that bring different ones meet. Constants and what the function is called with are moved to the
// entry, and belong to both. The cost is that of the lists of live values.
namespace perry::passes {

namespace {

using Check = Assumption::Check;
using Kind = Assumption::Kind;

class Versions {
 public:
  Versions(Function& function, const SpeculationPlan& plan) : f_(function), plan_(plan) {}
  void make();

 private:
  using Values = std::vector<std::pair<ValueId, ValueId>>;
  // Blocks, values and edges of one copy, by those of the original. The fast version is its own
  // original.
  struct Body {
    std::vector<BlockId> blocks;  // none: not in it
    std::vector<ValueId> values;
    std::vector<EdgeId> edges;
  };
  static constexpr uint32_t kFast = 0;
  static constexpr uint32_t kGeneric = 1;
  static constexpr uint32_t kInserted = UINT32_MAX;
  struct Place {
    BlockId original;  // whose values are live at the start of this block
    uint32_t body = kFast;
    bool entered = false;
    Values reaching;  // live values and what stands for them at the start
    Values made;      // the same at the end, of an inserted block: where another than at the start
    std::vector<ValueId> parameters_for;
  };
  struct GateLoop {
    BlockId header;
    std::vector<EdgeId> entries;
    std::vector<EdgeId> back_edges;
    std::vector<BlockId> repeated;  // its blocks, if it has a repeat
    uint32_t repeat = kFast;        // the body that its gate leads to
  };

  void share_constants();
  BlockId split(BlockId block, ValueId first);
  ValueId first_need(ValueId shared) const;
  void split_at_assumptions();
  void find_loops();
  void begin_bodies();
  void copy_blocks(uint32_t body, std::span<const BlockId> originals);
  void copy_instruction(Body& body, ValueId id, BlockId copy);
  void check(uint32_t body, const Assumption& assumption, BlockId point);
  ValueId check_length(BlockId& block, const Assumption& assumption, BlockId point);
  ValueId call_of_numbers(BlockId& block, const Assumption& assumption, BlockId point);
  ValueId call_of_arithmetic(BlockId& block, const Assumption& assumption, BlockId point);
  ValueId copy_body(BlockId& block, const Function& callee, std::vector<ValueId>& values,
                    BlockId point);
  ValueId attempt(BlockId& block, const Assumption& assumption, BlockId point);
  ValueId check_field(BlockId& block, const Assumption& assumption, BlockId point);
  BlockId check_number(BlockId block, ValueId value, Kind kind, BlockId point);
  void add_gates(const GateLoop& loop);
  void lead_back(EdgeId edge, BlockId header, BlockId gate);
  ValueId find_out(BlockId& block, BlockId header, ValueId value, ValueId known_as,
                   bool is_variable, std::span<const ValueId> arguments);

  BlockId new_block(BlockId original, uint32_t body = kInserted);
  BlockId new_block_back(BlockId header);
  BlockId generic(BlockId original) const { return bodies_[kGeneric].blocks[original.index]; }
  void branch(BlockId from, ValueId condition, BlockId yes, BlockId no,
              std::span<const ValueId> arguments_of_no = {});
  void jump(BlockId from, BlockId to, std::span<const ValueId> arguments = {});
  // A copy: to make an operation may move those of others.
  std::vector<ValueId> operands_of(ValueId v) const {
    return {f_.operands(v).begin(), f_.operands(v).end()};
  }
  ValueId append(BlockId block, Op op, std::initializer_list<ValueId> operands) {
    const ValueId made = f_.make(op, std::span(operands.begin(), operands.size()), {}, position_);
    f_.append(block, made);
    return made;
  }
  Place& place(BlockId block) { return places_[block.index]; }

  static ValueId find(const Values& list, ValueId value);
  bool is_variable(ValueId v) const { return v.index < home_.size() && !home_[v.index].is_none(); }
  ValueId at_start(BlockId block, ValueId value);
  ValueId at_end(BlockId block, ValueId value) {
    const ValueId made = find(place(block).made, value);
    return made ? made : at_start(block, value);
  }
  void enter(BlockId block, std::span<const EdgeId> incoming);
  void rename(BlockId block);
  void repair(const ir::Liveness& liveness);

  Function& f_;
  const SpeculationPlan& plan_;
  std::vector<Place> places_;     // by block
  std::vector<BlockId> home_;     // by value: its block; none: shared, or made later on
  std::vector<Body> bodies_;      // the fast one, the generic one, repeats
  std::vector<BlockId> points_;   // by assumption: the block that it holds in
  std::vector<BlockId> befores_;  // by block: the one that a split left above it
  std::vector<GateLoop> gate_loops_;
  std::vector<ValueId> replaced_;  // by attempts
  uint32_t sites_ = 0;
  uint32_t position_ = 0;  // of what is appended
  const ir::Liveness* liveness_ = nullptr;
};

bool is_shared(Op op) {
  switch (op) {
    case Op::ConstDouble:
    case Op::ConstInt32:
    case Op::ConstBool:
    case Op::ConstString:
    case Op::Undefined:
    case Op::Null:
    case Op::Empty:
    case Op::Parameter:
    case Op::This:
    case Op::Callee:
    case Op::NewTarget:
    case Op::ArgumentCount:
    case Op::LoadCapture:
    case Op::HomeObject:
      return true;
    default:
      return false;
  }
}

// --- blocks ---

void Versions::share_constants() {
  const ValueId place = f_.first_instruction(f_.entry());
  for (const BlockId block : f_.blocks()) {
    for (ValueId v = f_.first_instruction(block); v;) {
      const ValueId next = f_[v].next;
      if (is_shared(f_[v].op) && v != place) {
        f_.remove(v);
        f_.insert_before(place, v);
      }
      v = next;
    }
  }
}

// What begins with `first` gets a block of its own.
BlockId Versions::split(BlockId block, ValueId first) {
  const BlockId rest = f_.new_block();
  for (ValueId v = first; v;) {
    const ValueId next = f_[v].next;
    f_.remove(v);
    f_.append(rest, v);
    v = next;
  }
  f_.each_edge(rest, [&](EdgeId e) {
    f_.edge(e).source = rest;
    if (befores_.size() > f_.edge(e).target.index && befores_[f_.edge(e).target.index] == block)
      befores_[f_.edge(e).target.index] = rest;
  });
  befores_.resize(f_.block_count());
  befores_[rest.index] = block;
  jump(block, rest);
  return rest;
}

// Where the entry begins to need a value that it is called with, or ends. What it makes before that
// is made once, for both versions.
ValueId Versions::first_need(ValueId shared) const {
  ValueId v = f_[shared].next;
  while (!ir::ends_block(f_[v].op) &&
         (is_shared(f_[v].op) || std::ranges::find(f_.operands(v), shared) == f_.operands(v).end()))
    v = f_[v].next;
  return v;
}

void Versions::split_at_assumptions() {
  for (const Assumption& a : plan_.assumptions) {
    ValueId first = a.value;
    if (ir::has_site(f_[first].op)) f_[first].second = ++sites_;
    if (a.check == Check::Result)
      first = is_shared(f_[a.value].op) ? first_need(a.value) : f_[first].next;
    points_.push_back(split(f_[a.value].block, first));
  }
}

// The loops with checks in them, as they are before there are copies.
void Versions::find_loops() {
  const ir::Dominators dominators(f_);
  const ir::Loops loops(f_, dominators);
  const ir::Predecessors predecessors(f_);
  std::vector<bool> has_check(loops.all().size());
  for (const BlockId point : points_)
    for (ir::LoopId loop = loops.of(point); loop; loop = loops[loop].parent)
      has_check[loop.index] = true;
  for (size_t n = 0; n < has_check.size(); n++) {
    if (!has_check[n]) continue;
    GateLoop gate{loops.all()[n].header, {}, {}, {}};
    for (const EdgeId e : predecessors.of(gate.header))
      (dominators.dominates(gate.header, f_.edge(e).source) ? gate.back_edges : gate.entries)
          .push_back(e);
    gate_loops_.push_back(std::move(gate));
  }
  const std::vector<bool> has_repeat = loops_to_repeat(f_, loops, has_check, plan_);
  for (GateLoop& gate : gate_loops_) {
    const ir::LoopId loop = loops.headed_by(gate.header);
    if (!has_repeat[loop.index]) continue;
    for (const BlockId block : f_.blocks())
      if (loops.of(block) && loops.contains(loop, block)) gate.repeated.push_back(block);
  }
}

void Versions::jump(BlockId from, BlockId to, std::span<const ValueId> arguments) {
  const EdgeId edge = f_.new_edge(from, to, arguments);
  f_.append(from, f_.make(Op::Jump, {}, {0, edge.index, 1}, position_));
}

void Versions::branch(BlockId from, ValueId condition, BlockId yes, BlockId no,
                      std::span<const ValueId> arguments_of_no) {
  const EdgeId first = f_.new_edge(from, yes, {});
  f_.new_edge(from, no, arguments_of_no);
  const ValueId operands[] = {condition};
  f_.append(from, f_.make(Op::Branch, operands, {0, first.index, 2}, position_));
}

BlockId Versions::new_block(BlockId original, uint32_t body) {
  const BlockId block = f_.new_block();
  places_.resize(f_.block_count());
  place(block).original = original;
  place(block).body = body;
  f_.block(block).is_generic = body == kGeneric;
  return block;
}

// On the way from the generic version to a gate.
BlockId Versions::new_block_back(BlockId header) {
  const BlockId block = new_block(header);
  f_.block(block).is_generic = true;
  return block;
}

// Operands and arguments are those of the original until `rename`.
void Versions::copy_instruction(Body& body, ValueId id, BlockId copy) {
  const Instruction i = f_[id];
  Immediate immediate = i.immediate();
  if (const uint32_t count = ends_block(i.op) ? f_.edge_count(id) : 0) {
    immediate.first = static_cast<uint32_t>(f_.edge_count());
    for (uint32_t n = 0; n < count; n++) {
      const EdgeId e = f_.edge_of(id, n);
      const BlockId target = f_.edge(e).target;
      const BlockId inside = body.blocks[target.index];
      body.edges[e.index] = f_.new_edge(copy, inside ? inside : generic(target), f_.arguments(e));
    }
  }
  const ValueId made = f_.make(i.op, f_.operands(id), immediate, i.position, i.type);
  f_.append(copy, made);
  body.values[id.index] = made;
}

void Versions::begin_bodies() {
  places_.resize(f_.block_count());
  home_.resize(f_.value_count());
  Body fast{.blocks = std::vector<BlockId>(f_.block_count()),
            .values = std::vector<ValueId>(f_.value_count()),
            .edges = std::vector<EdgeId>(f_.edge_count())};
  const Body empty = fast;
  for (const BlockId block : f_.blocks()) {
    place(block).original = fast.blocks[block.index] = block;
    for (ValueId v = f_.block(block).first; v; v = f_[v].next)
      if (!is_shared(f_[v].op)) home_[v.index] = block;
  }
  for (uint32_t n = 0; n < fast.values.size(); n++) fast.values[n] = ValueId(n);
  for (uint32_t n = 0; n < fast.edges.size(); n++) fast.edges[n] = EdgeId(n);
  bodies_ = {std::move(fast), empty};
  std::vector<BlockId> all;
  for (const BlockId block : f_.blocks()) all.push_back(block);
  copy_blocks(kGeneric, all);
  // What is shared and assumed to be something is another value in the fast version.
  for (const Assumption& a : plan_.assumptions) {
    if (!is_shared(f_[a.value].op)) continue;
    home_[a.value.index] = f_[a.value].block;
    bodies_[kGeneric].values[a.value.index] = a.value;
  }
  for (GateLoop& loop : gate_loops_) {
    if (loop.repeated.empty()) continue;
    loop.repeat = static_cast<uint32_t>(bodies_.size());
    bodies_.push_back(empty);
    copy_blocks(loop.repeat, loop.repeated);
  }
}

void Versions::copy_blocks(uint32_t body, std::span<const BlockId> originals) {
  Body& copies = bodies_[body];
  for (const BlockId block : originals) {
    const BlockId copy = new_block(block, body);
    copies.blocks[block.index] = copy;
    for (ValueId p = f_.first_parameter(block); p; p = f_.next_parameter(p))
      copies.values[p.index] = f_.add_parameter(copy, f_[p].type);
  }
  for (const BlockId block : originals)
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next)
      if (!is_shared(f_[v].op)) copy_instruction(copies, v, copies.blocks[block.index]);
}

// --- checks ---

Op attempt_of(Op op) {
  switch (op) {
    case Op::GetProp:
      return Op::TryGetProp;
    case Op::SetProp:
      return Op::TrySetProp;
    case Op::GetElem:
      return Op::TryGetElem;
    case Op::LoadGlobal:
      return Op::TryLoadGlobal;
    case Op::Call:
      return Op::TryCall;
    default:
      return Op::TrySetElem;
  }
}

// Goes on in a new block if it is one. There stands the value that is known to be a number.
BlockId Versions::check_number(BlockId block, ValueId value, Kind kind, BlockId point) {
  const BlockId otherwise = generic(point);
  if (f_[value].type == Type(Rep::Double)) {
    const BlockId whole = new_block(point);
    branch(block, append(block, Op::IsInt32, {value}), whole, otherwise);
    append(whole, Op::Int32ToDouble, {append(whole, Op::TruncateToInt32, {value})});
    return whole;
  }
  const BlockId number = new_block(point);
  branch(block, append(block, Op::IsNumber, {value}), number, otherwise);
  const ValueId unboxed = append(number, Op::UnboxDouble, {value});
  if (kind == Kind::Number) {
    append(number, Op::Box, {unboxed});
    return number;
  }
  const BlockId whole = new_block(point);
  branch(number, append(number, Op::IsInt32, {unboxed}), whole, otherwise);
  const ValueId narrow = append(whole, Op::TruncateToInt32, {unboxed});
  append(whole, Op::Box, {append(whole, Op::Int32ToDouble, {narrow})});
  return whole;
}

// The object has the field, or else the generic version looks for the property.
ValueId Versions::check_field(BlockId& block, const Assumption& a, BlockId point) {
  const std::vector<ValueId> operands = operands_of(a.value);
  const ValueId has =
      f_.make(Op::HasFields, std::span(operands).first(1), Immediate::of(a.fields), position_);
  f_.append(block, has);
  const BlockId next = new_block(point);
  branch(block, has, next, generic(point));
  block = next;
  const Op op = f_[a.value].op == Op::GetProp ? Op::LoadField : Op::StoreField;
  const ValueId value = f_.make(op, operands, Immediate::index(a.slot), position_);
  f_.append(block, value);
  return value;
}

ValueId Versions::check_length(BlockId& block, const Assumption& a, BlockId point) {
  const std::vector<ValueId> operands = operands_of(a.value);
  const ValueId length = f_.make(Op::TryLength, operands, f_[a.value].immediate(), position_);
  f_.append(block, length);
  const ValueId zero = f_.make(Op::ConstInt32, {}, Immediate::of(int32_t{0}), position_);
  f_.append(block, zero);
  const ValueId sides[] = {length, zero};
  const ValueId is_known =
      f_.make(Op::CompareInt32, sides, Immediate::of(Comparison::GreaterEqual), position_);
  f_.append(block, is_known);
  const BlockId next = new_block(point);
  branch(block, is_known, next, generic(point));
  block = next;
  return append(block, Op::Box, {append(block, Op::Int32ToDouble, {length})});
}

// The function, and then its arguments.
ValueId Versions::call_of_numbers(BlockId& block, const Assumption& a, BlockId point) {
  const auto go_on_if = [&](ValueId condition) {
    const BlockId next = new_block(point);
    branch(block, condition, next, generic(point));
    block = next;
  };
  const std::vector<ValueId> operands = operands_of(a.value);
  const Immediate row = Immediate::index(a.known);
  const ValueId is_known = f_.make(Op::IsKnown, std::span(operands).first(1), row, position_);
  f_.append(block, is_known);
  go_on_if(is_known);
  std::vector<ValueId> numbers;
  for (size_t n = 2; n < operands.size(); n++) {
    go_on_if(append(block, Op::IsNumber, {operands[n]}));
    numbers.push_back(append(block, Op::UnboxDouble, {operands[n]}));
  }
  ValueId result = f_.make(Op::KnownNumber, numbers, row, position_);
  f_.append(block, result);
  if (a.kind == Kind::Int32) {
    block = check_number(block, result, a.kind, point);
    result = f_.block(block).last;
  }
  return append(block, Op::Box, {result});
}

// The body of the function, with arguments that are numbers.
ValueId Versions::call_of_arithmetic(BlockId& block, const Assumption& a, BlockId point) {
  const Function& callee = *a.callee;
  const std::vector<ValueId> operands = operands_of(a.value);
  std::vector<ValueId> values(callee.value_count());
  for (const ValueId p : arithmetic_of(callee)->parameters) {
    block = check_number(block, operands[callee[p].first + 2], Kind::Number, point);
    values[p.index] = f_.block(block).last;
  }
  const ValueId result = copy_body(block, callee, values, point);
  if (a.kind != Kind::Int32) return result;
  block = check_number(block, result, a.kind, point);
  return f_.block(block).last;
}

// Behind `block`, which becomes the one that all ways out of the body lead to. `values` has those
// of the parameters.
ValueId Versions::copy_body(BlockId& block, const Function& callee, std::vector<ValueId>& values,
                            BlockId point) {
  const BlockId end = new_block(point);
  std::vector<BlockId> blocks(callee.block_count());
  const std::vector<BlockId> order = reverse_postorder(callee);
  for (const BlockId original : order) {
    const BlockId copy = original == callee.entry() ? block : new_block(point);
    blocks[original.index] = copy;
    for (ValueId p = callee.first_parameter(original); p; p = callee.next_parameter(p))
      values[p.index] = f_.add_parameter(copy, callee[p].type);
  }
  const auto copies_of = [&](std::span<const ValueId> originals) {
    std::vector<ValueId> copies;
    for (const ValueId v : originals) copies.push_back(values[v.index]);
    return copies;
  };
  for (const BlockId original : order) {
    const BlockId copy = blocks[original.index];
    for (ValueId v = callee.first_instruction(original); v; v = callee[v].next) {
      if (callee[v].op == Op::Parameter) continue;
      const std::vector<ValueId> operands = copies_of(callee.operands(v));
      if (callee[v].op == Op::Return) {
        jump(copy, end, operands);
        continue;
      }
      Immediate immediate = callee[v].immediate();
      if (ir::ends_block(callee[v].op)) {
        immediate.first = static_cast<uint32_t>(f_.edge_count());
        callee.each_edge(original, [&](EdgeId e) {
          f_.new_edge(copy, blocks[callee.edge(e).target.index], copies_of(callee.arguments(e)));
        });
      }
      values[v.index] = f_.make(callee[v].op, operands, immediate, position_, callee[v].type);
      f_.append(copy, values[v.index]);
    }
  }
  block = end;
  return f_.add_parameter(end, Rep::Boxed);
}

ValueId Versions::attempt(BlockId& block, const Assumption& a, BlockId point) {
  if (a.fields) return check_field(block, a, point);
  const Instruction i = f_[a.value];
  const Immediate immediate = i.op == Op::Call ? Immediate::index(a.known) : i.immediate();
  const std::vector<ValueId> operands = operands_of(a.value);
  const ValueId value = f_.make(attempt_of(i.op), operands, immediate, i.position);
  f_.append(block, value);
  return value;
}

// In a fast body, at the end of the block before `point`.
void Versions::check(uint32_t body, const Assumption& a, BlockId point) {
  BlockId block = bodies_[body].blocks[befores_[point.index].index];
  const BlockId next = bodies_[body].blocks[point.index];
  f_.remove(f_.terminator(block));
  position_ = f_[a.value].position;
  ValueId& value = bodies_[body].values[a.value.index];
  if (a.check == Check::Attempt) replaced_.push_back(value);
  const bool is_int32_length = a.is_length && a.kind == Kind::Int32 && !a.fields;
  if (is_int32_length || a.takes_numbers || a.callee != nullptr) {
    value = a.callee != nullptr ? call_of_arithmetic(block, a, point)
            : is_int32_length   ? check_length(block, a, point)
                                : call_of_numbers(block, a, point);
    jump(block, next);
    return;
  }
  if (a.check == Check::Attempt) value = attempt(block, a, point);
  if (a.kind == Kind::Any && !a.fields) {
    const bool says_so = f_[value].type == Type(Rep::Bool);
    const ValueId succeeds =
        says_so ? value : append(block, Op::NotBool, {append(block, Op::IsEmpty, {value})});
    branch(block, succeeds, next, generic(point));
    return;
  }
  if (a.kind != Kind::Any) {
    block = check_number(block, a.check == Check::Attempt ? value : a.value, a.kind, point);
    const ValueId number = f_.block(block).last;
    if (a.check == Check::Attempt)
      value = number;
    else
      place(block).made.emplace_back(a.value, number);
  }
  jump(block, next);
}

// --- gates ---

// Whether `value` is what the fast version assumes of `known_as` there; if not, on to the copy of
// the header. Gives the value in the form that shows it, and the block where it is that.
ValueId Versions::find_out(BlockId& block, BlockId header, ValueId value, ValueId known_as,
                           bool is_variable, std::span<const ValueId> arguments) {
  const bool must_be_int32 = plan_.int32s[known_as.index];
  const bool must_be_number = plan_.numbers[known_as.index] && !plan_.known_numbers[known_as.index];
  const Rep rep = f_[value].type.rep();
  if ((!must_be_int32 && !must_be_number) || (rep != Rep::Boxed && rep != Rep::Double))
    return value;
  const BlockId otherwise = generic(header);
  ValueId number = value;
  if (rep == Rep::Boxed) {
    if (must_be_number) {
      const BlockId next = new_block_back(header);
      branch(block, append(block, Op::IsNumber, {value}), next, otherwise, arguments);
      block = next;
    }
    number = append(block, Op::UnboxDouble, {value});
  }
  if (must_be_int32) {
    const BlockId next = new_block_back(header);
    branch(block, append(block, Op::IsInt32, {number}), next, otherwise, arguments);
    block = next;
    number = append(block, Op::Int32ToDouble, {append(block, Op::TruncateToInt32, {number})});
  }
  if (rep == Rep::Boxed) number = append(block, Op::Box, {number});
  if (is_variable) place(block).made.emplace_back(value, number);
  return number;
}

// From the end of an iteration of the generic version.
void Versions::lead_back(EdgeId edge, BlockId header, BlockId gate) {
  BlockId block = new_block_back(header);
  f_.edge(edge).target = block;
  std::vector<ValueId> arguments;
  for (ValueId p = f_.first_parameter(header); p; p = f_.next_parameter(p))
    arguments.push_back(f_.add_parameter(block, f_[p].type));
  std::vector<ValueId> known = arguments;
  size_t n = 0;
  for (ValueId p = f_.first_parameter(header); p; p = f_.next_parameter(p), n++)
    known[n] = find_out(block, header, arguments[n], p, false, arguments);
  for (const ValueId v : liveness_->live_in(header))
    if (is_variable(v)) find_out(block, header, v, v, true, arguments);
  jump(block, gate, known);
}

// In every fast body that has the loop. The generic version leads to one of them.
void Versions::add_gates(const GateLoop& loop) {
  for (uint32_t body = kFast; body < bodies_.size(); body++) {
    const BlockId header = bodies_[body].blocks[loop.header.index];
    if (body == kGeneric || !header) continue;
    const BlockId gate = new_block(loop.header);
    std::vector<ValueId> arguments;
    for (ValueId p = f_.first_parameter(loop.header); p; p = f_.next_parameter(p))
      arguments.push_back(f_.add_parameter(gate, f_[p].type));
    jump(gate, header, arguments);
    if (body != loop.repeat || body == kFast)
      for (const EdgeId e : loop.entries) f_.edge(bodies_[body].edges[e.index]).target = gate;
    if (body == loop.repeat)
      for (const EdgeId e : loop.back_edges)
        lead_back(bodies_[kGeneric].edges[e.index], loop.header, gate);
  }
}

// --- definitions ---

ValueId Versions::find(const Values& list, ValueId value) {
  for (const auto& [variable, by] : list)
    if (variable == value) return by;
  return ValueId();
}

ValueId Versions::at_start(BlockId block, ValueId value) {
  if (!is_variable(value)) return value;
  const Place& p = place(block);
  if (p.original == home_[value.index] && p.body != kInserted)
    return bodies_[p.body].values[value.index];
  const ValueId reaching = find(p.reaching, value);
  assert(!reaching.is_none());
  return reaching;
}

void Versions::enter(BlockId block, std::span<const EdgeId> incoming) {
  for (const ValueId value : liveness_->live_in(place(block).original)) {
    if (!is_variable(value)) continue;
    ValueId common;
    bool is_one = true;
    for (const EdgeId e : incoming) {
      const BlockId source = f_.edge(e).source;
      const Place& from = place(source);
      const bool is_home = from.original == home_[value.index] && from.body != kInserted;
      if (!from.entered && !is_home) {
        is_one = false;  // not known yet; `copies` finds out when it was the same
        continue;
      }
      const ValueId reaching = at_end(source, value);
      if (common && common != reaching) is_one = false;
      common = reaching;
    }
    if (!is_one) {
      common = f_.add_parameter(block, f_[value].type);
      place(block).parameters_for.push_back(value);
    }
    place(block).reaching.emplace_back(value, common);
  }
  place(block).entered = true;
}

void Versions::rename(BlockId block) {
  for (ValueId v = f_.first_instruction(block); v; v = f_[v].next)
    for (ValueId& operand : f_.operands(v)) operand = at_start(block, operand);
  f_.each_edge(block, [&](EdgeId e) {
    for (ValueId& argument : f_.arguments(e)) argument = at_end(block, argument);
  });
}

void Versions::repair(const ir::Liveness& liveness) {
  liveness_ = &liveness;
  const std::vector<BlockId> order = reverse_postorder(f_);
  std::vector<bool> reached(f_.block_count());
  for (const BlockId block : order) reached[block.index] = true;
  for (uint32_t n = 0; n < reached.size(); n++)
    if (!reached[n] && !f_.block(BlockId(n)).removed) f_.remove_block(BlockId(n));
  const ir::Predecessors predecessors(f_);
  for (const BlockId block : order) enter(block, predecessors.of(block));
  for (const BlockId block : order) rename(block);
  std::vector<ValueId> arguments;
  for (const BlockId block : order) {
    if (place(block).parameters_for.empty()) continue;
    for (const EdgeId e : predecessors.of(block)) {
      const auto before = f_.arguments(e);
      arguments.assign(before.begin(), before.end());
      for (const ValueId v : place(block).parameters_for)
        arguments.push_back(at_end(f_.edge(e).source, v));
      f_.set_arguments(e, arguments);
    }
  }
  for (const ValueId v : replaced_)
    if (f_[v].block) f_.remove(v);
}

void Versions::make() {
  share_constants();
  split_at_assumptions();
  find_loops();
  const ir::Liveness liveness(f_);
  liveness_ = &liveness;
  begin_bodies();
  for (uint32_t body = kFast; body < bodies_.size(); body++)
    for (size_t n = 0; n < points_.size(); n++)
      if (body != kGeneric && bodies_[body].blocks[points_[n].index])
        check(body, plan_.assumptions[n], points_[n]);
  for (const GateLoop& loop : gate_loops_) add_gates(loop);
  repair(liveness);
}

}  // namespace

void make_versions(Function& function, const SpeculationPlan& plan) {
  Versions(function, plan).make();
}

}  // namespace perry::passes
