#include "frontend/module/codec.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "frontend/module/wire.h"
#include "support/base/binary_writer.h"

namespace perry::frontend {

namespace {

using support::BinaryError;
using support::BinaryReader;
using support::BinaryWriter;
using support::Span;
using wire::pack;
using wire::read_all;
using wire::read_enum;
using wire::read_strings;
using wire::unpack;
using wire::write_all;
using wire::write_strings;

constexpr std::string_view kMagic = "PMRD";
constexpr uint8_t kVersion = 2;
constexpr uint32_t kNoRequest = std::numeric_limits<uint32_t>::max();

// The smallest encodings, which bound how many elements the rest of the input can hold.
constexpr size_t kSmallestRequest = 7;
constexpr size_t kSmallestImport = 7;
constexpr size_t kSmallestExport = 8;
constexpr size_t kSmallestDirective = 4;

void write_span(BinaryWriter& out, Span span) {
  out.varint(span.start);
  out.varint(span.size());
}

Span read_span(BinaryReader& in) {
  const uint32_t start = in.varint32();
  const uint32_t size = in.varint32();
  if (size > std::numeric_limits<uint32_t>::max() - start) in.fail();
  return in.ok() ? Span{start, start + size} : Span{};
}

void write_attributes(BinaryWriter& out, const std::vector<ImportAttribute>& attributes) {
  out.varint(attributes.size());
  for (const ImportAttribute& attribute : attributes) {
    out.string(attribute.key);
    out.string(attribute.value);
  }
}

std::vector<ImportAttribute> read_attributes(BinaryReader& in) {
  std::vector<ImportAttribute> attributes(in.count(2));
  for (ImportAttribute& attribute : attributes) {
    attribute.key = in.string();
    attribute.value = in.string();
  }
  const auto is_out_of_order = [](const ImportAttribute& a, const ImportAttribute& b) {
    return a.key > b.key;
  };
  if (std::ranges::adjacent_find(attributes, is_out_of_order) != attributes.end()) in.fail();
  return attributes;
}

void write_request(BinaryWriter& out, const ModuleRequest& r) {
  out.u8(static_cast<uint8_t>(r.kind));
  out.u8(static_cast<uint8_t>(r.phase));
  out.u8(static_cast<uint8_t>(pack(r.type_only, r.elidable, r.optional)));
  out.string(r.specifier);
  write_attributes(out, r.attributes);
  write_span(out, r.span);
}

ModuleRequest read_request(BinaryReader& in) {
  ModuleRequest r;
  r.kind = read_enum(in, RequestKind::ImportType);
  r.phase = read_enum(in, ImportPhase::Defer);
  unpack(in, in.u8(), r.type_only, r.elidable, r.optional);
  r.specifier = in.string();
  r.attributes = read_attributes(in);
  r.span = read_span(in);
  return r;
}

void write_import(BinaryWriter& out, const ImportEntry& e) {
  out.u8(static_cast<uint8_t>(e.kind));
  out.u8(static_cast<uint8_t>(pack(e.type_only, e.used_as_value, e.used_in_metadata)));
  out.varint(e.request);
  out.string(e.imported);
  out.string(e.local);
  write_span(out, e.span);
}

ImportEntry read_import(BinaryReader& in, size_t requests) {
  ImportEntry e;
  e.kind = read_enum(in, ImportEntry::Kind::Namespace);
  unpack(in, in.u8(), e.type_only, e.used_as_value, e.used_in_metadata);
  e.request = in.varint32();
  if (e.request >= requests) in.fail();
  e.imported = in.string();
  e.local = in.string();
  e.span = read_span(in);
  return e;
}

void write_export(BinaryWriter& out, const ExportEntry& e) {
  out.u8(static_cast<uint8_t>(e.kind));
  out.u8(static_cast<uint8_t>(pack(e.type_only)));
  out.varint(e.request == kNoRequest ? 0 : uint64_t{e.request} + 1);
  out.string(e.exported);
  out.string(e.local);
  out.string(e.imported);
  write_span(out, e.span);
}

ExportEntry read_export(BinaryReader& in, size_t requests) {
  ExportEntry e;
  e.kind = read_enum(in, ExportEntry::Kind::TypeAssignment);
  unpack(in, in.u8(), e.type_only);
  const uint32_t request = in.varint32();
  if (request > requests) in.fail();
  e.request = request == 0 ? kNoRequest : request - 1;
  e.exported = in.string();
  e.local = in.string();
  e.imported = in.string();
  e.span = read_span(in);
  return e;
}

void write_directive(BinaryWriter& out, const Directive& d) {
  out.u8(static_cast<uint8_t>(d.kind));
  out.string(d.value);
  write_span(out, d.span);
}

Directive read_directive(BinaryReader& in) {
  Directive d = {.kind = read_enum(in, Directive::Kind::TsNoCheck), .value = {}, .span = {}};
  d.value = in.string();
  d.span = read_span(in);
  return d;
}

uint32_t facts_of(const ModuleRecord& r) {
  return pack(r.has_module_syntax, r.has_top_level_await, r.uses_import_meta,
              r.uses_commonjs_globals, r.uses_jsx, r.uses_direct_eval, r.strict, r.side_effect_free,
              r.reads_imports);
}

void read_facts(BinaryReader& in, ModuleRecord& r) {
  unpack(in, in.u16(), r.has_module_syntax, r.has_top_level_await, r.uses_import_meta,
         r.uses_commonjs_globals, r.uses_jsx, r.uses_direct_eval, r.strict, r.side_effect_free,
         r.reads_imports);
}

}  // namespace

std::string encode_record(const ModuleRecord& record) {
  BinaryWriter out;
  out.raw(kMagic);
  out.u8(kVersion);
  out.u8(static_cast<uint8_t>(record.goal));
  out.u16(static_cast<uint16_t>(facts_of(record)));
  write_all(out, record.requests, write_request);
  out.varint(record.evaluation_order.size());
  for (const uint32_t index : record.evaluation_order) out.varint(index);
  write_all(out, record.imports, write_import);
  write_all(out, record.exports, write_export);
  write_all(out, record.directives, write_directive);
  write_strings(out, record.commonjs_exports);
  write_strings(out, record.commonjs_reexports);
  write_strings(out, record.pure_functions);
  return out.take();
}

std::expected<ModuleRecord, BinaryError> decode_record(std::string_view bytes) {
  BinaryReader in(bytes);
  if (in.raw(kMagic.size()) != kMagic || in.u8() != kVersion) in.fail();
  ModuleRecord record;
  record.goal = read_enum(in, Goal::CommonJS);
  read_facts(in, record);
  read_all(in, kSmallestRequest, record.requests, read_request);
  const size_t requests = record.requests.size();
  read_all(in, 1, record.evaluation_order, [&](BinaryReader& from) {
    const uint32_t index = from.varint32();
    if (index >= requests) from.fail();
    return index;
  });
  read_all(in, kSmallestImport, record.imports,
           [&](BinaryReader& from) { return read_import(from, requests); });
  read_all(in, kSmallestExport, record.exports,
           [&](BinaryReader& from) { return read_export(from, requests); });
  read_all(in, kSmallestDirective, record.directives, read_directive);
  record.commonjs_exports = read_strings(in);
  record.commonjs_reexports = read_strings(in);
  record.pure_functions = read_strings(in);
  in.finish();
  if (!in.ok()) return std::unexpected(in.error());
  return record;
}

}  // namespace perry::frontend
