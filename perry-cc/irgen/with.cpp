#include "perry-cc/irgen/generator.h"

// Names that a `with` object may have. Which objects those are is known, their properties aren't:
// a name is looked up in two steps, first the object that has it (or Empty), then the value, since
// the specification finds a reference before it evaluates what is assigned to it.
//
// Variables that the code of an eval has added are looked up in the same way (eval.cpp).
namespace perry::irgen {

bool FunctionGenerator::is_dynamic(NodeId identifier) const {
  if (!tree().has_flag(identifier, NodeFlag::DynamicLookup)) return false;
  const fe::BindingId id = as<ast::Identifier>(identifier).binding;
  for (fe::ScopeId at = scope_; at; at = scope(at).parent) {
    // What a function declares itself comes before what an eval in it has added.
    if (id && at == binding(id).scope) return false;
    if (is_intercepted(at)) return true;
  }
  return false;
}

// Whether names are looked up in an object here.
bool FunctionGenerator::is_intercepted(fe::ScopeId id) const {
  return scope(id).kind == fe::ScopeKind::With || m_.has_eval_object(id);
}

bool FunctionGenerator::is_inside_with() const {
  for (fe::ScopeId at = scope_; at; at = scope(at).parent)
    if (scope(at).kind == fe::ScopeKind::With) return true;
  return false;
}

// The innermost object that has the name, or Empty.
ValueId FunctionGenerator::dynamic_object(fe::AtomId name, fe::BindingId id) {
  const BlockId found = b_.new_block();
  const ValueId result = b_.add_parameter(found, Rep::Boxed);
  for (fe::ScopeId at = scope_; at; at = scope(at).parent) {
    if (id && at == binding(id).scope) break;
    if (!is_intercepted(at)) continue;
    const ValueId object = value_to_capture(CaptureKey::of(Hidden::WithObject, at.index));
    const ValueId has = op(Op::WithHas, {object, key_string(name)});
    const BlockId next = b_.new_block();
    const ValueId arguments[] = {object};
    b_.branch(has, ir::Builder::Target{found, arguments}, ir::Builder::Target{next, {}});
    b_.seal(next);
    b_.enter(next);
  }
  b_.jump(found, {b_.empty()});
  b_.seal(found);
  b_.enter(found);
  return result;
}

ValueId FunctionGenerator::load_dynamic(NodeId identifier, ValueId object) {
  const auto& n = as<ast::Identifier>(identifier);
  const BlockId absent = b_.new_block(), present = b_.new_block(), end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::Boxed);
  b_.branch(op(Op::IsEmpty, {object}), absent, present);
  b_.seal(absent);
  b_.seal(present);
  b_.enter(present);
  b_.jump(end, {op(Op::WithGet, {object, key_string(n.name)}, Immediate::of(strict_))});
  b_.enter(absent);
  const ValueId value =
      n.binding ? load_binding(n.binding, tree().has_flag(identifier, NodeFlag::TdzCheck))
                : load_global(tree().text(n.name));
  b_.jump(end, {b_.box(value)});
  b_.seal(end);
  b_.enter(end);
  return result;
}

void FunctionGenerator::assign_dynamic(NodeId identifier, ValueId object, ValueId value) {
  const auto& n = as<ast::Identifier>(identifier);
  const BlockId absent = b_.new_block(), present = b_.new_block(), end = b_.new_block();
  value = b_.box(value);
  b_.branch(op(Op::IsEmpty, {object}), absent, present);
  b_.seal(absent);
  b_.seal(present);
  b_.enter(present);
  op(Op::WithSet, {object, key_string(n.name), value}, Immediate::of(strict_));
  b_.jump(end);
  b_.enter(absent);
  assign_name(identifier, value);
  b_.jump(end);
  b_.seal(end);
  b_.enter(end);
}

void FunctionGenerator::with_statement(NodeId id) {
  const auto& n = as<ast::WithStatement>(id);
  const ValueId value = boxed(n.object);
  at(id);
  const ValueId object = op(Op::ToObject, {value});
  const InScope inside(*this, n.scope);
  with_objects_[n.scope.index] = object;
  with_depth_++;
  statement(n.body);
  with_depth_--;
}

}  // namespace perry::irgen
