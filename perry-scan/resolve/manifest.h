#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/resolve/file_tree.h"
#include "perry-scan/resolve/glob.h"
#include "support/json/json.h"

// package.json files.
namespace perry::scan {

using support::JsonDialect;
using support::JsonDocument;
using support::JsonError;
using support::JsonId;
using support::JsonKind;

enum class PackageType : uint8_t { Unspecified, CommonJs, Module };

// A fault in a package.json or tsconfig.json.
struct ConfigProblem {
  std::string file;
  // The text that the span is about; empty when the file could not be read.
  std::string text;
  support::Span span;
  std::string message;
};

// One package.json. Strings are views into `json`.
struct Manifest {
  EntryId file;
  EntryId directory;
  JsonDocument json;
  std::optional<ConfigProblem> problem;

  std::string_view name;
  std::string_view version;
  std::string_view main;
  std::string_view module;
  PackageType type = PackageType::Unspecified;
  // The values of these members; none when missing or null.
  JsonId exports;
  JsonId imports;
};

// Which files of a package do something when they are merely loaded.
class SideEffects {
 public:
  SideEffects() = default;
  // From a package.json's `sideEffects`: true, false, or the files that have some.
  static SideEffects from(const JsonDocument& json, JsonId value);

  // `path` is relative to the package.
  bool of(std::string_view path) const;

 private:
  bool all_ = true;
  std::vector<Glob> some_;
};

// Who a file belongs to.
struct Package {
  // Empty for files outside any named package.
  std::string_view name;
  std::string_view version;
  // The directory, free of links.
  std::string_view root;
  bool is_in_node_modules = false;
  SideEffects side_effects;
  EntryId root_entry;
};

// All package.json files that were asked for, each read once.
class Manifests {
 public:
  explicit Manifests(FileTree& tree) : tree_(tree) {}

  // The one in this directory, or null.
  const Manifest* in(EntryId directory);
  // The nearest one at or above a directory, not crossing a `node_modules`.
  const Manifest* scope_of(EntryId directory);
  // The package of the files in a directory: the nearest package.json with a name or, in
  // `node_modules`, the folder below it.
  const Package& package_of(EntryId directory);

 private:
  // What the name package.json in a directory is, once it was asked for.
  struct Place {
    EntryId file;
    const Manifest* manifest = nullptr;  // if `file` is one
  };

  const Manifest* load(EntryId directory, EntryId file);
  EntryId package_root(EntryId directory);

  FileTree& tree_;
  support::IdMap<EntryId, Place> by_directory_;
  std::deque<Manifest> manifests_;
  support::IdMap<EntryId, const Package*> packages_by_root_{nullptr};
  std::deque<Package> packages_;
};

}  // namespace perry::scan
