#!/usr/bin/env python3
"""Lists the symbols of archives that begin in a given way, for the linker's --symbol-ordering-file."""

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--nm", required=True)
    parser.add_argument("--prefix", action="append", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("archives", nargs="+")
    options = parser.parse_args()

    run = subprocess.run([options.nm, "--defined-only", "--format=just-symbols", *options.archives],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"symbol_order.py: {options.nm} failed:\n{run.stderr[-2000:]}")
    prefixes = tuple(options.prefix)
    found = {line for line in run.stdout.splitlines() if line.startswith(prefixes)}
    options.output.write_text("".join(f"{symbol}\n" for symbol in sorted(found)))


if __name__ == "__main__":
    main()
