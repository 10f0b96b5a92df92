#!/usr/bin/env python3
"""Runs the test262 runner over test262_own, tests in the format of test262 that are here to fail in
every way there is, or to pass, and compares what it says.

    test262_own.py --bin BUILD/bin
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXPECTED = {
    "fail-accepted.js": ("sloppy", "accepted"),
    "fail-async-silent.js": ("sloppy", "async"),
    "fail-async.js": ("sloppy", "async"),
    "fail-crash.js": ("sloppy", "crash"),
    "fail-no-error.js": ("sloppy", "accepted"),
    "fail-other-error.js": ("sloppy", "threw"),
    "fail-rejected.js": ("sloppy", "rejected"),
    "fail-resolved.js": ("module", "accepted"),
    "fail-threw.js": ("strict", "threw"),
    "fail-timeout.js": ("sloppy", "timeout"),
    "fail-unresolved.js": ("module", "scan"),
}


def run(options: argparse.Namespace, folder: Path, *more: str) -> tuple[int, dict, str]:
    out = folder / "out.json"
    done = subprocess.run([str(HERE / "test262"), "--dir", str(HERE / "test262_own"), "--bin", str(options.bin),
                           "--json", str(out), "--jobs", "1", "--seconds", "1", "--megabytes", "64", *more],
                          capture_output=True, text=True, check=False)
    if not out.exists():
        sys.exit(done.stdout + done.stderr)
    return done.returncode, json.loads(out.read_text()), done.stdout + done.stderr


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", type=Path, required=True)
    options = parser.parse_args()
    problems = []

    def expect(condition: bool, what: str) -> None:
        if not condition:
            problems.append(what)

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = sorted(path.name for path in (HERE / "test262_own/test/language").glob("*.js"))
        tests = [file for file in files if "_FIXTURE" not in file]
        code, report, text = run(options, folder)
        found = {failure["name"].removeprefix("language/"): (failure["mode"], failure["cause"])
                 for failure in report["failures"]}
        for test in tests:
            expect(found.get(test) == EXPECTED.get(test),
                   f"{test}: {found.get(test)} instead of {EXPECTED.get(test)}")
        expect(report["total"] == len(tests), "every test counts")
        expect(report["passed"] == len(tests) - len(found), "what did not fail passed")
        expect(code == 1, "failures fail the run")

        known = folder / "known.txt"
        names = [f"language/{test}" for test in EXPECTED]
        known.write_text("# all of them\n" + "\n".join(names) + "\n")
        quick = ["--exclude", "language/fail-timeout.js", "--exclude", "language/fail-crash.js",
                 "--known", str(known)]
        code, _, text = run(options, folder, *quick)
        expect(code == 0, f"known failures are none: {text}")
        known.write_text("\n".join(["# all but one", *names[1:], "# a cause", "language/pass.js",
                                    "# another", "language/gone.js"]) + "\n")
        code, _, text = run(options, folder, *quick)
        expect(code == 1 and f"FAIL {names[0]}" in text and "PASSES language/pass.js" in text
               and "GONE language/gone.js" in text,
               f"neither a new failure nor a new pass goes unnoticed: {text}")
        run(options, folder, *quick, "--update")
        expect(known.read_text() == "\n".join(["# all but one", *names[1:]]) + "\n",
               "--update takes off what passes or is gone, and adds nothing")
    print("\n".join(problems) or f"{len(tests)} tests gave the verdicts that they should")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
