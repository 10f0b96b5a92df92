#include "perry-cc/irgen/generator.h"

// Variables: where each one lives is decided from what the binder knows of it (ModuleState::place).
//
// A closure gets what it captures when it is made: the box of a variable that changes afterwards,
// the value of any other. It learns what it captures while it is lowered, so functions are lowered
// where their closures are made, innermost first. A function's own name, as long as nothing
// assigns it, is the running closure itself.
namespace perry::irgen {

// --- what closures capture ---

bool FunctionGenerator::is_own_callee(fe::BindingId id) const {
  return id == self_ || id == self_name_;
}

ir::Capture FunctionGenerator::describe_capture(CaptureKey key) {
  using enum ir::Capture::Kind;
  if (key.is_hidden()) {
    switch (key.hidden()) {
      case Hidden::This: {
        const FunctionGenerator& owner = this_function();
        return {owner.this_kind_ == ThisKind::Derived ? Box : Value, m_.atom("this")};
      }
      case Hidden::NewTarget:
        return {Value, m_.atom("new.target")};
      case Hidden::HomeObject:
        return {Value, m_.atom("home object")};
      case Hidden::Callee:
        return {Value, m_.atom("constructor")};
      case Hidden::WithObject:
        return {Value, m_.atom("with")};
      case Hidden::Class:
        return {Value, m_.atom("class")};
      case Hidden::Initializer:
        return {Box, m_.atom("field initializer")};
      case Hidden::Member:
        return {Value, m_.atom("class member")};
      case Hidden::Key:
        return {Value, m_.atom("computed key")};
      case Hidden::Getter:
        return {Value, m_.atom("getter")};
      case Hidden::Setter:
        return {Value, m_.atom("setter")};
      case Hidden::Initializers:
      case Hidden::Extra:
      case Hidden::InstanceExtra:
      case Hidden::StaticExtra:
      case Hidden::ClassExtra:
        return {Value, m_.atom("initializers")};
    }
  }
  const fe::BindingId id(key.index());
  const ir::AtomId name = m_.atom(binding(id).name);
  for (const FunctionGenerator* g = this; g != nullptr; g = g->parent_)
    if (g->is_own_callee(id)) return {Value, name};
  return {m_.place(id) == Place::Box ? Box : Value, name};
}

// The value or box of something that belongs to a function around this one.
ValueId FunctionGenerator::captured(CaptureKey key) {
  const auto [found, is_new] =
      capture_numbers_.try_emplace(key.bits, static_cast<uint32_t>(captures_.size()));
  const uint32_t number = found->second;
  if (is_new) {
    captures_.push_back(key);
    f_.info.captures.push_back(describe_capture(key));
    loaded_captures_.emplace_back();
  }
  LoadedCapture& loaded = loaded_captures_[number];
  if (loaded.block != b_.block() || !b_.block()) {
    const bool is_box = f_.info.captures[number].kind == ir::Capture::Kind::Box;
    const ValueId value = b_.append(Op::LoadCapture, std::span<const ValueId>(),
                                    Immediate::index(number), is_box ? Rep::Cell : Rep::Boxed);
    loaded_captures_[number] = {b_.block(), value};
  }
  return loaded_captures_[number].value;
}

// What a closure made here captures under `key`.
ValueId FunctionGenerator::value_to_capture(CaptureKey key) {
  if (key.is_hidden()) {
    switch (key.hidden()) {
      case Hidden::This:
        if (this_kind_ == ThisKind::Captured) return captured(key);
        if (this_kind_ == ThisKind::Derived) return b_.read(this_variable_);
        return this_value();
      case Hidden::NewTarget:
        return this_kind_ == ThisKind::Captured ? captured(key) : new_target();
      case Hidden::HomeObject:
        return this_kind_ == ThisKind::Captured ? captured(key) : home_object();
      case Hidden::Callee:
        return this_kind_ == ThisKind::Captured ? captured(key) : callee_value();
      case Hidden::WithObject: {
        const auto found = with_objects_.find(key.index());
        return found != with_objects_.end() ? found->second : captured(key);
      }
      default:
        return class_part(key);
    }
  }
  const fe::BindingId id(key.index());
  if (is_own_callee(id)) return callee_value();
  const BindingState& state = m_.state(id);
  return state.owner == this ? b_.read(state.variable) : captured(key);
}

// --- reading and writing ---

ValueId FunctionGenerator::load_place(fe::BindingId id) {
  const fe::Binding& b = binding(id);
  switch (m_.place(id)) {
    case Place::Variable:
    case Place::Box: {
      if (is_own_callee(id)) return callee_value();
      const BindingState& state = m_.state(id);
      if (state.owner == nullptr && id != self_name_) {
        // The name of a function expression around; it has no variable.
        bool is_callee = false;
        for (const FunctionGenerator* g = parent_; g != nullptr && !is_callee; g = g->parent_)
          is_callee = g->is_own_callee(id);
        if (!is_callee) return b_.undefined();
      }
      const CaptureKey key = CaptureKey::of(id);
      const ValueId held = state.owner == this ? b_.read(state.variable) : captured(key);
      return f_[held].type == Rep::Cell ? op(Op::LoadBox, {held}) : held;
    }
    case Place::Cell:
      return op(Op::LoadModule, {}, Immediate::of(m_.cell(id)));
    case Place::Import: {
      const ir::BindingId cell = m_.cell(id);
      const bool is_namespace = m_.module.bindings[cell].kind == ir::BindingKind::Namespace;
      return op(is_namespace ? Op::LoadNamespace : Op::LoadModule, {}, Immediate::of(cell));
    }
    case Place::EvalVariable:
      return load_eval_variable(id);
    case Place::EnumMember:
    case Place::Member:
      return op(Op::GetProp, {object_of(b.scope)}, Immediate::of(m_.atom(b.name)));
    case Place::Global:
    case Place::Absent:
    case Place::Undecided:
      break;
  }
  return op(Op::LoadGlobal, {}, Immediate::of(m_.atom(b.name)));
}

// The object of the enum or namespace block whose scope this is.
ValueId FunctionGenerator::object_of(fe::ScopeId scope) {
  const fe::BindingId object = m_.binding_of_object(scope);
  return object ? load_place(object) : b_.undefined();
}

ValueId FunctionGenerator::load_binding(fe::BindingId id, bool check) {
  const ValueId value = load_place(id);
  if (!check) return value;
  const Place place = m_.place(id);
  if (place == Place::Import) {
    const ir::Binding& row = m_.module.bindings[m_.cell(id)];
    if (!has(row.flags, ir::BindingFlag::MayBeUninitialized)) return value;
  } else if (place != Place::Variable && place != Place::Box && place != Place::Cell) {
    return value;
  }
  return op(Op::CheckInitialized, {value}, Immediate::of(m_.atom(binding(id).name)));
}

ValueId FunctionGenerator::load(NodeId identifier) {
  const auto& n = as<ast::Identifier>(identifier);
  at(identifier);
  if (is_dynamic(identifier)) {
    const ValueId object = dynamic_object(n.name, n.binding);
    at(identifier);
    return load_dynamic(identifier, object);
  }
  if (!n.binding) return load_global(tree().text(n.name));
  return load_binding(n.binding, tree().has_flag(identifier, NodeFlag::TdzCheck));
}

ValueId FunctionGenerator::load_global(std::string_view name) {
  // Properties of the global object that never change.
  if (name == "undefined") return b_.undefined();
  if (name == "NaN") return b_.number(__builtin_nan(""));
  if (name == "Infinity") return b_.number(__builtin_inf());
  return op(Op::LoadGlobal, {}, Immediate::of(m_.atom(name)));
}

void FunctionGenerator::store_binding(fe::BindingId id, ValueId value) {
  const fe::Binding& b = binding(id);
  value = b_.box(value);
  switch (m_.place(id)) {
    case Place::Variable:
    case Place::Box: {
      const BindingState& state = m_.state(id);
      if (state.owner == this && m_.place(id) == Place::Variable)
        return b_.write(state.variable, value);
      const ValueId box =
          state.owner == this ? b_.read(state.variable) : captured(CaptureKey::of(id));
      if (f_[box].type == Rep::Cell) op(Op::StoreBox, {box, value});
      return;
    }
    case Place::Cell:
      op(Op::StoreModule, {value}, Immediate::of(m_.cell(id)));
      return;
    case Place::EvalVariable:
      return store_eval_variable(id, value);
    case Place::Member:
    case Place::EnumMember:
      op(Op::SetProp, {object_of(b.scope), value}, Immediate::of(m_.atom(b.name), strict_));
      return;
    case Place::Global:
    case Place::Absent:
      op(Op::StoreGlobal, {value}, Immediate::of(m_.atom(b.name), strict_));
      return;
    case Place::Import:
    case Place::Undecided:
      return;
  }
}

// The value of the declaration itself.
void FunctionGenerator::initialize(fe::BindingId id, ValueId value) {
  const fe::Binding& b = binding(id);
  const Place place = m_.place(id);
  if (place == Place::Box && is_boxed_late(b) && m_.state(id).owner == this)
    return b_.write(m_.state(id).variable, op(Op::NewBox, {b_.box(value)}));
  const bool is_lexical = b.kind == fe::BindingKind::Let || b.kind == fe::BindingKind::Const ||
                          b.kind == fe::BindingKind::Class || b.kind == fe::BindingKind::Using;
  if (place == Place::Global && is_lexical) {
    op(Op::InitGlobal, {b_.box(value)}, Immediate::of(m_.atom(b.name)));
    return;
  }
  store_binding(id, value);
}

void FunctionGenerator::assign_name(NodeId identifier, ValueId value, ValueId exists) {
  const auto& n = as<ast::Identifier>(identifier);
  if (!n.binding) {
    if (exists) {
      const BlockId absent = b_.new_block(), present = b_.new_block();
      b_.branch(exists, present, absent);
      b_.seal(absent);
      b_.seal(present);
      b_.enter(absent);
      b_.throw_error(ir::ErrorKind::NotDefined, m_.atom(n.name));
      b_.enter(present);
    }
    op(Op::StoreGlobal, {b_.box(value)}, Immediate::of(m_.atom(n.name), strict_));
    return;
  }
  const fe::Binding& b = binding(n.binding);
  if (b.kind == fe::BindingKind::FunctionName) {
    if (!is_strict()) return;
    b_.throw_error(ir::ErrorKind::ConstAssignment, m_.atom(n.name));
    return go_nowhere();
  }
  if (tree().has_flag(identifier, NodeFlag::TdzCheck)) load_binding(n.binding, true);
  const Place place = m_.place(n.binding);
  if (m_.is_const(b) && place != Place::Global && place != Place::Absent) {
    b_.throw_error(ir::ErrorKind::ConstAssignment, m_.atom(n.name));
    return go_nowhere();
  }
  store_binding(n.binding, value);
}

// --- what belongs to a function ---

FunctionGenerator& FunctionGenerator::this_function() {
  FunctionGenerator* g = this;
  while (g->this_kind_ == ThisKind::Captured) g = g->parent_;
  return *g;
}

ValueId FunctionGenerator::this_value() {
  switch (this_kind_) {
    case ThisKind::Undefined:
      return b_.undefined();
    case ThisKind::Value:
      return this_ ? this_ : op(Op::This, {});
    case ThisKind::Derived: {
      const ValueId held = b_.read(this_variable_);
      const ValueId value = f_[held].type == Rep::Cell ? op(Op::LoadBox, {held}) : held;
      return op(Op::CheckThis, {value});
    }
    case ThisKind::Captured:
      break;
  }
  const FunctionGenerator& owner = this_function();
  if (owner.this_kind_ == ThisKind::Undefined) return b_.undefined();
  const ValueId held = captured(CaptureKey::of(Hidden::This));
  if (f_[held].type != Rep::Cell) return held;
  return op(Op::CheckThis, {op(Op::LoadBox, {held})});
}

ValueId FunctionGenerator::new_target() {
  if (this_kind_ == ThisKind::Captured) {
    const FunctionGenerator& owner = this_function();
    if (owner.f_.info.kind != ir::FunctionKind::Function) return b_.undefined();
    return captured(CaptureKey::of(Hidden::NewTarget));
  }
  if (f_.info.kind != ir::FunctionKind::Function) return b_.undefined();
  return op(Op::NewTarget, {});
}

ValueId FunctionGenerator::home_object() {
  if (this_kind_ == ThisKind::Captured) return captured(CaptureKey::of(Hidden::HomeObject));
  return op(Op::HomeObject, {});
}

ValueId FunctionGenerator::super_base() { return op(Op::SuperBase, {home_object()}); }

ValueId FunctionGenerator::callee_value() { return op(Op::Callee, {}); }

}  // namespace perry::irgen
