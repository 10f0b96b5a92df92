#include <cstdlib>

#include "tests/unit/perry_cc_passes/suspending.h"

namespace perry::passes::testing {

using namespace ir;

namespace {

struct Slot {
  int64_t value = 0;
  Rep rep = Rep::None;
};
struct Frame {
  FunctionId resume;
  std::vector<Slot> slots;
  uint32_t state = 0;
  LeaveReason reason = LeaveReason::Done;
};

// How the run of one function ended.
enum class Exit : uint8_t { Returned, Threw, OutOfSteps };

class Machine {
 public:
  Machine(const Module& module, const World& world, Limits limits)
      : module_(module),
        world_(world),
        steps_(limits.events == 0 ? 0 : limits.steps),
        most_events_(limits.events) {}

  Trace run(const Function& function);

 private:
  // One activation.
  struct Activation {
    const Function& f;
    std::vector<int64_t> values;
    uint32_t frame = 0;
    World::Mode mode = World::Mode::Next;
    int64_t received = 0;
    int64_t result = 0;
  };

  Exit run_blocks(Activation& a);
  BlockId run_block(Activation& a, BlockId block, Exit& exit);
  BlockId take(Activation& a, EdgeId edge, const int64_t* received);
  BlockId throw_from(Activation& a, BlockId block, int64_t exception, Exit& exit);
  BlockId suspend(Activation& a, ValueId v, Exit& exit);
  bool execute(Activation& a, ValueId v);
  void execute_frame(Activation& a, ValueId v);
  int64_t compute(const Activation& a, ValueId v);
  void drive(Frame& frame, uint32_t number);
  void finish(Exit exit, int64_t value);
  void note(const char* what, int64_t value) {
    log(std::string(what) + ' ' + std::to_string(value));
  }
  void log(std::string event) {
    trace_.log.push_back(std::move(event));
    if (trace_.log.size() >= most_events_) steps_ = 0;
  }
  World::Answer answer() { return world_.answers[answered_++ % world_.answers.size()]; }

