"""Which edges run after which edit: exactly those, and the result is that of a clean build."""

import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from project import Project, Tools

FILES = {
    "package.json": '{"name": "sample", "type": "module"}\n',
    "tsconfig.json": '{"compilerOptions": {"paths": {"@lib/*": ["./lib/*"]}}}\n',
    "src/main.ts": 'import { f, limit, Point } from "./barrel";\n'
                   'import { helper } from "@lib/helper";\n'
                   'import pkg from "pkg";\n'
                   "console.log(f(limit), new Point(1), helper(), pkg);\n",
    "src/barrel.ts": 'export * from "./math";\nexport { Point } from "./point";\n',
    "src/math.ts": "// Comment.\n"
                   "export function f(x: number) { return x + 1; }\n"
                   "export function g() { return 2; }\n"
                   "export const limit = 10;\n",
    "src/point.ts": 'import { g } from "./math";\n'
                    "export class Point { x: number; constructor(x: number) { this.x = x + g(); } }\n",
    "src/other.ts": 'import { g } from "./math";\nexport const other = () => g();\n',
    "lib/helper.ts": "export function helper() { return 1; }\n",
    "lib2/helper.ts": "export function helper() { return 2; }\n",
    "node_modules/pkg/package.json": '{"name": "pkg", "version": "1.0.0", "type": "module",'
                                     ' "exports": "./one.js"}\n',
    "node_modules/pkg/one.js": "export default 1;\n",
    "node_modules/pkg/two.js": "export default 2;\n",
}
ALL = ["lib/helper.ts", "node_modules/pkg/one.js", "src/barrel.ts", "src/main.ts", "src/math.ts",
       "src/point.ts"]


class Case(unittest.TestCase):
    OPTIONS: tuple[str, ...] = ()

    def setUp(self) -> None:
        self.project = Project(FILES, options=self.OPTIONS)
        self.addCleanup(self.project.close)
        configured = self.project.configure()
        self.assertEqual(configured.returncode, 0, configured.stderr)
        built = self.project.ninja()
        self.assertEqual((built.exit_code, built.compiles, built.links), (0, ALL, ["main"]),
                         built.text)

    def check(self, compiles: list[str], links: int, root: Path | None = None) -> None:
        """Builds, and compares with a clean build; a further build does nothing."""
        built = self.project.ninja(root=root)
        self.assertEqual(built.exit_code, 0, built.text)
        self.assertEqual(built.compiles, sorted(compiles), built.text)
        self.assertEqual(len(built.links), links, built.text)
        again = self.project.ninja(root=root)
        self.assertEqual((again.scans, again.compiles, again.links), (0, [], []), again.text)
        if root is None:
            self.assertEqual(self.project.results(), self.project.clean_results())


class Nothing(Case):
    def test_nothing(self):
        # K04, K08
        self.check([], 0)

    def test_every_file_touched(self):
        for path in self.project.root.rglob("*"):
            if path.is_file() and "build" not in path.parts:
                os.utime(path)
        self.check([], 0)

    def test_project_moved(self):
        moved = self.project.folder / "elsewhere"
        self.project.root.rename(moved)
        self.project.root = moved
        self.check([], 0)

    def test_fresh_checkout_beside_build_folder(self):
        saved = self.project.folder / "saved"
        self.project.build.rename(saved)
        shutil.rmtree(self.project.root)
        self.project.write(FILES)
        saved.rename(self.project.build)
        self.check([], 0)

    def test_configured_again(self):
        self.assertEqual(self.project.configure().returncode, 0)
        self.check([], 0)

    def test_unrelated_file(self):
        self.project.write({"src/unrelated.ts": "export {};\n", "notes.md": "x\n"})
        self.check([], 0)


