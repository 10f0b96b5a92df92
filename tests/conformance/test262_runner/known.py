"""The list of known failures: lines `# cause` and, below each, the names of tests."""

from __future__ import annotations

from pathlib import Path


class KnownFailures:
    def __init__(self, path: Path, lines: list[str]):
        self._path = path
        self._lines = lines
        self._names = {line for line in lines if line and not line.startswith("#")}

    @classmethod
    def read(cls, path: Path) -> KnownFailures:
        return cls(path, path.read_text().splitlines())

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def without_file(self, test_folder: Path) -> list[str]:
        """Names that the suite does not have (any more)."""
        return sorted(name for name in self._names if not (test_folder / name).is_file())

    def remove(self, names: list[str]) -> None:
        """A cause goes with its last name."""
        gone = self._names & set(names)
        if not gone:
            return
        self._names -= gone
        kept: list[str] = []
        for group in self._groups():
            left = [line for line in group if line not in gone]
            if len(left) == len(group) or any(line in self._names for line in left):
                kept += left
        self._lines = kept
        self._path.write_text("\n".join(kept).rstrip("\n") + "\n")

    def _groups(self) -> list[list[str]]:
        groups: list[list[str]] = [[]]
        for line in self._lines:
            if line.startswith("#") and groups[-1] and not groups[-1][-1].startswith("#"):
                groups.append([])
            groups[-1].append(line)
        return groups
