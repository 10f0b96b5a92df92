"""Proves the layer table, from #include lines and from link lines.

A component is a folder with a CMakeLists.txt of its own, such as `frontend/lex`. LAYERS says which
components each one may use. What a component links to must be what it includes: a link line that no
include needs hides an arrow, an include without its link line builds by luck.
"""

import re

from . import cmake
from .tree import File, Problem, Tree

# Who may use whom. A name stands for that folder and for all below it.
LAYERS: dict[str, list[str]] = {
    "support/base": [],
    "support/json": ["support/base"],
    "support/source": ["support/base"],
    "support/diag": ["support/base", "support/source"],
    "support/command_line": ["support/diag"],
    "support/store": ["support/base", "support/diag"],

    "frontend/unicode": ["support"],
    "frontend/diag": ["support"],
    "frontend/token": ["support", "frontend/unicode"],
    "frontend/ast": ["support", "frontend/token"],
    "frontend/regexp": ["support", "frontend/unicode", "frontend/diag"],
    "frontend/lex": ["support", "frontend/unicode", "frontend/diag", "frontend/token",
                     "frontend/ast"],
    "frontend/parse": ["support", "frontend/unicode", "frontend/diag", "frontend/token",
                       "frontend/ast", "frontend/regexp", "frontend/lex"],
    "frontend/bind": ["support", "frontend/unicode", "frontend/diag", "frontend/token",
                      "frontend/ast", "frontend/lex", "frontend/parse"],
    # The linker reads module records, and must not pull in the parser with them: of the syntax
    # they share only vocabulary.
    "frontend/module": ["support", "frontend/diag", "frontend/token", "frontend/ast",
                        "frontend/lex"],
    "frontend/extract": ["support", "frontend/unicode", "frontend/diag", "frontend/token",
                         "frontend/ast", "frontend/lex", "frontend/parse", "frontend/bind",
                         "frontend/module"],
    "frontend/dump": ["support", "frontend"],

    "generator": ["support", "generator"],
    "perry-scan": ["support", "frontend", "generator/ninja", "perry-scan"],
    "perry-cc": ["support", "frontend", "runtime/abi", "perry-cc"],
    "perry-ld": ["support", "frontend/module", "runtime/abi", "perry-ld"],
    "runtime": ["runtime"],
    "stdlib": ["runtime/api", "stdlib"],
    "tools": [],
    "benchmarks": ["support", "frontend", "generator", "perry-scan", "perry-cc", "perry-ld",
                   "runtime", "stdlib"],
    "tests": ["support", "frontend", "generator", "perry-scan", "perry-cc", "perry-ld", "runtime",
              "stdlib", "tests"],
}

# Headers that only the named folders may include, with the reason.
RESTRICTED = [
    (re.compile(r"^(llvm|lld|clang|llvm-c|clang-c)/"),
     ("perry-cc/codegen/", "perry-ld/link/", "tools/tidy_scope/"),
     "LLVM's headers cost compile time; they belong in perry-cc/codegen and perry-ld/link"),
]

# Headers and calls that a folder must not use: its absences.
ABSENT = [
    ("frontend/", re.compile(r"#include <(fstream|iostream|filesystem|unistd\.h|fcntl\.h|dirent\.h|"
                             r"sys/stat\.h|sys/mman\.h)>|\bfopen\s*\("),
     "the frontend opens no file"),
    ("frontend/", re.compile(r"\bgetenv\s*\("), "the frontend reads no environment variable"),
    ("perry-cc/", re.compile(r"\bgetenv\s*\("), "perry-cc reads no environment variable"),
]

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)')


def check(tree: Tree) -> list[Problem]:
    targets = cmake.targets_of(tree)
    folders = {target.folder for target in targets}
    problems = _check_names(targets)
    uses: dict[str, dict[str, tuple[str, int]]] = {}
    for file in tree.cpp():
        problems += _check_restricted(file)
        problems += _check_includes(tree, file, folders, uses)
    problems += _check_links(targets, uses)
    problems += _check_cycles(uses)
    return problems


def component_of(path: str, folders: set[str]) -> str:
    """The innermost folder with targets that holds `path`, or its first two folders."""
    parts = path.split("/")[:-1]
    for length in range(len(parts), 0, -1):
        if "/".join(parts[:length]) in folders:
            return "/".join(parts[:length])
    return "/".join(parts[:2])


