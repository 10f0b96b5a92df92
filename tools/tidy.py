#!/usr/bin/env python3
"""Runs clang-tidy over the sources of a build, in parallel, and only where something changed.

A source is clean once it passed with the same content of every file it includes, the same command
and the same configuration. The dependencies come from Ninja's log of the build, so build first; a
source that Ninja knows nothing of is checked each time.

Nearly all of clang-tidy's time goes into the headers of the libraries. A plugin (tidy_scope) keeps the
checks from looking at them. Reading them remains, which is the same for one source as for ten. So
sources that are compiled with the same flags are looked at together, as one translation unit that
includes each of them, unless they seem to use one name for different things. A unit that isn't clean,
be it only because they do, is halved until single sources remain. Only they are judged.
"""

import argparse
import concurrent.futures
import dataclasses
import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLUGIN = ROOT / "tools/tidy_scope/own_declarations.cpp"
UNIT_SIZE = 36
NAMESPACE = re.compile(r"^namespace ([\w:]+)", re.MULTILINE)
CONSTANT = re.compile(r"k[A-Z]\w*")
# What a source declares outside of classes and functions, to guess by.
DECLARED = re.compile(r"^(?!using|namespace|return|class|struct|enum)[A-Za-z_][\w:<>,&* ]*[&* ](\w+)\s*[(={\[;]"
                      r"|^(?:class|struct|enum class) (\w+)[^;]|^(?:using|namespace) (\w+) =", re.MULTILINE)
FINDING = re.compile(r"^.*\b(?:error|warning): .*$", re.MULTILINE)
# A source may declare for itself what a header must not, and in a unit it looks like one.
IS_OF_UNIT = re.compile(r"^\S+\.cpp:\d+:\d+: error: .*\[google-global-names-in-headers,")
# Of a unit, the sources are headers in clang-tidy's eyes.
OURS = r".*/(support|frontend|generator|perry-scan|perry-cc|perry-ld|runtime|stdlib)/.*\.(h|cpp)$"


class Cache:
    """Names of clean states, as empty files."""

    def __init__(self, build: Path, program: str):
        self.folder = build / "tidy"
        self.folder.mkdir(parents=True, exist_ok=True)
        version = subprocess.run([program, "--version"], capture_output=True, check=True).stdout
        self.salt = version + (ROOT / ".clang-tidy").read_bytes() + PLUGIN.read_bytes()
        self.digests: dict[str, bytes] = {}

    def digest(self, path: Path) -> bytes:
        key = str(path)
        if key not in self.digests:
            self.digests[key] = hashlib.sha256(path.read_bytes()).digest()
        return self.digests[key]

    def key(self, entry: dict, deps: list[str] | None) -> str | None:
        if deps is None:
            return None
        state = hashlib.sha256(self.salt + entry["command"].encode())
        try:
            for dep in deps:
                state.update(dep.encode() + self.digest(Path(entry["directory"], dep)))
        except OSError:
            return None
        return state.hexdigest()

    def is_clean(self, key: str | None) -> bool:
        return key is not None and (self.folder / key).exists()

    def remember(self, key: str | None) -> None:
        if key is not None:
            (self.folder / key).touch()

    def forget_others(self, keys: set[str | None]) -> None:
        for file in self.folder.iterdir():
            if file.name not in keys:
                file.unlink()


def object_of(entry: dict) -> str:
    words = entry["command"].split()
    return words[words.index("-o") + 1] if "-o" in words else ""


def dependencies(build: Path) -> dict[str, list[str]]:
    """From each object to the files that it was compiled from."""
    log = subprocess.run(["ninja", "-C", build, "-t", "deps"], capture_output=True, text=True,
                         check=False).stdout
    deps: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in log.splitlines():
        if line.startswith("    "):
            if current is not None:
                current.append(line.strip())
        elif ": #deps" in line:
            current = deps.setdefault(line.partition(": #deps")[0], [])
            if "STALE" in line:
                current = None
                deps.pop(line.partition(": #deps")[0])
    return deps


def entries_of(build: Path, filters: list[str]) -> list[dict]:
    database = build / "compile_commands.json"
    if not database.exists():
        raise SystemExit(f"tidy.py: {database} does not exist; configure the build first")
    entries = []
    for entry in json.loads(database.read_text(encoding="utf-8")):
        path = Path(entry["file"])
        if not path.is_relative_to(ROOT) or path.is_relative_to(build):
            continue
        relative = str(path.relative_to(ROOT))
        # The tests' macros expand to code that is not ours to style.
        if relative.startswith("tests/") or not all(part in relative for part in filters):
            continue
        entries.append(entry)
    return entries


def flags_of(entry: dict) -> tuple[str, ...]:
    """What decides how clang-tidy reads a source; code generation and precompiled headers do not."""
    words = [word for word in shlex.split(entry["command"]) if not word.endswith("ccache")][1:]
    flags = []
    while words:
        word = words.pop(0)
        if word in ("-o", "-MF", "-MT", "-MQ"):
            words.pop(0)
        elif word == "-Xclang":
            if words.pop(0) in ("-include-pch", "-include"):
                del words[:2]
        elif word not in ("-c", "-MD", "-Winvalid-pch") and not word.startswith("-flto") \
                and not word.endswith(".cpp"):
            flags.append(word)
    return tuple(flags)


def declared_in(text: str) -> set[str]:
    return {"".join(names) for names in DECLARED.findall(text)}


def names_in(path: Path) -> set[tuple[str, str]]:
    text = path.read_text(encoding="utf-8")
    namespace = NAMESPACE.search(text)
    return {(namespace[1] if namespace else "", name) for name in declared_in(text)
            if not CONSTANT.fullmatch(name)}


