#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "frontend/module/link_plan.h"
#include "frontend/module/request.h"
#include "support/base/file_system.h"

namespace perry::scan {

// The requests and plans that a build folder has kept: those that build.ninja names, and those of
// the scan before, which say what was built until then.
class BuildHistory {
 public:
  BuildHistory(support::FileSystem& files, const std::string& build);

  // Whether there is a file of these contents.
  bool has_request(const std::string& key) const { return requests_by_key_.contains(key); }
  // The module's request that is not the one of `key`; preferably the one that build.ninja names.
  const frontend::CompileRequest* request_before(std::string_view module,
                                                 const std::string& key) const;
  // The same of the program with this main module.
  const frontend::LinkPlan* plan_before(std::string_view main_module, const std::string& key) const;
  // Whether build.ninja asks for it.
  bool is_current(const std::string& key) const {
    return ninja_file_.find(key) != std::string::npos;
  }

 private:
  template <class Decode, class Use>
  void read_folder(support::FileSystem& files, const std::string& folder, Decode decode, Use use);

  std::string ninja_file_;
  std::map<std::string, std::string> requests_by_key_;
  struct KeptRequest {
    std::string key;
    frontend::CompileRequest request;
  };
  struct KeptPlan {
    std::string key;
    frontend::LinkPlan plan;
  };
  std::multimap<std::string, KeptRequest, std::less<>> requests_;  // by module
  std::multimap<std::string, KeptPlan, std::less<>> plans_;        // by main module
};

}  // namespace perry::scan
