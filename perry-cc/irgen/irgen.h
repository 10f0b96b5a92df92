#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/lex/options.h"
#include "frontend/module/record.h"
#include "perry-cc/ir/module.h"
#include "support/base/stack.h"
#include "support/diag/diagnostic.h"
#include "support/json/definition.h"

// From the bound syntax tree to the IR (docs/ir.md): the whole language, one source file a call.
namespace perry::irgen {

// What an import declaration's name stands for once the whole graph is linked.
struct ImportTarget {
  enum class Kind : uint8_t {
    Binding,    // another module's variable, under its canonical export name
    Namespace,  // the namespace object of `module`
  };
  Kind kind = Kind::Binding;
  std::string module;
  std::string name;
  bool is_const = false;             // never changes once it is initialised
  bool is_enum = false;              // TypeScript's
  bool may_be_uninitialized = true;  // a use may run before it is initialised
};

enum class JsxMode : uint8_t {
  Classic,              // createElement(type, props, ...children)
  Automatic,            // jsx(type, {...props, children}, key) from the runtime module
  AutomaticDevelopment  // jsxDEV with the place in the source
};

struct JsxOptions {
  JsxMode mode = JsxMode::Automatic;
  std::string factory = "React.createElement";
  std::string fragment = "React.Fragment";
  std::string import_source = "react";
  // The module that jsx, jsxs and Fragment come from; empty: the one that import_source names.
  std::string runtime_module;
};

// What the project says of the file, and what linking found out for it. Where the lists are empty,
// a specifier stands for the module itself, and imports for exports of that name.
struct ModuleContext {
  std::string module_id;
  std::string source_path;            // as stack traces show it
  std::vector<ImportTarget> imports;  // as ModuleRecord::imports
  JsxOptions jsx;
  bool legacy_decorators = false;   // TypeScript's experimentalDecorators
  bool decorator_metadata = false;  // emitDecoratorMetadata
  bool strict_null_checks = false;
  bool use_define_for_class_fields = true;
  std::vector<support::Definition> definitions;  // what stands for global names
};

// A context without a linked graph around it; pragmas of the file itself are in it.
ModuleContext default_context(const frontend::ModuleRecord& record, std::string source_path);

struct Input {
  const frontend::Ast& ast;
  const frontend::Scopes& scopes;
  const frontend::ModuleRecord& record;
  const frontend::SourceOptions& source;
  const ModuleContext& context;
};

// The tree has no errors. What can't be lowered is reported; the module is of no use then.
//
// An exported variable's binding has its canonical name, by which importers know it
// (frontend/module/signature.h).
ir::Module generate(const Input& input, support::DiagnosticSink& sink, support::StackLimit stack);

}  // namespace perry::irgen
