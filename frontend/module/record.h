#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/ast/enums.h"
#include "frontend/lex/options.h"
#include "support/base/span.h"

// What the rest of a program may know of one file, without its tree: what it asks for, what it
// gives, and how it behaves at its top level. A record is a function of the file's own text and
// SourceOptions alone; it owns its text, prints, and is written and read in the canonical form of
// docs/formats/module-record.md.
namespace perry::frontend {

enum class RequestKind : uint8_t {
  Import,         // import ... from "x"; import "x"
  ExportFrom,     // export ... from "x"
  DynamicImport,  // import("x")
  // import(`./a/${x}.js`): `specifier` is the pattern, * for each hole; a backslash stands before a
  // star or backslash of the text itself.
  DynamicPattern,
  DynamicUnknown,     // import(f()): specifier empty
  Require,            // require("x"), or TypeScript's import x = require("x")
  RequirePattern,     // require("./a/" + x): `specifier` as for DynamicPattern
  RequireUnknown,     // require(f())
  RequireResolve,     // require.resolve("x")
  ImportMetaResolve,  // import.meta.resolve("x")
  Worker,             // new Worker(new URL("x", import.meta.url)), also SharedWorker
  AssetUrl,           // any other new URL("x", import.meta.url)
  ImportType,         // TypeScript: import("x").T in a type; always type_only
};

struct ImportAttribute {
  std::string key;
  std::string value;
  friend bool operator==(const ImportAttribute&, const ImportAttribute&) = default;
};

// One place that asks for another module.
struct ModuleRequest {
  RequestKind kind = RequestKind::Import;
  ImportPhase phase = ImportPhase::Evaluation;
  bool type_only = false;  // erased: no edge of the program
  bool elidable = false;   // TypeScript: no name of it is used as a value, nor is it bare
  bool optional = false;   // inside try: a missing target is the program's to handle
  std::string specifier;
  std::vector<ImportAttribute> attributes;  // sorted by key
  support::Span span;                       // of the specifier
  friend bool operator==(const ModuleRequest&, const ModuleRequest&) = default;
};

struct ImportEntry {
  enum class Kind : uint8_t { Named, Default, Namespace };
  Kind kind = Kind::Named;
  bool type_only = false;
  bool used_as_value = false;
  // Its only use at run time may be TypeScript's emitDecoratorMetadata.
  bool used_in_metadata = false;
  uint32_t request = 0;  // index into ModuleRecord::requests
  std::string imported;  // "default" for Default, empty for Namespace
  std::string local;
  support::Span span;
  friend bool operator==(const ImportEntry&, const ImportEntry&) = default;
};

struct ExportEntry {
  enum class Kind : uint8_t {
    Local,           // a binding of this file
    Indirect,        // export {a as b} from, or an imported binding exported again
    Namespace,       // export * as ns from
    Star,            // export * from
    TypeAssignment,  // export = x (TypeScript): `exported` is "export="
  };
  Kind kind = Kind::Local;
  bool type_only = false;  // no run-time value
  uint32_t request = UINT32_MAX;
  std::string exported;  // empty for Star
  std::string local;     // Local: the binding ("*default*" for an anonymous default)
  std::string imported;  // Indirect: the name in the other module
  support::Span span;
  friend bool operator==(const ExportEntry&, const ExportEntry&) = default;
};

// TypeScript's directives and pragmas at the head of a file.
struct Directive {
  enum class Kind : uint8_t {
    ReferencePath,
    ReferenceTypes,
    ReferenceLib,
    ReferenceNoDefaultLib,
    Jsx,
    JsxFragment,
    JsxRuntime,
    JsxImportSource,
    TsCheck,
    TsNoCheck,
  };
  Kind kind;
  std::string value;
  support::Span span;
  friend bool operator==(const Directive&, const Directive&) = default;
};

struct ModuleRecord {
  Goal goal = Goal::Module;
  std::vector<ModuleRequest> requests;  // in source order
  // The specification's RequestedModules: indices of the first request for each (specifier,
  // attributes, phase) that is not type-only, in order. Where that one is elidable, the first one
  // that is not follows in its own place, so that either reading of the program finds its order.
  std::vector<uint32_t> evaluation_order;
  std::vector<ImportEntry> imports;
  std::vector<ExportEntry> exports;
  std::vector<Directive> directives;

  // CommonJS, as Node's own lexical detection finds them.
  std::vector<std::string> commonjs_exports;    // in order of first appearance
  std::vector<std::string> commonjs_reexports;  // specifiers

  // import, export, import.meta or top-level await. TypeScript's `import x = require()` and
  // `export =` are CommonJS and do not count.
  bool has_module_syntax = false;
  bool has_top_level_await = false;
  bool uses_import_meta = false;
  bool uses_commonjs_globals = false;  // require, module, exports, __filename, __dirname, free
  bool uses_jsx = false;
  bool uses_direct_eval = false;
  bool strict = false;
  // Evaluating the file does nothing that anyone could notice: its top level holds declarations
  // and initialisers without effects only. Exports named in `pure_functions` carry
  // #__NO_SIDE_EFFECTS__.
  bool side_effect_free = false;
  // The top level reads imported bindings. In a cycle such a read may throw, which side_effect_free
  // leaves out of account: whoever sees the cycle must not rely on it.
  bool reads_imports = false;
  std::vector<std::string> pure_functions;

  friend bool operator==(const ModuleRecord&, const ModuleRecord&) = default;
};

}  // namespace perry::frontend