class Edits(Case):

    def test_body(self):
        self.project.edit("src/math.ts", "x + 1", "x + 3")
        self.check(["src/math.ts"], 1)

    def test_constant(self):
        self.project.edit("src/math.ts", "limit = 10", "limit = 11")
        self.check(["src/math.ts", "src/main.ts"], 1)

    def test_parameters(self):
        # G19: the users of `f`, not those of its neighbour.
        self.project.edit("src/math.ts", "f(x: number)", "f(x: number, y = 1)")
        self.check(["src/math.ts", "src/main.ts"], 1)
        self.project.edit("src/math.ts", "function g()", "function g(...all: number[])")
        self.check(["src/math.ts", "src/point.ts"], 1)

    def test_class_layout(self):
        self.project.edit("src/point.ts", "{ x: number;", "{ x: number; y = 1;")
        self.check(["src/point.ts", "src/main.ts"], 1)

    def test_unused_export_added(self):
        # L12
        self.project.edit("src/math.ts", "export const limit", "export const more = 1;\nexport const limit")
        self.check(["src/math.ts"], 1)

    def test_private_function_added(self):
        self.project.edit("src/math.ts", "export const limit", "function hidden() {}\nexport const limit")
        self.check(["src/math.ts"], 1)

    def test_edited_and_restored(self):
        # O15
        self.project.edit("src/math.ts", "x + 1", "x + 3")
        self.check(["src/math.ts"], 1)
        self.project.edit("src/math.ts", "x + 3", "x + 1")
        self.check(["src/math.ts"], 1)


class Invisible(Case):
    """Edits that code does not show, where it keeps neither lines nor the text of functions."""

    OPTIONS = ("--profile", "size")

    def test_comment(self):
        self.project.edit("src/math.ts", "// Comment.", "// Another comment.")
        self.check(["src/math.ts"], 0)

    def test_type_edited(self):
        self.project.edit("src/math.ts", "// Comment.", "export type T = 1;")
        self.check(["src/math.ts"], 0)
        self.project.edit("src/math.ts", "type T = 1", "type T = 2")
        self.check(["src/math.ts"], 0)


