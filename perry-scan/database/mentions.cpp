#include "perry-scan/database/mentions.h"

#include <algorithm>
#include <set>
#include <vector>

#include "frontend/extract/tree.h"

namespace perry::scan {

namespace {

using frontend::Ast;
using frontend::BindingFlag;
using frontend::NodeFlag;
using frontend::NodeId;
using frontend::NodeKind;
namespace ast = frontend::ast;

class Finder {
 public:
  Finder(const Ast& tree, const frontend::Scopes& scopes) : tree_(tree), scopes_(scopes) {}

  std::string run();

 private:
  bool is_global(NodeId identifier) const;
  bool member_of(NodeId id, std::string_view& name, NodeId& object) const;
  NodeId note_chain(NodeId id);

  const Ast& tree_;
  const frontend::Scopes& scopes_;
  std::vector<std::string_view> parts_;
  std::set<std::string> found_;
};

// What `declare` says is elsewhere.
bool Finder::is_global(NodeId identifier) const {
  const auto& n = tree_.as<ast::Identifier>(identifier);
  if (tree_.has_flag(identifier, NodeFlag::TypeReference)) return false;
  return n.binding.is_none() || has(scopes_.binding(n.binding).flags, BindingFlag::Ambient);
}

// `object.name` or `object["name"]`.
bool Finder::member_of(NodeId id, std::string_view& name, NodeId& object) const {
  if (tree_.has_flag(id, NodeFlag::Optional)) return false;
  if (tree_.is<ast::StaticMember>(id)) {
    name = tree_.text(tree_.as<ast::StaticMember>(id).name);
    object = tree_.as<ast::StaticMember>(id).object;
    return true;
  }
  if (!tree_.is<ast::ComputedMember>(id)) return false;
  const auto& n = tree_.as<ast::ComputedMember>(id);
  if (!tree_.is<ast::StringLiteral>(n.property)) return false;
  name = tree_.text(tree_.as<ast::StringLiteral>(n.property).value);
  object = n.object;
  return name.find_first_of(".\n") == std::string_view::npos;
}

// None when the chain begins with a global name; otherwise what it does begin with.
NodeId Finder::note_chain(NodeId id) {
  parts_.clear();
  for (;;) {
    id = skip_type_wrappers(tree_, id);
    std::string_view name;
    NodeId object;
    if (!member_of(id, name, object)) break;
    parts_.push_back(name);
    id = object;
  }
  const bool is_meta = tree_.is<ast::ImportMeta>(id);
  if (!is_meta && !(tree_.is<ast::Identifier>(id) && is_global(id))) return id;
  std::string text(is_meta ? "import.meta"
                           : std::string_view(tree_.text(tree_.as<ast::Identifier>(id).name)));
  for (auto part = parts_.rbegin(); part != parts_.rend(); ++part) text.append(".").append(*part);
  found_.insert(std::move(text));
  return NodeId::none();
}

std::string Finder::run() {
  std::vector<NodeId> open = {tree_.root()};
  while (!open.empty()) {
    const NodeId id = open.back();
    open.pop_back();
    NodeId next = id;
    switch (tree_.kind(id)) {
      case NodeKind::StaticMember:
      case NodeKind::ComputedMember:
      case NodeKind::Identifier:
      case NodeKind::ImportMeta:
        next = note_chain(id);
        break;
      default:
        break;
    }
    if (next.is_none()) continue;
    frontend::for_each_child(tree_, next, [&](NodeId child) { open.push_back(child); });
  }
  std::string text;
  if (!found_.empty()) text = "\n";
  for (const std::string& name : found_) text.append(name).append("\n");
  return text;
}

}  // namespace

std::string find_mentions(const Ast& ast, const frontend::Scopes& scopes) {
  return Finder(ast, scopes).run();
}

bool has_mention(std::string_view mentions, std::string_view name) {
  const std::string line = "\n" + std::string(name);
  for (size_t at = mentions.find(line); at != std::string_view::npos;
       at = mentions.find(line, at + 1)) {
    const char next = mentions[at + line.size()];
    if (next == '\n' || next == '.') return true;
  }
  return false;
}

}  // namespace perry::scan
