#include <charconv>
#include <string>

#include "frontend/module/dump_lines.h"
#include "frontend/module/request.h"
#include "support/base/json_writer.h"

namespace perry::frontend {

namespace {

using support::JsonWriter;

std::string_view name_of(Constant::Kind kind) {
  switch (kind) {
    case Constant::Kind::Undefined:
      return "undefined";
    case Constant::Kind::Null:
      return "null";
    case Constant::Kind::False:
      return "false";
    case Constant::Kind::True:
      return "true";
    case Constant::Kind::None:
    case Constant::Kind::Number:
    case Constant::Kind::String:
    case Constant::Kind::BigInt:
      break;
  }
  return "";
}

std::string describe(const Constant& value) {
  switch (value.kind) {
    case Constant::Kind::Number: {
      char digits[32];
      const auto end = std::to_chars(digits, digits + sizeof digits, value.number);
      return {digits, end.ptr};
    }
    case Constant::Kind::String: {
      std::string text;
      support::append_json_string(text, value.text);
      return text;
    }
    case Constant::Kind::BigInt:
      return value.text + "n";
    default:
      return std::string(name_of(value.kind));
  }
}

std::string describe(TypeHint hint) {
  constexpr std::string_view kNames[] = {"undefined", "null",   "boolean",  "number", "bigint",
                                         "string",    "symbol", "function", "array",  "object"};
  std::string text;
  for (size_t i = 0; i < std::size(kNames); i++) {
    if ((static_cast<uint32_t>(hint) >> i & 1) == 0) continue;
    if (!text.empty()) text += " | ";
    text += kNames[i];
  }
  return text;
}

void flag(JsonWriter& json, std::string_view name, bool value) {
  if (!value) return;
  json.key(name);
  json.boolean(true);
}

void hint(JsonWriter& json, std::string_view name, TypeHint value) {
  if (value != TypeHint::None) json.member(name, describe(value));
}

// `a?: number`, `...: array`: one parameter after the other.
std::string describe(const std::vector<ParameterFacts>& parameters) {
  std::string text = "(";
  for (const ParameterFacts& p : parameters) {
    if (text.size() > 1) text += ", ";
    text += p.is_rest ? "..." : "";
    text += p.is_pattern ? "{}" : "_";
    text += p.is_optional ? "?" : "";
    if (p.hint != TypeHint::None) text += ": " + describe(p.hint);
    text += p.has_default ? " = …" : "";
  }
  return text + ")";
}

void dump_function(JsonWriter& json, const FunctionFacts& f) {
  json.member("parameters", describe(f.parameters));
  hint(json, "result", f.result);
  flag(json, "async", f.is_async);
  flag(json, "generator", f.is_generator);
  flag(json, "arrow", f.is_arrow);
  flag(json, "strict", f.is_strict);
  flag(json, "uses_this", f.uses_this);
  flag(json, "uses_arguments", f.uses_arguments);
  flag(json, "pure", f.is_pure);
}

void dump_class(JsonWriter& json, const ClassFacts& c) {
  flag(json, "has_base", c.has_base);
  flag(json, "open", c.is_open);
  if (c.constructor) {
    json.key("constructor");
    json.begin_object();
    dump_function(json, *c.constructor);
    json.end_object();
  }
  json.key("fields");
  json.begin_array();
  for (const FieldFacts& f : c.fields)
    json.string(f.name + (f.hint == TypeHint::None ? "" : ": " + describe(f.hint)));
  json.end_array();
  json.key("methods");
  json.begin_array();
  for (const MethodFacts& m : c.methods) {
    std::string text = m.is_static ? "static " : "";
    if (m.kind != MethodFacts::Kind::Method)
      text += m.kind == MethodFacts::Kind::Get ? "get " : "set ";
    json.string(text + m.name + describe(m.function.parameters));
  }
  json.end_array();
}

void dump_facts(JsonWriter& json, const ExportFacts& facts) {
  json.member("kind", to_string(facts.kind));
  flag(json, "constant", facts.is_constant);
  flag(json, "starts_initialized", facts.starts_initialized);
  hint(json, "hint", facts.hint);
  if (facts.value.kind != Constant::Kind::None) json.member("value", describe(facts.value));
  if (facts.kind == ExportKind::Function) dump_function(json, facts.function);
  if (facts.kind == ExportKind::Class) dump_class(json, facts.layout);
}

void dump_target(JsonWriter& json, const RequestTarget& t) {
  json.begin_object();
  json.member("mode", to_string(t.mode));
  json.member("specifier", t.specifier);
  for (const ImportAttribute& a : t.attributes) json.member("with " + a.key, a.value);
  if (t.phase != ImportPhase::Evaluation)
    json.member("phase", t.phase == ImportPhase::Defer ? "defer" : "source");
  if (t.kind == RequestTarget::Kind::Missing) {
    flag(json, "missing", true);
  } else {
    json.member("module", t.module);
    json.member("module_kind", to_string(t.module_kind));
  }
  json.end_object();
}

void dump_import(JsonWriter& json, const ImportView& v) {
  json.begin_object();
  json.member("local", v.local);
  json.member("target", to_string(v.target));
  json.member("module", v.module);
  json.member("module_kind", to_string(v.module_kind));
  if (!v.name.empty()) json.member("name", v.name);
  flag(json, "may_be_uninitialized", v.may_be_uninitialized);
  if (v.target == ImportView::Target::Binding) dump_facts(json, v.facts);
  json.end_object();
}

void dump_definition(JsonWriter& json, const support::Definition& d) {
  json.begin_object();
  json.member("name", d.name);
  json.member("value", d.value);
  json.end_object();
}

void dump_options(JsonWriter& json, const CompileRequest& r) {
  flag(json, "lines", r.keeps_lines);
  flag(json, "function_source", r.keeps_function_source);
  flag(json, "typescript", r.source.typescript());
  flag(json, "jsx", r.source.jsx);
  flag(json, "reserve_angle_brackets", r.source.reserve_angle_brackets);
  flag(json, "annex_b", r.source.annex_b);
  flag(json, "strict", r.source.strict);
  flag(json, "experimental_decorators", r.emit.experimental_decorators);
  flag(json, "decorator_metadata", r.emit.decorator_metadata);
  flag(json, "strict_null_checks", r.emit.strict_null_checks);
  flag(json, "define_class_fields", r.emit.define_class_fields);
  json.member("jsx_runtime", to_string(r.emit.jsx_runtime));
  if (!r.emit.jsx_factory.empty()) json.member("jsx_factory", r.emit.jsx_factory);
  if (!r.emit.jsx_fragment_factory.empty())
    json.member("jsx_fragment_factory", r.emit.jsx_fragment_factory);
}

}  // namespace

std::string dump_request(const CompileRequest& r) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("compiler", r.compiler);
  json.member("triple", r.target.triple);
  json.member("cpu", r.target.cpu);
  json.member("profile", to_string(r.profile));
  json.member("module", r.module_id);
  json.member("source", r.source_path);
  json.member("hash", r.source_hash.to_hex());
  json.member("kind", to_string(r.kind));
  dump_options(json, r);
  dump_lines(out, json, "requests", r.requests, dump_target);
  dump_lines(out, json, "imports", r.imports, dump_import);
  if (!r.definitions.empty()) dump_lines(out, json, "definitions", r.definitions, dump_definition);
  json.end_object();
  out += "\n";
  return out;
}

