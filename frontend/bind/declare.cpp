#include "frontend/bind/binder.h"
#include "frontend/diag/codes.h"

// Scopes, declarations, and the errors of declaring a name twice.
//
// Whether a name is declared already takes one look into `slots_`, which holds for each atom the
// innermost binding of an open var scope and that of an open block. A `var` crosses every block
// between its statement and its function, and conflicts with a lexical declaration in any of them.
// If that declaration came first, it is the block binding in the slot and lies inside the current
// function. If it comes later, its block is still open, so it was opened before the `var`: it is
// enough that every Var remembers where it was declared last.

namespace perry::frontend {

bool Binder::is_var_scope(ScopeKind kind) {
  switch (kind) {
    case ScopeKind::Global:
    case ScopeKind::Module:
    case ScopeKind::CommonJS:
    case ScopeKind::Function:
    case ScopeKind::FunctionBody:
    case ScopeKind::Arrow:
    case ScopeKind::FieldInit:
    case ScopeKind::StaticBlock:
    case ScopeKind::Eval:
    case ScopeKind::Namespace:
      return true;
    default:
      return false;
  }
}

// Scopes whose code runs when it is called, not where it stands.
bool Binder::is_function_scope(ScopeKind kind) {
  switch (kind) {
    case ScopeKind::Global:
    case ScopeKind::Module:
    case ScopeKind::CommonJS:
    case ScopeKind::Function:
    case ScopeKind::Arrow:
    case ScopeKind::FieldInit:
    case ScopeKind::StaticBlock:
      return true;
    default:
      return false;
  }
}

ScopeId Binder::make_scope(ScopeKind kind, NodeId node, ScopeFlag flags) {
  ScopeId id(scopes_.scopes_.size());
  Scope s{};
  s.kind = kind;
  s.flags = flags;
  s.parent = current_;
  s.node = node;
  if (!current_.is_none()) s.flags |= scope(current_).flags & ScopeFlag::Strict;
  s.function = is_function_scope(kind) ? id : scope(current_).function;
  if (!is_function_scope(kind) && frame().loop_depth != 0) s.flags |= ScopeFlag::InLoop;
  scopes_.scopes_.push_back(s);
  return id;
}

ScopeId Binder::open_scope(ScopeKind kind, NodeId node, ScopeFlag flags) {
  current_ = make_scope(kind, node, flags);
  events_.push_back(current_.index | kOpen);
  return current_;
}

void Binder::close_scope() {
  const Scope& s = scope(current_);
  for (BindingId b = s.first; !b.is_none(); b = binding(b.index).next) {
    const Binding& closed = binding(b.index);
    if (closed.kind != BindingKind::PrivateName)
      slot_of(current_, closed.name) = facts_[b.index].outer;
  }
  events_.push_back(current_.index | kClose);
  if (!s.parent.is_none() && has(s.flags, ScopeFlag::ContainsDirectEval)) {
    scope(s.parent).flags |= ScopeFlag::ContainsDirectEval;
    if (!is_function_scope(s.kind)) scope(s.parent).flags |= s.flags & ScopeFlag::DirectEval;
  }
  current_ = s.parent;
}

uint32_t& Binder::slot_of(ScopeId in, AtomId name) {
  Slot& slot = slots_[name.index];
  return is_var_scope(scope(in).kind) ? slot.in_function : slot.in_block;
}

uint32_t Binder::add_binding(ScopeId to, const Declaration& d) {
  auto index = static_cast<uint32_t>(scopes_.bindings_.size());
  Binding b{};
  b.name = d.name;
  b.kind = d.kind;
  b.flags = d.flags;
  b.scope = to;
  b.declaration = d.node;
  scopes_.bindings_.push_back(b);

  Scope& s = scope(to);
  if (s.first.is_none())
    s.first = BindingId(index);
  else
    binding(s.last.index).next = BindingId(index);
  s.last = BindingId(index);
  s.binding_count++;

  Facts& facts = facts_.emplace_back();
  facts.init_end = d.init_end;
  facts.settled = std::max(d.init_end, d.settled);
  if (d.init_end != 0) {
    has_lexical_ = true;
    if (s.kind == ScopeKind::Switch) {
      binding(index).flags |= kInSwitch;
      clauses_.push_back({index, clause_ends_.back()});
    }
  }
  if (d.kind == BindingKind::PrivateName) return index;
  uint32_t& slot = slot_of(to, d.name);
  facts.outer = slot;
  // Annex B.3.4: `var e` and functions hoist past a simple `catch (e)` as if it weren't there.
  if (d.kind != BindingKind::CatchParameter || !options_.annex_b) slot = index;
  return index;
}

void Binder::link(NodeId node, uint32_t index) {
  if (node.is_none()) return;
  switch (ast_.kind(node)) {
    case NodeKind::Identifier:
    case NodeKind::BindingIdentifier:
    case NodeKind::IdentifierName:
      identifier(node).binding = BindingId(index);
      return;
    default:
      return;
  }
}

uint32_t Binder::declare(const Declaration& d) {
  uint32_t index;
  switch (d.kind) {
    case BindingKind::Var:
      index = declare_var(d);
      break;
    case BindingKind::Parameter:
      index = declare_parameter(d);
      break;
    case BindingKind::CatchParameter:
    case BindingKind::CatchPattern:
      index = declare_catch(d);
      break;
    case BindingKind::Function:
      index =
          scope(current_).kind == ScopeKind::Module ? declare_lexical(d) : declare_top_function(d);
      break;
    default:
      index = declare_lexical(d);
  }
  link(d.node, index);
  if (has(d.flags, BindingFlag::Exported)) {
    if (!has(d.flags, kDefaultExport)) note_export(d.name, d.node, true);
    if (typescript()) note_merged_export(d, current_, index);
  }
  return index;
}

uint32_t Binder::declare_var(const Declaration& d) {
  Slot& slot = slots_[d.name.index];
  ScopeId target = frame().var_scope;
  if (slot.in_block != kNone) {
    const Binding& b = binding(slot.in_block);
    if (b.scope.index > target.index && has(b.flags, BindingFlag::Value) &&
        !has(b.flags & d.flags, BindingFlag::Ambient)) {
      if (b.kind == BindingKind::CatchParameter || b.kind == BindingKind::CatchPattern)
        report_twice(diag::kVarRedeclaresCatchParameter, d, b.declaration);
      else
        report_twice(diag::kVarRedeclaresLexical, d, b.declaration);
    }
  }
  uint32_t existing = slot.in_function;
  uint32_t index = kNone;
  BindingFlag extra{};
  if (existing != kNone) {
    if (binding(existing).scope == target)
      index = merge_var(existing, d);
    else if (binding(existing).scope == frame().scope &&
             scope(target).kind == ScopeKind::FunctionBody &&
             has(binding(existing).flags, BindingFlag::Value))
      extra = BindingFlag::InitializedFromParameter;
  }
  if (index == kNone) {
    index = add_binding(target, d);
    binding(index).flags |= extra;
    if (has(d.flags, kHasInitializer) &&
        (frame().loop_depth != 0 || has(extra, BindingFlag::InitializedFromParameter)))
      binding(index).flags |= BindingFlag::Reassigned;
  }
  facts_[index].last_var = start(d.node) + 1;
  return index;
}

// A `var` of a name that its function declares already.
uint32_t Binder::merge_var(uint32_t existing, const Declaration& d) {
  Binding& b = binding(existing);
  bool is_module_function =
      b.kind == BindingKind::Function && scope(b.scope).kind == ScopeKind::Module;
  bool may_repeat = b.kind == BindingKind::Var || b.kind == BindingKind::Parameter ||
                    b.kind == BindingKind::Implicit ||
                    (b.kind == BindingKind::Function && !is_module_function);
  if (!may_repeat) {
    if (typescript() && merge_typescript(existing, d)) return existing;
    if (b.kind == BindingKind::Function || !has(b.flags, BindingFlag::Value))
      report_redeclaration(existing, d);
    else if (typescript())
      report_redeclaration(existing, d);
    else
      report_twice(diag::kVarRedeclaresLexical, d, b.declaration);
    return existing;
  }
  if (has(d.flags, kHasInitializer) &&
      (b.kind != BindingKind::Var || has(b.flags, kHasInitializer) || frame().loop_depth != 0))
    b.flags |= BindingFlag::Reassigned;
  b.flags |= d.flags;
  facts_[existing].settled = std::max(facts_[existing].settled, d.settled);
  return existing;
}

// A function directly in a function or script, where its name is as good as a `var`.
uint32_t Binder::declare_top_function(const Declaration& d) {
  uint32_t existing = slots_[d.name.index].in_function;
  if (existing == kNone || binding(existing).scope != current_) return add_binding(current_, d);
  Binding& b = binding(existing);
  switch (b.kind) {
    case BindingKind::Var:
      b.kind = BindingKind::Function;
      if (has(b.flags, kHasInitializer)) b.flags |= BindingFlag::Reassigned;
      break;
    case BindingKind::Function:
      break;
    case BindingKind::Parameter:
    case BindingKind::Implicit:
      b.flags |= BindingFlag::Reassigned;
      break;
    default:
      if (!typescript() || !merge_typescript(existing, d)) report_redeclaration(existing, d);
      return existing;
  }
  b.flags |= d.flags;
  return existing;
}

uint32_t Binder::declare_lexical(const Declaration& d) {
  bool is_top = current_ == frame().var_scope;
  const Slot& slot = slots_[d.name.index];
  uint32_t existing = is_top ? slot.in_function : slot.in_block;
  if (existing != kNone && binding(existing).scope == current_)
    return conflict_in_scope(existing, d);
  if (has(d.flags, BindingFlag::Value)) {
    if (is_top) {
      bool is_parameter = existing != kNone && scope(current_).kind == ScopeKind::FunctionBody &&
                          binding(existing).scope == frame().scope &&
                          binding(existing).kind == BindingKind::Parameter;
      if (is_parameter)
        report_twice(diag::kLexicalRedeclaresParameter, d, binding(existing).declaration);
    } else {
      if (!conflicts_with_catch(d)) conflicts_with_var(d);
      drop_hoist_candidates(d.name, start(scope(current_).node));
    }
  }
  return add_binding(current_, d);
}

uint32_t Binder::conflict_in_scope(uint32_t existing, const Declaration& d) {
  Binding& b = binding(existing);
  if (typescript() && merge_typescript(existing, d)) return existing;
  // Annex B.3.2: plain functions may repeat in a sloppy block.
  bool may_repeat = d.kind == BindingKind::BlockFunction && has(b.flags, kPlainFunction) &&
                    has(d.flags, kPlainFunction) && b.kind == BindingKind::BlockFunction &&
                    !strict() && options_.annex_b;
  if (!may_repeat) report_redeclaration(existing, d);
  b.flags |= d.flags & BindingFlag::Exported;
  return existing;
}

// The names of a catch clause's parameter are taken in its block.
bool Binder::conflicts_with_catch(const Declaration& d) {
  ScopeId parent = scope(current_).parent;
  if (scope(current_).kind != ScopeKind::Block || scope(parent).kind != ScopeKind::Catch ||
      as<ast::CatchClause>(scope(parent).node).body != scope(current_).node)
    return false;
  const Binding* taken = nullptr;
  uint32_t in_block = slots_[d.name.index].in_block;
  if (in_block != kNone && binding(in_block).scope == parent)
    taken = &binding(in_block);
  else if (BindingId first = scope(parent).first;
           !first.is_none() && binding(first.index).name == d.name)
    taken = &binding(first.index);
  if (taken == nullptr) return false;
  report_twice(diag::kLexicalRedeclaresCatchParameter, d, taken->declaration);
  return true;
}

bool Binder::conflicts_with_var(const Declaration& d) {
  uint32_t in_function = slots_[d.name.index].in_function;
  if (in_function == kNone || binding(in_function).scope != frame().var_scope) return false;
  if (facts_[in_function].last_var <= start(scope(current_).node)) return false;
  support::Span var{facts_[in_function].last_var - 1, 0};
  var.end = var.start + static_cast<uint32_t>(ast_.text(d.name).size());
  sink_.report(diag::kLexicalRedeclaresVar, name_span(d.node), ast_.text(d.name))
      .label(var, "first declared here");
  return true;
}

uint32_t Binder::declare_parameter(const Declaration& d) {
  const Scope& s = scope(current_);
  uint32_t existing = slot_of(current_, d.name);
  if (existing == kNone || binding(existing).scope != current_) return add_binding(current_, d);
  Binding& b = binding(existing);
  if (b.kind != BindingKind::Parameter) {  // a type parameter of that name
    b.kind = BindingKind::Parameter;
    b.flags |= d.flags;
    return existing;
  }
  bool may_repeat = s.kind == ScopeKind::Function && has(s.flags, ScopeFlag::SimpleParameters) &&
                    !has(s.flags, ScopeFlag::Strict) && !has(s.flags, ScopeFlag::Method);
  if (!may_repeat) report_twice(diag::kDuplicateParameter, d, b.declaration);
  return existing;
}

uint32_t Binder::declare_catch(const Declaration& d) {
  uint32_t existing = slots_[d.name.index].in_block;
  if (existing == kNone || binding(existing).scope != current_) return add_binding(current_, d);
  report_twice(diag::kDuplicateCatchParameter, d, binding(existing).declaration);
  return existing;
}

void Binder::declare_commonjs_parameters() {
  for (std::string_view name : kCommonJSNames)
    add_binding(current_,
                {ast_.atoms().find(name), NodeId(), BindingKind::Implicit, BindingFlag::Value});
}

void Binder::report_redeclaration(uint32_t existing, const Declaration& d) {
  const Binding& b = binding(existing);
  auto is_function = [](BindingKind k) {
    return k == BindingKind::Function || k == BindingKind::BlockFunction;
  };
  auto is_import = [](BindingKind k) {
    return k == BindingKind::Import || k == BindingKind::ImportNamespace;
  };
  auto is_variable = [](BindingKind k) {
    return k == BindingKind::Let || k == BindingKind::Const || k == BindingKind::Using;
  };
  if (b.declaration.is_none())
    sink_.report(diag::kImplicitRedeclared, name_span(d.node), ast_.text(d.name));
  else if (b.kind == BindingKind::Parameter)
    report_twice(diag::kLexicalRedeclaresParameter, d, b.declaration);
  else if (is_import(b.kind) && is_import(d.kind))
    report_twice(diag::kDuplicateImport, d, b.declaration);
  else if (is_function(b.kind) && is_function(d.kind))
    report_twice(diag::kFunctionRedeclared, d, b.declaration);
  else if (typescript() && (is_variable(b.kind) || is_variable(d.kind)))
    report_twice(diag::kBlockScopedRedeclared, d, b.declaration);
  else
    report_twice(diag::kRedeclared, d, b.declaration);
}

template <class Kind>
void Binder::report_twice(const Kind& kind, const Declaration& d, NodeId first) {
  sink_.report(kind, name_span(d.node), ast_.text(d.name))
      .label(name_span(first), "first declared here");
}

support::Span Binder::name_span(NodeId declaration) const {
  if (declaration.is_none()) return {};
  support::Span span = ast_.span(declaration);
  // A declaration without a name is pointed at where it begins.
  if (ast_.is<ast::ExportDefaultDeclaration>(declaration))
    span.end = span.start + static_cast<uint32_t>(std::string_view("export default").size());
  return span;
}

}  // namespace perry::frontend
