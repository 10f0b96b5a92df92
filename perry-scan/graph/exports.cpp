#include "perry-scan/graph/exports.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace perry::scan {

namespace {

using frontend::ExportEntry;
using frontend::ImportEntry;
using frontend::ModuleKind;

using Kind = ExportTarget::Kind;

ExportTarget just(Kind kind) { return {.kind = kind, .module = kNoModule, .name = {}}; }

// Of those with one name the first in that order stays.
template <class Value, class Order = std::identity>
void settle(std::vector<std::pair<std::string_view, Value>>& names, Order order = {}) {
  std::ranges::sort(names, {}, order);
  const auto repeats =
      std::ranges::unique(names, {}, [](const auto& entry) { return entry.first; });
  names.erase(repeats.begin(), repeats.end());
}

template <class Value>
const Value* find_name(const std::vector<std::pair<std::string_view, Value>>& names,
                       std::string_view name) {
  const auto place =
      std::ranges::lower_bound(names, name, {}, [](const auto& entry) { return entry.first; });
  return place != names.end() && place->first == name ? &place->second : nullptr;
}

}  // namespace

Exports::Exports(const Graph& graph)
    : graph_(graph), tables_(graph.modules.size()), commonjs_names_(graph.modules.size()) {}

const Exports::Table& Exports::table(ModuleIndex index) {
  std::optional<Table>& place = tables_[index];
  if (place) return *place;
  place.emplace();
  const frontend::ModuleRecord& record = graph_[index].record();
  for (uint32_t i = 0; i < record.exports.size(); i++) {
    const ExportEntry& entry = record.exports[i];
    if (entry.kind == ExportEntry::Kind::Star) {
      if (!entry.type_only) place->stars.push_back(i);
      continue;
    }
    place->entries.emplace_back(entry.exported, i);
  }
  // Of a type and a value with one name the value counts.
  settle(place->entries, [&](const auto& entry) {
    return std::tuple(entry.first, record.exports[entry.second].type_only, entry.second);
  });
  for (const frontend::CanonicalExport& e : frontend::canonical_exports(record))
    place->canonical.emplace_back(e.local, e.name);
  settle(place->canonical);
  for (uint32_t i = 0; i < record.imports.size(); i++)
    if (record.imports[i].kind == ImportEntry::Kind::Namespace)
      place->namespaces.emplace_back(record.imports[i].local, i);
  settle(place->namespaces);
  return *place;
}

ExportTarget Exports::namespace_of(ModuleIndex module, uint32_t request) const {
  const Edge& edge = graph_[module].edges[request];
  if (edge.state == Edge::State::Erased) return just(Kind::Type);
  if (edge.state != Edge::State::Module) return just(Kind::Unknown);
  const bool is_deferred =
      graph_[module].record().requests[request].phase == frontend::ImportPhase::Defer;
  return {.kind = is_deferred ? Kind::DeferredNamespace : Kind::Namespace,
          .module = edge.target,
          .name = {}};
}

const std::vector<std::string>& Exports::commonjs_names(ModuleIndex index) {
  std::optional<std::vector<std::string>>& place = commonjs_names_[index];
  if (place) return *place;
  place.emplace();  // what a cycle finds
  const frontend::ModuleRecord& record = graph_[index].record();
  std::set<std::string> names(record.commonjs_exports.begin(), record.commonjs_exports.end());
  for (const std::string& specifier : record.commonjs_reexports) {
    for (size_t i = 0; i < record.requests.size(); i++) {
      const Edge& edge = graph_[index].edges[i];
      if (record.requests[i].kind != frontend::RequestKind::Require ||
          record.requests[i].specifier != specifier || edge.state != Edge::State::Module)
        continue;
      const GraphModule& target = graph_[edge.target];
      if (target.kind == ModuleKind::CommonJs && target.facts != nullptr) {
        const std::vector<std::string> more = commonjs_names(edge.target);
        names.insert(more.begin(), more.end());
      } else if (target.kind == ModuleKind::Module && target.facts != nullptr) {
        for (std::string& name : this->names(edge.target)) names.insert(std::move(name));
      }
      break;
    }
  }
  names.erase("default");
  names.erase("module.exports");
  commonjs_names_[index] = std::vector<std::string>(names.begin(), names.end());
  return *commonjs_names_[index];
}

// Modules that have no export declarations.
ExportTarget Exports::find_in_data(ModuleIndex index, std::string_view name) {
  const GraphModule& module = graph_[index];
  switch (module.kind) {
    case ModuleKind::CommonJs: {
      if (name == "default" || name == "module.exports")
        return {.kind = Kind::CommonJs, .module = index, .name = "default"};
      if (!std::ranges::binary_search(commonjs_names(index), name)) return just(Kind::Missing);
      return {.kind = Kind::CommonJs, .module = index, .name = std::string(name)};
    }
    case ModuleKind::Json:
    case ModuleKind::Text:
    case ModuleKind::Bytes:
      if (name == "default") return {.kind = Kind::Binding, .module = index, .name = "default"};
      return just(Kind::Missing);
    case ModuleKind::Builtin:
      return {.kind = Kind::Binding, .module = index, .name = std::string(name)};
    case ModuleKind::Module:
    case ModuleKind::Script:
      break;
  }
  return just(Kind::Missing);
}

