#include "perry-scan/graph/identity.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <vector>

#include "support/base/path.h"
#include "support/base/sha256.h"

namespace perry::scan {

namespace {

// How the copies of each version are told apart: by root, what is added to the name.
class Copies {
 public:
  Copies(const Graph& graph, std::string_view root) {
    std::map<std::string, std::set<std::pair<size_t, std::string>>> roots;
    for (const GraphModule& module : graph.modules) {
      if (!is_installed(module)) continue;
      std::string path = support::relative_path(module.package->root, root);
      const size_t size = path.size();
      roots[version_of(module)].emplace(size, std::move(path));
      by_root_.try_emplace(module.package->root);
    }
    std::map<std::string_view, std::string> marks;
    for (const auto& [version, copies] : roots)
      for (auto copy = std::next(copies.begin()); copy != copies.end(); ++copy)
        marks[copy->second] = "#" + copy->second;
    for (auto& [package_root, mark] : by_root_) {
      const std::string path = support::relative_path(package_root, root);
      if (const auto place = marks.find(path); place != marks.end()) mark = place->second;
    }
  }

  static bool is_installed(const GraphModule& module) {
    return module.package != nullptr && module.package->is_in_node_modules &&
           !module.package->name.empty() && !module.package->version.empty();
  }

  std::string name_of(const GraphModule& module) const {
    return version_of(module) + by_root_.at(module.package->root) + "/" +
           support::relative_path(module.path, module.package->root);
  }

 private:
  static std::string version_of(const GraphModule& module) {
    return std::string(module.package->name) + "@" + std::string(module.package->version);
  }

  std::unordered_map<std::string_view, std::string> by_root_;
};

std::string_view kind_mark(frontend::ModuleKind kind) {
  // A file can be imported as what it says and, by an attribute, as its text. And a script may
  // import itself as a module.
  switch (kind) {
    case frontend::ModuleKind::Text:
      return "\ntext";
    case frontend::ModuleKind::Bytes:
      return "\nbytes";
    case frontend::ModuleKind::Script:
      return "\nscript";
    default:
      return "";
  }
}

}  // namespace

void assign_ids(Graph& graph, std::string_view root, size_t digits) {
  const Copies copies(graph, root);
  std::vector<support::Hash256> hashes(graph.modules.size());
  std::unordered_map<std::string_view, size_t> first_with;  // by id
  first_with.reserve(graph.modules.size());
  std::vector<size_t> alike;  // whose ids are too short
  for (size_t i = 0; i < graph.modules.size(); i++) {
    GraphModule& module = graph.modules[i];
    if (module.kind == frontend::ModuleKind::Builtin) {
      module.id = module.source_path;
      continue;
    }
    module.source_path = support::relative_path(module.path, root);
    std::string name = Copies::is_installed(module) ? "package " + copies.name_of(module)
                                                    : "file " + module.source_path;
    name += module.suffix;
    name += kind_mark(module.kind);
    hashes[i] = support::sha256(name);
    module.id = hashes[i].short_hex(digits);
    const auto [first, is_new] = first_with.try_emplace(module.id, i);
    if (!is_new) alike.insert(alike.end(), {first->second, i});
  }
  for (const size_t i : alike) graph.modules[i].id = hashes[i].to_hex();
}

}  // namespace perry::scan
