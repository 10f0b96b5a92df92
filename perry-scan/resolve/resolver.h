#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/resolve/file_tree.h"
#include "perry-scan/resolve/manifest.h"
#include "perry-scan/resolve/package_targets.h"
#include "perry-scan/resolve/resolution.h"
#include "perry-scan/resolve/tsconfig.h"

namespace perry::scan {

struct ResolverOptions {
  // Hold in addition to `node`, `module-sync` and `import` or `require`, for code and types alike.
  std::vector<std::string> conditions = {"perry"};
  // How files outside `node_modules` without a tsconfig.json are resolved, and those inside.
  ModuleResolution project = ModuleResolution::Bundler;
  ModuleResolution packages = ModuleResolution::Node;
  // For every project file instead of the nearest one.
  std::optional<std::string> tsconfig;
};

// Answers which file a specifier means. Files are asked once and then remembered, so a resolver
// serves one state of the disk; one thread at a time.
//
//   FileTree ─ Manifests ─ TsConfigs      what is there, each thing read once
//        └──── CodeRules                  Node's algorithms, with sources in place of their outputs
//        └──── TypeRules                  TypeScript's, for edges that need types alone
class Resolver {
 public:
  Resolver(support::FileSystem& files, ResolverOptions options);

  Resolution resolve(const Request& request);

  // The format of a file that nobody resolved, such as an entry.
  Resolution describe_file(std::string_view path);
  // The tsconfig.json that a source file is under; null when there is none.
  const TsConfig* config_of(std::string_view path);

  FileTree& tree() { return tree_; }
  Manifests& manifests() { return manifests_; }

 private:
  const TsConfig* config_for(EntryId directory, std::string_view importer);
  EntryId directory_of(std::string_view file);

  ResolverOptions options_;
  FileTree tree_;
  Manifests manifests_;
  TsConfigs configs_;
  std::string last_directory_path_;
  EntryId last_directory_;
};

}  // namespace perry::scan
