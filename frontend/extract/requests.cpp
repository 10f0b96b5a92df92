#include <algorithm>

#include "frontend/extract/extractor.h"
#include "frontend/extract/tree.h"

// What expressions ask for: import(), require() and its relatives, workers and assets.

namespace perry::frontend {

namespace {

// `import(...).then(f).catch(g)`: how many links are looked through for the import.
constexpr int kMaxHandledLinks = 8;
// `import(a ? "x" : b ? "y" : "z")`: how many specifiers one place may name.
constexpr size_t kMaxAlternatives = 16;

bool contains(const std::vector<BindingId>& set, BindingId id) {
  return !id.is_none() && std::ranges::find(set, id) != set.end();
}

}  // namespace

// CommonJS gives every file `require`, `module` and the others, here as implicit bindings;
// elsewhere, or where TypeScript's `declare` only describes them, they are the surroundings'.
bool Extractor::is_free_commonjs(NodeId id, AtomId name) const {
  const auto* identifier = ast_.try_as<ast::Identifier>(id);
  if (identifier == nullptr || identifier->name != name) return false;
  if (identifier->binding.is_none()) return true;
  const Binding& b = scopes_.binding(identifier->binding);
  if (b.scope != scopes_.root()) return false;
  return b.kind == BindingKind::Implicit || has(b.flags, BindingFlag::Ambient);
}

bool Extractor::is_require(NodeId id) const {
  if (!ast_.is<ast::Identifier>(id)) return false;
  if (contains(required_, binding_of(ast_, id))) return true;
  return options_.goal == Goal::CommonJS && is_free_commonjs(id, names_.require);
}

// `require`, `module.require`, `createRequire(import.meta.url)`.
bool Extractor::is_require_call(NodeId callee) const {
  if (is_require(callee) || is_create_require_call(callee)) return true;
  return options_.goal == Goal::CommonJS &&
         is_free_commonjs(object_of_member(ast_, callee, names_.require), names_.module);
}

// Only a require that starts from this very file is understood.
bool Extractor::is_create_require_call(NodeId id) const {
  const auto* call = ast_.try_as<ast::CallExpression>(id);
  if (call == nullptr) return false;
  const NodeId callee = skip_type_wrappers(ast_, call->callee);
  const NodeId object = object_of_member(ast_, callee, atoms::create_require);
  const bool is_made_by_module = contains(create_require_, binding_of(ast_, callee)) ||
                                 contains(module_module_, binding_of(ast_, object));
  if (!is_made_by_module) return false;
  const NodeId base = argument_at(ast_, call->arguments, 0);
  return is_import_meta_member(ast_, base, atoms::url) ||
         is_import_meta_member(ast_, base, names_.filename) ||
         is_free_commonjs(base, names_.dunder_filename);
}

void Extractor::note_required_function(NodeId declarator) {
  const auto* d = ast_.try_as<ast::VariableDeclarator>(declarator);
  if (d == nullptr || !ast_.is<ast::BindingIdentifier>(d->id)) return;
  const BindingId binding = binding_of(ast_, d->id);
  if (binding.is_none() || has(scopes_.binding(binding).flags, BindingFlag::Reassigned)) return;
  if (is_create_require_call(skip_type_wrappers(ast_, d->init))) required_.push_back(binding);
}

// Functions further up may call them, so they are looked for before the walk; at the top level
// only, which is where everybody has them.
void Extractor::collect_required_functions() {
  if (create_require_.empty() && module_module_.empty()) return;
  for (NodeId id : ast_.list(ast_.as<ast::Program>(ast_.root()).body)) {
    if (const auto* exported = ast_.try_as<ast::ExportNamedDeclaration>(id))
      id = exported->declaration;
    if (const auto* n = ast_.try_as<ast::VariableDeclaration>(id))
      for (const NodeId declarator : ast_.list(n->declarators)) note_required_function(declarator);
  }
}

// The name itself, as a global or under which it was imported; or a member of that name.
bool Extractor::is_global_or_imported(NodeId id, AtomId name) const {
  if (const auto* member = ast_.try_as<ast::StaticMember>(id)) return member->name == name;
  const auto* identifier = ast_.try_as<ast::Identifier>(id);
  if (identifier == nullptr) return false;
  if (identifier->binding.is_none()) return identifier->name == name;
  const auto import = import_of_binding_.find(identifier->binding.index);
  return import != import_of_binding_.end() &&
         record_.imports[import->second].imported == ast_.text(name);
}

// The first argument of `new URL(x, import.meta.url)`.
NodeId Extractor::url_specifier(NodeId id) const {
  const auto* n = ast_.try_as<ast::NewExpression>(id);
  if (n == nullptr) return {};
  if (!is_global_or_imported(skip_type_wrappers(ast_, n->callee), atoms::URL)) return {};
  if (!is_import_meta_member(ast_, argument_at(ast_, n->arguments, 1), atoms::url)) return {};
  return argument_at(ast_, n->arguments, 0);
}

void Extractor::add_pending(RequestKind kind, NodeId argument, Place place) {
  Pending pending = {{}, argument};
  pending.request.kind = kind;
  pending.request.optional = has(place, Place::Try);
  pending.request.span = ast_.span(argument);
  pending_.push_back(std::move(pending));
}

void Extractor::note_call(NodeId id, Place place) {
  const auto& n = ast_.as<ast::CallExpression>(id);
  const NodeId callee = skip_type_wrappers(ast_, n.callee);
  if (callee.is_none()) return;
  const auto* identifier = ast_.try_as<ast::Identifier>(callee);
  if (identifier != nullptr && identifier->name == atoms::eval && callee == n.callee &&
      !ast_.has_flag(id, NodeFlag::Optional))
    record_.uses_direct_eval = true;
  note_handled_import(callee, n.arguments.count);

  const NodeId argument = argument_at(ast_, n.arguments, 0);
  if (argument.is_none()) return;
  if (is_require_call(callee)) return add_pending(RequestKind::Require, argument, place);
  const NodeId resolver = object_of_member(ast_, callee, atoms::resolve);
  if (resolver.is_none()) return;
  if (is_require(resolver)) return add_pending(RequestKind::RequireResolve, argument, place);
  if (ast_.is<ast::ImportMeta>(resolver))
    add_pending(RequestKind::ImportMetaResolve, argument, place);
}

// `import(x).catch(f)` and `import(x).then(f, g)` handle a missing module, like `try`. The call
// comes before what it is called on.
void Extractor::note_handled_import(NodeId callee, size_t arguments) {
  const auto* member = ast_.try_as<ast::StaticMember>(callee);
  if (member == nullptr) return;
  const std::string_view name = ast_.text(member->name);
  if (name != "catch" && !(name == "then" && arguments >= 2)) return;
  NodeId object = member->object;
  for (int link = 0; link < kMaxHandledLinks && ast_.is<ast::CallExpression>(object); link++) {
    const NodeId inner = ast_.as<ast::CallExpression>(object).callee;
    if (!ast_.is<ast::StaticMember>(inner)) return;
    object = ast_.as<ast::StaticMember>(inner).object;
  }
  if (ast_.is<ast::ImportExpression>(object)) handled_.insert(object.index);
}

void Extractor::note_new(NodeId id) {
  const auto& n = ast_.as<ast::NewExpression>(id);
  const NodeId callee = skip_type_wrappers(ast_, n.callee);
  if (is_global_or_imported(callee, atoms::Worker) ||
      is_global_or_imported(callee, atoms::SharedWorker)) {
    const NodeId url = argument_at(ast_, n.arguments, 0);
    const NodeId specifier = url_specifier(url);
    if (specifier.is_none()) return;
    worker_urls_.insert(url.index);
    return add_pending(RequestKind::Worker, specifier, Place::None);
  }
  const NodeId specifier = url_specifier(id);
  if (specifier.is_none() || worker_urls_.contains(id.index)) return;
  add_pending(RequestKind::AssetUrl, specifier, Place::None);
}

void Extractor::note_import_expression(NodeId id, Place place) {
  const auto& n = ast_.as<ast::ImportExpression>(id);
  if (n.source.is_none()) return;
  if (handled_.contains(id.index)) place = place | Place::Try;
  add_pending(RequestKind::DynamicImport, skip_type_wrappers(ast_, n.source), place);
  pending_.back().request.phase = n.phase;
  pending_.back().request.attributes = dynamic_attributes(n.options);
}

void Extractor::note_import_type(NodeId id) {
  NodeId argument = ast_.as<ast::TSImportType>(id).argument;
  if (const auto* literal = ast_.try_as<ast::TSLiteralType>(argument)) argument = literal->literal;
  if (string_literal(ast_, argument) == nullptr) return;
  add_pending(RequestKind::ImportType, argument, Place::None);
  pending_.back().request.type_only = true;
}

// `{ with: { type: "json" } }`; nothing unless every part of it is there to be read.
std::vector<ImportAttribute> Extractor::dynamic_attributes(NodeId options) const {
  std::vector<ImportAttribute> attributes;
  const auto* outer = ast_.try_as<ast::ObjectExpression>(skip_type_wrappers(ast_, options));
  if (outer == nullptr) return attributes;
  for (const NodeId id : ast_.list(outer->properties)) {
    const auto* with = ast_.try_as<ast::Property>(id);
    if (with == nullptr || ast_.has_flag(id, NodeFlag::Computed)) return {};
    const AtomId key = name_atom(ast_, with->key);
    if (key.is_none() || (ast_.text(key) != "with" && ast_.text(key) != "assert")) continue;
    const auto* object = ast_.try_as<ast::ObjectExpression>(skip_type_wrappers(ast_, with->value));
    if (object == nullptr) return {};
    for (const NodeId member : ast_.list(object->properties)) {
      const auto* p = ast_.try_as<ast::Property>(member);
      if (p == nullptr || ast_.has_flag(member, NodeFlag::Computed)) return {};
      const AtomId name = name_atom(ast_, p->key);
      const auto* value = string_literal(ast_, p->value);
      if (name.is_none() || value == nullptr) return {};
      attributes.push_back({std::string(ast_.text(name)), std::string(ast_.text(value->value))});
    }
  }
  sort_attributes(attributes);
  return attributes;
}

// Reads the specifiers. One place can become several requests, or none, so the indices that imports
// and exports hold are brought up to date.
void Extractor::finish_requests() {
  std::vector<uint32_t> final_index(pending_.size());
  // By place: what stands at the top level was noted before the rest.
  std::vector<uint32_t> order(pending_.size());
  for (uint32_t i = 0; i < order.size(); i++) order[i] = i;
  std::ranges::sort(order, {},
                    [&](uint32_t i) { return std::pair(pending_[i].request.span.start, i); });
  for (const uint32_t i : order) {
    final_index[i] = static_cast<uint32_t>(record_.requests.size());
    if (pending_[i].argument.is_none())
      record_.requests.push_back(std::move(pending_[i].request));
    else
      add_alternatives(pending_[i]);
  }
  for (ImportEntry& entry : record_.imports) entry.request = final_index[entry.request];
  for (ExportEntry& entry : record_.exports)
    if (entry.request != UINT32_MAX) entry.request = final_index[entry.request];
}

// Each branch of a conditional expression is a request.
void Extractor::add_alternatives(const Pending& pending) {
  std::vector<NodeId> open = {pending.argument};
  for (size_t count = 0; !open.empty() && count < kMaxAlternatives; count++) {
    const NodeId id = skip_type_wrappers(ast_, open.back());
    open.pop_back();
    if (const auto* choice = ast_.try_as<ast::ConditionalExpression>(id)) {
      open.push_back(choice->alternate);
      open.push_back(choice->consequent);
      continue;
    }
    Pending one = {pending.request, id};
    one.request.span = ast_.span(id);
    finish_request(one);
  }
  // More than anybody lists by hand: the rest is unknown.
  if (!open.empty()) finish_request({pending.request, NodeId()});
}

namespace {

RequestKind kind_of_unknown(RequestKind kind) {
  return kind == RequestKind::DynamicImport ? RequestKind::DynamicUnknown
                                            : RequestKind::RequireUnknown;
}

RequestKind kind_of_pattern(RequestKind kind) {
  return kind == RequestKind::DynamicImport ? RequestKind::DynamicPattern
                                            : RequestKind::RequirePattern;
}

}  // namespace

void Extractor::finish_request(const Pending& pending) {
  ModuleRequest request = pending.request;
  StaticText text;
  if (!pending.argument.is_none()) text = static_text(ast_, constants_, pending.argument);
  const bool may_be_unknown =
      request.kind == RequestKind::DynamicImport || request.kind == RequestKind::Require;
  // Elsewhere a specifier that is not known says nothing: a resolver or a URL runs as it stands.
  if (text.kind != StaticText::Kind::Literal && !may_be_unknown) return;
  if (text.kind == StaticText::Kind::Unknown) request.kind = kind_of_unknown(request.kind);
  if (text.kind == StaticText::Kind::Pattern) request.kind = kind_of_pattern(request.kind);
  request.specifier = std::move(text.text);
  record_.requests.push_back(std::move(request));
}

}  // namespace perry::frontend
