"""The tables of diagnostics: codes unique and in order, each one used, tested and explained."""

import re
from dataclasses import dataclass

from . import cpp
from .tree import File, Problem, Tree

ROW = re.compile(r'\bPERRY_DIAGNOSTIC\s*\(\s*(\w+)\s*,\s*"(\w+)"\s*,\s*(\w+)\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)')
CODE = re.compile(r"P[1-9][0-9]{3}")


@dataclass
class Row:
    name: str
    code: str
    message: str
    file: File
    line: int

    def problem(self, text: str) -> Problem:
        return Problem(self.file.path, self.line, f"{self.name} ({self.code}): {text}")


def rows_of(tree: Tree) -> list[Row]:
    rows = []
    for file in tree.files:
        if file.suffix != ".def" or file.path.startswith("tests/"):
            continue
        text = cpp.without_comments(file.text)
        for match in ROW.finditer(text):
            line = text.count("\n", 0, match.start()) + 1
            message = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', match[4]))
            rows.append(Row(match[1], match[2], message, file, line))
    return rows


@dataclass
class Explanation:
    """A section of docs/diagnostics: `## P1001 Name`, and what `perry explain` says."""
    code: str
    name: str
    text: str
    file: File
    line: int


def explanations_of(tree: Tree) -> list[Explanation]:
    found: list[Explanation] = []
    for file in tree.files:
        if not file.path.startswith("docs/diagnostics/"):
            continue
        fence = False
        for number, line in enumerate(file.lines, 1):
            fence ^= line.startswith("```")
            heading = re.match(r"## (P[0-9]{4}) (\w+)$", line)
            if heading and not fence:
                found.append(Explanation(heading[1], heading[2], "", file, number))
            elif found and found[-1].file is file:
                found[-1].text += line + "\n"
    for explanation in found:
        explanation.text = explanation.text.strip() + "\n"
    return found


def check(tree: Tree) -> list[Problem]:
    rows = rows_of(tree)
    return (_check_codes(rows) + _check_messages(rows) + _check_used(tree, rows)
            + _check_tested(tree, rows) + _check_explained(tree, rows))


def _check_codes(rows: list[Row]) -> list[Problem]:
    problems = []
    codes: dict[str, Row] = {}
    names: dict[str, Row] = {}
    previous: Row | None = None
    for row in rows:
        if not CODE.fullmatch(row.code):
            problems.append(row.problem("a code is a P and four digits"))
        if row.code in codes:
            problems.append(row.problem(f"the code belongs to {codes[row.code].name} already"))
        if row.name in names:
            problems.append(row.problem(f"the name stands for {names[row.name].code} already"))
        if previous and previous.file is row.file and previous.code > row.code:
            problems.append(row.problem(f"comes after {previous.code}; a table is sorted by code"))
        codes.setdefault(row.code, row)
        names.setdefault(row.name, row)
        previous = row
    return problems


def _check_messages(rows: list[Row]) -> list[Problem]:
    problems = []
    for row in rows:
        if row.message.endswith(".") and not row.message.endswith("..."):
            problems.append(row.problem("a message ends without a full stop"))
        # A capital that a lower-case letter follows starts a sentence; JSX or URL does not.
        if re.match(r"[A-Z][a-z]", row.message) and not row.message.startswith(PROPER_NAMES):
            problems.append(row.problem("a message starts in lower case"))
    return problems


PROPER_NAMES = ("TypeScript", "JavaScript", "Unicode", "Annex")


def _check_used(tree: Tree, rows: list[Row]) -> list[Problem]:
    words: set[str] = set()
    prefixes: set[str] = set()
    for file in tree.files:
        if file.suffix in (".h", ".cpp", ".def", ".inc") and not file.path.startswith("tests/"):
            text = cpp.without_comments(file.text)
            words.update(re.findall(r"\w+", ROW.sub("", text)))
            # `kPrefix##Kind` names a row for each row of another table.
            prefixes.update(re.findall(r"\bk(\w+?)##", text))
    words.update(prefix + word for prefix in prefixes for word in list(words))
    return [row.problem("no code reports it") for row in rows
            if row.name not in words and "k" + row.name not in words]


def _check_tested(tree: Tree, rows: list[Row]) -> list[Problem]:
    seen: set[str] = set()
    for file in tree.files:
        if file.path.startswith("tests/golden/"):
            seen.update(re.findall(r"\bP[0-9]{4}\b", file.text))
    return [row.problem("appears in no golden file") for row in rows if row.code not in seen]


def _check_explained(tree: Tree, rows: list[Row]) -> list[Problem]:
    problems = []
    explained: dict[str, Explanation] = {}
    names: dict[str, str] = {}
    for row in rows:
        names.setdefault(row.code, row.name)
    for e in explanations_of(tree):
        at = (e.file.path, e.line)
        if e.code in explained:
            problems.append(Problem(*at, f"{e.code} is explained twice"))
        elif e.code not in names:
            problems.append(Problem(*at, f"no table has the code {e.code}"))
        elif names[e.code] != e.name:
            problems.append(Problem(*at, f"{e.code} is called {names[e.code]}"))
        if not e.text.strip():
            problems.append(Problem(*at, f"{e.code} is explained by nothing"))
        explained.setdefault(e.code, e)
    return problems + [row.problem("has no explanation in docs/diagnostics")
                       for row in rows if row.code not in explained]
