#include "perry-cc/irgen/generator.h"

// Decorators. They are evaluated with their members and applied when all members are there:
// methods and accessors first, static ones before those of instances, then fields the same way, the
// class last. What they replace is known then, so that private methods and initialisers, which are
// made afterwards, see the new ones. The work on each is a function written in JavaScript
// (decorator_helpers.h).
namespace perry::irgen {

NodeList FunctionGenerator::member_decorators(NodeId member) const {
  if (is<ast::MethodDefinition>(member)) return as<ast::MethodDefinition>(member).decorators;
  if (is<ast::PropertyDefinition>(member)) return as<ast::PropertyDefinition>(member).decorators;
  return {};
}

ValueId FunctionGenerator::call_helper(Helper helper, std::initializer_list<ValueId> arguments) {
  const ir::FunctionId function = m_.helper(helper);
  std::vector<ValueId> operands = {b_.append(Op::NewFunction, {}, Immediate::of(function)),
                                   b_.undefined()};
  operands.insert(operands.end(), arguments);
  return b_.append(Op::Call, operands);
}

// The functions with their receivers, in one array.
void FunctionGenerator::evaluate_decorators(NodeList decorators, std::vector<ValueId>& values) {
  for (const NodeId id : list(decorators)) {
    const NodeId e = skip_types(as<ast::Decorator>(id).expression);
    at(e);
    const Callee callee = chain_value(e);
    const bool is_member =
        is<ast::StaticMember>(e) || is<ast::ComputedMember>(e) || is<ast::PrivateMember>(e);
    values.push_back(b_.box(callee.value));
    values.push_back(is_member && callee.receiver ? callee.receiver : b_.undefined());
  }
}

ValueId FunctionGenerator::decorator_array(NodeList decorators) {
  std::vector<ValueId> values;
  evaluate_decorators(decorators, values);
  return b_.append(Op::NewArray, values);
}

// A function over a private member, for programs that could not name it.
ValueId FunctionGenerator::private_access(NodeId member, Op kind) {
  const uint32_t position = b_.position();
  FunctionGenerator inner(m_, this, m_.module.new_function());
  inner.scope_ = scope_;
  inner.strict_ = ir::Strictness::Strict;
  ir::FunctionInfo& info = inner.f_.info;
  const bool is_setter = kind == Op::SetPrivate;
  info.name = m_.atom(is_setter ? "set" : kind == Op::GetPrivate ? "get" : "has");
  info.flags = ir::FunctionFlag::Strict | ir::FunctionFlag::Arrow;
  info.length = info.parameter_count = is_setter ? 2 : 1;
  inner.b_.set_position(position);
  const auto parameter = [&](uint32_t index) {
    return inner.b_.append(Op::Parameter, std::span<const ValueId>(), Immediate::index(index),
                           Rep::Boxed);
  };
  const ValueId object = parameter(0);
  const ValueId name = inner.load_place(as<ast::PrivateName>(key_node(member)).binding);
  ValueId result;
  if (kind == Op::HasPrivate)
    result = inner.op(kind, {name, object});
  else if (kind == Op::GetPrivate)
    result = inner.op(kind, {object, name});
  else
    inner.op(kind, {object, name, parameter(1)});
  inner.b_.return_value(result ? inner.b_.box(result) : inner.b_.undefined());
  inner.b_.finish();
  b_.set_position(position);
  return make_closure(Op::NewFunction, {}, inner);
}

NodeId FunctionGenerator::key_node(NodeId member) const {
  return is<ast::MethodDefinition>(member) ? as<ast::MethodDefinition>(member).key
                                           : as<ast::PropertyDefinition>(member).key;
}

// Undefined for a public member, whose name says it all.
ValueId FunctionGenerator::access_object(NodeId member) {
  if (!is<ast::PrivateName>(key_node(member))) return b_.undefined();
  ir::ObjectLiteral shape;
  shape.keys = {m_.atom("has"), m_.atom("get"), m_.atom("set")};
  const ir::LiteralId row = m_.module.literals.push_back(std::move(shape));
  const ValueId values[] = {private_access(member, Op::HasPrivate),
                            private_access(member, Op::GetPrivate),
                            private_access(member, Op::SetPrivate)};
  return b_.append(Op::NewObject, values, Immediate::of(row));
}

std::string_view FunctionGenerator::decorated_kind(NodeId member) const {
  if (is<ast::PropertyDefinition>(member))
    return tree().has_flag(member, NodeFlag::Accessor) ? "accessor" : "field";
  switch (as<ast::MethodDefinition>(member).kind) {
    case fe::MethodKind::Get:
      return "getter";
    case fe::MethodKind::Set:
      return "setter";
    default:
      return "method";
  }
}

// --- standard decorators ---

void FunctionGenerator::begin_decoration(ClassParts& c, ValueId heritage) {
  const bool has_base = static_cast<bool>(as<ast::ClassExpression>(c.id).super_class);
  c.metadata = call_helper(Helper::Metadata, {has_base ? heritage : b_.undefined()});
  c.instance_extra = b_.append(Op::NewArray, std::span<const ValueId>());
  c.static_extra = b_.append(Op::NewArray, std::span<const ValueId>());
  c.class_extra = b_.append(Op::NewArray, std::span<const ValueId>());
  note_class_part(CaptureKey::of(Hidden::InstanceExtra, c.id.index), c.instance_extra);
  note_class_part(CaptureKey::of(Hidden::StaticExtra, c.id.index), c.static_extra);
  note_class_part(CaptureKey::of(Hidden::ClassExtra, c.id.index), c.class_extra);
}

void FunctionGenerator::apply_decorators(ClassParts& c) {
  for (const bool fields : {false, true})
    for (const bool statics : {true, false})
      for (const Decorated& d : c.decorated) {
        const bool is_field = decorated_kind(d.member) == "field";
        const bool is_static = tree().has_flag(d.member, NodeFlag::Static);
        if (is_field == fields && is_static == statics) decorate_member(d, c);
      }
  const auto& n = as<ast::ClassExpression>(c.id);
  at(c.id);
  if (n.decorators.count != 0) {
    const ValueId name = op(Op::GetProp, {c.made}, Immediate::of(m_.atom("name")));
    c.final = call_helper(Helper::Decorate,
                          {c.class_decorators, string(m_.atom("class")), name, b_.undefined(),
                           b_.undefined(), c.metadata, c.made, b_.undefined(), c.class_extra});
  }
  call_helper(Helper::SetMetadata, {c.final, c.metadata});
}

void FunctionGenerator::decorate_member(const Decorated& d, ClassParts& c) {
  const NodeId member = d.member;
  at(member);
  const bool is_static = tree().has_flag(member, NodeFlag::Static);
  const std::string_view kind = decorated_kind(member);
  const bool has_initializers = is<ast::PropertyDefinition>(member);
  ValueId initializers = b_.undefined();
  ValueId extra = is_static ? c.static_extra : c.instance_extra;
  if (has_initializers) {
    initializers = b_.append(Op::NewArray, std::span<const ValueId>());
    extra = b_.append(Op::NewArray, std::span<const ValueId>());
    note_class_part(CaptureKey::of(Hidden::Initializers, member.index), initializers);
    note_class_part(CaptureKey::of(Hidden::Extra, member.index), extra);
  }
  ValueId value = d.function ? d.function : b_.undefined();
  const CaptureKey getter = CaptureKey::of(Hidden::Getter, member.index);
  const CaptureKey setter = CaptureKey::of(Hidden::Setter, member.index);
  if (kind == "accessor") {
    ir::ObjectLiteral shape;
    shape.keys = {m_.atom("get"), m_.atom("set")};
    const ir::LiteralId row = m_.module.literals.push_back(std::move(shape));
    const ValueId halves[] = {class_part(getter), class_part(setter)};
    value = b_.append(Op::NewObject, halves, Immediate::of(row));
  }
  const ValueId result = call_helper(
      Helper::Decorate, {d.decorators, string(m_.atom(kind)), d.key, b_.box(b_.boolean(is_static)),
                         access_object(member), c.metadata, value, initializers, extra});
  if (kind == "field") return;
  const ValueId home = is_static ? c.made : c.prototype;
  const bool is_private = is<ast::PrivateName>(key_node(member));
  if (kind == "accessor") {
    const ValueId get = op(Op::GetProp, {result}, Immediate::of(m_.atom("get")));
    const ValueId set = op(Op::GetProp, {result}, Immediate::of(m_.atom("set")));
    note_class_part(getter, get);
    note_class_part(setter, set);
    if (is_private) return;
    op(Op::DefineMethod, {home, d.key, get}, Immediate::of(ir::MethodKind::Get));
    op(Op::DefineMethod, {home, d.key, set}, Immediate::of(ir::MethodKind::Set));
    return;
  }
  if (!is_private) {
    op(Op::DefineMethod, {home, d.key, result}, Immediate::of(private_kind(member)));
    return;
  }
  note_class_part(CaptureKey::of(Hidden::Member, member.index), result);
  for (auto& [node, function] : c.static_private_methods)
    if (node == member) function = result;
}

// Runs what decorators left, if there is anything by that key.
void FunctionGenerator::run_initializers(CaptureKey key, ValueId object) {
  call_helper(Helper::Initialize, {object, class_part(key)});
}

ValueId FunctionGenerator::initial_value(NodeId member, ValueId object, ValueId value) {
  const ValueId initializers = class_part(CaptureKey::of(Hidden::Initializers, member.index));
  return call_helper(Helper::Initialize, {object, initializers, b_.box(b_.boolean(true)), value});
}

// --- TypeScript's experimental ones ---

// They run when the class is complete, those of instances first, each with its parameters'.
void FunctionGenerator::apply_legacy_decorators(ClassParts& c) {
  for (const bool statics : {false, true})
    for (const Decorated& d : c.decorated)
      if (tree().has_flag(d.member, NodeFlag::Static) == statics) decorate_legacy_member(d, c);
  const auto& n = as<ast::ClassExpression>(c.id);
  std::vector<ValueId> values;
  evaluate_decorators(n.decorators, values);
  if (c.constructor) parameter_decorators(c.constructor, values);
  if (values.empty()) return;
  class_metadata(c, values);
  at(c.id);
  c.final = call_helper(Helper::LegacyDecorate, {b_.append(Op::NewArray, values), c.made});
}

void FunctionGenerator::decorate_legacy_member(const Decorated& d, const ClassParts& c) {
  const NodeId member = d.member;
  const bool is_static = tree().has_flag(member, NodeFlag::Static);
  std::vector<ValueId> values;
  evaluate_decorators(member_decorators(member), values);
  if (is<ast::MethodDefinition>(member))
    parameter_decorators(as<ast::MethodDefinition>(member).value, values);
  at(member);
  member_metadata(member, c, values);
  const bool is_field = decorated_kind(member) == "field";
  call_helper(Helper::LegacyDecorate,
              {b_.append(Op::NewArray, values), is_static ? c.made : c.prototype, d.key,
               b_.box(b_.boolean(true)), b_.box(b_.boolean(is_field))});
}

void FunctionGenerator::parameter_decorators(NodeId function, std::vector<ValueId>& values) {
  int32_t index = 0;
  for (const NodeId param : list(as<ast::FunctionExpression>(function).params)) {
    if (tree().has_flag(param, NodeFlag::ThisParameter)) continue;
    std::vector<ValueId> own;
    evaluate_decorators(as<ast::Parameter>(param).decorators, own);
    for (size_t i = 0; i < own.size(); i += 2) {
      values.push_back(
          call_helper(Helper::LegacyParameter, {own[i], own[i + 1], b_.box(b_.number(index))}));
      values.push_back(b_.undefined());
    }
    index++;
  }
}

}  // namespace perry::irgen
