#include <limits>

#include "perry-cc/ir/builder.h"
#include "tests/unit/perry_cc_passes/value_interpreter.h"

namespace perry::passes::testing {

using namespace ir;

namespace {

// Writes statements of a small language straight into a graph.
class RandomFunction {
 public:
  RandomFunction(Module& module, Function& function, std::mt19937& random)
      : module_(module), random_(random), b_(function) {}
  void build();

 private:
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(random_() % n); }
  VariableId any_variable() { return variables_[below(static_cast<uint32_t>(variables_.size()))]; }
  ValueId any_cell() { return cells_[below(static_cast<uint32_t>(cells_.size()))]; }
  ValueId constant(const Constant& c);
  ValueId expression(uint32_t depth);
  ValueId condition();
  ValueId observe(ValueId value) {
    const ValueId callee = b_.undefined();
    return b_.append(Op::Call, {callee, callee, value});
  }
  void statements(uint32_t depth, uint32_t count);
  void statement(uint32_t depth);
  void if_else(uint32_t depth);
  void counted_loop(uint32_t depth);
  void protect(uint32_t depth);

  Module& module_;
  std::mt19937& random_;
  Builder b_;
  std::vector<VariableId> variables_;
  std::vector<ValueId> cells_;
};

ValueId RandomFunction::constant(const Constant& c) {
  switch (c.kind) {
    case Constant::Kind::Number:
      return b_.box(b_.number(c.number));
    case Constant::Kind::Bool:
      return b_.box(b_.boolean(c.boolean));
    case Constant::Kind::String:
      return b_.string(c.string);
    case Constant::Kind::Null:
      return b_.null();
    default:
      return b_.undefined();
  }
}

ValueId RandomFunction::expression(uint32_t depth) {
  if (depth == 0)
    return below(3) == 0 ? constant(random_constant(module_, random_)) : b_.read(any_variable());
  switch (below(9)) {
    case 0:
    case 1:
    case 2: {
      const ValueId left = expression(depth - 1);
      const ValueId right = expression(depth - 1);
      return b_.append(Op::Binary, {left, right},
                       Immediate::of(static_cast<BinaryOperator>(below(12))));
    }
    case 3:
      return b_.append(Op::Unary, {expression(depth - 1)},
                       Immediate::of(static_cast<UnaryOperator>(below(4))));
    case 4:
      return b_.box(condition());
    case 5:
      return b_.append(Op::Typeof, {expression(depth - 1)});
    case 6:
      return b_.append(Op::LoadBox, {any_cell()});
    case 7: {
      const BindingId binding(below(2));
      const ValueId loaded = b_.append(Op::LoadModule, {}, Immediate::of(binding));
      return b_.append(Op::CheckInitialized, {loaded},
                       Immediate::of(module_.bindings[binding].name));
    }
    default:
      return b_.append(Op::ToNumeric, {expression(depth - 1)});
  }
}

ValueId RandomFunction::condition() {
  const ValueId left = expression(1);
  switch (below(4)) {
    case 0:
      return b_.append(Op::ToBoolean, {left});
    case 1:
      return b_.append(Op::StrictEqual, {left, expression(1)});
    case 2:
      return b_.append(Op::Compare, {left, expression(1)},
                       Immediate::of(static_cast<Relation>(below(6))));
    default:
      return b_.append(Op::IsNumber, {left});
  }
}

void RandomFunction::statements(uint32_t depth, uint32_t count) {
  for (uint32_t n = 0; n < count; n++) statement(depth);
}

void RandomFunction::statement(uint32_t depth) {
  switch (below(depth == 0 ? 5 : 8)) {
    case 0:
      observe(b_.read(any_variable()));
      break;
    case 1:
      b_.append(Op::StoreBox, {any_cell(), expression(1)});
      break;
    case 2:
      if (below(3) == 0)
        b_.append(Op::StoreModule, {expression(1)}, Immediate::of(BindingId(below(2))));
      else
        b_.write(any_variable(), observe(expression(1)));
      break;
    case 5:
      if_else(depth - 1);
      break;
    case 6:
      counted_loop(depth - 1);
      break;
    case 7:
      protect(depth - 1);
      break;
    default: {
      const ValueId value = expression(2);
      b_.write(any_variable(), value);
      break;
    }
  }
}

void RandomFunction::if_else(uint32_t depth) {
  const BlockId then = b_.new_block();
  const BlockId otherwise = b_.new_block();
  const BlockId after = b_.new_block();
  const ValueId test = condition();
  b_.branch(test, then, otherwise);
  b_.seal(then);
  b_.seal(otherwise);
  b_.enter(then);
  statements(depth, below(3));
  b_.jump(after);
  b_.enter(otherwise);
  statements(depth, below(3));
  b_.jump(after);
  b_.seal(after);
  b_.enter(after);
}

void RandomFunction::counted_loop(uint32_t depth) {
  static constexpr double kStarts[] = {0, 1, -3, 2147483645, -0.0, 0.5};
  const VariableId counter = b_.new_variable();
  const double start = kStarts[below(6)];
  b_.write(counter, b_.box(b_.number(start)));
  const ValueId limit = b_.box(b_.number(start + 1 + below(4)));
  const BlockId head = b_.new_block();
  const BlockId body = b_.new_block();
  const BlockId after = b_.new_block();
  b_.jump(head);
  b_.enter(head);
  const ValueId test =
      b_.append(Op::Compare, {b_.read(counter), limit},
                Immediate::of(below(2) == 0 ? Relation::Less : Relation::LessEqual));
  b_.branch(test, body, after);
  b_.seal(body);
  b_.enter(body);
  // The counter is in no list, so nothing in the loop writes it.
  if (below(2) == 0) b_.write(any_variable(), b_.read(counter));
  statements(depth, 1 + below(3));
  b_.write(counter,
           b_.append(Op::Unary, {b_.read(counter)}, Immediate::of(UnaryOperator::Increment)));
  b_.jump(head);
  b_.seal(head);
  b_.seal(after);
  b_.enter(after);
}

void RandomFunction::protect(uint32_t depth) {
  const BlockId handler = b_.new_handler();
  const BlockId after = b_.new_block();
  const BlockId outer = b_.set_handler(handler);
  statements(depth, 1 + below(4));
  b_.set_handler(outer);
  b_.jump(after);
  b_.seal(handler);
  b_.enter(handler);
  b_.write(any_variable(), b_.received(handler));
  statements(depth, below(3));
  b_.jump(after);
  b_.seal(after);
  b_.enter(after);
}

void RandomFunction::build() {
  for (uint32_t n = 1 + below(4); n > 0; n--) {
    const VariableId v = b_.new_variable();
    b_.write(v, below(2) == 0 ? b_.append(Op::Parameter, {}, Immediate::index(n), Rep::Boxed)
                              : constant(random_constant(module_, random_)));
    variables_.push_back(v);
  }
  for (uint32_t n = 1 + below(2); n > 0; n--)
    cells_.push_back(b_.append(Op::NewBox, {b_.read(any_variable())}));
  statements(3, 3 + below(6));
  for (const VariableId v : variables_) observe(b_.read(v));
  b_.return_value(b_.undefined());
  b_.finish();
}

}  // namespace

