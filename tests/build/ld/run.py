#!/usr/bin/env python3
"""Links small programs and looks at what comes out.

    run.py --linker build/dev/bin/perry-ld --compiler clang++ --archiver ar --abi HASH [TEST...]

Messages are compared with tests/golden/link; --update writes them.
"""

import argparse
import sys
import tempfile
import unittest
from pathlib import Path
import subprocess

import link_test
from program import Tools


def make_runtime(folder: Path, archiver: str) -> None:
    source = Path(__file__).with_name("runtime.cpp")
    Tools.compile(source, folder / "runtime.o")
    subprocess.run([archiver, "rcs", folder / "libruntime.a", folder / "runtime.o"], check=True)
    (folder / "libraries.txt").write_text("libruntime.a\n")
    Tools.runtime = folder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--linker", type=Path, required=True)
    parser.add_argument("--compiler", type=Path, required=True)
    parser.add_argument("--archiver", required=True)
    parser.add_argument("--abi", required=True)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("tests", nargs="*")
    options = parser.parse_args()
    Tools.linker, Tools.compiler = options.linker.resolve(), options.compiler
    Tools.abi = options.abi
    link_test.Messages.update = options.update
    with tempfile.TemporaryDirectory() as folder:
        make_runtime(Path(folder), options.archiver)
        loader = unittest.TestLoader()
        suite = (loader.loadTestsFromNames(options.tests) if options.tests
                 else loader.loadTestsFromModule(link_test))
        result = unittest.TextTestRunner().run(suite)
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
