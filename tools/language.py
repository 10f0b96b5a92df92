#!/usr/bin/env python3
"""Compiles the programs of tests/language, runs them, and compares what they print with Node.

Every `.js`, `.mjs`, `.cjs` and `.ts` file there is a program, but for those below a folder `lib`, which
programs import. Beside it stands what Node printed, `<file>.out`; a last line `exit: N` tells of an exit code
other than zero. `--update` asks Node again: TypeScript needs one that knows it (`--node`).

One project is made of all programs, so one scan and one run of Ninja build them.

Programs for another machine run in an emulator. Of the preset `arm64`:

    tools/language.py --bin build/release/bin --triple aarch64-unknown-linux-gnu
                      --runtime build/arm64/lib/perry/aarch64-unknown-linux-gnu
                      --under "qemu-aarch64 -L /usr/aarch64-linux-gnu"
"""

import argparse
import concurrent.futures
import difflib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "tests/language"
EXTENSIONS = {".js", ".mjs", ".cjs", ".ts"}
PROFILES = ("dev", "release", "size")
TIMEOUT_SECONDS = 60
CPUS = {"x86_64-unknown-linux-gnu": "x86-64-v2", "aarch64-unknown-linux-gnu": "generic"}


def programs_in(paths: list[Path]) -> list[Path]:
    found = set()
    for path in paths:
        files = path.rglob("*") if path.is_dir() else [path]
        found |= {f for f in files if f.suffix in EXTENSIONS and "lib" not in f.relative_to(FOLDER).parts[:-1]}
    return sorted(found)


def expectation_of(program: Path) -> Path:
    return program.with_name(program.name + ".out")


def transcript(command: list[str], folder: Path) -> str:
    try:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=TIMEOUT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "exit: it did not end\n"
    text = done.stdout.decode(errors="replace")
    if text and not text.endswith("\n"):
        text += "\n"
    if done.returncode < 0:
        text += f"exit: signal {-done.returncode}\n" + done.stderr.decode(errors="replace")[-2000:]
    elif done.returncode != 0:
        text += f"exit: {done.returncode}\n"
    return text


def update(programs: list[Path], node: str) -> int:
    for program in programs:
        flags = ["--experimental-transform-types", "--no-warnings"] if program.suffix == ".ts" else []
        text = transcript([node, *flags, str(program)], program.parent)
        if expectation_of(program).exists() and expectation_of(program).read_text() == text:
            continue
        expectation_of(program).write_text(text)
        print(f"recorded {program.relative_to(ROOT)}")
    return 0


class Build:
    """The programs at one profile, in a folder below the project's root: that is how they find their sources."""

    def __init__(self, root: Path, options: argparse.Namespace, programs: list[Path], profile: str):
        bin_folder = options.bin.resolve()
        self.under = shlex.split(options.under)
        self.folder = root / "build" / profile
        self.programs = {program: f"out/{index}" for index, program in enumerate(programs)}
        (self.folder / "tools").mkdir(parents=True)
        (self.folder / "out").mkdir()
        for tool in ("perry-scan", "perry-cc", "perry-ld", "perry-cache"):
            (self.folder / "tools" / tool).symlink_to(bin_folder / tool)
        (self.folder / "tools/runtime").symlink_to((options.runtime or bin_folder.parent / "lib/perry").resolve())
        config = {
            "root": os.path.relpath(root, self.folder),
            "profile": profile,
            "triple": options.triple,
            "cpu": CPUS[options.triple],
            "conditions": [],
            "programs": [{"entry": os.path.relpath(root / program.relative_to(FOLDER), self.folder),
                          "name": name} for program, name in self.programs.items()],
        }
        (self.folder / "perry.json").write_text(json.dumps(config, indent=1) + "\n")

    def run(self, jobs: int) -> str:
        scan = subprocess.run(["tools/perry-scan", "--config", "perry.json"], cwd=self.folder,
                              capture_output=True, text=True, check=False)
        if scan.returncode != 0 or not (self.folder / "build.ninja").exists():
            return scan.stdout + scan.stderr
        ninja = subprocess.run(["ninja", "-k", "0", "-j", str(jobs)], cwd=self.folder,
                               capture_output=True, text=True, check=False)
        return ninja.stdout if ninja.returncode != 0 else ""

    def result(self, program: Path) -> str:
        executable = self.folder / self.programs[program]
        if not executable.exists():
            return "it was not built\n"
        return transcript([*self.under, str(executable)], program.parent)


def test(options: argparse.Namespace, programs: list[Path]) -> int:
    temporary = Path(tempfile.mkdtemp(prefix="perry-language-"))
    root = temporary / "language"
    failed = 0
    try:
        shutil.copytree(FOLDER, root, ignore=shutil.ignore_patterns("*.out"))
        for profile in options.profile:
            build = Build(root, options, programs, profile)
            messages = build.run(options.jobs)
            if messages:
                print(messages)
            with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
                results = list(pool.map(build.result, programs))
            for program, result in zip(programs, results):
                if not expectation_of(program).exists():
                    print(f"{program.relative_to(ROOT)}: nothing is recorded of Node; run with --update")
                    failed += 1
                    continue
                expected = expectation_of(program).read_text()
                if result == expected:
                    continue
                failed += 1
                print(f"FAILED {program.relative_to(ROOT)} ({profile})")
                lines = difflib.unified_diff(expected.splitlines(), result.splitlines(), "node",
                                             "perry", lineterm="")
                print("\n".join(list(lines)[:options.lines]))
            print(f"{profile}: {len(programs)} programs")
    finally:
        if options.keep:
            print(f"kept {temporary}")
        else:
            shutil.rmtree(temporary, ignore_errors=True)
    print(f"{len(programs) * len(options.profile) - failed} passed, {failed} failed")
    return 1 if failed or not programs else 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, help="programs or folders of them (default: all)")
    parser.add_argument("--bin", type=Path, help="the folder of perry-scan, perry-cc and perry-ld")
    parser.add_argument("--runtime", type=Path, help="the folder of the runtime (default: beside --bin)")
    parser.add_argument("--triple", choices=CPUS, default="x86_64-unknown-linux-gnu", help="what the programs run on")
    parser.add_argument("--under", default="", metavar="COMMAND", help="what runs them there")
    parser.add_argument("--profile", action="append", choices=PROFILES, help="default: dev and release")
    parser.add_argument("--jobs", "-j", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--lines", type=int, default=40, help="of each difference")
    parser.add_argument("--keep", action="store_true", help="the folder of the build")
    parser.add_argument("--update", action="store_true", help="record what Node prints")
    parser.add_argument("--node", default="node")
    options = parser.parse_args()
    options.profile = options.profile or ["dev", "release"]
    programs = programs_in([path.resolve() for path in options.paths] or [FOLDER])
    if options.update:
        return update(programs, options.node)
    if not options.bin:
        parser.error("--bin is needed")
    return test(options, programs)


if __name__ == "__main__":
    sys.exit(main())
