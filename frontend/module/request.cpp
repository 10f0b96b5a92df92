#include "frontend/module/request.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "frontend/module/envelope.h"
#include "frontend/module/wire.h"

namespace perry::frontend {

namespace {

using support::BinaryReader;
using support::BinaryWriter;
using support::Hash256;
using wire::pack;
using wire::read_all;
using wire::read_enum;
using wire::unpack;
using wire::write_all;
using wire::write_enum;

constexpr Envelope kEnvelope = {.magic = "PCRQ", .version = 4, .what = "a compile request"};

constexpr size_t kSmallestTarget = 7;
constexpr size_t kSmallestImport = 7;
constexpr size_t kSmallestAttribute = 2;
constexpr size_t kSmallestDefinition = 2;

auto order_of(const RequestTarget& t) {
  std::vector<std::pair<std::string_view, std::string_view>> attributes;
  attributes.reserve(t.attributes.size());
  for (const ImportAttribute& a : t.attributes) attributes.emplace_back(a.key, a.value);
  return std::tuple(t.mode, std::string_view(t.specifier), std::move(attributes), t.phase);
}

bool comes_before(const RequestTarget& a, const RequestTarget& b) {
  return order_of(a) < order_of(b);
}

void write_attribute(BinaryWriter& out, const ImportAttribute& attribute) {
  out.string(attribute.key);
  out.string(attribute.value);
}

ImportAttribute read_attribute(BinaryReader& in) {
  ImportAttribute attribute;
  attribute.key = in.string();
  attribute.value = in.string();
  return attribute;
}

void write_target(BinaryWriter& out, const RequestTarget& t) {
  write_enum(out, t.mode);
  write_enum(out, t.phase);
  write_enum(out, t.kind);
  write_enum(out, t.module_kind);
  out.string(t.specifier);
  write_all(out, t.attributes, write_attribute);
  out.string(t.module);
}

RequestTarget read_target(BinaryReader& in) {
  RequestTarget t;
  t.mode = read_enum(in, RequestTarget::Mode::Asset);
  t.phase = read_enum(in, ImportPhase::Defer);
  t.kind = read_enum(in, RequestTarget::Kind::Missing);
  t.module_kind = read_enum(in, ModuleKind::Builtin);
  t.specifier = in.string();
  read_all(in, kSmallestAttribute, t.attributes, read_attribute);
  const auto is_out_of_order = [](const ImportAttribute& a, const ImportAttribute& b) {
    return a.key > b.key;
  };
  if (std::ranges::adjacent_find(t.attributes, is_out_of_order) != t.attributes.end()) in.fail();
  t.module = in.string();
  return t;
}

bool has_facts(ImportView::Target target) { return target == ImportView::Target::Binding; }

void write_import(BinaryWriter& out, const ImportView& v) {
  out.string(v.local);
  write_enum(out, v.target);
  write_enum(out, v.module_kind);
  out.string(v.module);
  out.string(v.name);
  out.boolean(v.may_be_uninitialized);
  if (has_facts(v.target)) write_facts(out, v.facts);
}

ImportView read_import(BinaryReader& in) {
  ImportView v;
  v.local = in.string();
  v.target = read_enum(in, ImportView::Target::CommonJs);
  v.module_kind = read_enum(in, ModuleKind::Builtin);
  v.module = in.string();
  v.name = in.string();
  v.may_be_uninitialized = in.boolean();
  if (has_facts(v.target)) v.facts = read_facts(in);
  return v;
}

void write_definition(BinaryWriter& out, const support::Definition& d) {
  out.string(d.name);
  out.string(d.value);
}

support::Definition read_definition(BinaryReader& in) {
  const std::string_view name = in.string();
  const std::string_view value = in.string();
  auto definition = support::make_definition(name, value);
  if (definition) return std::move(*definition);
  in.fail();
  return {};
}

void write_source_options(BinaryWriter& out, const SourceOptions& s) {
  out.u8(static_cast<uint8_t>(pack(s.typescript(), s.jsx, s.declaration_file,
                                   s.reserve_angle_brackets, s.annex_b, s.strict)));
}

SourceOptions read_source_options(BinaryReader& in, ModuleKind kind) {
  SourceOptions s;
  bool is_typescript = false;
  unpack(in, in.u8(), is_typescript, s.jsx, s.declaration_file, s.reserve_angle_brackets, s.annex_b,
         s.strict);
  s.dialect = is_typescript ? Dialect::TypeScript : Dialect::JavaScript;
  s.goal = goal_of(kind);
  return s;
}

void write_emit_options(BinaryWriter& out, const EmitOptions& e) {
  out.u8(static_cast<uint8_t>(pack(e.experimental_decorators, e.decorator_metadata,
                                   e.define_class_fields, e.strict_null_checks)));
  write_enum(out, e.jsx_runtime);
  out.string(e.jsx_factory);
  out.string(e.jsx_fragment_factory);
}

EmitOptions read_emit_options(BinaryReader& in) {
  EmitOptions e;
  unpack(in, in.u8(), e.experimental_decorators, e.decorator_metadata, e.define_class_fields,
         e.strict_null_checks);
  e.jsx_runtime = read_enum(in, JsxRuntime::AutomaticDev);
  e.jsx_factory = in.string();
  e.jsx_fragment_factory = in.string();
  return e;
}

CompileRequest read_body(BinaryReader& in) {
  CompileRequest r;
  r.compiler = in.string();
  r.target.triple = in.string();
  r.target.cpu = in.string();
  r.profile = read_enum(in, Profile::Size);
  unpack(in, in.u8(), r.keeps_lines, r.keeps_function_source, r.is_position_independent);
  r.module_id = in.string();
  r.source_path = in.string();
  r.source_hash = in.hash();
  r.kind = read_enum(in, ModuleKind::Builtin);
  r.source = read_source_options(in, r.kind);
  r.emit = read_emit_options(in);
  read_all(in, kSmallestTarget, r.requests, read_target);
  read_all(in, kSmallestImport, r.imports, read_import);
  read_all(in, kSmallestDefinition, r.definitions, read_definition);
  return r;
}

// Each element once, in order.
bool is_sorted(const CompileRequest& r) {
  const auto wrong_targets = [](const RequestTarget& a, const RequestTarget& b) {
    return !comes_before(a, b);
  };
  const auto wrong_imports = [](const ImportView& a, const ImportView& b) {
    return a.local >= b.local;
  };
  const auto wrong_definitions = [](const support::Definition& a, const support::Definition& b) {
    return a.name >= b.name;
  };
  return std::ranges::adjacent_find(r.requests, wrong_targets) == r.requests.end() &&
         std::ranges::adjacent_find(r.imports, wrong_imports) == r.imports.end() &&
         std::ranges::adjacent_find(r.definitions, wrong_definitions) == r.definitions.end();
}

}  // namespace

Goal goal_of(ModuleKind kind) {
  switch (kind) {
    case ModuleKind::CommonJs:
      return Goal::CommonJS;
    case ModuleKind::Script:
      return Goal::Script;
    case ModuleKind::Module:
    case ModuleKind::Json:
    case ModuleKind::Text:
    case ModuleKind::Bytes:
    case ModuleKind::Builtin:
      break;
  }
  return Goal::Module;
}

const ImportView* CompileRequest::find_import(std::string_view local) const {
  const auto place = std::ranges::lower_bound(
      imports, local, {}, [](const ImportView& v) { return std::string_view(v.local); });
  return place != imports.end() && place->local == local ? &*place : nullptr;
}

const RequestTarget* CompileRequest::find_request(
    RequestTarget::Mode mode, std::string_view specifier,
    const std::vector<ImportAttribute>& attributes) const {
  const auto place = std::ranges::find_if(requests, [&](const RequestTarget& t) {
    return t.mode == mode && t.specifier == specifier && t.attributes == attributes;
  });
  return place == requests.end() ? nullptr : &*place;
}

void normalize(CompileRequest& request) {
  request.source.goal = goal_of(request.kind);
  std::ranges::sort(request.requests, comes_before);
  const auto same = [](const RequestTarget& a, const RequestTarget& b) {
    return order_of(a) == order_of(b);
  };
  const auto rest = std::ranges::unique(request.requests, same);
  request.requests.erase(rest.begin(), rest.end());
  std::ranges::sort(request.imports, {}, &ImportView::local);
  std::ranges::sort(request.definitions, {}, &support::Definition::name);
}

std::string encode_request(const CompileRequest& r) {
  BinaryWriter out;
  out.reserve(1000);
  open_envelope(out, kEnvelope);
  out.string(r.compiler);
  out.string(r.target.triple);
  out.string(r.target.cpu);
  write_enum(out, r.profile);
  out.u8(static_cast<uint8_t>(
      pack(r.keeps_lines, r.keeps_function_source, r.is_position_independent)));
  out.string(r.module_id);
  out.string(r.source_path);
  out.hash(r.source_hash);
  write_enum(out, r.kind);
  write_source_options(out, r.source);
  write_emit_options(out, r.emit);
  write_all(out, r.requests, write_target);
  write_all(out, r.imports, write_import);
  write_all(out, r.definitions, write_definition);
  return close_envelope(out);
}

// The checksum at the end is the hash of all before it.
Hash256 request_key(std::string_view encoded) {
  Hash256 key;
  const std::string_view checksum = encoded.substr(encoded.size() - key.bytes.size());
  std::ranges::copy(checksum, reinterpret_cast<char*>(key.bytes.data()));
  return key;
}

std::expected<CompileRequest, RequestError> decode_request(std::string_view bytes) {
  const auto body = open_envelope(bytes, kEnvelope);
  if (!body) return std::unexpected(body.error());
  BinaryReader in(*body);
  CompileRequest request = read_body(in);
  if (in.ok() && !is_sorted(request)) in.fail();
  in.finish();
  if (!in.ok()) return std::unexpected(damaged(std::string(support::describe(in.error()))));
  return request;
}

}  // namespace perry::frontend
