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

// What the two sets of rules share.
namespace perry::scan {

struct RuleContext {
  FileTree& tree;
  Manifests& manifests;
  // Null where none applies.
  const TsConfig* config = nullptr;
  ModuleResolution mode = ModuleResolution::Node;
  Conditions conditions;
  RequestKind kind = RequestKind::Import;
  ImportAttribute attribute = ImportAttribute::None;
  // The importer's, free of links.
  EntryId directory;
  // Filled when somebody wants to know what was tried.
  std::vector<Attempt>* attempts = nullptr;
};

// A file, a builtin module, or why there is neither.
struct Outcome {
  EntryId file;
  std::string_view builtin;
  std::string suffix;

  std::optional<FailureKind> failure;
  std::string message;
  // The package.json that decided, and the place in it.
  const Manifest* manifest = nullptr;
  JsonId at;
  // The directory of the package that was found, or in which a name was missing.
  EntryId directory;

  static Outcome found(EntryId id) {
    Outcome outcome;
    outcome.file = id;
    return outcome;
  }
  static Outcome fail(FailureKind kind, std::string message) {
    Outcome outcome;
    outcome.failure = kind;
    outcome.message = std::move(message);
    return outcome;
  }
};

// One file by name in a directory, `moduleSuffixes` applied; none when there is no such file.
EntryId probe_file(const RuleContext& context, EntryId directory, std::string_view name);

// The key of `paths` that a specifier matches best, and what `*` stands for.
struct PathsMatch {
  const PathMapping* mapping = nullptr;
  std::string_view star;
  bool is_pattern = false;
};
PathsMatch match_paths(const TsConfig& config, std::string_view specifier);

// The same path below each of the other directories that `rootDirs` lays over the one where it
// lies. `path` is absolute; nothing when it lies below none of them.
std::vector<std::string> other_root_paths(const TsConfig& config, std::string_view path);
// `path` below `directory`, normalised but for a slash at the end, which means a directory.
std::string join_keeping_slash(std::string_view directory, std::string_view path);

// The suffixes that a TypeScript compiler knows: `.ts` of `a.ts`, `.d.ts` of `a.d.ts`, nothing of
// `a.css`.
std::string_view known_extension(std::string_view name);
bool is_declaration_file(std::string_view name);

// `target` with its first `*` replaced.
std::string fill_first_star(std::string_view target, std::string_view text);

}  // namespace perry::scan