def unit_text(unit: list[dict]) -> str:
    """A source that includes those of the unit. Constants get a name of their own in each: nearly
    every source has tables, and they are called alike. What is written here is no source, so no check judges it."""
    lines = []
    for number, entry in enumerate(unit):
        names = declared_in(Path(entry["file"]).read_text(encoding="utf-8"))
        constants = sorted(filter(CONSTANT.fullmatch, names))
        lines += [f"#define {name} {name}{number}  // NOLINT" for name in constants]
        lines.append(f'#include "{entry["file"]}"  // NOLINT(bugprone-suspicious-include)')
        lines += [f"#undef {name}" for name in constants]
    return "\n".join(lines) + "\n"


@dataclasses.dataclass
class Unit:
    entries: list[dict] = dataclasses.field(default_factory=list)
    names: set[tuple[str, str]] = dataclasses.field(default_factory=set)


def units_of(entries: list[dict]) -> list[list[dict]]:
    """Sources of one set of flags, in units."""
    groups: dict[tuple[str, ...], list[Unit]] = {}
    for entry in sorted(entries, key=lambda entry: entry["file"]):
        units = groups.setdefault(flags_of(entry), [])
        names = names_in(Path(entry["file"]))
        unit = next((unit for unit in units if len(unit.entries) < UNIT_SIZE and not unit.names & names), None)
        if unit is None:
            unit = Unit()
            units.append(unit)
        unit.entries.append(entry)
        unit.names |= names
    return sorted((unit.entries for units in groups.values() for unit in units), key=len, reverse=True)


def plugin_in(build: Path) -> Path:
    """The plugin, compiled where it isn't yet."""
    program = build / "tidy_scope" / (hashlib.sha256(PLUGIN.read_bytes()).hexdigest()[:16] + ".so")
    if program.exists():
        return program
    shutil.rmtree(program.parent, ignore_errors=True)
    program.parent.mkdir(parents=True)
    made = program.with_suffix(f".{os.getpid()}")
    done = subprocess.run(["clang++-19", "-std=c++20", "-O1", "-fPIC", "-fno-rtti", "-shared",
                           "-isystem", "/usr/lib/llvm-19/include", PLUGIN, "-o", made],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit("tidy.py: clang-tidy's plugin does not compile; scripts/setup --tests installs clang's headers"
                         f"\n{done.stderr}")
    made.rename(program)
    return program


def is_clean(unit: subprocess.CompletedProcess) -> bool:
    findings = FINDING.findall(unit.stdout + unit.stderr)
    return unit.returncode == 0 or (bool(findings) and all(map(IS_OF_UNIT.search, findings)))


class Tidy:
    """One run of the program for a unit, and what follows from it."""

    def __init__(self, program: str, plugin: Path, build: Path, temporary: Path):
        self.program = program
        self.plugin = plugin
        self.build = build
        self.temporary = temporary

    def judge(self, unit: list[dict]) -> list[tuple[dict, str]]:
        """Each source of the unit, with its findings or an empty text."""
        if len(unit) == 1:
            done = self.run("-p", self.build, unit[0]["file"])
            return [(unit[0], (done.stdout or done.stderr) if done.returncode else "")]
        if is_clean(self.run_together(unit)):
            return [(entry, "") for entry in unit]
        half = len(unit) // 2
        return self.judge(unit[:half]) + self.judge(unit[half:])

    def run_together(self, unit: list[dict]) -> subprocess.CompletedProcess:
        with tempfile.NamedTemporaryFile("w", suffix=".cpp", dir=self.temporary) as file:
            file.write(unit_text(unit))
            file.flush()
            return self.run("--header-filter", OURS, "--config-file", ROOT / ".clang-tidy", file.name, "--",
                            *flags_of(unit[0]))

    def run(self, *words: str | Path) -> subprocess.CompletedProcess:
        return subprocess.run([self.program, f"--load={self.plugin}", "--quiet", *words], cwd=self.build, capture_output=True,
                              text=True, check=False)


def print_new_findings(output: str, seen: set[str]) -> None:
    """A finding in a header comes with each source that includes it; once is enough."""
    for finding in re.split(r"^(?=\S+:\d+:\d+: (?:error|warning):)", output, flags=re.MULTILINE):
        if finding not in seen:
            seen.add(finding)
            print(finding, end="")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--build", type=Path, default=ROOT / "build/dev")
    parser.add_argument("--jobs", "-j", type=int, default=os.cpu_count())
    parser.add_argument("filters", nargs="*", help="check only sources whose path holds each of these")
    options = parser.parse_args()
    program = shutil.which("clang-tidy-19")
    if not program:
        raise SystemExit("tidy.py: clang-tidy-19 is not installed; run scripts/setup --tests")
    build = options.build.resolve()
    started = time.monotonic()
    entries = entries_of(build, options.filters)
    deps = dependencies(build)
    cache = Cache(build, program)
    keys = {entry["file"]: cache.key(entry, deps.get(object_of(entry))) for entry in entries}
    todo = [entry for entry in entries if not cache.is_clean(keys[entry["file"]])]

    failed = 0
    seen: set[str] = set()
    with tempfile.TemporaryDirectory(prefix="perry-tidy-") as temporary, \
            concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        tidy = Tidy(program, plugin_in(build) if todo else Path(), build, Path(temporary))
        for judged in pool.map(tidy.judge, units_of(todo)):
            for entry, findings in judged:
                if not findings:
                    cache.remember(keys[entry["file"]])
                else:
                    failed += 1
                    print_new_findings(findings, seen)
    if not options.filters:
        cache.forget_others(set(keys.values()))
    print(f"{len(entries)} sources, {len(todo)} looked at, {failed} with findings, "
          f"{time.monotonic() - started:.0f} s")
    return 1 if failed or not entries else 0


if __name__ == "__main__":
    sys.exit(main())
