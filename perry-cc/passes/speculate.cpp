#include <algorithm>
#include <map>
#include <span>
#include <string_view>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/loops.h"
#include "perry-cc/ir/uses.h"
#include "perry-cc/passes/arithmetic.h"
#include "perry-cc/passes/infer.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/speculation.h"
#include "perry-cc/passes/vocabulary.h"

// Speculates on types where that pays: the function gets two versions of its body in one graph. The
// fast one assumes that values which are computed with are numbers, that arrays are arrays and that
// properties are where the inline cache says. Where an assumption fails, an edge leads to the same
// point of the generic version, which assumes nothing; at the head of each loop it tries to get
// back. So no call stands on the fast version's ways but those of the program, and `types` and
// `integers` unbox what is left.
//
// This file chooses. A value is *wanted* as a number when arithmetic is done with it, directly, or
// through sums and parameters of blocks; wants are spread backwards until nothing changes. Only the
// operations that nothing is known about are checked: parameters, loads, results of calls. Wrong
// choices cost time, never meaning. docs/decisions/0012-speculation.md has the reasons.
namespace perry::passes {

namespace {

// Both versions are compiled. What is bigger than this is rarely hot as a whole.
constexpr size_t kLargest = 1'500;
// Values of functions that take the place of calls, together.
constexpr size_t kMostInlined = 400;
constexpr int kRounds = 12;

constexpr uint32_t kUnknown = UINT32_MAX;

struct KnownRow {
  enum class Kind : uint8_t { Numbers, Reads, Grows };
  std::string_view property;
  uint32_t arguments;
  Kind kind;
};
constexpr KnownRow kKnown[] = {
#define KNOWN(name, property, arguments, kind) {#property, arguments, KnownRow::Kind::kind},
#include "runtime/abi/known.def"
};

class Chooser {
 public:
  Chooser(Module& module, const Function& function)
      : module_(module),
        f_(function),
        inference_(module, function),
        dominators_(function),
        loops_(function, dominators_),
        predecessors_(function),
        uses_(function),
        wanted_(function.value_count()),
        leans_(function.value_count()),
        is_bound_(function.value_count()),
        is_counter_(function.value_count()),
        is_index_(function.value_count()),
        known_(function.value_count(), kUnknown),
        is_of_known_(function.value_count()),
        callees_(function.value_count()),
        fields_(function.value_count()) {}
  SpeculationPlan run();

 private:
  struct Field {
    ir::LiteralId fields;
    uint32_t slot = 0;
    bool is_one_of_several = false;  // of which one check finds out
  };

  // A function whose body may take the place of a call.
  struct Callee {
    const Function* function = nullptr;  // none: it may not
    Arithmetic arithmetic;
    bool wants_numbers = false;  // for itself, whatever it is called with
  };

  bool is_number(ValueId v) const { return is_only(inference_.kinds(v), Kinds::Number); }
  bool may_be_number(ValueId v) const { return may_be(inference_.kinds(v), Kinds::Number); }
  bool leans(ValueId v) const { return leans_[v.index] || wanted_[v.index] || is_number(v); }
  bool is_in_loop(ValueId v) const { return loops_.depth(f_[v].block) > 0; }
  void want(ValueId v) {
    if (wanted_[v.index] || is_number(v) || !may_be_number(v)) return;
    wanted_[v.index] = changed_ = true;
  }
  void lean(ValueId v) {
    if (leans_[v.index]) return;
    leans_[v.index] = changed_ = true;
  }
  template <class F>
  void each_argument(ValueId parameter, F&& f) const;
  bool is_explicit_parameter(ValueId v) const {
    return f_[v].op == Op::BlockParameter &&
           f_[v].first >= f_.block(f_[v].block).implicit_parameters();
  }

  void spread();
  void visit(ValueId v);
  ValueId unconverted(ValueId v) const;
  void find_bounds();
  bool may_leave_int32(ValueId v) const;
  void find_indices();
  void find_known_calls();
  void find_arithmetic_calls();
  Callee read_callee(const Function& function);
  template <class F>
  bool all_arguments(ValueId call, F&& holds) const;
  void visit_arithmetic_call(ValueId v);
  bool is_worth_a_copy(ValueId call) const { return is_in_loop(call) || wanted_[call.index]; }
  bool takes_place(ValueId call) const;
  void make_index(ValueId v);
  bool is_callee(ValueId v) const;
  bool is_read_too(ValueId set) const;
  bool is_source(Op op) const;
  void choose(ValueId v);
  ir::ClassId class_with(std::span<const ValueId> accesses);
  void find_fields();
  void look_for_class(std::span<const ValueId> accesses);
  void settle(std::vector<bool>& set,
              bool (Chooser::*holds)(ValueId, const std::vector<bool>&) const);
  bool stays_number(ValueId v, const std::vector<bool>& numbers) const;
  bool stays_int32(ValueId v, const std::vector<bool>& int32s) const;

