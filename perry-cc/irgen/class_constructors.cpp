#include "perry-cc/irgen/generator.h"

// Constructors. An instance gets its private methods and fields when it has come into being: in a
// base class before the parameters are looked at, in a derived one when `super()` returns. Where
// TypeScript assigns fields instead of defining them, they come behind the parameter properties.
namespace perry::irgen {

namespace {

constexpr ir::FunctionFlag kConstructor =
    ir::FunctionFlag::Class | ir::FunctionFlag::Strict | ir::FunctionFlag::UsesThis;

}  // namespace

ValueId FunctionGenerator::class_constructor(const ClassParts& c, ir::AtomId name,
                                             ValueId heritage) {
  const auto& n = as<ast::ClassExpression>(c.id);
  FunctionSpec spec;
  spec.name = name;
  spec.flags = n.super_class ? kConstructor | ir::FunctionFlag::Derived : kConstructor;
  spec.source = tree().span(c.id);
  const fe::BindingId inner_name = scope(n.scope).first;
  const bool has_name = inner_name && binding(inner_name).kind == fe::BindingKind::ClassName;
  if (has_name && !c.is_decorated) spec.self = inner_name;
  const uint32_t position = b_.position();
  FunctionGenerator inner(m_, this, m_.module.new_function());
  inner.class_ = &c;
  inner.f_.info.class_id = class_layout(c, name);
  if (c.constructor)
    inner.function_body(c.constructor, spec);
  else
    inner.default_constructor(spec);
  b_.set_position(position);
  return make_closure(Op::NewClass, {heritage}, inner);
}

void FunctionGenerator::default_constructor(const FunctionSpec& spec) {
  scope_ = as<ast::ClassExpression>(class_->id).scope;
  strict_ = ir::Strictness::Strict;
  f_.info.name = spec.name;
  f_.info.flags = spec.flags;
  f_.info.source = spec.source;
  at(class_->id);
  const ValueId target = op(Op::NewTarget, {});
  ValueId made;
  if (has(spec.flags, ir::FunctionFlag::Derived)) {
    const ValueId arguments = b_.append(Op::RestParameter, {}, Immediate::index(0));
    const ValueId callee = op(Op::Callee, {});
    const ValueId base = op(Op::SuperConstructor, {callee, op(Op::SuperBase, {callee})});
    made = op(Op::ConstructSpread, {base, target, arguments});
  } else {
    made = op(Op::NewReceiver, {target});
  }
  if (class_->has_initializer) initialize_instance(made);
  b_.return_value(made);
  b_.finish();
}

// The fields that every instance has in the end, beside those of its base class: those that are
// defined, and what the constructor's first statements assign.
ir::ClassId FunctionGenerator::class_layout(const ClassParts& c, ir::AtomId name) {
  ir::ClassLayout layout;
  layout.name = name;
  layout.is_derived = !as<ast::ClassExpression>(c.id).super_class.is_none();
  std::unordered_map<uint32_t, bool> seen;
  const auto add = [&](fe::AtomId field) {
    const ir::AtomId text = m_.atom(field);
    if (!is_index_like(tree().text(field)) && seen.try_emplace(text.index, true).second)
      layout.fields.push_back(text);
  };
  std::vector<NodeId> properties;
  if (c.constructor) properties = parameter_properties(c.constructor);
  for (const NodeId param : properties)
    add(as<ast::BindingIdentifier>(as<ast::Parameter>(param).pattern).name);
  for (const NodeId member : c.fields) {
    const NodeId key = as<ast::PropertyDefinition>(member).key;
    if (is<ast::IdentifierName>(key) && !tree().has_flag(member, NodeFlag::Computed) &&
        !tree().has_flag(member, NodeFlag::Accessor))
      add(as<ast::IdentifierName>(key).name);
  }
  const NodeId body = c.constructor ? as<ast::FunctionExpression>(c.constructor).body : NodeId();
  if (body) {
    for (const NodeId statement : list(as<ast::BlockStatement>(body).body)) {
      if (is<ast::VariableDeclaration>(statement)) continue;
      if (!is<ast::ExpressionStatement>(statement)) break;
      const NodeId e = as<ast::ExpressionStatement>(statement).expression;
      if (!is<ast::AssignmentExpression>(e)) continue;
      const NodeId left = as<ast::AssignmentExpression>(e).left;
      if (is<ast::StaticMember>(left) &&
          is<ast::ThisExpression>(as<ast::StaticMember>(left).object))
        add(as<ast::StaticMember>(left).name);
    }
  }
  if (layout.fields.empty()) return ir::ClassId();
  return m_.module.classes.push_back(std::move(layout));
}

// --- the instance ---

// A base class's, before its parameters are looked at.
void FunctionGenerator::begin_instance(ValueId made) {
  if (class_->has_initializer && defines_fields()) initialize_instance(made);
}

// Behind the parameters: what TypeScript puts there.
void FunctionGenerator::begin_body(NodeId function) {
  if (class_ == nullptr || class_->constructor != function) return;
  if (this_kind_ != ThisKind::Value) return;
  at(function);
  assign_parameter_properties(this_);
  if (class_->has_initializer && !defines_fields()) initialize_instance(this_);
}

void FunctionGenerator::initialize_instance(ValueId made) {
  const FunctionGenerator& owner = this_function();
  const NodeId id = owner.class_->id;
  const ir::BindingId cell = m_.class_cell(id);
  const ValueId function =
      cell ? op(Op::LoadModule, {}, Immediate::of(cell))
           : op(Op::LoadBox, {captured(CaptureKey::of(Hidden::Initializer, id.index))});
  op(Op::Call, {function, made});
}

std::vector<NodeId> FunctionGenerator::parameter_properties(NodeId constructor) const {
  constexpr NodeFlag kModifiers[] = {NodeFlag::Public, NodeFlag::Private, NodeFlag::Protected,
                                     NodeFlag::Readonly, NodeFlag::Override};
  std::vector<NodeId> result;
  for (const NodeId param : list(as<ast::FunctionExpression>(constructor).params)) {
    const bool is_property = std::ranges::any_of(
        kModifiers, [&](NodeFlag flag) { return tree().has_flag(param, flag); });
    if (is_property && is<ast::BindingIdentifier>(as<ast::Parameter>(param).pattern))
      result.push_back(param);
  }
  return result;
}

void FunctionGenerator::assign_parameter_properties(ValueId made) {
  const FunctionGenerator& owner = this_function();
  if (!owner.class_->constructor) return;
  for (const NodeId param : parameter_properties(owner.class_->constructor)) {
    const auto& n = as<ast::BindingIdentifier>(as<ast::Parameter>(param).pattern);
    at(param);
    op(Op::SetProp, {made, load_place(n.binding)},
       Immediate::of(m_.atom(n.name), ir::Strictness::Strict));
  }
}

// Also in an arrow function of the constructor.
ValueId FunctionGenerator::super_call(NodeId id) {
  const auto& n = as<ast::CallExpression>(id);
  const FunctionGenerator& owner = this_function();
  const bool is_inner = &owner != this;
  at(id);
  const ValueId constructor = is_inner ? captured(CaptureKey::of(Hidden::Callee)) : callee_value();
  const ValueId base = op(Op::SuperBase, {constructor});
  std::vector<ValueId> operands = {base, new_target()};
  const bool is_plain = arguments(n.arguments, operands);
  if (!is_plain) operands.push_back(spread_array(n.arguments));
  at(id);
  // Whether it is a constructor is asked behind the arguments.
  operands[0] = op(Op::SuperConstructor, {constructor, base});
  const ValueId made = b_.append(is_plain ? Op::Construct : Op::ConstructSpread, operands);
  const ValueId box = is_inner ? captured(CaptureKey::of(Hidden::This)) : b_.read(this_variable_);
  const ValueId bound = op(Op::BindThis, {op(Op::LoadBox, {box}), made});
  op(Op::StoreBox, {box, bound});
  if (owner.class_ == nullptr) return bound;
  if (owner.class_->has_initializer && defines_fields()) initialize_instance(bound);
  assign_parameter_properties(bound);
  if (owner.class_->has_initializer && !defines_fields()) initialize_instance(bound);
  return bound;
}

}  // namespace perry::irgen
