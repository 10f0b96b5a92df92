#include "perry-cc/irgen/generator.h"

// Fields, static blocks and `accessor` members. All initialisers of a class's instances are one
// function, all of its static ones another; both run with their object as `this`.
namespace perry::irgen {

// Whether public fields are defined, as the language does it; TypeScript may assign them.
bool FunctionGenerator::defines_fields() const {
  return m_.context.use_define_for_class_fields || !m_.options.typescript();
}

void FunctionGenerator::begin_initializer(const ClassParts& c, std::string_view name) {
  const NodeId id = c.id;
  class_name_ = c.name;
  scope_ = as<ast::ClassExpression>(id).scope;
  strict_ = ir::Strictness::Strict;
  f_.info.name = m_.atom(name);
  f_.info.flags = ir::FunctionFlag::Strict | ir::FunctionFlag::Method | ir::FunctionFlag::UsesThis |
                  ir::FunctionFlag::FieldInit;
  f_.info.source = tree().span(id);
  at(id);
  this_kind_ = ThisKind::Value;
  this_ = op(Op::This, {});
}

// The function that gives instances their private methods and fields. The constructor is made
// before it: they share a binding of the module or a box.
void FunctionGenerator::instance_initializer(const ClassParts& c) {
  const uint32_t position = b_.position();
  FunctionGenerator inner(m_, this, m_.module.new_function());
  inner.begin_initializer(c, "<instance_members_initializer>");
  for (const NodeId member : c.private_methods) inner.private_method(member);
  if (runs_instance_extra(c))
    inner.run_initializers(CaptureKey::of(Hidden::InstanceExtra, c.id.index), inner.this_);
  if (c.constructor && defines_fields()) {
    for (const NodeId param : parameter_properties(c.constructor)) {
      inner.at(param);
      const auto& n = as<ast::BindingIdentifier>(as<ast::Parameter>(param).pattern);
      inner.op(Op::DefineOwn, {inner.this_, inner.key_string(n.name), inner.b_.undefined()});
    }
  }
  for (const NodeId member : c.fields) inner.field(member);
  inner.finish_function();
  b_.set_position(position);
  const ValueId function = make_closure(Op::NewFunction, {}, inner);
  if (c.fields_use_super) op(Op::SetHomeObject, {function, c.prototype});
  if (const ir::BindingId cell = m_.class_cell(c.id)) {
    m_.module.bindings[cell].function = inner.id_;
    op(Op::StoreModule, {function}, Immediate::of(cell));
  } else {
    op(Op::StoreBox, {class_part(CaptureKey::of(Hidden::Initializer, c.id.index)), function});
  }
}

void FunctionGenerator::private_method(NodeId member) {
  at(member);
  if (is<ast::PropertyDefinition>(member)) return private_accessor(member, this_);
  const NodeId name = as<ast::MethodDefinition>(member).key;
  const ValueId function = class_part(CaptureKey::of(Hidden::Member, member.index));
  op(Op::DefinePrivate, {this_, load_place(as<ast::PrivateName>(name).binding), function},
     Immediate::of(private_kind(member)));
}

void FunctionGenerator::run_static_elements(const ClassParts& c) {
  const uint32_t position = b_.position();
  FunctionGenerator inner(m_, this, m_.module.new_function());
  inner.begin_initializer(c, "<static_initializer>");
  // Fields are the undecorated class's; `this` is what decorators made of it.
  if (as<ast::ClassExpression>(c.id).decorators.count != 0 && c.class_decorators)
    inner.field_home_ = inner.captured(CaptureKey::of(Hidden::Class, c.id.index));
  if (c.metadata)
    inner.run_initializers(CaptureKey::of(Hidden::StaticExtra, c.id.index), inner.this_);
  for (const NodeId member : c.static_elements) {
    if (!inner.b_.is_open()) break;
    if (is<ast::StaticBlock>(member))
      inner.static_block(member);
    else
      inner.field(member);
  }
  if (c.class_decorators && inner.b_.is_open())
    inner.run_initializers(CaptureKey::of(Hidden::ClassExtra, c.id.index), inner.this_);
  inner.finish_function();
  b_.set_position(position);
  const ValueId function = make_closure(Op::NewFunction, {}, inner);
  if (c.statics_use_super) op(Op::SetHomeObject, {function, c.made});
  op(Op::Call, {function, c.final});
}

void FunctionGenerator::static_block(NodeId id) {
  const auto& n = as<ast::StaticBlock>(id);
  scoped_statements(n.body, n.scope);
}

// One field of `this`; of an accessor, what is behind it.
void FunctionGenerator::field(NodeId member) {
  const auto& n = as<ast::PropertyDefinition>(member);
  const InScope inside(*this, n.scope);
  const bool is_accessor = tree().has_flag(member, NodeFlag::Accessor);
  const bool is_private = is<ast::PrivateName>(n.key);
  at(member);
  ir::AtomId name;
  ValueId key;
  if (is_private)
    name = hash_name(as<ast::PrivateName>(n.key).name);
  else if (tree().has_flag(member, NodeFlag::Computed))
    key = class_part(CaptureKey::of(Hidden::Key, member.index));
  else
    written_key(n.key, name, key);
  ValueId value;
  if (n.value) {
    declare_names(n.scope);
    value_owner_ = class_name_;
    value = b_.box(computed_value(n.value, name, key, ir::MethodKind::Field));
    value_owner_ = ir::AtomId();
  } else {
    value = b_.undefined();
  }
  at(member);
  const bool is_decorated = n.decorators.count != 0 && !m_.context.legacy_decorators;
  if (is_decorated) value = initial_value(member, this_, value);
  const ValueId home = field_home_ ? field_home_ : this_;
  if (is_private || is_accessor) {
    const ValueId private_key = is_accessor
                                    ? class_part(CaptureKey::of(Hidden::Member, member.index))
                                    : load_place(as<ast::PrivateName>(n.key).binding);
    op(Op::DefinePrivate, {home, private_key, value}, Immediate::of(ir::MethodKind::Field));
  } else if (defines_fields()) {
    op(Op::DefineOwn, {home, key ? key : string(name), value});
  } else if (name) {
    op(Op::SetProp, {home, value}, Immediate::of(name, strict_));
  } else {
    op(Op::SetElem, {home, key, value}, Immediate::of(strict_));
  }
  if (is_decorated) run_initializers(CaptureKey::of(Hidden::Extra, member.index), this_);
}

// --- accessor x = value ---

// A getter and a setter over a private field that no program can name.
void FunctionGenerator::auto_accessor(NodeId member, ir::AtomId name, ValueId key, ClassParts& c) {
  const bool is_static = tree().has_flag(member, NodeFlag::Static);
  std::string text(name ? m_.module.atoms.text(name) : "computed");
  text += " accessor storage";
  note_class_part(CaptureKey::of(Hidden::Member, member.index),
                  b_.append(Op::NewPrivateName, {}, Immediate::of(m_.atom(text))));
  const bool is_private = is_private_accessor(member);
  const ValueId home = is_static ? c.made : c.prototype;
  for (const ir::MethodKind kind : {ir::MethodKind::Get, ir::MethodKind::Set}) {
    const ValueId function = accessor_half(member, c.id, kind, name);
    const Hidden half = kind == ir::MethodKind::Get ? Hidden::Getter : Hidden::Setter;
    note_class_part(CaptureKey::of(half, member.index), function);
    if (is_private) continue;  // each object gets it with its private methods
    if (!name) op(Op::SetFunctionName, {function, key}, Immediate::of(kind));
    op(Op::DefineMethod, {home, key ? key : string(name), function}, Immediate::of(kind));
  }
}

void FunctionGenerator::private_accessor(NodeId member, ValueId object) {
  const ValueId name = load_place(as<ast::PrivateName>(key_node(member)).binding);
  op(Op::DefinePrivate, {object, name, class_part(CaptureKey::of(Hidden::Getter, member.index))},
     Immediate::of(ir::MethodKind::Get));
  op(Op::DefinePrivate, {object, name, class_part(CaptureKey::of(Hidden::Setter, member.index))},
     Immediate::of(ir::MethodKind::Set));
}

// A static one belongs to its class whatever it is asked through, as TypeScript has it.
ValueId FunctionGenerator::accessor_half(NodeId member, NodeId of, ir::MethodKind kind,
                                         ir::AtomId name) {
  const bool is_getter = kind == ir::MethodKind::Get;
  const uint32_t position = b_.position();
  FunctionGenerator inner(m_, this, m_.module.new_function());
  inner.scope_ = scope_;
  inner.strict_ = ir::Strictness::Strict;
  ir::FunctionInfo& info = inner.f_.info;
  info.name = name ? accessor_name(is_getter ? "get" : "set", name) : m_.atom("");
  info.flags = ir::FunctionFlag::Strict | ir::FunctionFlag::Method | ir::FunctionFlag::UsesThis |
               (is_getter ? ir::FunctionFlag::Getter : ir::FunctionFlag::Setter);
  info.length = info.parameter_count = is_getter ? 0 : 1;
  info.source = tree().span(member);
  inner.at(member);
  const bool is_static = tree().has_flag(member, NodeFlag::Static);
  const ValueId object =
      is_static ? inner.captured(CaptureKey::of(Hidden::Class, of.index)) : inner.op(Op::This, {});
  const ValueId storage = inner.captured(CaptureKey::of(Hidden::Member, member.index));
  ValueId result;
  if (is_getter) {
    result = inner.op(Op::GetPrivate, {object, storage});
  } else {
    const ValueId value =
        inner.b_.append(Op::Parameter, std::span<const ValueId>(), Immediate::index(0), Rep::Boxed);
    inner.op(Op::SetPrivate, {object, storage, value});
    result = inner.b_.undefined();
  }
  inner.b_.return_value(result);
  inner.b_.finish();
  b_.set_position(position);
  return make_closure(Op::NewFunction, {}, inner);
}

}  // namespace perry::irgen
