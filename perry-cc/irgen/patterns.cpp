#include "perry-cc/irgen/generator.h"

// Destructuring. What is left of an iterator closes with the pattern, whichever way that is left:
// an exception through the handler, a `return` sent into a generator through the controls, and the
// ordinary way at the end. A step that ended or threw marks the record as done, so none of them has
// to ask.
namespace perry::irgen {

// Gives `value` to a name, a pattern or (with Assign) any target. For what is assigned, targets are
// evaluated before the value by the callers that can tell the difference.
void FunctionGenerator::bind_target(NodeId target, ValueId value, PatternMode mode) {
  const NodeId id = skip_types(target);
  switch (tree().kind(id)) {
    case NodeKind::BindingIdentifier: {
      at(id);
      const fe::BindingId name = as<ast::BindingIdentifier>(id).binding;
      if (mode == PatternMode::Var) return give(early_reference(id, mode), id, value, mode);
      return initialize(name, value);
    }
    case NodeKind::ArrayPattern:
    case NodeKind::ObjectPattern:
      return destructure(id, value, mode, NodeId());
    default:
      return store(reference(id, NodeId()), value);
  }
}

// What a value is going to be given to, where finding that out can be seen and so comes before the
// value: targets of assignments, and a `var` that a `with` object or a catch parameter may catch.
std::optional<Reference> FunctionGenerator::early_reference(NodeId target, PatternMode mode) {
  switch (tree().kind(target)) {
    case NodeKind::ArrayPattern:
    case NodeKind::ObjectPattern:
      return std::nullopt;
    default:
      break;
  }
  if (mode == PatternMode::Assign) return reference(target, NodeId());
  if (mode != PatternMode::Var) return std::nullopt;
  const auto& n = as<ast::BindingIdentifier>(target);
  if (with_depth_ == 0) return std::nullopt;
  Reference r;
  r.kind = Reference::Kind::Dynamic;
  r.node = target;
  const bool is_evals = m_.place(n.binding) == Place::EvalVariable;
  r.object = dynamic_object(n.name, is_evals ? m_.state(n.binding).eval_target : n.binding);
  return r;
}

void FunctionGenerator::give(const std::optional<Reference>& place, NodeId target, ValueId value,
                             PatternMode mode) {
  if (place) return store(*place, value);
  if (mode != PatternMode::Var || !is<ast::BindingIdentifier>(target))
    return bind_target(target, value, mode);
  const auto& n = as<ast::BindingIdentifier>(target);
  // Annex B: `catch (e) { var e = 1; }` assigns the parameter.
  const fe::EvalCode* const code = m_.state(n.binding).eval;
  const fe::ScopeId end = code != nullptr ? code->var_scope : binding(n.binding).scope;
  for (fe::ScopeId s = scope_; catch_depth_ != 0 && s && s != end; s = scope(s).parent) {
    if (scope(s).kind != fe::ScopeKind::Catch) continue;
    if (const fe::BindingId own = m_.scopes.find(s, n.name)) return store_binding(own, value);
  }
  initialize(n.binding, value);
}

// `source` is the expression that gave the value, for messages; none if there is none to show.
void FunctionGenerator::destructure(NodeId pattern, ValueId value, PatternMode mode,
                                    NodeId source) {
  if (is<ast::BindingIdentifier>(pattern)) return bind_target(pattern, value, mode);
  if (m_.stack.exhausted()) [[unlikely]]
    return m_.report_too_deep(tree().span(pattern));
  if (is<ast::ArrayPattern>(pattern)) return array_pattern(pattern, b_.box(value), mode, source);
  const std::span<const NodeId> properties = list(as<ast::ObjectPattern>(pattern).properties);
  at(properties.empty() ? pattern : properties[0]);
  value = op(Op::CheckCoercible, {b_.box(value)}, Immediate::of(describe_pattern(pattern, source)));
  object_pattern(pattern, value, mode);
}

// "property 'a' of 'object'", as far as there is something to name.
ir::AtomId FunctionGenerator::describe_pattern(NodeId pattern, NodeId source) {
  constexpr size_t kLongest = 60;
  std::string text;
  const std::span<const NodeId> properties = list(as<ast::ObjectPattern>(pattern).properties);
  if (!properties.empty() && is<ast::Property>(properties[0]) &&
      !tree().has_flag(properties[0], NodeFlag::Computed)) {
    const NodeId key = as<ast::Property>(properties[0]).key;
    text = "property '";
    text += tree().text(tree().span(key));
    text += '\'';
  }
  if (!source || tree().span(source).size() > kLongest) return m_.atom(text);
  const std::string_view name = tree().text(tree().span(source));
  if (text.empty()) return m_.atom(name);
  text.append(" of '").append(name).append("'");
  return m_.atom(text);
}

// The default takes the place of undefined.
ValueId FunctionGenerator::default_value(ValueId value, NodeId init, NodeId target) {
  value = b_.box(value);
  const BlockId missing = b_.new_block(), end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::Boxed);
  const ValueId values[] = {value};
  b_.branch(op(Op::IsUndefined, {value}), ir::Builder::Target{missing, {}},
            ir::Builder::Target{end, values});
  b_.seal(missing);
  b_.enter(missing);
  const fe::AtomId name = name_for_function(target);
  const ValueId made = name ? named_value(init, m_.atom(name)) : expression(init);
  b_.jump(end, {b_.box(made)});
  b_.seal(end);
  b_.enter(end);
  return result;
}

