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

    def remove(self, names: list[str]) -> None:
        self._names -= set(names)
        kept = [line for line in self._lines if not line or line.startswith("#") or line in self._names]
        if kept != self._lines:
            self._lines = kept
            self._path.write_text("\n".join(kept) + "\n")
