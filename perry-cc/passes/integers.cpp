#include <algorithm>
#include <cmath>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/passes/constant.h"
#include "perry-cc/passes/edit.h"
#include "perry-cc/passes/js_number.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Turns doubles that are always int32s into int32s: loop counters and what is computed from them.
//
// Every number has a range of integers, or none. Ranges start empty and grow, round by round over
// the blocks in order; a comparison that dominates a use narrows what it sees. After a few rounds a
// range that still grows jumps to the next of a few limits, so that rounds end; if they don't, in
// some odd graph, the function stays as it is. -0 is no int32, so ranges say whether it may occur.
namespace perry::passes {

namespace {

constexpr double kExact = 9007199254740992.0;  // 2^53
constexpr double kLeast = -2147483648.0;
constexpr double kMost = 2147483647.0;
constexpr int kRoundsBeforeWidening = 3;
constexpr int kRounds = 24;
constexpr int kConditions = 8;  // looked at for one use

struct Range {
  enum class State : uint8_t { None, Integers, Anything };
  State state = State::None;
  double least = 0;
  double most = 0;
  bool negative_zero = false;

  static Range anything() { return {State::Anything, 0, 0, true}; }
  static Range of(double least, double most, bool negative_zero = false) {
    if (!(least >= -kExact && most <= kExact)) return anything();
    return {State::Integers, least + 0.0, most + 0.0, negative_zero};
  }
  bool is_integers() const { return state == State::Integers; }
  bool holds(double v) const { return least <= v && v <= most; }
  bool is_int32() const {
    return is_integers() && !negative_zero && least >= kLeast && most <= kMost;
  }
  friend bool operator==(const Range&, const Range&) = default;
};

Range join(const Range& a, const Range& b) {
  if (a.state == Range::State::None) return b;
  if (b.state == Range::State::None) return a;
  if (!a.is_integers() || !b.is_integers()) return Range::anything();
  return Range::of(std::min(a.least, b.least), std::max(a.most, b.most),
                   a.negative_zero || b.negative_zero);
}

// What a range that keeps growing grows to.
Range widen(const Range& before, const Range& after) {
  if (!before.is_integers() || !after.is_integers()) return after;
  static constexpr double kLimits[] = {0, kMost, 4294967295.0, kExact};
  double most = after.most;
  double least = after.least;
  if (most > before.most)
    most = *std::find_if(std::begin(kLimits), std::end(kLimits),
                         [&](double limit) { return limit >= most; });
  if (least < before.least) least = least >= kLeast ? kLeast : -kExact;
  return Range::of(least, most, after.negative_zero);
}

Range multiply(const Range& a, const Range& b) {
  const double corners[] = {a.least * b.least, a.least * b.most, a.most * b.least, a.most * b.most};
  const double least = *std::min_element(std::begin(corners), std::end(corners));
  const double most = *std::max_element(std::begin(corners), std::end(corners));
  const bool has_zero = a.holds(0) || b.holds(0);
  const bool has_negative = a.least < 0 || b.least < 0 || a.negative_zero || b.negative_zero;
  return Range::of(least, most, has_zero && has_negative);
}

Range remainder(const Range& a, const Range& b) {
  if (b.holds(0)) return Range::anything();
  const double largest = std::max(std::fabs(b.least), std::fabs(b.most)) - 1;
  const double most = std::max(0.0, std::min(a.most, largest));
  if (a.least >= 0) return Range::of(0, most, a.negative_zero);
  return Range::of(-std::min(-a.least, largest), most, true);
}

class Narrower {
 public:
  explicit Narrower(Function& function)
      : f_(function),
        dominators_(function),
        predecessors_(function),
        ranges_(function.value_count()),
        conditions_(function.value_count(), kEnd) {}
  bool run();

 private:
  static constexpr uint32_t kEnd = UINT32_MAX;
  // In what `block` dominates, the value it is listed under compares so with `other`.
  struct Condition {
    BlockId block;
    Comparison comparison;
    ValueId other;
    uint32_t next;
  };

  void gather_conditions();
  void add_conditions(BlockId block, ValueId compare, bool holds);
  bool find_ranges();
  bool update(ValueId id, const Range& computed, int round);
  Range compute(ValueId id, BlockId block) const;
  Range compute_int32(ValueId id, BlockId block) const;
  Range of_parameter(ValueId id) const;
  // The range of a value where it is used.
  Range at(ValueId id, BlockId block) const;
  // The same once parameters have been narrowed: a conversion stands for what it converts.
  Range double_at(ValueId id, BlockId block) const {
    return at(id.index < ranges_.size() ? id : f_.operand(id, 0), block);
  }
  bool is_narrow(ValueId id) const {
    return id.index < ranges_.size() && ranges_[id.index].is_int32();
  }

