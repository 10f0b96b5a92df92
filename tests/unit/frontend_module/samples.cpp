#include "tests/unit/frontend_module/samples.h"

#include "support/base/sha256.h"

namespace perry::frontend {

FunctionFacts sample_function() {
  FunctionFacts f;
  f.is_async = f.uses_this = true;
  f.parameters = {{.hint = TypeHint::Number | TypeHint::String, .is_optional = true},
                  {.hint = TypeHint::Array, .is_rest = true}};
  f.result = TypeHint::Undefined;
  return f;
}

ClassFacts sample_class() {
  ClassFacts c;
  c.has_base = true;
  c.constructor = sample_function();
  c.fields = {{.name = "x", .hint = TypeHint::Number}, {.name = "y", .is_private = true}};
  c.methods = {{.name = "m",
                .kind = MethodFacts::Kind::Get,
                .is_static = true,
                .function = sample_function()}};
  return c;
}

CompileRequest sample_request() {
  CompileRequest r;
  r.compiler = "c0ffee";
  r.target = {.triple = "x86_64-unknown-linux-gnu", .cpu = "x86-64-v2"};
  r.profile = Profile::Size;
  r.module_id = "0123456789abcdef";
  r.source_path = "src/a.ts";
  r.source_hash = support::sha256("text");
  r.source.dialect = Dialect::TypeScript;
  r.source.jsx = true;
  r.emit.jsx_factory = "h";
  r.requests.push_back({.mode = RequestTarget::Mode::Require,
                        .specifier = "./b.json",
                        .attributes = {{"type", "json"}},
                        .kind = RequestTarget::Kind::Module,
                        .module_kind = ModuleKind::Json,
                        .module = "fedcba9876543210"});
  r.requests.push_back({.mode = RequestTarget::Mode::Import,
                        .specifier = "nowhere",
                        .attributes = {},
                        .kind = RequestTarget::Kind::Missing,
                        .module = ""});
  ExportFacts function;
  function.kind = ExportKind::Function;
  function.is_constant = function.starts_initialized = true;
  function.function = sample_function();
  ExportFacts layout;
  layout.kind = ExportKind::Class;
  layout.layout = sample_class();
  ExportFacts number;
  number.is_constant = true;
  number.hint = TypeHint::Number;
  number.value = {.kind = Constant::Kind::Number, .number = -0.0, .text = {}};
  const auto add = [&](const char* local, ImportView::Target target, const char* name,
                       const ExportFacts& facts) {
    r.imports.push_back({.local = local,
                         .target = target,
                         .module = "fedcba9876543210",
                         .name = name,
                         .facts = facts});
  };
  add("f", ImportView::Target::Binding, "f", function);
  add("C", ImportView::Target::Binding, "default", layout);
  add("n", ImportView::Target::Binding, "zero", number);
  add("all", ImportView::Target::Namespace, "", {});
  add("cjs", ImportView::Target::CommonJs, "default", {});
  r.imports.back().module_kind = ModuleKind::CommonJs;
  r.imports.front().may_be_uninitialized = true;
  r.definitions = {{"process.env.NODE_ENV", "\"production\""}, {"DEBUG", "false"}};
  normalize(r);
  return r;
}

LinkPlan sample_plan() {
  LinkPlan plan;
  plan.linker = "beef";
  plan.target = {.triple = "x86_64-unknown-linux-gnu", .cpu = "x86-64-v2"};
  plan.profile = Profile::Release;
  plan.modules.push_back(
      {.id = "aa",
       .source_path = "a.ts",
       .has_top_level_await = true,
       .needs_namespace = true,
       .requests = {{.module = 1}, {.module = 0, .phase = ImportPhase::Defer}},
       .exports =
           {{.exported = "all", .target = PlanExport::Target::Namespace, .module = 1, .name = ""},
            {.exported = "x", .module = 0, .name = "y"}},
       .commonjs_names = {}});
  plan.modules.push_back({.id = "bb",
                          .source_path = "../b.cjs",
                          .kind = ModuleKind::CommonJs,
                          .requests = {},
                          .exports = {},
                          .commonjs_names = {"one", "two"}});
  plan.entries = {0};
  return plan;
}

}  // namespace perry::frontend
