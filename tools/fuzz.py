#!/usr/bin/env python3
"""Runs a fuzzer over its committed corpus, tests/fuzz/corpus/<name>.

New inputs go to a folder that is thrown away, so that a run changes nothing that git sees; with
`--merge` those that reach new code are added to the corpus, which is then reduced to what is needed.
A crashing input is left in build/fuzz/crashes, and the command that replays it is printed.

With `--verdicts` a run that found nothing is remembered by the program's bytes and its inputs: the
next one of the same only replays the inputs.
"""

import argparse
import hashlib
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GOLDEN_MARKER = b"\n// --- "
LONGEST_KEPT = 512  # bytes of an input
MOST_KEPT = 300


def copy_seeds(folders: list[Path], into: Path) -> Path:
    """What golden files begin with: their input, without what is expected of it."""
    into.mkdir()
    for folder in folders:
        files = [file for file in sorted(folder.iterdir()) if file.is_file()]
        if not files:
            raise SystemExit(f"fuzz.py: {folder} holds no seeds")
        for file in files:
            head = (b"\n" + file.read_bytes()).partition(GOLDEN_MARKER)[0][1:]
            (into / file.name).write_bytes(head + b"\n")
    return into


def state_of(options: argparse.Namespace, folders: list[Path]) -> str:
    """Names everything that decides how a run goes, but for its time and luck."""
    state = hashlib.sha256(options.fuzzer.read_bytes())
    state.update(repr((options.seconds, options.timeout, options.max_len)).encode())
    files = [options.dict] if options.dict else []
    for folder in folders:
        files += sorted(folder.iterdir())
    for file in files:
        state.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return f"{options.name}-{state.hexdigest()}"


def fuzz(options: argparse.Namespace, folders: list[Path], crashes: Path, limit: str) -> int:
    command = [options.fuzzer, limit, f"-timeout={options.timeout}",
               f"-artifact_prefix={crashes}/{options.name}-", "-rss_limit_mb=4096",
               "-print_final_stats=1"]
    if options.dict:
        command.append(f"-dict={options.dict}")
    if options.max_len:
        command.append(f"-max_len={options.max_len}")
    before = set(crashes.iterdir())
    done = subprocess.run([*command, *folders], check=False)
    for artifact in sorted(set(crashes.iterdir()) - before):
        print(f"replay with: {options.fuzzer} {artifact}")
    return done.returncode


def merge(options: argparse.Namespace, corpus: Path, folders: list[Path]) -> int:
    """Replaces the corpus by a small set that covers what it and the new inputs cover, as far as
    that has room: inputs are few bytes long, and a corpus is no archive."""
    with tempfile.TemporaryDirectory(prefix="perry-fuzz-") as folder:
        status = subprocess.run([options.fuzzer, "-set_cover_merge=1", f"-max_len={LONGEST_KEPT}",
                                 folder, corpus, *folders], check=False).returncode
        if status != 0:
            return status
        found = sorted(Path(folder).iterdir(), key=lambda file: (-file.stat().st_size, file.name))
        step = max(1, -(-len(found) // MOST_KEPT))
        shutil.rmtree(corpus)
        corpus.mkdir()
        for file in found[::step]:
            shutil.copy(file, corpus)
    return 0


def run(options: argparse.Namespace, corpus: Path, crashes: Path, scratch: Path) -> int:
    seeds = copy_seeds(options.seeds, scratch / "seeds")
    found = scratch / "found"
    found.mkdir()
    verdict = None
    if options.verdicts:
        options.verdicts.mkdir(parents=True, exist_ok=True)
        verdict = options.verdicts / state_of(options, [corpus, seeds])
        if verdict.exists():
            print("nothing has changed since a run that found nothing: replaying the inputs")
            return fuzz(options, [corpus, seeds], crashes, "-runs=0")
    status = fuzz(options, [found, corpus, seeds, *options.found], crashes, f"-max_total_time={options.seconds}")
    if status == 0 and verdict:
        for old in options.verdicts.glob(f"{options.name}-*"):
            old.unlink()
        verdict.touch()
    if status == 0 and options.merge:
        status = merge(options, corpus, [found, seeds, *options.found])
    return status


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("name", help="as given to perry_fuzzer()")
    parser.add_argument("--fuzzer", type=Path, help="default: build/fuzz/bin/fuzz_<name>")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--timeout", type=int, default=1, help="seconds for one input")
    parser.add_argument("--dict", type=Path)
    parser.add_argument("--max-len", type=int)
    parser.add_argument("--seeds", type=Path, action="append", default=[],
                        help="a folder of golden files whose inputs are seeds")
    parser.add_argument("--found", type=Path, action="append", default=[],
                        help="a folder of inputs that an earlier run found")
    parser.add_argument("--verdicts", type=Path, help="a folder of runs that found nothing")
    parser.add_argument("--merge", action="store_true", help="keep what reaches new code")
    options = parser.parse_args()
    options.fuzzer = (options.fuzzer or ROOT / f"build/fuzz/bin/fuzz_{options.name}").resolve()
    corpus = ROOT / "tests/fuzz/corpus" / options.name
    crashes = ROOT / "build/fuzz/crashes"
    if not options.fuzzer.exists():
        raise SystemExit(f"fuzz.py: {options.fuzzer} does not exist; build the preset `fuzz`")
    corpus.mkdir(parents=True, exist_ok=True)
    crashes.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="perry-fuzz-") as scratch:
        return run(options, corpus, crashes, Path(scratch))


if __name__ == "__main__":
    sys.exit(main())
