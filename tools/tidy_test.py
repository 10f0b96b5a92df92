#!/usr/bin/env python3
"""Tests that what clang-tidy finds in a source, it finds in a unit of several sources as well."""

import shutil
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import tidy

# Checks that look at declarations, at flow, at names, and at includes.
DEFECTS = {
    "bugprone-use-after-move": """
        #include <string>
        #include <utility>
        std::string twice(std::string text) {
          std::string taken = std::move(text);
          return taken + text;
        }""",
    "readability-identifier-naming": "int BadlyNamed(int value) { return value; }",
    "readability-duplicate-include": """
        #include <cstddef>
        #include <cstddef>
        std::size_t same(std::size_t value) { return value; }""",
    "performance-unnecessary-value-param": """
        #include <string>
        unsigned long length_of(std::string text) { return text.size(); }""",
    "modernize-use-override": """
        struct Base { virtual int value(); virtual ~Base(); };
        struct Derived : Base { virtual int value(); };""",
    "google-build-using-namespace": """
        #include <string>
        using namespace std;""",
}
CLEAN = "#include <string>\nint length(const std::string& text) { return static_cast<int>(text.size()); }\n"


class UnitTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.built = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.built)
        cls.plugin = tidy.plugin_in(cls.built)

    def setUp(self):
        program = shutil.which("clang-tidy-19")
        self.assertTrue(program, "clang-tidy-19 is not installed; run scripts/setup --tests")
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)
        # The filter of headers goes by the folders of the repository.
        self.folder = self.root / "support"
        self.folder.mkdir()
        self.tidy = tidy.Tidy(program, self.plugin, self.root, self.root)

    def source(self, name: str, text: str) -> dict:
        file = self.folder / f"{name}.cpp"
        file.write_text(text + "\n")
        return {"file": str(file), "directory": str(self.root),
                "command": f"clang++-19 -std=c++2b -c -o {name}.o {file}"}

    def test_a_unit_is_no_cleaner_than_its_sources(self):
        unit = [self.source("clean", CLEAN)] + [self.source(*defect) for defect in DEFECTS.items()]
        done = self.tidy.run_together(unit)
        self.assertNotEqual(done.returncode, 0)
        for check in DEFECTS:
            with self.subTest(check):
                self.assertIn(f"support/{check}.cpp:", done.stdout)
                self.assertIn(f"[{check},", done.stdout)

    def test_clean_sources_are_clean_together(self):
        other = self.source("other", CLEAN.replace("length", "size"))
        unit = [self.source("clean", CLEAN), other]
        self.assertEqual([findings for _, findings in self.tidy.judge(unit)], ["", ""])

    def test_what_only_headers_must_not_declare(self):
        text = "#include <string>\nusing std::string;\n"
        self.assertTrue(self.is_clean_unit(text))
        (self.folder / "names.h").write_text(text)
        self.assertFalse(self.is_clean_unit(f'#include "{self.folder}/names.h"'))
        # Nor does what doesn't compile pass for clean.
        self.assertFalse(self.is_clean_unit(text + "strin text;"))

    def is_clean_unit(self, text: str) -> bool:
        unit = [self.source("clean", CLEAN), self.source("names", text)]
        return tidy.is_clean(self.tidy.run_together(unit))

    def test_units_share_flags_and_hold_every_source_once(self):
        entries = [self.source(f"source{index}", CLEAN.replace("length", f"length{index}"))
                   for index in range(tidy.UNIT_SIZE + 10)]
        entries[7]["command"] += " -DOTHER"
        units = tidy.units_of(entries)
        self.assertEqual(sorted(entry["file"] for unit in units for entry in unit),
                         sorted(entry["file"] for entry in entries))
        self.assertEqual([len(unit) for unit in units if entries[7] in unit], [1])
        self.assertEqual(sorted(map(len, units)), [1, 9, tidy.UNIT_SIZE])

    def test_a_name_is_used_once_in_a_unit(self):
        one = "namespace x { }\nnamespace {\nint twice(int value) { return 2 * value; }\n}  // namespace\n"
        for name, other in {"equal": one, "type": "struct Same {\n};", "alias": "using Same = int;"}.items():
            with self.subTest(name):
                entries = [self.source(f"{name}{index}", other) for index in range(2)]
                self.assertEqual([len(unit) for unit in tidy.units_of(entries)], [1, 1])
        apart = [self.source("left", f"namespace left {{\n{one}}}"), self.source("right", f"namespace right {{\n{one}}}")]
        self.assertEqual([len(unit) for unit in tidy.units_of(apart)], [2])

    def test_constants_of_one_name_may_meet(self):
        text = ("namespace {\nconstexpr int kRows[] = {1, 2};\n}  // namespace\n"
                "int first_NAME();\nint first_NAME() { return kRows[0]; }\n")
        unit = [self.source(name, text.replace("NAME", name)) for name in ("a", "b")]
        self.assertEqual([len(unit) for unit in tidy.units_of(unit)], [2])
        done = self.tidy.run_together(unit)
        self.assertTrue(tidy.is_clean(done), done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main()