Constant random_constant(Module& module, std::mt19937& random) {
  static constexpr double kNumbers[] = {0,
                                        -0.0,
                                        1,
                                        -1,
                                        2,
                                        0.5,
                                        3.7,
                                        31,
                                        32,
                                        255,
                                        2147483647,
                                        -2147483648.0,
                                        2147483648.0,
                                        4294967295.0,
                                        4294967296.0,
                                        9007199254740992.0,
                                        1e21,
                                        1e-7,
                                        1e300,
                                        std::numeric_limits<double>::infinity(),
                                        -std::numeric_limits<double>::infinity(),
                                        std::numeric_limits<double>::quiet_NaN()};
  static constexpr const char* kTexts[] = {"",  "a",   "1",        " 12 ",  "0x1f",    "-0",
                                           "b", "1e3", "Infinity", "1.5.2", "\xc3\xa9"};
  switch (random() % 8) {
    case 0:
      return Constant::of(Constant::Kind::Undefined);
    case 1:
      return Constant::of(Constant::Kind::Null);
    case 2:
      return Constant::of(random() % 2 == 0);
    case 3:
      return Constant::of(module.atoms.intern(kTexts[random() % std::size(kTexts)]));
    default:
      return Constant::of(kNumbers[random() % std::size(kNumbers)]);
  }
}

void build_random(Module& module, Function& function, std::mt19937& random) {
  RandomFunction(module, function, random).build();
}

}  // namespace perry::passes::testing
