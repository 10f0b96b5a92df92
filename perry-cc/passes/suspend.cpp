#include <algorithm>
#include <memory>
#include <unordered_map>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/liveness.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/suspension.h"
#include "perry-cc/passes/vocabulary.h"

// Splits generators and async functions into a start, which makes a frame, and a resume function,
// which goes on with it; docs/ir.md says what they look like. Both begin as copies of the whole
// graph: in the start the first suspension becomes the end, in the resume function every suspension
// becomes a return and a new entry leads to where they go on. What can't be reached any more goes.
// So code that both of them need is in both, and no structure of the source matters here.
namespace perry::passes {

using ir::FrameSlots;
using ir::FunctionKind;
using ir::LeaveReason;
using ir::Liveness;
using ir::Replacements;
using ir::SuspendKind;

namespace {

class Lowering {
 public:
  Lowering(Module& module, Function& body) : module_(module), body_(body) {}
  void run();

 private:
  bool is_generator() const { return has(body_.info.flags, FunctionFlag::Generator); }
  bool is_async() const { return has(body_.info.flags, FunctionFlag::Async); }
  static bool is_initial(const Function& f, const Suspension& s) {
    return static_cast<SuspendKind>(f[s.end].mode) == SuspendKind::Initial;
  }

  void gather_activation();
  void join_returns();
  void split_entry();
  void find_suspensions();
  void find_live(const Liveness& liveness);
  Keep how_to_keep(ValueId v) const;

  void make_resume();
  void clear_entry();
  void move_constant(ValueId v);
  void make_dispatch(Suspension& s);
  BlockId make_throw(const Suspension& s);
  void end_at(const Suspension& s, uint32_t state);
  void mark_returns();
  bool reads_closure() const;
  void number_slots();
  void store_slots(const Suspension& s, Reloads& reloads);
  void finish_start(const Suspension& s, uint32_t state);

