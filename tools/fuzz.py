#!/usr/bin/env python3
"""Runs a fuzzer over its committed corpus, tests/fuzz/corpus/<name>.

New inputs go to a folder that is thrown away, so that a run changes nothing that git sees; with
`--merge` those that reach new code are added to the corpus, which is then reduced to what is needed.
A crashing input is left in build/fuzz/crashes, and the command that replays it is printed.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def fuzz(options: argparse.Namespace, corpus: Path, found: Path, crashes: Path) -> int:
    command = [options.fuzzer, f"-max_total_time={options.seconds}", f"-timeout={options.timeout}",
               f"-artifact_prefix={crashes}/{options.name}-", "-rss_limit_mb=4096",
               "-print_final_stats=1"]
    if options.dict:
        command.append(f"-dict={options.dict}")
    if options.max_len:
        command.append(f"-max_len={options.max_len}")
    before = set(crashes.iterdir())
    done = subprocess.run([*command, found, corpus], check=False)
    for artifact in sorted(set(crashes.iterdir()) - before):
        print(f"replay with: {options.fuzzer} {artifact}")
    return done.returncode


def merge(options: argparse.Namespace, corpus: Path, found: Path) -> int:
    """Replaces the corpus by a smallest set that covers what it and the new inputs cover."""
    with tempfile.TemporaryDirectory(prefix="perry-fuzz-") as folder:
        status = subprocess.run([options.fuzzer, "-merge=1", folder, corpus, found],
                                check=False).returncode
        if status == 0:
            shutil.rmtree(corpus)
            shutil.copytree(folder, corpus)
    return status


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("name", help="as given to perry_fuzzer()")
    parser.add_argument("--fuzzer", type=Path, help="default: build/fuzz/bin/fuzz_<name>")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--timeout", type=int, default=1, help="seconds for one input")
    parser.add_argument("--dict", type=Path)
    parser.add_argument("--max-len", type=int)
    parser.add_argument("--merge", action="store_true", help="keep what reaches new code")
    options = parser.parse_args()
    options.fuzzer = (options.fuzzer or ROOT / f"build/fuzz/bin/fuzz_{options.name}").resolve()
    corpus = ROOT / "tests/fuzz/corpus" / options.name
    crashes = ROOT / "build/fuzz/crashes"
    if not options.fuzzer.exists():
        raise SystemExit(f"fuzz.py: {options.fuzzer} does not exist; build the preset `fuzz`")
    corpus.mkdir(parents=True, exist_ok=True)
    crashes.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="perry-fuzz-") as found:
        status = fuzz(options, corpus, Path(found), crashes)
        if status == 0 and options.merge:
            status = merge(options, corpus, Path(found))
    return status


if __name__ == "__main__":
    sys.exit(main())
