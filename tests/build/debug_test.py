"""Debuggers and stack traces show the lines of the source. Needs the real tools."""

import re
import shutil
import subprocess
import unittest

from project import Project, Tools

MAIN = """\
import { area } from "./src/shapes";

class Shape {
  constructor(readonly side: number) {}
  grow(by: number) {
    const next = this.side + by;
    return new Shape(next);
  }
}

function total(shapes: Shape[]): number {
  let sum = 0;
  for (const shape of shapes) {
    sum += area(shape.side);
  }
  return sum;
}

console.log(total([new Shape(1).grow(1), new Shape(3)]));
"""
SHAPES = """\
export function area(side: number) {
  if (side > 100) {
    throw new RangeError("too big");
  }
  return side * side;
}
"""


class Debug(unittest.TestCase):
    def program(self, profile: str, main: str = MAIN) -> Project:
        project = Project({"main.ts": main, "src/shapes.ts": SHAPES, "package.json": '{"type": "module"}\n'},
                          entry="main.ts")
        self.addCleanup(project.close)
        done = subprocess.run(
            [Tools.perry, "build", "main.ts", "--profile", profile, "-o", "app", "--compile-tool", Tools.compile,
             "--link-tool", Tools.link, "--runtime", project.runtime],
            cwd=project.root, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return project

    @unittest.skipUnless(shutil.which("gdb"), "gdb is not installed; scripts/setup --tests installs it")
    def test_gdb(self):
        project = self.program("dev")
        commands = ["set confirm off", "set breakpoint pending on", "set debuginfod enabled off",
                    "break shapes.ts:5", "break main.ts:6", "run", "echo --first\\n", "backtrace 3",
                    "echo --step\\n", "next", "echo --second\\n", "continue", "backtrace 4",
                    # Through the functions of the runtime that call and that catch.
                    "echo --out\\n", "finish", "finish", "finish", "delete", "continue"]
        arguments = [a for command in commands for a in ("-ex", command)]
        done = subprocess.run(["gdb", "-nx", "-batch", *arguments, "app"], cwd=project.root, text=True,
                              capture_output=True, timeout=120, check=False)
        text = done.stdout + done.stderr
        parts = dict(re.findall(r"^--(\w+)\n(.*?)(?=^--|\Z)", done.stdout, re.MULTILINE | re.DOTALL))
        self.assertEqual(set(parts), {"first", "step", "second", "out"}, text)
        self.assertRegex(parts["first"], r"#0 .*Shape\.grow.* at .*main\.ts:6", text)
        self.assertRegex(parts["first"], r"#[12] .* at .*main\.ts:19", text)
        self.assertRegex(parts["step"], r"^7\s+return new Shape\(next\);", text)
        self.assertRegex(parts["second"], r"#0 .*area.* at .*src/shapes\.ts:5", text)
        self.assertRegex(parts["second"], r"#[123] .*total.* at .*main\.ts:14", text)
        self.assertRegex(parts["out"], r"main\.ts:14", text)
        self.assertIn("\n13\n", done.stdout, text)

    def run_failing(self, profile: str, keeps_source: bool = True) -> tuple[Project, str]:
        project = self.program(profile, MAIN.replace("new Shape(3)", "new Shape(101)"))
        if profile != "size":
            subprocess.run(["strip", "app"], cwd=project.root, check=True)
        if not keeps_source:
            for name in ("main.ts", "src/shapes.ts"):
                project.remove(name)
        done = subprocess.run([project.root / "app"], cwd=project.root, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, ""), done.stderr)
        return project, done.stderr

    def test_uncaught(self):
        for profile in ("dev", "release", "size"):
            with self.subTest(profile):
                project, text = self.run_failing(profile)
                url = f"file://{project.root.resolve()}"
                self.assertEqual(text, f"""\
{url}/src/shapes.ts:3
    throw new RangeError("too big");
          ^

RangeError: too big
    at area ({url}/src/shapes.ts:3:11)
    at total ({url}/main.ts:14:12)
    at {url}/main.ts:19:13
""")

    def test_uncaught_without_source(self):
        _, text = self.run_failing("release", keeps_source=False)
        self.assertEqual(text, """\
RangeError: too big
    at area (src/shapes.ts:3:11)
    at total (main.ts:14:12)
    at main.ts:19:13
""")


UNCAUGHT = {
    "a value": ('throw { a: 1 };\n', 'main.mjs:1\nthrow { a: 1 };\n^\n{ a: 1 }\n'),
    "a rejection with a value": (
        'Promise.reject(undefined);\n',
        "[UnhandledPromiseRejection: This error originated either by throwing inside of an async function without a "
        "catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the "
        "reason \"undefined\".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}\n"),
    "a rejection with an error, its cause and properties": (
        'const e = new Error("outer", { cause: new TypeError("inner") });\ne.code = "E_X";\nPromise.reject(e);\n',
        'main.mjs:1\nconst e = new Error("outer", { cause: new TypeError("inner") });\n          ^\n\n'
        'Error: outer\n    at main.mjs:1:11 {\n  code: \'E_X\',\n  [cause]: TypeError: inner\n'
        '      at main.mjs:1:39\n}\n'),
    "an error in a timer": (
        '\tsetTimeout(function late() { throw new Error("late"); }, 1);\n',
        'main.mjs:1\n\tsetTimeout(function late() { throw new Error("late"); }, 1);\n\t' + " " * 29 + '^\n\n'
        'Error: late\n    at late (main.mjs:1:37)\n'),
    "an error in a job": (
        'await null;\nqueueMicrotask(() => null.x);\n',
        'main.mjs:2\nqueueMicrotask(() => null.x);\n                          ^\n\n'
        "TypeError: Cannot read properties of null (reading 'x')\n    at main.mjs:2:27\n"),
    "what an async function throws": (
        'async function f() {\n  await 1;\n  throw new RangeError("r");\n}\nf();\n',
        'main.mjs:3\n  throw new RangeError("r");\n        ^\n\nRangeError: r\n    at f (main.mjs:3:9)\n'),
}


class Uncaught(unittest.TestCase):
    def run_text(self, source: str) -> tuple[int, str]:
        project = Project({"main.mjs": source}, entry="main.mjs")
        self.addCleanup(project.close)
        done = subprocess.run(
            [Tools.perry, "run", "main.mjs", "--compile-tool", Tools.compile, "--link-tool", Tools.link,
             "--runtime", project.runtime], cwd=project.root, capture_output=True, text=True, check=False)
        text = "".join(line for line in done.stderr.splitlines(True) if not line.startswith("[1/")
                       and not line.startswith("[2/"))
        return done.returncode, text.replace(f"file://{project.root.resolve()}/", "")

    def test_uncaught(self):
        for name, (source, expected) in UNCAUGHT.items():
            with self.subTest(name):
                code, text = self.run_text(source)
                self.assertEqual(text, expected)
                self.assertEqual(code, 1)

    def test_unsettled(self):
        code, text = self.run_text("await new Promise(() => {});\n")
        self.assertEqual(text, "Warning: Detected unsettled top-level await at main.mjs\n")
        self.assertEqual(code, 13)
