#!/usr/bin/env python3
"""L04: a module of 9 MB compiles at `dev`, in memory that has a bound.

    large_module.py --perry-cc PATH --packages FOLDER
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

MOST_GIGABYTES = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--perry-cc", required=True)
    parser.add_argument("--packages", type=Path, required=True)
    options = parser.parse_args()
    source = options.packages / "node_modules/typescript/lib/typescript.js"
    with tempfile.TemporaryDirectory() as folder:
        compiler = subprocess.Popen([options.perry_cc, "compile", source, "--goal", "commonjs", "--profile", "dev",
                                     "-o", Path(folder, "out.o")])
        _, status, usage = os.wait4(compiler.pid, 0)
    gigabytes = usage.ru_maxrss / 2**20
    seconds = usage.ru_utime + usage.ru_stime
    print(f"{source.stat().st_size / 2**20:.1f} MiB of source, peak {gigabytes:.2f} GiB, {seconds:.1f} s")
    if status != 0:
        sys.exit(f"it does not compile: status {status}")
    if gigabytes > MOST_GIGABYTES:
        sys.exit(f"that is more than {MOST_GIGABYTES} GiB")


if __name__ == "__main__":
    main()
