#!/usr/bin/env python3
"""Runs golden files: source files that carry their own expected output.

A golden file is a source file split by marker lines that start with `// --- `:

    let x = 1;                     text before any marker is an input named like the file itself
    // --- lib/b.ts                starts a further input file; the name has a dot or a slash
    // --- bytes: c.ts             starts an input given byte by byte: hex pairs and "quoted text",
    ff fe "let x" 0a "[" * 1000    each optionally repeated with `* N`; `#` starts a comment
    // --- symlink: d.ts -> c.ts   makes a symbolic link
    // --- args: --dump=ast        replaces the folder's default arguments (the first line of ARGS)
    // --- more-args: --goal=script   adds to them
    // --- stdout                  starts the expected standard output
    // --- stderr                  starts the expected standard error
    // --- exit: 2                 the expected exit code, if it is not the usual one
    // --- any-column              columns depend on the build (the stack's depth): shown as COLUMN
    // --- unsanitized: REASON     left out, and counted so, with --sanitized

Inputs come first, expectations last; `args`, `more-args`, `symlink`, `exit`, `any-column` and
`unsanitized` are single lines and may stand anywhere, the first line included. The command runs in a fresh folder that holds the
inputs. The first input is added to the arguments unless they name a file themselves.

A file whose name starts with `fail_` must exit with 1 and say why; every other one must exit with
0. A line of a section that itself begins like a marker is written with a backslash in front.

`--update` rewrites the expectations in place.
"""

