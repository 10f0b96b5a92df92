"""Reports the largest files and functions. A report, not a gate: a reader decides where to split."""

import re
import statistics
from dataclasses import dataclass

from . import cpp
from .tree import File, Tree

SHOWN = 8
# What stands before the brace of something other than a function's body.
NOT_A_FUNCTION = re.compile(
    r"^\s*(if|for|while|switch|do|else|namespace|class|struct|union|enum|extern|return|case|try|catch|"
    r"constexpr\s+if)\b")
FUNCTION_END = re.compile(r"\)\s*(const|noexcept|override|final|mutable|&|&&|->[^{};]*|:[^;{}]*)*\s*$")


@dataclass
class Function:
    path: str
    line: int
    length: int
    name: str


def functions_of(file: File) -> list[Function]:
    """Outermost braces whose heading looks like a function's. Lambdas count with their function."""
    text = re.sub(r"^\s*#(?:[^\n\\]|\\.|\\\n)*", lambda m: "\n" * m[0].count("\n"),
                  cpp.without_literals(file.text), flags=re.MULTILINE)
    functions = []
    stack: list[Function | None] = []
    heading_start, line, in_function = 0, 1, 0
    for position, char in enumerate(text):
        if char == "\n":
            line += 1
        elif char == "{":
            heading = text[heading_start:position]
            function = None
            if not in_function and not NOT_A_FUNCTION.match(heading) and FUNCTION_END.search(heading):
                names = re.findall(r"([~\w:]+)\s*\(", heading)
                first = line - heading.lstrip().count("\n")
                function = Function(file.path, first, 0, names[0] if names else "?")
                in_function += 1
            stack.append(function)
            heading_start = position + 1
        elif char == "}" and stack:
            function = stack.pop()
            if function:
                in_function -= 1
                function.length = line - function.line + 1
                functions.append(function)
            heading_start = position + 1
        elif char == ";":
            heading_start = position + 1
    return functions


def report(tree: Tree) -> list[str]:
    files = [f for f in tree.cpp() if not f.path.startswith("tests/")]
    if not files:
        return []
    by_length = sorted(files, key=lambda f: -len(f.lines))
    functions = sorted((fn for f in files for fn in functions_of(f)), key=lambda fn: -fn.length)
    lines = [f"largest of {len(files)} files (median {_median(len(f.lines) for f in files)} lines):"]
    lines += [f"  {len(f.lines):5} {f.path}" for f in by_length[:SHOWN]]
    if functions:
        lines.append(f"largest of {len(functions)} functions "
                     f"(median {_median(fn.length for fn in functions)} lines):")
        lines += [f"  {fn.length:5} {fn.name} ({fn.path}:{fn.line})" for fn in functions[:SHOWN]]
    return lines


def _median(values) -> int:
    return int(statistics.median(values))