  Module& module_;
  Function& body_;  // becomes the start
  Function* resume_ = nullptr;
  FunctionId resume_id_;
  std::vector<Suspension> suspensions_;  // by state
  support::IdMap<ValueId, Keep> keep_;
  SlotPlan plan_;
  ValueId frame_;  // of the resume function, like the next two
  ValueId mode_;
  ValueId received_;
  BlockId throw_out_;  // throws what is received out of the function
};

void remove_unreachable(Function& f) {
  std::vector<bool> reached(f.block_count());
  for (const BlockId block : reverse_postorder(f)) reached[block.index] = true;
  for (uint32_t i = 0; i < reached.size(); i++)
    if (!reached[i] && !f.block(BlockId(i)).removed) f.remove_block(BlockId(i));
}

// --- before the split ---

// Operations without operands that only the activation can answer.
bool reads_activation(Op op) {
  return op == Op::Parameter || op == Op::This || op == Op::NewTarget || op == Op::ArgumentCount;
}
bool copies_arguments(Op op) { return op == Op::RestParameter || op == Op::ArgumentsUnmapped; }

// To the front of the entry, where the start has them. Equal ones become one.
void Lowering::gather_activation() {
  ValueId place = body_.first_instruction(body_.entry());
  std::vector<ValueId> found;
  const auto moves = [&](ValueId v) {
    const Op op = body_[v].op;
    return reads_activation(op) || (copies_arguments(op) && !is_generator());
  };
  while (moves(place)) place = body_[place].next;
  for (const BlockId block : body_.blocks())
    for (ValueId v = body_.first_instruction(block); v; v = body_[v].next)
      if (moves(v)) found.push_back(v);
  std::unordered_map<uint64_t, ValueId> known;
  Replacements replacements;
  for (const ValueId v : found) {
    const Instruction& i = body_[v];
    const auto key = uint64_t{static_cast<uint16_t>(i.op)} << 32 | i.first;
    const auto [at, is_first] = known.try_emplace(key, v);
    body_.remove(v);
    if (is_first || copies_arguments(i.op) || body_[at->second].type != i.type)
      body_.insert_before(place, v);
    else
      replacements.replace(v, at->second);
  }
  replacements.apply(body_);
}

// Returns go to one block, where the frame can be left: in a protected block nothing but the end
// may stand behind what throws.
void Lowering::join_returns() {
  std::vector<ValueId> returns;
  for (const BlockId block : body_.blocks())
    if (const ValueId end = body_.terminator(block); body_[end].op == Op::Return)
      returns.push_back(end);
  if (returns.empty()) return;
  const BlockId exit = body_.new_block();
  const ValueId result = body_.add_parameter(exit, Rep::Boxed);
  const ValueId operands[] = {result};
  body_.append(exit, body_.make(Op::Return, operands, {}, body_[returns[0]].position));
  for (const ValueId end : returns) {
    const ValueId arguments[] = {body_.operand(end, 0)};
    const EdgeId edge = body_.new_edge(body_[end].block, exit, arguments);
    body_.rewrite(end, Op::Jump, {}, {0, edge.index, 1});
  }
}

// Gives an async function an `initial` suspension, so that it is like a generator from here on.
void Lowering::split_entry() {
  const BlockId entry = body_.entry();
  ValueId first = body_.first_instruction(entry);
  while (reads_activation(body_[first].op) || copies_arguments(body_[first].op))
    first = body_[first].next;
  for (ValueId v = first; v; v = body_[v].next)
    if (body_[v].op == Op::ArgumentsMapped) first = body_[v].next;

  const BlockId rest = body_.new_block(BlockKind::Resume);
  body_.add_parameter(rest, Rep::Boxed);
  while (first) {
    const ValueId next = body_[first].next;
    body_.remove(first);
    body_.append(rest, first);
    first = next;
  }
  body_.block(rest).unwind = std::exchange(body_.block(entry).unwind, EdgeId());
  body_.each_edge(rest, [&](EdgeId e) { body_.edge(e).source = rest; });
  const ValueId operands[] = {body_.make(Op::Undefined, {}, {}, 0)};
  body_.append(entry, operands[0]);
  const EdgeId edge = body_.new_edge(entry, rest, {});
  body_.append(entry, body_.make(Op::Suspend, operands,
                                 {static_cast<uint16_t>(SuspendKind::Initial), edge.index, 1}, 0));
}

void Lowering::find_suspensions() {
  for (const BlockId block : reverse_postorder(body_)) {
    const ValueId end = body_.terminator(block);
    if (body_[end].op == Op::Suspend) suspensions_.push_back({block, end, {}, {}, {}});
  }
  // State 0 is the first entry.
  const auto initial = std::find_if(suspensions_.begin(), suspensions_.end(),
                                    [&](const Suspension& s) { return is_initial(body_, s); });
  assert(initial != suspensions_.end() && "a generator without an initial suspension");
  std::rotate(suspensions_.begin(), initial, initial + 1);
}

void Lowering::find_live(const Liveness& liveness) {
  for (Suspension& s : suspensions_) {
    body_.each_edge(s.block, [&](EdgeId e) {
      const auto needed = liveness.live_in(body_.edge(e).target);
      s.live.insert(s.live.end(), needed.begin(), needed.end());
      const auto passed = body_.arguments(e);
      s.live.insert(s.live.end(), passed.begin(), passed.end());
    });
    std::sort(s.live.begin(), s.live.end());
    s.live.erase(std::unique(s.live.begin(), s.live.end()), s.live.end());
    for (const ValueId v : s.live) keep_.set(v, how_to_keep(v));
  }
}

Keep Lowering::how_to_keep(ValueId v) const {
  switch (body_[v].op) {
    case Op::ConstDouble:
    case Op::ConstInt32:
    case Op::ConstBool:
    case Op::ConstString:
    case Op::ConstBigInt:
    case Op::Undefined:
    case Op::Null:
    case Op::Empty:
      return Keep::Constant;
    case Op::Box:
      return how_to_keep(body_.operand(v, 0)) == Keep::Constant ? Keep::Constant : Keep::Slot;
    case Op::LoadCapture:
    case Op::Callee:
    case Op::HomeObject:
      return Keep::Closure;
    default:
      assert(body_[v].type != Type(Rep::State));
      return Keep::Slot;
  }
}

// --- the resume function ---

void Lowering::clear_entry() {
  Function& f = *resume_;
  // No edge leads to the entry, so none leads from a suspension to what stood in it.
  const BlockId entry = f.entry();
  f.block(entry).unwind = EdgeId();
  while (f.block(entry).first) f.remove(f.block(entry).first);
  const auto append = [&](Op op) {
    const ValueId v = f.make(op, {}, {}, 0);
    f.append(entry, v);
    return v;
  };
  frame_ = append(Op::ResumeFrame);
  mode_ = append(Op::ResumeMode);
  received_ = append(Op::ResumeValue);
  for (const Suspension& s : suspensions_)
    for (const ValueId v : s.live)
      if (keep_.get(v) == Keep::Constant) move_constant(v);
}

void Lowering::move_constant(ValueId v) {
  Function& f = *resume_;
  if (f[v].block == f.entry()) return;
  for (const ValueId operand : f.operands(v)) move_constant(operand);
  if (f[v].block) f.remove(v);
  f.append(f.entry(), v);
}

// Throws what is received, at the suspension.
BlockId Lowering::make_throw(const Suspension& s) {
  Function& f = *resume_;
  const EdgeId unwind = f.block(s.block).unwind;
  if (!unwind && throw_out_) return throw_out_;
  const BlockId block = f.new_block();
  const ValueId operands[] = {received_};
  f.append(block, f.make(Op::Throw, operands, {}, unwind ? f[s.end].position : 0));
  if (unwind)
    f.block(block).unwind = f.new_edge(block, f.edge(unwind).target, f.arguments(unwind));
  else
    throw_out_ = block;
  return block;
}

void Lowering::make_dispatch(Suspension& s) {
  Function& f = *resume_;
  s.on_throw = make_throw(s);
  const auto count = f.edge_count(s.end);
  std::vector<ValueId> arguments;
  uint32_t first = 0;
  const auto lead_on = [&](EdgeId old) {
    const BlockId target = f.edge(old).target;
    const auto passed = f.arguments(old);
    arguments.assign(1, received_);
    arguments.insert(arguments.end(), passed.begin(), passed.end());
    f.block(target).kind = BlockKind::Normal;
    return f.new_edge(s.dispatch, target, arguments);
  };
  first = lead_on(f.edge_of(s.end, 0)).index;
  f.new_edge(s.dispatch, s.on_throw, {});
  if (count > 1) lead_on(f.edge_of(s.end, 1));
  const ValueId operands[] = {mode_};
  f.append(s.dispatch, f.make(Op::Switch, operands, {0, first, count + 1}, f[s.end].position));
}

void Lowering::end_at(const Suspension& s, uint32_t state) {
  Function& f = *resume_;
  if (!f[s.end].block) return;  // it stood in the entry
  const ValueId operands[] = {frame_};
  const auto kind = static_cast<uint32_t>(f[s.end].mode);
  const auto reason = static_cast<LeaveReason>(kind + static_cast<uint32_t>(LeaveReason::Initial));
  f.insert_before(
      s.end, f.make(Op::LeaveFrame, operands, Immediate::of(reason, state), f[s.end].position));
  const ValueId value[] = {f.operand(s.end, 0)};
  f.rewrite(s.end, Op::Return, value, {});
  f.block(s.block).unwind = EdgeId();
}

void Lowering::mark_returns() {
  Function& f = *resume_;
  const ValueId operands[] = {frame_};
  for (const BlockId block : f.blocks()) {
    const ValueId end = f.terminator(block);
    if (end && f[end].op == Op::Return)
      f.insert_before(end, f.make(Op::LeaveFrame, operands, Immediate::of(LeaveReason::Done, 0),
                                  f[end].position));
  }
}

void Lowering::make_resume() {
  resume_id_ = module_.new_function();
  resume_ = &module_.function(resume_id_);
  *resume_ = body_;
  Function& f = *resume_;
  f.self = resume_id_;
  f.info.kind = FunctionKind::Resume;
  f.info.frame.start = body_.self;

  clear_entry();
  mark_returns();
  const ValueId state = f.make(Op::ResumeState, {}, {}, 0);
  f.append(f.entry(), state);
  const auto count = static_cast<uint32_t>(suspensions_.size());
  const auto first = static_cast<uint32_t>(f.edge_count());
  for (Suspension& s : suspensions_) {
    s.dispatch = f.new_block();
    f.new_edge(f.entry(), s.dispatch, {});
  }
  const ValueId operands[] = {state};
  f.append(f.entry(), f.make(Op::Switch, operands, {0, first, count}, 0));
  for (Suspension& s : suspensions_) make_dispatch(s);
  for (uint32_t n = 0; n < count; n++) end_at(suspensions_[n], n);
  remove_unreachable(f);
}

bool Lowering::reads_closure() const {
  for (const Suspension& s : suspensions_)
    for (const ValueId v : s.live)
      if (keep_.get(v) == Keep::Closure) return true;
  for (const BlockId block : resume_->blocks())
    for (ValueId v = resume_->block(block).first; v; v = (*resume_)[v].next) {
      const Op op = (*resume_)[v].op;
      if (op == Op::LoadCapture || op == Op::Callee || op == Op::HomeObject) return true;
    }
  return false;
}

// Values first, the closure in front of them; raw numbers behind.
void Lowering::number_slots() {
  const uint32_t base = reads_closure() ? 1 : 0;
  plan_.value_slots += base;
  std::vector<bool> done(body_.value_count());
  for (const Suspension& s : suspensions_) {
    for (const ValueId v : s.live) {
      if (keep_.get(v) != Keep::Slot || done[v.index]) continue;
      done[v.index] = true;
      plan_.slots.at(v) += FrameSlots::is_raw(body_[v].type.rep()) ? plan_.value_slots : base;
    }
  }
  resume_->info.frame.value_slots = plan_.value_slots;
  resume_->info.frame.raw_slots = plan_.raw_slots;
}

void Lowering::store_slots(const Suspension& s, Reloads& reloads) {
  Function& f = *resume_;
  if (!f[s.end].block) return;  // only the start gets there
  const ValueId leave = f[s.end].previous;
  for (const ValueId v : s.live) {
    if (keep_.get(v) != Keep::Slot || !reloads.is_fresh_at_end(s.block, v)) continue;
    const ValueId operands[] = {frame_, reloads.at_end(s.block, v)};
    f.insert_before(leave, f.make(Op::StoreSlot, operands, Immediate::index(plan_.slots.get(v)),
                                  f[s.end].position));
  }
}

// --- the start ---

void Lowering::finish_start(const Suspension& s, uint32_t state) {
  Function& f = body_;
  const uint32_t position = f[s.end].position;
  const auto insert = [&](Op op, std::initializer_list<ValueId> operands, Immediate immediate) {
    const ValueId v = f.make(op, std::span(operands.begin(), operands.size()), immediate, position);
    f.insert_before(s.end, v);
    return v;
  };
  const bool has_closure_slot = reads_closure();
  const ValueId callee = insert(Op::Callee, {}, {});
  const ValueId frame = insert(Op::NewFrame, {}, Immediate::of(resume_id_));
  if (has_closure_slot) insert(Op::StoreSlot, {frame, callee}, Immediate::index(0));
  for (const ValueId v : s.live)
    if (keep_.get(v) == Keep::Slot)
      insert(Op::StoreSlot, {frame, v}, Immediate::index(plan_.slots.get(v)));
  ValueId result;
  if (is_generator()) {
    insert(Op::LeaveFrame, {frame}, Immediate::of(LeaveReason::Initial, state));
    result = insert(is_async() ? Op::NewAsyncGenerator : Op::NewGenerator, {callee, frame}, {});
  } else {
    result = insert(Op::StartAsync, {frame}, {});
  }
  const ValueId operands[] = {result};
  f.rewrite(s.end, Op::Return, operands, {});
  f.block(s.block).unwind = EdgeId();
}

void Lowering::run() {
  gather_activation();
  join_returns();
  if (!is_generator()) split_entry();
  find_suspensions();
  const Liveness liveness(body_);
  find_live(liveness);
  plan_ = plan_slots(body_, suspensions_, keep_);

  make_resume();
  number_slots();
  Reloads reloads(*resume_, frame_, suspensions_, liveness, keep_, plan_.slots);
  reloads.run();
  for (const Suspension& s : suspensions_) store_slots(s, reloads);

  for (uint32_t n = 0; n < suspensions_.size(); n++)
    if (is_initial(body_, suspensions_[n])) finish_start(suspensions_[n], n);
  remove_unreachable(body_);
  for (Function* f : {&body_, resume_}) {
    remove_copies(module_, *f);
    remove_dead(module_, *f);
    simplify_flow(module_, *f);
  }
}

}  // namespace

bool lower_suspension(Module& module, Function& body) {
  if (body.info.kind == FunctionKind::Resume) return false;
  if (!has(body.info.flags, FunctionFlag::Async) && !has(body.info.flags, FunctionFlag::Generator))
    return false;
  Lowering(module, body).run();
  return true;
}

}  // namespace perry::passes
