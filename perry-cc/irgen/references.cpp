#include "perry-cc/irgen/generator.h"

// What stands left of an assignment, evaluated once and then read, written or both.
namespace perry::irgen {

// A value that evaluating does nothing else for.
bool FunctionGenerator::is_simple_value(NodeId id) const {
  switch (tree().kind(id)) {
    case NodeKind::NullLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::BigIntLiteral:
    case NodeKind::StringLiteral:
    case NodeKind::FunctionExpression:
    case NodeKind::ArrowFunction:
    case NodeKind::ThisExpression:
      return true;
    default:
      return false;
  }
}

// `value`, if given, is what a plain assignment is about to evaluate.
Reference FunctionGenerator::reference(NodeId target, NodeId value) {
  const NodeId id = skip_types(target);
  Reference r;
  r.node = id;
  switch (tree().kind(id)) {
    case NodeKind::Identifier: {
      const auto& n = as<ast::Identifier>(id);
      at(id);
      if (is_dynamic(id)) {
        r.kind = Reference::Kind::Dynamic;
        r.object = dynamic_object(n.name, n.binding);
      } else if (!n.binding && is_strict() && value && !is_simple_value(value)) {
        r.exists = b_.append(Op::HasGlobal, {}, Immediate::of(m_.atom(n.name)));
      }
      return r;
    }
    case NodeKind::StaticMember: {
      const auto& n = as<ast::StaticMember>(id);
      r.name = m_.atom(n.name);
      if (is<ast::Super>(n.object)) return super_reference(id);
      r.kind = Reference::Kind::Member;
      r.object = boxed(n.object);
      return r;
    }
    case NodeKind::ComputedMember: {
      const auto& n = as<ast::ComputedMember>(id);
      if (is<ast::Super>(n.object)) return super_reference(id);
      r.object = boxed(n.object);
      r.name = static_key(n.property);
      r.kind = r.name ? Reference::Kind::Member : Reference::Kind::Element;
      if (!r.name) r.key = boxed(n.property);
      return r;
    }
    case NodeKind::PrivateMember: {
      const auto& n = as<ast::PrivateMember>(id);
      r.kind = Reference::Kind::Private;
      r.object = boxed(n.object);
      r.key = private_name(id, n.binding);
      return r;
    }
    case NodeKind::ArrayPattern:
    case NodeKind::ObjectPattern:
      r.kind = Reference::Kind::Pattern;
      return r;
    default:
      break;
  }
  // A call, in sloppy code: it is made, and the assignment throws.
  r.kind = Reference::Kind::Invalid;
  effect(id);
  at(id);
  b_.throw_error(ir::ErrorKind::InvalidAssignment, m_.atom(""));
  go_nowhere();
  return r;
}

Reference FunctionGenerator::super_reference(NodeId id) {
  Reference r;
  r.kind = Reference::Kind::Super;
  r.node = id;
  at(id);
  r.receiver = this_value();
  r.key = is<ast::StaticMember>(id) ? key_string(as<ast::StaticMember>(id).name)
                                    : boxed(as<ast::ComputedMember>(id).property);
  at(id);
  r.object = super_base();
  return r;
}

void FunctionGenerator::at_member(const Reference& r) {
  if (is<ast::StaticMember>(r.node) || is<ast::PrivateMember>(r.node))
    b_.set_position(as<ast::StaticMember>(r.node).name_start);
  else
    at(r.node);
}

ValueId FunctionGenerator::load(const Reference& r) {
  at_member(r);
  switch (r.kind) {
    case Reference::Kind::Name:
      return load(r.node);
    case Reference::Kind::Dynamic:
      return load_dynamic(r.node, r.object);
    case Reference::Kind::Member:
      return op(Op::GetProp, {r.object}, Immediate::of(r.name));
    case Reference::Kind::Element:
      return op(Op::GetElem, {r.object, r.key});
    case Reference::Kind::Super:
      return op(Op::GetSuper, {r.object, r.key, r.receiver});
    case Reference::Kind::Private:
      return op(Op::GetPrivate, {r.object, r.key});
    case Reference::Kind::Pattern:
    case Reference::Kind::Invalid:
      break;
  }
  return b_.undefined();
}

void FunctionGenerator::store(const Reference& r, ValueId value) {
  if (r.operator_start != 0)
    b_.set_position(r.operator_start);
  else
    at_member(r);
  switch (r.kind) {
    case Reference::Kind::Name:
      return assign_name(r.node, value, r.exists);
    case Reference::Kind::Dynamic:
      return assign_dynamic(r.node, r.object, value);
    case Reference::Kind::Member:
      op(Op::SetProp, {r.object, b_.box(value)}, Immediate::of(r.name, strict_));
      return;
    case Reference::Kind::Element:
      op(Op::SetElem, {r.object, r.key, b_.box(value)}, Immediate::of(strict_));
      return;
    case Reference::Kind::Super:
      op(Op::SetSuper, {r.object, r.key, r.receiver, b_.box(value)}, Immediate::of(strict_));
      return;
    case Reference::Kind::Private:
      op(Op::SetPrivate, {r.object, r.key, b_.box(value)});
      return;
    case Reference::Kind::Pattern:
      return destructure(r.node, value, PatternMode::Assign, NodeId());
    case Reference::Kind::Invalid:
      return;
  }
}

}  // namespace perry::irgen
