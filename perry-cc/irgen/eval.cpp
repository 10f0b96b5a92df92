#include "frontend/ast/eval_call.h"
#include "perry-cc/irgen/generator.h"
#include "runtime/abi/function_text.h"

// Eval of a constant. Its code stands where the call stands, behind a test that the callee is the
// real `eval`: CallEval with an Empty receiver gives Empty then, and makes an ordinary call
// otherwise. Indirect eval is a function there, which is called at once; `Function` gives one.
//
// What sloppy code declares belongs to the function around. Where that has no such variable, it
// goes into an object that is looked through like that of a `with` (with.cpp).
namespace perry::irgen {

namespace {

bool is_sloppy(const fe::Scope& scope) { return !has(scope.flags, fe::ScopeFlag::Strict); }

bool is_variable(const fe::Binding& binding) {
  return binding.kind == fe::BindingKind::Var || binding.kind == fe::BindingKind::Function;
}

}  // namespace

void ModuleState::index_evals() {
  for (uint32_t i = 0; i < scopes.evals().size(); i++) {
    const fe::EvalCode& code = scopes.evals()[i];
    evals_.try_emplace(code.call.index, i);
    const fe::Scope& scope = scopes.scope(code.scope);
    if (!is_sloppy(scope)) continue;
    for (fe::BindingId id = scope.first; id; id = scopes.binding(id).next)
      if (is_variable(scopes.binding(id))) state(id).eval = &code;
  }
  for (const fe::StandIn& pair : scopes.stand_ins()) {
    state(pair.binding).eval_target = pair.target;
    state(pair.binding).has_eval_target = true;
  }
  for (const fe::EvalCode& code : scopes.evals()) {
    const fe::Scope& scope = scopes.scope(code.scope);
    if (code.is_wrong || scopes.scope(code.var_scope).kind == fe::ScopeKind::Global) continue;
    for (fe::BindingId id = scope.first; id; id = scopes.binding(id).next)
      if (state(id).eval == &code && !state(id).has_eval_target)
        eval_objects_.insert(code.var_scope.index);
  }
}

const fe::EvalCode* ModuleState::find_eval(NodeId call) const {
  const auto found = evals_.find(call.index);
  return found == evals_.end() ? nullptr : &scopes.evals()[found->second];
}

// The scope's function begins: what eval will declare in it goes here.
void FunctionGenerator::open_eval_object(fe::ScopeId scope) {
  if (!m_.has_eval_object(scope)) return;
  const ValueId object = b_.append(Op::NewObject, {}, Immediate::of(m_.empty_literal()));
  op(Op::SetPrototype, {object, b_.null()});
  with_objects_[scope.index] = object;
}

// The object that the variable is a property of.
ValueId FunctionGenerator::eval_object(const fe::EvalCode& code) {
  if (scope(code.var_scope).kind == fe::ScopeKind::Global) return this_value();
  return value_to_capture(CaptureKey::of(Hidden::WithObject, code.var_scope.index));
}

ValueId FunctionGenerator::load_eval_variable(fe::BindingId id) {
  const BindingState& state = m_.state(id);
  if (state.eval_target) return load_place(state.eval_target);
  if (state.has_eval_target) return b_.undefined();
  return op(Op::WithGet, {eval_object(*state.eval), key_string(binding(id).name)},
            Immediate::of(ir::Strictness::Strict));
}

void FunctionGenerator::store_eval_variable(fe::BindingId id, ValueId value) {
  const BindingState& state = m_.state(id);
  const fe::AtomId name = binding(id).name;
  if (state.eval_target) return store_binding(state.eval_target, value);
  if (state.has_eval_target) return;
  if (scope(state.eval->var_scope).kind == fe::ScopeKind::Global)
    op(Op::StoreGlobal, {value}, Immediate::of(m_.atom(name), strict_));
  else
    op(Op::WithSet, {eval_object(*state.eval), key_string(name), value}, Immediate::of(strict_));
}

// The names of `var`s come into being before the code runs, those of functions with their values.
void FunctionGenerator::declare_eval_variables(const fe::EvalCode& code) {
  const bool is_global = scope(code.var_scope).kind == fe::ScopeKind::Global;
  for (fe::BindingId id = scope(code.scope).first; id; id = binding(id).next) {
    const BindingState& state = m_.state(id);
    if (state.eval == nullptr || state.has_eval_target) continue;
    if (binding(id).kind == fe::BindingKind::Function) continue;
    const ir::AtomId name = m_.atom(binding(id).name);
    const ValueId object = eval_object(code);
    const BlockId absent = b_.new_block(), end = b_.new_block();
    const ValueId exists = is_global ? b_.append(Op::HasGlobal, {}, Immediate::of(name))
                                     : op(Op::WithHas, {object, string(name)});
    b_.branch(exists, end, absent);
    b_.seal(absent);
    b_.enter(absent);
    op(Op::DefineOwn, {object, string(name), b_.undefined()});
    b_.jump(end);
    b_.seal(end);
    b_.enter(end);
  }
}

void FunctionGenerator::define_eval_function(fe::BindingId id, ValueId value) {
  const BindingState& state = m_.state(id);
  const bool is_global = scope(state.eval->var_scope).kind == fe::ScopeKind::Global;
  if (state.has_eval_target) return store_eval_variable(id, value);
  const ir::AtomId name = m_.atom(binding(id).name);
  if (!is_global) {
    op(Op::DefineOwn, {eval_object(*state.eval), string(name), value});
    return;
  }
  // What can be deleted is declared anew, so that it can be deleted again.
  const BlockId made = b_.new_block(), kept = b_.new_block(), end = b_.new_block();
  b_.branch(b_.append(Op::DeleteGlobal, {}, Immediate::of(name)), made, kept);
  b_.seal(made);
  b_.seal(kept);
  b_.enter(kept);
  b_.append(Op::DefineGlobalFunction, {value}, Immediate::of(name));
  b_.jump(end);
  b_.enter(made);
  op(Op::DefineOwn, {eval_object(*state.eval), string(name), value});
  b_.jump(end);
  b_.seal(end);
  b_.enter(end);
}

// `operands` are those of the call.
ValueId FunctionGenerator::constant_eval(NodeId id, std::vector<ValueId>& operands) {
  const fe::EvalCode* code = m_.find_eval(id);
  const fe::EvalKind kind = fe::eval_kind(tree(), id);
  const bool is_wrong = code == nullptr || code->is_wrong;
  if (kind == fe::EvalKind::Function) {
    using enum abi::FunctionText;
    const bool is_new = is<ast::NewExpression>(id);
    const abi::FunctionText text =
        is_wrong ? (is_new ? WrongConstruct : WrongCall) : (is_new ? Construct : Call);
    operands[1] = b_.box(b_.int32(static_cast<int32_t>(text)));
  } else {
    // With null for a receiver the real `eval` throws a SyntaxError.
    operands[1] = is_wrong ? b_.null() : b_.empty();
  }
  const ValueId called = b_.append(Op::CallEval, operands);
  if (is_wrong) return called;
  const BlockId real = b_.new_block(), other = b_.new_block(), end = b_.new_block();
  const ValueId result = b_.add_parameter(end, Rep::Boxed);
  b_.branch(op(Op::IsEmpty, {called}), real, other);
  b_.seal(real);
  b_.seal(other);
  b_.enter(other);
  b_.jump(end, {called});
  b_.enter(real);
  ValueId value;
  if (kind == fe::EvalKind::Direct) {
    value = eval_code(*code);
  } else if (const NodeId function = *tree().find_eval(id); kind == fe::EvalKind::Function) {
    value = named_value(function, m_.atom("anonymous"));
  } else {
    FunctionSpec spec;
    spec.name = m_.atom("eval");
    value = op(Op::Call, {closure(function, spec), b_.undefined()});
  }
  if (b_.is_open()) b_.jump(end, {value});
  b_.seal(end);
  b_.enter(end);
  return result;
}

ValueId FunctionGenerator::eval_code(const fe::EvalCode& code) {
  const auto outer_completion = std::exchange(completion_, b_.new_variable(Rep::Boxed));
  const auto outer_strictness = strict_;
  const auto outer_chain = chain_end_;
  if (!is_sloppy(scope(code.scope))) strict_ = ir::Strictness::Strict;
  complete(ValueId());
  {
    const InScope inside(*this, code.scope);
    const auto& body = as<ast::BlockStatement>(*tree().find_eval(code.call));
    declare_names(code.scope);
    declare_eval_variables(code);
    hoist_functions(body.body);
    statements(body.body);
  }
  const ValueId result = b_.is_open() ? b_.read(completion_) : ValueId();
  chain_end_ = outer_chain;
  strict_ = outer_strictness;
  completion_ = outer_completion;
  return result;
}

// The value of a statement, or none for undefined, where somebody asks for it.
void FunctionGenerator::complete(ValueId value) {
  if (completion_) b_.write(completion_, value ? b_.box(value) : b_.undefined());
}

}  // namespace perry::irgen
