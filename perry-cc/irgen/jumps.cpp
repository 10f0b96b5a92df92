#include "perry-cc/irgen/generator.h"

// Leaving constructs early. `controls_` holds what is around the current place, innermost last: a
// jump walks outward, closing iterators on the way, until its target or a `finally`. There the jump
// leaves its number and value and ends; code behind the `finally` block takes it up again.
namespace perry::irgen {

// In expressions, what comes behind can't be reached but is still lowered.
void FunctionGenerator::go_nowhere() {
  const BlockId nowhere = b_.new_block();
  b_.seal(nowhere);
  b_.enter(nowhere);
}

void FunctionGenerator::join(BlockId block) {
  jump_to(block);
  b_.seal(block);
  if (is_reached(block)) b_.enter(block);
}

std::vector<fe::AtomId> FunctionGenerator::take_labels() { return std::exchange(labels_, {}); }

void FunctionGenerator::leave(Exit exit, ValueId value) {
  const BlockId handler = b_.handler();
  const bool is_jump = exit.kind == Exit::Kind::Break || exit.kind == Exit::Kind::Continue;
  const size_t stop = is_jump ? exit.target + 1 : 0;
  for (size_t i = controls_.size(); i-- > stop;) {
    Control& control = controls_[i];
    if (control.kind == Control::Kind::Iterator) {
      b_.set_handler(control.outer_handler);
      close_iterator(control);
    } else if (control.kind == Control::Kind::Finally) {
      b_.set_handler(control.outer_handler);
      enter_finally(control, exit, value);
      b_.set_handler(handler);
      return;
    }
  }
  if (is_jump) {
    const Control& target = controls_[exit.target];
    b_.jump(exit.kind == Exit::Kind::Break ? target.break_block : target.continue_block);
  } else {
    b_.set_handler(BlockId());
    return_value(value);
  }
  b_.set_handler(handler);
}

void FunctionGenerator::enter_finally(Control& control, Exit exit, ValueId value) {
  size_t number = 0;
  while (number < control.exits.size() && !(control.exits[number] == exit)) number++;
  if (number == control.exits.size()) control.exits.push_back(exit);
  b_.write(control.number, b_.int32(static_cast<int32_t>(number)));
  if (value) b_.write(control.value, b_.box(value));
  b_.jump(control.finally_block);
}

// Out of the function.
void FunctionGenerator::return_value(ValueId value) {
  value = b_.box(value);
  if (is_constructor_) {
    ValueId made = this_;
    if (this_kind_ == ThisKind::Derived) made = op(Op::LoadBox, {b_.read(this_variable_)});
    value = op(Op::ConstructorResult, {value, made});
  }
  b_.return_value(value);
}

void FunctionGenerator::break_or_continue(NodeId label, Exit::Kind kind) {
  const fe::AtomId name = label ? as<ast::IdentifierName>(label).name : fe::AtomId();
  for (size_t i = controls_.size(); i-- > 0;) {
    const Control& control = controls_[i];
    const bool is_loop = control.kind == Control::Kind::Loop;
    bool is_target = false;
    if (name)
      is_target = std::ranges::find(control.labels, name) != control.labels.end();
    else
      is_target = is_loop || (control.kind == Control::Kind::Switch && kind == Exit::Kind::Break);
    if (is_target) return leave({.kind = kind, .target = i});
  }
}

}  // namespace perry::irgen
