#include "perry-scan/plan/outputs.h"

#include <string_view>
#include <tuple>
#include <unordered_set>

#include "perry-scan/plan/link_plan.h"
#include "perry-scan/plan/ninja_file.h"
#include "perry-scan/plan/requests.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

using support::FsResult;
using support::Hash256;

// A folder of files that are named after their contents: one that is there is right.
class ContentFolder {
 public:
  ContentFolder(support::FileSystem& files, const std::string& build, std::string_view name)
      : files_(files), build_(build), path_(support::join_path(build, name)) {}

  FsResult<void> open() {
    auto made = files_.make_directories(path_);
    if (!made) return made;
    const auto listed = files_.list_directory(path_);
    if (!listed) return std::unexpected(listed.error());
    for (const support::DirectoryEntry& entry : *listed) there_.insert(entry.name);
    return {};
  }

  // True when it is new. `name` begins with the folder's.
  FsResult<bool> put(const std::string& name, std::string_view contents) {
    std::string base(support::path_base_name(name));
    const bool is_there = there_.contains(base);
    wanted_.insert(std::move(base));
    if (is_there) return false;
    const auto written = files_.write_if_changed(support::join_path(build_, name), contents);
    if (!written) return std::unexpected(written.error());
    return true;
  }

  // All but what was put here and what `old_ninja_file` names. Whether that succeeds matters to
  // nobody.
  void remove_others(std::string_view suffix, std::string_view old_ninja_file) {
    for (const std::string& name : there_) {
      if (wanted_.contains(name) || !name.ends_with(suffix)) continue;
      const std::string_view key = support::path_stem(name);
      if (old_ninja_file.find(key) == std::string_view::npos)
        std::ignore = files_.remove_file(support::join_path(path_, name));
    }
  }

 private:
  support::FileSystem& files_;
  const std::string& build_;
  std::string path_;
  std::unordered_set<std::string> there_;
  std::unordered_set<std::string> wanted_;
};

}  // namespace

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
  return outputs;
}

}  // namespace perry::scan
