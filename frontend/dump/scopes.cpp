#include <vector>

#include "frontend/dump/dump.h"
#include "frontend/dump/flag_names.h"

namespace perry::frontend {

namespace {

class ScopeDumper {
 public:
  ScopeDumper(const Ast& ast, const Scopes& scopes, TextWriter& out)
      : ast_(ast), scopes_(scopes), out_(out) {}

  void run() {
    for (size_t i = 0; i < scopes_.scope_count(); i++) scope(ScopeId(i));
    out_.put("names\n");
    names();
  }

 private:
  void id(uint32_t index) {
    out_.put('#');
    out_.number(index);
  }

  void span(NodeId node) {
    if (node.is_none()) {
      out_.put("nowhere");
      return;
    }
    out_.number(ast_.start(node));
    out_.put("..");
    out_.number(ast_.end(node));
  }

  void scope(ScopeId scope_id) {
    const Scope& scope = scopes_.scope(scope_id);
    out_.put("scope ");
    id(scope_id.index);
    out_.put(' ');
    out_.put(scope_kind_name(scope.kind));
    if (!scope.parent.is_none()) {
      out_.put(" in ");
      id(scope.parent.index);
    }
    out_.put(" at ");
    span(scope.node);
    put_scope_flags(scope.flags, out_);
    out_.put('\n');
    for (BindingId b = scope.first; !b.is_none(); b = scopes_.binding(b).next) binding(b);
  }

  void binding(BindingId binding_id) {
    const Binding& binding = scopes_.binding(binding_id);
    out_.put("  ");
    id(binding_id.index);
    out_.put(' ');
    out_.put(binding_kind_name(binding.kind));
    out_.put(' ');
    out_.put(ast_.text(binding.name));
    out_.put(" at ");
    span(binding.declaration);
    put_binding_flags(binding.flags, out_);
    out_.put('\n');
  }

  // In source order: an explicit stack of nodes, children pushed last first.
  void names() {
    std::vector<NodeId> pending;
    std::vector<NodeId> children;
    if (!ast_.root().is_none()) pending.push_back(ast_.root());
    while (!pending.empty()) {
      const NodeId node = pending.back();
      pending.pop_back();
      name(node);
      children.clear();
      for_each_child(ast_, node, [&](NodeId child) { children.push_back(child); });
      pending.insert(pending.end(), children.rbegin(), children.rend());
    }
  }

  void name(NodeId node) {
    AtomId text;
    BindingId binding;
    for (const FieldInfo& field : node_fields(ast_.kind(node))) {
      const uint32_t word = ast_.word(node.index + Ast::kHeaderWords + field.offset);
      if (field.kind == FieldKind::Atom) text = AtomId(word);
      if (field.kind == FieldKind::Binding) binding = BindingId(word);
    }
    const NodeKind kind = ast_.kind(node);
    const bool is_reference =
        kind == NodeKind::Identifier ||
        (kind == NodeKind::JSXIdentifier && ast_.has_flag(node, NodeFlag::Reference));
    if (binding.is_none() && !is_reference) return;

    out_.put("  ");
    span(node);
    out_.put(' ');
    out_.put(node_name(kind));
    out_.put(' ');
    out_.put(ast_.text(text));
    out_.put(" -> ");
    if (binding.is_none())
      out_.put("global");
    else
      id(binding.index);
    put_node_flags(kind, ast_.flags(node), out_);
    out_.put('\n');
  }

  const Ast& ast_;
  const Scopes& scopes_;
  TextWriter& out_;
};

}  // namespace

void dump_scopes(const Ast& ast, const Scopes& scopes, TextWriter& out) {
  ScopeDumper(ast, scopes, out).run();
}

}  // namespace perry::frontend
