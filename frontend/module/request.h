#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/lex/options.h"
#include "frontend/module/record.h"
#include "frontend/module/signature.h"
#include "support/base/hash256.h"
#include "support/json/definition.h"

// Everything that the object file of one module may depend on, in canonical bytes. Their hash is
// the module's key: two requests with the same key have the same object. perry-scan writes
// requests, perry-cc reads one of them and the source that it names, and nothing else.
// docs/formats/compile-request.md describes the bytes.
namespace perry::frontend {

enum class ModuleKind : uint8_t {
  Module,    // an ES module
  CommonJs,  // a function of exports, require, module, __filename, __dirname
  Script,
  Json,     // one export, `default`: the parsed text
  Text,     // one export, `default`: the text
  Bytes,    // one export, `default`: a Uint8Array
  Builtin,  // a module of the standard library; its id is its name, `node:fs`
};

enum class Profile : uint8_t { Dev, Release, Size };

struct CompileTarget {
  std::string triple;  // x86_64-unknown-linux-gnu
  std::string cpu;     // as LLVM names it: x86-64-v2
  friend bool operator==(const CompileTarget&, const CompileTarget&) = default;
};

enum class JsxRuntime : uint8_t { Classic, Automatic, AutomaticDev };

// What TypeScript's options and the file's pragmas make of syntax that JavaScript lacks.
struct EmitOptions {
  bool experimental_decorators = false;
  bool decorator_metadata = false;
  bool strict_null_checks = false;  // told where metadata is made, which it changes
  bool define_class_fields = true;
  JsxRuntime jsx_runtime = JsxRuntime::Automatic;
  std::string jsx_factory;           // classic: `React.createElement`
  std::string jsx_fragment_factory;  // classic: `React.Fragment`
  friend bool operator==(const EmitOptions&, const EmitOptions&) = default;
};

// What the specifiers mean that the program hands over when it runs: `import("./a.js")` and
// `require("./a")`. Declarations are not among these: what they import is in the views, and when
// they are evaluated is the linker's business.
struct RequestTarget {
  enum class Mode : uint8_t { Import, Require, Resolve, ImportMetaResolve, Worker, Asset };
  enum class Kind : uint8_t {
    Module,   // `module` is an id; of Builtin modules their name
    Missing,  // not found, which the program handles itself: asking throws
  };
  Mode mode = Mode::Import;
  std::string specifier;
  std::vector<ImportAttribute> attributes;
  ImportPhase phase = ImportPhase::Evaluation;
  Kind kind = Kind::Module;
  ModuleKind module_kind = ModuleKind::Module;
  std::string module;
  friend bool operator==(const RequestTarget&, const RequestTarget&) = default;
};

// What one imported name stands for, and what the code may rely on.
struct ImportView {
  enum class Target : uint8_t {
    Binding,            // the variable `name` of `module`: its canonical export
    Namespace,          // the namespace object of `module`
    DeferredNamespace,  // the same, evaluated when it is first touched
    // The variable `name` of a CommonJS module, filled when it was evaluated: `default` holds
    // module.exports, any other one the property of that name.
    CommonJs,
  };
  std::string local;  // the name in this file, or `*jsx*` and the like for what JSX imports itself
  Target target = Target::Binding;
  ModuleKind module_kind = ModuleKind::Module;
  std::string module;
  std::string name;  // empty for namespaces
  // A read may come before the initialisation: both modules are in one cycle.
  bool may_be_uninitialized = false;
  ExportFacts facts;  // of Binding
  friend bool operator==(const ImportView&, const ImportView&) = default;
};

struct CompileRequest {
  std::string compiler;  // perry-cc's build id
  CompileTarget target;
  Profile profile = Profile::Dev;
  bool keeps_lines = true;               // tables from code to source lines
  bool keeps_function_source = true;     // what Function.prototype.toString gives
  bool is_position_independent = false;  // part of a library, which lies anywhere

  std::string module_id;
  // From the project's root, with `/`; begins with `../` outside it. For messages, traces and
  // finding the file.
  std::string source_path;
  support::Hash256 source_hash;
  ModuleKind kind = ModuleKind::Module;
  SourceOptions source;  // how to read it; `goal` is what `kind` says
  EmitOptions emit;

  std::vector<RequestTarget> requests;  // sorted by mode, specifier, attributes, phase
  std::vector<ImportView> imports;      // sorted by local name
  // What stands for global names, those alone that the source mentions; sorted by name.
  std::vector<support::Definition> definitions;
  friend bool operator==(const CompileRequest&, const CompileRequest&) = default;

  const ImportView* find_import(std::string_view local) const;
  const RequestTarget* find_request(RequestTarget::Mode mode, std::string_view specifier,
                                    const std::vector<ImportAttribute>& attributes = {}) const;
};

// Sorts what is to be sorted.
void normalize(CompileRequest& request);
// Of a normalised request.
std::string encode_request(const CompileRequest& request);
support::Hash256 request_key(std::string_view encoded);

enum class RequestErrorKind : uint8_t {
  NotARequest,
  OtherVersion,
  Damaged,  // also cut off
};

struct RequestError {
  RequestErrorKind kind;
  std::string message;  // a phrase
};

// Reads what anybody may have written: it is whole, canonical and within its limits, or an error.
std::expected<CompileRequest, RequestError> decode_request(std::string_view bytes);

// For people and tests: JSON with one entry a line, facts that do not hold left out.
std::string dump_request(const CompileRequest& request);
std::string dump_signature(const ModuleSignature& signature);

Goal goal_of(ModuleKind kind);
std::string_view to_string(ModuleKind kind);
std::string_view to_string(Profile profile);
std::string_view to_string(RequestTarget::Mode mode);
std::string_view to_string(ImportView::Target target);
std::string_view to_string(ExportKind kind);
std::string_view to_string(JsxRuntime runtime);

}  // namespace perry::frontend
