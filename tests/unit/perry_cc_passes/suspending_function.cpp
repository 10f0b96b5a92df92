#include "perry-cc/ir/builder.h"
#include "tests/unit/perry_cc_passes/suspending.h"

namespace perry::passes::testing {

using namespace ir;

namespace {

// Pieces of straight code, each its own block to begin with, that lead to any others.
class RandomSuspending {
 public:
  RandomSuspending(Function& function, std::mt19937& random) : random_(random), b_(function) {}
  void build(FunctionFlag flags);

 private:
  struct Variable {
    VariableId id;
    Rep rep;
  };

  uint32_t below(size_t n) { return static_cast<uint32_t>(random_() % n); }
  Variable any(Rep rep) {
    for (;;) {
      const Variable v = variables_[below(variables_.size())];
      if (v.rep == rep) return v;
    }
  }
  ValueId read(Rep rep) { return b_.read(any(rep).id); }
  void write(Rep rep, ValueId value) { b_.write(any(rep).id, value); }
  BlockId any_piece() { return pieces_[below(pieces_.size())]; }

  void begin(FunctionFlag flags);
  void statement();
  void pure_statement();
  void suspend();
  void end();

  std::mt19937& random_;
  Builder b_;
  bool yields_ = false;
  bool awaits_ = false;
  std::vector<Variable> variables_;
  ValueId cell_;
  std::vector<BlockId> pieces_;
  std::vector<BlockId> handlers_;
  std::vector<BlockId> to_seal_;
};

void RandomSuspending::begin(FunctionFlag flags) {
  static constexpr Rep kReps[] = {Rep::Boxed, Rep::Int32, Rep::Double};
  yields_ = has(flags, FunctionFlag::Generator);
  awaits_ = has(flags, FunctionFlag::Async);
  for (uint32_t n = 3 + below(6); n > 0; n--) {
    const Rep rep = kReps[n % 3];
    variables_.push_back({b_.new_variable(rep), rep});
  }
  for (const Variable& v : variables_) {
    if (v.rep == Rep::Boxed)
      b_.write(v.id, below(2) == 0
                         ? b_.append(Op::Parameter, {}, Immediate::index(below(3)), Rep::Boxed)
                         : b_.undefined());
    else
      b_.write(v.id, v.rep == Rep::Int32 ? b_.int32(static_cast<int32_t>(below(50)))
                                         : b_.number(below(50)));
  }
  cell_ = b_.append(Op::NewBox, {read(Rep::Boxed)});
  if (!yields_) return;
  if (below(2) == 0) {
    const BlockId then = b_.new_block();
    const BlockId after = b_.new_block();
    b_.branch(b_.append(Op::CompareInt32, {read(Rep::Int32), b_.int32(25)},
                        Immediate::of(Comparison::Less)),
              then, after);
    b_.seal(then);
    b_.enter(then);
    pure_statement();
    write(Rep::Boxed, b_.append(Op::Call, {b_.undefined(), b_.undefined(), read(Rep::Boxed)}));
    b_.jump(after);
    b_.seal(after);
    b_.enter(after);
  }
  const BlockId body = b_.new_resume();
  b_.suspend(SuspendKind::Initial, b_.undefined(), body);
  b_.seal(body);
  b_.enter(body);
}

void RandomSuspending::pure_statement() {
  switch (below(8)) {
    case 0: {
      const ValueId left = read(Rep::Int32);
      write(Rep::Int32, b_.append(Op::AddInt32, {left, read(Rep::Int32)}));
      break;
    }
    case 1: {
      const ValueId left = read(Rep::Double);
      write(Rep::Double, b_.append(Op::AddDouble, {left, read(Rep::Double)}));
      break;
    }
    case 2:
      write(Rep::Boxed, b_.box(read(below(2) == 0 ? Rep::Int32 : Rep::Double)));
      break;
    case 3:
      write(Rep::Double, b_.append(Op::UnboxDouble, {read(Rep::Boxed)}));
      break;
    case 4:
      write(Rep::Int32, b_.append(Op::DoubleToInt32, {read(Rep::Double)}));
      break;
    case 5: {
      const Op ops[] = {Op::Parameter, Op::This, Op::LoadCapture};
      const Op op = ops[below(3)];
      write(Rep::Boxed, b_.append(op, {}, op == Op::This ? Immediate{} : Immediate::index(below(2)),
                                  Rep::Boxed));
      break;
    }
    case 6:
      write(Rep::Boxed,
            below(2) == 0 ? b_.box(b_.int32(static_cast<int32_t>(below(9)))) : b_.undefined());
      break;
    default:
      write(Rep::Boxed, read(Rep::Boxed));
      break;
  }
}

void RandomSuspending::suspend() {
  const bool yields = yields_ && (!awaits_ || below(2) == 0);
  const BlockId resume = b_.new_resume();
  const ValueId value = read(Rep::Boxed);
  if (yields) {
    const BlockId on_return = b_.new_resume();
    b_.suspend(below(3) == 0 ? SuspendKind::Delegate : SuspendKind::Yield, value, resume,
               on_return);
    b_.seal(on_return);
    b_.enter(on_return);
    write(Rep::Boxed, b_.received(on_return));
    if (below(3) == 0)
      b_.return_value(read(Rep::Boxed));
    else
      b_.jump(any_piece());
  } else {
    b_.suspend(SuspendKind::Await, value, resume);
  }
  b_.seal(resume);
  b_.enter(resume);
  if (below(3) > 0) write(Rep::Boxed, b_.received(resume));
}

void RandomSuspending::statement() {
  switch (below(8)) {
    case 0:
    case 1:
      suspend();
      break;
    case 2: {
      const ValueId first = b_.box(read(below(2) == 0 ? Rep::Int32 : Rep::Double));
      write(Rep::Boxed, b_.append(Op::Call, {first, b_.undefined(), read(Rep::Boxed)}));
      break;
    }
    case 3:
      if (below(2) == 0)
        b_.append(Op::StoreBox, {cell_, read(Rep::Boxed)});
      else
        write(Rep::Boxed, b_.append(Op::LoadBox, {cell_}));
      break;
    default:
      pure_statement();
      break;
  }
}

void RandomSuspending::end() {
  switch (below(12)) {
    case 0:
      b_.return_value(read(Rep::Boxed));
      break;
    case 1:
      b_.throw_value(read(Rep::Boxed));
      break;
    case 2:
    case 3:
    case 4: {
      const ValueId test =
          b_.append(Op::CompareInt32, {read(Rep::Int32), b_.int32(static_cast<int32_t>(below(60)))},
                    Immediate::of(Comparison::Less));
      const BlockId then = any_piece();
      b_.branch(test, then, any_piece());
      break;
    }
    default:
      b_.jump(any_piece());
      break;
  }
}

void RandomSuspending::build(FunctionFlag flags) {
  begin(flags);
  for (uint32_t n = 2 + below(7); n > 0; n--) pieces_.push_back(b_.new_block());
  for (uint32_t n = below(4); n > 0; n--) handlers_.push_back(b_.new_handler());
  b_.jump(any_piece());
  const auto fill = [&](BlockId block) {
    b_.set_handler(BlockId());
    b_.enter(block);
    if (!handlers_.empty() && below(2) == 0) b_.set_handler(handlers_[below(handlers_.size())]);
    if (b_.function().block(block).kind == BlockKind::Handler)
      write(Rep::Boxed, b_.received(block));
    for (uint32_t n = below(6); n > 0; n--) statement();
    end();
  };
  for (const BlockId block : pieces_) fill(block);
  for (const BlockId block : handlers_) fill(block);
  for (const BlockId block : pieces_) b_.seal(block);
  for (const BlockId block : handlers_) b_.seal(block);
  b_.finish();
}

}  // namespace

void build_suspending(Module& module, Function& function, FunctionFlag flags,
                      std::mt19937& random) {
  function.info.flags = flags;
  for (const char* name : {"p", "q"})
    function.info.captures.push_back({Capture::Kind::Value, module.atoms.intern(name)});
  RandomSuspending(function, random).build(flags);
}

}  // namespace perry::passes::testing