std::string dump_signature(const ModuleSignature& signature) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  dump_lines(out, json, "bindings", signature.bindings,
             [](JsonWriter& line, const ExportedBinding& binding) {
               line.begin_object();
               line.member("name", binding.name);
               if (binding.local != binding.name) line.member("local", binding.local);
               dump_facts(line, binding.facts);
               line.end_object();
             });
  json.end_object();
  out += "\n";
  return out;
}

std::string_view to_string(ModuleKind kind) {
  switch (kind) {
    case ModuleKind::Module:
      return "module";
    case ModuleKind::CommonJs:
      return "commonjs";
    case ModuleKind::Script:
      return "script";
    case ModuleKind::Json:
      return "json";
    case ModuleKind::Text:
      return "text";
    case ModuleKind::Bytes:
      return "bytes";
    case ModuleKind::Builtin:
      return "builtin";
  }
  return "";
}

std::string_view to_string(Profile profile) {
  switch (profile) {
    case Profile::Dev:
      return "dev";
    case Profile::Release:
      return "release";
    case Profile::Size:
      return "size";
  }
  return "";
}

std::string_view to_string(RequestTarget::Mode mode) {
  switch (mode) {
    case RequestTarget::Mode::Import:
      return "import";
    case RequestTarget::Mode::Require:
      return "require";
    case RequestTarget::Mode::Resolve:
      return "require-resolve";
    case RequestTarget::Mode::ImportMetaResolve:
      return "import-meta-resolve";
    case RequestTarget::Mode::Worker:
      return "worker";
    case RequestTarget::Mode::Asset:
      return "asset";
  }
  return "";
}

std::string_view to_string(ImportView::Target target) {
  switch (target) {
    case ImportView::Target::Binding:
      return "binding";
    case ImportView::Target::Namespace:
      return "namespace";
    case ImportView::Target::DeferredNamespace:
      return "deferred-namespace";
    case ImportView::Target::CommonJs:
      return "commonjs";
  }
  return "";
}

std::string_view to_string(ExportKind kind) {
  switch (kind) {
    case ExportKind::Value:
      return "value";
    case ExportKind::Function:
      return "function";
    case ExportKind::Class:
      return "class";
    case ExportKind::Enum:
      return "enum";
    case ExportKind::Namespace:
      return "namespace";
  }
  return "";
}

std::string_view to_string(JsxRuntime runtime) {
  switch (runtime) {
    case JsxRuntime::Classic:
      return "classic";
    case JsxRuntime::Automatic:
      return "automatic";
    case JsxRuntime::AutomaticDev:
      return "automatic-dev";
  }
  return "";
}

}  // namespace perry::frontend
