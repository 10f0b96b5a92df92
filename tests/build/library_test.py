"""Libraries in programs of C and C++. Needs the real tools, and a compiler of C."""

import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from project import Built, Project, Tools

ROOT = Path(__file__).parents[2]
HERE = ROOT / "tests/build/library"
HEADER = ROOT / "runtime/api/perry.h"
SOURCES = ("alpha.ts", "beta.cjs", "shared.ts", "shared.cjs")
LIBRARIES = ("libperry_runtime.a", "-lstdc++", "-lm", "-lpthread")
STRICT = ("-Wall", "-Wextra", "-Wpedantic", "-Werror")


class LibraryTest(unittest.TestCase):
    def setUp(self) -> None:
        self.project = Project({name: (HERE / name).read_text() for name in SOURCES}, entry="alpha.ts")
        self.addCleanup(self.project.close)
        self.root = self.project.root
        include = self.root / "include/perry"
        include.mkdir(parents=True)
        (include / "perry.h").symlink_to(HEADER)

    def run_tool(self, *command, environment: dict[str, str] | None = None) -> str:
        done = subprocess.run([str(word) for word in command], cwd=self.root, text=True, check=False,
                              capture_output=True, env={**os.environ, **(environment or {})})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout

    def make_library(self, entry: str, kind: str, output: str, *options: str) -> Path:
        done = self.project.run("build", entry, "--library", kind, "-o", output, *options)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return self.root / output

    def compile_host(self, compiler: str, source: str, *words, output: str = "host") -> Path:
        runtime = [self.project.runtime / word if word == LIBRARIES[0] else word for word in words]
        self.run_tool(compiler, *STRICT, "-I", self.root / "include", "-I", ROOT, HERE / source, "-o", output,
                      *runtime)
        return self.root / output

    def symbols(self, *words) -> list[str]:
        return sorted(line.split()[-1] for line in self.run_tool("nm", "--defined-only", *words).splitlines()
                      if len(line.split()) == 3)


