#include "frontend/ast/decorators.h"
#include "perry-cc/irgen/generator.h"

// Classes (ClassDefinitionEvaluation). The members are evaluated in order where the class stands:
// keys, and the closures of methods. What runs later is in functions of its own: one gives an
// instance its private methods and fields, one runs static fields and blocks. Private names are
// made when the class is entered, each time anew.
namespace perry::irgen {

// A part of a class around, in whichever function that is evaluated.
ValueId FunctionGenerator::class_part(CaptureKey key) {
  const auto found = class_parts_.find(key.bits);
  return found != class_parts_.end() ? found->second : captured(key);
}

// A private name as programs write it.
ir::AtomId FunctionGenerator::hash_name(fe::AtomId name) {
  std::string text("#");
  text += tree().text(name);
  return m_.atom(text);
}

void FunctionGenerator::make_private_names(fe::ScopeId scope_id) {
  for (fe::BindingId id = scope(scope_id).first; id; id = binding(id).next) {
    const fe::Binding& b = binding(id);
    if (b.kind != fe::BindingKind::PrivateName) continue;
    BindingState& state = m_.state(id);
    const ValueId name = b_.append(Op::NewPrivateName, {}, Immediate::of(hash_name(b.name)));
    if (m_.place(id) == Place::Cell) {
      op(Op::StoreModule, {name}, Immediate::of(m_.cell(id)));
      continue;
    }
    state.owner = this;
    state.variable = b_.new_variable(Rep::Boxed);
    b_.write(state.variable, name);
  }
}

// Signatures, ambient and abstract members, and what `declare` says.
bool FunctionGenerator::is_erased_member(NodeId member) const {
  if (tree().has_flag(member, NodeFlag::Declare) || tree().has_flag(member, NodeFlag::Abstract))
    return true;
  switch (tree().kind(member)) {
    case NodeKind::MethodDefinition: {
      const NodeId function = as<ast::MethodDefinition>(member).value;
      return !is<ast::FunctionExpression>(function) || !as<ast::FunctionExpression>(function).body;
    }
    case NodeKind::PropertyDefinition:
    case NodeKind::StaticBlock:
      return false;
    default:
      return true;
  }
}

bool FunctionGenerator::is_private_accessor(NodeId member) const {
  return is<ast::PropertyDefinition>(member) && tree().has_flag(member, NodeFlag::Accessor) &&
         is<ast::PrivateName>(as<ast::PropertyDefinition>(member).key);
}

// What has to be known of the members before the constructor is lowered.
void FunctionGenerator::find_parts(ClassParts& c) {
  const auto uses_super = [&](fe::ScopeId s) {
    return s && has(scope(s).flags, fe::ScopeFlag::UsesSuper);
  };
  for (const NodeId member : list(as<ast::ClassExpression>(c.id).members)) {
    if (is_erased_member(member)) continue;
    const bool is_static = tree().has_flag(member, NodeFlag::Static);
    if (member_decorators(member).count != 0 && !is_static) c.decorates_instances = true;
    if (is<ast::StaticBlock>(member)) {
      c.static_elements.push_back(member);
      c.statics_use_super |= uses_super(as<ast::StaticBlock>(member).scope);
    } else if (is<ast::MethodDefinition>(member)) {
      const auto& n = as<ast::MethodDefinition>(member);
      if (n.kind == fe::MethodKind::Constructor)
        c.constructor = n.value;
      else if (is<ast::PrivateName>(n.key) && !is_static)
        c.private_methods.push_back(member);
    } else {
      const auto& n = as<ast::PropertyDefinition>(member);
      const bool is_accessor = tree().has_flag(member, NodeFlag::Accessor);
      const bool makes_nothing = !n.value &&
                                 (n.decorators.count == 0 || m_.context.legacy_decorators) &&
                                 !is_accessor && !is<ast::PrivateName>(n.key) && !defines_fields();
      if (makes_nothing) continue;
      (is_static ? c.static_elements : c.fields).push_back(member);
      (is_static ? c.statics_use_super : c.fields_use_super) |= uses_super(n.scope);
      if (!is_static && is_private_accessor(member)) c.private_methods.push_back(member);
    }
  }
  const bool has_properties =
      defines_fields() && c.constructor && !parameter_properties(c.constructor).empty();
  c.has_initializer =
      !c.fields.empty() || !c.private_methods.empty() || has_properties || runs_instance_extra(c);
}

// Whether decorators of methods may leave something to run over each instance.
bool FunctionGenerator::runs_instance_extra(const ClassParts& c) const {
  return c.decorates_instances && !m_.context.legacy_decorators;
}

ValueId FunctionGenerator::class_value(NodeId id, ir::AtomId name, ValueId key) {
  if (m_.stack.exhausted()) [[unlikely]] {
    m_.report_too_deep(tree().span(id));
    return b_.undefined();
  }
  const auto& n = as<ast::ClassExpression>(id);
  ClassParts c;
  c.id = id;
  c.name = name;
  c.is_decorated = fe::is_decorated(tree(), id);
  const bool is_standard = c.is_decorated && !m_.context.legacy_decorators;
  if (is_standard && n.decorators.count != 0) c.class_decorators = decorator_array(n.decorators);
  const InScope inside(*this, n.scope);
  const ir::Strictness outer = std::exchange(strict_, ir::Strictness::Strict);
  declare_names(n.scope);
  make_private_names(n.scope);
  find_parts(c);
  const ValueId heritage = n.super_class ? boxed(n.super_class) : b_.empty();
  at(id);
  if (c.has_initializer && !m_.class_cell(id))
    note_class_part(CaptureKey::of(Hidden::Initializer, id.index),
                    op(Op::NewBox, {b_.undefined()}));
  if (n.super_class && is<ast::ClassDeclaration>(id)) at(n.super_class);
  c.made = class_constructor(c, name ? name : m_.atom(""), heritage);
  at(id);
  if (key) op(Op::SetFunctionName, {c.made, key}, Immediate::of(ir::MethodKind::Field));
  note_class_part(CaptureKey::of(Hidden::Class, id.index), c.made);
  // Members see the inner name with its value, unless keys or decorators may see it before.
  fe::BindingId inner = scope(n.scope).first;
  if (inner && binding(inner).kind != fe::BindingKind::ClassName) inner = fe::BindingId();
  const bool is_seen_early = inner && has(binding(inner).flags, fe::BindingFlag::MayUseBeforeInit);
  if (inner && !is_seen_early) initialize(inner, c.made);
  c.prototype = op(Op::ClassPrototype, {c.made});
  c.final = c.made;
  if (is_standard) begin_decoration(c, heritage);
  for (const NodeId member : list(n.members))
    if (!is_erased_member(member)) class_element(member, c);
  if (is_standard) apply_decorators(c);
  at(id);
  if (c.has_initializer) instance_initializer(c);
  const bool is_legacy = c.is_decorated && !is_standard;
  if (is_seen_early)
    initialize(inner, c.final);
  else if (inner && c.final != c.made)
    store_binding(inner, c.final);
  for (const auto& [member, function] : c.static_private_methods) {
    const NodeId name_node = as<ast::MethodDefinition>(member).key;
    at(member);
    op(Op::DefinePrivate, {c.made, load_place(as<ast::PrivateName>(name_node).binding), function},
       Immediate::of(private_kind(member)));
  }
  for (const NodeId member : c.static_elements)
    if (is_private_accessor(member)) private_accessor(member, c.made);
  if (!c.static_elements.empty() || is_standard) run_static_elements(c);
  if (is_legacy) {
    apply_legacy_decorators(c);
    if (inner && c.final != c.made) store_again(inner, c.final);
  }
  strict_ = outer;
  return c.final;
}

// The inner name of a class stands for what its experimental decorators made of it, from then on.
void FunctionGenerator::store_again(fe::BindingId name, ValueId value) {
  if (m_.place(name) == Place::Cell) {
    ir::Binding& row = m_.module.bindings[m_.cell(name)];
    row.flags = has(row.flags, ir::BindingFlag::MayBeUninitialized)
                    ? ir::BindingFlag::MayBeUninitialized
                    : ir::BindingFlag::None;
  }
  store_binding(name, value);
}

void FunctionGenerator::class_declaration(NodeId id) {
  const NodeId name = as<ast::ClassDeclaration>(id).id;
  if (!name) return;
  const auto& n = as<ast::BindingIdentifier>(name);
  const ValueId made = class_value(id, m_.atom(n.name));
  at(name);
  initialize(n.binding, made);
}

// --- members ---

ir::MethodKind FunctionGenerator::private_kind(NodeId member) const {
  switch (as<ast::MethodDefinition>(member).kind) {
    case fe::MethodKind::Get:
      return ir::MethodKind::Get;
    case fe::MethodKind::Set:
      return ir::MethodKind::Set;
    default:
      return ir::MethodKind::Method;
  }
}

// The key of a member where the class is evaluated: a name, or a value that is a property key.
void FunctionGenerator::member_key(NodeId member, ir::AtomId& name, ValueId& key) {
  const NodeId id = key_node(member);
  if (!tree().has_flag(member, NodeFlag::Computed)) return written_key(id, name, key);
  key = boxed(id);
  at(id);
  key = op(Op::ToPropertyKey, {key});
}

void FunctionGenerator::class_element(NodeId member, ClassParts& c) {
  const bool is_method = is<ast::MethodDefinition>(member);
  if (!is_method && !is<ast::PropertyDefinition>(member)) return;
  if (is_method && as<ast::MethodDefinition>(member).kind == fe::MethodKind::Constructor) return;
  at(member);
  const bool is_computed = tree().has_flag(member, NodeFlag::Computed);
  const bool is_accessor = tree().has_flag(member, NodeFlag::Accessor);
  Decorated d;
  d.member = member;
  const NodeList decorators = member_decorators(member);
  if (decorators.count != 0 && !m_.context.legacy_decorators)
    d.decorators = decorator_array(decorators);
  ir::AtomId name;
  if (is<ast::PrivateName>(key_node(member)))
    name = hash_name(as<ast::PrivateName>(key_node(member)).name);
  else if (is_method || is_computed || is_accessor || decorators.count != 0)
    member_key(member, name, d.key);
  if (is_method)
    d.function = class_method(member, name, d.key, c);
  else if (is_accessor)
    auto_accessor(member, name, d.key, c);
  if (!is_method && is_computed) note_class_part(CaptureKey::of(Hidden::Key, member.index), d.key);
  if (!fe::has_decorators(tree(), member)) return;
  if (!d.key) d.key = string(name);
  c.decorated.push_back(d);
}

ValueId FunctionGenerator::class_method(NodeId member, ir::AtomId name, ValueId key,
                                        ClassParts& c) {
  const auto& n = as<ast::MethodDefinition>(member);
  const bool is_static = tree().has_flag(member, NodeFlag::Static);
  const ir::MethodKind kind = private_kind(member);
  const bool is_private = is<ast::PrivateName>(n.key);
  ir::AtomId function_name = name;
  if (name && kind != ir::MethodKind::Method)
    function_name = accessor_name(kind == ir::MethodKind::Get ? "get" : "set", name);
  const ValueId function =
      class_method_closure(member, function_name ? function_name : m_.atom(""), c.name);
  const ValueId home = is_static ? c.made : c.prototype;
  const fe::ScopeId inner = as<ast::FunctionExpression>(n.value).scope;
  if (has(scope(inner).flags, fe::ScopeFlag::UsesSuper)) op(Op::SetHomeObject, {function, home});
  if (is_private) {
    if (is_static)
      c.static_private_methods.emplace_back(member, function);
    else
      note_class_part(CaptureKey::of(Hidden::Member, member.index), function);
    return function;
  }
  if (!name) op(Op::SetFunctionName, {function, key}, Immediate::of(kind));
  op(Op::DefineMethod, {home, key ? key : string(name), function}, Immediate::of(kind));
  return function;
}

ValueId FunctionGenerator::class_method_closure(NodeId member, ir::AtomId name,
                                                ir::AtomId class_name) {
  const auto& n = as<ast::MethodDefinition>(member);
  FunctionSpec spec;
  spec.name = name;
  spec.shown_name = shown_name(class_name, name);
  spec.flags = ir::FunctionFlag::Method;
  if (n.kind == fe::MethodKind::Get) spec.flags = spec.flags | ir::FunctionFlag::Getter;
  if (n.kind == fe::MethodKind::Set) spec.flags = spec.flags | ir::FunctionFlag::Setter;
  spec.source = method_source(member);
  at(member);
  return closure(n.value, spec);
}

// A method's text begins behind decorators, `static` and what only TypeScript writes.
support::Span FunctionGenerator::method_source(NodeId member) const {
  constexpr std::string_view kModifiers[] = {"static",   "public",   "private",  "protected",
                                             "readonly", "override", "abstract", "declare"};
  const auto& n = as<ast::MethodDefinition>(member);
  const std::string_view text = tree().source();
  const uint32_t stop = tree().start(n.key);
  uint32_t from = tree().start(member);
  for (const NodeId decorator : list(n.decorators)) from = std::max(from, tree().end(decorator));
  while (from < stop) {
    const std::string_view rest = text.substr(from, stop - from);
    if (rest.starts_with("//")) {
      from += static_cast<uint32_t>(std::min(rest.find('\n'), rest.size()));
      continue;
    }
    if (rest.starts_with("/*")) {
      from += static_cast<uint32_t>(std::min(rest.find("*/") + 2, rest.size()));
      continue;
    }
    const char first = rest.front();
    const bool is_space = first == ' ' || first == '\t' || first == '\n' || first == '\r';
    if (is_space) {
      from++;
      continue;
    }
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    size_t length = 0;
    while (length < rest.size() && is_letter(rest[length])) length++;
    if (std::ranges::find(kModifiers, rest.substr(0, length)) == std::end(kModifiers)) break;
    from += static_cast<uint32_t>(length);
  }
  return {from, tree().end(member)};
}

}  // namespace perry::irgen
