#!/usr/bin/env python3
"""How many lines a second perry-cc compiles to objects, over files of popular packages.

    run.py --perry-cc build/release/bin/perry-cc [--perry-cc OTHER ...] --packages FOLDER
           [--step 20] [--runs 3] [--profile dev] [--filter TEXT]

FOLDER is where tests/conformance/install.mjs installed the packages. Every --step-th JavaScript and TypeScript file of
each, and its largest, is compiled in a process of its own. Files of long lines (bundles without spaces, data) are left out, since
lines say nothing of them; so are those that do not compile, which are counted.

Counted is processor time, on one core, by the size of files. A process takes some before it sees its file: what an
empty module takes is shown, and the speed with and without it. Several compilers take turns, file after file.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[2] / "tests/conformance/lib/corpus.mjs"
LIST = """
const { filesOf, sample, JAVASCRIPT_PACKAGES, TYPESCRIPT_PACKAGES } = await import(process.argv[1]);
const [root, step] = process.argv.slice(2);
const files = [...filesOf(root, JAVASCRIPT_PACKAGES, /\\.[mc]?js$/),
               ...filesOf(root, TYPESCRIPT_PACKAGES, /(?<!\\.d)\\.([mc]ts|tsx?)$/)];
console.log(JSON.stringify(sample(files, Number(step)).map((file) => file.path)));
"""
LONGEST_MEAN_LINE = 200
SIZES = [("up to 1,000", 0, 1000), ("to 10,000", 1001, 10_000), ("more", 10_001, sys.maxsize), ("all", 0, sys.maxsize)]
EMPTY_RUNS = 41


@dataclass
class Measured:
    lines: int
    milliseconds: dict[Path, float]  # by compiler


def files_of(packages: Path, step: int) -> list[Path]:
    """Every step-th file of each package of the corpus, and its largest."""
    node = ["node", "--input-type=module", "-e", LIST, CORPUS, packages, str(step)]
    return sorted(Path(p) for p in json.loads(subprocess.run(node, stdout=subprocess.PIPE, check=True).stdout))


def lines_of(path: Path) -> int:
    """0: a file that is left out."""
    text = path.read_bytes()
    lines = text.count(b"\n") + 1
    return 0 if not text.strip() or len(text) / lines > LONGEST_MEAN_LINE else lines


def compile_once(compiler: Path, source: Path, profile: str, output: Path) -> float | None:
    """Processor time in milliseconds; None: the file does not compile."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status = 1
    for goal in ("module", "commonjs"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        status = subprocess.run([compiler, "compile", source, "--goal", goal, "--profile", profile, "-o", output],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
        if status == 0:
            break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if status != 0:
        return None
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000


def show(name: str, files: list[Measured], compiler: Path, start: float) -> None:
    lines = sum(f.lines for f in files)
    spent = sum(f.milliseconds[compiler] for f in files)
    if files:
        print(f"{name:>22}{len(files):7}{lines:10,}{lines / spent * 1000:10,.0f}"
              f"{lines / (spent - start * len(files)) * 1000:20,.0f}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--perry-cc", type=Path, action="append", required=True)
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--step", type=int, default=20)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--profile", default="dev")
    parser.add_argument("--filter", default="")
    options = parser.parse_args()
    compilers = [c.resolve() for c in options.perry_cc]
    sources = [(p, lines_of(p)) for p in files_of(options.packages.resolve(), options.step) if options.filter in str(p)]
    sources = [(p, lines) for p, lines in sources if lines]
    if not sources:
        sys.exit("no files: is FOLDER where tests/conformance/install.mjs installed the packages?")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "out.o")
        empty = Path(folder, "empty.mjs")
        empty.write_text("")
        starts = {c: statistics.median(compile_once(c, empty, options.profile, output) for _ in range(EMPTY_RUNS))
                  for c in compilers}
        measured = []
        refused = []
        for source, count in sources:
            times = {c: [] for c in compilers}
            for _ in range(options.runs):
                for c in compilers:
                    times[c].append(compile_once(c, source, options.profile, output))
            if any(t is None for each in times.values() for t in each):
                refused.append(source)
            else:
                measured.append(Measured(count, {c: statistics.median(times[c]) for c in compilers}))
    print(f"{len(measured)} files compile, {len(refused)} do not; {options.profile}")
    for source in refused:
        print(f"  not compiled: {source}")
    for c in compilers:
        print(f"{c}: an empty module takes {starts[c]:.1f} ms\n"
              f"{'lines of a file':>22}{'files':>7}{'lines':>10}{'lines/s':>10}{'without the start':>20}")
        for name, least, most in SIZES:
            show(name, [m for m in measured if least <= m.lines <= most], c, starts[c])
    return 0


if __name__ == "__main__":
    sys.exit(main())
