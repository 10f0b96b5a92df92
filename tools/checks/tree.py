"""The files that checks look at, and what a check reports."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

# Inputs of tests: bytes that must stay as they are, however odd.
TEST_DATA = ("tests/golden/", "tests/fuzz/corpus/")

# What git ignores, for a source archive without git.
NOT_SOURCE = re.compile(r"^build/|(^|/)(node_modules|__pycache__)/")


@dataclass(frozen=True)
class Problem:
    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}" if self.line else f"{self.path}: {self.text}"


@dataclass
class File:
    root: Path
    path: str  # relative to the root, with forward slashes

    @property
    def name(self) -> str:
        return PurePosixPath(self.path).name

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.path).suffix

    @property
    def folder(self) -> str:
        return str(PurePosixPath(self.path).parent)

    @property
    def is_cpp(self) -> bool:
        return self.suffix in (".h", ".cpp")

    @property
    def is_test_data(self) -> bool:
        return self.path.startswith(TEST_DATA) and self.name not in ("CMakeLists.txt", "README.md")

    @cached_property
    def data(self) -> bytes:
        return (self.root / self.path).read_bytes()

    @cached_property
    def text(self) -> str:
        return self.data.decode("utf-8", "replace")

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")


class Tree:
    def __init__(self, root: Path, paths: list[str]):
        self.root = root
        self.files = [File(root, path) for path in sorted(paths)]
        self.paths = {file.path for file in self.files}

    @classmethod
    def of_this_repository(cls) -> "Tree":
        return cls.of(Path(__file__).resolve().parent.parent.parent)

    @classmethod
    def of(cls, root: Path) -> "Tree":
        """The files that git tracks; every file where there is no git, as in a source archive."""
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False)
        if listed.returncode == 0 and (root / ".git").exists():
            paths = [path for path in listed.stdout.decode().split("\0") if path]
        else:
            paths = [str(p.relative_to(root)) for p in root.rglob("*") if p.is_file()]
            paths = [p for p in paths if not NOT_SOURCE.search(p)]
        return cls(root, [path for path in paths if (root / path).is_file()])

    def cpp(self) -> list[File]:
        """Ours: the examples are projects of users."""
        return [file for file in self.files if file.is_cpp and not file.path.startswith("examples/")]
