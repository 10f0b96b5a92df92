#include "perry-cc/ir/verify.h"

#include "perry-cc/ir/check.h"
#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/print.h"

// Four walks over the function: the shape of its lists and edges first, because everything after
// trusts them; then each instruction against its row; then what may throw where; then that every
// value is made before it is used. Each looks at an instruction a constant number of times.
namespace perry::ir {

namespace {

class Verifier {
 public:
  Verifier(const Module& module, FunctionId id, size_t limit)
      : module_(module), function_(module.function(id)), id_(id), limit_(limit) {}

  std::vector<Fault> run();

 private:
  void fault(BlockId block, ValueId value, std::string message) {
    if (faults_.size() < limit_) faults_.push_back({id_, block, value, std::move(message)});
  }
  bool is_full() const { return faults_.size() >= limit_; }

  void verify_shape();
  void verify_list(BlockId id);
  void verify_edges(BlockId id);
  void verify_edge(BlockId id, EdgeId edge_id, BlockKind wanted);
  void verify_rows();
  void verify_tables(const Instruction& i, ValueId value);
  void verify_suspension(const Instruction& i, ValueId value);
  void verify_arguments(BlockId block);
  void verify_throws();
  void verify_dominance();

  const Module& module_;
  const Function& function_;
  FunctionId id_;
  size_t limit_;
  std::vector<Fault> faults_;
  std::vector<uint32_t> places_;  // of instructions within their block, from one
};

std::vector<Fault> Verifier::run() {
  if (function_.block_count() == 0 || function_.block(function_.entry()).removed) {
    fault(BlockId(), ValueId(), "has no entry block");
    return std::move(faults_);
  }
  verify_shape();
  if (faults_.empty()) verify_rows();
  if (faults_.empty()) {
    verify_throws();
    verify_dominance();
  }
  return std::move(faults_);
}

// --- shape ---

void Verifier::verify_shape() {
  places_.resize(function_.value_count());
  for (const BlockId block : function_.blocks()) {
    verify_list(block);
    if (is_full()) return;
  }
  const Block& entry = function_.block(function_.entry());
  if (entry.parameter_count != 0 || entry.kind != BlockKind::Normal)
    fault(function_.entry(), ValueId(), "the entry has parameters");
  if (!faults_.empty()) return;
  for (const BlockId block : function_.blocks()) {
    verify_edges(block);
    if (is_full()) return;
  }
}

void Verifier::verify_list(BlockId id) {
  const Block& block = function_.block(id);
  uint32_t parameters = 0;
  uint32_t place = 0;
  ValueId before;
  for (ValueId v = block.first; v; v = function_[v].next) {
    if (!function_.contains(v) || places_[v.index] != 0) {
      fault(id, ValueId(), "its list of instructions is damaged");
      return;
    }
    const Instruction& i = function_[v];
    places_[v.index] = ++place;
    if (i.block != id || i.previous != before) fault(id, v, "is linked wrongly");
    if (i.op == Op::BlockParameter) {
      if (parameters + 1 != place) fault(id, v, "a parameter stands behind other instructions");
      if (i.first != parameters) fault(id, v, "the parameter has a wrong number");
      parameters++;
    }
    if (ends_block(i.op) && i.next) fault(id, v, "instructions stand behind the block's end");
    if (is_full()) return;
    before = v;
  }
  if (block.last != before) fault(id, ValueId(), "its list of instructions is damaged");
  if (block.parameter_count != parameters) fault(id, ValueId(), "counts its parameters wrongly");
  if (parameters < block.implicit_parameters())
    fault(id, ValueId(),
          block.kind == BlockKind::Handler
              ? "a handler has no parameter for the exception"
              : "a resume block has no parameter for the value sent in");
  if (function_.terminator(id).is_none()) fault(id, ValueId(), "has no end");
}

void Verifier::verify_edges(BlockId id) {
  const ValueId end = function_.terminator(id);
  const bool suspends = function_[end].op == Op::Suspend;
  const uint32_t count = function_.edge_count(end);
  if (uint64_t{function_[end].first} + count > function_.edge_count() && count > 0) {
    fault(id, end, "has edges that do not exist");
    return;
  }
  for (uint32_t i = 0; i < count; i++)
    verify_edge(id, function_.edge_of(end, i), suspends ? BlockKind::Resume : BlockKind::Normal);
  if (const EdgeId unwind = function_.block(id).unwind) {
    if (unwind.index < function_.edge_count())
      verify_edge(id, unwind, BlockKind::Handler);
    else
      fault(id, ValueId(), "has an unwind edge that does not exist");
  }
}

void Verifier::verify_edge(BlockId id, EdgeId edge_id, BlockKind wanted) {
  static constexpr const char* kWays[] = {"a jump", "an unwind edge", "a suspension"};
  const Edge& edge = function_.edge(edge_id);
  if (edge.source != id) fault(id, ValueId(), "an edge names another block as its source");
  if (edge.target.index >= function_.block_count() || function_.block(edge.target).removed) {
    fault(id, ValueId(), "an edge leads to no block");
    return;
  }
  if (edge.target == function_.entry()) fault(id, ValueId(), "an edge leads to the entry");
  const Block& target = function_.block(edge.target);
  const auto name = [&] {
    return "block" + std::to_string(TextNumbers(function_).of(edge.target));
  };
  if (target.kind != wanted)
    fault(id, ValueId(), name() + " can't be entered by " + kWays[static_cast<size_t>(wanted)]);
  const uint32_t explicit_parameters = target.parameter_count - target.implicit_parameters();
  if (edge.argument_count != explicit_parameters)
    fault(id, ValueId(),
          "passes " + std::to_string(edge.argument_count) + " arguments to " + name() +
              ", which takes " + std::to_string(explicit_parameters));
}

// --- rows ---

void Verifier::verify_rows() {
  for (const BlockId block : function_.blocks()) {
    for (ValueId v = function_.block(block).first; v && !is_full(); v = function_[v].next) {
      if (std::string misfit = explain_misfit(function_, v); !misfit.empty()) {
        fault(block, v, std::move(misfit));
        continue;
      }
      for (const ValueId operand : function_.operands(v))
        if (function_[operand].block.is_none()) fault(block, v, "uses a value that was removed");
      verify_tables(function_[v], v);
    }
    verify_arguments(block);
    if (is_full()) return;
  }
}

void Verifier::verify_tables(const Instruction& i, ValueId value) {
  const auto check = [&](uint32_t index, size_t size, const char* what) {
    if (index >= size) fault(i.block, value, std::string("there is no such ") + what);
  };
  const size_t atoms = module_.atoms.size();
  const FunctionInfo& info = function_.info;
  switch (op_info(i.op).immediate) {
    case ImmediateKind::Atom:
    case ImmediateKind::AtomStrict:
      check(i.first, atoms, "text");
      break;
    case ImmediateKind::RegExp:
      check(i.first, atoms, "text");
      check(i.second, atoms, "text");
      break;
    case ImmediateKind::Error:
      if (i.first != AtomId::kNone) check(i.first, atoms, "text");
      break;
    case ImmediateKind::Function:
      check(i.first, module_.function_count(), "function");
      break;
    case ImmediateKind::Literal:
      check(i.first, module_.literals.size(), "literal");
      break;
    case ImmediateKind::Template:
      check(i.first, module_.templates.size(), "template");
      break;
    case ImmediateKind::Data:
      check(i.first, module_.data.size(), "data");
      break;
    case ImmediateKind::ModuleBinding:
      check(i.first, module_.bindings.size(), "binding");
      break;
    default:
      break;
  }
  if (const ClassId class_id = i.type.class_id())
    check(class_id.index, module_.classes.size(), "class");
  if (is_full() || !faults_.empty()) return;
  verify_suspension(i, value);
  if (i.op == Op::NewObject && i.operand_count != module_.literals[LiteralId(i.first)].keys.size())
    fault(i.block, value, "does not give each key of its literal a value");
  if (i.op == Op::LoadCapture) {
    if (i.first >= info.captures.size())
      fault(i.block, value, "there is no such capture");
    else if ((info.captures[i.first].kind == Capture::Kind::Box) != (i.type == Rep::Cell))
      fault(i.block, value, "has the wrong type for the capture");
  }
  if (i.op == Op::NewFunction || i.op == Op::NewClass) {
    const auto& captures = module_.function(FunctionId(i.first)).info.captures;
    const uint32_t skipped = i.op == Op::NewClass ? 1 : 0;
    if (i.operand_count - skipped != captures.size()) {
      fault(i.block, value, "does not give each capture of its function a value");
      return;
    }
    const auto operands = function_.operands(value);
    for (uint32_t n = 0; n < captures.size(); n++) {
      const Type type = function_[operands[n + skipped]].type;
      if ((captures[n].kind == Capture::Kind::Box) != (type == Rep::Cell))
        fault(i.block, value, "capture " + std::to_string(n) + " has the wrong type");
    }
  }
}

void Verifier::verify_suspension(const Instruction& i, ValueId value) {
  const FunctionInfo& info = function_.info;
  switch (i.op) {
    case Op::Suspend:
      if (info.kind == FunctionKind::Resume ||
          (!has(info.flags, FunctionFlag::Async) && !has(info.flags, FunctionFlag::Generator)))
        fault(i.block, value, "stands in a function that can't suspend");
      break;
    case Op::ResumeFrame:
    case Op::ResumeState:
    case Op::ResumeMode:
    case Op::ResumeValue:
      if (info.kind != FunctionKind::Resume)
        fault(i.block, value, "stands outside of a resume function");
      break;
    case Op::NewFrame:
      if (module_.function(FunctionId(i.first)).info.kind != FunctionKind::Resume)
        fault(i.block, value, "names a function that is no resume function");
      break;
    case Op::LoadSlot:
    case Op::StoreSlot: {
      const Instruction& frame = function_[function_.operand(value, 0)];
      const bool is_new = frame.op == Op::NewFrame;
      if (!is_new && frame.op != Op::ResumeFrame) {
        fault(i.block, value, "its frame is neither new nor the function's own");
        break;
      }
      const FrameSlots& slots =
          (is_new ? module_.function(FunctionId(frame.first)).info : info).frame;
      const Rep rep =
          (i.op == Op::LoadSlot ? i.type : function_[function_.operand(value, 1)].type).rep();
      const bool is_value = i.first < slots.value_slots;
      if (i.first >= uint64_t{slots.value_slots} + slots.raw_slots)
        fault(i.block, value, "there is no such slot");
      else if (is_value == FrameSlots::is_raw(rep))
        fault(i.block, value, "the slot holds " + std::string(is_value ? "values" : "numbers"));
      break;
    }
    default:
      break;
  }
}

void Verifier::verify_arguments(BlockId block) {
  function_.each_edge(block, [&](EdgeId id) {
    const Edge& edge = function_.edge(id);
    ValueId parameter = function_.first_parameter(edge.target);
    for (uint32_t n = function_.block(edge.target).implicit_parameters(); n > 0; n--)
      parameter = function_.next_parameter(parameter);
    uint32_t number = 0;
    for (const ValueId argument : function_.arguments(id)) {
      number++;
      if (!function_.contains(argument) || function_[argument].block.is_none())
        fault(block, ValueId(), "argument " + std::to_string(number) + " of an edge is no value");
      else if (!function_[argument].type.fits(function_[parameter].type))
        fault(block, ValueId(),
              "argument " + std::to_string(number) + " of an edge is " +
                  type_text(function_[argument].type) + " instead of " +
                  type_text(function_[parameter].type));
      parameter = function_.next_parameter(parameter);
    }
  });
}

// --- what may throw where ---

void Verifier::verify_throws() {
  for (const BlockId block : function_.blocks()) {
    const EdgeId unwind = function_.block(block).unwind;
    if (unwind.is_none()) continue;
    const ValueId end = function_.terminator(block);
    ValueId thrower;
    for (ValueId v = function_.first_instruction(block); v; v = function_[v].next) {
      if (!may_throw(function_[v].op)) continue;
      if (thrower)
        fault(block, v, "two operations of a protected block may throw");
      else if (v != end && function_[v].next != end)
        fault(block, v, "may throw, but does not stand last in its protected block");
      thrower = v;
    }
    // The handler must not be given what was not made when it threw.
    for (const ValueId argument : function_.arguments(unwind))
      if (argument == thrower)
        fault(block, thrower, "the unwind edge passes the value of the operation that throws");
    if (is_full()) return;
  }
}

// --- dominance ---

void Verifier::verify_dominance() {
  const Dominators dominators(function_);
  const auto reaches = [&](ValueId value, BlockId block) {
    return dominators.dominates(function_[value].block, block);
  };
  for (const BlockId block : function_.blocks()) {
    if (!dominators.is_reachable(block)) continue;
    for (ValueId v = function_.block(block).first; v; v = function_[v].next) {
      uint32_t number = 0;
      for (const ValueId operand : function_.operands(v)) {
        number++;
        const bool is_made = function_[operand].block == block
                                 ? places_[operand.index] < places_[v.index]
                                 : reaches(operand, block);
        if (!is_made)
          fault(block, v, "operand " + std::to_string(number) + " is not made on every way here");
      }
      if (is_full()) return;
    }
    function_.each_edge(block, [&](EdgeId edge) {
      uint32_t number = 0;
      for (const ValueId argument : function_.arguments(edge)) {
        number++;
        if (!reaches(argument, block))
          fault(block, ValueId(),
                "argument " + std::to_string(number) + " of an edge is not made on every way here");
      }
    });
  }
}

}  // namespace

std::vector<Fault> verify_function(const Module& module, FunctionId id, size_t limit) {
  return Verifier(module, id, limit).run();
}

std::vector<Fault> verify(const Module& module) {
  std::vector<Fault> all;
  for (uint32_t i = 0; i < module.function_count(); i++) {
    std::vector<Fault> faults = verify_function(module, FunctionId(i));
    all.insert(all.end(), faults.begin(), faults.end());
  }
  return all;
}

std::string fault_text(const Module& module, const Fault& fault) {
  const Function& function = module.function(fault.function);
  std::string text = "function " + std::to_string(fault.function.index);
  if (function.info.name) {
    text += ' ';
    append_quoted(text, module.atoms.text(function.info.name));
  }
  const TextNumbers numbers(function);
  if (fault.block) text += ", block" + std::to_string(numbers.of(fault.block));
  if (fault.value) {
    text += ", ";
    const uint32_t number = numbers.of(fault.value);
    if (number != UINT32_MAX) text += 'v' + std::to_string(number) + " = ";
    text += op_info(function[fault.value].op).text;
  }
  return text + ": " + fault.message;
}

}  // namespace perry::ir
