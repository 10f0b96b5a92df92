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
        raise SystemExit("format.py: clang-format-19 is not installed; run scripts/setup")

    tree = Tree.of_this_repository()
    files = options.paths or [f.path for f in tree.files if f.suffix in (".h", ".cpp")]

    def formatted(path: str) -> str:
        done = subprocess.run([program, path], cwd=tree.root, capture_output=True, check=True)
        return done.stdout.decode("utf-8")

    differing = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, new in zip(files, pool.map(formatted, files)):
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
