#include "perry-scan/database/mentions.h"

#include <doctest/doctest.h>

#include "perry-scan/database/parse.h"

using namespace perry;

namespace {

std::string mentions_of(std::string_view text) {
  scan::Reading reading;
  reading.options.goal = frontend::Goal::Module;
  reading.options.dialect = frontend::Dialect::TypeScript;
  const auto facts =
      scan::parse_source(text, reading, support::StackLimit::current(size_t{1} << 16));
  CHECK(facts.diagnostics.all().empty());
  return facts.mentions;
}

TEST_CASE("global names, with the members behind them") {
  CHECK(mentions_of("export {};") == "");
  CHECK(mentions_of("process.env.A; f(process['env'].B.length)[0]; import.meta.env.MODE;") ==
        "\nf\nimport.meta.env.MODE\nprocess.env.A\nprocess.env.B.length\n");
  CHECK(mentions_of("(process.env as any).A; process!.env!.B;") ==
        "\nprocess.env.A\nprocess.env.B\n");
  CHECK(mentions_of("a?.b.c; d.e?.f; g[h].i;") == "\na\nd.e\ng\nh\n");
  CHECK(mentions_of("`${A}`; ({ B, c: D }); x = E; for (F of G);") == "\nA\nB\nD\nE\nF\nG\nx\n");
}

TEST_CASE("what a file has itself is not global") {
  CHECK(mentions_of("const a = 1; a.b; function f(p: T) { p.q; f.r; }") == "");
  CHECK(mentions_of("declare const VERSION: string; VERSION.length;") == "\nVERSION.length\n");
  CHECK(mentions_of("{ let a = {b: 1}; a.b; } a.c;") == "\na.c\n");
}

TEST_CASE("a name and its members are found, and nothing that begins like them") {
  const std::string_view mentions = "\nDEBUG\nprocess.env.NODE_ENV.length\nprocess.env2\n";
  for (const char* name : {"DEBUG", "process", "process.env", "process.env.NODE_ENV",
                           "process.env.NODE_ENV.length", "process.env2"})
    CHECK_MESSAGE(scan::has_mention(mentions, name), name);
  for (const char* name : {"DEB", "env", "process.e", "process.env.NODE", "env.NODE_ENV", "length"})
    CHECK_MESSAGE(!scan::has_mention(mentions, name), name);
  CHECK(!scan::has_mention("", "DEBUG"));
}

}  // namespace
