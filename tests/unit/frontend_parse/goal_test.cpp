#include <doctest/doctest.h>

#include "tests/unit/frontend_parse/parsed.h"

namespace perry::frontend::test {

TEST_CASE("scripts, modules and CommonJS differ in what stands at the top level") {
  CHECK(Parsed("return", Goal::Script).errors() == "P2100@0");
  CHECK(Parsed("return", Goal::Module).errors() == "P2100@0");
  CHECK(Parsed("return", Goal::CommonJS).errors() == "");
  CHECK(Parsed("new.target", Goal::Script).errors() == "P2074@0");
  CHECK(Parsed("new.target", Goal::CommonJS).errors() == "");
  CHECK(Parsed("await a", Goal::Module).errors() == "");
  CHECK(Parsed("await a", Goal::CommonJS).errors() == "P1141@0");
  CHECK(Parsed("await(a)", Goal::CommonJS).first_kind() == "CallExpression");
  CHECK(Parsed("var await", Goal::Module).errors() == "P2004@4");
  CHECK(Parsed("with (a) ;", Goal::Module).errors() == "P2106@0");
  CHECK(Parsed("with (a) ;", Goal::CommonJS).errors() == "");
  CHECK(Parsed("import 'a'", Goal::Module).errors() == "");
  CHECK(Parsed("import 'a'", Goal::Script).errors() == "P2160@0");
  CHECK(Parsed("export {}", Goal::CommonJS).errors() == "P2161@0");
  CHECK(Parsed("import.meta", Goal::Module).errors() == "");
  CHECK(Parsed("import.meta", Goal::Script).errors() == "P2077@0");
  CHECK(Parsed("import('a')", Goal::Script).errors() == "");
  CHECK(Parsed("using a = b", Goal::Script).errors() == "P2124@0");
  CHECK(Parsed("using a = b", Goal::CommonJS).errors() == "");
}

TEST_CASE("words of imports may be names") {
  CHECK(Parsed("import source from 'a'", Goal::Module).spans_of("ImportDefaultSpecifier") ==
        "source");
  CHECK(Parsed("import source from from 'a'", Goal::Module).spans_of("ImportDefaultSpecifier") ==
        "from");
  CHECK(Parsed("import defer from 'a'", Goal::Module).spans_of("ImportDefaultSpecifier") ==
        "defer");
  CHECK(Parsed("import defer * as a from 'b'", Goal::Module).spans_of("ImportNamespaceSpecifier") ==
        "* as a");
  CHECK(Parsed("import type from 'a'", Goal::Module).spans_of("ImportDefaultSpecifier") == "type");
  CHECK(Parsed("import { as as as, from as from } from 'a'", Goal::Module).errors() == "");
  CHECK(Parsed("import { type } from 'a'; export { type as as }", Goal::Module).errors() == "");
}

}  // namespace perry::frontend::test
