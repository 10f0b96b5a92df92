#include <algorithm>

#include "frontend/bind/binder.h"
#include "frontend/diag/codes.h"

// What a module exports: every name once, and local names only if they are declared.

namespace perry::frontend {

void Binder::note_export(AtomId name, NodeId node, bool is_declaration) {
  if (current_ == scopes_.root()) exports_.push_back({name, node, is_declaration});
}

namespace {

// An export's name is an identifier or a string; their atoms lie at the same place.
AtomId export_name(const Ast& ast, NodeId node) {
  return ast.is<ast::StringLiteral>(node) ? ast.as<ast::StringLiteral>(node).value
                                          : ast.as<ast::IdentifierName>(node).name;
}

bool is_export_name(const Ast& ast, NodeId node) {
  return ast.is<ast::StringLiteral>(node) || ast.is<ast::IdentifierName>(node) ||
         ast.is<ast::Identifier>(node);
}

}  // namespace

void Binder::visit_export_specifiers(NodeId id) {
  if (auto* all = ast_.try_as<ast::ExportAllDeclaration>(id)) {
    if (is_export_name(ast_, all->exported))
      note_export(export_name(ast_, all->exported), all->exported, false);
    return;
  }
  auto& n = as<ast::ExportNamedDeclaration>(id);
  for (NodeId specifier : ast_.list(n.specifiers)) {
    if (!ast_.is<ast::ExportSpecifier>(specifier)) continue;
    auto& s = as<ast::ExportSpecifier>(specifier);
    NodeId exported = s.exported.is_none() ? s.local : s.exported;
    if (is_export_name(ast_, exported)) note_export(export_name(ast_, exported), exported, false);
    if (!n.source.is_none() || ast_.is<ast::StringLiteral>(s.local) ||
        !is_export_name(ast_, s.local))
      continue;
    if (ast_.has_flag(id, NodeFlag::TypeOnly)) ast_.add_flag(s.local, NodeFlag::TypeReference);
    if (ast_.has_flag(specifier, NodeFlag::TypeOnly))
      ast_.add_flag(s.local, NodeFlag::TypeReference);
    if (current_ == scopes_.root())
      export_specifiers_.push_back(s.local);
    else if (typescript())
      type_event(s.local, TypeUse::Alias);
    else
      reference(s.local);  // misplaced
  }
}

void Binder::finish_exports() {
  for (NodeId local : export_specifiers_) link_export_specifier(local);
  check_duplicate_exports();
}

void Binder::link_export_specifier(NodeId local) {
  AtomId name = identifier(local).name;
  uint32_t index = slots_[name.index].in_function;
  bool is_type = ast_.has_flag(local, NodeFlag::TypeReference);
  if (index == kNone) {
    // The parser has said what it thinks of `export { if }`.
    bool is_reserved = name.index < kReservedWordCount;
    if (!ambient_ && !is_reserved)
      sink_.report(diag::kUndeclaredExport, ast_.span(local), ast_.text(name));
    return;
  }
  link(local, index);
  Binding& b = binding(index);
  b.flags |= BindingFlag::Exported;
  if (has(b.flags, kTracked) && typescript())
    b.flags |=
        is_type ? BindingFlag::UsedAsType : BindingFlag::UsedAsValue | BindingFlag::UsedAsType;
}

void Binder::check_duplicate_exports() {
  if (exports_.size() < 2) return;
  auto first = std::make_unique_for_overwrite<uint32_t[]>(atom_count_);
  std::fill_n(first.get(), atom_count_, kNone);
  for (uint32_t i = 0; i < exports_.size(); i++) {
    const ExportEntry& entry = exports_[i];
    uint32_t& slot = first[entry.name.index];
    if (slot == kNone) {
      slot = i;
    } else if (!may_repeat(exports_[slot], entry)) {
      sink_.report(diag::kDuplicateExport, name_span(entry.node), ast_.text(entry.name))
          .label(name_span(exports_[slot].node), "first exported here");
    }
  }
}

// TypeScript's merged declarations export one thing together. What is wrong with them otherwise,
// declaring them has found.
bool Binder::may_repeat(const ExportEntry& first, const ExportEntry& second) {
  return typescript() && (ambient_ || (first.is_declaration && second.is_declaration));
}

}  // namespace perry::frontend
