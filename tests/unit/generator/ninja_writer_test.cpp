#include <doctest/doctest.h>

#include "generator/ninja/writer.h"

using namespace perry::generator;

namespace {

TEST_CASE("a file as Ninja reads it") {
  NinjaWriter out;
  out.comment("Head.");
  out.variable("root", "..");
  out.pool("link", 2);
  out.rule("cc", {{"command", "cc $in -o $out"}, {"restat", "1"}});
  out.build({.outputs = {"a.o"},
             .rule = "cc",
             .inputs = {"a.c"},
             .implicit = {"a.h"},
             .order_only = {"gen"},
             .variables = {{"key", "1f"}}});
  out.build({.outputs = {"x", "y"},
             .rule = "phony",
             .inputs = {},
             .implicit = {},
             .order_only = {},
             .variables = {}});
  out.defaults({"a.o"});
  CHECK(out.text() ==
        "# Head.\nroot = ..\npool link\n  depth = 2\nrule cc\n  command = cc $in -o $out\n"
        "  restat = 1\nbuild a.o: cc a.c | a.h || gen\n  key = 1f\nbuild x y: phony\n"
        "default a.o\n");
}

TEST_CASE("names that mean something to Ninja or to a shell") {
  CHECK(escape_ninja_path("a b:c$d") == "a$ b$:c$$d");
  CHECK(escape_ninja_value("a b:c$d") == "a b:c$$d");
  CHECK(quote_for_shell("../src/a-b_c.ts") == "../src/a-b_c.ts");
  CHECK(quote_for_shell("a b") == "'a b'");
  CHECK(quote_for_shell("it's $x") == "'it'\\''s $$x'");
  CHECK(quote_for_shell("") == "''");
  CHECK(is_valid_ninja_path("a b"));
  CHECK(!is_valid_ninja_path("a\nb"));
  CHECK(!is_valid_ninja_path(""));
}

}  // namespace
