#include "frontend/unicode/unicode.h"
#include "perry-cc/irgen/generator.h"
#include "support/base/utf8.h"

// Functions: what runs before the body (FunctionDeclarationInstantiation), and their closures.
namespace perry::irgen {

namespace {

ir::FunctionFlag node_flags(NodeFlag flags) {
  ir::FunctionFlag result = ir::FunctionFlag::None;
  if (has(flags, NodeFlag::Async)) result = result | ir::FunctionFlag::Async;
  if (has(flags, NodeFlag::Generator)) result = result | ir::FunctionFlag::Generator;
  return result;
}

bool is_identifier(std::string_view text) {
  const support::Utf8Step first = support::decode_utf8(text, 0);
  if (!fe::is_identifier_start(first.code_point)) return false;
  for (size_t at = first.size; at < text.size();) {
    const support::Utf8Step step = support::decode_utf8(text, at);
    if (!fe::is_identifier_part(step.code_point)) return false;
    at += step.size;
  }
  return true;
}

}  // namespace

FunctionGenerator::FunctionGenerator(ModuleState& module, FunctionGenerator* parent,
                                     ir::FunctionId id)
    : m_(module), parent_(parent), id_(id), f_(module.module.function(id)), b_(f_) {}

ValueId FunctionGenerator::closure(NodeId function, const FunctionSpec& spec) {
  if (m_.stack.exhausted()) {
    m_.report_too_deep(tree().span(function));
    return b_.undefined();
  }
  const uint32_t position = b_.position();
  FunctionGenerator inner(m_, this, m_.module.new_function());
  inner.function_body(function, spec);
  b_.set_position(position);
  return make_closure(Op::NewFunction, {}, inner);
}

// `first` are the operands before the captures.
ValueId FunctionGenerator::make_closure(Op op, std::initializer_list<ValueId> first,
                                        FunctionGenerator& inner) {
  std::vector<ValueId> operands(first);
  for (const CaptureKey key : inner.captures_) operands.push_back(value_to_capture(key));
  return b_.append(op, operands, Immediate::of(inner.id_));
}

// NamedEvaluation: an anonymous function or class takes the name of what it is assigned to. `self`
// is the variable of that name, if this is all that it ever holds.
ValueId FunctionGenerator::named_value(NodeId value, ir::AtomId name, fe::BindingId self) {
  const NodeId inner = skip_types(value);
  const ir::AtomId owner = std::exchange(value_owner_, ir::AtomId());
  switch (tree().kind(inner)) {
    case NodeKind::FunctionExpression:
    case NodeKind::ArrowFunction: {
      FunctionSpec spec;
      if (self && !has(binding(self).flags, fe::BindingFlag::Reassigned)) {
        const Place place = m_.place(self);
        const bool is_own = place == Place::Variable || place == Place::Box || place == Place::Cell;
        if (is_own) spec.self = self;
      }
      const NodeId own_name = as<ast::FunctionExpression>(inner).id;
      spec.name = own_name ? m_.atom(as<ast::BindingIdentifier>(own_name).name) : name;
      if (owner) spec.shown_name = shown_name(owner, spec.name);
      at(inner);
      return closure(inner, spec);
    }
    case NodeKind::ClassExpression:
      if (as<ast::ClassExpression>(inner).id) break;
      at(inner);
      return class_value(inner, name);
    default:
      break;
  }
  return expression(value);
}

// What a stack trace calls a property of an object or class: V8 puts the type of `this` before it,
// which is nearly always that of the holder. Names that are no identifiers stand alone.
ir::AtomId FunctionGenerator::shown_name(ir::AtomId owner, ir::AtomId name) {
  std::string_view text = name ? m_.module.atoms.text(name) : std::string_view();
  const std::string_view holder = owner ? m_.module.atoms.text(owner) : std::string_view();
  if (holder.empty() || (!text.empty() && !is_identifier(text))) return ir::AtomId();
  if (text.empty()) text = "<anonymous>";
  return m_.atom(std::string(holder) + '.' + std::string(text));
}

// How the target of an assignment is written, as V8 names an anonymous function that is assigned to
// a member: `a.b.c`, without `this` and `prototype`. None: it has computed parts.
ir::AtomId FunctionGenerator::written_target(NodeId target) {
  std::vector<std::string_view> parts;
  NodeId id = skip_types(target);
  for (; is<ast::StaticMember>(id); id = skip_types(as<ast::StaticMember>(id).object)) {
    const std::string_view part = tree().text(as<ast::StaticMember>(id).name);
    if (part != "prototype") parts.push_back(part);
  }
  if (is<ast::Identifier>(id))
    parts.push_back(tree().text(as<ast::Identifier>(id).name));
  else if (!is<ast::ThisExpression>(id))
    return ir::AtomId();
  std::string text;
  for (size_t i = parts.size(); i-- > 0;) {
    if (!text.empty()) text += '.';
    text += parts[i];
  }
  return text.empty() ? ir::AtomId() : m_.atom(text);
}

uint32_t FunctionGenerator::expected_arguments(NodeList params) const {
  uint32_t count = 0;
  for (const NodeId param : list(params)) {
    if (tree().has_flag(param, NodeFlag::ThisParameter)) continue;
    if (tree().has_flag(param, NodeFlag::Rest) || as<ast::Parameter>(param).init) break;
    count++;
  }
  return count;
}

void FunctionGenerator::set_up_function(NodeId function, const FunctionSpec& spec) {
  const auto& n = as<ast::FunctionExpression>(function);
  const fe::Scope& s = scope(n.scope);
  const bool is_arrow = is<ast::ArrowFunction>(function);
  scope_ = n.scope;
  if (has(s.flags, fe::ScopeFlag::Strict)) strict_ = ir::Strictness::Strict;
  self_ = spec.self;
  if (is<ast::FunctionExpression>(function) && n.id)
    self_name_ = as<ast::BindingIdentifier>(n.id).binding;

  ir::FunctionFlag flags = spec.flags | node_flags(tree().flags(function));
  if (is_strict()) flags = flags | ir::FunctionFlag::Strict;
  if (is_arrow) flags = flags | ir::FunctionFlag::Arrow;
  const bool uses_this = has(s.flags, fe::ScopeFlag::UsesThis);
  if (uses_this && !is_arrow) flags = flags | ir::FunctionFlag::UsesThis;
  if (has(s.flags, fe::ScopeFlag::UsesArguments)) flags = flags | ir::FunctionFlag::UsesArguments;
  is_async_ = has(flags, ir::FunctionFlag::Async);
  is_generator_ = has(flags, ir::FunctionFlag::Generator);
  is_constructor_ = has(flags, ir::FunctionFlag::Class);

  ir::FunctionInfo& info = f_.info;
  info.name = spec.name;
  info.shown_name = spec.shown_name;
  info.flags = flags;
  info.length = expected_arguments(n.params);
  info.source = spec.source.size() != 0 ? spec.source : tree().span(function);
  for (const NodeId param : list(n.params))
    if (!tree().has_flag(param, NodeFlag::ThisParameter) && !tree().has_flag(param, NodeFlag::Rest))
      info.parameter_count++;

  at(function);
  open_eval_object(n.scope);
  if (is_arrow) {
    this_kind_ = ThisKind::Captured;
  } else if (has(flags, ir::FunctionFlag::Derived)) {
    this_kind_ = ThisKind::Derived;
    this_variable_ = b_.new_variable(Rep::Cell);
    b_.write(this_variable_, op(Op::NewBox, {b_.empty()}));
  } else if (is_constructor_) {
    this_kind_ = ThisKind::Value;
    this_ = op(Op::NewReceiver, {op(Op::NewTarget, {})});
    begin_instance(this_);
  } else {
    this_kind_ = ThisKind::Value;
    if (!uses_this) return;
    this_ = op(Op::This, {});
    if (!is_strict()) this_ = op(Op::CoerceThis, {this_});
  }
}

void FunctionGenerator::function_body(NodeId function, const FunctionSpec& spec) {
  const auto& n = as<ast::FunctionExpression>(function);
  set_up_function(function, spec);
  parameters(function);
  if (is_generator_) {
    const BlockId resume = b_.new_resume();
    b_.suspend(ir::SuspendKind::Initial, b_.undefined(), resume);
    b_.seal(resume);
    b_.enter(resume);
  }
  begin_body(function);
  if (tree().has_flag(function, NodeFlag::ExpressionBody)) {
    const ValueId value = boxed(n.body);
    leave({Exit::Kind::Return}, value);
    return finish_function();
  }
  const auto& body = as<ast::BlockStatement>(n.body);
  if (body.scope) {
    const InScope inside(*this, body.scope);
    open_eval_object(body.scope);
    declare_names(body.scope);
    for (fe::BindingId id = scope(body.scope).first; id; id = binding(id).next) {
      if (!has(binding(id).flags, fe::BindingFlag::InitializedFromParameter)) continue;
      initialize(id, load_place(m_.scopes.find(n.scope, binding(id).name)));
    }
    hoist_functions(body.body);
    statements(body.body);
  } else {
    hoist_functions(body.body);
    statements(body.body);
  }
  finish_function();
}

void FunctionGenerator::finish_function() {
  if (b_.is_open()) return_value(b_.undefined());
  b_.finish();
}

// --- parameters ---

void FunctionGenerator::parameters(NodeId function) {
  const auto& n = as<ast::FunctionExpression>(function);
  declare_names(n.scope);
  const fe::ScopeFlag flags = scope(n.scope).flags;
  if (has(flags, fe::ScopeFlag::SimpleParameters)) return simple_parameters(n.params);
  if (has(flags, fe::ScopeFlag::UsesArguments)) initialize_arguments(op(Op::ArgumentsUnmapped, {}));
  uint32_t index = 0;
  for (const NodeId param : list(n.params))
    if (!tree().has_flag(param, NodeFlag::ThisParameter)) parameter(param, index++);
}

void FunctionGenerator::simple_parameters(NodeList params) {
  const fe::ScopeFlag flags = scope(scope_).flags;
  const bool is_mapped = has(flags, fe::ScopeFlag::MappedArguments);
  std::vector<ValueId> boxes;
  uint32_t index = 0;
  for (const NodeId param : list(params)) {
    if (tree().has_flag(param, NodeFlag::ThisParameter)) continue;
    const NodeId name = as<ast::Parameter>(param).pattern;
    const fe::BindingId id = as<ast::BindingIdentifier>(name).binding;
    at(name);
    const ValueId value =
        b_.append(Op::Parameter, std::span<const ValueId>(), Immediate::index(index++), Rep::Boxed);
    initialize(id, value);
    if (is_mapped) boxes.push_back(b_.read(m_.state(id).variable));
  }
  if (!has(flags, fe::ScopeFlag::UsesArguments)) return;
  initialize_arguments(is_mapped ? b_.append(Op::ArgumentsMapped, boxes)
                                 : op(Op::ArgumentsUnmapped, {}));
}

void FunctionGenerator::initialize_arguments(ValueId value) {
  for (fe::BindingId id = scope(scope_).first; id; id = binding(id).next)
    if (binding(id).kind == fe::BindingKind::Implicit && binding(id).name == fe::atoms::arguments)
      return initialize(id, value);
}

void FunctionGenerator::parameter(NodeId param, uint32_t index) {
  const auto& n = as<ast::Parameter>(param);
  at(param);
  const bool is_rest = tree().has_flag(param, NodeFlag::Rest);
  ValueId value = is_rest ? b_.append(Op::RestParameter, {}, Immediate::index(index))
                          : b_.append(Op::Parameter, std::span<const ValueId>(),
                                      Immediate::index(index), Rep::Boxed);
  if (n.init) value = default_value(value, n.init, n.pattern);
  destructure(n.pattern, value, PatternMode::Initialize, NodeId());
}

}  // namespace perry::irgen
