#include "frontend/module/request.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "support/base/sha256.h"
#include "tests/unit/frontend_module/samples.h"

using namespace perry::frontend;

namespace {

// The bytes with another last hash: what a forger, not an accident, would write.
std::string with_checksum(std::string bytes) {
  bytes.resize(bytes.size() - 32);
  const auto hash = perry::support::sha256(bytes);
  bytes.append(hash.bytes.begin(), hash.bytes.end());
  return bytes;
}

RequestErrorKind error_of(std::string_view bytes) {
  const auto result = decode_request(bytes);
  REQUIRE(!result);
  CHECK(!result.error().message.empty());
  return result.error().kind;
}

TEST_CASE("a request comes back as it was") {
  const CompileRequest request = sample_request();
  const auto back = decode_request(encode_request(request));
  REQUIRE(back);
  CHECK(*back == request);
  CompileRequest empty;
  normalize(empty);
  CHECK(decode_request(encode_request(empty)) == empty);
}

TEST_CASE("the bytes of the smallest request") {
  CompileRequest request;
  request.source.annex_b = false;
  const std::string bytes = encode_request(request);
  const std::string body = std::string("PCRQ\x04\0\0\0\0\x03\0\0", 12) + std::string(32, '\0') +
                           std::string("\0\0\x04\x01\0\0\0\0\0", 9);
  CHECK(bytes.substr(0, bytes.size() - 32) == body);
}

TEST_CASE("every field is in the key") {
  // O05: one change at a time, each with a key of its own.
  using Change = std::function<void(CompileRequest&)>;
  const std::vector<Change> changes = {
      [](CompileRequest&) {},
      [](CompileRequest& r) { r.compiler = "beef"; },
      [](CompileRequest& r) { r.target.triple = "aarch64-unknown-linux-gnu"; },
      [](CompileRequest& r) { r.target.cpu = "x86-64-v3"; },
      [](CompileRequest& r) { r.profile = Profile::Dev; },
      [](CompileRequest& r) { r.keeps_lines = false; },
      [](CompileRequest& r) { r.is_position_independent = true; },
      [](CompileRequest& r) { r.keeps_function_source = false; },
      [](CompileRequest& r) { r.module_id = "x"; },
      [](CompileRequest& r) { r.source_path = "src/b.ts"; },
      [](CompileRequest& r) { r.source_hash = perry::support::sha256("other"); },
      [](CompileRequest& r) { r.kind = ModuleKind::CommonJs; },
      [](CompileRequest& r) { r.source.dialect = Dialect::JavaScript; },
      [](CompileRequest& r) { r.source.jsx = false; },
      [](CompileRequest& r) { r.source.declaration_file = true; },
      [](CompileRequest& r) { r.source.reserve_angle_brackets = true; },
      [](CompileRequest& r) { r.source.annex_b = false; },
      [](CompileRequest& r) { r.source.strict = true; },
      [](CompileRequest& r) { r.emit.experimental_decorators = true; },
      [](CompileRequest& r) { r.emit.decorator_metadata = true; },
      [](CompileRequest& r) { r.emit.define_class_fields = false; },
      [](CompileRequest& r) { r.emit.strict_null_checks = true; },
      [](CompileRequest& r) { r.emit.jsx_runtime = JsxRuntime::Classic; },
      [](CompileRequest& r) { r.emit.jsx_factory = "g"; },
      [](CompileRequest& r) { r.emit.jsx_fragment_factory = "F"; },
      [](CompileRequest& r) { r.requests.pop_back(); },
      [](CompileRequest& r) { r.requests.back().mode = RequestTarget::Mode::Resolve; },
      [](CompileRequest& r) { r.requests.back().phase = ImportPhase::Defer; },
      [](CompileRequest& r) { r.requests.back().specifier += "x"; },
      [](CompileRequest& r) { r.requests.back().attributes.clear(); },
      [](CompileRequest& r) { r.requests.back().kind = RequestTarget::Kind::Missing; },
      [](CompileRequest& r) { r.requests.back().module_kind = ModuleKind::Text; },
      [](CompileRequest& r) { r.requests.back().module = "m"; },
      [](CompileRequest& r) { r.definitions.pop_back(); },
      [](CompileRequest& r) { r.definitions.back().name += "2"; },
      [](CompileRequest& r) { r.definitions.back().value = "2"; },
      [](CompileRequest& r) { r.imports.pop_back(); },
      [](CompileRequest& r) { r.imports.back().local += "2"; },
      [](CompileRequest& r) { r.imports.back().target = ImportView::Target::CommonJs; },
      [](CompileRequest& r) { r.imports.back().module = "m"; },
      [](CompileRequest& r) { r.imports.back().module_kind = ModuleKind::Builtin; },
      [](CompileRequest& r) { r.imports.back().name = "other"; },
      [](CompileRequest& r) { r.imports.back().may_be_uninitialized = true; },
      [](CompileRequest& r) { r.imports.back().facts.is_constant = false; },
      [](CompileRequest& r) { r.imports.back().facts.starts_initialized = true; },
      [](CompileRequest& r) { r.imports.back().facts.hint = TypeHint::String; },
      [](CompileRequest& r) { r.imports.back().facts.kind = ExportKind::Enum; },
      [](CompileRequest& r) { r.imports.back().facts.value.number = 0.0; },
      [](CompileRequest& r) { r.imports.back().facts.value.kind = Constant::Kind::Null; },
  };
  std::set<std::string> keys;
  for (const Change& change : changes) {
    CompileRequest request = sample_request();
    REQUIRE(request.imports.back().local == "n");
    change(request);
    const std::string bytes = encode_request(request);
    CHECK(keys.insert(request_key(bytes).to_hex()).second);
  }
}

TEST_CASE("the order in which things were found is not in the key") {
  // K01, O07
  const std::string bytes = encode_request(sample_request());
  CompileRequest shuffled = sample_request();
  for (int i = 0; i < 20; i++) {
    std::ranges::next_permutation(shuffled.imports, {}, &ImportView::local);
    std::ranges::reverse(shuffled.requests);
    CompileRequest request = shuffled;
    normalize(request);
    CHECK(encode_request(request) == bytes);
  }
}

TEST_CASE("truncated, changed and foreign bytes are errors") {
  const std::string bytes = encode_request(sample_request());
  for (size_t size = 0; size < bytes.size(); size++)
    error_of(std::string_view(bytes).substr(0, size));
  for (size_t at = 0; at < bytes.size(); at++) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 1);
    error_of(changed);
  }
  CHECK(error_of("") == RequestErrorKind::NotARequest);
  CHECK(error_of("PMRD and so on") == RequestErrorKind::NotARequest);
  CHECK(error_of(encode_link_plan(sample_plan())) == RequestErrorKind::NotARequest);
  std::string other = bytes;
  other[4] = 1;
  CHECK(error_of(other) == RequestErrorKind::OtherVersion);
  CHECK(error_of(bytes + "x") == RequestErrorKind::Damaged);
}

