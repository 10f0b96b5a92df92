#include "frontend/module/signature.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "frontend/module/wire.h"

namespace perry::frontend {

namespace {

using support::BinaryReader;
using support::BinaryWriter;
using wire::pack;
using wire::read_all;
using wire::read_enum;
using wire::unpack;
using wire::write_all;
using wire::write_enum;

constexpr size_t kSmallestParameter = 3;
constexpr size_t kSmallestField = 4;
constexpr size_t kSmallestMethod = 7;
constexpr size_t kSmallestBinding = 8;

void write_hint(BinaryWriter& out, TypeHint hint) { out.u16(static_cast<uint16_t>(hint)); }

TypeHint read_hint(BinaryReader& in) {
  const uint16_t bits = in.u16();
  if (bits > kAllTypeHints) in.fail();
  return static_cast<TypeHint>(bits);
}

void write_constant(BinaryWriter& out, const Constant& value) {
  write_enum(out, value.kind);
  if (value.kind == Constant::Kind::Number) out.f64(value.number);
  if (value.kind == Constant::Kind::String || value.kind == Constant::Kind::BigInt)
    out.string(value.text);
}

Constant read_constant(BinaryReader& in) {
  Constant value;
  value.kind = read_enum(in, Constant::Kind::BigInt);
  if (value.kind == Constant::Kind::Number) value.number = in.f64();
  if (value.kind == Constant::Kind::String || value.kind == Constant::Kind::BigInt)
    value.text = in.string();
  return value;
}

void write_parameter(BinaryWriter& out, const ParameterFacts& p) {
  out.u8(static_cast<uint8_t>(pack(p.is_optional, p.has_default, p.is_rest, p.is_pattern)));
  write_hint(out, p.hint);
}

ParameterFacts read_parameter(BinaryReader& in) {
  ParameterFacts p;
  unpack(in, in.u8(), p.is_optional, p.has_default, p.is_rest, p.is_pattern);
  p.hint = read_hint(in);
  return p;
}

void write_function(BinaryWriter& out, const FunctionFacts& f) {
  out.u8(static_cast<uint8_t>(pack(f.is_async, f.is_generator, f.is_arrow, f.is_strict, f.uses_this,
                                   f.uses_arguments, f.is_pure)));
  write_all(out, f.parameters, write_parameter);
  write_hint(out, f.result);
}

FunctionFacts read_function(BinaryReader& in) {
  FunctionFacts f;
  unpack(in, in.u8(), f.is_async, f.is_generator, f.is_arrow, f.is_strict, f.uses_this,
         f.uses_arguments, f.is_pure);
  read_all(in, kSmallestParameter, f.parameters, read_parameter);
  f.result = read_hint(in);
  return f;
}

void write_field(BinaryWriter& out, const FieldFacts& f) {
  out.boolean(f.is_private);
  write_hint(out, f.hint);
  out.string(f.name);
}

FieldFacts read_field(BinaryReader& in) {
  FieldFacts f;
  f.is_private = in.boolean();
  f.hint = read_hint(in);
  f.name = in.string();
  return f;
}

void write_method(BinaryWriter& out, const MethodFacts& m) {
  write_enum(out, m.kind);
  out.boolean(m.is_static);
  out.string(m.name);
  write_function(out, m.function);
}

MethodFacts read_method(BinaryReader& in) {
  MethodFacts m;
  m.kind = read_enum(in, MethodFacts::Kind::Set);
  m.is_static = in.boolean();
  m.name = in.string();
  m.function = read_function(in);
  return m;
}

void write_class(BinaryWriter& out, const ClassFacts& c) {
  out.u8(static_cast<uint8_t>(pack(c.has_base, c.is_open, c.constructor.has_value())));
  if (c.constructor) write_function(out, *c.constructor);
  write_all(out, c.fields, write_field);
  write_all(out, c.methods, write_method);
}

ClassFacts read_class(BinaryReader& in) {
  ClassFacts c;
  bool has_constructor = false;
  unpack(in, in.u8(), c.has_base, c.is_open, has_constructor);
  if (has_constructor) c.constructor = read_function(in);
  read_all(in, kSmallestField, c.fields, read_field);
  read_all(in, kSmallestMethod, c.methods, read_method);
  return c;
}

void write_binding(BinaryWriter& out, const ExportedBinding& binding) {
  out.string(binding.name);
  out.string(binding.local);
  write_facts(out, binding.facts);
}

ExportedBinding read_binding(BinaryReader& in) {
  ExportedBinding binding;
  binding.name = in.string();
  binding.local = in.string();
  binding.facts = read_facts(in);
  return binding;
}

}  // namespace

// By bits, so that 0 and -0 differ and a NaN equals itself.
bool operator==(const Constant& a, const Constant& b) {
  return a.kind == b.kind && a.text == b.text &&
         std::bit_cast<uint64_t>(a.number) == std::bit_cast<uint64_t>(b.number);
}

void write_facts(BinaryWriter& out, const ExportFacts& facts) {
  write_enum(out, facts.kind);
  out.u8(static_cast<uint8_t>(pack(facts.is_constant, facts.starts_initialized)));
  write_hint(out, facts.hint);
  write_constant(out, facts.value);
  if (facts.kind == ExportKind::Function) write_function(out, facts.function);
  if (facts.kind == ExportKind::Class) write_class(out, facts.layout);
}

ExportFacts read_facts(BinaryReader& in) {
  ExportFacts facts;
  facts.kind = read_enum(in, ExportKind::Namespace);
  unpack(in, in.u8(), facts.is_constant, facts.starts_initialized);
  facts.hint = read_hint(in);
  facts.value = read_constant(in);
  if (facts.kind == ExportKind::Function) facts.function = read_function(in);
  if (facts.kind == ExportKind::Class) facts.layout = read_class(in);
  return facts;
}

const ExportedBinding* ModuleSignature::find(std::string_view name) const {
  const auto place = std::ranges::lower_bound(
      bindings, name, {}, [](const ExportedBinding& b) { return std::string_view(b.name); });
  return place != bindings.end() && place->name == name ? &*place : nullptr;
}

void write_signature(BinaryWriter& out, const ModuleSignature& signature) {
  write_all(out, signature.bindings, write_binding);
}

ModuleSignature read_signature(BinaryReader& in) {
  ModuleSignature signature;
  read_all(in, kSmallestBinding, signature.bindings, read_binding);
  const auto is_out_of_order = [](const ExportedBinding& a, const ExportedBinding& b) {
    return a.name >= b.name;
  };
  if (std::ranges::adjacent_find(signature.bindings, is_out_of_order) != signature.bindings.end())
    in.fail();
  return signature;
}

std::vector<CanonicalExport> canonical_exports(const ModuleRecord& record) {
  std::vector<std::string_view> namespaces;
  for (const ImportEntry& entry : record.imports)
    if (entry.kind == ImportEntry::Kind::Namespace) namespaces.push_back(entry.local);
  std::ranges::sort(namespaces);
  std::vector<const ExportEntry*> entries;
  entries.reserve(record.exports.size());
  for (const ExportEntry& entry : record.exports)
    if (entry.kind == ExportEntry::Kind::Local && !entry.type_only &&
        !std::ranges::binary_search(namespaces, entry.local))
      entries.push_back(&entry);
  // Of one binding's names its own comes first, then the first in the source.
  std::ranges::sort(entries, {}, [](const ExportEntry* entry) {
    return std::tuple(std::string_view(entry->local), entry->exported != entry->local, entry);
  });
  std::vector<CanonicalExport> names;
  names.reserve(entries.size());
  for (const ExportEntry* entry : entries)
    if (names.empty() || names.back().local != entry->local)
      names.push_back({.name = entry->exported, .local = entry->local});
  std::ranges::sort(names, {}, &CanonicalExport::name);
  return names;
}

}  // namespace perry::frontend