ExportTarget Exports::find_entry(ModuleIndex index, const ExportEntry& entry, Path& path,
                                 bool& met_cycle) {
  if (entry.type_only) return just(Kind::Type);
  switch (entry.kind) {
    case ExportEntry::Kind::Local: {
      const Table& names = table(index);
      if (const uint32_t* const import = find_name(names.namespaces, entry.local))
        return namespace_of(index, graph_[index].record().imports[*import].request);
      const std::string_view* const canonical = find_name(names.canonical, entry.local);
      if (canonical == nullptr) return just(Kind::Type);
      return {.kind = Kind::Binding, .module = index, .name = std::string(*canonical)};
    }
    case ExportEntry::Kind::Namespace:
      return namespace_of(index, entry.request);
    case ExportEntry::Kind::Indirect: {
      const Edge& edge = graph_[index].edges[entry.request];
      if (edge.state == Edge::State::Erased) return just(Kind::Type);
      if (edge.state != Edge::State::Module) return just(Kind::Unknown);
      return find(edge.target, entry.imported, path, met_cycle);
    }
    case ExportEntry::Kind::Star:
    case ExportEntry::Kind::TypeAssignment:
      break;
  }
  return just(Kind::Missing);
}

ExportTarget Exports::find_in_stars(ModuleIndex index, const std::string& name, Path& path,
                                    bool& met_cycle) {
  ExportTarget found = just(Kind::Missing);
  if (name == "default") return found;
  const GraphModule& module = graph_[index];
  for (const uint32_t star : table(index).stars) {
    const Edge& edge = module.edges[module.record().exports[star].request];
    ExportTarget other = just(Kind::Unknown);
    if (edge.state == Edge::State::Module) other = find(edge.target, name, path, met_cycle);
    switch (other.kind) {
      case Kind::Ambiguous:
        return other;
      case Kind::Missing:
      case Kind::Circular:
        continue;
      case Kind::Type:
      case Kind::Unknown:
        if (found.kind == Kind::Missing) found = other;
        continue;
      case Kind::Binding:
      case Kind::Namespace:
      case Kind::DeferredNamespace:
      case Kind::CommonJs:
        if (found.has_value() && found != other) return just(Kind::Ambiguous);
        found = std::move(other);
    }
  }
  return found;
}

// An export that the module declares itself: no other module is asked.
const ExportEntry* Exports::find_local(ModuleIndex index, std::string_view name) {
  const GraphModule& module = graph_[index];
  if (module.kind != ModuleKind::Module || module.facts == nullptr) return nullptr;
  const uint32_t* const entry = find_name(table(index).entries, name);
  if (entry == nullptr) return nullptr;
  const ExportEntry& found = module.record().exports[*entry];
  return found.kind == ExportEntry::Kind::Local ? &found : nullptr;
}

ExportTarget Exports::find(ModuleIndex index, const std::string& name, Path& path,
                           bool& met_cycle) {
  const GraphModule& module = graph_[index];
  if (module.kind != ModuleKind::Module) {
    if (module.kind == ModuleKind::CommonJs && module.facts == nullptr) return just(Kind::Unknown);
    return find_in_data(index, name);
  }
  // It could not be read, which was reported.
  if (module.facts == nullptr) return just(Kind::Unknown);
  if (const ExportEntry* local = find_local(index, name))
    return find_entry(index, *local, path, met_cycle);
  const Table& names = table(index);
  const uint32_t* const entry = find_name(names.entries, name);
  if (const auto known = names.known.find(name); known != names.known.end()) return known->second;
  if (!path.emplace(index, name).second) {
    met_cycle = true;
    return just(Kind::Circular);
  }
  bool met_inside = false;
  ExportTarget found = entry != nullptr
                           ? find_entry(index, module.record().exports[*entry], path, met_inside)
                           : find_in_stars(index, name, path, met_inside);
  if (!met_inside) tables_[index]->known.emplace(name, found);
  met_cycle |= met_inside;
  return found;
}

ExportTarget Exports::resolve(ModuleIndex module, std::string_view name) {
  Path path;
  if (const ExportEntry* local = find_local(module, name)) {
    bool is_in_cycle = false;
    return find_entry(module, *local, path, is_in_cycle);
  }
  bool met_cycle = false;
  ExportTarget found = find(module, std::string(name), path, met_cycle);
  // The question that began is answered for good.
  if (met_cycle && tables_[module]) tables_[module]->known.emplace(std::string(name), found);
  return found;
}

void Exports::collect_names(ModuleIndex index, std::set<ModuleIndex>& seen,
                            std::set<std::string>& names) {
  if (!seen.insert(index).second) return;
  const GraphModule& module = graph_[index];
  if (module.kind == ModuleKind::CommonJs && module.facts != nullptr) {
    names.insert("default");
    names.insert("module.exports");
    const std::vector<std::string>& more = commonjs_names(index);
    names.insert(more.begin(), more.end());
    return;
  }
  if (module.facts == nullptr) {
    if (module.kind != ModuleKind::Builtin) names.insert("default");
    return;
  }
  for (const ExportEntry& entry : module.record().exports) {
    if (entry.type_only) continue;
    if (entry.kind != ExportEntry::Kind::Star) {
      if (entry.kind != ExportEntry::Kind::TypeAssignment) names.insert(entry.exported);
      continue;
    }
    const Edge& edge = module.edges[entry.request];
    if (edge.state != Edge::State::Module) continue;
    std::set<std::string> inner;
    collect_names(edge.target, seen, inner);
    inner.erase("default");
    names.merge(inner);
  }
}

std::vector<std::string> Exports::names(ModuleIndex module) {
  std::set<ModuleIndex> seen;
  std::set<std::string> all;
  collect_names(module, seen, all);
  std::vector<std::string> result;
  for (const std::string& name : all)
    if (graph_[module].kind == ModuleKind::CommonJs || resolve(module, name).has_value())
      result.push_back(name);
  return result;
}

}  // namespace perry::scan