class Graph(Case):
    def test_barrel_reordered(self):
        self.project.write({"src/barrel.ts": 'export { Point } from "./point";\nexport * from "./math";\n'})
        # O06: the order of evaluation is another one, so the program is linked.
        self.check(["src/barrel.ts"], 1)

    def test_barrel_renamed(self):
        (self.project.root / "src/barrel.ts").rename(self.project.root / "src/index.ts")
        self.project.edit("src/main.ts", "./barrel", ".")
        self.check(["src/index.ts", "src/main.ts"], 1)

    def test_barrel_cut_out(self):
        # What the names of main.ts stand for did not change; its own text did.
        self.project.write({"src/barrel.ts": 'export { f, limit } from "./math";\n'
                                             'export { Point } from "./point";\n'})
        self.check(["src/barrel.ts"], 1)

    def test_large_graph(self):
        # G13, O02: what a module costs depends on what it imports itself. Sixty more modules change nothing for
        # those that do not import them.
        names = [f"src/more{i}.ts" for i in range(60)]
        self.project.write({name: f'import {{ g }} from "./math";\nexport const more{i} = () => g() + {i};\n'
                            for i, name in enumerate(names)})
        lines = "".join(f'import {{ more{i} }} from "./more{i}";\nmore{i}();\n' for i in range(60))
        main = self.project.root / "src/main.ts"
        main.write_text(lines + main.read_text())
        self.check(["src/main.ts", *names], 1)

    def test_import_added(self):
        self.project.edit("src/point.ts", 'import { g }', 'import "./other";\nimport { g }')
        self.check(["src/point.ts", "src/other.ts"], 1)

    def test_pattern(self):
        # A file that comes to match joins the program; what does not match changes nothing.
        self.project.write({"src/plugins/a.ts": "export const a = 1;\n",
                            "src/late.ts": "export const load = (name: string) => import(`./plugins/${name}.js`);\n"})
        self.project.edit("src/point.ts", 'import { g }', 'import "./late";\nimport { g }')
        self.check(["src/late.ts", "src/plugins/a.ts", "src/point.ts"], 1)
        self.project.write({"src/plugins/b.ts": "export const b = 2;\n"})
        self.check(["src/late.ts", "src/plugins/b.ts"], 1)
        self.project.write({"src/plugins/notes.txt": "none\n", "src/plugins/.c.ts": "none\n"})
        self.check([], 0)
        self.project.remove("src/plugins/a.ts")
        self.check(["src/late.ts"], 1)

    def test_file_shadows(self):
        self.project.write({"src/barrel/index.ts": "export {};\n"})
        self.check([], 0)
        self.project.write({"src/math.tsx": "export {};\n"})
        self.check([], 0)
        self.project.remove("src/math.ts")
        built = self.project.ninja()
        self.assertNotEqual(built.exit_code, 0)
        self.assertIn("has no export `g`", built.text)
        self.project.write({"src/math.ts": FILES["src/math.ts"]})
        self.check([], 0)

    def test_shadowing_file_takes_over(self):
        self.project.edit("src/main.ts", "./barrel", "./barrel.js")
        self.check(["src/main.ts"], 1)
        self.project.write({"src/late.ts": "export const late = 1;\n"})
        self.check([], 0)

    def test_package_exports(self):
        self.project.edit("node_modules/pkg/package.json", "./one.js", "./two.js")
        self.check(["node_modules/pkg/two.js", "src/main.ts"], 1)

    def test_tsconfig_paths(self):
        self.project.edit("tsconfig.json", "./lib/*", "./lib2/*")
        self.check(["lib2/helper.ts", "src/main.ts"], 1)

    def test_file_deleted(self):
        self.project.remove("lib/helper.ts")
        built = self.project.ninja()
        self.assertNotEqual(built.exit_code, 0)
        self.assertIn("src/main.ts:2", built.text)
        self.assertEqual((built.compiles, built.links), ([], []))
        self.project.write({"lib/helper.ts": FILES["lib/helper.ts"]})
        self.check([], 0)

    def test_cycle_appears(self):
        # Reads inside the cycle now need a check.
        self.project.edit("src/math.ts", "// Comment.", 'import { Point } from "./point";')
        self.project.edit("src/math.ts", "return 2;", "return Point;")
        self.check(["src/math.ts"], 1)
        self.project.edit("src/point.ts", "import { g }", "import { limit }")
        self.project.edit("src/point.ts", "g()", "limit")
        self.check(["src/point.ts"], 1)
        self.project.edit("src/math.ts", 'import { Point } from "./point";', "// Comment.")
        self.project.edit("src/math.ts", "return Point;", "return 2;")
        self.check(["src/math.ts", "src/point.ts"], 1)


class Settings(Case):
    def test_profile(self):
        self.assertEqual(self.project.configure("--profile", "release").returncode, 0)
        built = self.project.ninja()
        self.assertEqual((built.compiles, built.links), (ALL, ["main"]), built.text)

    def test_cpu(self):
        # O13: the level is in the key, and the portable one is the default.
        self.assertEqual(self.project.configure("--cpu", "modern").returncode, 0)
        built = self.project.ninja()
        self.assertEqual(built.compiles, ALL, built.text)

    def test_definitions(self):
        # O05, V28: what a name is defined as is in the keys of those modules that mention it.
        self.project.edit("src/math.ts", "return 2", "return process.env.MODE.length")
        self.project.edit("lib/helper.ts", "return 1", "return DEBUG || process.env['MODE']")
        self.project.edit("src/point.ts", "export class", "const DEBUG = 1;\nexport class")
        both = ["lib/helper.ts", "src/math.ts"]

        def define(*definitions: str) -> None:
            options = [word for text in definitions for word in ("--define", text)]
            self.project.options = tuple(options)
            done = self.project.configure()
            self.assertEqual(done.returncode, 0, done.stderr)

        define()
        self.check([*both, "src/point.ts"], 1)
        define('process.env.MODE="a"')
        self.check(both, 1)
        define('process.env.MODE="a"', "DEBUG=false")
        self.check(["lib/helper.ts"], 1)
        define("DEBUG=false", "OTHER=[1]", 'process.env.MODE="a"')
        self.check([], 0)
        define('process.env.MODE="b"', "DEBUG=false")
        self.check(both, 1)
        define("process.env.MODE.length=1", "DEBUG=false", "process.env.MOD=2")
        self.check(both, 1)
        define()
        self.check(both, 1)

    def test_saved_just_before(self):
        # Within one tick of the clock of files: what a scan makes of an edit is not older than the edit.
        for number in range(1, 9):
            self.project.edit("src/math.ts", f"x + {number}", f"x + {number + 1}")
            self.project.scan()
            times = [(self.project.root / name).stat().st_mtime_ns
                     for name in ("src/math.ts", "build/build.ninja")]
            self.assertLessEqual(*times)

    def test_compiler(self):
        tool = self.project.folder / "perry-cc"
        shutil.copy(Tools.compile, tool)
        options = ("--compile-tool", str(tool))
        self.assertEqual(self.project.configure(*options).returncode, 0)
        self.assertEqual(self.project.ninja().compiles, [], "the same bytes elsewhere")
        tool.write_text(tool.read_text() + "# another build\n")
        built = self.project.ninja()
        self.assertEqual((built.scans, built.compiles), (1, ALL), built.text)


