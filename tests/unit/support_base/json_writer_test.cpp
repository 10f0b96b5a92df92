#include "support/base/json_writer.h"

#include <doctest/doctest.h>

#include <limits>

using namespace perry::support;
using namespace std::string_view_literals;

namespace {

TEST_CASE("commas stand between values only") {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  json.member("a", 1);
  json.key("b");
  json.begin_array();
  json.end_array();
  json.key("c");
  json.begin_array();
  json.null();
  json.boolean(true);
  json.begin_object();
  json.end_object();
  json.string("x");
  json.end_array();
  json.member("d", std::numeric_limits<int64_t>::min());
  json.end_object();
  CHECK(out == R"({"a":1,"b":[],"c":[null,true,{},"x"],"d":-9223372036854775808})");
}

TEST_CASE("strings are escaped and made valid UTF-8") {
  std::string out;
  append_json_string(out, "q\" b\\ \b\f\n\r\t \x01\x1f \x7f é 😀 \xff\xe2\x80 \0"sv);
  CHECK(out == "\"q\\\" b\\\\ \\b\\f\\n\\r\\t \\u0001\\u001f \x7f é 😀 \uFFFD\uFFFD \\u0000\"");
}

}  // namespace
