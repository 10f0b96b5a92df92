#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/module/record.h"
#include "frontend/module/request.h"

// What the linker must know of a program beyond its object files: which modules there are, what
// each one asks for and in which order, what their namespaces hold, and where it all begins.
// Objects know none of that, so a changed order of imports links anew and compiles nothing.
// perry-scan writes the plan, perry-ld reads it. docs/formats/link-plan.md describes the bytes.
namespace perry::frontend {

// A name of a module's namespace object, and what it stands for. Resolved through all barrels.
struct PlanExport {
  enum class Target : uint8_t {
    Binding,    // the variable `name` of the module
    Namespace,  // the module's namespace object
    CommonJs,   // the variable `name` of a CommonJS module, filled when it was evaluated
    DeferredNamespace,
  };
  std::string exported;
  Target target = Target::Binding;
  uint32_t module = 0;  // index into LinkPlan::modules
  std::string name;     // empty for a namespace
  friend bool operator==(const PlanExport&, const PlanExport&) = default;
};

struct PlanRequest {
  uint32_t module = 0;
  ImportPhase phase = ImportPhase::Evaluation;
  friend bool operator==(const PlanRequest&, const PlanRequest&) = default;
};

struct PlanModule {
  std::string id;
  std::string source_path;  // as in the module's compile request; a builtin's name
  ModuleKind kind = ModuleKind::Module;
  bool has_top_level_await = false;
  bool needs_namespace = false;  // somebody asks for the namespace object; else `exports` is empty
  // The specification's RequestedModules, resolved: each module (and phase) once, in order.
  std::vector<PlanRequest> requests;
  std::vector<PlanExport> exports;  // sorted by name
  // Of CommonJS modules: the names that importers see beside `default`, sorted.
  std::vector<std::string> commonjs_names;
  friend bool operator==(const PlanModule&, const PlanModule&) = default;
};

enum class OutputKind : uint8_t { Program, StaticLibrary, SharedLibrary };

struct LinkPlan {
  std::string linker;  // perry-ld's build id: another one links anew
  CompileTarget target;
  Profile profile = Profile::Dev;
  OutputKind output = OutputKind::Program;
  std::string library;              // its name; empty for a program
  std::vector<PlanModule> modules;  // sorted by id
  // Evaluated one after the other; the last one is the program's main module.
  std::vector<uint32_t> entries;
  friend bool operator==(const LinkPlan&, const LinkPlan&) = default;
};

// Words of configurations and reports: program, static, shared.
std::string_view to_string(OutputKind output);
// What hosts declare a library by, `perry_library_<name>`, is an identifier of C.
bool is_library_name(std::string_view name);

std::string encode_link_plan(const LinkPlan& plan);
// Every index of what this accepts is in range. Errors are those of requests.
std::expected<LinkPlan, RequestError> decode_link_plan(std::string_view bytes);
// JSON, one module a line.
std::string dump_link_plan(const LinkPlan& plan);

}  // namespace perry::frontend
