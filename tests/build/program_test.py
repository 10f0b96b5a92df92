"""Programs of several files do what they do in Node. Needs the real tools."""

import re
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
        names = {f"perry_{kind}_{name}" for kind, table in (("rt", "calls.def"), ("fast", "fast.def"))
                 for name in re.findall(r"^CALL\((\w+)", (tables / table).read_text(), re.MULTILINE)}
        done = subprocess.run(["nm", "--defined-only", Tools.runtime / "libperry_runtime.a"],
                              capture_output=True, text=True, check=True)
        defined = set(re.findall(r" \w (\S+)$", done.stdout, re.MULTILINE))
        self.assertGreater(len(names), 100)
        self.assertEqual(sorted(names - defined), [])


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

    def test_metadata_of_decorators_is_refused(self):
        project = Project({
            "main.ts": "function d(...a: unknown[]) {}\n@d class C {}\nconsole.log(C.name);\n",
            "tsconfig.json": '{"compilerOptions": {"experimentalDecorators": true, '
                             '"emitDecoratorMetadata": true}}\n',
        }, entry="main.ts")
        self.addCleanup(project.close)
        perry = subprocess.run(
            [Tools.perry, "build", "main.ts", "--compile-tool", Tools.compile, "--link-tool", Tools.link,
             "--runtime", project.runtime], cwd=project.root, capture_output=True, text=True, check=False)
        self.assertNotEqual(perry.returncode, 0)
        self.assertIn("error[P6002]: `emitDecoratorMetadata` of a decorated class", perry.stdout + perry.stderr)
