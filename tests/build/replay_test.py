"""A scan after an edit that nobody else can see keeps what the last one found. It must be what a scan from
nothing finds."""

import json
import os
import random
import unittest
from collections.abc import Callable
from pathlib import Path

from project import Project

FILES = {
    "package.json": '{"name": "sample", "type": "module", "imports": {"#a": "./lib/a.ts"}}\n',
    "tsconfig.json": '{"compilerOptions": {"paths": {"@lib/*": ["./lib/*"]}}}\n',
    "src/main.ts": 'import { f, limit } from "./math";\n'
                   'import { helper } from "@lib/helper";\n'
                   'import data from "./data.json" with { type: "json" };\n'
                   'import linked from "linked";\nimport above from "above";\n'
                   'try { require("absent"); } catch {}\n'
                   "console.log(f(limit), helper(), data, linked, above, DEBUG);\n",
    "src/math.ts": 'import "#a";\n// Comment.\nexport function f(x: number) { return x + 1; }\n'
                   "export const limit = 10;\n",
    "src/data.json": "[1]\n",
    "lib/a.ts": "console.log('a');\n",
    "lib/helper.ts": "export function helper() { return 1; }\n",
    "lib/unused.ts": "export {};\n",
    "packages/linked/package.json": '{"name": "linked", "type": "module", "exports": "./one.js"}\n',
    "packages/linked/one.js": "export default 1;\n",
    "packages/linked/two.js": "export default 2;\n",
    "../node_modules/above/package.json": '{"type": "module", "exports": "./one.js"}\n',
    "../node_modules/above/one.js": "export default function () { return 1; }\n",
}
OLD = (1_700_000_000, 1_700_000_000)


class Case(unittest.TestCase):
    def setUp(self) -> None:
        self.project = Project(FILES, options=("--define", "DEBUG=false"))
        self.addCleanup(self.project.close)
        (self.project.root / "node_modules").mkdir()
        (self.project.root / "node_modules/linked").symlink_to("../packages/linked")
        self.assertEqual(self.project.configure().returncode, 0)
        self.settle()

    def settle(self) -> None:
        """Until nothing is too young to be trusted by its time."""
        for path in [self.project.folder, *self.project.folder.rglob("*")]:
            if "build" not in path.parts and not path.is_symlink():
                os.utime(path, OLD)
        self.project.scan()

    def scan(self) -> bool:
        """Whether the last one was kept."""
        trace = self.project.folder / "trace.json"
        said = self.project.scan("--trace", str(trace))
        events = {event["name"] for event in json.loads(trace.read_text())["traceEvents"]}
        kept = "graph" not in events
        if kept:
            self.assertEqual(said, "")
        return kept

    def results(self) -> dict[str, bytes]:
        """All that a scan makes for others: build.ninja and what it names."""
        text = (self.project.build / "build.ninja").read_bytes()
        files = {"build.ninja": text}
        for path in sorted(self.project.build.glob("req/*")) + sorted(self.project.build.glob("plan/*")):
            if path.stem.encode() in text:
                files[path.name] = path.read_bytes()
        return files

    def check_results(self) -> None:
        incremental = self.results()
        (self.project.build / "scan.db").unlink()
        self.project.scan()
        self.assertEqual(incremental, self.results())

    def check(self, kept: bool) -> None:
        self.assertEqual(self.scan(), kept)
        self.check_results()


class Kept(Case):
    def test_nothing(self):
        self.assertTrue(self.scan())
        self.check(True)

    def test_body(self):
        self.project.edit("src/math.ts", "x + 1", "x + 3")
        self.check(True)

    def test_moved_lines(self):
        self.project.edit("src/math.ts", "// Comment.", "// A comment\n// of two lines.\n")
        self.check(True)

    def test_edit_and_back(self):
        before = self.results()
        self.project.edit("src/math.ts", "x + 1", "x + 3")
        self.assertTrue(self.scan())
        self.assertNotEqual(before, self.results())
        self.project.edit("src/math.ts", "x + 3", "x + 1")
        self.assertTrue(self.scan())
        self.assertEqual(before, self.results())

    def test_old_requests_go(self):
        requests = self.project.build / "req"
        count = len(list(requests.iterdir()))
        for number in range(3, 7):
            self.project.edit("src/math.ts", f"x + {1 if number == 3 else number - 1}", f"x + {number}")
            self.assertTrue(self.scan())
            # That of the build before is kept, for `perry why`.
            self.assertEqual(len(list(requests.iterdir())), count + 1)

    def test_data(self):
        self.project.edit("src/data.json", "1", "2")
        self.check(True)

    def test_touched(self):
        for path in self.project.root.rglob("*"):
            if path.is_file() and "build" not in path.parts:
                os.utime(path)
        self.check(True)

    def test_saved_by_renaming(self):
        path = self.project.root / "src/math.ts"
        other = path.with_name("math.ts~")
        other.write_text(path.read_text().replace("x + 1", "x + 5"))
        other.rename(path)
        self.check(True)

    def test_file_of_no_module_where_names_were_asked_for(self):
        self.project.write({"../notes.md": "x\n", "../other/node_modules/absent/index.js": "x\n"})
        self.check(True)

    def test_package_above_the_project(self):
        self.project.edit("../node_modules/above/one.js", "return 1", "return 3")
        self.check(True)