TEST_CASE("bytes with a right checksum are canonical or an error") {
  const std::string bytes = encode_request(sample_request());
  for (size_t at = 5; at + 32 < bytes.size(); at++) {
    for (const int value : {0, 1, 2, 3, 9, 0x7f, 0x80, 0xff}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(value);
      changed = with_checksum(changed);
      const auto request = decode_request(changed);
      if (request) REQUIRE(encode_request(*request) == changed);
    }
  }
}

TEST_CASE("forged counts allocate nothing") {
  CompileRequest request;
  std::string bytes = encode_request(request);
  // The number of imports is the last byte before the checksum.
  bytes.replace(bytes.size() - 33, 1, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F");
  CHECK(error_of(with_checksum(bytes)) == RequestErrorKind::Damaged);
}

TEST_CASE("imports and requests are found by what the source says") {
  const CompileRequest request = sample_request();
  REQUIRE(request.find_import("f") != nullptr);
  CHECK(request.find_import("f")->may_be_uninitialized);
  CHECK(request.find_import("g") == nullptr);
  CHECK(request.find_request(RequestTarget::Mode::Require, "./b.json") == nullptr);
  REQUIRE(request.find_request(RequestTarget::Mode::Require, "./b.json", {{"type", "json"}}));
  CHECK(request.find_request(RequestTarget::Mode::Import, "nowhere")->kind ==
        RequestTarget::Kind::Missing);
}

TEST_CASE("a request as text") {
  const std::string text = dump_request(sample_request());
  CHECK(text.find(R"("source":"src/a.ts")") != std::string::npos);
  CHECK(text.find(R"({"local":"n","target":"binding","module":"fedcba9876543210",)"
                  R"("module_kind":"module","name":"zero","kind":"value","constant":true,)"
                  R"("hint":"number","value":"-0"})") != std::string::npos);
  CHECK(text.find(R"json("parameters":"(_?: number | string, ...: array)")json") ==
        std::string::npos);
  CHECK(text.find(R"json("parameters":"(_?: number | string, ..._: array)")json") !=
        std::string::npos);
}

}  // namespace
