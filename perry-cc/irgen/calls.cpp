#include "perry-cc/irgen/generator.h"

// Calls, and what is written like one.
namespace perry::irgen {

// False if there is a spread among them; then nothing was evaluated.
bool FunctionGenerator::arguments(NodeList nodes, std::vector<ValueId>& values) {
  for (const NodeId id : list(nodes))
    if (is<ast::SpreadElement>(id)) return false;
  for (const NodeId id : list(nodes)) values.push_back(boxed(id));
  return true;
}

// All of a list with spread elements in one array. None is a hole.
ValueId FunctionGenerator::spread_array(NodeList nodes) {
  std::vector<ValueId> first;
  ValueId array;
  for (const NodeId id : list(nodes)) {
    const bool is_spread = id && is<ast::SpreadElement>(id);
    if (is_spread && !array) array = b_.append(Op::NewArray, first);
    const NodeId element = is_spread ? as<ast::SpreadElement>(id).argument : id;
    const ValueId value = element ? boxed(element) : b_.empty();
    if (element) at(element);
    if (is_spread) note_text(ir::ExpressionText::Kind::Iterable, element);
    if (!array)
      first.push_back(value);
    else
      op(is_spread ? Op::AppendSpread : Op::AppendElement, {array, value});
  }
  return array ? array : b_.append(Op::NewArray, first);
}

ValueId FunctionGenerator::call(NodeId id, Callee callee) {
  const auto& n = as<ast::CallExpression>(id);
  const bool is_optional = tree().has_flag(id, NodeFlag::Optional);
  const ValueId function = b_.box(callee.value);
  if (is_optional) leave_chain_if_nullish(function);
  const ValueId receiver = callee.receiver ? callee.receiver : b_.undefined();
  const uint32_t position = call_position(id);
  std::vector<ValueId> operands = {function, receiver};
  const auto enter = [&] {
    b_.set_position(position);
    note_text(ir::ExpressionText::Kind::Callee, n.callee);
  };
  if (!arguments(n.arguments, operands)) {
    const ValueId array = spread_array(n.arguments);
    enter();
    return op(Op::CallSpread, {function, receiver, array});
  }
  enter();
  if (tree().find_eval(id) != nullptr) return constant_eval(id, operands);
  const bool is_eval = !is_optional && is<ast::Identifier>(n.callee) &&
                       as<ast::Identifier>(n.callee).name == fe::atoms::eval;
  return b_.append(is_eval ? Op::CallEval : Op::Call, operands);
}

ValueId FunctionGenerator::new_expression(NodeId id) {
  const auto& n = as<ast::NewExpression>(id);
  const ValueId callee = boxed(n.callee);
  std::vector<ValueId> operands = {callee, callee};
  if (!arguments(n.arguments, operands)) {
    const ValueId array = spread_array(n.arguments);
    at(id);
    note_text(ir::ExpressionText::Kind::Callee, n.callee);
    return op(Op::ConstructSpread, {callee, callee, array});
  }
  at(id);
  note_text(ir::ExpressionText::Kind::Callee, n.callee);
  if (tree().find_eval(id) != nullptr) return constant_eval(id, operands);
  return b_.append(Op::Construct, operands);
}

ValueId FunctionGenerator::import_expression(NodeId id) {
  const auto& n = as<ast::ImportExpression>(id);
  const ValueId source = boxed(n.source);
  const ValueId options = n.options ? boxed(n.options) : b_.undefined();
  at(id);
  const auto phase = static_cast<ir::ImportPhase>(n.phase);
  return op(Op::ImportModule, {source, options},
            Immediate::of(phase, m_.request_at(tree().span(n.source))));
}

// --- templates ---

ValueId FunctionGenerator::template_literal(NodeId id) {
  const auto& n = as<ast::TemplateLiteral>(id);
  const std::span<const NodeId> quasis = list(n.quasis), parts = list(n.expressions);
  std::vector<ValueId> strings;
  for (size_t i = 0; i < quasis.size(); i++) {
    const fe::AtomId text = as<ast::TemplateElement>(quasis[i]).cooked;
    if (!tree().text(text).empty() || (i == 0 && parts.empty()))
      strings.push_back(key_string(text));
    if (i >= parts.size()) continue;
    const ValueId value = expression(parts[i]);
    at(strings.empty() && i == 0 ? id : parts[i]);
    strings.push_back(f_[value].type == Rep::String ? value : op(Op::ToString, {b_.box(value)}));
  }
  if (strings.size() == 1) return strings[0];
  at(id);
  return b_.append(Op::ConcatStrings, strings);
}

ValueId FunctionGenerator::tagged_template(NodeId id, Callee tag) {
  const NodeId quasi = as<ast::TaggedTemplate>(id).quasi;
  const auto& n = as<ast::TemplateLiteral>(quasi);
  ir::Template pieces;
  for (const NodeId element : list(n.quasis)) {
    const auto& e = as<ast::TemplateElement>(element);
    pieces.pieces.push_back({e.cooked ? m_.atom(e.cooked) : ir::AtomId(), m_.atom(e.raw)});
  }
  const ir::TemplateId row = m_.module.templates.push_back(std::move(pieces));
  at(id);
  std::vector<ValueId> operands = {b_.box(tag.value), tag.receiver ? tag.receiver : b_.undefined()};
  operands.push_back(b_.append(Op::TemplateObject, {}, Immediate::of(row)));
  for (const NodeId part : list(n.expressions)) operands.push_back(boxed(part));
  at(quasi);
  note_text(ir::ExpressionText::Kind::Callee, as<ast::TaggedTemplate>(id).tag);
  return b_.append(Op::Call, operands);
}

}  // namespace perry::irgen
