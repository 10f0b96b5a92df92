#include "frontend/extract/directives.h"

#include <doctest/doctest.h>

#include <string>

#include "frontend/module/names.h"
#include "tests/unit/frontend_extract/record_of.h"

using namespace perry::frontend;

namespace {

std::string directives_of(std::string_view text, Dialect dialect = Dialect::TypeScript) {
  std::string result;
  for (const Directive& d : record_of(text, {.dialect = dialect}).directives) {
    if (!result.empty()) result += ' ';
    result += to_string(d.kind);
    if (!d.value.empty()) result += ":" + d.value;
  }
  return result;
}

TEST_CASE("references") {
  CHECK(directives_of("/// <reference path=\"a\"/>") == "reference-path:a");
  CHECK(directives_of("///<reference   lib = 'x' />") == "reference-lib:x");
  CHECK(directives_of("/// <reference no-default-lib=\"false\"/>") == "");
  CHECK(directives_of("// <reference path=\"a\"/>") == "");
  CHECK(directives_of("/* <reference path=\"a\"/> */") == "");
  CHECK(directives_of("/// <references path=\"a\"/>") == "");
  CHECK(directives_of("/// <reference path=\"a\"") == "");
  CHECK(directives_of("/// <reference path=\"a") == "");
  CHECK(directives_of("/// <reference xpath=\"b\" path='a'/>") == "reference-path:a");
}

TEST_CASE("pragmas") {
  CHECK(directives_of("// @ts-check") == "ts-check");
  CHECK(directives_of("/// @TS-NoCheck: why") == "ts-nocheck");
  CHECK(directives_of("/* @ts-check */") == "");
  CHECK(directives_of("// @ts-checked") == "");
  CHECK(directives_of("/** @jsx a.b */") == "jsx:a.b");
  CHECK(directives_of("/* @jsx */") == "");
  CHECK(directives_of("/* @JSXImportSource x */") == "jsx-import-source:x");
  CHECK(directives_of("// @jsx h") == "");
  CHECK(directives_of("// @jsx h", Dialect::JavaScript) == "jsx:h");
}

TEST_CASE("only the head counts") {
  CHECK(directives_of("a; // @ts-check") == "");
  CHECK(directives_of("/* @jsx h */ a; /* @jsxFrag f */") == "jsx:h");
}

}  // namespace
