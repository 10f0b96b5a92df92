#include "frontend/module/codec.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "frontend/module/names.h"
#include "frontend/module/record.h"
#include "support/base/binary_reader.h"

using namespace perry::frontend;
using perry::support::BinaryError;

namespace {

// One of everything.
ModuleRecord sample() {
  ModuleRecord r;
  r.goal = Goal::CommonJS;
  r.requests.push_back({.kind = RequestKind::Import,
                        .phase = ImportPhase::Defer,
                        .type_only = true,
                        .elidable = false,
                        .optional = true,
                        .specifier = "./a.json",
                        .attributes = {{"a", "1"}, {"type", "json"}},
                        .span = {7, 17}});
  r.requests.push_back({.kind = RequestKind::ImportType,
                        .elidable = true,
                        .specifier = std::string("nul\0 and \xED\xA0\x80", 12),
                        .attributes = {},
                        .span = {0, UINT32_MAX}});
  r.evaluation_order = {1, 0};
  r.imports.push_back({.kind = ImportEntry::Kind::Namespace,
                       .used_as_value = true,
                       .request = 1,
                       .imported = "",
                       .local = "ns",
                       .span = {1, 2}});
  r.exports.push_back({.kind = ExportEntry::Kind::Local,
                       .exported = "a",
                       .local = "b",
                       .imported = "",
                       .span = {}});
  r.exports.push_back({.kind = ExportEntry::Kind::TypeAssignment,
                       .type_only = true,
                       .request = 1,
                       .exported = "export=",
                       .local = "*default*",
                       .imported = "x",
                       .span = {300, 70000}});
  r.directives.push_back({.kind = Directive::Kind::TsNoCheck, .value = "v", .span = {3, 4}});
  r.commonjs_exports = {"x", "y"};
  r.commonjs_reexports = {"z"};
  r.pure_functions = {"a"};
  r.has_module_syntax = r.uses_import_meta = r.reads_imports = true;
  return r;
}

BinaryError error_of(std::string_view bytes) {
  const auto result = decode_record(bytes);
  return result ? BinaryError::None : result.error();
}

TEST_CASE("a record comes back as it was") {
  CHECK(decode_record(encode_record(sample())) == sample());
  CHECK(decode_record(encode_record(ModuleRecord())) == ModuleRecord());
}

TEST_CASE("the bytes of the smallest record") {
  const std::string bytes = encode_record(ModuleRecord());
  CHECK(bytes == std::string("PMRD\x02\x01\0\0\0\0\0\0\0\0\0\0", 16));
}

TEST_CASE("each fact has a bit of its own") {
  using Fact = bool ModuleRecord::*;
  std::set<std::string> seen;
  for (const Fact fact :
       {&ModuleRecord::has_module_syntax, &ModuleRecord::has_top_level_await,
        &ModuleRecord::uses_import_meta, &ModuleRecord::uses_commonjs_globals,
        &ModuleRecord::uses_jsx, &ModuleRecord::uses_direct_eval, &ModuleRecord::strict,
        &ModuleRecord::side_effect_free, &ModuleRecord::reads_imports}) {
    ModuleRecord r;
    r.*fact = true;
    const std::string bytes = encode_record(r);
    CHECK(seen.insert(bytes).second);
    CHECK(decode_record(bytes) == r);
  }
}

TEST_CASE("truncated bytes are an error at every length") {
  const std::string bytes = encode_record(sample());
  for (size_t size = 0; size < bytes.size(); size++)
    CHECK(error_of(std::string_view(bytes).substr(0, size)) != BinaryError::None);
  CHECK(error_of(bytes + '\0') == BinaryError::TrailingBytes);
}

TEST_CASE("changed bytes are an error or another canonical record") {
  const std::string bytes = encode_record(sample());
  for (size_t at = 0; at < bytes.size(); at++) {
    for (int value = 0; value < 256; value++) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(value);
      const auto record = decode_record(changed);
      if (!record) continue;
      REQUIRE(encode_record(*record) == changed);
      for (const ImportEntry& e : record->imports) REQUIRE(e.request < record->requests.size());
      for (const ExportEntry& e : record->exports)
        REQUIRE((e.request == UINT32_MAX || e.request < record->requests.size()));
      for (const uint32_t index : record->evaluation_order)
        REQUIRE(index < record->requests.size());
    }
  }
}

TEST_CASE("forged counts allocate nothing") {
  std::string bytes = encode_record(ModuleRecord());
  bytes.replace(8, 1, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F");
  CHECK(error_of(bytes) == BinaryError::Truncated);
}

TEST_CASE("another version is not read") {
  std::string bytes = encode_record(sample());
  bytes[4]++;
  CHECK(error_of(bytes) == BinaryError::Invalid);
}

TEST_CASE("every kind has a name of its own") {
  std::set<std::string_view> names;
  for (uint8_t i = 0; i <= static_cast<uint8_t>(RequestKind::ImportType); i++)
    CHECK(names.insert(to_string(static_cast<RequestKind>(i))).second);
  CHECK(!names.contains(""));
}

}  // namespace
