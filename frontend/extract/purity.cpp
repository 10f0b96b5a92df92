// Finds out whether a file's top level has effects.
//
// Most constructs are harmless when they themselves are and all that they evaluate is, so the
// analysis is a worklist: an item is looked at once, its own condition is checked, and what it
// evaluates is added. The first item that fails its condition ends the search. Function bodies are
// never looked into: making a function has no effect, and calls are effects unless marked pure.
//
// What could be noticed includes exceptions (a name before its initialisation, a conversion of an
// object to text, a property of undefined), getters, iterators and proxies. Statements are visited
// in order, so that constants that were found to be primitive are known as such further down.
#include "frontend/extract/purity.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "frontend/extract/known_globals.h"
#include "frontend/extract/purity_analysis.h"

namespace perry::frontend {

Purity PurityAnalysis::run() {
  collect_marked_functions();
  result_.is_side_effect_free =
      std::ranges::all_of(ast_.list(ast_.as<ast::Program>(ast_.root()).body),
                          [&](NodeId statement) { return check_top_level(statement); });
  return std::move(result_);
}

// --- Functions that the program says are pure ---

void PurityAnalysis::collect_marked_functions() {
  for (const NodeId id : ast_.list(ast_.as<ast::Program>(ast_.root()).body)) {
    if (const auto* exported = ast_.try_as<ast::ExportNamedDeclaration>(id))
      note_marked(exported->declaration);
    else if (const auto* standard = ast_.try_as<ast::ExportDefaultDeclaration>(id))
      note_marked(standard->declaration);
    else if (ast_.is<ast::ImportDeclaration>(id))
      note_deferred(id);
    else
      note_marked(id);
  }
}

void PurityAnalysis::note_deferred(NodeId id) {
  const auto& n = ast_.as<ast::ImportDeclaration>(id);
  if (n.phase != ImportPhase::Defer) return;
  for (const NodeId specifier : ast_.list(n.specifiers))
    if (const auto* s = ast_.try_as<ast::ImportNamespaceSpecifier>(specifier))
      deferred_.insert(binding_of(ast_, s->local).index);
}

void PurityAnalysis::note_marked(NodeId id) {
  if (id.is_none()) return;
  if (const auto* n = ast_.try_as<ast::VariableDeclaration>(id)) {
    for (const NodeId declarator : ast_.list(n->declarators)) {
      const auto* d = ast_.try_as<ast::VariableDeclarator>(declarator);
      if (d == nullptr || !is_marked_function(skip_type_wrappers(ast_, d->init))) continue;
      const BindingId binding = binding_of(ast_, d->id);
      if (!binding.is_none() && !has(scopes_.binding(binding).flags, BindingFlag::Reassigned))
        result_.pure_functions.insert(binding.index);
    }
    return;
  }
  if (!is_marked_function(id)) return;
  const auto* n = ast_.try_as<ast::FunctionDeclaration>(id);
  const BindingId binding = n != nullptr ? binding_of(ast_, n->id) : BindingId();
  if (binding.is_none())
    result_.is_default_pure = true;
  else if (!has(scopes_.binding(binding).flags, BindingFlag::Reassigned))
    result_.pure_functions.insert(binding.index);
}

// --- Statements ---

bool PurityAnalysis::check_top_level(NodeId statement) {
  // A script's declarations are everybody's.
  if (options_.goal == Goal::Script && !statement.is_none()) {
    const NodeKind kind = ast_.kind(statement);
    const bool declares_nothing =
        kind == NodeKind::EmptyStatement || kind == NodeKind::TSInterfaceDeclaration ||
        kind == NodeKind::TSTypeAliasDeclaration || kind == NodeKind::ExpressionStatement ||
        ast_.has_flag(statement, NodeFlag::Declare);
    if (!declares_nothing) return false;
  }
  add(statement);
  return drain();
}

bool PurityAnalysis::drain() {
  while (!open_.empty()) {
    const NodeId id = open_.back();
    open_.pop_back();
    if (!check(id)) return false;
  }
  return true;
}

bool PurityAnalysis::check(NodeId id) {
  if (ast_.has_flag(id, NodeFlag::Declare)) return true;
  switch (ast_.kind(id)) {
    case NodeKind::ImportDeclaration:
    case NodeKind::ExportAllDeclaration:
    case NodeKind::EmptyStatement:
    case NodeKind::FunctionDeclaration:
    case NodeKind::TSInterfaceDeclaration:
    case NodeKind::TSTypeAliasDeclaration:
    case NodeKind::TSNamespaceExportDeclaration:
      return true;
    case NodeKind::ExportNamedDeclaration:
      add(ast_.as<ast::ExportNamedDeclaration>(id).declaration);
      return true;
    case NodeKind::ExportDefaultDeclaration:
      return check_default(ast_.as<ast::ExportDefaultDeclaration>(id).declaration);
    case NodeKind::TSExportAssignment:
      add(ast_.as<ast::TSExportAssignment>(id).expression);
      return true;
    case NodeKind::TSImportEqualsDeclaration:
      // `import x = require("y")` is an edge like any import; `import x = a.b` reads a property.
      return ast_.is<ast::TSExternalModuleReference>(
                 ast_.as<ast::TSImportEqualsDeclaration>(id).reference) ||
             ast_.has_flag(id, NodeFlag::TypeOnly);
    case NodeKind::VariableDeclaration:
      return check_variables(id);
    case NodeKind::ClassDeclaration:
    case NodeKind::ClassExpression:
      return check_class(id);
    case NodeKind::TSEnumDeclaration:
      return check_enum(id);
    case NodeKind::TSModuleDeclaration:
      return check_namespace(id);
    default:
      return check_statement(id);
  }
}

// `export default T` of a type leaves nothing behind.
bool PurityAnalysis::check_default(NodeId declaration) {
  const bool is_type = options_.typescript() && !type_named(ast_, scopes_, declaration).is_none();
  if (!is_type) add(declaration);
  return true;
}

bool PurityAnalysis::check_statement(NodeId id) {
  switch (ast_.kind(id)) {
    case NodeKind::ExpressionStatement:
      add(ast_.as<ast::ExpressionStatement>(id).expression);
      return true;
    case NodeKind::BlockStatement:
      add_all(ast_.as<ast::BlockStatement>(id).body);
      return true;
    case NodeKind::IfStatement: {
      const auto& n = ast_.as<ast::IfStatement>(id);
      add(n.test);
      add(n.consequent);
      add(n.alternate);
      return true;
    }
    default:
      return check_expression(id);
  }
}

bool PurityAnalysis::check_variables(NodeId id) {
  const auto& n = ast_.as<ast::VariableDeclaration>(id);
  if (n.kind == VariableKind::Using || n.kind == VariableKind::AwaitUsing) return false;
  for (const NodeId declarator : ast_.list(n.declarators)) {
    const auto* d = ast_.try_as<ast::VariableDeclarator>(declarator);
    // A pattern reads properties or iterates.
    if (d == nullptr || !ast_.is<ast::BindingIdentifier>(d->id)) return false;
    add(d->init);
    const BindingId binding = binding_of(ast_, d->id);
    if (n.kind == VariableKind::Const && !d->init.is_none() && !binding.is_none() &&
        shape_of(d->init) == Shape::Plain)
      plain_constants_.insert(binding.index);
  }
  return true;
}

bool PurityAnalysis::check_enum(NodeId id) {
  for (const NodeId member : ast_.list(ast_.as<ast::TSEnumDeclaration>(id).members)) {
    const auto* m = ast_.try_as<ast::TSEnumMember>(member);
    if (m == nullptr) return false;
    if (m->init.is_none()) continue;
    if (shape_of(m->init) != Shape::Plain) return false;
    add(m->init);
  }
  return true;
}

// A namespace is an object that its block fills. Merged with a class or function it may meet a
// setter.
bool PurityAnalysis::check_namespace(NodeId id) {
  const auto& n = ast_.as<ast::TSModuleDeclaration>(id);
  const BindingId binding = binding_of(ast_, n.id);
  if (binding.is_none() || scopes_.binding(binding).kind != BindingKind::Namespace) return false;
  if (const auto* block = ast_.try_as<ast::TSModuleBlock>(n.body)) add_all(block->body);
  return n.body.is_none() || ast_.is<ast::TSModuleBlock>(n.body);
}

// --- Classes ---

bool PurityAnalysis::check_class(NodeId id) {
  // Declaration and expression share the layout of what is read here.
  const bool is_declaration = ast_.is<ast::ClassDeclaration>(id);
  const auto& d = ast_.as<ast::ClassDeclaration>(id);
  const auto& e = ast_.as<ast::ClassExpression>(id);
  if ((is_declaration ? d.decorators : e.decorators).count != 0) return false;
  const NodeId heritage = is_declaration ? d.super_class : e.super_class;
  if (!heritage.is_none() && !check_heritage(skip_type_wrappers(ast_, heritage))) return false;
  const NodeList members = is_declaration ? d.members : e.members;
  return std::ranges::all_of(ast_.list(members),
                             [&](NodeId member) { return check_member(member); });
}

// Only what is a constructor for certain, with a plain `prototype`.
bool PurityAnalysis::check_heritage(NodeId id) {
  if (ast_.is<ast::NullLiteral>(id)) return true;
  if (!ast_.is<ast::Identifier>(id)) return false;
  const std::string_view global = global_name(id);
  if (!global.empty()) return is_known_class(global);
  const BindingId binding = binding_of(ast_, id);
  if (binding.is_none() || ast_.has_flag(id, NodeFlag::TdzCheck) ||
      ast_.has_flag(id, NodeFlag::DynamicLookup))
    return false;
  const Binding& b = scopes_.binding(binding);
  return b.kind == BindingKind::Class && !has(b.flags, BindingFlag::Reassigned);
}

bool PurityAnalysis::check_member(NodeId id) {
  if (id.is_none()) return false;
  switch (ast_.kind(id)) {
    case NodeKind::MethodDefinition: {
      const auto& n = ast_.as<ast::MethodDefinition>(id);
      return n.decorators.count == 0 && check_decorators(n.value) && check_key(n.key, id);
    }
    case NodeKind::PropertyDefinition: {
      const auto& n = ast_.as<ast::PropertyDefinition>(id);
      if (n.decorators.count != 0 || !check_key(n.key, id)) return false;
      const bool is_emitted =
          !ast_.has_flag(id, NodeFlag::Declare) && !ast_.has_flag(id, NodeFlag::Abstract);
      if (is_emitted && ast_.has_flag(id, NodeFlag::Static)) add(n.value);
      return true;
    }
    case NodeKind::StaticBlock:
      add_all(ast_.as<ast::StaticBlock>(id).body);
      return true;
    case NodeKind::TSIndexSignature:
      return true;
    default:
      return false;
  }
}

// TypeScript's parameter decorators run when the class is made.
bool PurityAnalysis::check_decorators(NodeId function) const {
  const auto* f = ast_.try_as<ast::FunctionExpression>(function);
  if (f == nullptr) return false;
  return std::ranges::all_of(ast_.list(f->params), [&](NodeId param) {
    const auto* p = ast_.try_as<ast::Parameter>(param);
    return p == nullptr || p->decorators.count == 0;
  });
}

// A computed key is turned into a property name, which only a primitive or symbol does quietly.
bool PurityAnalysis::check_key(NodeId key, NodeId owner) {
  if (!ast_.has_flag(owner, NodeFlag::Computed)) return true;
  if (is_symbol_key(key)) return true;
  if (shape_of(key) == Shape::Any) return false;
  add(key);
  return true;
}

bool PurityAnalysis::is_symbol_key(NodeId id) const {
  const auto* member = ast_.try_as<ast::StaticMember>(id);
  return member != nullptr && is_global(member->object, "Symbol") &&
         is_known_symbol(ast_.text(member->name));
}

Purity find_purity(const Ast& ast, const Scopes& scopes, const SourceOptions& options) {
  return PurityAnalysis(ast, scopes, options).run();
}

}  // namespace perry::frontend
