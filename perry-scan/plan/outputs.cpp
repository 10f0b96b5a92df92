#include "perry-scan/plan/outputs.h"

#include <string_view>
#include <utility>

#include "perry-scan/plan/content_folder.h"
#include "perry-scan/plan/link_plan.h"
#include "perry-scan/plan/ninja_file.h"
#include "perry-scan/plan/requests.h"
#include "support/base/path.h"

namespace perry::scan {

using support::FsResult;
using support::Hash256;

FsResult<Outputs> write_outputs(const Graph& graph, Exports& exports, const BuildSettings& settings,
                                std::vector<std::string> watched, support::FileSystem& files) {
  Outputs outputs;
  ContentFolder requests(files, settings.build, kRequestFolder);
  ContentFolder plans(files, settings.build, kPlanFolder);
  for (ContentFolder* folder : {&requests, &plans})
    if (const auto opened = folder->open(); !opened) return std::unexpected(opened.error());

  NinjaInput input = {.graph = &graph,
                      .settings = &settings,
                      .programs = nullptr,
                      .keys = std::vector<Hash256>(graph.modules.size()),
                      .plan_keys = {},
                      .watched = std::move(watched)};
  for (ModuleIndex index = 0; index < graph.modules.size(); index++) {
    if (graph[index].kind == frontend::ModuleKind::Builtin) continue;
    const std::string bytes =
        frontend::encode_request(make_request(graph, exports, index, settings));
    input.keys[index] = frontend::request_key(bytes);
    const auto put = requests.put(request_file(input.keys[index]), bytes);
    if (!put) return std::unexpected(put.error());
    outputs.requests++;
    outputs.requests_written += *put ? 1 : 0;
  }
  const std::vector<Program> programs = make_programs(graph, exports, settings);
  input.programs = &programs;
  for (const Program& program : programs) {
    const std::string bytes = frontend::encode_link_plan(program.plan);
    input.plan_keys.push_back(frontend::request_key(bytes));
    const auto put = plans.put(plan_file(input.plan_keys.back()), bytes);
    if (!put) return std::unexpected(put.error());
  }
  outputs.ninja_file = make_ninja_file(input);
  const auto old = files.read_file(support::join_path(settings.build, kNinjaFile));
  const std::string_view old_text = old ? std::string_view(*old) : std::string_view();
  requests.remove_others(".req", old_text);
  plans.remove_others(".plan", old_text);
  outputs.keys = std::move(input.keys);
  outputs.plan_keys = std::move(input.plan_keys);
  return outputs;
}

}  // namespace perry::scan
