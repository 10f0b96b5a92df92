"""Programs of several files do what they do in Node. Needs the real tools."""

import json
import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from project import Project, Tools

PROGRAMS = {
    "L24 a function, a constant and a variable through three barrels": {
        "main.mjs": 'import { f, k, v } from "./a.mjs";\nconsole.log(f(k), v);\n',
        "a.mjs": 'export * from "./b.mjs";\n',
        "b.mjs": 'export * from "./c.mjs";\nexport * from "./other.mjs";\n',
        "c.mjs": 'export * from "./d.mjs";\nexport default 1;\n',
        "d.mjs": "export function f(x) { return x + 1; }\nexport const k = 2;\nexport let v = 1; v++;\n",
        "other.mjs": "export const other = 3;\n",
    },
    "L26 crossed aliases": {
        "main.mjs": 'import { a as n, c as a } from "./x.mjs";\nimport { a as t } from "./y.mjs";\n'
                    "console.log(n, a, t);\n",
        "x.mjs": "export const a = 1, c = 2;\n",
        "y.mjs": "export const a = 3;\n",
    },
    "L05, L09 exported names that are other locals": {
        "main.mjs": 'import { a, b, inner } from "./x.mjs";\nconsole.log(a, b, inner());\n',
        "x.mjs": "const s = 1, a = 2;\nexport { s as a, a as b };\nexport function inner() { return a; }\n",
    },
    "L28 reserved names": {
        "main.mjs": 'import { null as n, default as d } from "./x.mjs";\nconsole.log(n, d);\n',
        "x.mjs": "const one = 1, two = 2;\nexport { one as null, two as default };\n",
    },
    "live bindings": {
        "main.mjs": 'import { count, step } from "./x.mjs";\nconsole.log(count);\nstep();\nconsole.log(count);\n',
        "x.mjs": "export let count = 0;\nexport function step() { count++; }\n",
    },
    "O06 evaluation in the order of imports": {
        "main.mjs": 'import "./one.mjs";\nimport "./two.mjs";\nconsole.log("main");\n',
        "one.mjs": 'import "./two.mjs";\nconsole.log("one");\n',
        "two.mjs": 'console.log("two");\n',
    },
    "functions of a cycle before it was evaluated": {
        "main.mjs": 'import { a } from "./a.mjs";\nconsole.log(a());\n',
        "a.mjs": 'import { b } from "./b.mjs";\nexport function a() { return b; }\n',
        "b.mjs": 'import { a } from "./a.mjs";\nlet seen;\ntry { seen = a(); } catch (e) { seen = e.name; }\n'
                 "console.log(seen);\nexport const b = 1;\n",
    },
}


class Runtime(unittest.TestCase):
    def test_every_call_is_defined(self):
        # L33: what generated code may call is in the archive that programs are linked with.
        tables = Path(__file__).parents[2] / "runtime/abi"
        names = {f"perry_{kind}_{name}" for kind, table in
                 (("rt", "calls.def"), ("fast", "fast.def"), ("compact", "compact.def"))
                 for name in re.findall(r"^CALL\((\w+)", (tables / table).read_text(), re.MULTILINE)}
        done = subprocess.run(["nm", "--defined-only", Tools.runtime / "libperry_runtime.a"],
                              capture_output=True, text=True, check=True)
        defined = set(re.findall(r" \w (\S+)$", done.stdout, re.MULTILINE))
        self.assertGreater(len(names), 100)
        self.assertEqual(sorted(names - defined), [])

    def test_no_streams(self):
        # With one comes all of the C++ library's locales, 430 KB in every program.
        done = subprocess.run(["nm", "--undefined-only", Tools.runtime / "libperry_runtime.a"],
                              capture_output=True, text=True, check=True)
        self.assertEqual(re.findall(r" U (_Z(?:T[VTI]|NK?)St\S*(?:stream|locale)\S*)$", done.stdout, re.MULTILINE), [])


