#!/usr/bin/env python3
"""Writes a C++ file with a function that returns the bytes of a file as a std::string_view."""

import argparse
from pathlib import Path


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--header", required=True, help="declares the function")
    parser.add_argument("--function", required=True, help="with its namespaces")
    parser.add_argument("input", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()

    data = options.input.read_bytes()
    lines = [",".join(str(byte) for byte in data[i:i + 64]) for i in range(0, len(data), 64)]
    namespace, _, function = options.function.rpartition("::")
    options.output.write_text(
        f'#include "{options.header}"\n\n'
        f"namespace {namespace} {{\n\n"
        "namespace {\n"
        "alignas(8) constexpr unsigned char kBytes[] = {\n" + ",\n".join(lines) + "};\n"
        "}  // namespace\n\n"
        f"std::string_view {function}() {{\n"
        "  return {reinterpret_cast<const char*>(kBytes), sizeof kBytes};\n"
        "}\n\n"
        f"}}  // namespace {namespace}\n")


if __name__ == "__main__":
    main()
