#include <algorithm>
#include <string>
#include <vector>

#include "frontend/dump/dump.h"
#include "frontend/dump/flag_names.h"
#include "frontend/dump/js_number.h"

namespace perry::frontend {

namespace {

// Deeper than this, lines are indented no further and tell their depth instead: a tree that is a
// hundred thousand levels deep must not make gigabytes of blanks.
constexpr uint32_t kDeepestIndent = 60;

class AstDumper {
 public:
  AstDumper(const Ast& ast, TextWriter& out) : ast_(ast), out_(out) {}

  void run() {
    if (ast_.root().is_none()) return;
    push({.label = {}, .id = ast_.root(), .depth = 0, .kind = Task::Kind::Node});
    while (!tasks_.empty()) {
      const Task task = tasks_.back();
      tasks_.pop_back();
      write(task);
    }
  }

 private:
  struct Task {
    enum class Kind : uint8_t { Node, Hole, List };
    std::string_view label;
    NodeId id;
    uint32_t depth;
    Kind kind;
    NodeList items = {};
  };

  void push(const Task& task) { tasks_.push_back(task); }

  void write(const Task& task) {
    indent(task.depth);
    if (!task.label.empty()) {
      out_.put(task.label);
      out_.put(task.kind == Task::Kind::List ? ":" : ": ");
    }
    switch (task.kind) {
      case Task::Kind::Hole:
        out_.put("(hole)\n");
        break;
      case Task::Kind::List:
        out_.put('\n');
        push_items(task.items, task.depth + 1);
        break;
      case Task::Kind::Node:
        node(task.id, task.depth);
        break;
    }
  }

  void push_items(NodeList items, uint32_t depth) {
    const std::span<const NodeId> nodes = ast_.list(items);
    for (size_t i = nodes.size(); i-- > 0;) {
      const auto kind = nodes[i].is_none() ? Task::Kind::Hole : Task::Kind::Node;
      push({.label = {}, .id = nodes[i], .depth = depth, .kind = kind});
    }
  }

  void indent(uint32_t depth) {
    for (uint32_t i = 0; i < std::min(depth, kDeepestIndent); i++) out_.put("  ");
    if (depth <= kDeepestIndent) return;
    out_.put('(');
    out_.number(depth);
    out_.put(") ");
  }

  void node(NodeId id, uint32_t depth) {
    const NodeKind kind = ast_.kind(id);
    out_.put(node_name(kind));
    out_.put(' ');
    out_.number(ast_.start(id));
    out_.put("..");
    out_.number(ast_.end(id));
    put_node_flags(kind, ast_.flags(id), out_);
    if (kind == NodeKind::NumericLiteral) {
      out_.put(" value=");
      out_.put(js_number_text(ast_.number(id)));
    } else {
      for (const FieldInfo& field : node_fields(kind)) leaf(id, field);
    }
    out_.put('\n');

    const std::span<const FieldInfo> fields = node_fields(kind);
    for (size_t i = fields.size(); i-- > 0;) branch(id, fields[i], depth + 1);
  }

  // The fields that are shown on the node's own line.
  void leaf(NodeId id, const FieldInfo& field) {
    const uint32_t word = ast_.word(id.index + Ast::kHeaderWords + field.offset);
    switch (field.kind) {
      case FieldKind::Atom:
        begin_leaf(field);
        if (AtomId(word).is_none())
          out_.put("none");
        else
          out_.json_string(ast_.text(AtomId(word)));
        break;
      case FieldKind::Enum:
        begin_leaf(field);
        out_.put(enum_value_name(field.type, word));
        break;
      case FieldKind::Binding:
      case FieldKind::Scope:
        if (BindingId(word).is_none()) break;
        begin_leaf(field);
        out_.put('#');
        out_.number(word);
        break;
      case FieldKind::Offset:
      case FieldKind::Word:
        begin_leaf(field);
        out_.number(word);
        break;
      case FieldKind::Child:
      case FieldKind::List:
        break;
    }
  }

  void begin_leaf(const FieldInfo& field) {
    out_.put(' ');
    out_.put(field.name);
    out_.put('=');
  }

  // The fields that have lines of their own.
  void branch(NodeId id, const FieldInfo& field, uint32_t depth) {
    const uint32_t at = id.index + Ast::kHeaderWords + field.offset;
    if (field.kind == FieldKind::Child) {
      const NodeId child(ast_.word(at));
      if (!child.is_none())
        push({.label = field.name, .id = child, .depth = depth, .kind = Task::Kind::Node});
    } else if (field.kind == FieldKind::List) {
      const NodeList items{ast_.word(at), ast_.word(at + 1)};
      if (items.count != 0)
        push({.label = field.name,
              .id = {},
              .depth = depth,
              .kind = Task::Kind::List,
              .items = items});
    }
  }

  const Ast& ast_;
  TextWriter& out_;
  std::vector<Task> tasks_;
};

}  // namespace

void dump_ast(const Ast& ast, TextWriter& out) { AstDumper(ast, out).run(); }

}  // namespace perry::frontend
