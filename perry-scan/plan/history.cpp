#include "perry-scan/plan/history.h"

#include "perry-scan/plan/ninja_file.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

// Of those that are not `key`'s, the one that is named now, otherwise any.
template <class Map>
auto find_other(const Map& all, std::string_view name, const std::string& key,
                const std::string& ninja_file) {
  const auto [begin, end] = all.equal_range(name);
  auto found = end;
  for (auto at = begin; at != end; ++at) {
    if (at->second.key == key) continue;
    found = at;
    if (ninja_file.find(at->second.key) != std::string::npos) break;
  }
  return found == end ? nullptr : &found->second;
}

}  // namespace

template <class Decode, class Use>
void BuildHistory::read_folder(support::FileSystem& files, const std::string& folder, Decode decode,
                               Use use) {
  const auto entries = files.list_directory(folder);
  if (!entries) return;
  for (const support::DirectoryEntry& entry : *entries) {
    const auto bytes = files.read_file(support::join_path(folder, entry.name));
    if (!bytes) continue;
    // What another version wrote says nothing to this one.
    if (auto decoded = decode(*bytes))
      use(std::string(support::path_stem(entry.name)), std::move(*decoded));
  }
}

BuildHistory::BuildHistory(support::FileSystem& files, const std::string& build) {
  if (auto text = files.read_file(support::join_path(build, kNinjaFile)))
    ninja_file_ = std::move(*text);
  read_folder(files, support::join_path(build, kRequestFolder), frontend::decode_request,
              [&](std::string key, frontend::CompileRequest request) {
                const std::string module = request.module_id;
                requests_by_key_.emplace(key, module);
                requests_.emplace(module, KeptRequest{std::move(key), std::move(request)});
              });
  read_folder(files, support::join_path(build, kPlanFolder), frontend::decode_link_plan,
              [&](std::string key, frontend::LinkPlan plan) {
                if (plan.entries.empty()) return;
                const std::string main = plan.modules[plan.entries.back()].id;
                plans_.emplace(main, KeptPlan{std::move(key), std::move(plan)});
              });
}

const frontend::CompileRequest* BuildHistory::request_before(std::string_view module,
                                                             const std::string& key) const {
  const KeptRequest* const kept = find_other(requests_, module, key, ninja_file_);
  return kept == nullptr ? nullptr : &kept->request;
}

const frontend::LinkPlan* BuildHistory::plan_before(std::string_view main_module,
                                                    const std::string& key) const {
  const KeptPlan* const kept = find_other(plans_, main_module, key, ninja_file_);
  return kept == nullptr ? nullptr : &kept->plan;
}

}  // namespace perry::scan