import argparse
import concurrent.futures
import difflib
import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARKER = b"// --- "
NO_NEWLINE = b"\\ no newline at the end"
EXTENSIONS = {".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".ir"}
TIMEOUT_SECONDS = 60


class GoldenError(Exception):
    """A golden file that is not well formed."""


@dataclass
class Result:
    stdout: bytes
    stderr: bytes
    exit_code: int


@dataclass
class Golden:
    path: Path
    head: bytes  # everything before the expectations, kept as it is on an update
    inputs: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    args: list[str] = field(default_factory=list)
    any_column: bool = False
    unsanitized: str = ""
    expected: Result = field(default_factory=lambda: Result(b"", b"", 0))

    def must_fail(self) -> bool:
        return self.path.name.startswith("fail_")

    def default_exit(self) -> int:
        return 1 if self.must_fail() else 0


def unescape(line: bytes) -> bytes:
    return line[1:] if line.startswith(b"\\" + MARKER) else line


def escape(line: bytes) -> bytes:
    return b"\\" + line if line.startswith(MARKER) else line


def parse_bytes(lines: list[bytes], where: str) -> bytes:
    token = re.compile(r'\s*(?:(?P<hex>[0-9a-fA-F]{2})(?![0-9a-fA-F])|"(?P<text>[^"]*)"|#.*$)'
                       r'(?:\s*\*\s*(?P<count>\d+))?')
    result = bytearray()
    for line in lines:
        text = line.decode("utf-8").rstrip()
        position = 0
        while position < len(text):
            match = token.match(text, position)
            if not match:
                raise GoldenError(f"{where}: not hex pairs or quoted text: {text[position:]}")
            position = match.end()
            piece = b""
            if match["hex"] is not None:
                piece = bytes.fromhex(match["hex"])
            elif match["text"] is not None:
                piece = match["text"].encode("utf-8")
            result += piece * int(match["count"] or 1)
    return bytes(result)


def expected_text(lines: list[bytes]) -> bytes:
    if lines and lines[-1] == NO_NEWLINE:
        return b"\n".join(unescape(line) for line in lines[:-1])
    return b"".join(unescape(line) + b"\n" for line in lines)


def parse_golden(path: Path, text: bytes, default_args: list[str]) -> Golden:
    lines = text.split(b"\n")
    if lines and lines[-1] == b"":
        lines.pop()
    golden = Golden(path, text, args=list(default_args))
    exit_code = None
    sections: list[tuple[str, str, list[bytes]]] = [("input", path.name, [])]
    head_lines = None

    def in_expectations() -> bool:
        return sections[-1][0] in ("stdout", "stderr")

    for number, line in enumerate(lines):
        where = f"{path}:{number + 1}"
        if not line.startswith(MARKER):
            sections[-1][2].append(line)
            continue
        marker = line[len(MARKER):].decode("utf-8").strip()
        word, _, rest = marker.partition(":")
        rest = rest.strip()
        if word == "args":
            golden.args = shlex.split(rest)
        elif word == "more-args":
            golden.args += shlex.split(rest)
        elif word == "symlink":
            name, arrow, target = (part.strip() for part in rest.partition("->"))
            if not arrow:
                raise GoldenError(f"{where}: expected `symlink: NAME -> TARGET`")
            golden.links[name] = target
        elif marker == "any-column":
            golden.any_column = True
        elif word == "unsanitized":
            if not rest:
                raise GoldenError(f"{where}: `unsanitized` needs a reason")
            golden.unsanitized = rest
        elif word == "exit":
            exit_code = int(rest)
            if head_lines is None:
                head_lines = number
        elif marker in ("stdout", "stderr"):
            sections.append((marker, "", []))
            if head_lines is None:
                head_lines = number
        elif in_expectations():
            raise GoldenError(f"{where}: inputs stand before the expectations")
        elif word == "bytes" and rest:
            sections.append(("bytes", rest, []))
        elif re.fullmatch(r"[\w./@+-]*[./][\w./@+-]*", marker):
            sections.append(("input", marker, []))
        else:
            raise GoldenError(f"{where}: unknown marker `{marker}`")

    for kind, name, body in sections:
        if kind == "input":
            # The unnamed input exists if it has text, or if it is the only one.
            if name == path.name and not body and any(k in ("input", "bytes") for k, n, _ in sections
                                                      if n != path.name):
                continue
            golden.inputs[name] = b"".join(unescape(line) + b"\n" for line in body)
        elif kind == "bytes":
            golden.inputs[name] = parse_bytes(body, str(path))
        elif kind == "stdout":
            golden.expected.stdout = expected_text(body)
        else:
            golden.expected.stderr = expected_text(body)
    golden.expected.exit_code = golden.default_exit() if exit_code is None else exit_code
    if head_lines is not None:
        golden.head = b"".join(line + b"\n" for line in lines[:head_lines])
    return golden


def render_section(name: str, text: bytes) -> bytes:
    if not text:
        return b""
    lines = text.split(b"\n")
    ended = lines[-1] == b""
    if ended:
        lines.pop()
    else:
        lines.append(NO_NEWLINE)
    return MARKER + name.encode() + b"\n" + b"".join(escape(line) + b"\n" for line in lines)


def render(golden: Golden, result: Result) -> bytes:
    text = golden.head
    if text and not text.endswith(b"\n"):
        text += b"\n"
    if result.exit_code != golden.default_exit():
        text += MARKER + f"exit: {result.exit_code}\n".encode()
    return text + render_section("stdout", result.stdout) + render_section("stderr", result.stderr)


def run_golden(golden: Golden, perry_cc: Path) -> Result:
    with tempfile.TemporaryDirectory(prefix="perry-golden-") as folder:
        for name, content in golden.inputs.items():
            target = Path(folder, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for name, target in golden.links.items():
            link = Path(folder, name)
            link.parent.mkdir(parents=True, exist_ok=True)
            link.symlink_to(target)
        args = list(golden.args)
        if all(arg.startswith("-") for arg in args):
            args.append(next(iter(golden.inputs)))
        env = {key: value for key, value in os.environ.items()
               if key in ("PATH", "HOME", "TMPDIR") or key.endswith("SAN_OPTIONS")}
        env["LC_ALL"] = "C.UTF-8"
        # Its second stack makes deep recursion ten times slower and hides how deep it is.
        env.setdefault("ASAN_OPTIONS", "detect_stack_use_after_return=0")
        try:
            done = subprocess.run([perry_cc, *args], cwd=folder, env=env, capture_output=True,
                                  stdin=subprocess.DEVNULL, timeout=TIMEOUT_SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return Result(b"", f"no end within {TIMEOUT_SECONDS} s\n".encode(), -1)
        stderr = done.stderr
        if golden.any_column:
            stderr = re.sub(rb"(?m)^( *--> .*:\d+):\d+$", rb"\1:COLUMN", stderr)
        return Result(done.stdout, stderr, done.returncode)


def diff(name: str, expected: bytes, actual: bytes) -> str:
    def lines(text: bytes) -> list[str]:
        return text.decode("utf-8", "backslashreplace").split("\n")

    return "\n".join(difflib.unified_diff(lines(expected), lines(actual), f"expected {name}",
                                          f"actual {name}", lineterm=""))


def problems_of(golden: Golden, result: Result) -> list[str]:
    expected = golden.expected
    problems = []
    if result.exit_code != expected.exit_code:
        problems.append(f"exit code {result.exit_code}, expected {expected.exit_code}")
    for name in ("stdout", "stderr"):
        want, got = getattr(expected, name), getattr(result, name)
        if want != got:
            problems.append(diff(name, want, got))
    return problems


def broken_promises(golden: Golden, result: Result) -> list[str]:
    """What an update must not paper over: the file's name says whether the run succeeds."""
    if golden.must_fail():
        if result.exit_code <= 0:
            return [f"must fail, as its name says, but exited with {result.exit_code}"]
        if not result.stderr and not result.stdout:
            return ["failed without saying why"]
    elif result.exit_code != 0:
        return [f"must succeed but exited with {result.exit_code}; name it fail_... if it must fail"]
    return []


def default_args(folder: Path) -> list[str]:
    file = folder / "ARGS"
    return shlex.split(file.read_text(encoding="utf-8").splitlines()[0]) if file.exists() else []


def check_file(path: Path, perry_cc: Path, update: bool, sanitized: bool = False) -> list[str] | None:
    """What is wrong, or None for a file that such a build leaves out."""
    try:
        golden = parse_golden(path, path.read_bytes(), default_args(path.parent))
    except (GoldenError, ValueError) as error:
        return [str(error)]
    if sanitized and golden.unsanitized:
        return None
    result = run_golden(golden, perry_cc)
    promises = broken_promises(golden, result)
    if not update:
        return promises + problems_of(golden, result)
    text = render(golden, result)
    if not promises and text != path.read_bytes():
        path.write_bytes(text)
        print(f"updated {path}")
    return promises + [p for p in problems_of(golden, result) if promises]


def find_files(paths: list[Path]) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files += sorted(f for f in path.rglob("*") if f.suffix in EXTENSIONS and f.is_file())
        elif path.exists():
            files.append(path)
        else:
            raise SystemExit(f"golden.py: {path} does not exist")
    return files


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0],
                                     epilog="The format is described at the top of this file.")
    parser.add_argument("--perry-cc", type=Path, default=ROOT / "build/dev/bin/perry-cc")
    parser.add_argument("--update", action="store_true", help="rewrite the expectations in place")
    parser.add_argument("--sanitized", action="store_true",
                        help="perry-cc is a sanitized build, which some files are not for")
    parser.add_argument("--jobs", "-j", type=int, default=os.cpu_count())
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT / "tests/golden"],
                        help="golden files or folders of them")
    options = parser.parse_args()
    perry_cc = options.perry_cc.resolve()
    if not perry_cc.exists():
        raise SystemExit(f"golden.py: {perry_cc} does not exist; build it or pass --perry-cc")

    files = find_files(options.paths)
    failed = left_out = 0
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        runs = pool.map(lambda file: check_file(file, perry_cc, options.update, options.sanitized),
                        files)
        for file, problems in zip(files, runs):
            if problems is None:
                left_out += 1
            elif problems:
                failed += 1
                print(f"FAILED {file}")
                for problem in problems:
                    print(problem)
    passed = len(files) - failed - left_out
    print(f"{passed} passed, {failed} failed" + (f", {left_out} left out" if left_out else ""))
    if not passed and not failed:
        print("golden.py: no golden file was run", file=sys.stderr)
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
