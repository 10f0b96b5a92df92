#include <doctest/doctest.h>

#include "support/diag/codes.h"
#include "support/diag/render.h"
#include "tests/unit/support_diag/sample_diagnostics.h"

using namespace perry::support;

namespace {

TEST_CASE("one object per diagnostic, with every member") {
  const SourceFile file("src/a.ts", "é😀 x\n");
  DiagnosticSink sink;
  sink.report(kExpected, find(file, "x"), "\"q\"", "b")
      .label({0, 2}, "here")
      .note("n")
      .fix({8, 8}, ";", "insert `;`");
  sink.report(kTooMany, {0, 0}, -3);
  CHECK(
      render_json({&file, sink.all()}) ==
      R"({"code":"T0001","name":"Expected","severity":"error","message":"expected \"q\", found b","args":["\"q\"","b"],"file":"src/a.ts","span":{"start":{"line":1,"column":5,"offset":7},"end":{"line":1,"column":6,"offset":8}},"labels":[{"span":{"start":{"line":1,"column":1,"offset":0},"end":{"line":1,"column":2,"offset":2}},"text":"here"}],"notes":["n"],"fixes":[{"message":"insert `;`","edits":[{"span":{"start":{"line":1,"column":6,"offset":8},"end":{"line":1,"column":6,"offset":8}},"replacement":";"}]}]}
{"code":"T0002","name":"TooMany","severity":"warning","message":"-3 is too many","args":[-3],"file":"src/a.ts","span":{"start":{"line":1,"column":1,"offset":0},"end":{"line":1,"column":1,"offset":0}},"labels":[],"notes":[],"fixes":[]}
)");
}

TEST_CASE("without a file there are no positions") {
  DiagnosticSink sink;
  sink.report(kFileTooLarge, {}, "a", 5);
  CHECK(
      render_json({nullptr, sink.all()}) ==
      R"({"code":"P9005","name":"FileTooLarge","severity":"error","message":"`a` is larger than the limit of 5 bytes","args":["a",5],"file":null,"span":null,"labels":[],"notes":[],"fixes":[]}
)");
}

TEST_CASE("no diagnostics, no output") {
  const SourceFile file("a.ts", "");
  CHECK(render_json({&file, {}}).empty());
}

}  // namespace
