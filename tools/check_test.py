#!/usr/bin/env python3
"""Tests of the checks: each is given a small tree that breaks one rule, and must say so."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from checks import diagnostics, hygiene, layers, sizes  # noqa: E402
from checks.tree import Tree  # noqa: E402

HEADER = "#pragma once\n"
BASE = {
    "LICENSE": "MIT License\n",
    "support/base/CMakeLists.txt": "perry_library(perry_support_base SOURCES a.cpp)\n",
    "support/base/a.h": HEADER,
    "support/base/a.cpp": '#include "support/base/a.h"\n',
}


class CheckTest(unittest.TestCase):
    def problems(self, check, files: dict[str, str | bytes]) -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            for path, text in (BASE | files).items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_bytes(text.encode() if isinstance(text, str) else text)
            return [str(problem) for problem in check(Tree.of(root))]

    def assert_one(self, check, files: dict[str, str | bytes], expected: str) -> None:
        problems = self.problems(check, files)
        self.assertEqual(len(problems), 1, problems)
        self.assertIn(expected, problems[0])

    def test_clean_tree(self):
        for check in (layers.check, hygiene.check, diagnostics.check):
            self.assertEqual(self.problems(check, {}), [])


class LayersTest(CheckTest):
    def library(self, folder: str, deps: str, includes: str) -> dict[str, str]:
        name = "perry_" + folder.replace("perry-", "").replace("/", "_")
        return {
            f"{folder}/CMakeLists.txt": f"perry_library({name} SOURCES x.cpp DEPS {deps})\n",
            f"{folder}/x.h": HEADER,
            f"{folder}/x.cpp": "".join(f'#include "{name}"\n' for name in includes.split()),
        }

    def test_allowed(self):
        self.assertEqual(self.problems(
            layers.check, self.library("support/diag", "perry_support_base", "support/base/a.h")), [])

    def test_include_against_the_order(self):
        files = self.library("frontend/lex", "", "") | {
            "support/base/a.cpp": '#include "frontend/lex/x.h"\n'}
        self.assert_one(layers.check, files, "`support/base` may not use `frontend/lex`")

    def test_order_inside_the_frontend(self):
        files = self.library("frontend/parse", "", "")
        files |= self.library("frontend/regexp", "", "frontend/parse/x.h")
        self.assert_one(layers.check, files, "may not use `frontend/parse`")

    def test_module_records_do_not_pull_in_the_parser(self):
        files = self.library("frontend/parse", "", "")
        files |= self.library("frontend/module", "", "frontend/parse/x.h")
        self.assert_one(layers.check, files, "`frontend/module` may not use `frontend/parse`")

    def test_link_against_the_order(self):
        files = self.library("frontend/lex", "", "")
        files["support/base/CMakeLists.txt"] = (
            "perry_library(perry_support_base SOURCES a.cpp DEPS perry_frontend_lex)\n")
        self.assert_one(layers.check, files, "`support/base` may not link `frontend/lex`")

    def test_link_that_nothing_needs(self):
        self.assert_one(layers.check, self.library("support/diag", "perry_support_base", ""),
                        "includes nothing of it")

    def test_include_without_its_link(self):
        self.assert_one(layers.check, self.library("support/diag", "", "support/base/a.h"),
                        "without linking `perry_support_base`")

    def test_unknown_library_and_wrong_name(self):
        self.assert_one(layers.check, self.library("support/diag", "perry_support_bass", ""),
                        "unknown library")
        self.assert_one(layers.check, {"support/diag/CMakeLists.txt": "perry_library(perry_diag)\n"},
                        "is called `perry_support_diag`")

    def test_comments_in_link_lines(self):
        files = self.library("support/diag", "# perry_nonsense\n", "")
        self.assertEqual(self.problems(layers.check, files), [])

    def test_cycle_inside_one_row(self):
        files = self.library("perry-cc/ir", "perry_cc_passes", "perry-cc/passes/x.h")
        files |= self.library("perry-cc/passes", "perry_cc_ir", "perry-cc/ir/x.h")
        self.assert_one(layers.check, files, "perry-cc/ir -> perry-cc/passes -> perry-cc/ir")

    def test_folder_without_a_row(self):
        self.assert_one(layers.check, {"extra/x.h": HEADER}, "no row in the layer table")

    def test_include_that_is_not_rooted(self):
        self.assert_one(layers.check, {"support/base/b.h": HEADER + '#include "a.h"\n'},
                        "not a path from the root")

    def test_llvm_stays_in_its_folders(self):
        files = {"perry-cc/ir/x.h": HEADER + "#include <llvm/IR/IRBuilder.h>\n"}
        self.assert_one(layers.check, files, "LLVM")
        files = {"perry-cc/codegen/x.h": HEADER + "#include <llvm/IR/IRBuilder.h>\n"}
        self.assertEqual(self.problems(layers.check, files), [])

    def test_absences(self):
        self.assert_one(layers.check, {"frontend/lex/x.h": HEADER + "#include <fstream>\n"},
                        "opens no file")
        self.assert_one(layers.check, {"perry-cc/driver/x.h": HEADER + 'auto* x = getenv("X");\n'},
                        "environment")


class HygieneTest(CheckTest):
    def assert_line(self, path: str, line: str | bytes, expected: str) -> None:
        text = line if isinstance(line, bytes) else line + "\n"
        self.assert_one(hygiene.check, {path: text}, expected)

    def test_white_space(self):
        self.assert_line("a.md", "a\tb", "tab")
        self.assert_line("a.md", "a ", "white space at the end")
        self.assert_line("a.md", b"a\r\n", "white space at the end")
        self.assert_line("a.md", b"a", "no newline")
        self.assert_line("a.md", b"a\n\n", "empty lines")

    def test_using_declarations_are_used(self):
        self.assert_line("support/base/x.cpp", "using std::string;\nstd::string f();", "nothing uses `string`")
        self.assertEqual(self.problems(hygiene.check, {
            "support/base/x.cpp": "using std::string;\nstring f();\n",
            "support/base/y.cpp": 'using a::Row;\n#include "support/base/rows.inc"\n'}), [])

    def test_test_data_is_left_alone(self):
        self.assertEqual(self.problems(hygiene.check, {"tests/golden/lex/A.ts": b"\t \r"}), [])

    def test_names(self):
        self.assert_one(hygiene.check, {"support/base/CamelCase.cpp": "int x;\n"}, "snake_case")
        self.assert_one(hygiene.check, {"support/base/x.cc": "int x;\n"}, ".h or .cpp")
        self.assert_one(hygiene.check, {"tools/a-b.py": "x = 1\n"}, "snake_case")
        self.assert_one(hygiene.check, {"Support/x.cpp": "int x;\n"}, "lower case")

    def test_header_guard(self):
        self.assert_one(hygiene.check, {"support/base/b.h": "int x;\n"}, "#pragma once")
        self.assertEqual(
            self.problems(hygiene.check, {"support/base/b.h": "// Why.\n\n#pragma once\n"}), [])

    def test_words(self):
        self.assert_line("a.md", "TO" "DO later", "unfinished")
        self.assert_line("a.md", "see /home/" "me/x", "absolute path")
        self.assertEqual(self.problems(hygiene.check, {"a.md": "https://x.org/home/" "me/x\n"}), [])

    def test_suppressions_need_a_reason(self):
        self.assert_line("support/base/b.cpp", "int x;  // NO" "LINT", "reason")
        self.assert_line("support/base/b.cpp", "int x;  // NO" "LINT(bugprone-x)", "reason")
        self.assertEqual(self.problems(
            hygiene.check, {"support/base/b.cpp": "int x;  // NO" "LINT(bugprone-x): the ABI says so\n"}), [])

    def test_license(self):
        self.assert_one(hygiene.check, {"support/base/b.cpp": "type" "def int T;\n"}, "`using`")
        self.assert_one(hygiene.check, {"LICENSE": "All rights reserved\n"}, "license")


class DiagnosticsTest(CheckTest):
    EXPLAINED = "# X\n\n## P1001 One\n\nText.\n\n## P1002 Two\n\n```js\n## P1002 Two\n```\n"

    def table(self, rows: str, golden: str = "P1001 P1002", code: str = "kOne kTwo",
              explained: str = EXPLAINED) -> dict[str, str]:
        return {"frontend/diag/x.def": rows, "tests/golden/diag/a.ts": golden,
                "frontend/lex/a.cpp": code + "\n", "docs/diagnostics/x.md": explained}

    GOOD = ('PERRY_DIAGNOSTIC(One, "P1001", Error, "found `{0}`", (std::string_view))\n'
            'PERRY_DIAGNOSTIC(Two, "P1002", Error,\n                 "found "\n "two", ())\n')

    def test_good_table(self):
        self.assertEqual(self.problems(diagnostics.check, self.table(self.GOOD)), [])

    def test_unused(self):
        self.assert_one(diagnostics.check, self.table(self.GOOD, code="kOne // kTwo"),
                        "Two (P1002): no code reports it")

    def test_untested(self):
        self.assert_one(diagnostics.check, self.table(self.GOOD, golden="P1001"),
                        "Two (P1002): appears in no golden file")

    def test_codes(self):
        self.assert_one(diagnostics.check, self.table(self.GOOD.replace("P1002", "P1001"),
                                              explained=self.EXPLAINED.split("## P1002")[0]),
                        "belongs to One already")
        self.assert_one(diagnostics.check, self.table(self.GOOD.replace("P1002", "P1000"), "P1000 P1001",
                                              explained=self.EXPLAINED.replace("P1002", "P1000")),
                        "sorted by code")
        problems = self.problems(diagnostics.check, self.table(self.GOOD.replace("P1002", "P12")))
        self.assertTrue(any("four digits" in problem for problem in problems))

    def test_explained(self):
        for old, new, text in (("## P1002 Two", "P1002", "Two (P1002): has no explanation"),
                               ("Two\n", "One\n", "P1002 is called Two"),
                               ("Text.", "", "P1001 is explained by nothing"),
                               ("# X", "## P1003 X\n\nText.", "no table has the code P1003"),
                               ("# X", "## P1001 One\n\nText.", "P1001 is explained twice")):
            table = self.table(self.GOOD, explained=self.EXPLAINED.replace(old, new, 1))
            self.assert_one(diagnostics.check, table, text)

    def test_names(self):
        problems = self.problems(diagnostics.check, self.table(self.GOOD.replace("Two", "One")))
        self.assertTrue(any("stands for P1001 already" in problem for problem in problems))

    def test_messages(self):
        self.assert_one(diagnostics.check, self.table(self.GOOD.replace("two\"", "two.\"")), "full stop")
        self.assert_one(diagnostics.check, self.table(self.GOOD.replace("\"found `", "\"Found `")),
                        "lower case")


class SizesTest(CheckTest):
    CODE = """namespace perry {
struct S {
  int get() const { return 1; }
  int value = 2;
};

template <typename T>
int sum(const T& values,
        char quote = '{') {
  int total = 0;
  auto add = [&](int x) {
    total += x;  // }
  };
  for (int x : values) {
    add(x);
  }
  return total + 1'000;
}
}  // namespace perry
"""

    def test_functions(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            (root / "a.cpp").write_text(self.CODE)
            functions = sizes.functions_of(Tree.of(root).files[0])
        self.assertEqual([(f.name, f.line, f.length) for f in functions],
                         [("get", 3, 1), ("sum", 7, 12)])


if __name__ == "__main__":
    unittest.main()