class Static(LibraryTest):
    def make_both(self, profile: str) -> None:
        for entry, name in (("alpha.ts", "alpha"), ("beta.cjs", "beta")):
            self.make_library(entry, "static", f"lib{name}.a", "--profile", profile)

    def test_two_libraries_in_a_program(self):
        for profile in ("dev", "release"):
            with self.subTest(profile):
                self.make_both(profile)
                host = self.compile_host("cc", "host.c", "-std=c99", "-D_POSIX_C_SOURCE=200809L", "libalpha.a",
                                         "libbeta.a", *LIBRARIES)
                self.assertEqual(self.run_tool(host), "beta says hello\nall is well\n")

    def test_under_stress(self):
        self.make_both("release")
        host = self.compile_host("cc", "host.c", "libalpha.a", "libbeta.a", *LIBRARIES)
        self.assertEqual(self.run_tool(host, environment={"PERRY_GC_STRESS": "97"}),
                         "beta says hello\nall is well\n")

    def test_hosts_that_are_linked_otherwise(self):
        self.make_both("size")
        for words in (("-no-pie",), ("-fuse-ld=lld",), ("-Wl,--gc-sections",)):
            if words[0] == "-fuse-ld=lld" and not shutil.which("ld.lld"):
                continue
            with self.subTest(words[0]):
                host = self.compile_host("cc", "host.c", "-DNO_LINES", *words, "libalpha.a", "libbeta.a", *LIBRARIES)
                self.assertEqual(self.run_tool(host), "beta says hello\nall is well\n")

    def test_nothing_else_shows(self):
        archive = self.make_library("alpha.ts", "static", "libalpha.a")
        shown = [name for name in self.symbols("--extern-only", archive) if not name.startswith("perry.atom.")]
        self.assertEqual([name for name in shown if not name.startswith("DW.ref.")], ["perry_library_alpha"])
        # What makes a linker take it is in the index.
        index = self.run_tool("nm", "--print-armap", archive).split("\n\n")[0]
        self.assertEqual(re.findall(r"^(\S+) in ", index, re.MULTILINE), ["perry_library_alpha"])

    def test_same_bytes_in_another_folder(self):
        archive = self.make_library("alpha.ts", "static", "libalpha.a", "--no-cache").read_bytes()
        elsewhere = self.project.folder / "somewhere/else"
        shutil.copytree(self.root, elsewhere, ignore=shutil.ignore_patterns(".perry", "*.a"))
        self.project.root = self.root = elsewhere
        self.assertEqual(self.make_library("alpha.ts", "static", "libalpha.a", "--no-cache").read_bytes(), archive)

    def test_what_is_built_again(self):
        self.project.options = ("--library", "static", "-o", "alpha")
        self.assertEqual(self.project.configure().returncode, 0)
        first = self.project.ninja()
        self.assertEqual((first.compiles, first.links), (["alpha.ts", "shared.ts"], ["libalpha.a"]), first.text)
        for name in SOURCES:
            os.utime(self.root / name)
        self.assertEqual(self.built(self.project.ninja()), ([], []))
        self.project.edit("shared.ts", "value: 0", "value: 5")
        self.assertEqual(self.built(self.project.ninja()), (["shared.ts"], ["libalpha.a"]))
        # What perry-ld finds to be the same, it leaves alone.
        before = (self.project.build / "libalpha.a").stat()
        os.utime(self.project.build / "tools/runtime/libraries.txt")
        self.project.ninja()
        self.assertEqual((self.project.build / "libalpha.a").stat().st_mtime_ns, before.st_mtime_ns)
        (self.project.build / "libalpha.a").unlink()
        self.assertEqual(self.built(self.project.ninja()), ([], ["libalpha.a"]))

    @staticmethod
    def built(built: Built) -> tuple[list[str], list[str]]:
        return built.compiles, built.links

    def test_names_that_no_host_could_write(self):
        done = self.project.run("build", "alpha.ts", "--library", "static", "-o", "libmy-lib.a")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("`my-lib` cannot be the name of a library", done.stderr)

    def test_another_runtime_is_refused(self):
        self.make_library("alpha.ts", "static", "libalpha.a")
        folder = next((self.root / ".perry").glob("*static"))
        text = (folder / "build.ninja").read_text()
        for name in re.findall(r"^build (obj/\S+): cc", text, re.MULTILINE):
            path = folder / name
            path.write_bytes(re.sub(rb"perry_abi_[0-9a-f]{16}", b"perry_abi_0123456789abcdef", path.read_bytes()))
        done = self.project.run("build", "alpha.ts", "--library", "static", "-o", "libalpha.a")
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("was compiled for another runtime", done.stdout + done.stderr)


class Shared(LibraryTest):
    def make_both(self, *options: str) -> None:
        for entry, name in (("alpha.ts", "alpha"), ("beta.cjs", "beta")):
            self.make_library(entry, "shared", f"lib{name}.so", *options)

    def test_linked_and_loaded(self):
        for profile in ("dev", "release"):
            with self.subTest(profile):
                self.make_both("--profile", profile)
                host = self.compile_host("c++", "host.cpp", "-std=c++17", "libalpha.so", "-Wl,-rpath,$ORIGIN", "-ldl")
                for environment in ({}, {"PERRY_GC_STRESS": "97"}):
                    said = self.run_tool(host, self.root / "libbeta.so", environment=environment)
                    self.assertEqual(said, "beta says hello\nall is well\n")

    def test_what_it_shows(self):
        library = self.make_library("alpha.ts", "shared", "libalpha.so")
        declared = set(re.findall(r"\b(perry_\w+)\(", re.sub(r"/\*.*?\*/", "", HEADER.read_text(), flags=re.DOTALL)))
        shown = set(self.symbols("--dynamic", library))
        self.assertEqual(shown, declared | {"perry_library_alpha"})
        self.assertIn("[libalpha.so]", self.run_tool("readelf", "--dynamic", library))
