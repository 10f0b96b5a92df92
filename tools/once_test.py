#!/usr/bin/env python3
"""Tests of once.py: a pass is repeated only when something has changed, a failure always."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ONCE = Path(__file__).resolve().parent / "once.py"
COUNT = "import sys; open(sys.argv[1], 'a').write('x'); print('ran'); sys.exit(int(sys.argv[2]))"


class OnceTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.log = self.root / "log"
        self.log.write_text("")
        self.inputs = self.root / "inputs"
        self.inputs.mkdir()
        (self.inputs / "a").write_text("1")

    def once(self, status: int = 0) -> tuple[int, str, int]:
        done = subprocess.run(
            [sys.executable, ONCE, "--verdicts", self.root / "verdicts", "--name", "n", "--input",
             self.inputs, "--", sys.executable, "-c", COUNT, self.log, str(status)],
            capture_output=True, text=True, check=False)
        return done.returncode, done.stdout, len(self.log.read_text())

    def test_a_pass_is_not_repeated(self):
        self.assertEqual(self.once(), (0, "ran\n", 1))
        self.assertEqual(self.once(), (0, "nothing has changed since this passed: ran\n", 1))

    def test_a_changed_or_new_input_runs_it_again(self):
        self.once()
        (self.inputs / "a").write_text("2")
        self.assertEqual(self.once()[2], 2)
        (self.inputs / "b").write_text("")
        self.assertEqual(self.once()[2], 3)
        (self.inputs / "a").rename(self.inputs / "c")
        self.assertEqual(self.once()[2], 4)

    def test_what_python_keeps_is_no_input(self):
        self.once()
        (self.inputs / "__pycache__").mkdir()
        (self.inputs / "__pycache__/a.pyc").write_text("")
        self.assertEqual(self.once()[2], 1)

    def test_a_failure_is_repeated(self):
        self.assertEqual(self.once(3), (3, "ran\n", 1))
        self.assertEqual(self.once(3), (3, "ran\n", 2))

    def test_inputs_must_exist(self):
        (self.inputs / "a").unlink()
        self.assertNotEqual(self.once()[0], 0)
        self.assertEqual(self.log.read_text(), "")


if __name__ == "__main__":
    unittest.main()