class Runtime(Case):
    def test_runtime_replaced(self):
        # R01, R03, R05, R08: another runtime links anew and compiles nothing; the same one does neither, whatever
        # its times say.
        archive = self.project.runtime / "libperry_runtime.a"
        archive.write_text("two")
        self.check([], 1)
        before = (self.project.build / "main").stat().st_mtime_ns
        archive.write_text("two")
        self.check([], 1)
        self.assertEqual((self.project.build / "main").stat().st_mtime_ns, before)

    def test_another_archive_of_the_runtime(self):
        # R02, R04: whatever its list names counts as much as the first, and so does which they are.
        (self.project.runtime / "other.a").write_text("one")
        (self.project.runtime / "libraries.txt").write_text("libperry_runtime.a\n-lm\nother.a\n")
        self.check([], 1)
        (self.project.runtime / "other.a").write_text("two")
        self.check([], 1)

    def test_runtime_missing(self):
        # G10: before anything is compiled.
        (self.project.runtime / "libperry_runtime.a").unlink()
        configured = self.project.configure()
        self.assertEqual(configured.returncode, 2)
        self.assertIn("libperry_runtime.a", configured.stderr)


class Failures(Case):
    def test_failed_module(self):
        # G01, G02: every failing module is named, nothing is linked, and the rest is compiled.
        before = (self.project.build / "main").read_bytes()
        self.project.edit("src/math.ts", "x + 1", "FAIL")
        self.project.edit("src/point.ts", "x + g()", "FAIL")
        self.project.edit("src/barrel.ts", "export *", "export const own = 1;\nexport *")
        built = self.project.ninja("-k", "0")
        self.assertNotEqual(built.exit_code, 0)
        self.assertIn("src/math.ts: it says FAIL", built.text)
        self.assertIn("src/point.ts: it says FAIL", built.text)
        self.assertEqual((len(built.compiles), built.links), (3, []), built.text)
        self.assertEqual((self.project.build / "main").read_bytes(), before)
        # G03: nothing makes a program of which a part is missing.
        (self.project.build / "main").unlink()
        built = self.project.ninja("-k", "0", "main", PERRY_ALLOW_PARTIAL_CODEGEN="1")
        self.assertEqual((built.exit_code, built.links), (1, []), built.text)
        self.assertFalse((self.project.build / "main").exists())
        self.project.edit("src/math.ts", "FAIL", "x + 1")
        self.project.edit("src/point.ts", "FAIL", "x + g()")
        # What is restored has its object still; the barrel is new.
        self.check([], 1)

    def test_scan_fails_before_anything_is_compiled(self):
        before = (self.project.build / "build.ninja").read_bytes()
        self.project.edit("src/math.ts", "x + 1", "x + 5")
        self.project.edit("src/main.ts", '"pkg"', '"pgk"')
        built = self.project.ninja()
        self.assertNotEqual(built.exit_code, 0)
        self.assertEqual((built.compiles, built.links), ([], []), built.text)
        self.assertIn("did you mean", built.text)
        self.assertEqual((self.project.build / "build.ninja").read_bytes(), before)
        self.project.edit("src/main.ts", '"pgk"', '"pkg"')
        self.check(["src/math.ts"], 1)


