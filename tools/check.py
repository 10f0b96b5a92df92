#!/usr/bin/env python3
"""Proves what the sources promise: layers, hygiene, and tables that are used and tested."""

import argparse
import sys
from pathlib import Path

from checks import diagnostics, hygiene, layers, sizes
from checks.tree import Tree

CHECKS = {"layers": layers.check, "hygiene": hygiene.check, "diagnostics": diagnostics.check}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, help="default: this repository")
    parser.add_argument("checks", nargs="*", metavar="check",
                        help="default: all of " + ", ".join(CHECKS))
    options = parser.parse_args()
    if unknown := set(options.checks) - set(CHECKS):
        parser.error(f"unknown check: {', '.join(sorted(unknown))}")
    tree = Tree.of(options.root.resolve()) if options.root else Tree.of_this_repository()

    failed = 0
    for name in options.checks or CHECKS:
        problems = CHECKS[name](tree)
        for problem in problems:
            print(problem)
        print(f"{name}: " + (f"{len(problems)} problems" if problems else "ok"))
        failed += len(problems)
    for line in sizes.report(tree):
        print(line)
    if not tree.files:
        print("check.py: no files found")
    return 1 if failed or not tree.files else 0


if __name__ == "__main__":
    sys.exit(main())
