#include "support/json/definition.h"

#include <doctest/doctest.h>

using namespace perry::support;

namespace {

TEST_CASE("names that can be defined") {
  for (const char* name : {"DEBUG", "__VERSION__", "$", "process.env.NODE_ENV", "import.meta",
                           "import.meta.env.MODE", "größe", "a.default"})
    CHECK_MESSAGE(is_definable_name(name), name);
  for (const char* name : {"", ".", "a.", ".a", "a..b", "1a", "a-b", "a b", "this", "new.target",
                           "import", "import.metal", "import.meta.", "true.x", "a[0]"})
    CHECK_MESSAGE(!is_definable_name(name), name);
}

TEST_CASE("what stands for them") {
  for (const char* value : {"\"production\"", "1", "-0.5e3", "true", "null", "[1, {\"a\": []}]",
                            "globalThis", "undefined", "a.b.c"})
    CHECK_MESSAGE(make_definition("A", value).has_value(), value);
  for (const char* value : {"", "1.2.3", "'text'", "a b", "f()", "import.meta", "this", "{a: 1}"}) {
    const auto definition = make_definition("A", value);
    REQUIRE_MESSAGE(!definition, value);
    CHECK(definition.error().find("neither JSON nor a name") != std::string::npos);
  }
}

TEST_CASE("as the command line says it") {
  CHECK(read_definition("a.b=\"x=y\"") == Definition{"a.b", "\"x=y\""});
  CHECK(read_definition("DEBUG").error() == "`DEBUG` says no value: write NAME=VALUE");
  CHECK(read_definition("1=2").error().starts_with("`1` cannot be defined"));
}

}  // namespace