  Module& module_;
  const Function& f_;
  Inference inference_;
  ir::Dominators dominators_;
  ir::Loops loops_;
  ir::Predecessors predecessors_;
  ir::Uses uses_;
  std::vector<bool> wanted_;
  std::vector<bool> leans_;       // likely a number, whatever else it may be
  std::vector<bool> is_bound_;    // a loop's counter is compared with it
  std::vector<bool> is_counter_;  // of a loop, and less or more than something is asked for
  std::vector<bool> is_index_;    // an element's key is made of it
  // By call: the row of known.def that it may be a call of. And what such calls are made with.
  std::vector<uint32_t> known_;
  std::vector<bool> is_of_known_;
  std::vector<const Callee*> callees_;  // by call: what may take its place
  std::map<uint32_t, Callee> callees_by_function_;
  size_t inlined_ = 0;
  std::vector<Field> fields_;  // by access to a property: what it most likely is
  std::vector<Assumption::Kind> assumed_;
  SpeculationPlan plan_;
  bool changed_ = false;
  bool pays_ = false;
};

template <class F>
void Chooser::each_argument(ValueId parameter, F&& f) const {
  const BlockId block = f_[parameter].block;
  const uint32_t index = f_[parameter].first - f_.block(block).implicit_parameters();
  for (const EdgeId e : predecessors_.of(block)) f(f_.arguments(e)[index]);
}

// --- wants ---

void Chooser::visit(ValueId v) {
  const Instruction& i = f_[v];
  const auto operand = [&](uint32_t n) { return f_.operand(v, n); };
  switch (i.op) {
    case Op::Binary:
      if (static_cast<BinaryOperator>(i.mode) != BinaryOperator::Add) {
        want(operand(0));
        want(operand(1));
        lean(v);
      } else {
        const bool is_sum = leans(v);
        if (is_sum || leans(operand(0))) want(operand(1));
        if (is_sum || leans(operand(1))) want(operand(0));
        if (leans(operand(0)) && leans(operand(1))) lean(v);
      }
      break;
    case Op::Unary:
    case Op::ToNumeric:
    case Op::ToNumber:
      want(operand(0));
      lean(v);
      break;
    case Op::Compare:
      if (static_cast<Relation>(i.mode) == Relation::In ||
          static_cast<Relation>(i.mode) == Relation::Instanceof)
        break;
      if (leans(operand(0))) want(operand(1));
      if (leans(operand(1))) want(operand(0));
      break;
    case Op::BlockParameter:
      if (!is_explicit_parameter(v)) break;
      each_argument(v, [&](ValueId argument) {
        if (wanted_[v.index]) want(argument);
        if (leans(argument)) lean(v);
      });
      break;
    case Op::CheckInitialized:
      if (leans(operand(0))) lean(v);
      break;
    case Op::Call:
      if (known_[v.index] == kUnknown || kKnown[known_[v.index]].kind == KnownRow::Kind::Grows)
        break;
      lean(v);
      for (uint32_t n = 2; n < i.operand_count; n++) want(operand(n));
      break;
    case Op::CallDirect:
      if (callees_[v.index] != nullptr) visit_arithmetic_call(v);
      break;
    default:
      break;
  }
}

// Of what the callee uses.
template <class F>
bool Chooser::all_arguments(ValueId call, F&& holds) const {
  const Callee& callee = *callees_[call.index];
  return std::ranges::all_of(callee.arithmetic.parameters, [&](ValueId p) {
    return holds(f_.operand(call, (*callee.function)[p].first + 2));
  });
}

void Chooser::visit_arithmetic_call(ValueId v) {
  const Callee& callee = *callees_[v.index];
  const bool none_leans = all_arguments(v, [&](ValueId argument) { return !leans(argument); });
  if (none_leans && !callee.wants_numbers && !wanted_[v.index]) return;
  if (callee.arithmetic.gives_number) lean(v);
  if (!is_worth_a_copy(v)) return;
  all_arguments(v, [&](ValueId argument) {
    want(argument);
    return true;
  });
}

Chooser::Callee Chooser::read_callee(const Function& function) {
  std::optional<Arithmetic> arithmetic = arithmetic_of(function);
  if (!arithmetic) return {};
  Chooser inside(module_, function);
  inside.spread();
  Callee result{&function, std::move(*arithmetic), false};
  for (const ValueId p : result.arithmetic.parameters)
    if (inside.wanted_[p.index]) result.wants_numbers = true;
  return result;
}

// Calls of functions that are arithmetic, with all the arguments that these use.
void Chooser::find_arithmetic_calls() {
  for (const BlockId block : dominators_.order()) {
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) {
      if (f_[v].op != Op::CallDirect) continue;
      const auto [at, is_new] = callees_by_function_.try_emplace(f_[v].first);
      Callee& callee = at->second;
      if (is_new) callee = read_callee(module_.function(FunctionId(f_[v].first)));
      if (callee.function == nullptr) continue;
      const bool has_all = std::ranges::all_of(callee.arithmetic.parameters, [&](ValueId p) {
        const uint32_t n = (*callee.function)[p].first + 2;
        return n < f_[v].operand_count && may_be_number(f_.operand(v, n));
      });
      if (has_all) callees_[v.index] = &callee;
    }
  }
}

// Calls of a property that a known function may be, with as many arguments as it takes.
void Chooser::find_known_calls() {
  for (const BlockId block : dominators_.order()) {
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) {
      if (f_[v].op != Op::Call) continue;
      const ValueId callee = f_.operand(v, 0);
      if (f_[callee].op != Op::GetProp || f_.operand(callee, 0) != f_.operand(v, 1)) continue;
      const auto name = module_.atoms.text(f_[callee].immediate().as<AtomId>());
      for (uint32_t row = 0; row < std::size(kKnown); row++) {
        if (kKnown[row].property != name || kKnown[row].arguments + 2 != f_[v].operand_count)
          continue;
        known_[v.index] = row;
        is_of_known_[callee.index] = true;
        if (kKnown[row].kind == KnownRow::Kind::Numbers)
          is_of_known_[f_.operand(v, 1).index] = true;
      }
    }
  }
}