  bool narrow_parameters();
  void narrow_operation(ValueId id);
  void narrow_arguments(EdgeId edge);
  // The int32 that a double is made from, or a new one before `place`.
  ValueId int32_form(ValueId place, ValueId id);

  Function& f_;
  ir::Dominators dominators_;
  ir::Predecessors predecessors_;
  std::vector<Range> ranges_;
  std::vector<uint32_t> conditions_;  // by value, the first of a list
  std::vector<Condition> all_conditions_;
  bool changed_ = false;
};

// --- conditions ---

Comparison negated(Comparison c) {
  switch (c) {
    case Comparison::Equal:
      return Comparison::NotEqual;
    case Comparison::NotEqual:
      return Comparison::Equal;
    case Comparison::Less:
      return Comparison::GreaterEqual;
    case Comparison::LessEqual:
      return Comparison::Greater;
    case Comparison::Greater:
      return Comparison::LessEqual;
    case Comparison::GreaterEqual:
      return Comparison::Less;
  }
  return c;
}

Comparison swapped(Comparison c) {
  switch (c) {
    case Comparison::Less:
      return Comparison::Greater;
    case Comparison::LessEqual:
      return Comparison::GreaterEqual;
    case Comparison::Greater:
      return Comparison::Less;
    case Comparison::GreaterEqual:
      return Comparison::LessEqual;
    default:
      return c;
  }
}

void Narrower::add_conditions(BlockId block, ValueId compare, bool holds) {
  auto comparison = static_cast<Comparison>(f_[compare].mode);
  // Ranges hold no NaN, and where one side is no range nothing is concluded.
  if (!holds) comparison = negated(comparison);
  const ValueId sides[] = {f_.operand(compare, 0), f_.operand(compare, 1)};
  for (int n = 0; n < 2; n++) {
    uint32_t& first = conditions_[sides[n].index];
    all_conditions_.push_back(
        {block, n == 0 ? comparison : swapped(comparison), sides[1 - n], first});
    first = static_cast<uint32_t>(all_conditions_.size() - 1);
  }
}

void Narrower::gather_conditions() {
  for (const BlockId block : f_.blocks()) {
    const ValueId end = f_.terminator(block);
    if (f_[end].op != Op::Branch) continue;
    const ValueId condition = f_.operand(end, 0);
    const Op op = f_[condition].op;
    if (op != Op::CompareDouble && op != Op::CompareInt32) continue;
    for (uint32_t n = 0; n < 2; n++) {
      const BlockId target = f_.edge(f_.edge_of(end, n)).target;
      if (predecessors_.of(target).size() == 1) add_conditions(target, condition, n == 0);
    }
  }
}

Range Narrower::at(ValueId id, BlockId block) const {
  Range range = ranges_[id.index];
  if (!range.is_integers()) return range;
  int looked_at = 0;
  for (uint32_t c = conditions_[id.index]; c != kEnd && looked_at < kConditions; looked_at++) {
    const Condition& condition = all_conditions_[c];
    c = condition.next;
    const Range& other = ranges_[condition.other.index];
    if (!dominators_.dominates(condition.block, block)) continue;
    if (other.state == Range::State::None) return Range();
    if (!other.is_integers()) continue;
    switch (condition.comparison) {
      case Comparison::Less:
        range.most = std::min(range.most, other.most - 1);
        break;
      case Comparison::LessEqual:
        range.most = std::min(range.most, other.most);
        break;
      case Comparison::Greater:
        range.least = std::max(range.least, other.least + 1);
        break;
      case Comparison::GreaterEqual:
        range.least = std::max(range.least, other.least);
        break;
      case Comparison::Equal:
        range.most = std::min(range.most, other.most);
        range.least = std::max(range.least, other.least);
        break;
      case Comparison::NotEqual:
        break;
    }
  }
  // It can't come here at all, as far as is known.
  if (range.least > range.most) return Range();
  return range;
}

// --- ranges ---

Range Narrower::of_parameter(ValueId id) const {
  const BlockId block = f_[id].block;
  const uint32_t implicit = f_.block(block).implicit_parameters();
  if (f_[id].first < implicit) return Range::anything();
  Range range;
  for (const EdgeId e : predecessors_.of(block)) {
    // On an edge that a comparison decides, its target's conditions hold already.
    const BlockId source = f_.edge(e).source;
    const ValueId argument = f_.arguments(e)[f_[id].first - implicit];
    range = join(range, at(argument, predecessors_.of(block).size() == 1 ? block : source));
  }
  return range;
}

Range Narrower::compute_int32(ValueId id, BlockId block) const {
  const Instruction& i = f_[id];
  const Range full = Range::of(kLeast, kMost);
  const auto operand = [&](uint32_t n) { return at(f_.operand(id, n), block); };
  const auto exact = [&](const Range& range) { return range.is_int32() ? range : full; };
  const auto count = [&]() -> uint32_t {
    const auto constant = constant_of(f_, f_.operand(id, 1));
    return constant ? static_cast<uint32_t>(to_int32(constant->number)) & 31 : 0;
  };
  switch (i.op) {
    case Op::ConstInt32:
      return Range::of(i.immediate().as_int32(), i.immediate().as_int32());
    case Op::BoolToInt32:
      return Range::of(0, 1);
    case Op::AddInt32: {
      const Range a = operand(0), b = operand(1);
      if (!a.is_integers() || !b.is_integers()) return Range();
      return exact(Range::of(a.least + b.least, a.most + b.most));
    }
    case Op::SubInt32: {
      const Range a = operand(0), b = operand(1);
      if (!a.is_integers() || !b.is_integers()) return Range();
      return exact(Range::of(a.least - b.most, a.most - b.least));
    }
    case Op::AndInt32:
      for (uint32_t n = 0; n < 2; n++) {
        const Range side = operand(n);
        if (side.is_integers() && side.least >= 0) return Range::of(0, side.most);
      }
      return full;
    case Op::SarInt32: {
      const double scale = std::ldexp(1.0, static_cast<int>(count()));
      return Range::of(std::floor(kLeast / scale), std::floor(kMost / scale));
    }
    case Op::DoubleToInt32:
    case Op::TruncateToInt32: {
      const Range range = operand(0);
      if (range.state == Range::State::None) return range;
      if (!range.is_integers()) return full;
      if (i.op == Op::DoubleToInt32) return exact(Range::of(range.least, range.most));
      return Range::of(std::clamp(range.least, kLeast, kMost),
                       std::clamp(range.most, kLeast, kMost));
    }
    default:
      return full;
  }
}

Range Narrower::compute(ValueId id, BlockId block) const {
  const Instruction& i = f_[id];
  if (i.op == Op::BlockParameter) return of_parameter(id);
  if (i.type == Type(Rep::Int32)) return compute_int32(id, block);
  const auto operand = [&](uint32_t n) { return at(f_.operand(id, n), block); };
  if (i.op == Op::ConstDouble) {
    const double value = i.immediate().as_double();
    if (std::trunc(value) != value) return Range::anything();
    return Range::of(value, value, is_negative_zero(value));
  }
  if (i.op == Op::Int32ToDouble) return operand(0);
  if (i.op == Op::ShrInt32) {
    const auto constant = constant_of(f_, f_.operand(id, 1));
    const int count = constant ? to_int32(constant->number) & 31 : 0;
    return Range::of(0, std::ldexp(1.0, 32 - count) - 1);
  }
  if (i.op != Op::AddDouble && i.op != Op::SubDouble && i.op != Op::MulDouble &&
      i.op != Op::RemDouble)
    return Range::anything();
  const Range a = operand(0);
  const Range b = operand(1);
  if (a.state == Range::State::None || b.state == Range::State::None) return Range();
  if (!a.is_integers() || !b.is_integers()) return Range::anything();
  switch (i.op) {
    case Op::AddDouble:
      return Range::of(a.least + b.least, a.most + b.most, a.negative_zero && b.negative_zero);
    case Op::SubDouble:
      return Range::of(a.least - b.most, a.most - b.least, a.negative_zero && b.holds(0));
    case Op::MulDouble:
      return multiply(a, b);
    default:
      return remainder(a, b);
  }
}

bool Narrower::update(ValueId id, const Range& computed, int round) {
  Range& mine = ranges_[id.index];
  Range range = join(mine, computed);
  if (range == mine) return false;
  if (round >= kRoundsBeforeWidening && f_[id].op == Op::BlockParameter) range = widen(mine, range);
  mine = range;
  return true;
}

bool Narrower::find_ranges() {
  for (int round = 0; round < kRounds; round++) {
    bool grew = false;
    for (const BlockId block : dominators_.order()) {
      for (ValueId v = f_.block(block).first; v; v = f_[v].next) {
        const Type type = f_[v].type;
        if (type != Type(Rep::Double) && type != Type(Rep::Int32)) continue;
        grew = update(v, compute(v, block), round) || grew;
      }
    }
    if (!grew) return true;
  }
  return false;
}

// --- the change ---

ValueId Narrower::int32_form(ValueId place, ValueId id) {
  if (f_[id].op == Op::Int32ToDouble) return f_.operand(id, 0);
  if (const auto constant = constant_of(f_, id); constant && fits(*constant, Rep::Int32))
    return insert_constant(f_, place, *constant, Rep::Int32);
  const ValueId operands[] = {id};
  const ValueId made = f_.make(Op::TruncateToInt32, operands, {}, f_[place].position);
  f_.insert_before(place, made);
  return made;
}

bool Narrower::narrow_parameters() {
  ir::Replacements replacements;
  std::vector<ValueId> converted;
  for (const BlockId block : dominators_.order()) {
    const ValueId place = f_.first_instruction(block);
    for (ValueId p = f_.first_parameter(block); p; p = f_.next_parameter(p)) {
      if (f_[p].type != Type(Rep::Double) || !is_narrow(p)) continue;
      f_[p].type = Rep::Int32;
      const ValueId operands[] = {p};
      const ValueId as_double = f_.make(Op::Int32ToDouble, operands, {}, f_[place].position);
      f_.insert_before(place, as_double);
      replacements.replace(p, as_double);
      converted.push_back(p);
    }
  }
  replacements.apply(f_);
  for (const ValueId p : converted) f_.operands(replacements.find(p))[0] = p;
  return !converted.empty();
}

void Narrower::narrow_operation(ValueId id) {
  Op by;
  switch (f_[id].op) {
    case Op::AddDouble:
      by = Op::AddInt32;
      break;
    case Op::SubDouble:
      by = Op::SubInt32;
      break;
    case Op::MulDouble:
      by = Op::MulInt32;
      break;
    case Op::RemDouble:
      by = Op::RemInt32;
      break;
    default:
      return;
  }
  const BlockId block = f_[id].block;
  const Range a = double_at(f_.operand(id, 0), block);
  const Range b = double_at(f_.operand(id, 1), block);
  if (!a.is_int32() || !b.is_int32()) return;
  if (by == Op::RemInt32 && (a.least < 0 || b.least <= 0)) return;
  const ValueId left = int32_form(id, f_.operand(id, 0));
  const ValueId right = int32_form(id, f_.operand(id, 1));
  const ValueId operands[] = {left, right};
  const ValueId made = f_.make(by, operands, {}, f_[id].position);
  f_.insert_before(id, made);
  const ValueId whole[] = {made};
  f_.rewrite(id, Op::Int32ToDouble, whole, {});
  changed_ = true;
}

void Narrower::narrow_arguments(EdgeId edge) {
  const BlockId target = f_.edge(edge).target;
  ValueId p = f_.first_parameter(target);
  if (f_.block(target).implicit_parameters() > 0) p = f_.next_parameter(p);
  for (uint32_t n = 0; p; n++, p = f_.next_parameter(p)) {
    const ValueId argument = f_.arguments(edge)[n];
    if (f_[p].type != Type(Rep::Int32) || f_[argument].type != Type(Rep::Double)) continue;
    const ValueId place = place_for_conversion(f_, edge, argument);
    const ValueId narrow = int32_form(place, argument);
    f_.arguments(edge)[n] = narrow;
  }
}

bool Narrower::run() {
  gather_conditions();
  if (!find_ranges()) return false;
  changed_ = narrow_parameters();
  for (const BlockId block : dominators_.order()) {
    for (ValueId v = f_.first_instruction(block); v;) {
      const ValueId next = f_[v].next;
      if (is_narrow(v)) narrow_operation(v);
      v = next;
    }
  }
  if (!changed_) return false;
  for (const BlockId block : dominators_.order()) {
    std::vector<EdgeId> edges;
    f_.each_edge(block, [&](EdgeId e) { edges.push_back(e); });
    for (const EdgeId e : edges) narrow_arguments(e);
  }
  return true;
}

}  // namespace

bool narrow_integers(Module&, Function& body) { return Narrower(body).run(); }

}  // namespace perry::passes