class Ninja(Case):
    def test_one_file(self):
        self.project.edit("src/math.ts", "x + 1", "x + 3")
        self.project.edit("src/point.ts", "x + g()", "x - g()")
        built = self.project.ninja("../src/math.ts^")
        self.assertEqual((built.compiles, built.links), (["src/math.ts"], []), built.text)

    def test_clean(self):
        self.project.ninja("-t", "clean")
        self.assertFalse((self.project.build / "main").exists())
        self.assertTrue((self.project.build / "build.ninja").exists())
        built = self.project.ninja()
        self.assertEqual((built.compiles, built.links), (ALL, ["main"]), built.text)

    def test_relative_paths_only(self):
        text = (self.project.build / "build.ninja").read_text()
        self.assertNotIn(str(self.project.folder), text)
        for tool in ("graph", "compdb", "query all"):
            built = self.project.ninja("-t", *tool.split())
            self.assertEqual(built.exit_code, 0, built.text)

    def test_dead_objects(self):
        self.project.edit("src/main.ts", 'import pkg from "pkg";\n', "const pkg = 1;\n")
        self.check(["src/main.ts"], 1)
        objects = len(list((self.project.build / "obj").rglob("*.o")))
        self.project.ninja("-t", "cleandead")
        self.assertEqual(len(list((self.project.build / "obj").rglob("*.o"))), objects - 1)
        self.check([], 0)


class Database(Case):
    def counts(self) -> str:
        return self.project.scan("--counts").split("\n", maxsplit=1)[0]

    def settle(self) -> None:
        """Until no file is too young to be trusted by its time."""
        for path in self.project.root.rglob("*"):
            if path.is_file() and "build" not in path.parts:
                os.utime(path, (1_700_000_000, 1_700_000_000))
        self.project.scan()

    def test_one_edit_parses_one_file(self):
        self.settle()
        self.assertEqual(self.counts(), "parsed 0, read 0, reused 6")
        self.project.edit("src/math.ts", "x + 1", "x + 3")
        self.assertEqual(self.counts(), "parsed 1, read 1, reused 5")
        self.project.edit("src/math.ts", "x + 3", "x + 3")
        self.assertEqual(self.counts(), "parsed 0, read 1, reused 5")

    def test_too_young_to_be_known_by_its_time(self):
        path = self.project.root / "src/math.ts"
        path.write_text(path.read_text().replace("x + 1", "x + 5"))
        # However slow the machine: a file of the future is as young as one can be.
        young = (path.stat().st_mtime_ns + 3_600_000_000_000,) * 2
        os.utime(path, ns=young)
        self.project.scan()
        path.write_text(path.read_text().replace("x + 5", "x + 7"))
        os.utime(path, ns=young)
        self.assertIn("parsed 1", self.counts())

    def test_scan_starts_no_process(self):
        # V19: all keys of a graph are hashed by the one process that finds it, which cannot even start another.
        done = subprocess.run(["nm", "-D", "--undefined-only", self.project.build / "tools/perry-scan"],
                              capture_output=True, text=True, check=True)
        self.assertIn(" fstat", done.stdout)
        self.assertEqual(re.findall(r" (v?fork|exec[lv]\w*|posix_spawn\w*|popen|system)\b", done.stdout), [])

    def test_damaged_database(self):
        self.settle()
        database = self.project.build / "scan.db"
        good = database.read_bytes()
        for bad in (b"", b"PSDB", good[:len(good) // 2], good[:-1], good + b"x",
                    good[:100] + b"?" + good[101:], b"\x00" * len(good)):
            database.write_bytes(bad)
            self.assertEqual(self.counts(), "parsed 6, read 6, reused 0")
            self.assertEqual(self.counts(), "parsed 0, read 0, reused 6")
        self.check([], 0)
