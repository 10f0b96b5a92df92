#include "frontend/extract/signature.h"

#include <doctest/doctest.h>

#include <string>

#include "frontend/module/request.h"
#include "tests/unit/frontend_extract/record_of.h"

using namespace perry::frontend;

namespace {

ModuleSignature signature_of(std::string_view text, Dialect dialect = Dialect::TypeScript) {
  const SourceOptions options = {.dialect = dialect};
  perry::support::DiagnosticSink sink;
  return perry::support::run_with_stack(
      perry::support::kStackFrameGrowth * (size_t{16} << 20), [&] {
        Ast ast(text);
        const auto stack = perry::support::StackLimit::current(perry::support::kStackFrameGrowth *
                                                               (size_t{1} << 20));
        const auto comments =
            parse(ast, {.source = options, .keep_all_comments = false}, sink, stack);
        const Scopes scopes = bind(ast, options, sink);
        const ModuleRecord record = extract_record(ast, scopes, options, comments, sink);
        return extract_signature(ast, scopes, record);
      });
}

// The one line about the only export.
std::string line_of(std::string_view text) {
  const std::string dump = dump_signature(signature_of(text));
  const size_t start = dump.find("\n  ");
  REQUIRE(start != std::string::npos);
  const std::string line = dump.substr(start + 3);
  return line.substr(0, line.rfind("]}\n"));
}

TEST_CASE("constants") {
  CHECK(line_of("export const a = 1.5") ==
        R"({"name":"a","kind":"value","constant":true,"hint":"number","value":"1.5"})");
  CHECK(line_of("export const a = -0 as const") ==
        R"({"name":"a","kind":"value","constant":true,"hint":"number","value":"-0"})");
  CHECK(line_of("export const a = `x\"`") ==
        R"({"name":"a","kind":"value","constant":true,"hint":"string","value":"\"x\\\"\""})");
  CHECK(line_of("export const a = -10n") ==
        R"({"name":"a","kind":"value","constant":true,"hint":"bigint","value":"-10n"})");
  CHECK(line_of("export default null") ==
        R"({"name":"default","local":"*default*","kind":"value","constant":true,"hint":"null",)"
        R"("value":"null"})");
  CHECK(line_of("export const a = f()") == R"({"name":"a","kind":"value","constant":true})");
}

TEST_CASE("variables that change, and those that only could") {
  CHECK(line_of("export let a: number | undefined; a = 2") ==
        R"({"name":"a","kind":"value","hint":"undefined | number"})");
  CHECK(line_of("export let a = 2") ==
        R"({"name":"a","kind":"value","constant":true,"hint":"number","value":"2"})");
  CHECK(line_of("export var a = 2") == R"({"name":"a","kind":"value","starts_initialized":true})");
  // Nobody knows what the text does.
  CHECK(line_of("export let a = 2; eval(x)") == R"({"name":"a","kind":"value"})");
}

TEST_CASE("functions") {
  CHECK(
      line_of("export function f(a: number, b = 's', {c}: any, ...d: string[]): void {}") ==
      R"({"name":"f","kind":"function","constant":true,"starts_initialized":true,)"
      R"("hint":"function",)"
      R"json("parameters":"(_: number, _: string = …, {}, ..._: array)","result":"undefined",)json"
      R"("strict":true})");
  CHECK(line_of("export const f = async (a?: boolean) => this") ==
        R"({"name":"f","kind":"function","constant":true,"hint":"function",)"
        R"json("parameters":"(_?: boolean)","async":true,"arrow":true,"strict":true})json");
  CHECK(line_of("export default function* () { arguments }") ==
        R"({"name":"default","local":"*default*","kind":"function","constant":true,)"
        R"j("starts_initialized":true,"hint":"function","parameters":"()","generator":true,)j"
        R"("strict":true,"uses_arguments":true})");
  CHECK(line_of("export function f() {} f = g") ==
        R"({"name":"f","kind":"value","starts_initialized":true})");
  CHECK(line_of("export function f(a: string): void; export function f(a: any) {}") ==
        R"({"name":"f","kind":"function","constant":true,"starts_initialized":true,)"
        R"json("hint":"function","parameters":"(_)","strict":true})json");
  CHECK(line_of("/* #__NO_SIDE_EFFECTS__ */ export function f(this: Window) {}") ==
        R"({"name":"f","kind":"function","constant":true,"starts_initialized":true,)"
        R"j("hint":"function","parameters":"()","strict":true,"pure":true})j");
}

TEST_CASE("classes") {
  CHECK(
      line_of("export class A extends B { x: number = 1; #y; static s = 1; declare z: string;\n"
              "constructor(private p: string) { super() } get g() { return 1 } static m(a) {} }") ==
      R"({"name":"A","kind":"class","constant":true,"hint":"function","has_base":true,)"
      R"json("constructor":{"parameters":"(_: string)","strict":true,"uses_this":true},)json"
      R"json("fields":["x: number","y","p: string"],"methods":["get g()","static m(_)"]})json");
  CHECK(line_of("export class A { [k] = 1 }") ==
        R"({"name":"A","kind":"class","constant":true,"hint":"function","open":true,"fields":[],)"
        R"("methods":[]})");
  CHECK(line_of("@d export class A {}") ==
        R"({"name":"A","kind":"value","constant":true,"hint":"function"})");
  CHECK(line_of("export class A {} A = x") == R"({"name":"A","kind":"value"})");
}

TEST_CASE("what TypeScript adds") {
  CHECK(line_of("export enum E { A }") == R"({"name":"E","kind":"enum","hint":"object"})");
  CHECK(line_of("export namespace N { export const a = 1 }") ==
        R"({"name":"N","kind":"namespace","hint":"object"})");
  CHECK(signature_of("export type T = 1; export interface I {}; export declare const a: 1")
            .bindings.empty());
}

TEST_CASE("names that an export has") {
  const ModuleSignature signature = signature_of(
      "const a = 1, l = 2; export { l as a, a as b, l as c }; export { a as default }");
  REQUIRE(signature.bindings.size() == 2);
  CHECK(signature.bindings[0].name == "a");
  CHECK(signature.bindings[0].local == "l");
  CHECK(signature.bindings[1].name == "b");
}

TEST_CASE("bodies, comments and private parts are not in a signature") {
  const ModuleSignature before =
      signature_of("export function f(a) { return 1 } export class A { m() { return 1 } }");
  CHECK(signature_of("/* c */ const hidden = 1; export function f(b) { let x = 2; return x }\n"
                     "export class A { m() { return hidden } }") == before);
  CHECK(signature_of("export function f(a, b) { return 1 } export class A { m() { return 1 } }") !=
        before);
}

}  // namespace
