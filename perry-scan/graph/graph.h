#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/module/request.h"
#include "perry-scan/database/parse.h"
#include "perry-scan/resolve/resolution.h"

// The modules of a program and what they ask of each other.
namespace perry::scan {

using ModuleIndex = uint32_t;
inline constexpr ModuleIndex kNoModule = std::numeric_limits<ModuleIndex>::max();

// Where one ModuleRequest of a record leads.
struct Edge {
  enum class State : uint8_t {
    Erased,    // a type, or a name that TypeScript elides: no edge of the program
    Module,    // `target`
    Missing,   // not found, which the program expects
    Computed,  // known when the program runs
    Broken,    // reported
  };
  State state = State::Erased;
  ModuleIndex target = kNoModule;
};

// One of the specifiers that a computed one may turn out to be.
struct Candidate {
  uint32_t request = 0;
  std::string specifier;
  ModuleIndex target = kNoModule;
};

// What JSX imports without saying so.
struct ImplicitImport {
  std::string local;  // *jsx*
  std::string name;   // jsx
};

struct GraphModule {
  std::string id;
  // From the project's root; the name of a builtin module.
  std::string source_path;
  // Absolute and free of links; empty for builtin modules.
  std::string path;
  std::string suffix;  // ?query#fragment
  frontend::ModuleKind kind = frontend::ModuleKind::Module;
  const Package* package = nullptr;
  support::Hash256 hash;
  // Of modules with syntax; null for data.
  const SourceFacts* facts = nullptr;
  frontend::EmitOptions emit;
  // TypeScript's names that are never used as values are not imported.
  bool elides_unused = false;

  std::vector<Edge> edges;  // beside facts->record.requests
  // Of requests that are patterns, in their order; in that of specifiers for each.
  std::vector<Candidate> candidates;
  // Behind those of the record, for `implicit_request`.
  std::vector<ImplicitImport> implicit_imports;
  ModuleIndex implicit_target = kNoModule;

  // Who first asked for it: its module and request; none for entries.
  ModuleIndex importer = kNoModule;
  uint32_t importer_request = 0;

  // In a cycle of declarations with others, or with itself.
  bool is_in_cycle = false;
  uint32_t component = 0;  // modules of one cycle share it

  const frontend::ModuleRecord& record() const { return facts->record; }
};

struct Graph {
  std::vector<GraphModule> modules;
  std::vector<std::vector<ModuleIndex>> programs;  // the entries of each

  const GraphModule& operator[](ModuleIndex index) const { return modules[index]; }
  GraphModule& operator[](ModuleIndex index) { return modules[index]; }
};

// Whether an edge of this kind is part of the specification's RequestedModules.
constexpr bool is_declaration(frontend::RequestKind kind) {
  return kind == frontend::RequestKind::Import || kind == frontend::RequestKind::ExportFrom;
}

// Whether the name is there when the program runs.
bool is_used(const GraphModule& module, const frontend::ImportEntry& entry);
// Whether the metadata of decorated classes speaks of it, if it has a value.
bool is_in_metadata(const GraphModule& module, const frontend::ImportEntry& entry);

}  // namespace perry::scan
