#include <doctest/doctest.h>

#include "support/diag/codes.h"
#include "support/diag/render.h"
#include "tests/unit/support_diag/sample_diagnostics.h"

using namespace perry::support;

namespace {

TEST_CASE("a log with results in two files and one without") {
  const SourceFile a("src/a b.ts", "let x\n");
  const SourceFile b("/abs/é.ts", "y\n");
  DiagnosticSink in_a;
  in_a.report(kPlain, {4, 5}).label({0, 3}, "here").note("n").fix({5, 5}, ";", "insert `;`");
  DiagnosticSink in_b;
  in_b.report(kTooMany, {0, 1}, 1);
  DiagnosticSink nowhere;
  nowhere.report(kFileIsDirectory, {}, "d");
  const DiagnosticGroup groups[] = {{&a, in_a.all()}, {&b, in_b.all()}, {nullptr, nowhere.all()}};
  const std::string expected =
      R"({"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[{)"
      R"("tool":{"driver":{"name":"perry","version":"1.2","informationUri":"https://example.org",)"
      R"("rules":[{"id":"P9003","name":"FileIsDirectory"},{"id":"T0002","name":"TooMany"},)"
      R"({"id":"T0003","name":"Plain"}]}},"columnKind":"utf16CodeUnits",)"
      "\"newlineSequences\":[\"\\r\\n\",\"\\n\",\"\\r\",\"\u2028\",\"\u2029\"],"
      R"("results":[)"
      R"({"ruleId":"T0003","ruleIndex":2,"level":"error","message":{"text":"plain\nn"},)"
      R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"src/a%20b.ts"},)"
      R"("region":{"startLine":1,"startColumn":5,"endLine":1,"endColumn":6,"byteOffset":4,"byteLength":1}}}],)"
      R"("relatedLocations":[{"physicalLocation":{"artifactLocation":{"uri":"src/a%20b.ts"},)"
      R"("region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":4,"byteOffset":0,"byteLength":3}},)"
      R"("message":{"text":"here"}}],)"
      R"("fixes":[{"description":{"text":"insert `;`"},"artifactChanges":[{"artifactLocation":{"uri":"src/a%20b.ts"},)"
      R"("replacements":[{"deletedRegion":{"startLine":1,"startColumn":6,"endLine":1,"endColumn":6,"byteOffset":5,"byteLength":0},)"
      R"("insertedContent":{"text":";"}}]}]}]},)"
      R"({"ruleId":"T0002","ruleIndex":1,"level":"warning","message":{"text":"1 is too many"},)"
      R"("locations":[{"physicalLocation":{"artifactLocation":{"uri":"file:///abs/%C3%A9.ts"},)"
      R"("region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":2,"byteOffset":0,"byteLength":1}}}]},)"
      R"({"ruleId":"P9003","ruleIndex":0,"level":"error","message":{"text":"`d` is a directory, not a file"}}]}]})"
      "\n";
  CHECK(render_sarif(groups, {"perry", "1.2", "https://example.org"}) == expected);
}

}  // namespace
