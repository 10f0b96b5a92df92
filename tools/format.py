#!/usr/bin/env python3
"""Checks that the C++ sources have the layout of .clang-format; `--fix` gives it to them."""

import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys

from checks.tree import Tree

BATCH = 16


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
    mode = ["-i"] if options.fix else ["--dry-run", "-Werror"]
    batches = [files[i:i + BATCH] for i in range(0, len(files), BATCH)]

    def run(batch: list[str]) -> int:
        return subprocess.run([program, *mode, *batch], cwd=tree.root, check=False).returncode

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = any(list(pool.map(run, batches)))
    print(f"{len(files)} files: " + ("layout differs; run tools/format.py --fix" if failed else "ok"))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
