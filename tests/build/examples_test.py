#!/usr/bin/env python3
"""Builds and runs the examples with the installed product, and `find_package(Perry)` in real CMake.

    examples_test.py --build build/release     installs that build into a temporary folder first
    examples_test.py --sdk build/sdk           uses what is installed there
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent.parent / "examples"
EDGE = re.compile(r"^\[\d+/\d+\] (.+)$", re.MULTILINE)
sdk = Path()


class Example(unittest.TestCase):
    NAME = ""

    def setUp(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="perry-example-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        self.root = folder / self.NAME
        if self.NAME:
            shutil.copytree(EXAMPLES / self.NAME, self.root)
        else:
            self.root.mkdir(exist_ok=True)

    def run_tool(self, *command, ok: bool = True, cwd: Path | None = None) -> str:
        done = subprocess.run([str(word) for word in command], cwd=cwd or self.root, text=True, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, "PATH": f"{sdk / 'bin'}:{os.environ['PATH']}"})
        self.assertEqual(done.returncode == 0, ok, done.stdout)
        return done.stdout

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        self.assertIn(old, path.read_text())
        path.write_text(path.read_text().replace(old, new))


class Hello(Example):
    NAME = "hello"

    def test_hello(self):
        self.run_tool("perry", "build", "main.ts", "-o", "hello")
        self.assertTrue(self.run_tool("./hello"))


class Workspace(Example):
    NAME = "workspace"

    def test_workspace(self):
        # As `npm install` links the packages of a workspace.
        scope = self.root / "node_modules/@example"
        scope.mkdir(parents=True)
        for name in ("prices", "shop"):
            (scope / name).symlink_to(f"../../packages/{name}")
        built = self.run_tool("perry", "build")
        self.assertEqual(len(re.findall(r" CC ", built)), 4, built)
        self.assertEqual(self.run_tool(".perry/dev/shop"), "to pay: 4.26\n")
        self.assertEqual(self.run_tool(".perry/dev/list"), "apple 0.45\nbread 3.10\n")
        # A package is a source like any other.
        self.edit("packages/prices/src/tax.ts", "1.2", "1.5")
        built = self.run_tool("perry", "build")
        self.assertEqual(re.findall(r" (?:CC|LD) (\S+)", built), ["packages/prices/src/tax.ts", "shop"])
        self.assertEqual(self.run_tool(".perry/dev/shop"), "to pay: 5.33\n")


class Ci(Example):
    NAME = "ci"

    def test_restored_build_folder(self):
        first = self.run_tool("./build.sh")
        self.assertEqual((first.count(" CC "), first.count(" LD ")), (2, 1), first)
        self.assertTrue(first.endswith("Hello, CI\n"))
        saved = self.root.parent / "saved"
        (self.root / "build").rename(saved)
        clone = self.root.parent / "clone"
        shutil.copytree(EXAMPLES / self.NAME, clone)
        for path in clone.rglob("*"):
            os.utime(path)
        saved.rename(clone / "build")
        self.root = clone
        second = self.run_tool("./build.sh")
        self.assertEqual((second.count(" CC "), second.count(" LD ")), (0, 0), second)
        self.edit("src/greet.ts", "Hello", "Good day")
        third = self.run_tool("./build.sh")
        self.assertEqual((third.count(" CC "), third.count(" LD ")), (1, 1), third)


class CMake(Example):
    NAME = "cmake"

    def setUp(self) -> None:
        super().setUp()
        self.build = self.root / "build"

    def configure(self, *options: str, ok: bool = True) -> str:
        return self.run_tool("cmake", "-G", "Ninja", "-B", self.build, f"-DCMAKE_PREFIX_PATH={sdk}", *options,
                             ok=ok)

    def edges(self) -> list[str]:
        return sorted(EDGE.findall(self.run_tool("ninja", "-C", self.build)))

    def test_exactly_what_is_needed(self):
        self.configure()
        self.assertIn("Building report with Perry", self.edges())
        self.assertEqual(self.edges(), [])
        perry, link = "Building report with Perry", "Linking C executable report"
        # A touched source is looked at, and nothing comes of it.
        os.utime(self.root / "src/statistics.ts")
        self.assertEqual(self.edges(), [perry])
        self.assertEqual(self.edges(), [])
        # One that is no part of the program is not even looked at.
        os.utime(self.root / "src/numbers.c")
        self.assertNotIn(perry, self.edges())
        self.edit("src/statistics.ts", "let sum = 0", "let sum = 1")
        self.assertEqual(self.edges(), [perry, link])
        self.assertEqual(self.run_tool(self.build / "report"), "total 15, mean 3\n")
        # A new import, which the dependency file did not name.
        (self.root / "src/more.ts").write_text("export const more = 100;\n")
        self.edit("src/statistics.ts", "let sum = 1", "let sum = more")
        self.edit("src/statistics.ts", "export function total", 'import { more } from "./more";\nexport function total')
        self.assertEqual(self.edges(), [perry, link])
        self.edit("src/more.ts", "100", "0")
        self.assertEqual(self.edges(), [perry, link])
        self.assertEqual(self.run_tool(self.build / "report"), "total 14, mean 2.8\n")
        self.assertEqual(self.edges(), [])

    def test_errors_are_errors_of_the_build(self):
        self.configure()
        self.edges()
        self.edit("src/report.ts", "./statistics", "./statistic")
        said = self.run_tool("ninja", "-C", self.build, ok=False)
        self.assertIn("error[P5101]: cannot resolve `./statistic`", said)
        self.edit("src/report.ts", "./statistic", "./statistics")
        self.edges()
        self.assertEqual(self.edges(), [])

    def test_ctest_and_install(self):
        self.configure("-DCMAKE_BUILD_TYPE=Release")
        self.edges()
        self.assertIn("100% tests passed", self.run_tool("ctest", "--test-dir", self.build))
        prefix = self.root / "installed"
        self.run_tool("cmake", "--install", self.build, "--prefix", prefix)
        self.assertEqual(self.run_tool(prefix / "bin/report"), "total 14, mean 2.8\n")

    def test_settings(self):
        text = (self.root / "CMakeLists.txt").read_text()
        (self.root / "CMakeLists.txt").write_text(
            text + 'add_perry_executable(defined ENTRY src/defined.ts DEFINE LEVEL=2 "NAME=\\"a b\\"")\n')
        (self.root / "src/defined.ts").write_text("console.log(NAME, LEVEL);\n")
        self.configure("-DPERRY_CACHE_DIR=objects")
        self.edges()
        self.assertEqual(self.run_tool(self.build / "defined"), "a b 2\n")
        kept = [path for path in (self.root / "objects").rglob("*") if path.is_file()]
        self.assertGreaterEqual(len(kept), 3)
        self.assertEqual(self.edges(), [])
        # Another definition is another command.
        self.edit("CMakeLists.txt", "LEVEL=2", "LEVEL=3")
        self.assertEqual([edge for edge in self.edges() if "defined" in edge],
                         ["Building defined with Perry", "Linking C executable defined"])
        self.assertEqual(self.run_tool(self.build / "defined"), "a b 3\n")
        self.configure("-DPERRY_CACHE_DIR=others", "-DPERRY_NO_CACHE=ON")
        self.edges()
        self.assertFalse((self.root / "others").exists())

    def test_what_is_refused(self):
        text = (self.root / "CMakeLists.txt").read_text()
        for line, message in (
                ("add_perry_executable(x ENTRY src/nowhere.ts)", "there is no file"),
                ("add_perry_executable(x)", "ENTRY is missing"),
                ("add_perry_executable(x ENTRY src/report.ts LIBRARIES m)", "unexpected LIBRARIES"),
                ("add_perry_library(x ENTRY src/report.ts)", "STATIC or SHARED comes first"),
                ("add_perry_library(my-lib STATIC ENTRY src/report.ts)", "letters, digits and _ only"),
                ("add_perry_library(x SHARED src/report.ts)", "unexpected src/report.ts")):
            (self.root / "CMakeLists.txt").write_text(text + line + "\n")
            said = " ".join(self.configure(ok=False).split())
            self.assertIn(message, said)


class Embed(Example):
    NAME = "embed"

    def setUp(self) -> None:
        super().setUp()
        self.build = self.root / "build"

    def configure(self, *options: str) -> None:
        self.run_tool("cmake", "-G", "Ninja", "-B", self.build, f"-DCMAKE_PREFIX_PATH={sdk}", *options)

    def edges(self) -> list[str]:
        return sorted(EDGE.findall(self.run_tool("ninja", "-C", self.build)))

    def test_exactly_what_is_needed(self):
        for kind in ("STATIC", "SHARED"):
            with self.subTest(kind):
                self.edit("CMakeLists.txt", "pricing STATIC", f"pricing {kind}")
                self.configure()
                self.edges()
                self.assertEqual(self.edges(), [])
                self.assertIn("total 4.00\n", self.run_tool(self.build / "shop", "apple", "4", "pear", "2"))
                self.assertIn("RangeError: nobody sells rice", self.run_tool(self.build / "shop", "rice", "1", ok=False))
                perry, host = "Building pricing with Perry", "Linking C executable shop"
                os.utime(self.root / "src/discounts.ts")
                self.assertEqual(self.edges(), [perry])
                self.assertEqual(self.edges(), [])
                os.utime(self.root / "src/shop.c")
                self.assertNotIn(perry, self.edges())
                self.edit("src/discounts.ts", "0.25", "0.5")
                self.assertTrue({perry, host} <= set(self.edges()))
                self.assertEqual(self.edges(), [])
                self.assertIn("total 3.50\n", self.run_tool(self.build / "shop", "apple", "4", "pear", "2"))
                self.edit("src/discounts.ts", "0.5", "0.25")

    def test_ctest_and_install(self):
        text = (self.root / "CMakeLists.txt").read_text()
        text += "install(TARGETS pricing ARCHIVE DESTINATION lib LIBRARY DESTINATION lib)\n"
        for kind, file in (("STATIC", "lib/libpricing.a"), ("SHARED", "lib/libpricing.so")):
            with self.subTest(kind):
                (self.root / "CMakeLists.txt").write_text(text.replace("pricing STATIC", f"pricing {kind}"))
                self.configure("-DCMAKE_BUILD_TYPE=Release", "-DCMAKE_INSTALL_RPATH=$ORIGIN/../lib")
                self.edges()
                self.assertIn("100% tests passed", self.run_tool("ctest", "--test-dir", self.build))
                prefix = self.root / "installed"
                self.run_tool("cmake", "--install", self.build, "--prefix", prefix)
                self.assertEqual((prefix / file).read_bytes(), (self.build / file.partition("/")[2]).read_bytes())
                self.assertIn("total 4.00\n", self.run_tool(prefix / "bin/shop", "apple", "4", "pear", "2"))


class Installed(Example):
    def test_doctor(self):
        self.assertNotIn("missing", self.run_tool("perry", "doctor"))

    def test_init_and_run(self):
        self.run_tool("perry", "init", "--ide", "vscode")
        self.assertTrue(self.run_tool("perry", "run").endswith("Hello from Perry\n"))
        self.run_tool("perry", "check")


def main() -> int:
    global sdk
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--build", type=Path)
    parser.add_argument("--sdk", type=Path)
    parser.add_argument("tests", nargs="*")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="perry-sdk-") as folder:
        if options.sdk:
            sdk = options.sdk.resolve()
        else:
            sdk = Path(folder)
            subprocess.run(["cmake", "--install", options.build, "--prefix", sdk], check=True,
                           stdout=subprocess.DEVNULL)
        loader = unittest.TestLoader()
        here = sys.modules[__name__]
        suite = (loader.loadTestsFromNames(options.tests, here) if options.tests
                 else loader.loadTestsFromModule(here))
        result = unittest.TextTestRunner().run(suite)
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
