#include "perry-cc/passes/infer.h"

#include "perry-cc/passes/vocabulary.h"

namespace perry::passes {

Kinds kinds_of_type(Type type) {
  switch (type.rep()) {
    case Rep::Double:
    case Rep::Int32:
      return Kinds::Number;
    case Rep::Bool:
      return Kinds::Bool;
    case Rep::String:
      return Kinds::String;
    case Rep::Symbol:
      return Kinds::Symbol;
    case Rep::BigInt:
      return Kinds::BigInt;
    case Rep::Object:
      return Kinds::Object;
    default:
      return Kinds::All;
  }
}

bool may_make_empty(Op op) {
  switch (op) {
    case Op::Empty:
    case Op::Parameter:
    case Op::LoadBox:
    case Op::LoadCapture:
    case Op::LoadModule:
    case Op::IteratorStep:
    case Op::IteratorResult:
    case Op::IteratorReturn:
    case Op::ForInStep:
    case Op::DisposeStep:
    case Op::CallEval:
    case Op::TryGetProp:
    case Op::TryGetElem:
    case Op::TryGetElemView:
    case Op::TryLoadGlobal:
    case Op::TryCall:
    case Op::ViewBias:
      return true;
    default:
      return false;
  }
}

Fact Fact::of(const Constant& constant) {
  static constexpr Kinds kKinds[] = {Kinds::Empty, Kinds::Undefined, Kinds::Null,
                                     Kinds::Bool,  Kinds::Number,    Kinds::String};
  return {kKinds[static_cast<size_t>(constant.kind)], constant};
}

Fact join(const Fact& a, const Fact& b) {
  if (a.kinds == Kinds::None) return b;
  if (b.kinds == Kinds::None) return a;
  Fact both{a.kinds | b.kinds, std::nullopt};
  if (a.constant && a.constant == b.constant) both.constant = a.constant;
  return both;
}

Inference::Inference(Module& module, const Function& function)
    : module_(module),
      f_(function),
      uses_(function),
      facts_(function.value_count()),
      runs_(function.block_count()),
      edge_runs_(function.edge_count()) {
  run();
}

void Inference::run() {
  enter(f_.entry());
  while (!blocks_.empty() || !values_.empty()) {
    // Values first: what a block's end decides is then better known.
    if (!values_.empty()) {
      const ValueId v = values_.back();
      values_.pop_back();
      for (const ir::Use& use : uses_.of(v)) {
        if (use.edge) {
          if (runs(use.edge)) pass_arguments(use.edge);
        } else if (runs(f_[use.user].block)) {
          visit(use.user);
        }
      }
      continue;
    }
    const BlockId block = blocks_.back();
    blocks_.pop_back();
    for (ValueId v = f_.block(block).first; v; v = f_[v].next) visit(v);
    if (f_.block(block).unwind) reach(f_.block(block).unwind);
  }
}

void Inference::enter(BlockId block) {
  if (runs_[block.index]) return;
  runs_[block.index] = true;
  blocks_.push_back(block);
}

void Inference::reach(EdgeId edge) {
  if (edge_runs_[edge.index]) return;
  edge_runs_[edge.index] = true;
  pass_arguments(edge);
  enter(f_.edge(edge).target);
}

void Inference::pass_arguments(EdgeId edge) {
  const BlockId target = f_.edge(edge).target;
  ValueId p = f_.first_parameter(target);
  if (f_.block(target).implicit_parameters() > 0) p = f_.next_parameter(p);
  for (const ValueId argument : f_.arguments(edge)) {
    grow(p, facts_[argument.index]);
    p = f_.next_parameter(p);
  }
}

void Inference::grow(ValueId id, const Fact& fact) {
  Fact& mine = facts_[id.index];
  Fact both = join(mine, fact);
  if (both == mine) return;
  mine = both;
  values_.push_back(id);
}

void Inference::visit(ValueId id) {
  const Instruction& i = f_[id];
  if (ends_block(i.op)) {
    follow_end(id);
    return;
  }
  if (i.op == Op::BlockParameter) {
    // The exception, or what was sent in.
    if (i.first < f_.block(i.block).implicit_parameters()) grow(id, Fact::of(Kinds::Value));
    return;
  }
  if (i.type != Type()) grow(id, compute(id));
}

void Inference::follow_end(ValueId id) {
  const Instruction& i = f_[id];
  const uint32_t count = f_.edge_count(id);
  if (i.op == Op::Branch || i.op == Op::Switch) {
    const Fact& condition = fact(f_.operand(id, 0));
    if (condition.kinds == Kinds::None) return;
    if (condition.constant) {
      uint32_t which = 0;
      if (i.op == Op::Branch)
        which = condition.constant->boolean ? 0 : 1;
      else if (condition.constant->number >= 0 && condition.constant->number < count)
        which = static_cast<uint32_t>(condition.constant->number);
      else
        which = count - 1;
      reach(f_.edge_of(id, which));
      return;
    }
  }
  for (uint32_t n = 0; n < count; n++) reach(f_.edge_of(id, n));
}

Fact Inference::compute(ValueId id) {
  if (const auto constant = constant_of(f_, id)) return Fact::of(*constant);
  const Instruction& i = f_[id];
  constants_.clear();
  for (const ValueId operand : f_.operands(id)) {
    const Fact& fact = facts_[operand.index];
    // Not reached yet: what comes of it is not known to come of anything.
    if (fact.kinds == Kinds::None && f_[operand].type != Type(Rep::State)) return Fact();
    if (fact.constant) constants_.push_back(*fact.constant);
  }
  if (i.operand_count > 0 && constants_.size() == i.operand_count)
    if (const auto constant = evaluate(module_, i.op, i.immediate(), constants_))
      return Fact::of(*constant);
  if (const auto decided = decide(id)) return Fact::of(Constant::of(*decided));
  return Fact::of(computed_kinds(id) & kinds_of_type(i.type));
}

// Tests that the kinds of their operands decide.
std::optional<bool> Inference::decide(ValueId id) const {
  const Instruction& i = f_[id];
  const auto is_kind = [&](Kinds wanted) -> std::optional<bool> {
    const Kinds operand = kinds(f_.operand(id, 0));
    if (!may_be(operand, wanted)) return false;
    if (is_only(operand, wanted)) return true;
    return std::nullopt;
  };
  switch (i.op) {
    case Op::IsNumber:
      return is_kind(Kinds::Number);
    case Op::IsBool:
      return is_kind(Kinds::Bool);
    case Op::IsString:
      return is_kind(Kinds::String);
    case Op::IsObject:
      return is_kind(Kinds::Object);
    case Op::IsUndefined:
      return is_kind(Kinds::Undefined);
    case Op::IsNull:
      return is_kind(Kinds::Null);
    case Op::IsNullish:
      return is_kind(Kinds::Nullish);
    case Op::IsEmpty:
      return is_kind(Kinds::Empty);
    case Op::IsCallable:
      if (!may_be(kinds(f_.operand(id, 0)), Kinds::Object)) return false;
      return std::nullopt;
    case Op::ToBoolean: {
      const Kinds operand = kinds(f_.operand(id, 0));
      if (is_only(operand, Kinds::Nullish)) return false;
      if (is_only(operand, Kinds::Object | Kinds::Symbol)) return true;
      return std::nullopt;
    }
    case Op::StrictEqual:
    case Op::SameReference:
      if (!may_be(kinds(f_.operand(id, 0)), kinds(f_.operand(id, 1)))) return false;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

Kinds Inference::kinds_of_binary(BinaryOperator op, Kinds a, Kinds b) const {
  // Objects may turn into anything that isn't one.
  const Kinds open = Kinds::BigInt | Kinds::Object;
  if (op == BinaryOperator::Add) {
    if (is_only(a, Kinds::String) || is_only(b, Kinds::String)) return Kinds::String;
    Kinds sum = Kinds::None;
    if (may_be(a | b, Kinds::String | Kinds::Object)) sum = sum | Kinds::String;
    if (may_be(a, open) && may_be(b, open)) sum = sum | Kinds::BigInt;
    if (!is_only(a, Kinds::BigInt) && !is_only(b, Kinds::BigInt)) sum = sum | Kinds::Number;
    return sum;
  }
  // BigInts don't mix with numbers, and have no `>>>`.
  if (op == BinaryOperator::ShiftRightUnsigned || !may_be(a, open) || !may_be(b, open))
    return Kinds::Number;
  if (is_only(a, Kinds::BigInt) || is_only(b, Kinds::BigInt)) return Kinds::BigInt;
  return Kinds::Numeric;
}

Kinds Inference::computed_kinds(ValueId id) const {
  const Instruction& i = f_[id];
  const auto operand = [&](uint32_t n) { return kinds(f_.operand(id, n)); };
  const auto numeric_of = [&](Kinds from) {
    if (!may_be(from, Kinds::BigInt | Kinds::Object)) return Kinds::Number;
    return is_only(from, Kinds::BigInt) ? Kinds::BigInt : Kinds::Numeric;
  };
  switch (i.op) {
    case Op::Box:
      return operand(0);
    case Op::Binary:
      return kinds_of_binary(static_cast<BinaryOperator>(i.mode), operand(0), operand(1));
    case Op::Unary:
    case Op::ToNumeric:
      return numeric_of(operand(0));
    case Op::ToPropertyKey:
      return Kinds::String | Kinds::Symbol | Kinds::Number;
    case Op::CheckInitialized:
    case Op::CheckThis:
      return operand(0) - Kinds::Empty;
    case Op::CheckCoercible:
      return operand(0) - Kinds::Nullish;
    case Op::CheckCallable:
    case Op::SuperConstructor:
      return Kinds::Value;
    case Op::BindThis:
      return operand(1);
    case Op::Construct:
    case Op::ConstructSpread:
      return Kinds::Object;
    case Op::LoadModule:
      return has(module_.bindings[i.immediate().as<BindingId>()].flags,
                 BindingFlag::MayBeUninitialized)
                 ? Kinds::All
                 : Kinds::Value;
    default:
      return may_make_empty(i.op) ? Kinds::All : Kinds::Value;
  }
}

}  // namespace perry::passes
