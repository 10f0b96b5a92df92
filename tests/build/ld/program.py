"""Small programs to link: a plan, objects made from C, and a runtime that only says what it finds."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

MODULE, COMMONJS = 0, 1
BINDING, NAMESPACE, COMMONJS_NAME = 0, 1, 2


@dataclass
class Module:
    id: str
    path: str
    kind: int = MODULE
    requests: list[int] = field(default_factory=list)
    exports: list[tuple[str, int, int, str]] | None = None  # None: nobody sees a namespace
    commonjs_names: list[str] = field(default_factory=list)


class Writer:
    def __init__(self):
        self.bytes = b""

    def u8(self, value: int) -> None:
        self.bytes += bytes([value])

    def varint(self, value: int) -> None:
        while value >= 128:
            self.u8(value & 127 | 128)
            value >>= 7
        self.u8(value)

    def string(self, text: str) -> None:
        data = text.encode()
        self.varint(len(data))
        self.bytes += data

    def sequence(self, items, write) -> None:
        self.varint(len(items))
        for item in items:
            write(item)


def encode_plan(modules: list[Module], entries: list[int], profile: int = 0,
                triple: str = "x86_64-unknown-linux-gnu", output: int = 0, library: str = "") -> bytes:
    out = Writer()
    out.bytes = b"PLNK\x02"
    for text in ("", triple, "x86-64-v2"):
        out.string(text)
    out.u8(profile)
    out.u8(output)
    out.string(library)

    def request(target: int) -> None:
        out.varint(target)
        out.u8(0)

    def export(row: tuple[str, int, int, str]) -> None:
        out.string(row[0])
        out.u8(row[1])
        out.varint(row[2])
        out.string(row[3])

    def module(m: Module) -> None:
        out.string(m.id)
        out.string(m.path)
        out.u8(m.kind)
        out.u8(2 if m.exports is not None else 0)
        out.sequence(m.requests, request)
        out.sequence(m.exports or [], export)
        out.sequence(m.commonjs_names, out.string)

    out.sequence(modules, module)
    out.sequence(entries, out.varint)
    return out.bytes + hashlib.sha256(out.bytes).digest()


# What perry-cc makes of a module, as far as the linker looks: its ModuleInfo, its exports.
def module_source(module: Module, exports: dict[str, int], uses: str = "") -> str:
    text = "extern const char perry_abi asm(PERRY_ABI_SYMBOL);\n"
    for number, (name, value) in enumerate(exports.items()):
        text += (f'__attribute__((visibility("hidden"))) _Thread_local long export{number} '
                 f'asm("p.{module.id}.{name}") = {value};\n')
    return text + (f'const struct {{ int kind, is_async; const char *path; const void *abi; }} info '
                   f'asm("p.{module.id}") = {{{module.kind}, 0, "{module.path}", &perry_abi}};\n{uses}')


class Tools:
    """Set once, from the command line."""
    linker = Path()
    compiler = Path()
    abi = ""
    runtime = Path()  # the compiled runtime.c, as an archive

    @classmethod
    def compile(cls, source: Path, to: Path) -> None:
        subprocess.run(
            [cls.compiler, "-c", "-O1", "-fno-pie", "-ftls-model=local-exec", "-ffunction-sections",
             f'-DPERRY_ABI_SYMBOL="perry_abi_{cls.abi}"', f"-I{Path(__file__).parents[3]}",
             "-x", "c" if source.suffix == ".c" else "c++", source.name, "-o", to],
            check=True, cwd=source.parent)


class Program:
    def __init__(self, modules: list[Module], entries: list[int], **options):
        self.folder = Path(tempfile.mkdtemp(prefix="perry-ld-"))
        self.modules, self.entries = modules, entries
        self.write_plan(**options)

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def write_plan(self, **options) -> None:
        (self.folder / "app.plan").write_bytes(encode_plan(self.modules, self.entries, **options))

    def write_object(self, module: Module, exports: dict[str, int], uses: str = "") -> None:
        source = self.folder / f"{module.id}.c"
        source.write_text(module_source(module, exports, uses))
        Tools.compile(source, self.folder / f"{module.id}.o")

    def link(self, *options: str, objects: list[str] | None = None,
             output: str = "app") -> subprocess.CompletedProcess:
        if objects is None:
            objects = [f"{m.id}.o" for m in self.modules]
        if "--runtime" not in options:
            options = ("--runtime", str(Tools.runtime), *options)
        return subprocess.run(
            [Tools.linker, "link", "--plan", "app.plan", "-o", output, *options, *objects],
            cwd=self.folder, capture_output=True, text=True, check=False,
            env={**os.environ, "NO_COLOR": "1"})

    def run(self) -> str:
        return subprocess.run([self.folder / "app"], capture_output=True, text=True,
                              check=True).stdout
