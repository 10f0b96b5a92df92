#include <algorithm>

#include "frontend/diag/codes.h"
#include "frontend/extract/commonjs_names.h"
#include "frontend/extract/extractor.h"
#include "frontend/extract/tree.h"

// The one walk over the tree, and the facts that any place of it can give.

namespace perry::frontend {

void Extractor::walk() {
  open_.push_back({ast_.root(), options_.declaration_file ? Place::Ambient : Place::None});
  while (!open_.empty()) {
    const Visit visit = open_.back();
    open_.pop_back();
    push_children(visit.node, enter(visit.node, visit.place));
  }
}

namespace {

// Most nodes are of these kinds, and have nothing below them.
bool is_leaf(NodeKind kind) {
  switch (kind) {
    case NodeKind::Identifier:
    case NodeKind::BindingIdentifier:
    case NodeKind::IdentifierName:
    case NodeKind::NullLiteral:
    case NodeKind::BooleanLiteral:
    case NodeKind::NumericLiteral:
    case NodeKind::StringLiteral:
    case NodeKind::ThisExpression:
      return true;
    default:
      return false;
  }
}

}  // namespace

void Extractor::push_children(NodeId id, Place place) {
  if (is_leaf(ast_.kind(id))) return;
  const size_t first = open_.size();
  for_each_child(ast_, id, [&](NodeId child) { open_.push_back({child, place}); });
  if (const auto* n = ast_.try_as<ast::TryStatement>(id); n != nullptr && !n->handler.is_none())
    for (size_t i = first; i < open_.size(); i++)
      if (open_[i].node == n->block) open_[i].place = place | Place::Try;
  if (const auto* n = ast_.try_as<ast::CallExpression>(id))
    for (size_t i = first; i < open_.size(); i++)
      if (open_[i].node == n->callee) open_[i].place = place | Place::Called;
  std::reverse(open_.begin() + static_cast<ptrdiff_t>(first), open_.end());
}

Place Extractor::enter(NodeId id, Place place) {
  const NodeKind kind = ast_.kind(id);
  if (is_function(kind)) {
    // Who knows when it is called, unless that is here and now.
    if (!has(place, Place::Called)) place = place & ~Place::Try;
    place = place | Place::Function;
  }
  place = place & ~Place::Called;
  if (kind == NodeKind::TSImportType) note_import_type(id);
  if (ast_.has_flag(id, NodeFlag::Declare)) {
    // The flag's bit means nothing else on other kinds.
    place = place | Place::Ambient;
  }
  if (has(place, Place::Ambient)) return place;

  switch (kind) {
    case NodeKind::Identifier:
      note_identifier(id);
      break;
    case NodeKind::CallExpression:
      note_call(id, place);
      break;
    case NodeKind::NewExpression:
      note_new(id);
      break;
    case NodeKind::ImportExpression:
      note_import_expression(id, place);
      break;
    case NodeKind::ImportMeta:
      record_.uses_import_meta = true;
      break;
    case NodeKind::VariableDeclarator:
      note_constant(id);
      break;
    case NodeKind::AwaitExpression:
      if (!has(place, Place::Function)) record_.has_top_level_await = true;
      break;
    case NodeKind::ForOfStatement:
      if (!has(place, Place::Function) && ast_.has_flag(id, NodeFlag::Await))
        record_.has_top_level_await = true;
      break;
    case NodeKind::VariableDeclaration:
      if (!has(place, Place::Function) &&
          ast_.as<ast::VariableDeclaration>(id).kind == VariableKind::AwaitUsing)
        record_.has_top_level_await = true;
      break;
    case NodeKind::JSXElement:
    case NodeKind::JSXFragment:
      record_.uses_jsx = true;
      break;
    case NodeKind::RegExpLiteral:
    case NodeKind::JSXText:
      opaque_.push_back(ast_.span(id));
      break;
    default:
      break;
  }
  return place;
}

void Extractor::note_identifier(NodeId id) {
  if (record_.uses_commonjs_globals || ast_.has_flag(id, NodeFlag::TypeReference)) return;
  const AtomId name = ast_.as<ast::Identifier>(id).name;
  const bool is_commonjs = name == names_.require || name == names_.module ||
                           name == atoms::exports || name == names_.dunder_filename ||
                           name == names_.dunder_dirname;
  if (is_commonjs && is_free_commonjs(id, name)) record_.uses_commonjs_globals = true;
}

// Constants that may name a module. Their binding is what counts, not where they stand.
void Extractor::note_constant(NodeId declarator) {
  const auto& d = ast_.as<ast::VariableDeclarator>(declarator);
  if (!ast_.is<ast::BindingIdentifier>(d.id)) return;
  const NodeId init = skip_type_wrappers(ast_, d.init);
  if (init.is_none()) return;
  const NodeKind kind = ast_.kind(init);
  if (kind != NodeKind::StringLiteral && kind != NodeKind::TemplateLiteral &&
      kind != NodeKind::BinaryExpression)
    return;
  const BindingId binding = binding_of(ast_, d.id);
  if (!binding.is_none() && scopes_.binding(binding).kind == BindingKind::Const)
    constants_[binding.index] = init;
}

// `module.exports = x` or `exports.x = y`, as a statement of its own: in an ES module it throws.
void Extractor::note_statement(NodeId statement) {
  if (options_.goal != Goal::Module || !commonjs_write_.is_none()) return;
  const NodeId expression = ast_.as<ast::ExpressionStatement>(statement).expression;
  const auto* assignment = ast_.try_as<ast::AssignmentExpression>(expression);
  if (assignment == nullptr) return;
  NodeId target = assignment->left;
  AtomId last;
  while (const auto* member = ast_.try_as<ast::StaticMember>(target)) {
    target = member->object;
    last = member->name;
  }
  const bool is_module = last == atoms::exports && is_free_commonjs(target, names_.module);
  if (!last.is_none() && (is_module || is_free_commonjs(target, atoms::exports)))
    commonjs_write_ = target;
}

void Extractor::find_module_syntax() {
  record_.has_module_syntax =
      has_es_syntax_ || record_.uses_import_meta || record_.has_top_level_await;
  if (!has_es_syntax_ || commonjs_write_.is_none()) return;
  sink_.report(diag::kCommonJsWriteInModule, ast_.span(commonjs_write_),
               ast_.text(name_atom(ast_, commonjs_write_)));
}

void Extractor::find_commonjs_names() {
  if (options_.goal != Goal::CommonJS || has_es_syntax_) return;
  std::ranges::sort(opaque_, {}, &support::Span::start);
  CommonJsNames names = frontend::find_commonjs_names(ast_.source(), opaque_);
  record_.commonjs_exports = std::move(names.exports);
  record_.commonjs_reexports = std::move(names.reexports);
}

}  // namespace perry::frontend