void Chooser::spread() {
  for (int round = 0; round < kRounds; round++) {
    changed_ = false;
    const auto& order = dominators_.order();
    for (size_t n = order.size(); n-- > 0;)
      for (ValueId v = f_.block(order[n]).last; v; v = f_[v].previous) visit(v);
    if (!changed_) return;
  }
}

// What a value was before it was converted.
ValueId Chooser::unconverted(ValueId v) const {
  while (f_[v].op == Op::Box || f_[v].op == Op::UnboxDouble || f_[v].op == Op::Int32ToDouble ||
         f_[v].op == Op::ToNumeric)
    v = f_.operand(v, 0);
  return v;
}

// What a loop's counter is compared with: as an int32 it makes the counter one.
void Chooser::find_bounds() {
  for (const BlockId block : dominators_.order()) {
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) {
      if (f_[v].op != Op::Compare && f_[v].op != Op::CompareDouble) continue;
      const bool is_order = f_[v].mode >= static_cast<uint16_t>(Relation::Less) &&
                            f_[v].mode <= static_cast<uint16_t>(Relation::GreaterEqual);
      for (uint32_t n = 0; n < 2; n++) {
        const ValueId counter = unconverted(f_.operand(v, n));
        const ir::LoopId loop = loops_.headed_by(f_[counter].block);
        if (f_[counter].op != Op::BlockParameter || !loop) continue;
        is_bound_[f_.operand(v, 1 - n).index] = true;
        if (is_order && loops_.of(block) == loop) is_counter_[counter.index] = true;
      }
    }
  }
}

// Whether an index is a sum that ranges alone won't show to be an int32, as they do for a loop's
// counter that has a limit and the ones beside it.
bool Chooser::may_leave_int32(ValueId v) const {
  const auto op = static_cast<BinaryOperator>(f_[v].mode);
  switch (f_[v].op) {
    case Op::Unary:
      if (static_cast<UnaryOperator>(f_[v].mode) < UnaryOperator::Increment) return false;
      return !is_counter_[unconverted(f_.operand(v, 0)).index];
    case Op::Binary:
      if (op != BinaryOperator::Add && op != BinaryOperator::Subtract) return false;
      break;
    case Op::AddDouble:
    case Op::SubDouble:
      break;
    default:
      return false;
  }
  const ValueId sides[] = {f_.operand(v, 0), f_.operand(v, 1)};
  for (uint32_t n = 0; n < 2; n++)
    if (is_counter_[unconverted(sides[n]).index] && inference_.fact(sides[1 - n]).constant)
      return false;
  return true;
}