  const Module& module_;
  const World& world_;
  uint32_t steps_;
  size_t most_events_;
  size_t answered_ = 0;
  size_t called_ = 0;
  int64_t exception_ = 0;
  std::vector<Frame> frames_;
  std::vector<int64_t> boxes_;
  Trace trace_;
};

constexpr const char* kReasons[] = {"done", "initial", "await", "yield", "delegate"};

Trace Machine::run(const Function& function) {
  Activation a{function, std::vector<int64_t>(function.value_count())};
  const Exit exit = run_blocks(a);
  if (!frames_.empty() && exit == Exit::Returned)
    drive(frames_[0], 0);
  else
    finish(exit, a.result);
  return std::move(trace_);
}

void Machine::finish(Exit exit, int64_t value) {
  if (exit == Exit::OutOfSteps) return;
  trace_.ended = true;
  note(exit == Exit::Returned ? "return" : "uncaught", value);
}

void Machine::drive(Frame& frame, uint32_t number) {
  const Function& resume = module_.function(frame.resume);
  World::Answer sent{World::Mode::Next, 0};
  for (;;) {
    Activation a{resume, std::vector<int64_t>(resume.value_count())};
    a.frame = number;
    a.mode = sent.mode;
    a.received = sent.value;
    const Exit exit = run_blocks(a);
    if (exit != Exit::Returned || frame.reason == LeaveReason::Done) {
      finish(exit, a.result);
      return;
    }
    note(kReasons[static_cast<size_t>(frame.reason)], a.result);
    sent = answer();
    if (frame.reason == LeaveReason::Await && sent.mode == World::Mode::Return)
      sent.mode = World::Mode::Next;
  }
}

Exit Machine::run_blocks(Activation& a) {
  Exit exit = Exit::OutOfSteps;
  BlockId block = a.f.entry();
  while (block && steps_ > 0) block = run_block(a, block, exit);
  return block ? Exit::OutOfSteps : exit;
}

BlockId Machine::take(Activation& a, EdgeId edge, const int64_t* received) {
  std::vector<int64_t> passed;
  if (received != nullptr) passed.push_back(*received);
  for (const ValueId v : a.f.arguments(edge)) passed.push_back(a.values[v.index]);
  const BlockId target = a.f.edge(edge).target;
  size_t n = 0;
  for (ValueId p = a.f.first_parameter(target); p; p = a.f.next_parameter(p))
    a.values[p.index] = passed.at(n++);
  return target;
}

BlockId Machine::throw_from(Activation& a, BlockId block, int64_t exception, Exit& exit) {
  if (const EdgeId unwind = a.f.block(block).unwind) return take(a, unwind, &exception);
  exit = Exit::Threw;
  a.result = exception;
  return BlockId();
}

BlockId Machine::suspend(Activation& a, ValueId v, Exit& exit) {
  const auto kind = static_cast<SuspendKind>(a.f[v].mode);
  const int64_t value = a.values[a.f.operand(v, 0).index];
  World::Answer sent{World::Mode::Next, 0};
  if (kind != SuspendKind::Initial) {
    note(kReasons[a.f[v].mode + 1], value);
    sent = answer();
    if (kind == SuspendKind::Await && sent.mode == World::Mode::Return)
      sent.mode = World::Mode::Next;
  }
  const int64_t received = sent.value;
  if (sent.mode == World::Mode::Throw) return throw_from(a, a.f[v].block, received, exit);
  return take(a, a.f.edge_of(v, sent.mode == World::Mode::Return ? 1 : 0), &received);
}

BlockId Machine::run_block(Activation& a, BlockId block, Exit& exit) {
  for (ValueId v = a.f.first_instruction(block); v; v = a.f[v].next) {
    if (steps_ == 0 || --steps_ == 0) return block;
    const auto operand = [&](uint32_t n) { return a.values[a.f.operand(v, n).index]; };
    switch (a.f[v].op) {
      case Op::Jump:
        return take(a, a.f.edge_of(v, 0), nullptr);
      case Op::Branch:
        return take(a, a.f.edge_of(v, operand(0) != 0 ? 0 : 1), nullptr);
      case Op::Switch: {
        const uint32_t last = a.f.edge_count(v) - 1;
        const auto which = static_cast<uint32_t>(operand(0));
        return take(a, a.f.edge_of(v, which < last ? which : last), nullptr);
      }
      case Op::Return:
        exit = Exit::Returned;
        a.result = operand(0);
        return BlockId();
      case Op::Throw:
        return throw_from(a, block, operand(0), exit);
      case Op::Suspend:
        return suspend(a, v, exit);
      default:
        if (!execute(a, v)) return throw_from(a, block, exception_, exit);
        break;
    }
  }
  std::abort();  // a block without an end
}

// False: it throws `exception_`.
bool Machine::execute(Activation& a, ValueId v) {
  const auto operand = [&](uint32_t n) { return a.values[a.f.operand(v, n).index]; };
  switch (a.f[v].op) {
    case Op::Call: {
      std::string line = "call";
      for (const ValueId o : a.f.operands(v)) line += ' ' + std::to_string(a.values[o.index]);
      log(std::move(line));
      const size_t n = called_++;
      exception_ = 5000 + static_cast<int64_t>(n);
      a.values[v.index] = 1000 + static_cast<int64_t>(n);
      return !world_.throws[n % world_.throws.size()];
    }
    case Op::NewBox:
      boxes_.push_back(operand(0));
      a.values[v.index] = static_cast<int64_t>(boxes_.size()) - 1;
      return true;
    case Op::LoadBox:
      a.values[v.index] = boxes_.at(static_cast<size_t>(operand(0)));
      return true;
    case Op::StoreBox:
      boxes_.at(static_cast<size_t>(operand(0))) = operand(1);
      return true;
    case Op::NewFrame:
    case Op::StoreSlot:
    case Op::LoadSlot:
    case Op::LeaveFrame:
      execute_frame(a, v);
      return true;
    default:
      a.values[v.index] = compute(a, v);
      return true;
  }
}

void Machine::execute_frame(Activation& a, ValueId v) {
  const Instruction& i = a.f[v];
  if (i.op == Op::NewFrame) {
    const FrameSlots& layout = module_.function(FunctionId(i.first)).info.frame;
    frames_.push_back({FunctionId(i.first),
                       std::vector<Slot>(layout.value_slots + layout.raw_slots), 0,
                       LeaveReason::Done});
    a.values[v.index] = static_cast<int64_t>(frames_.size()) - 1;
    return;
  }
  Frame& frame = frames_.at(static_cast<size_t>(a.values[a.f.operand(v, 0).index]));
  if (i.op == Op::LeaveFrame) {
    frame.state = i.first;
    frame.reason = static_cast<LeaveReason>(i.mode);
    return;
  }
  Slot& slot = frame.slots.at(i.first);
  if (i.op == Op::StoreSlot) {
    const ValueId stored = a.f.operand(v, 1);
    slot = {a.values[stored.index], a.f[stored].type.rep()};
    return;
  }
  if (slot.rep != i.type.rep()) trace_.fault = "slot " + std::to_string(i.first);
  a.values[v.index] = slot.value;
}

int64_t Machine::compute(const Activation& a, ValueId v) {
  const Instruction& i = a.f[v];
  const auto operand = [&](uint32_t n) { return a.values[a.f.operand(v, n).index]; };
  switch (i.op) {
    case Op::ConstInt32:
    case Op::ConstBool:
      return static_cast<int32_t>(i.first);
    case Op::ConstDouble:
      return static_cast<int64_t>(i.immediate().as_double());
    case Op::Undefined:
    case Op::Empty:
    case Op::Callee:
      return 0;
    case Op::Box:
    case Op::Int32ToDouble:
    case Op::UnboxDouble:
    case Op::DoubleToInt32:
    case Op::StartAsync:
      return operand(0);
    case Op::NewGenerator:
    case Op::NewAsyncGenerator:
      return operand(1);
    case Op::AddInt32:
    case Op::AddDouble:
      return (operand(0) + operand(1)) & 0xfffff;
    case Op::CompareInt32:
      return operand(0) < operand(1) ? 1 : 0;
    case Op::Parameter:
      return 700 + i.first;
    case Op::This:
      return 600;
    case Op::LoadCapture:
      return 800 + i.first;
    case Op::ResumeFrame:
      return a.frame;
    case Op::ResumeState:
      return frames_[a.frame].state;
    case Op::ResumeMode:
      return static_cast<int64_t>(a.mode);
    case Op::ResumeValue:
      return a.received;
    default:
      std::abort();  // not part of the subset
  }
}

}  // namespace

Trace run_suspending(const Module& module, const Function& function, const World& world,
                     Limits limits) {
  return Machine(module, world, limits).run(function);
}

}  // namespace perry::passes::testing
