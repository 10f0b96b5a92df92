"""Processes that answer one line after the other, and that may die or hang over one of them."""

from __future__ import annotations

import os
import select
import subprocess
import time


class Died(Exception):
    """What became of the process instead of an answer."""


class LineServer:
    """Started when it is first asked, and again after it died."""

    def __init__(self, command: list[str], folder: str, patience: float):
        self._command = command
        self._folder = folder
        self._patience = patience
        self._process: subprocess.Popen | None = None
        self._buffer = b""

    def ask(self, line: str, blocks: int = 1) -> tuple[list[str], list[str]]:
        """The fields of the answer's line, and the texts whose sizes its last `blocks` fields are."""
        if self._process is None:
            self._process = subprocess.Popen(self._command, cwd=self._folder, stdin=subprocess.PIPE,
                                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            self._buffer = b""
        deadline = time.monotonic() + self._patience
        try:
            self._process.stdin.write(line.encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            self._give_up("ended")
        while b"\n" not in self._buffer:
            self._read(deadline)
        head, self._buffer = self._buffer.split(b"\n", 1)
        fields = head.decode().split("\t")
        texts = []
        for size in map(int, fields[len(fields) - blocks:]):
            while len(self._buffer) < size:
                self._read(deadline)
            texts.append(self._buffer[:size].decode(errors="replace"))
            self._buffer = self._buffer[size:]
        return fields, texts

    def _read(self, deadline: float) -> None:
        descriptor = self._process.stdout.fileno()
        ready, _, _ = select.select([descriptor], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            self._give_up("took too long")
        data = os.read(descriptor, 1 << 16)
        if not data:
            self._give_up("ended")
        self._buffer += data

    def _give_up(self, what: str) -> None:
        process, self._process = self._process, None
        if what != "ended":
            process.kill()
        for pipe in (process.stdin, process.stdout):
            try:
                pipe.close()
            except BrokenPipeError:
                pass
        code = process.wait()
        raise Died(what if what != "ended" else f"signal {-code}" if code < 0 else f"exit code {code}")

    def close(self) -> None:
        if self._process is None:
            return
        process, self._process = self._process, None
        process.stdin.close()
        process.stdout.close()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
