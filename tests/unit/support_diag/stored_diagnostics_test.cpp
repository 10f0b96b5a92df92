#include "support/diag/stored_diagnostics.h"

#include <doctest/doctest.h>

#include <random>

#include "support/diag/codes.h"
#include "support/diag/render.h"
#include "tests/unit/support_diag/sample_diagnostics.h"

using namespace perry::support;
using namespace std::string_view_literals;

namespace {

const DiagnosticRegistry& registry() {
  static const DiagnosticRegistry all{kSampleDiagnostics, all_support_diagnostics()};
  return all;
}

DiagnosticSink make_sample(const SourceFile& file) {
  DiagnosticSink sink;
  sink.report(kExpected, find(file, "x"), "a\0b"sv, "\xFF")
      .label({0, 3}, "label")
      .label({1, 1}, "")
      .note("note\nline")
      .fix({3, 3}, ";", "fix");
  sink.report(kTooMany, {0, file.size()}, std::numeric_limits<int64_t>::min());
  sink.report(kPlain, {file.size(), file.size()});
  sink.all().back().fixes.push_back({"two", {{{0, 1}, "a"}, {{2, 3}, ""}}});
  return sink;
}

std::string store(std::span<const Diagnostic> diagnostics) {
  BinaryWriter out;
  store_diagnostics(out, diagnostics);
  return out.take();
}

auto load(std::string_view bytes, uint32_t size, const DiagnosticRegistry& known = registry()) {
  BinaryReader in(bytes);
  return load_diagnostics(in, known, size);
}

TEST_CASE("what was stored renders as before") {
  const SourceFile file("a.ts", "let x = 1;\nlet y;\n");
  const DiagnosticSink sink = make_sample(file);
  const std::string bytes = store(sink.all());
  BinaryReader in(bytes);
  const auto loaded = load_diagnostics(in, registry(), file.size());
  in.finish();
  CHECK(in.ok());
  REQUIRE(loaded);
  CHECK(render_text({&file, *loaded}, {}) == render_text({&file, sink.all()}, {}));
  CHECK(render_json({&file, *loaded}) == render_json({&file, sink.all()}));
  CHECK(store(*loaded) == bytes);
  CHECK(loaded->front().info == &kExpected.info);
}

TEST_CASE("the documented bytes") {
  DiagnosticSink sink;
  sink.report(kTooMany, {2, 5}, -1);
  CHECK(store(sink.all()) == "\x01\x01\x0E\0\0\0\x05T0002\x02\x03\x01\x01\x01\0\0\0"sv);
  CHECK(store({}) == "\x01\0"sv);
}

TEST_CASE("another version and unknown codes are told apart from damage") {
  DiagnosticSink sink;
  sink.report(kPlain, {0, 1});
  std::string bytes = store(sink.all());
  const DiagnosticRegistry smaller{all_support_diagnostics()};
  CHECK(load(bytes, 1, smaller).error() == StoredDiagnosticsError::UnknownCode);
  CHECK(load(bytes, 0).error() == StoredDiagnosticsError::Malformed);
  bytes[0] = 2;
  CHECK(load(bytes, 1).error() == StoredDiagnosticsError::OtherVersion);
  CHECK(load("", 1).error() == StoredDiagnosticsError::Malformed);
}

TEST_CASE("every truncation is refused") {
  const SourceFile file("a.ts", "let x = 1;\nlet y;\n");
  const std::string bytes = store(make_sample(file).all());
  for (size_t size = 0; size < bytes.size(); size++)
    CHECK_FALSE(load(std::string_view(bytes).substr(0, size), file.size()));
}

TEST_CASE("a forged count costs nothing") {
  BinaryWriter out;
  out.u8(kStoredDiagnosticsVersion);
  out.varint(~uint64_t{0});
  CHECK(load(out.bytes(), 1).error() == StoredDiagnosticsError::Malformed);
}

TEST_CASE("damaged bytes load as something harmless or not at all") {
  const SourceFile file("a.ts", "let x = 1;\nlet y;\n");
  const std::string bytes = store(make_sample(file).all());
  std::mt19937 random(1);
  for (int round = 0; round < 20'000; round++) {
    std::string damaged = bytes;
    for (uint32_t changes = 1 + random() % 3; changes != 0; changes--)
      damaged[random() % damaged.size()] = static_cast<char>(random());
    const auto loaded = load(damaged, file.size());
    if (!loaded) continue;
    // One form per value: what loads is stored as the same bytes.
    REQUIRE(damaged.starts_with(store(*loaded)));
    render_text({&file, *loaded}, {});
    render_json({&file, *loaded});
  }
}

}  // namespace
