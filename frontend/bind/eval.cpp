#include <algorithm>

#include "frontend/ast/eval_call.h"
#include "frontend/bind/binder.h"

// The code of a constant direct eval is walked where its call stands, as a scope of its own. What
// is lexical in it, and everything in strict code, stays in that scope. Variables and functions of
// sloppy code belong to the function around, whose names are all known only in the replay: so the
// eval's scope has bindings for them as well, which then learn what they stand in for.
//
// Code of an eval counts as standing at the file's beginning where positions are compared, so
// every use of a lexical binding in it is checked, and what it captures is captured early.
//
// Global code, that of indirect eval and of `Function`, is walked when all else is, in an empty
// global scope of its own.
namespace perry::frontend {

void Binder::note_constant_eval(NodeId call) {
  const NodeId* code = ast_.find_eval(call);
  if (code == nullptr || code->is_none()) return;
  if (ast_.is<ast::BlockStatement>(*code))
    push(call, Step::BeginEval);
  else
    global_code_.push_back(call);
}

void Binder::walk_global_code() {
  // Code may contain more of it.
  for (size_t i = 0; i < global_code_.size(); i++) {
    const NodeId call = global_code_[i];
    const NodeId code = *ast_.find_eval(call);
    open_frame(ScopeKind::Global, code, ScopeFlag::None);
    scope(current_).flags = ScopeFlag::SimpleParameters;  // sloppy, whatever is around
    scopes_.evals_.push_back({.call = call, .scope = current_, .var_scope = current_});
    if (eval_kind(ast_, call) == EvalKind::Function) {
      push(code);
    } else {
      auto& function = as<ast::FunctionExpression>(code);
      function.scope = current_;
      push_list(as<ast::BlockStatement>(function.body).body);
    }
    run_steps();
    close_frame();
  }
  global_code_.clear();
}

void Binder::begin_eval(NodeId call) {
  const NodeId body = *ast_.find_eval(call);
  const bool is_strict = strict() || ast_.has_flag(body, NodeFlag::Strict);
  EvalCode code{.call = call, .scope = {}, .var_scope = frame().var_scope};
  const Scope& variables = scope(code.var_scope);
  if (variables.kind == ScopeKind::Eval) {
    const EvalCode& outer = scopes_.evals_[eval_scopes_.at(code.var_scope.index)];
    code.var_scope = outer.var_scope;
    code.in_parameters = outer.in_parameters;
  } else {
    // A script's names are beside those that eval declares.
    if (variables.kind == ScopeKind::Global && !variables.parent.is_none())
      code.var_scope = variables.parent;
    const bool is_function =
        variables.kind == ScopeKind::Function || variables.kind == ScopeKind::Arrow;
    code.in_parameters = is_function && !frame().is_in_body;
  }
  outer_variables_.push_back({frame().var_scope, frame().hoist_base, pattern_});
  code.scope = open_scope(ScopeKind::Eval, body, is_strict ? ScopeFlag::Strict : ScopeFlag::None);
  auto& block = as<ast::BlockStatement>(body);
  block.scope = code.scope;
  eval_scopes_[code.scope.index] = static_cast<uint32_t>(scopes_.evals_.size());
  scopes_.evals_.push_back(code);
  frame().var_scope = code.scope;
  frame().hoist_base = hoists_.size();
  push_step(Step::EndEval);
  push_list(block.body);
}

void Binder::end_eval() {
  finish_hoisting();
  close_scope();
  const OuterVariables& outer = outer_variables_.back();
  frame().var_scope = outer.var_scope;
  frame().hoist_base = outer.hoist_base;
  pattern_ = outer.pattern;
  outer_variables_.pop_back();
}

// The replay is about to make the names of the scope visible.
void Binder::enter_eval(EvalCode& code) {
  const Scope& s = scope(code.scope);
  for (BindingId b = s.first; !b.is_none(); b = binding(b.index).next)
    if (stands_in(s, binding(b.index)) && !stand_in(b.index, code)) code.is_wrong = true;
}

// EvalDeclarationInstantiation, step 3: false if a `var` would get past a lexical name.
bool Binder::stand_in(uint32_t index, const EvalCode& code) {
  uint32_t at = visible_[binding(index).name.index];
  for (; at != kNone; at = facts_[at].outer) {
    const Binding& b = binding(at);
    if (b.scope.index < code.var_scope.index) return true;
    const bool is_variable = b.kind == BindingKind::Var || b.kind == BindingKind::Function;
    const bool is_transparent = !has(b.flags, BindingFlag::Value) ||
                                (b.kind == BindingKind::CatchParameter && options_.annex_b);
    if (is_transparent) continue;
    const bool is_shared =
        is_variable || b.kind == BindingKind::Parameter || b.kind == BindingKind::Implicit;
    if (b.scope == code.var_scope && is_shared && !code.in_parameters) break;
    // Annex B's functions stay in their blocks then.
    if (!has(binding(index).flags, BindingFlag::AnnexBFunction)) return false;
    scopes_.stand_ins_.push_back({BindingId(index), BindingId()});
    return true;
  }
  if (at == kNone || scope(code.var_scope).kind == ScopeKind::Global) return true;
  facts_[at].flags |= BindingFlag::Reassigned | BindingFlag::DynamicallyVisible;
  if (has(facts_[at].flags, kTracked)) note_tracked_use(at);
  scopes_.stand_ins_.push_back({BindingId(index), BindingId(at)});
  return true;
}

// Early errors in the code of an eval are no errors of the program.
void Binder::take_eval_errors() {
  if (scopes_.evals_.empty()) return;
  size_t errors = 0;
  std::erase_if(sink_.all(), [&](const support::Diagnostic& d) {
    if (d.span.start < ast_.file_size()) return false;
    if (d.info->severity != support::Severity::Error) return true;
    errors++;
    for (EvalCode& code : scopes_.evals_) {
      const support::Span span = ast_.span(scope(code.scope).node);
      if (d.span.start >= span.start && d.span.start <= span.end) code.is_wrong = true;
    }
    return true;
  });
  support::DiagnosticSink::Mark left = sink_.mark();
  left.errors -= errors;
  sink_.rewind(left);
}

}  // namespace perry::frontend