// --- arrays ---

void FunctionGenerator::array_pattern(NodeId id, ValueId value, PatternMode mode, NodeId source) {
  at(source ? source : id);
  if (source) note_text(ir::ExpressionText::Kind::Iterable, source);
  const ValueId record = op(Op::IteratorOpen, {value}, Immediate::of(ir::IteratorKind::Sync));
  const BlockId handler = b_.new_handler();
  begin_iterator(record, handler);
  for (const NodeId element : list(as<ast::ArrayPattern>(id).elements))
    array_element(element, record, mode);
  end_iterator();
  at(id);
  op(Op::IteratorClose, {record});
  close_on_throw(record, handler);
}

// The handler of an iterator's protected code: closes it, and throws on.
void FunctionGenerator::close_on_throw(ValueId record, BlockId handler) {
  const BlockId after = b_.new_block();
  if (b_.is_open()) b_.jump(after);
  b_.seal(handler);
  if (is_reached(handler)) {
    b_.enter(handler);
    op(Op::IteratorCloseSilent, {record});
    b_.throw_value(b_.received(handler));
  }
  join(after);
}

void FunctionGenerator::array_element(NodeId element, ValueId record, PatternMode mode) {
  const auto next = [&] { return undefined_if_empty(op(Op::IteratorStep, {record})); };
  if (!element) {
    op(Op::IteratorStep, {record});
    return;
  }
  at(element);
  const bool is_rest = is<ast::RestElement>(element) || is<ast::SpreadElement>(element);
  NodeId target = element, init;
  if (is_rest) {
    target = as<ast::RestElement>(element).argument;
  } else if (is<ast::AssignmentPattern>(element) || is<ast::AssignmentExpression>(element)) {
    target = as<ast::AssignmentPattern>(element).left;
    init = as<ast::AssignmentPattern>(element).right;
  }
  target = skip_types(target);
  // What a member or call stands in is evaluated before the iterator moves on.
  const auto place = early_reference(target, mode);
  at(element);
  ValueId value = is_rest ? op(Op::IteratorRest, {record}) : next();
  if (init) value = default_value(value, init, target);
  give(place, target, value, mode);
}

// --- objects ---

void FunctionGenerator::object_pattern(NodeId id, ValueId object, PatternMode mode) {
  const std::span<const NodeId> properties = list(as<ast::ObjectPattern>(id).properties);
  const bool has_rest = !properties.empty() && !is<ast::Property>(properties.back());
  std::vector<ValueId> taken;
  for (const NodeId property : properties) {
    at(property);
    if (!is<ast::Property>(property)) {
      rest_property(property, object, taken, mode);
      continue;
    }
    object_property(property, object, has_rest ? &taken : nullptr, mode);
  }
}

void FunctionGenerator::rest_property(NodeId property, ValueId object,
                                      const std::vector<ValueId>& taken, PatternMode mode) {
  const NodeId target = skip_types(as<ast::RestElement>(property).argument);
  const auto place = early_reference(target, mode);
  at(property);
  const ValueId rest = b_.append(Op::NewObject, {}, Immediate::of(m_.empty_literal()));
  std::vector<ValueId> operands = {rest, object};
  operands.insert(operands.end(), taken.begin(), taken.end());
  b_.append(Op::CopyProperties, operands);
  give(place, target, rest, mode);
}

void FunctionGenerator::object_property(NodeId property, ValueId object,
                                        std::vector<ValueId>* taken, PatternMode mode) {
  const auto& n = as<ast::Property>(property);
  ir::AtomId name;
  ValueId key;
  property_key(property, name, key);
  if (key && (taken != nullptr || !is<ast::NumericLiteral>(n.key)))
    key = op(Op::ToPropertyKey, {key});
  if (taken != nullptr) taken->push_back(key ? key : string(name));

  NodeId target = n.value, init;
  if (is<ast::AssignmentPattern>(target) || is<ast::AssignmentExpression>(target)) {
    init = as<ast::AssignmentPattern>(target).right;
    target = as<ast::AssignmentPattern>(target).left;
  }
  target = skip_types(target);
  const auto place = early_reference(target, mode);
  at(property);
  ValueId value =
      name ? op(Op::GetProp, {object}, Immediate::of(name)) : op(Op::GetElem, {object, key});
  if (init) value = default_value(value, init, target);
  give(place, target, value, mode);
}

// A property's key: a name that is no index, or a value.
void FunctionGenerator::property_key(NodeId property, ir::AtomId& name, ValueId& key) {
  const NodeId id = as<ast::Property>(property).key;
  if (!tree().has_flag(property, NodeFlag::Computed)) return written_key(id, name, key);
  key = boxed(id);
  at(property);
}

// A key without brackets.
void FunctionGenerator::written_key(NodeId id, ir::AtomId& name, ValueId& key) {
  switch (tree().kind(id)) {
    case NodeKind::StringLiteral:
      name = static_key(id);
      if (!name) key = key_string(as<ast::StringLiteral>(id).value);
      return;
    case NodeKind::NumericLiteral:
      key = b_.box(b_.number(tree().number(id)));
      return;
    case NodeKind::BigIntLiteral:
      key = string(m_.bigint(as<ast::BigIntLiteral>(id).digits));
      return;
    default:
      name = m_.atom(as<ast::IdentifierName>(id).name);
      return;
  }
}

}  // namespace perry::irgen
