#!/usr/bin/env python3
"""Tests of golden.py: the format, the comparison and the update, against a small stand-in."""

import contextlib
import io
import os
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import golden  # noqa: E402

# Prints its arguments and the file's text; fails with a diagnostic when the text holds "bad".
STAND_IN = """#!/usr/bin/env python3
import sys
data = open(sys.argv[-1], "rb").read()
print(" ".join(sys.argv[1:]))
sys.stdout.flush()
sys.stdout.buffer.write(data)
if b"bad" in data:
    print("error: bad", file=sys.stderr)
    sys.exit(1)
"""


class GoldenTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.root = Path(self.folder.name)
        self.tool = self.root / "perry-cc"
        self.tool.write_text(STAND_IN)
        os.chmod(self.tool, 0o755)

    def check(self, name: str, text: str | bytes, update: bool = False) -> list[str]:
        path = self.root / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        with contextlib.redirect_stdout(io.StringIO()):
            return golden.check_file(path, self.tool, update)

    def test_matching_output_passes(self):
        self.assertEqual(self.check("a.ts", "x;\n// --- stdout\na.ts\nx;\n"), [])

    def test_a_sanitized_build_leaves_out_what_says_so(self):
        path = self.root / "a.ts"
        path.write_text("// --- unsanitized: slow there\nx;\n")
        self.assertIsNone(golden.check_file(path, self.tool, False, sanitized=True))
        self.assertTrue(golden.check_file(path, self.tool, False))
        path.write_text("// --- unsanitized:\nx;\n")
        self.assertIn("needs a reason", golden.check_file(path, self.tool, False, sanitized=True)[0])

    def test_other_output_gives_a_diff(self):
        problems = self.check("a.ts", "x;\n// --- stdout\na.ts\ny;\n")
        self.assertIn("-y;\n+x;", problems[0])

    def test_missing_section_means_no_output(self):
        self.assertTrue(self.check("a.ts", "x;\n"))

    def test_update_writes_what_then_passes(self):
        self.assertEqual(self.check("a.ts", "x;", update=True), [])
        text = (self.root / "a.ts").read_bytes()
        self.assertEqual(text, b"x;\n// --- stdout\na.ts\nx;\n")
        self.assertEqual(self.check("a.ts", text), [])

    def test_directive_on_the_first_line_is_no_input(self):
        self.assertEqual(
            self.check("a.ts", "// --- args: --dump=ast\nx;\n// --- stdout\n--dump=ast a.ts\nx;\n"), [])

    def test_folder_arguments(self):
        (self.root / "ARGS").write_text("--one --two\n")
        self.assertEqual(self.check("a.ts", "x;\n// --- stdout\n--one --two a.ts\nx;\n"), [])
        self.assertEqual(
            self.check("a.ts", "// --- more-args: -3\n// --- stdout\n--one --two -3 a.ts\n"), [])

    def test_several_inputs_and_bytes(self):
        text = ('// --- args: lib/b.ts\n// --- a.ts\nx;\n// --- bytes: lib/b.ts\n'
                '41 "b c" 43 * 3 # comment\nff\n// --- stdout\nlib/b.ts\nAb cCCC')
        problems = self.check("m.ts", text.encode() + b"\xff\n" + golden.NO_NEWLINE + b"\n")
        self.assertEqual(problems, [])

    def test_links(self):
        self.assertEqual(self.check(
            "m.ts", "// --- args: b.ts\n// --- symlink: b.ts -> a.ts\n// --- a.ts\nx;\n"
            "// --- stdout\nb.ts\nx;\n"), [])

    def test_text_like_a_marker_survives(self):
        self.assertEqual(self.check("a.ts", "\\// --- args: no\n", update=True), [])
        text = (self.root / "a.ts").read_bytes()
        self.assertTrue(text.endswith(b"// --- stdout\na.ts\n\\// --- args: no\n"))
        self.assertEqual(self.check("a.ts", text), [])

    def test_name_decides_success(self):
        good = "x;\n// --- stdout\na.ts\nx;\n"
        bad = "bad;\n// --- stdout\nfail_a.ts\nbad;\n// --- stderr\nerror: bad\n"
        self.assertTrue(self.check("fail_a.ts", good))
        self.assertTrue(self.check("a.ts", bad))
        self.assertEqual(self.check("fail_a.ts", bad), [])

    def test_update_does_not_hide_a_broken_promise(self):
        self.assertTrue(self.check("a.ts", "bad;\n", update=True))
        self.assertEqual((self.root / "a.ts").read_text(), "bad;\n")

    def test_malformed_files_are_reported(self):
        self.assertIn("unknown marker", self.check("a.ts", "// --- stdot\n")[0])
        self.assertIn("before the expectations", self.check("a.ts", "// --- stdout\n// --- b.ts\n")[0])
        self.assertIn("not hex", self.check("a.ts", "// --- bytes: b.ts\nzz\n")[0])


if __name__ == "__main__":
    unittest.main()
