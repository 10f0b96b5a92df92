"""Reads the perry_library(), perry_tool() and perry_benchmark() calls of CMakeLists.txt files."""

import re
from dataclasses import dataclass, field

from .tree import File, Tree

KEYWORDS = {"SOURCES", "ALONE", "DEPS"}
CALL = re.compile(r"^[ \t]*(perry_library|perry_tool|perry_benchmark)\s*\(([^)]*)\)", re.MULTILINE)


@dataclass
class Target:
    name: str
    kind: str
    file: File
    line: int
    sources: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)

    @property
    def folder(self) -> str:
        return self.file.folder


def targets_of(tree: Tree) -> list[Target]:
    targets = []
    for file in tree.files:
        if file.name == "CMakeLists.txt" and file.folder != ".":
            text = re.sub(r"#[^\n]*", "", file.text)
            for call in CALL.finditer(text):
                line = text.count("\n", 0, call.start()) + 1
                targets.append(_parse(call[1], call[2].split(), file, line))
    return targets


def _parse(kind: str, words: list[str], file: File, line: int) -> Target:
    target = Target(words[0] if words else "", kind, file, line)
    current: list[str] = []
    for word in words[1:]:
        if word in KEYWORDS:
            current = {"SOURCES": target.sources, "DEPS": target.deps}.get(word, [])
        else:
            current.append(word)
    return target
