"""Small rules that keep the sources even."""

import re

from .tree import File, Problem, Tree

TEXT_SUFFIXES = {".h", ".cpp", ".def", ".inc", ".py", ".cmake", ".txt", ".md", ".json", ".ts", ".js",
                 ".mjs", ".yml", ".yaml", ""}
CPP_NAME = re.compile(r"[a-z0-9_]+(\.inc)?\.(h|cpp|def|inc)")
PYTHON_NAME = re.compile(r"[a-z0-9_]+\.py")
FOLDER_NAME = re.compile(r"\.?[a-z0-9][a-z0-9_-]*")

# Written so that this file does not match itself.
UNFINISHED = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|HA" + r"CK)\b")
MACHINE_PATH = re.compile(r"(?<![\w./$}*])/(work|root|Users|home/\w+)" + r"/")
BARE_SUPPRESSION = re.compile(r"NO" + r"LINT(NEXTLINE|BEGIN)?(?!END)\b(?!\([\w.,-]+\): \S)")
TYPE_ALIAS = re.compile(r"^\s*type" + r"def\b")
USING_DECLARATION = re.compile(r"^\s*using (?:::)?(?:\w+::)+(\w+);")
LICENSE_START = "MIT License"


def check(tree: Tree) -> list[Problem]:
    problems = []
    for file in tree.files:
        problems += _check_name(file)
        if file.suffix not in TEXT_SUFFIXES or file.is_test_data:
            continue
        problems += _check_white_space(file)
        problems += _check_words(file)
        if file.suffix == ".h":
            problems += _check_header(file)
        if file.suffix == ".cpp":
            problems += _check_using_declarations(file)
    if "LICENSE" not in tree.paths or not (tree.root / "LICENSE").read_text().startswith(LICENSE_START):
        problems.append(Problem("LICENSE", 0, "the MIT license is missing"))
    return problems


def _check_name(file: File) -> list[Problem]:
    problems = []
    if file.is_test_data:
        return problems
    if file.suffix in (".h", ".cpp", ".def", ".inc") and not CPP_NAME.fullmatch(file.name):
        problems.append(Problem(file.path, 0, "C++ files are named in snake_case"))
    if file.suffix in (".cc", ".cxx", ".hpp", ".hh"):
        problems.append(Problem(file.path, 0, "C++ files end in .h or .cpp"))
    if file.suffix == ".py" and not PYTHON_NAME.fullmatch(file.name):
        problems.append(Problem(file.path, 0, "Python files are named in snake_case"))
    for folder in file.path.split("/")[:-1]:
        if not FOLDER_NAME.fullmatch(folder):
            problems.append(Problem(file.path, 0, f"the folder name `{folder}` is not lower case"))
    return problems


def _check_white_space(file: File) -> list[Problem]:
    problems = []
    if file.data and not file.data.endswith(b"\n"):
        problems.append(Problem(file.path, len(file.lines), "no newline at the end"))
    if file.data.endswith(b"\n\n"):
        problems.append(Problem(file.path, len(file.lines), "empty lines at the end"))
    for number, line in enumerate(file.lines, 1):
        if "\t" in line:
            problems.append(Problem(file.path, number, "tab"))
        if line != line.rstrip():
            problems.append(Problem(file.path, number, "white space at the end of the line"))
    return problems


def _check_words(file: File) -> list[Problem]:
    problems = []
    is_for_c = any("__cplusplus" in line for line in file.lines)
    for number, line in enumerate(file.lines, 1):
        if UNFINISHED.search(line):
            problems.append(Problem(file.path, number, "unfinished work belongs in the tracker"))
        if MACHINE_PATH.search(line):
            problems.append(Problem(file.path, number, "absolute path of one machine"))
        # clang-tidy would look for it in every header of the library, in every source.
        if file.is_cpp and not is_for_c and TYPE_ALIAS.search(line):
            problems.append(Problem(file.path, number, "a type's other name is written `using`"))
        if file.is_cpp and BARE_SUPPRESSION.search(line):
            problems.append(Problem(file.path, number,
                                    "a suppression names its check and its reason: "
                                    "`NO" "LINT(check-name): reason`"))
    return problems


def _check_using_declarations(file: File) -> list[Problem]:
    declared = {match[1]: number for number, line in enumerate(file.lines, 1)
                if (match := USING_DECLARATION.match(line))}
    if not declared:
        return []
    text = "\n".join(line for line in file.lines if not USING_DECLARATION.match(line))
    used = set(re.findall(r"(?<!::)\b\w+", text))
    # What a macro's rows name stands in a table that is included.
    if re.search(r'#include ".*\.(def|inc|inc\.h)"', text):
        return []
    return [Problem(file.path, number, f"nothing uses `{name}` without its namespace")
            for name, number in declared.items() if name not in used]


def _check_header(file: File) -> list[Problem]:
    # Pieces that are textually part of one other file are not headers.
    if file.name.endswith(".inc.h"):
        return []
    code = [line for line in file.lines if line and not line.startswith("//")]
    if not code or code[0] != "#pragma once":
        return [Problem(file.path, 1, "a header starts with `#pragma once`")]
    return []
