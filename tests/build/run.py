#!/usr/bin/env python3
"""Drives builds through real Ninja and checks exactly which edges run.

    run.py --perry build/dev/bin/perry [--compile-tool perry-cc --link-tool perry-ld] [TEST...]
"""

import argparse
import sys
import unittest
from pathlib import Path

import cache_test
import commands_test
import debug_test
import incremental_test
import library_test
import program_test
import remote_test
import replay_test
import robustness_test
from project import Tools


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--perry", type=Path, required=True)
    parser.add_argument("--compile-tool", type=Path, help="default: a stand-in")
    parser.add_argument("--link-tool", type=Path, help="default: a stand-in")
    parser.add_argument("--runtime", type=Path, help="the folder of libperry_runtime.a")
    parser.add_argument("--kill-rounds", type=int, default=Tools.kill_rounds,
                        help="how often a build is killed at a random moment")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("tests", nargs="*", help="names such as incremental_test.Edits.test_body")
    options = parser.parse_args()
    Tools.kill_rounds = options.kill_rounds
    Tools.perry = options.perry.resolve()
    if options.compile_tool:
        Tools.compile = options.compile_tool.resolve()
    if options.link_tool:
        Tools.link = options.link_tool.resolve()
    if options.runtime:
        Tools.runtime = options.runtime.resolve()
    has_real_tools = options.compile_tool and options.link_tool and options.runtime
    loader = unittest.TestLoader()
    if options.tests:
        suite = loader.loadTestsFromNames(options.tests)
    else:
        if has_real_tools:
            # The others fail on purpose, replace tools, or are about the scan alone.
            wanted = [getattr(incremental_test, name) for name in
                      ("Nothing", "Edits", "Invisible", "Graph", "Ninja")]
            suite = unittest.TestSuite(map(loader.loadTestsFromTestCase, wanted))
            for module in (program_test, debug_test, library_test):
                suite.addTests(loader.loadTestsFromModule(module))
        else:
            suite = unittest.TestSuite(map(loader.loadTestsFromModule,
                                           (commands_test, incremental_test, replay_test,
                                            robustness_test, cache_test, remote_test)))
    result = unittest.TextTestRunner(verbosity=2 if options.list else 1).run(suite)
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
