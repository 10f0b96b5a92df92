#include <doctest/doctest.h>

#include "tests/unit/frontend_bind/bound_source.h"

namespace perry::frontend::test {

namespace {

std::string errors(std::string text) { return BoundSource(std::move(text), kModule).errors(); }

}  // namespace

TEST_CASE("imports") {
  BoundSource s("import a, { b, c as d, default as e } from 'x'; import * as f from 'y'; b;",
                kModule);
  CHECK(s.scopes() ==
        "Module(Import a, Import b+MayUseBeforeInit+UsedAsValue, Import d, Import e, "
        "ImportNamespace f)");
  CHECK(errors("import a from 'x'; import { a } from 'y';") == "P2510@28 a");
  CHECK(errors("import { a, a } from 'x';") == "P2510@12 a");
  CHECK(errors("import a from 'x'; let a;") == "P2501@23 a");
  CHECK(errors("import a from 'x'; var a;") == "P2502@23 a");
  CHECK(errors("import a from 'x'; { var a; }") == "P2502@25 a");
}

TEST_CASE("exports") {
  BoundSource s("export let a; export function b() {} export class c {} let d; export { d as e };",
                kModule);
  CHECK(s.scopes() ==
        "Module(Let a+Exported, Function b+Exported, Class c+Exported, Let d+Exported, "
        "Function(), Class(ClassName c))");
  CHECK(BoundSource("export default 1;", kModule).scopes() == "Module(Const *default*+Exported)");
  CHECK(BoundSource("export default () => {};", kModule).scopes() ==
        "Module(Const *default*+Exported, Arrow())");
  CHECK(BoundSource("export default function () {}", kModule).scopes() ==
        "Module(Function *default*+Exported, Function())");
  CHECK(BoundSource("export default class A {} A;", kModule).names() == "A=Module.Class");
}

TEST_CASE("a name is exported once") {
  CHECK(errors("export let a; export { a };") == "P2520@23 a");
  CHECK(errors("let a, b; export { a as c, b as c };") == "P2520@32 c");
  CHECK(errors("export default 1; export default 2;") == "P2520@18 default");
  CHECK(errors("let a; export { a as default }; export default 1;") == "P2520@32 default");
  CHECK(errors("export * as a from 'x'; export { a } from 'y';") == "P2520@33 a");
  CHECK(errors("export * from 'x'; export * from 'y';") == "");
  CHECK(errors("export default 1; export default function a() {}") == "P2520@18 default");
  CHECK(errors("export default 1; export default class a {}") == "P2520@18 default");
  CHECK(errors("export var a, a;") == "P2520@14 a");
  CHECK(errors("let a; export { a as 'x', a as x };") == "P2520@31 x");
}

TEST_CASE("what is exported is declared") {
  CHECK(errors("export { a }; let a;") == "");
  CHECK(errors("export { a };") == "P2521@9 a");
  CHECK(errors("export { Object };") == "P2521@9 Object");
  CHECK(errors("{ let a; } export { a };") == "P2521@20 a");
  CHECK(errors("{ var a; } export { a };") == "");
  CHECK(errors("export { a } from 'x';") == "");
  CHECK(errors("import { a } from 'x'; export { a };") == "");
}

TEST_CASE("misplaced imports and exports declare what they name") {
  CHECK(BoundSource("{ export { a }; }", kModule).names() == "a=-");
  CHECK(BoundSource("{ import { a } from 'x'; a; }", kModule).names() == "a=Block.Import!");
  CHECK(BoundSource("{ export default 1; }", kModule).errors().starts_with("P"));
}

TEST_CASE("top-level await") {
  CHECK(BoundSource("await 1;", kModule).scope_flags() == "Module+Strict+HasAwait");
  CHECK(BoundSource("for await (const x of y);", kModule)
            .scope_flags()
            .starts_with("Module+Strict+HasAwait"));
  CHECK(BoundSource("await using x = y;", kModule).scope_flags() == "Module+Strict+HasAwait");
  CHECK(BoundSource("async () => { await 1; };", kModule).scope_flags() ==
        "Module+Strict, Arrow+Strict+Async");
}

}  // namespace perry::frontend::test
