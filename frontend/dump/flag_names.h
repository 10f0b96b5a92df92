#pragma once

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/dump/text_writer.h"

namespace perry::frontend {

// The names of what is set, each after a blank, in the order of the tables.
void put_node_flags(NodeKind kind, NodeFlag flags, TextWriter& out);
void put_binding_flags(BindingFlag flags, TextWriter& out);
void put_scope_flags(ScopeFlag flags, TextWriter& out);

std::string_view scope_kind_name(ScopeKind kind);
std::string_view binding_kind_name(BindingKind kind);

}  // namespace perry::frontend
