"""The files of a test262 checkout, and what INTERPRETING.md makes of the metadata at their head."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

FOLDERS = ("language", "built-ins", "annexB/language", "annexB/built-ins")
_BLOCK = re.compile(r"/\*---\r?\n?(.*?)---\*/", re.S)
_LITERAL = r"""(?:'[^'\\\n]*'|"[^"\\\n]*"|`[^`\\$]*`)"""
_SCRIPT = re.compile(rf"\bevalScript\(\s*({_LITERAL}(?:\s*\+\s*{_LITERAL})*)\s*\)")
_NEGATIVE = re.compile(r"^negative:[ \t]*\r?\n((?:[ \t]+.*\r?\n?)+)", re.M)


@dataclass(frozen=True)
class Negative:
    phase: str
    type: str


@dataclass(frozen=True)
class Metadata:
    flags: frozenset[str]
    includes: tuple[str, ...]
    negative: Negative | None


def _values(yaml: str, key: str) -> list[str]:
    """Of a list in either of YAML's forms."""
    inline = re.search(rf"^{key}:[ \t]*\[([^\]]*)\]", yaml, re.M)
    if inline:
        return [word for word in re.split(r"[,\s]+", inline[1]) if word]
    listed = re.search(rf"^{key}:[ \t]*\r?\n((?:[ \t]*-[ \t]*\S+[ \t]*\r?\n?)+)", yaml, re.M)
    return re.findall(r"-[ \t]*(\S+)", listed[1]) if listed else []


def metadata_of(source: str) -> Metadata:
    block = _BLOCK.search(source)
    yaml = block[1].replace("\r", "\n") if block and "\n" not in block[1] else block[1] if block else ""
    negative = None
    if found := _NEGATIVE.search(yaml):
        negative = Negative(re.search(r"phase:\s*(\w+)", found[1])[1], re.search(r"type:\s*(\w+)", found[1])[1])
    return Metadata(frozenset(_values(yaml, "flags")), tuple(_values(yaml, "includes")), negative)


def modes_of(flags: frozenset[str]) -> tuple[str, ...]:
    """The ways in which the file is run; it passes when it does in all of them."""
    if "module" in flags:
        return ("module",)
    if flags & {"raw", "noStrict"}:
        return ("sloppy",)
    return ("strict",) if "onlyStrict" in flags else ("sloppy", "strict")


def harness_of(metadata: Metadata) -> list[str]:
    if "raw" in metadata.flags:
        return []
    names = ["assert.js", "sta.js"]
    if "async" in metadata.flags:
        names.append("doneprintHandle.js")
    return names + [name for name in metadata.includes if name not in names]


def scripts_of(source: str) -> list[str]:
    """The texts that `$262.evalScript` is given as constants without escapes."""
    return ["".join(literal[1:-1] for literal in re.findall(_LITERAL, constant))
            for constant in _SCRIPT.findall(source)]


def script_path(text: str) -> str:
    """Where the host looks for a script: FNV-1a of its text."""
    digest = 0xCBF29CE484222325
    for byte in text.encode():
        digest = (digest ^ byte) * 0x100000001B3 % 2**64
    return f"scripts/{digest:x}.js"


def find_tests(test_folder: Path, only: list[str], exclude: list[str], sample: int) -> list[str]:
    """Names of tests, which are paths below `test_folder`; one in `sample` of them, always the same."""
    folders = only or list(FOLDERS)
    names = set()
    for folder in folders:
        place = test_folder / folder
        files = [place] if place.is_file() else place.rglob("*.js")
        names.update(str(file.relative_to(test_folder)) for file in files)
    def is_excluded(name: str) -> bool:
        return any(name == other or name.startswith(other.rstrip("/") + "/") for other in exclude)
    def is_in_sample(name: str) -> bool:
        return int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") % sample == 0
    # Fixtures are read by other tests only.
    return sorted(name for name in names
                  if "_FIXTURE" not in name and not is_excluded(name) and is_in_sample(name))
