#!/usr/bin/env python3
"""Runs a command unless it has passed before on the same inputs.

    once.py --verdicts FOLDER --name NAME [--input FILE-OR-FOLDER]... -- COMMAND...

For deterministic tests that take long: the inputs name everything that decides the outcome, the
command line included. A pass is remembered with the last line that it printed, which is shown
again in its place; a failure is never remembered.
"""

import argparse
import hashlib
import subprocess
import sys
from pathlib import Path


def digest(path: Path) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def state_of(inputs: list[Path], command: list[str]) -> str:
    state = hashlib.sha256(repr(command).encode())
    for given in inputs:
        files = sorted(f for f in given.rglob("*") if f.is_file() and f.parent.name != "__pycache__") \
            if given.is_dir() else [given]
        if not files:
            raise SystemExit(f"once.py: {given} holds no file")
        for file in files:
            state.update(str(file.relative_to(given)).encode() + b"\0" + digest(file))
    return state.hexdigest()


def run(command: list[str]) -> tuple[int, str]:
    """Passes on what the command prints; also gives its last line."""
    last = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, errors="replace") as process:
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
    return process.returncode, last


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--verdicts", type=Path, required=True)
    parser.add_argument("--name", required=True)
    parser.add_argument("--input", type=Path, action="append", default=[], dest="inputs")
    parser.add_argument("command", nargs="+")
    options = parser.parse_args(arguments)
    options.verdicts.mkdir(parents=True, exist_ok=True)
    verdict = options.verdicts / options.name
    state = state_of(options.inputs, options.command)
    if verdict.exists():
        known, _, summary = verdict.read_text(encoding="utf-8").partition("\n")
        if known == state:
            print(f"nothing has changed since this passed: {summary.strip()}")
            return 0
        verdict.unlink()
    status, summary = run(options.command)
    if status == 0:
        verdict.write_text(f"{state}\n{summary}\n", encoding="utf-8")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
