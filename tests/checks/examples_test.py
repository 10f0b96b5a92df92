#!/usr/bin/env python3
"""The examples of docs/diagnostics show what they explain: the compiler reports that code for each.

    examples_test.py --perry-cc build/dev/bin/perry-cc
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tools"))

from checks import diagnostics  # noqa: E402
from checks.tree import Tree  # noqa: E402

EXAMPLE = re.compile(r"^```(\S+)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--perry-cc", type=Path, required=True)
    options = parser.parse_args()
    pages = [f"docs/diagnostics/{p.name}" for p in (ROOT / "docs/diagnostics").glob("*.md")]
    shown = failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for explanation in diagnostics.explanations_of(Tree(ROOT, pages)):
            example = EXAMPLE.search(explanation.text)
            if not example:
                continue
            shown += 1
            file = Path(folder) / f"example.{example[1]}"
            file.write_text(example[2])
            done = subprocess.run(
                [options.perry_cc, "--stop-after=bind", "--dump=record", "--color=never", file],
                capture_output=True, text=True, check=False)
            if f"[{explanation.code}]" not in done.stderr:
                failed += 1
                print(f"{explanation.file.path}:{explanation.line}: no {explanation.code} in\n{done.stderr}")
    print(f"{shown} examples, {failed} failed")
    return 1 if failed or not shown else 0


if __name__ == "__main__":
    sys.exit(main())