void Chooser::make_index(ValueId v) {
  if (is_index_[v.index]) return;
  is_index_[v.index] = changed_ = true;
}

// Whole numbers most likely: keys of elements, and what they are computed from.
void Chooser::find_indices() {
  for (int round = 0; round < kRounds; round++) {
    changed_ = false;
    const auto& order = dominators_.order();
    for (size_t n = order.size(); n-- > 0;) {
      for (ValueId v = f_.block(order[n]).last; v; v = f_[v].previous) {
        const Instruction& i = f_[v];
        const bool is_element = i.op == Op::GetElem || i.op == Op::SetElem;
        if (is_element && is_in_loop(v) && leans(f_.operand(v, 1))) make_index(f_.operand(v, 1));
        if (!is_index_[v.index]) continue;
        const auto op = static_cast<BinaryOperator>(i.mode);
        const bool is_sum =
            i.op == Op::AddDouble || i.op == Op::SubDouble ||
            (i.op == Op::Binary && (op == BinaryOperator::Add || op == BinaryOperator::Subtract));
        if (is_sum || i.op == Op::Box || i.op == Op::UnboxDouble || i.op == Op::ToNumeric ||
            (i.op == Op::Unary && static_cast<UnaryOperator>(i.mode) != UnaryOperator::Negate))
          for (const ValueId operand : f_.operands(v)) make_index(operand);
        if (is_explicit_parameter(v)) each_argument(v, [&](ValueId a) { make_index(a); });
      }
    }
    if (!changed_) return;
  }
}

// --- assumptions ---

// Whether the body of what is called should take the call's place.
bool Chooser::takes_place(ValueId call) const {
  const Callee* callee = callees_[call.index];
  if (callee == nullptr || inlined_ + callee->function->value_count() > kMostInlined) return false;
  return is_worth_a_copy(call) &&
         all_arguments(call, [&](ValueId argument) { return leans(argument); });
}

bool Chooser::is_callee(ValueId v) const {
  for (const ir::Use& use : uses_.of(v)) {
    if (!use.user) continue;
    const Op op = f_[use.user].op;
    if ((op == Op::Call || op == Op::CallDirect || op == Op::Construct) &&
        f_.operand(use.user, 0) == v)
      return true;
  }
  return false;
}

// A property that is read from the same object is there already, most likely.
bool Chooser::is_read_too(ValueId set) const {
  const ValueId object = f_.operand(set, 0);
  for (const ir::Use& use : uses_.of(object))
    if (use.user && f_[use.user].op == Op::GetProp && f_[use.user].first == f_[set].first)
      return true;
  return false;
}

bool Chooser::is_source(Op op) const {
  switch (op) {
    case Op::Parameter:
    case Op::LoadCapture:
    case Op::LoadBox:
    case Op::LoadModule:
    case Op::CheckInitialized:
    case Op::CallDirect:
      return true;
    default:
      return false;
  }
}

