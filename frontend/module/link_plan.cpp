#include "frontend/module/link_plan.h"

#include <algorithm>

#include "frontend/module/dump_lines.h"
#include "frontend/module/envelope.h"
#include "frontend/module/wire.h"
#include "support/base/json_writer.h"

namespace perry::frontend {

namespace {

using support::BinaryReader;
using support::BinaryWriter;
using support::JsonWriter;
using wire::pack;
using wire::read_all;
using wire::read_enum;
using wire::unpack;
using wire::write_all;
using wire::write_enum;

constexpr Envelope kEnvelope = {.magic = "PLNK", .version = 2, .what = "a link plan"};

constexpr size_t kSmallestExport = 4;
constexpr size_t kSmallestRequest = 2;
constexpr size_t kSmallestModule = 7;

void write_export(BinaryWriter& out, const PlanExport& e) {
  out.string(e.exported);
  write_enum(out, e.target);
  out.varint(e.module);
  out.string(e.name);
}

PlanExport read_export(BinaryReader& in) {
  PlanExport e;
  e.exported = in.string();
  e.target = read_enum(in, PlanExport::Target::DeferredNamespace);
  e.module = in.varint32();
  e.name = in.string();
  return e;
}

void write_request(BinaryWriter& out, const PlanRequest& r) {
  out.varint(r.module);
  write_enum(out, r.phase);
}

PlanRequest read_request(BinaryReader& in) {
  PlanRequest r;
  r.module = in.varint32();
  r.phase = read_enum(in, ImportPhase::Defer);
  return r;
}

void write_module(BinaryWriter& out, const PlanModule& m) {
  out.string(m.id);
  out.string(m.source_path);
  write_enum(out, m.kind);
  out.u8(static_cast<uint8_t>(pack(m.has_top_level_await, m.needs_namespace)));
  write_all(out, m.requests, write_request);
  write_all(out, m.exports, write_export);
  wire::write_strings(out, m.commonjs_names);
}

PlanModule read_module(BinaryReader& in) {
  PlanModule m;
  m.id = in.string();
  m.source_path = in.string();
  m.kind = read_enum(in, ModuleKind::Builtin);
  unpack(in, in.u8(), m.has_top_level_await, m.needs_namespace);
  read_all(in, kSmallestRequest, m.requests, read_request);
  read_all(in, kSmallestExport, m.exports, read_export);
  m.commonjs_names = wire::read_strings(in);
  return m;
}

bool is_sorted(const PlanModule& m) {
  const auto wrong = [](const PlanExport& a, const PlanExport& b) {
    return a.exported >= b.exported;
  };
  return std::ranges::adjacent_find(m.exports, wrong) == m.exports.end() &&
         std::ranges::adjacent_find(m.commonjs_names, std::greater_equal()) ==
             m.commonjs_names.end();
}

// Sorted, and no index leads anywhere else.
bool is_sound(const LinkPlan& plan) {
  const size_t count = plan.modules.size();
  const auto wrong = [](const PlanModule& a, const PlanModule& b) { return a.id >= b.id; };
  const bool is_program = plan.output == OutputKind::Program;
  if (is_program ? !plan.library.empty() : !is_library_name(plan.library)) return false;
  if (std::ranges::adjacent_find(plan.modules, wrong) != plan.modules.end()) return false;
  if (std::ranges::any_of(plan.entries, [&](uint32_t entry) { return entry >= count; }))
    return false;
  return std::ranges::all_of(plan.modules, [&](const PlanModule& m) {
    return is_sorted(m) &&
           std::ranges::all_of(m.requests,
                               [&](const PlanRequest& r) { return r.module < count; }) &&
           std::ranges::all_of(m.exports, [&](const PlanExport& e) { return e.module < count; });
  });
}

std::string name_of(const PlanExport& e) {
  if (e.target == PlanExport::Target::Namespace) return "*";
  return e.target == PlanExport::Target::DeferredNamespace ? "defer *" : e.name;
}

void dump_exports(JsonWriter& json, const LinkPlan& plan, const PlanModule& m) {
  json.key("exports");
  json.begin_object();
  for (const PlanExport& e : m.exports) {
    const std::string& id = plan.modules[e.module].id;
    json.member(e.exported, name_of(e) + " of " + id);
  }
  json.end_object();
}

void dump_module(JsonWriter& json, const LinkPlan& plan, const PlanModule& m) {
  json.begin_object();
  json.member("id", m.id);
  json.member("source", m.source_path);
  json.member("kind", to_string(m.kind));
  if (m.has_top_level_await) {
    json.key("top_level_await");
    json.boolean(true);
  }
  json.key("requests");
  json.begin_array();
  for (const PlanRequest& r : m.requests) {
    const std::string& id = plan.modules[r.module].id;
    json.string(r.phase == ImportPhase::Evaluation ? id
                : r.phase == ImportPhase::Defer    ? "defer " + id
                                                   : "source " + id);
  }
  json.end_array();
  if (m.needs_namespace) dump_exports(json, plan, m);
  if (m.kind == ModuleKind::CommonJs) {
    json.key("commonjs_names");
    json.begin_array();
    for (const std::string& name : m.commonjs_names) json.string(name);
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string_view to_string(OutputKind output) {
  switch (output) {
    case OutputKind::Program:
      return "program";
    case OutputKind::StaticLibrary:
      return "static";
    case OutputKind::SharedLibrary:
      return "shared";
  }
  return "";
}

bool is_library_name(std::string_view name) {
  constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";
  constexpr std::string_view kDigits = "0123456789";
  return !name.empty() && !kDigits.contains(name[0]) && std::ranges::all_of(name, [&](char c) {
    return kLetters.contains(c) || kDigits.contains(c);
  });
}

std::string encode_link_plan(const LinkPlan& plan) {
  BinaryWriter out;
  open_envelope(out, kEnvelope);
  out.string(plan.linker);
  out.string(plan.target.triple);
  out.string(plan.target.cpu);
  write_enum(out, plan.profile);
  write_enum(out, plan.output);
  out.string(plan.library);
  write_all(out, plan.modules, write_module);
  write_all(out, plan.entries, [](BinaryWriter& to, uint32_t entry) { to.varint(entry); });
  return close_envelope(out);
}

std::expected<LinkPlan, RequestError> decode_link_plan(std::string_view bytes) {
  const auto body = open_envelope(bytes, kEnvelope);
  if (!body) return std::unexpected(body.error());
  BinaryReader in(*body);
  LinkPlan plan;
  plan.linker = in.string();
  plan.target.triple = in.string();
  plan.target.cpu = in.string();
  plan.profile = read_enum(in, Profile::Size);
  plan.output = read_enum(in, OutputKind::SharedLibrary);
  plan.library = in.string();
  read_all(in, kSmallestModule, plan.modules, read_module);
  read_all(in, 1, plan.entries, [](BinaryReader& from) { return from.varint32(); });
  if (in.ok() && !is_sound(plan)) in.fail();
  in.finish();
  if (!in.ok()) return std::unexpected(damaged(std::string(support::describe(in.error()))));
  return plan;
}

std::string dump_link_plan(const LinkPlan& plan) {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("linker", plan.linker);
  json.member("triple", plan.target.triple);
  json.member("cpu", plan.target.cpu);
  json.member("profile", to_string(plan.profile));
  if (plan.output != OutputKind::Program) {
    json.member("output", to_string(plan.output));
    json.member("library", plan.library);
  }
  json.key("entries");
  json.begin_array();
  for (const uint32_t entry : plan.entries) json.string(plan.modules[entry].id);
  json.end_array();
  dump_lines(out, json, "modules", plan.modules,
             [&](JsonWriter& line, const PlanModule& m) { dump_module(line, plan, m); });
  json.end_object();
  out += "\n";
  return out;
}

}  // namespace perry::frontend
