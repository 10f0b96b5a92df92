#!/usr/bin/env python3
"""Stands in for perry-cc and perry-ld where a test is about which edges run, not about code.

With `--emit result` and `-o -` it writes what the cache keeps, with the diagnostics that a comment
`// WARN` stands for. An "object" is the module's source without comments, types and blank lines, and what its request
says of imports; a "program" is the objects and the plan. Like the real tools it trusts nothing but its
request, refuses a source with another hash, and writes only what changed.
"""

import hashlib
import os
import re
import signal
import sys
import time
from pathlib import Path


def write_if_changed(path: Path, data: bytes) -> None:
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_bytes(data)
    fresh.rename(path)


class Reader:
    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    def raw(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size:self.at]

    def string(self) -> str:
        size = shift = 0
        while True:
            byte = self.raw(1)[0]
            size |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return self.raw(size).decode()


def string(data: bytes) -> bytes:
    size, head = len(data), b""
    while size > 127:
        head, size = head + bytes([size & 127 | 128]), size >> 7
    return head + bytes([size]) + data


def warn(path: str) -> None:
    print(f"{path}: it says WARN", file=sys.stderr)


def compile_module(arguments: dict[str, str]) -> None:
    data = Path(arguments["--request"]).read_bytes()
    if hashlib.sha256(data[:-32]).digest() != data[-32:]:
        sys.exit("the request is damaged")
    request = Reader(data)
    request.raw(5)
    for _ in range(3):
        request.string()
    profile = request.raw(2)
    module, path = request.string(), request.string()
    source = Path(arguments["--root"], path).read_bytes()
    if hashlib.sha256(source).digest() != request.raw(32):
        sys.exit(f"{path} has changed since the scan")
    text = re.sub(r"//[^\n]*|/\*.*?\*/|export type \w+ = \d+;", "", source.decode(), flags=re.DOTALL)
    if "--replay" in arguments:
        if sys.stdin.buffer.read() != b"warned":
            sys.exit("these are no diagnostics of mine")
        return warn(path)
    if "KILL" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "FAIL" in text:
        sys.exit(f"{path}: it says FAIL")
    text = "\n".join(line.rstrip() for line in text.split("\n") if line.strip())
    rest = hashlib.sha256(data[request.at:-32]).hexdigest()
    time.sleep(float(os.environ.get("STAND_IN_DELAY", "0")))
    has_warning = b"// WARN" in source
    if has_warning:
        warn(path)
    made = f"{module} {profile.hex()} {rest}\n{text}\n".encode()
    if arguments.get("--emit") == "result":
        sys.stdout.buffer.write(b"PCRS\1\1" + string(b"warned" if has_warning else b"") + string(made))
        return None
    write_if_changed(Path(arguments["-o"]), made)
    return None


def link_program(arguments: dict[str, str], objects: list[str]) -> None:
    parts = [Path(arguments["--plan"]).read_bytes(),
             Path(arguments["--runtime"], "libperry_runtime.a").read_bytes()]
    for name in objects:
        names = Path(name[1:]).read_text().split("\n") if name.startswith("@") else [name]
        parts += [Path(each).read_bytes() for each in names if each]
    write_if_changed(Path(arguments["-o"]), b"".join(parts))
    Path(arguments["-o"]).chmod(0o755)


def main() -> None:
    command, *rest = sys.argv[1:]
    arguments, others = {}, []
    while rest:
        word = rest.pop(0)
        if word.startswith("-"):
            arguments[word] = rest.pop(0)
        else:
            others.append(word)
    if command == "compile":
        compile_module(arguments)
    elif command == "link":
        link_program(arguments, others)
    else:
        sys.exit(f"unknown command {command}")


if __name__ == "__main__":
    main()
