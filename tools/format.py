#!/usr/bin/env python3
"""Checks that the C++ sources have the layout of .clang-format; `--fix` gives it to them."""

import argparse
import concurrent.futures
import itertools
import os
import shutil
import subprocess
import sys

from checks.tree import Tree

# Most files are as they should be. Starting clang-format takes longer than reading one.
AT_ONCE = 50


def first_difference(old: str, new: str) -> int:
    pairs = itertools.zip_longest(old.split("\n"), new.split("\n"))
    return next(number for number, (a, b) in enumerate(pairs, 1) if a != b)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fix", action="store_true")
    parser.add_argument("paths", nargs="*", help="default: every tracked file")
    options = parser.parse_args()
    program = shutil.which("clang-format-19")
    if not program:
        raise SystemExit("format.py: clang-format-19 is not installed; run scripts/setup --tests")

    tree = Tree.of_this_repository()
    files = options.paths or [f.path for f in tree.files if f.suffix in (".h", ".cpp")]

    batches = [files[n:n + AT_ONCE] for n in range(0, len(files), AT_ONCE)]

    def run(*words: str) -> subprocess.CompletedProcess:
        return subprocess.run([program, *words], cwd=tree.root, capture_output=True, check=False)

    def suspects(paths: list[str]) -> list[str]:
        return paths if run("--dry-run", "-Werror", *paths).returncode else []

    def formatted(path: str) -> str:
        done = run(path)
        done.check_returncode()
        return done.stdout.decode("utf-8")

    differing = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        doubtful = [path for suspected in pool.map(suspects, batches) for path in suspected]
        for path, new in zip(doubtful, pool.map(formatted, doubtful)):
            file = tree.root / path
            old = file.read_text(encoding="utf-8")
            if new == old:
                continue
            if options.fix:
                file.write_text(new, encoding="utf-8")
                print(f"fixed {path}")
            else:
                differing += 1
                print(f"{path}:{first_difference(old, new)}: layout differs from here on")
    print(f"{len(files)} files, {differing} to fix with tools/format.py --fix")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
