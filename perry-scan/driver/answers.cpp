#include "perry-scan/driver/answers.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "frontend/module/link_plan.h"
#include "frontend/module/request.h"
#include "perry-scan/plan/differences.h"
#include "perry-scan/plan/history.h"
#include "perry-scan/plan/link_plan.h"
#include "perry-scan/plan/ninja_file.h"
#include "perry-scan/plan/requests.h"
#include "support/base/json_writer.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

ModuleNames names_of(const Graph& graph) {
  ModuleNames names;
  for (const GraphModule& module : graph.modules) names[module.id] = module.source_path;
  return names;
}

// A build folder's state, compared with what is needed now.
class Comparison {
 public:
  explicit Comparison(const Question& question)
      : question_(question),
        history_(*question.files, question.settings->build),
        names_(names_of(*question.graph)) {}

  struct Finding {
    bool is_needed = false;  // to be made; otherwise it was, or is as ever
    bool has_before = false;
    std::vector<std::string> reasons;
  };

  Finding look_at(ModuleIndex index) {
    const frontend::CompileRequest request =
        make_request(*question_.graph, *question_.exports, index, *question_.settings);
    const std::string key = key_text(frontend::request_key(frontend::encode_request(request)));
    Finding finding = {.is_needed = !history_.is_current(key), .has_before = false, .reasons = {}};
    if (const auto* before = history_.request_before(request.module_id, key)) {
      finding.has_before = true;
      finding.reasons = explain_difference(*before, request, names_);
    }
    return finding;
  }

  Finding look_at(const Program& program) {
    const std::string key =
        key_text(frontend::request_key(frontend::encode_link_plan(program.plan)));
    const std::string& main = program.plan.modules[program.plan.entries.back()].id;
    Finding finding = {.is_needed = !history_.is_current(key), .has_before = false, .reasons = {}};
    if (const auto* before = history_.plan_before(main, key)) {
      finding.has_before = true;
      finding.reasons = explain_difference(*before, program.plan);
    }
    return finding;
  }

 private:
  const Question& question_;
  BuildHistory history_;
  ModuleNames names_;
};

std::string tell(const Comparison::Finding& finding, std::string_view made) {
  const std::string verb(made);
  std::string out;
  if (!finding.has_before)
    return finding.is_needed ? "  will be " + verb + ": nothing is known of an earlier time\n"
                             : "  has been " + verb + " from what it is now\n";
  out =
      finding.is_needed ? "  will be " + verb + " because\n" : "  was last " + verb + " because\n";
  for (const std::string& reason : finding.reasons) out += "    " + reason + "\n";
  return out;
}

// The way from an entry along which the module was first found, which is a shortest one.
std::string tell_way(const Graph& graph, ModuleIndex index) {
  std::string out;
  for (ModuleIndex at = index; graph[at].importer != kNoModule; at = graph[at].importer) {
    const GraphModule& importer = graph[graph[at].importer];
    const auto& requests = importer.record().requests;
    const uint32_t request = graph[at].importer_request;
    out += "  imported by " + importer.source_path;
    if (request < requests.size()) out += " as \"" + requests[request].specifier + "\"";
    out += "\n";
  }
  return out + "  which is an entry\n";
}

bool is_meant(const GraphModule& module, std::string_view wanted) {
  if (module.source_path == wanted || module.id == wanted) return true;
  return module.kind != frontend::ModuleKind::Builtin && object_file(module.id) == wanted;
}

}  // namespace

std::string explain_module(const Question& question, std::string_view wanted) {
  const Graph& graph = *question.graph;
  const std::string path = support::normalize_path(wanted);
  for (ModuleIndex m = 0; m < graph.modules.size(); m++) {
    if (!is_meant(graph[m], path)) continue;
    std::string out = graph[m].source_path + "\n" + tell_way(graph, m);
    if (question.has_build_folder && graph[m].kind != frontend::ModuleKind::Builtin)
      out += tell(Comparison(question).look_at(m), "compiled");
    return out;
  }
  if (question.has_build_folder)
    for (const Program& program : make_programs(graph, *question.exports, *question.settings))
      if (program.name == wanted)
        return program.name + "\n  a program of " + std::to_string(program.plan.modules.size()) +
               " modules\n" + tell(Comparison(question).look_at(program), "linked") +
               "  it is also linked when the code of one of its modules changed\n";
  return "`" + path + "` is not part of the program\n";
}

std::string list_changes(const Question& question) {
  const Graph& graph = *question.graph;
  Comparison comparison(question);
  std::string out;
  support::JsonWriter json(out);
  json.begin_array();
  for (ModuleIndex m = 0; m < graph.modules.size(); m++) {
    if (graph[m].kind == frontend::ModuleKind::Builtin) continue;
    const auto finding = comparison.look_at(m);
    if (!finding.has_before) continue;
    json.begin_object();
    json.member("module", graph[m].source_path);
    json.key("reasons");
    json.begin_array();
    for (const std::string& reason : finding.reasons) json.string(reason);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  return out + "\n";
}

}  // namespace perry::scan