void Chooser::choose(ValueId v) {
  using Check = Assumption::Check;
  using Kind = Assumption::Kind;
  const Instruction& i = f_[v];
  const Kind number = is_bound_[v.index] || is_index_[v.index] ? Kind::Int32 : Kind::Number;
  const bool is_wanted = wanted_[v.index] && i.type.rep() == Rep::Boxed;
  const Field& field = fields_[v.index];
  const auto assume = [&](Check check, Kind kind) {
    plan_.assumptions.push_back({v, check, kind, 0, field.fields, field.slot});
    if (kind != Kind::Any || i.op == Op::GetElem || i.op == Op::SetElem) pays_ = true;
    if (field.is_one_of_several) pays_ = true;
  };
  switch (i.op) {
    case Op::GetProp:
      if (is_wanted) {
        assume(Check::Attempt, number);
        plan_.assumptions.back().is_length = module_.atoms.text(AtomId(i.first)) == "length";
      } else if (is_of_known_[v.index] || field.fields || (is_in_loop(v) && !is_callee(v))) {
        assume(Check::Attempt, Kind::Any);
      }
      return;
    case Op::LoadGlobal:
      if (is_of_known_[v.index]) assume(Check::Attempt, Kind::Any);
      return;
    case Op::Call:
      if (known_[v.index] != kUnknown) {
        const bool of_numbers = kKnown[known_[v.index]].kind == KnownRow::Kind::Numbers;
        assume(Check::Attempt, is_wanted || of_numbers ? number : Kind::Any);
        plan_.assumptions.back().known = known_[v.index];
        plan_.assumptions.back().takes_numbers = of_numbers;
        pays_ = pays_ || is_in_loop(v);
      } else if (is_wanted) {
        assume(Check::Result, number);
      }
      return;
    case Op::GetElem:
      if (leans(f_.operand(v, 1)) && (is_wanted || is_in_loop(v)))
        assume(Check::Attempt, is_wanted ? number : Kind::Any);
      return;
    case Op::SetElem:
      if (leans(f_.operand(v, 1)) && is_in_loop(v)) assume(Check::Attempt, Kind::Any);
      return;
    case Op::SetProp:
      if (field.fields || is_read_too(v)) assume(Check::Attempt, Kind::Any);
      return;
    case Op::CallDirect:
      if (takes_place(v)) {
        const Callee& callee = *callees_[v.index];
        assume(Check::Attempt, callee.arithmetic.gives_number ? number : Kind::Any);
        plan_.assumptions.back().callee = callee.function;
        inlined_ += callee.function->value_count();
        pays_ = true;
        return;
      }
      [[fallthrough]];
    default:
      if (is_wanted && is_source(i.op))
        assume(Check::Result, number);
      else if (is_index_[v.index] && is_in_loop(v) && may_leave_int32(v))
        assume(Check::Result, Kind::Int32);
      return;
  }
}

// The class that has all of these properties as its fields, if there is just one.
ir::ClassId Chooser::class_with(std::span<const ValueId> accesses) {
  // Slots of bigger instances are elsewhere.
  constexpr size_t kMostFields = 64;
  ir::ClassId found;
  for (const ir::ClassId c : module_.classes_with(AtomId(f_[accesses[0]].first))) {
    const ir::ClassLayout& layout = module_.classes[c];
    if (layout.is_derived || layout.base || layout.fields.size() > kMostFields) continue;
    const bool has_all = std::ranges::all_of(accesses, [&](ValueId v) {
      return std::ranges::find(layout.fields, AtomId(f_[v].first)) != layout.fields.end();
    });
    if (!has_all) continue;
    if (found) return ir::ClassId();
    found = c;
  }
  return found;
}

// Those properties of one object that are no class's fields say nothing about the others: a derived
// class has them beside its base's.
void Chooser::look_for_class(std::span<const ValueId> accesses) {
  std::vector<ValueId> of_classes;
  for (const ValueId v : accesses)
    if (class_with({&v, 1}) || module_.classes_with(AtomId(f_[v].first)).size() > 1)
      of_classes.push_back(v);
  if (of_classes.empty()) return;
  const ir::ClassId c = class_with(of_classes);
  if (!c) return;
  const auto& fields = module_.classes[c].fields;
  for (const ValueId v : of_classes) {
    const auto at = std::ranges::find(fields, AtomId(f_[v].first));
    fields_[v.index] = {module_.fields_of(c), static_cast<uint32_t>(at - fields.begin()),
                        of_classes.size() > 1};
  }
}

// Objects of which only fields of one class are looked at are most likely of that class. What runs
// once asks in loops alone.
void Chooser::find_fields() {
  const bool runs_once = f_.info.kind != ir::FunctionKind::Function;
  std::map<uint32_t, std::vector<ValueId>> by_object;
  for (const BlockId block : dominators_.order()) {
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) {
      if (f_[v].op != Op::GetProp && f_[v].op != Op::SetProp) continue;
      if (is_callee(v) || (runs_once && !is_in_loop(v))) continue;
      // A fresh object gets its fields one after another.
      const ValueId object = f_.operand(v, 0);
      if (f_[object].op != Op::NewReceiver) by_object[object.index].push_back(v);
    }
  }
  for (const auto& [object, list] : by_object) look_for_class(list);
}

// --- what follows from them ---

