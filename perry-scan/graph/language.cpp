#include "perry-scan/graph/language.h"

#include "support/base/path.h"

namespace perry::scan {

namespace {

using frontend::Directive;
using frontend::JsxRuntime;

// The last pragma of a kind counts; empty when there is none.
std::string_view pragma(const frontend::ModuleRecord& record, Directive::Kind kind) {
  std::string_view value;
  for (const Directive& d : record.directives)
    if (d.kind == kind) value = d.value;
  return value;
}

JsxMode jsx_mode_of(const TsConfig* config) {
  return config == nullptr ? JsxMode::Unspecified : config->jsx_mode();
}

JsxRuntime runtime_of(const TsConfig* config, const frontend::ModuleRecord& record) {
  const std::string_view said = pragma(record, Directive::Kind::JsxRuntime);
  if (said == "classic") return JsxRuntime::Classic;
  if (said != "automatic" && !pragma(record, Directive::Kind::Jsx).empty())
    return JsxRuntime::Classic;
  switch (jsx_mode_of(config)) {
    case JsxMode::React:
    case JsxMode::ReactNative:
    case JsxMode::Preserve:
      // A factory of one's own is a wish for the classic form.
      return said == "automatic" ? JsxRuntime::Automatic : JsxRuntime::Classic;
    case JsxMode::ReactJsxDev:
      return JsxRuntime::AutomaticDev;
    case JsxMode::ReactJsx:
    case JsxMode::Unspecified:
      break;
  }
  return JsxRuntime::Automatic;
}

}  // namespace

bool is_typescript(std::string_view path) {
  const std::string_view extension = support::path_extension(path);
  return extension == ".ts" || extension == ".tsx" || extension == ".mts" || extension == ".cts";
}

Reading reading_of(std::string_view path, const Resolution& resolution, const TsConfig* config) {
  const std::string_view extension = support::path_extension(path);
  Reading reading;
  frontend::SourceOptions& o = reading.options;
  if (is_typescript(path)) {
    o.dialect = frontend::Dialect::TypeScript;
    o.jsx = extension == ".tsx";
  } else {
    o.jsx = extension != ".mjs" && extension != ".cjs";
  }
  o.reserve_angle_brackets = extension == ".mts" || extension == ".cts";
  o.goal = resolution.format == ModuleFormat::CommonJs ? frontend::Goal::CommonJS
                                                       : frontend::Goal::Module;
  o.strict = config != nullptr && config->has_always_strict() &&
             o.dialect == frontend::Dialect::TypeScript;
  // TypeScript's sources say `import` also where CommonJS is made of them.
  reading.is_ambiguous = resolution.format == ModuleFormat::CommonJs &&
                         (resolution.is_ambiguous || o.dialect == frontend::Dialect::TypeScript);
  return reading;
}

Reading script_reading() {
  Reading reading;
  reading.options.goal = frontend::Goal::Script;
  return reading;
}

frontend::EmitOptions emit_options_of(const TsConfig* config, const SourceFacts& facts) {
  const frontend::ModuleRecord& record = facts.record;
  frontend::EmitOptions emit;
  if (config != nullptr && facts.options.typescript()) {
    emit.experimental_decorators = config->experimental_decorators.value_or(false);
    emit.decorator_metadata =
        emit.experimental_decorators && config->emit_decorator_metadata.value_or(false);
    emit.strict_null_checks = emit.decorator_metadata && config->has_strict_null_checks();
    emit.define_class_fields = config->defines_class_fields();
  }
  if (!record.uses_jsx) return emit;
  emit.jsx_runtime = runtime_of(config, record);
  if (emit.jsx_runtime != JsxRuntime::Classic) return emit;
  const std::string_view factory = pragma(record, Directive::Kind::Jsx);
  const std::string_view fragment = pragma(record, Directive::Kind::JsxFragment);
  const auto option = [&](std::optional<std::string> TsConfig::* member,
                          std::string_view standard) {
    return config != nullptr ? (config->*member).value_or(std::string(standard))
                             : std::string(standard);
  };
  emit.jsx_factory = factory.empty() ? option(&TsConfig::jsx_factory, "React.createElement")
                                     : std::string(factory);
  emit.jsx_fragment_factory = fragment.empty()
                                  ? option(&TsConfig::jsx_fragment_factory, "React.Fragment")
                                  : std::string(fragment);
  return emit;
}

std::string jsx_module_of(const TsConfig* config, const frontend::ModuleRecord& record,
                          const frontend::EmitOptions& emit) {
  if (!record.uses_jsx || emit.jsx_runtime == JsxRuntime::Classic) return {};
  std::string source(pragma(record, Directive::Kind::JsxImportSource));
  if (source.empty() && config != nullptr) source = config->jsx_import_source.value_or("");
  if (source.empty()) source = "react";
  return source +
         (emit.jsx_runtime == JsxRuntime::AutomaticDev ? "/jsx-dev-runtime" : "/jsx-runtime");
}

}  // namespace perry::scan
