#include "perry-scan/driver/graph_views.h"

#include <algorithm>
#include <map>
#include <utility>

#include "frontend/module/names.h"
#include "frontend/module/request.h"
#include "support/base/json_writer.h"

namespace perry::scan {

namespace {

using support::JsonWriter;

std::string_view state_name(Edge::State state) {
  switch (state) {
    case Edge::State::Erased:
      return "erased";
    case Edge::State::Module:
      return "module";
    case Edge::State::Missing:
      return "missing";
    case Edge::State::Computed:
      return "computed";
    case Edge::State::Broken:
      return "broken";
  }
  return "broken";
}

bool is_entry(const Graph& graph, ModuleIndex index) {
  return std::ranges::any_of(graph.programs, [&](const std::vector<ModuleIndex>& entries) {
    return std::ranges::find(entries, index) != entries.end();
  });
}

std::string full_path(const GraphModule& module) { return module.source_path + module.suffix; }

void add_edges(JsonWriter& json, const GraphModule& module) {
  json.key("imports");
  json.begin_array();
  for (size_t i = 0; module.facts != nullptr && i < module.edges.size(); i++) {
    const frontend::ModuleRequest& request = module.record().requests[i];
    const Edge& edge = module.edges[i];
    json.begin_object();
    json.member("kind", to_string(request.kind));
    json.member("specifier", request.specifier);
    json.member("state", state_name(edge.state));
    if (edge.state == Edge::State::Module) json.member("module", int64_t{edge.target});
    json.end_object();
  }
  for (const Candidate& candidate : module.candidates) {
    json.begin_object();
    json.member("kind", to_string(module.record().requests[candidate.request].kind));
    json.member("specifier", candidate.specifier);
    json.member("state", "module");
    json.member("module", int64_t{candidate.target});
    json.end_object();
  }
  if (module.implicit_target != kNoModule) {
    json.begin_object();
    json.member("kind", "jsx");
    json.member("specifier", "");
    json.member("state", "module");
    json.member("module", int64_t{module.implicit_target});
    json.end_object();
  }
  json.end_array();
}

void add_module(JsonWriter& json, const GraphModule& module) {
  json.begin_object();
  json.member("path", full_path(module));
  json.member("id", module.id);
  json.member("kind", to_string(module.kind));
  if (module.package != nullptr && module.package->is_in_node_modules) {
    json.member("package", module.package->name);
    json.member("version", module.package->version);
  }
  if (module.is_in_cycle) json.member("cycle", int64_t{module.component});
  add_edges(json, module);
  json.end_object();
}

std::string dot_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

void add_dot_edges(std::string& out, const Graph& graph, ModuleIndex from) {
  const GraphModule& module = graph[from];
  // One arrow for each pair; a declaration is more than a call.
  std::map<ModuleIndex, bool> targets;
  for (size_t i = 0; module.facts != nullptr && i < module.edges.size(); i++)
    if (module.edges[i].state == Edge::State::Module)
      targets[module.edges[i].target] |= is_declaration(module.record().requests[i].kind);
  for (const Candidate& candidate : module.candidates) targets.try_emplace(candidate.target, false);
  if (module.implicit_target != kNoModule) targets[module.implicit_target] = true;
  for (const auto& [target, is_declared] : targets)
    out += "  n" + std::to_string(from) + " -> n" + std::to_string(target) +
           (is_declared ? ";\n" : " [style=dashed];\n");
}

}  // namespace

std::string graph_as_json(const Graph& graph) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.key("entries");
  json.begin_array();
  for (ModuleIndex m = 0; m < graph.modules.size(); m++)
    if (is_entry(graph, m)) json.number(m);
  json.end_array();
  json.key("modules");
  json.begin_array();
  for (const GraphModule& module : graph.modules) add_module(json, module);
  json.end_array();
  json.end_object();
  return out + "\n";
}

std::string graph_as_dot(const Graph& graph) {
  std::string out = "digraph modules {\n  rankdir = LR;\n  node [shape=box];\n";
  for (ModuleIndex m = 0; m < graph.modules.size(); m++) {
    const GraphModule& module = graph[m];
    out += "  n" + std::to_string(m) + " [label=" + dot_text(full_path(module));
    if (is_entry(graph, m)) out += ", penwidth=2";
    if (module.is_in_cycle) out += ", color=red";
    out += "];\n";
  }
  for (ModuleIndex m = 0; m < graph.modules.size(); m++) add_dot_edges(out, graph, m);
  return out + "}\n";
}

std::string graph_as_html(const Graph& graph) {
  constexpr std::string_view kMark = "\"GRAPH\"";
  std::string page(graph_page());
  std::string data;
  // What could end the script, or begin a comment in it, is written as an escape.
  for (const char c : graph_as_json(graph)) {
    if (c == '<')
      data += "\\u003c";
    else
      data += c;
  }
  page.replace(page.find(kMark), kMark.size(), data);
  return page;
}

}  // namespace perry::scan