def _row_of(component: str) -> list[str] | None:
    parts = component.split("/")
    for length in range(len(parts), 0, -1):
        row = LAYERS.get("/".join(parts[:length]))
        if row is not None:
            return row
    return None


def _may_use(component: str, used: str) -> bool:
    if component == used:
        return True
    return any(used == name or used.startswith(name + "/") for name in _row_of(component) or [])


def _check_includes(tree: Tree, file: File, folders: set[str],
                    uses: dict[str, dict[str, tuple[str, int]]]) -> list[Problem]:
    problems = []
    component = component_of(file.path, folders)
    if _row_of(component) is None:
        return [Problem(file.path, 0, f"`{component}` has no row in the layer table")]
    for number, line in enumerate(file.lines, 1):
        match = INCLUDE.match(line)
        if not match or not match[1]:
            continue
        name = match[1]
        if not (tree.root / name).exists() and not name.startswith("generated/"):
            problems.append(Problem(file.path, number,
                                    f"`{name}` is not a path from the root of the repository"))
            continue
        used = component_of(name, folders)
        if not _may_use(component, used):
            problems.append(Problem(file.path, number, f"`{component}` may not use `{used}`"))
        elif used != component:
            uses.setdefault(component, {}).setdefault(used, (file.path, number))
    return problems


def _check_restricted(file: File) -> list[Problem]:
    problems = []
    for number, line in enumerate(file.lines, 1):
        match = INCLUDE.match(line)
        name = match and (match[1] or match[2])
        for pattern, allowed, reason in RESTRICTED:
            if name and pattern.match(name) and not file.path.startswith(allowed):
                problems.append(Problem(file.path, number, reason))
        for folder, pattern, reason in ABSENT:
            if file.path.startswith(folder) and pattern.search(line):
                problems.append(Problem(file.path, number, reason))
    return problems


def _library_name(folder: str) -> str:
    return "perry_" + folder.replace("perry-", "").replace("/", "_").replace("-", "_")


def _check_names(targets: list[cmake.Target]) -> list[Problem]:
    problems = []
    for target in targets:
        expected = _library_name(target.folder)
        if target.kind == "perry_library" and target.name != expected:
            problems.append(Problem(target.file.path, target.line,
                                    f"the library of this folder is called `{expected}`"))
    return problems


def _check_links(targets: list[cmake.Target],
                 uses: dict[str, dict[str, tuple[str, int]]]) -> list[Problem]:
    problems = []
    libraries = {target.name: target.folder for target in targets if target.kind == "perry_library"}
    linked: dict[str, set[str]] = {}
    for target in targets:
        links = linked.setdefault(target.folder, set())
        for dep in target.deps:
            if not dep.startswith("perry_"):
                continue
            if dep not in libraries:
                problems.append(Problem(target.file.path, target.line, f"unknown library `{dep}`"))
                continue
            used = libraries[dep]
            links.add(used)
            if not _may_use(target.folder, used):
                problems.append(Problem(target.file.path, target.line,
                                        f"`{target.folder}` may not link `{used}`"))
            elif used != target.folder and used not in uses.get(target.folder, {}):
                problems.append(Problem(target.file.path, target.line,
                                        f"links `{dep}` but includes nothing of it"))
    for component, used_by in sorted(uses.items()):
        if component not in linked:
            continue  # tests, and folders without targets
        for used, (path, line) in sorted(used_by.items()):
            if used in libraries.values() and used not in linked[component]:
                problems.append(Problem(path, line, f"uses `{used}` without linking "
                                                    f"`{_library_name(used)}`"))
    return problems


def _check_cycles(uses: dict[str, dict[str, tuple[str, int]]]) -> list[Problem]:
    """The table forbids most cycles; between the folders of one row it does not."""
    problems = []
    done: set[str] = set()
    stack: list[str] = []

    def visit(component: str) -> None:
        if component in stack:
            cycle = stack[stack.index(component):] + [component]
            problems.append(Problem(component, 0, "cycle of components: " + " -> ".join(cycle)))
            return
        if component in done:
            return
        stack.append(component)
        for used in sorted(uses.get(component, {})):
            visit(used)
        stack.pop()
        done.add(component)

    for component in sorted(uses):
        visit(component)
    return problems
