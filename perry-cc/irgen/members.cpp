#include "perry-cc/irgen/generator.h"

// Member accesses and the chains they form with calls. A chain is walked down to what it begins
// with and back up in a loop; on the way up each link leaves its value and, for a call behind it,
// the receiver. An optional chain has one place to go to when it meets null, wherever it does.
namespace perry::irgen {

Callee FunctionGenerator::chain_value(NodeId id) {
  const size_t base = m_.chain.size();
  const Define* define = nullptr;
  for (bool goes_on = true; goes_on;) {
    NodeId next;
    define = find_define(id);
    if (define != nullptr) break;
    switch (tree().kind(id)) {
      case NodeKind::StaticMember:
        next = as<ast::StaticMember>(id).object;
        break;
      case NodeKind::PrivateMember:
        next = as<ast::PrivateMember>(id).object;
        break;
      case NodeKind::ComputedMember:
        next = as<ast::ComputedMember>(id).object;
        break;
      case NodeKind::CallExpression:
        next = as<ast::CallExpression>(id).callee;
        break;
      case NodeKind::TaggedTemplate:
        next = as<ast::TaggedTemplate>(id).tag;
        break;
      default:
        goes_on = false;
        continue;
    }
    m_.chain.push_back(id);
    goes_on = !is<ast::Super>(next);
    if (goes_on) id = skip_types(next);
  }
  Callee state;
  const bool begins_with_super = m_.chain.size() > base && id == m_.chain.back();
  if (define != nullptr) {
    at(id);
    state = defined_value(*define);
  } else if (!begins_with_super) {
    state = chain_base(id);
  }
  while (m_.chain.size() > base) {
    const NodeId top = m_.chain.back();
    m_.chain.pop_back();
    link(top, state);
  }
  return state;
}

// What a chain begins with, and the receiver if it is called right away.
Callee FunctionGenerator::chain_base(NodeId id) {
  if (is<ast::ChainExpression>(id)) return optional_callee(id);
  if (!is<ast::Identifier>(id) || !is_dynamic(id)) return {expression(id), ValueId()};
  const auto& n = as<ast::Identifier>(id);
  at(id);
  const ValueId object = dynamic_object(n.name, n.binding);
  at(id);
  const ValueId value = load_dynamic(id, object);
  // What an eval has declared is called without a receiver.
  return {value, is_inside_with() ? undefined_if_empty(object) : ValueId()};
}

void FunctionGenerator::link(NodeId id, Callee& state) {
  switch (tree().kind(id)) {
    case NodeKind::CallExpression:
      if (is<ast::Super>(as<ast::CallExpression>(id).callee))
        state.value = super_call(id);
      else
        state.value = call(id, state);
      state.receiver = ValueId();
      return;
    case NodeKind::TaggedTemplate:
      state.value = tagged_template(id, state);
      state.receiver = ValueId();
      return;
    default:
      break;
  }
  // The object is the first field of all three.
  if (is<ast::Super>(as<ast::StaticMember>(id).object)) {
    state.receiver = ValueId();
    state.value = get_super(id, state.receiver);
    return;
  }
  const ValueId object = b_.box(state.value);
  if (tree().has_flag(id, NodeFlag::Optional)) leave_chain_if_nullish(object);
  state.receiver = object;
  state.value = get_member(id, object);
}

ValueId FunctionGenerator::get_member(NodeId id, ValueId object) {
  switch (tree().kind(id)) {
    case NodeKind::StaticMember: {
      const auto& n = as<ast::StaticMember>(id);
      b_.set_position(n.name_start);
      return op(Op::GetProp, {object}, Immediate::of(m_.atom(n.name)));
    }
    case NodeKind::PrivateMember: {
      const auto& n = as<ast::PrivateMember>(id);
      b_.set_position(n.name_start);
      return op(Op::GetPrivate, {object, private_name(id, n.binding)});
    }
    default:
      break;
  }
  const NodeId property = as<ast::ComputedMember>(id).property;
  if (const ir::AtomId name = static_key(property)) {
    at(property);
    return op(Op::GetProp, {object}, Immediate::of(name));
  }
  const ValueId key = boxed(property);
  at(property);
  return op(Op::GetElem, {object, key});
}

// The name in `a["name"]`, unless it may be an index.
ir::AtomId FunctionGenerator::static_key(NodeId property) {
  if (!is<ast::StringLiteral>(property)) return ir::AtomId();
  const fe::AtomId value = as<ast::StringLiteral>(property).value;
  return is_index_like(tree().text(value)) ? ir::AtomId() : m_.atom(value);
}

// `super.x`: `this` is looked at first, then the key, then what the home object inherits from.
ValueId FunctionGenerator::get_super(NodeId id, ValueId& receiver) {
  at(id);
  receiver = this_value();
  ValueId key;
  if (is<ast::StaticMember>(id))
    key = key_string(as<ast::StaticMember>(id).name);
  else
    key = boxed(as<ast::ComputedMember>(id).property);
  at(id);
  return op(Op::GetSuper, {super_base(), key, receiver});
}

ValueId FunctionGenerator::private_name(NodeId, fe::BindingId id) { return load_place(id); }

// --- optional chains ---

void FunctionGenerator::leave_chain_if_nullish(ValueId value) {
  const BlockId next = b_.new_block();
  b_.branch(op(Op::IsNullish, {value}), chain_end_, next);
  b_.seal(next);
  b_.enter(next);
}

ValueId FunctionGenerator::optional_chain(NodeId id) { return optional_callee(id).value; }

// `(a?.b)()` calls with the receiver `a`.
Callee FunctionGenerator::optional_callee(NodeId id) {
  const BlockId nullish = b_.new_block(), end = b_.new_block();
  const ValueId value = b_.add_parameter(end, Rep::Boxed);
  const ValueId receiver = b_.add_parameter(end, Rep::Boxed);
  const BlockId outer = std::exchange(chain_end_, nullish);
  const Callee found = chain_value(skip_types(as<ast::ChainExpression>(id).expression));
  chain_end_ = outer;
  const ValueId result = b_.box(found.value);
  b_.jump(end, {result, found.receiver ? found.receiver : b_.undefined()});
  b_.seal(nullish);
  b_.enter(nullish);
  b_.jump(end, {b_.undefined(), b_.undefined()});
  b_.seal(end);
  b_.enter(end);
  return {value, receiver};
}

ValueId FunctionGenerator::delete_expression(NodeId argument, uint32_t position) {
  NodeId id = skip_types(argument);
  if (is<ast::ChainExpression>(id)) {
    const BlockId nullish = b_.new_block(), end = b_.new_block();
    const ValueId result = b_.add_parameter(end, Rep::Bool);
    const BlockId outer = std::exchange(chain_end_, nullish);
    const ValueId value = delete_expression(as<ast::ChainExpression>(id).expression, position);
    chain_end_ = outer;
    b_.jump(end, {value});
    b_.seal(nullish);
    b_.enter(nullish);
    b_.jump(end, {b_.boolean(true)});
    b_.seal(end);
    b_.enter(end);
    return result;
  }
  switch (tree().kind(id)) {
    case NodeKind::StaticMember:
    case NodeKind::ComputedMember: {
      const NodeId object_node = as<ast::StaticMember>(id).object;
      if (is<ast::Super>(object_node)) {
        at(id);
        this_value();
        if (is<ast::ComputedMember>(id)) effect(as<ast::ComputedMember>(id).property);
        b_.throw_error(ir::ErrorKind::DeleteSuper);
        go_nowhere();
        return b_.boolean(true);
      }
      const ValueId object = boxed(object_node);
      if (tree().has_flag(id, NodeFlag::Optional)) leave_chain_if_nullish(object);
      const ValueId key = is<ast::StaticMember>(id) ? key_string(as<ast::StaticMember>(id).name)
                                                    : boxed(as<ast::ComputedMember>(id).property);
      b_.set_position(position);
      return op(Op::DeleteProp, {object, key}, Immediate::of(strict_));
    }
    case NodeKind::Identifier:
      return delete_name(id);
    default:
      effect(id);
      return b_.boolean(true);
  }
}

ValueId FunctionGenerator::delete_name(NodeId id) {
  const auto& n = as<ast::Identifier>(id);
  at(id);
  const Place place = n.binding ? m_.place(n.binding) : Place::Global;
  const bool is_global = place == Place::Global || place == Place::Absent;
  const auto elsewhere = [&] {
    if (!is_global) return b_.boolean(false);
    return b_.append(Op::DeleteGlobal, {}, Immediate::of(m_.atom(n.name)));
  };
  if (!is_dynamic(id)) return elsewhere();
  const ValueId object = dynamic_object(n.name, n.binding);
  const BlockId absent = b_.new_block(), present = b_.new_block(), end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::Bool);
  b_.branch(op(Op::IsEmpty, {object}), absent, present);
  b_.seal(absent);
  b_.seal(present);
  b_.enter(present);
  b_.jump(end, {op(Op::DeleteProp, {object, key_string(n.name)}, Immediate::of(strict_))});
  b_.enter(absent);
  b_.jump(end, {elsewhere()});
  b_.seal(end);
  b_.enter(end);
  return result;
}

}  // namespace perry::irgen
