#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "perry-scan/graph/graph.h"

namespace perry::scan {

// What an exported name stands for in the end.
struct ExportTarget {
  enum class Kind : uint8_t {
    Missing,
    Ambiguous,
    Circular,
    Type,       // a name without a value
    Binding,    // `name` is canonical in `module`
    Namespace,  // of `module`
    DeferredNamespace,
    CommonJs,  // `name` of the CommonJS module `module`
    Unknown,   // the way leads through something that is broken and reported
  };
  Kind kind = Kind::Missing;
  ModuleIndex module = kNoModule;
  std::string name;

  bool is_namespace() const { return kind == Kind::Namespace || kind == Kind::DeferredNamespace; }
  bool has_value() const {
    return kind == Kind::Binding || is_namespace() || kind == Kind::CommonJs;
  }
  friend bool operator==(const ExportTarget&, const ExportTarget&) = default;
};

// ECMAScript's ResolveExport and GetExportedNames over the whole graph, with CommonJS and data
// modules as their ES wrappers. Answers are remembered, except for those found inside a cycle of
// `export *`, which hold only for the question that led there.
//
// Recurses as deep as barrels lead to barrels, at most once for each module: call it on a big
// stack.
class Exports {
 public:
  explicit Exports(const Graph& graph);

  ExportTarget resolve(ModuleIndex module, std::string_view name);
  // The names of the module's namespace object, sorted.
  std::vector<std::string> names(ModuleIndex module);
  // The names beside `default` that a CommonJS module gives its importers, sorted.
  const std::vector<std::string>& commonjs_names(ModuleIndex index);

 private:
  // By name, sorted: most modules have a handful.
  template <class Value>
  using Names = std::vector<std::pair<std::string_view, Value>>;
  struct Table {
    Names<uint32_t> entries;  // index into the record's exports
    std::vector<uint32_t> stars;
    Names<std::string_view> canonical;  // by local name
    Names<uint32_t> namespaces;         // local name: index of the import
    std::unordered_map<std::string, ExportTarget> known;
  };
  using Path = std::set<std::pair<ModuleIndex, std::string>>;

  const frontend::ExportEntry* find_local(ModuleIndex index, std::string_view name);
  ExportTarget find(ModuleIndex index, const std::string& name, Path& path, bool& met_cycle);
  ExportTarget find_entry(ModuleIndex index, const frontend::ExportEntry& entry, Path& path,
                          bool& met_cycle);
  ExportTarget find_in_stars(ModuleIndex index, const std::string& name, Path& path,
                             bool& met_cycle);
  ExportTarget find_in_data(ModuleIndex index, std::string_view name);
  ExportTarget namespace_of(ModuleIndex module, uint32_t request) const;
  void collect_names(ModuleIndex index, std::set<ModuleIndex>& seen, std::set<std::string>& names);
  const Table& table(ModuleIndex index);

  const Graph& graph_;
  std::vector<std::optional<Table>> tables_;
  std::vector<std::optional<std::vector<std::string>>> commonjs_names_;
};

}  // namespace perry::scan
