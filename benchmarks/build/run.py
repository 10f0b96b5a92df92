#!/usr/bin/env python3
"""How long builds take, beside bare Ninja, Go and Rust doing the equal program in the same run.

    run.py --perry build/sdk/bin/perry [--only noop scan edit memory] [--repeats 11] [--quick]

Prints medians with their spread, and ratios. Every state is measured in turn, one repetition of each
after the other, so that a busy moment meets all of them.

noop    nothing to do, 3,000 modules: `ninja` in Perry's build folder against Ninja on as many nodes
scan    perry-scan after an edit of one file of 3,000 modules: CPU time
edit    300 modules with 100,000 lines to the executable, beside Go and Rust: from nothing, with nothing to do, after
        a small change (one module) and a medium one (every tenth); each state apart (K10, K11, R11, R12)
memory  peak memory of a scan of 10,000 modules (G15)
"""

import argparse
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import generate

LINES = 100_000


class Spent:
    """What a command took: wall and CPU time in milliseconds, and peak memory in MB."""

    def __init__(self, command: list, folder: Path):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        process = subprocess.Popen([str(word) for word in command], cwd=folder, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT, text=True)
        text, _ = process.communicate()
        self.wall = (time.perf_counter() - start) * 1000
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        self.cpu = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
        if process.returncode != 0:
            sys.exit(f"{command} failed:\n{text[-3000:]}")


def peak_memory(command: list, folder: Path) -> float:
    """Of that process alone, in MB."""
    process = subprocess.Popen([str(word) for word in command], cwd=folder, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return usage.ru_maxrss / 1024


def show(name: str, values: list[float], unit: str = "ms") -> float:
    median = statistics.median(values)
    print(f"  {name:32} {median:9.1f} {unit}   ({min(values):.1f} to {max(values):.1f}, {len(values)} runs)", flush=True)
    return median


class Edit:
    """Changes one constant in the body of a function of each file, each time to another one."""

    def __init__(self, *paths: Path):
        self.texts = {path: path.read_text() for path in paths}
        self.number = 0

    def __call__(self) -> None:
        self.number += 1
        for path, text in self.texts.items():
            path.write_text(re.sub(r"(sum :?= )(\d+)", rf"\g<1>{1000 + self.number}", text, count=1))


class Bench:
    def __init__(self, options: argparse.Namespace, folder: Path):
        self.perry = options.perry.resolve()
        self.repeats = options.repeats
        self.folder = folder
        self.small = options.quick

    def project(self, name: str, count: int, functions: int, *options: str) -> Path:
        root = self.folder / name
        if not root.exists():
            generate.write_typescript(root, count, functions)
            Spent([self.perry, "configure", "src/main.ts", *options], root)
        return root

    def many(self, count: int) -> Path:
        """What is measured there is Ninja and the scan; a compiler would only take minutes first."""
        stub = self.folder / "stub"
        stub.write_text('#!/bin/sh\nwhile [ "$1" != -o ]; do shift; done\n'
                        # What the cache gets: a result without diagnostics, of an empty object.
                        "[ \"$2\" = - ] && printf 'PCRS\\001\\001\\000\\000' && exit\n"
                        ': >"$2"\n')
        stub.chmod(0o755)
        return self.project("many", count, 4, "--compile-tool", str(stub), "--link-tool", str(stub))

    def settle(self, root: Path) -> None:
        """Files as young as a scan are not trusted by their times; these are no longer."""
        old = time.time() - 3600
        for path in (root / "src").iterdir():
            os.utime(path, (old, old))
        Spent([root / "build/tools/perry-scan"], root / "build")

    def noop(self) -> None:
        count = 300 if self.small else 3000
        print(f"nothing to do, {count} modules")
        root = self.many(count)
        Spent(["ninja"], root / "build")
        bare = self.folder / "bare"
        generate.write_ninja(bare, count)
        Spent(["ninja"], bare)
        ours, theirs = [], []
        for _ in range(self.repeats):
            ours.append(Spent(["ninja"], root / "build").wall)
            theirs.append(Spent(["ninja"], bare).wall)
        print(f"  ratio {show('Perry', ours) / show('bare Ninja', theirs):.2f}")

    def scan(self) -> None:
        count = 300 if self.small else 3000
        print(f"the scan after an edit of one of {count} modules")
        root = self.many(count)
        self.settle(root)
        edit = Edit(root / f"src/m{count // 2}.ts")
        scan = [root / "build/tools/perry-scan"]
        cpu, wall = [], []
        for _ in range(self.repeats):
            edit()
            spent = Spent(scan, root / "build")
            cpu.append(spent.cpu)
            wall.append(spent.wall)
        show("CPU time", cpu)
        show("wall time", wall)

    def edit(self) -> None:
        count = 30 if self.small else 300
        functions = LINES // 300 // (generate.BODY_LINES + 1)
        print(f"{count} modules, {count * functions * 8} lines, to the executable")
        builds = {"Perry": (self.project("large", count, functions), ["ninja", "-C", "build"], "src/m{}.ts")}
        if shutil.which("go"):
            generate.write_go(self.folder / "go", count, functions)
            builds["go build"] = (self.folder / "go", ["go", "build", "-o", "app", "."], "m{}/m.go")
        if shutil.which("cargo"):
            generate.write_rust(self.folder / "rust", count, functions)
            builds["cargo build"] = (self.folder / "rust", ["cargo", "build", "--offline", "-q"], "src/m{}.rs")
        states = {}
        for name, (root, command, path) in builds.items():
            print(f"  {name}, from nothing: {Spent(command, root).wall:.0f} ms", flush=True)
            tenth = [root / path.format(i) for i in range(5, count, 10)]
            states[name] = {"nothing": Edit(), "one module": Edit(root / path.format(count // 2)),
                            f"{len(tenth)} modules": Edit(*tenth)}
        for state in states["Perry"]:
            print(f"  {state} changed")
            taken = {name: [] for name in builds}
            for _ in range(self.repeats):
                for name, (root, command, _) in builds.items():
                    states[name][state]()
                    taken[name].append(Spent(command, root).wall)
            medians = {name: show(name, values) for name, values in taken.items()}
            for name in builds:
                if name != "Perry":
                    print(f"    {name} takes {medians[name] / medians['Perry']:.1f} times as long")

    def memory(self) -> None:
        count = 1000 if self.small else 10_000
        print(f"peak memory of a scan of {count} modules")
        root = self.folder / "most"
        generate.write_typescript(root, count, 4)
        Spent([self.perry, "configure", "src/main.ts"], root)
        (root / "build/scan.db").unlink()
        scan = [root / "build/tools/perry-scan"]
        print(f"  everything read:    {peak_memory(scan, root / 'build'):.0f} MB")
        print(f"  with its database:  {peak_memory(scan, root / 'build'):.0f} MB")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--perry", type=Path, required=True)
    parser.add_argument("--only", nargs="+", choices=("noop", "scan", "edit", "memory"),
                        default=["noop", "scan", "edit", "memory"])
    parser.add_argument("--repeats", type=int, default=11)
    parser.add_argument("--quick", action="store_true", help="a tenth of the size, to try it out")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="perry-bench-") as folder:
        bench = Bench(options, Path(folder))
        for name in options.only:
            getattr(bench, name)()


if __name__ == "__main__":
    main()