// Takes out of the set what does not follow, until nothing changes.
void Chooser::settle(std::vector<bool>& set,
                     bool (Chooser::*holds)(ValueId, const std::vector<bool>&) const) {
  for (bool is_settled = false; !is_settled;) {
    is_settled = true;
    for (const BlockId block : dominators_.order()) {
      for (ValueId v = f_.block(block).first; v; v = f_[v].next) {
        if (!set[v.index] || (this->*holds)(v, set)) continue;
        set[v.index] = is_settled = false;
      }
    }
  }
}

bool Chooser::stays_number(ValueId v, const std::vector<bool>& numbers) const {
  if (is_number(v) || assumed_[v.index] != Assumption::Kind::Any) return true;
  const auto operand = [&](uint32_t n) { return numbers[f_.operand(v, n).index]; };
  switch (f_[v].op) {
    case Op::Binary:
      return operand(0) && operand(1);
    case Op::Unary:
    case Op::ToNumeric:
    case Op::CheckInitialized:
      return operand(0);
    case Op::BlockParameter: {
      bool all = is_explicit_parameter(v);
      if (all) each_argument(v, [&](ValueId argument) { all = all && numbers[argument.index]; });
      return all;
    }
    default:
      return false;
  }
}

bool Chooser::stays_int32(ValueId v, const std::vector<bool>& int32s) const {
  if (assumed_[v.index] == Assumption::Kind::Int32 || f_[v].type == Type(Rep::Int32)) return true;
  const auto operand = [&](uint32_t n) { return int32s[f_.operand(v, n).index]; };
  if (const auto& constant = inference_.fact(v).constant)
    return constant->kind == Constant::Kind::Number && fits(*constant, Rep::Int32);
  switch (f_[v].op) {
    case Op::Binary: {
      const auto op = static_cast<BinaryOperator>(f_[v].mode);
      if (op == BinaryOperator::Add || op == BinaryOperator::Subtract)
        return operand(0) && operand(1);
      return op >= BinaryOperator::BitAnd && op < BinaryOperator::ShiftRightUnsigned;
    }
    case Op::AddDouble:
    case Op::SubDouble:
      return operand(0) && operand(1);
    case Op::Unary:
      return operand(0) && static_cast<UnaryOperator>(f_[v].mode) != UnaryOperator::Negate;
    case Op::Box:
    case Op::UnboxDouble:
    case Op::Int32ToDouble:
    case Op::ToNumeric:
      return operand(0);
    case Op::BlockParameter: {
      bool all = is_explicit_parameter(v);
      if (all) each_argument(v, [&](ValueId argument) { all = all && int32s[argument.index]; });
      return all;
    }
    default:
      return false;
  }
}

SpeculationPlan Chooser::run() {
  find_known_calls();
  find_arithmetic_calls();
  spread();
  find_bounds();
  find_indices();
  find_fields();
  for (const BlockId block : dominators_.order())
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) choose(v);
  if (!pays_) return {};
  assumed_.resize(f_.value_count());
  for (const Assumption& a : plan_.assumptions) assumed_[a.value.index] = a.kind;
  plan_.known_numbers.resize(f_.value_count());
  for (const BlockId block : dominators_.order())
    for (ValueId v = f_.block(block).first; v; v = f_[v].next)
      plan_.known_numbers[v.index] = is_number(v);
  plan_.numbers.assign(f_.value_count(), true);
  settle(plan_.numbers, &Chooser::stays_number);
  plan_.int32s = plan_.numbers;
  settle(plan_.int32s, &Chooser::stays_int32);
  return std::move(plan_);
}

bool may_speculate(const Function& f) {
  if (f.value_count() > kLargest || f.info.kind == ir::FunctionKind::Resume) return false;
  if (has(f.info.flags, FunctionFlag::Async) || has(f.info.flags, FunctionFlag::Generator))
    return false;
  for (const BlockId block : f.blocks())
    if (!f.block(block).unwind.is_none() || f.block(block).kind != BlockKind::Normal ||
        f[f.terminator(block)].op == Op::Suspend)
      return false;
  return true;
}

}  // namespace

SpeculationPlan plan_speculation(Module& module, const Function& function) {
  if (!may_speculate(function)) return {};
  return Chooser(module, function).run();
}

bool speculate(Module& module, Function& body) {
  const SpeculationPlan plan = plan_speculation(module, body);
  if (plan.assumptions.empty()) return false;
  make_versions(body, plan);
  return true;
}

}  // namespace perry::passes
