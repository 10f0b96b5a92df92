"""Just enough of C++'s lexical grammar to look at code without its comments and literals."""

import re

_TOKEN = re.compile(
    r"""(?P<comment>//(?:[^\n\\]|\\.|\\\n)*|/\*.*?\*/)
      | (?P<raw>\bu?8?R"(?P<tag>[^(\s]*)\(.*?\)(?P=tag)")
      | (?P<text>"(?:[^"\\\n]|\\.)*")
      | (?P<char>(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+')""", re.VERBOSE | re.DOTALL)


def _blank(text: str) -> str:
    """Keeps the lines where they are."""
    return "\n" * text.count("\n")


def without_comments(text: str) -> str:
    return _TOKEN.sub(lambda m: _blank(m[0]) or " " if m["comment"] else m[0], text)


def without_literals(text: str) -> str:
    def replace(match: re.Match[str]) -> str:
        return _blank(match[0]) or (" " if match["comment"] else "0")

    return _TOKEN.sub(replace, text)