class Programs(unittest.TestCase):
    def run_both(self, project: Project) -> tuple[str, str]:
        perry = subprocess.run(
            [Tools.perry, "run", "main.mjs", "--compile-tool", Tools.compile, "--link-tool",
             Tools.link, "--runtime", project.runtime], cwd=project.root, capture_output=True,
            text=True, check=False)
        node = subprocess.run(["node", "main.mjs"], cwd=project.root, capture_output=True, text=True,
                              check=False)
        self.assertEqual(node.returncode, 0, node.stderr)
        self.assertEqual(perry.returncode, 0, perry.stderr + perry.stdout)
        return perry.stdout, node.stdout

    def test_programs(self):
        for name, files in PROGRAMS.items():
            with self.subTest(name):
                project = Project(files, entry="main.mjs")
                self.addCleanup(project.close)
                perry, node = self.run_both(project)
                self.assertEqual(perry, node)

    def test_edit_shows(self):
        # R10
        project = Project(PROGRAMS["L26 crossed aliases"], entry="main.mjs")
        self.addCleanup(project.close)
        self.assertEqual(*self.run_both(project))
        project.edit("x.mjs", "c = 2", "c = 'changed'")
        self.assertEqual(*self.run_both(project))
        project.write({"main.mjs": 'import { a } from "./y.mjs";\nconsole.log(a);\n'})
        self.assertEqual(*self.run_both(project))

    def test_nothing_but_ninja_is_needed(self):
        # R01, R06: no compiler of the runtime is on PATH, and no step builds one.
        project = Project(PROGRAMS["L26 crossed aliases"], entry="main.mjs")
        self.addCleanup(project.close)
        programs = project.folder / "programs"
        programs.mkdir()
        (programs / "ninja").symlink_to(str(shutil.which("ninja")))
        for text in ("c = 2", "c = 3"):
            project.edit("x.mjs", "c = 2", text)
            done = project.make("build", PATH=str(programs))
            self.assertEqual(done.returncode, 0, done.stderr + done.stdout)
        rules = re.findall(r"^rule (\w+)", (project.root / ".perry/dev/build.ninja").read_text(), re.MULTILINE)
        self.assertEqual(rules, ["scan", "cc", "ld", "clean"])

    def test_second_worktree_with_a_warm_cache(self):
        # O01, O02: not one module is compiled, and the programs are the same.
        project = Project(PROGRAMS["L24 a function, a constant and a variable through three barrels"],
                          entry="main.mjs")
        self.addCleanup(project.close)
        other = project.folder / "other"
        shutil.copytree(project.root, other)
        reports = [json.loads(project.make("build", "--format", "json", root=root).stdout)
                   for root in (project.root, other)]
        self.assertEqual([(r["cache"]["misses"], r["cache"]["hits"]) for r in reports], [(6, 0), (0, 6)])
        programs = [(root / ".perry/dev/main").read_bytes() for root in (project.root, other)]
        self.assertEqual(*programs)

    def test_compiler_reads_no_environment(self):
        # O12: the same object with next to none, and with much of it.
        project = Project(PROGRAMS["live bindings"], entry="main.mjs")
        self.addCleanup(project.close)
        self.assertEqual(project.make("configure").returncode, 0)
        build = project.root / "build"
        made = set()
        request = sorted((build / "req").iterdir())[0]
        many = {name: "1" for name in ("PERRY_DEBUG", "PERRY_NO_CACHE", "LLVM_PROFILE_FILE", "LC_ALL",
                                       "TZ", "HOME", "TMPDIR", "CLICOLOR_FORCE", "NO_COLOR")}
        for environment in ({}, many, dict(os.environ)):
            done = subprocess.run([Tools.compile, "compile", "--root", "..", "--request", request,
                                   "-o", "-"], cwd=build, env=environment, capture_output=True, check=True)
            made.add(done.stdout)
        self.assertEqual(len(made), 1)

    def test_builds_are_told_apart(self):
        # G17: the compiler says which build it is, and that is what keys begin with.
        project = Project(PROGRAMS["live bindings"], entry="main.mjs")
        self.addCleanup(project.close)
        self.assertEqual(project.make("configure").returncode, 0)
        said = subprocess.run([Tools.compile, "--version"], capture_output=True, text=True, check=True).stdout
        build = re.search(r"\(build ([0-9a-f]{40})\)", said)
        self.assertIsNotNone(build, said)
        for request in (project.root / "build/req").iterdir():
            self.assertEqual(request.read_bytes()[6:46].decode(), build.group(1))
        self.assertRegex(project.perry("--version").stdout, r"^perry \d+\.\d+\.\d+\n$")

    def test_other_forms_of_output_are_not_kept(self):
        # O08, G18: only the object of a request is; what else the compiler can write has no key.
        project = Project(PROGRAMS["live bindings"], entry="main.mjs")
        self.addCleanup(project.close)
        self.assertEqual(project.make("configure").returncode, 0)
        request = sorted((project.root / "build/req").iterdir())[0]
        outputs = [subprocess.run([Tools.compile, "compile", "--root", "..", "--request", request,
                                   "--emit", emit, "-o", "-"], cwd=project.root / "build",
                                  capture_output=True, check=True).stdout
                   for emit in ("obj", "llvm-ir", "asm", "bitcode", "result")]
        self.assertEqual(len(set(outputs)), 5)
        self.assertFalse(project.cache.exists())

    def run_perry(self, project: Project, *options: str) -> str:
        done = subprocess.run(
            [Tools.perry, "run", project.entry, "--compile-tool", Tools.compile, "--link-tool", Tools.link,
             "--runtime", project.runtime, *options], cwd=project.root, capture_output=True, text=True,
            check=False)
        self.assertEqual(done.returncode, 0, done.stderr + done.stdout)
        return done.stdout

    def test_definitions(self):
        project = Project({"main.ts": """
            declare const VERSION: string, LIST: unknown, ROOT: any;
            if (process.env.NODE_ENV !== "production") console.log("only while developing");
            console.log(VERSION, VERSION.length, typeof VERSION, { VERSION }, `${VERSION}`);
            console.log(import.meta.env.MODE, (process.env as any).NODE_ENV, process["env"]["NODE_ENV"]);
            console.log(JSON.stringify(LIST), ROOT === globalThis, ROOT.Math.max(1, 2), typeof NOWHERE);
            console.log(DEBUG ? "debug" : "no debug", !DEBUG && "not", MAX(3, 4), NOTHING ?? "nothing");
            { const DEBUG = "mine", process = { env: { NODE_ENV: "own" } }; console.log(DEBUG, process.env.NODE_ENV); }
            (function (VERSION) { console.log(VERSION); })("parameter");
            process.env.NODE_ENV = "assigned";
            console.log(process.env.NODE_ENV, process.env?.NODE_ENV, delete process.env.NODE_ENV);
        """}, entry="main.ts")
        self.addCleanup(project.close)
        definitions = ('VERSION="1.2"', 'process.env.NODE_ENV="production"', 'import.meta.env.MODE="test"',
                       'LIST=[1,null,true,{"a":"b","0":-2.5,"__proto__":[]}]', "ROOT=globalThis", "DEBUG=false",
                       "MAX=Math.max", "NOTHING=undefined", "NOWHERE=nowhere")
        options = [word for text in definitions for word in ("--define", text)]
        for profile in ("dev", "release"):
            self.assertEqual(self.run_perry(project, "--profile", profile, *options).split("\n"), [
                "1.2 3 string { VERSION: '1.2' } 1.2", "test production production",
                '[1,null,true,{"0":-2.5,"a":"b","__proto__":[]}] true 2 undefined',
                "no debug not 4 nothing", "mine own", "parameter", "production assigned true", ""])
            # What can never run is not there.
            program = (project.root / ".perry" / profile / "main").read_bytes()
            self.assertNotIn(b"only while developing", program)
            self.assertIn(b"no debug", program)

    def test_external(self):
        project = Project({"main.ts": """
            try { require("fsevents"); } catch (error: any) { console.log(error.code); }
            import("aws-sdk/s3").catch((error) => console.log(error.code));
        """, "package.json": '{"type": "commonjs"}'}, entry="main.ts")
        self.addCleanup(project.close)
        self.assertEqual(self.run_perry(project, "--external", "fsevents", "--external", "aws-sdk/*"),
                         "MODULE_NOT_FOUND\nERR_MODULE_NOT_FOUND\n")

    def test_metadata_of_decorators(self):
        """The outputs are those of what TypeScript 5.9 makes of the sources."""
        folder = Path(__file__).with_name("metadata")
        for strict in (True, False):
            files = {path.name: path.read_text() for path in folder.glob("*.ts")}
            options = {"experimentalDecorators": True, "emitDecoratorMetadata": True, "strict": strict}
            project = Project({**files, "package.json": '{"type": "module"}',
                               "tsconfig.json": json.dumps({"compilerOptions": options})}, entry="main.ts")
            self.addCleanup(project.close)
            expected = folder / ("strict.out" if strict else "loose.out")
            self.assertEqual(self.run_perry(project), expected.read_text())

    def test_import_and_export_assignment(self):
        """What TypeScript 5.9 makes CommonJS of prints the same."""
        project = Project({
            "package.json": '{"name": "sample"}',
            "lib.ts": """
                console.log("lib evaluated");
                export function read(x: string) { return "read " + x; }
                export const log = (text: string) => console.log(text);
                export default (n: number) => n * 2;
                export type T = number;
            """,
            "made.ts": """
                import { log } from "./lib";
                log("made evaluated");
                class Made { static count = 1; }
                export = Made;
            """,
            "whole.ts": """
                import { read, log } from "./lib";
                import twice from "./lib";
                import * as ns from "./lib";
                import Made = require("./made");
                import type { T } from "./lib";
                const n: T = 2;
                log("whole evaluated");
                console.log(read("x"), twice(n), Object.keys(ns).sort().join(), Made.name, Made.count);
                console.log((function (this: unknown) { return this; })());
                export = { value: read("y"), again: () => read("z") };
            """,
            "late.cjs": 'console.log("late evaluated");\nmodule.exports = { late: 1 };\n',
            "main.ts": """
                import whole from "./whole";
                console.log("main evaluated");
                import late = require("./late.cjs");
                import same = require("./whole");
                export const value = whole.value;
                console.log(value, same.again(), whole === same, late.late);
            """,
        }, entry="main.ts")
        self.addCleanup(project.close)
        self.assertEqual(self.run_perry(project), "".join(line + "\n" for line in (
            "lib evaluated", "made evaluated", "whole evaluated", "read x 4 default,log,read Made 1", "undefined",
            "main evaluated", "late evaluated", "read y read z true 1")))

    def test_metadata_of_what_has_no_code(self):
        project = Project({
            "main.ts": """
                import { Only, Other } from "types-only";
                import { Gone } from "nowhere";
                (Reflect as any).metadata = (_: string, value: any) => () => console.log(value.name);
                function d(...all: any[]): any {}
                class C { @d a!: Only; @d b!: Other; @d c!: Gone; }
            """,
            "node_modules/types-only/package.json": '{"name": "types-only", "types": "index.d.ts"}',
            "node_modules/types-only/index.d.ts": "export interface Only {}\nexport class Other {}\n",
            "tsconfig.json": '{"compilerOptions": {"experimentalDecorators": true, '
                             '"emitDecoratorMetadata": true}}\n',
        }, entry="main.ts")
        self.addCleanup(project.close)
        self.assertEqual(self.run_perry(project), "Object\nObject\nObject\n")
