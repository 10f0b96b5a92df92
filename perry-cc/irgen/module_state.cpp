#include "perry-cc/irgen/module_state.h"

#include <algorithm>
#include <utility>

#include "frontend/dump/bigint_text.h"
#include "frontend/module/signature.h"
#include "perry-cc/irgen/codes.h"

namespace perry::irgen {

ModuleState::ModuleState(const Input& input, ir::Module& module, support::DiagnosticSink& sink,
                         support::StackLimit stack)
    : tree(input.ast),
      scopes(input.scopes),
      record(input.record),
      options(input.source),
      context(input.context),
      defines(input.context.definitions),
      module(module),
      sink(sink),
      stack(stack),
      metadata_types(input.ast, input.scopes, input.context.strict_null_checks),
      states_(input.scopes.binding_count()) {
  index_exports();
  index_imports();
  index_requests();
  index_evals();
  if (record.uses_jsx && context.jsx.mode == JsxMode::Classic) {
    for (const std::string_view path :
         {std::string_view(context.jsx.factory), std::string_view(context.jsx.fragment)})
      if (const fe::AtomId name = tree.atoms().find(path.substr(0, path.find('.'))))
        hidden_names_.push_back(name);
  }
  for (const fe::AnnexBFunction& pair : scopes.annex_b_functions())
    state(pair.block).annex_b_var = pair.var;
}

void ModuleState::index_exports() {
  for (const fe::CanonicalExport& exported : fe::canonical_exports(record))
    exports_.try_emplace(exported.local, exported.name);
}

void ModuleState::index_imports() {
  for (uint32_t i = 0; i < record.imports.size(); i++)
    imports_.try_emplace(record.imports[i].local, i);
}

void ModuleState::index_requests() {
  for (uint32_t i = 0; i < record.requests.size(); i++)
    requests_.try_emplace(record.requests[i].span.start, i);
}

uint32_t ModuleState::request_at(support::Span span) const {
  const auto at = requests_.find(span.start);
  return at == requests_.end() ? UINT32_MAX : at->second;
}

ir::LiteralId ModuleState::empty_literal() {
  if (!empty_literal_) empty_literal_ = module.literals.push_back({});
  return empty_literal_;
}

const uint32_t* ModuleState::find_constant_size(NodeId literal) const {
  const auto at = constant_sizes_.find(literal.index);
  return at == constant_sizes_.end() ? nullptr : &at->second;
}

ir::AtomId ModuleState::bigint(fe::AtomId digits) {
  return atom(fe::bigint_decimal_text(tree.text(digits)));
}

bool is_index_like(std::string_view name) {
  return !name.empty() && name.size() <= 10 &&
         std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
}

ir::AtomId ModuleState::atom(fe::AtomId id) {
  ir::AtomId& known = atoms_.at(id);
  if (known.is_none()) known = module.atoms.intern(tree.text(id));
  return known;
}

// --- places ---

Place ModuleState::place(fe::BindingId id) {
  Place& place = states_[id.index].place;
  if (place == Place::Undecided) place = decide_place(id);
  return place;
}

bool ModuleState::runs_once(fe::ScopeId scope) const {
  const fe::Scope& s = scopes.scope(scope);
  return s.function == scopes.root() && !has(s.flags, fe::ScopeFlag::InLoop);
}

Place ModuleState::decide_place(fe::BindingId id) {
  const fe::Binding& b = scopes.binding(id);
  using enum fe::BindingKind;
  using enum fe::BindingFlag;
  if (b.kind == PrivateName) return runs_once(b.scope) ? Place::Cell : Place::Variable;
  if (b.kind == Type || !has(b.flags, Value) || has(b.flags, Ambient) || has(b.flags, TypeOnly))
    return Place::Absent;
  if (b.kind == EnumMember) return Place::EnumMember;
  const fe::Scope& s = scopes.scope(b.scope);
  const bool is_import = b.kind == Import || b.kind == ImportNamespace;
  if (is_import && imports_.contains(tree.text(b.name)) && b.scope == scopes.root())
    return Place::Import;
  if (s.kind == fe::ScopeKind::Namespace && has(b.flags, Exported)) {
    if (b.kind == Var || b.kind == Let || b.kind == Const || b.kind == Using || is_import)
      return Place::Member;
  }
  if (s.kind == fe::ScopeKind::Global) return Place::Global;
  if (states_[id.index].eval != nullptr) return Place::EvalVariable;
  const bool is_hidden = is_hidden_name(b.name);
  if (runs_once(b.scope) && b.kind != FunctionName) {
    const bool is_shared = has(b.flags, Captured) || has(b.flags, Exported) || is_hidden ||
                           b.kind == Enum || b.kind == Namespace;
    return is_shared ? Place::Cell : Place::Variable;
  }
  if (b.kind == Parameter && has(s.flags, fe::ScopeFlag::MappedArguments)) return Place::Box;
  if (is_hidden) return Place::Box;
  if (!has(b.flags, Captured) || b.kind == FunctionName) return Place::Variable;
  const bool changes = has(b.flags, Reassigned) || has(b.flags, CapturedEarly) ||
                       (b.kind == ClassName && has(b.flags, MayUseBeforeInit));
  return changes ? Place::Box : Place::Variable;
}

bool ModuleState::is_const(const fe::Binding& b) const {
  using enum fe::BindingKind;
  switch (b.kind) {
    case Const:
    case Using:
    case ClassName:
    case Import:
    case ImportNamespace:
      return true;
    default:
      return false;
  }
}

ir::BindingId ModuleState::cell(fe::BindingId id) {
  ir::BindingId& cell = states_[id.index].cell;
  if (cell.is_none()) cell = place(id) == Place::Import ? make_import(id) : make_cell(id);
  return cell;
}

ir::BindingId ModuleState::make_cell(fe::BindingId id) {
  const fe::Binding& b = scopes.binding(id);
  using enum fe::BindingKind;
  ir::Binding row;
  row.name = atom(b.name);
  if (b.scope == scopes.root() && goal() == fe::Goal::Module) {
    if (const auto exported = exports_.find(tree.text(b.name)); exported != exports_.end()) {
      row.kind = ir::BindingKind::Export;
      row.name = module.atoms.intern(exported->second);
    }
  }
  const bool is_lexical =
      b.kind == Let || b.kind == Const || b.kind == Using || b.kind == Class || b.kind == ClassName;
  const bool starts_late = !is_lexical && b.kind != Function && b.kind != BlockFunction;
  const bool is_private = b.kind == PrivateName;
  if (is_private || (!has(b.flags, fe::BindingFlag::Reassigned) && !starts_late))
    row.flags = ir::BindingFlag::Const;
  const bool is_seen_early =
      has(b.flags, fe::BindingFlag::MayUseBeforeInit) || row.kind == ir::BindingKind::Export;
  if (is_lexical && is_seen_early) row.flags = row.flags | ir::BindingFlag::MayBeUninitialized;
  return module.bindings.push_back(row);
}

ir::BindingId ModuleState::make_import(fe::BindingId id) {
  const uint32_t index = imports_.at(tree.text(scopes.binding(id).name));
  const fe::ImportEntry& entry = record.imports[index];
  ir::Binding row;
  if (index < context.imports.size()) {
    const ImportTarget& target = context.imports[index];
    const bool is_namespace = target.kind == ImportTarget::Kind::Namespace;
    row.kind = is_namespace ? ir::BindingKind::Namespace : ir::BindingKind::Import;
    row.module = atom(target.module);
    // Of a namespace it says `defer`, or there is none.
    if (!target.name.empty()) row.name = atom(target.name);
    if (target.is_const) row.flags = row.flags | ir::BindingFlag::Const;
    if (target.may_be_uninitialized) row.flags = row.flags | ir::BindingFlag::MayBeUninitialized;
    return module.bindings.push_back(row);
  }
  const bool is_namespace = entry.kind == fe::ImportEntry::Kind::Namespace;
  row.kind = is_namespace ? ir::BindingKind::Namespace : ir::BindingKind::Import;
  row.module = atom(record.requests[entry.request].specifier);
  if (!is_namespace) {
    row.name = atom(entry.imported);
    row.flags = ir::BindingFlag::MayBeUninitialized;
  }
  return module.bindings.push_back(row);
}

const ImportTarget* ModuleState::find_import(fe::BindingId id) const {
  const fe::Binding& b = scopes.binding(id);
  const bool is_import =
      b.kind == fe::BindingKind::Import || b.kind == fe::BindingKind::ImportNamespace;
  const auto place = imports_.find(tree.text(b.name));
  return is_import && place != imports_.end() && place->second < context.imports.size()
             ? &context.imports[place->second]
             : nullptr;
}

ir::BindingId ModuleState::import_of(std::string_view module_id, std::string_view name) {
  std::string key(module_id);
  key += '\0';
  key += name;
  const auto [at, is_new] = implicit_imports_.try_emplace(std::move(key));
  if (is_new) {
    ir::Binding row;
    row.kind = ir::BindingKind::Import;
    row.module = atom(module_id);
    row.name = atom(name);
    row.flags = ir::BindingFlag::Const;
    at->second = module.bindings.push_back(row);
  }
  return at->second;
}

fe::BindingId ModuleState::binding_of_object(fe::ScopeId scope) const {
  const auto at = objects_.find(scope.index);
  return at == objects_.end() ? fe::BindingId() : at->second;
}

std::optional<EnumValue> ModuleState::enum_value(fe::BindingId of, ir::AtomId member) const {
  const auto at = enum_values_.find(uint64_t{of.index} << 32 | member.index);
  return at == enum_values_.end() ? std::nullopt : std::optional(at->second);
}

std::string ModuleState::jsx_runtime() const {
  if (!context.jsx.runtime_module.empty()) return context.jsx.runtime_module;
  const bool is_development = context.jsx.mode == JsxMode::AutomaticDevelopment;
  return context.jsx.import_source + (is_development ? "/jsx-dev-runtime" : "/jsx-runtime");
}

ir::BindingId ModuleState::jsx_cell() {
  if (!jsx_cell_) {
    ir::Binding row;
    row.name = atom("jsx runtime");
    row.flags = ir::BindingFlag::Const;
    jsx_cell_ = module.bindings.push_back(row);
  }
  return jsx_cell_;
}

ir::BindingId ModuleState::class_cell(NodeId id) {
  const auto [at, is_new] = class_cells_.try_emplace(id.index);
  if (!is_new || !runs_once(tree.as<ast::ClassExpression>(id).scope)) return at->second;
  ir::Binding row;
  row.name = atom("<instance_members_initializer>");
  row.flags = ir::BindingFlag::Const;
  return at->second = module.bindings.push_back(row);
}

ModuleContext default_context(const fe::ModuleRecord& record, std::string source_path) {
  ModuleContext context;
  context.module_id = source_path;
  context.source_path = std::move(source_path);
  for (const fe::Directive& directive : record.directives) {
    using enum fe::Directive::Kind;
    switch (directive.kind) {
      case Jsx:
        context.jsx.mode = JsxMode::Classic;
        context.jsx.factory = directive.value;
        break;
      case JsxFragment:
        context.jsx.fragment = directive.value;
        break;
      case JsxRuntime:
        context.jsx.mode = directive.value == "classic" ? JsxMode::Classic : JsxMode::Automatic;
        break;
      case JsxImportSource:
        context.jsx.import_source = directive.value;
        break;
      default:
        break;
    }
  }
  return context;
}

// --- names without a reference in the tree ---

bool ModuleState::is_hidden_name(fe::AtomId name) const {
  return std::ranges::find(hidden_names_, name) != hidden_names_.end();
}

fe::BindingId ModuleState::find_name(fe::ScopeId from, fe::AtomId name) const {
  for (fe::ScopeId at = from; at; at = scopes.scope(at).parent) {
    // Bindings of such names are few: they are the file's imports, as a rule.
    const fe::BindingId found = scopes.find(at, name);
    if (found && has(scopes.binding(found).flags, fe::BindingFlag::Value)) return found;
  }
  return fe::BindingId();
}

// --- diagnostics ---

void ModuleState::report_too_deep(support::Span span) {
  if (!std::exchange(reported_depth_, true)) sink.report(diag::kCodeNestedTooDeeply, span);
}

void ModuleState::report_unsupported(support::Span span, std::string_view what) {
  sink.report(diag::kNotSupported, span, what);
}

}  // namespace perry::irgen
