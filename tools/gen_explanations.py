#!/usr/bin/env python3
"""Writes a C++ table of all diagnostics, from the .def tables and docs/diagnostics, for `perry explain`."""

import argparse
from pathlib import Path

from checks import diagnostics
from checks.tree import Tree

FOLDERS = ("support", "frontend", "perry-scan", "perry-cc", "perry-ld")


def quoted(text: str) -> str:
    escaped = text.encode().replace(b"\\", b"\\\\").replace(b'"', b'\\"').replace(b"\n", b"\\n").replace(b"?", b"\\?")
    return '"' + "".join(chr(byte) if byte < 128 else f"\\{byte:03o}" for byte in escaped) + '"'


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, required=True)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    paths = [p for folder in FOLDERS for p in sorted((options.root / folder).rglob("*.def"))]
    paths += sorted((options.root / "docs/diagnostics").glob("*.md"))
    tree = Tree(options.root, [str(p.relative_to(options.root)) for p in paths])
    texts = {e.code: e.text for e in diagnostics.explanations_of(tree)}
    rows = sorted(diagnostics.rows_of(tree), key=lambda row: row.code)
    lines = []
    for row in rows:
        if row.code not in texts:
            raise SystemExit(f"{row.code} ({row.name}) has no explanation in docs/diagnostics")
        # The message stands as the table spells it, escapes of C included.
        message = row.message.replace("{{", "{").replace("}}", "}")
        lines.append(f'    {{"{row.code}", "{row.name}", "{message}", {quoted(texts[row.code])}}},\n')
    options.output.write_text(
        '#include "generator/explain/explain.h"\n\n'
        "namespace perry::generator {\n\nnamespace {\n\n"
        "constexpr Explanation kExplanations[] = {\n" + "".join(lines) + "};\n\n"
        "}  // namespace\n\n"
        "std::span<const Explanation> all_explanations() { return kExplanations; }\n\n"
        "}  // namespace perry::generator\n")


if __name__ == "__main__":
    main()