class Found(Case):
    """What somebody else can see."""

    def test_constant(self):
        self.project.edit("src/math.ts", "limit = 10", "limit = 11")
        self.check(False)

    def test_parameters(self):
        self.project.edit("src/math.ts", "f(x: number)", "f(x: number, y = 1)")
        self.check(False)

    def test_import_gone(self):
        self.project.edit("src/math.ts", 'import "#a";\n', "")
        self.check(False)

    def test_order_of_imports(self):
        self.project.edit("src/main.ts", 'import { helper } from "@lib/helper";\n', "")
        self.project.edit("src/main.ts", "try {", 'import { helper } from "@lib/helper";\ntry {')
        self.check(False)

    def test_definition_mentioned(self):
        self.project.edit("src/math.ts", "x + 1", "DEBUG ? x : 1")
        self.check(False)

    def test_error(self):
        self.project.edit("src/math.ts", "x + 1", "x +")
        said = self.project.scan()
        self.assertIn("src/math.ts:3:", said)
        self.assertEqual(self.project.scan(), said)
        self.project.edit("src/math.ts", "x +", "x + 1")
        self.check(False)

    def test_file_that_shadows(self):
        self.project.write({"src/math/index.ts": "export {};\n"})
        self.check(False)
        self.settle()
        self.project.write({"src/math.tsx": "export {};\n"})
        self.check(False)

    def test_package_appears(self):
        self.project.write({"node_modules/absent/index.js": "module.exports = 1;\n"})
        self.check(False)

    def test_package_appears_above(self):
        self.project.write({"../node_modules/absent/index.js": "module.exports = 1;\n"})
        self.check(False)

    def test_package_json(self):
        self.project.edit("packages/linked/package.json", "one.js", "two.js")
        self.check(False)
        self.settle()
        self.project.edit("package.json", "./lib/a.ts", "./lib/unused.ts")
        self.check(False)

    def test_tsconfig(self):
        self.project.edit("tsconfig.json", "./lib/*", "./lib2/*")
        self.project.write({"lib2/helper.ts": "export function helper() { return 2; }\n"})
        self.check(False)

    def test_link_leads_elsewhere(self):
        link = self.project.root / "node_modules/linked"
        self.project.write({"packages/other/package.json": '{"type": "module", "exports": "./one.js"}\n',
                            "packages/other/one.js": "export default 3;\n"})
        link.unlink()
        link.symlink_to("../packages/other")
        self.check(False)

    def test_folder_became_a_link(self):
        (self.project.root / "lib").rename(self.project.root / "elsewhere")
        (self.project.root / "lib").symlink_to("elsewhere")
        self.check(False)

    def test_module_gone(self):
        self.project.remove("lib/a.ts")
        said = self.project.scan()
        self.assertIn("#a", said)
        self.assertEqual(self.project.scan(), said)
        self.project.write({"lib/a.ts": "console.log('a');\n"})
        self.check(False)

    def test_build_folder_damaged(self):
        request = next(iter((self.project.build / "req").iterdir()))
        for damage in (request.unlink, (self.project.build / "build.ninja").unlink,
                       lambda: (self.project.build / "build.ninja").write_text("# nothing\n"),
                       next(iter((self.project.build / "plan").iterdir())).unlink):
            damage()
            self.check(False)
            self.assertTrue(request.exists())

    def test_configured_anew(self):
        self.assertEqual(self.project.configure("--profile", "release").returncode, 0)
        self.check_results()

    def test_project_moved(self):
        moved = self.project.folder / "elsewhere"
        self.project.root.rename(moved)
        self.project.root = moved
        self.check(False)


class Any(Case):
    def test_random_edits(self):
        """Whatever is edited, and whether or not something is kept."""
        choice = random.Random(17)
        root = self.project.root
        sources = ["src/main.ts", "src/math.ts", "lib/a.ts", "lib/helper.ts", "packages/linked/one.js"]

        def append(text: str) -> Callable[[], object]:
            path = root / choice.choice(sources)
            return lambda: path.write_text(path.read_text() + text)

        def rewrite() -> object:
            path = root / choice.choice(list(FILES))
            return path.write_text(FILES[str(path.relative_to(root))])

        def make_or_remove() -> object:
            path: Path = root / choice.choice(["src/math.js", "lib/helper/index.ts", "lib/new.ts",
                                               "node_modules/absent/index.js", "src/package.json"])
            if path.exists():
                return path.unlink()
            path.parent.mkdir(parents=True, exist_ok=True)
            return path.write_text("{}\n" if path.suffix == ".json" else "export {};\n")

        kept = 0
        for step in range(60):
            edits = [append(f"// {step}\n"), append(f"export const name{step} = 1;\n"),
                     append(f"(() => {step})();\n"), append('import "#a";\n'), rewrite, make_or_remove]
            choice.choices(edits, [4, 1, 4, 1, 2, 1])[0]()
            kept += self.scan()
            database = (self.project.build / "scan.db").read_bytes()
            self.check_results()
            # What a kept scan leaves is as good a start as what a whole one leaves.
            if choice.random() < 0.7:
                (self.project.build / "scan.db").write_bytes(database)
        self.assertGreater(kept, 15)
        self.assertLess(kept, 55)
