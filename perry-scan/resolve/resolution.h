#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/resolve/file_tree.h"
#include "perry-scan/resolve/manifest.h"

// What goes into resolution and what comes out.
namespace perry::scan {

enum class RequestKind : uint8_t {
  Import,   // import and export declarations, import()
  Require,  // require(), require.resolve()
  // Needed for types alone; answers what TypeScript answers.
  TypeImport,
  TypeRequire,
  // new Worker(new URL(…, import.meta.url)): a module, but the specifier is a URL.
  Worker,
  // new URL(…, import.meta.url): any file.
  Asset,
};

// `with { type: "…" }`.
enum class ImportAttribute : uint8_t { None, Json, Text, Bytes };

struct Request {
  std::string_view specifier;
  // Absolute, and the importing file's real path.
  std::string_view importer;
  RequestKind kind = RequestKind::Import;
  ImportAttribute attribute = ImportAttribute::None;
};

enum class ModuleFormat : uint8_t {
  EsModule,
  CommonJs,
  Json,
  Text,
  Bytes,
  NodeAddon,
  Wasm,
  Builtin,
  // Types without code. An error, unless nothing but types is used.
  Declaration,
};

std::string_view to_string(ModuleFormat format);

enum class FailureKind : uint8_t {
  InvalidSpecifier,
  UnknownScheme,
  UnknownBuiltin,
  FileNotFound,
  // The path is a directory, and none of its files stands for it here.
  IsDirectory,
  PackageNotInstalled,
  // The package is there, but nothing in it is its entry.
  NoPackageEntry,
  NotExported,
  ImportNotDefined,
  InvalidTarget,
  // What `exports` or `imports` says is not there.
  TargetNotFound,
  InvalidConfig,
  Unreadable,
  UnknownFormat,
};

std::string_view to_string(FailureKind kind);

// One thing that was looked for.
struct Attempt {
  std::string path;
  EntryKind found = EntryKind::Missing;
};

struct Failure {
  FailureKind kind = FailureKind::FileNotFound;
  // A phrase, lower case, without a full stop.
  std::string message;
  // In the order in which they were tried.
  std::vector<Attempt> tried;
  // What would mend it, the likeliest first.
  std::vector<std::string> hints;
  // The place in a package.json or tsconfig.json that is at fault.
  std::optional<ConfigProblem> config;
};

struct Resolution {
  // Null when it succeeded; the other fields are meaningless otherwise, except for `facts`.
  std::unique_ptr<Failure> failure;

  ModuleFormat format = ModuleFormat::EsModule;
  // By name and package.json the file is CommonJS unless it has the syntax of an ES module.
  bool is_ambiguous = false;
  // Whether loading the file does anything, by its package's word.
  bool has_side_effects = true;
  // The real path, or the name of a builtin module (`node:fs`). As long-lived as the resolver, as
  // is the package.
  std::string_view path;
  EntryId entry;
  // Null for builtin modules.
  const Package* package = nullptr;
  // `?query#fragment` of an import: files imported with different ones are different modules.
  std::string suffix;

  // Everything that the answer depends on.
  std::vector<Fact> facts;

  bool ok() const { return failure == nullptr; }
};

}  // namespace perry::scan
