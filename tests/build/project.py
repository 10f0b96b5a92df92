"""A project in a temporary folder, built through real Ninja."""

import atexit
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

EDGE = re.compile(r"^\[\d+/\d+\] (\S+.*)$", re.MULTILINE)


def stand_in() -> Path:
    """stand_in.py as a program that starts at once: builds start hundreds, and to look for Python each time
    takes longer than all that they do."""
    folder = Path(tempfile.mkdtemp(prefix="perry-stand-in-"))
    folder.chmod(0o755)
    atexit.register(shutil.rmtree, folder)
    # Other users, whom tests make up, cannot reach one in somebody's home.
    python = shutil.which("python3", path="/usr/bin:/bin") or sys.executable
    text = Path(__file__).with_name("stand_in.py").read_text()
    program = folder / "stand_in.py"
    program.write_text(f"#!{python} -IS\n" + text.partition("\n")[2])
    program.chmod(0o755)
    return program


class Tools:
    """Set once, from the command line."""
    perry = Path()
    compile = stand_in()
    link = compile
    runtime: Path | None = None
    kill_rounds = 12


class Built:
    def __init__(self, done: subprocess.CompletedProcess):
        self.exit_code = done.returncode
        self.text = done.stdout
        edges = EDGE.findall(done.stdout)
        self.scans = edges.count("SCAN")
        self.compiles = sorted(e[3:] for e in edges if e.startswith("CC "))
        self.links = sorted(e[3:] for e in edges if e.startswith("LD "))


class Project:
    def __init__(self, files: dict[str, str], entry: str = "src/main.ts",
                 options: tuple[str, ...] = ()):
        self.options = options
        self.folder = Path(tempfile.mkdtemp(prefix="perry-build-"))
        self.root = self.folder / "project"
        self.entry = entry
        self.cache = self.folder / "cache"
        self.environment = {"PERRY_CACHE_DIR": str(self.cache)}
        self.runtime = Tools.runtime or self.folder / "runtime"
        if not Tools.runtime:
            self.runtime.mkdir()
            (self.runtime / "libperry_runtime.a").write_text("one")
            (self.runtime / "libraries.txt").write_text("libperry_runtime.a\n")
        self.write(files)

    def close(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / name
        text = path.read_text()
        assert old in text, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new))

    def remove(self, name: str) -> None:
        (self.root / name).unlink()

    @property
    def build(self) -> Path:
        return self.root / "build"

    def command(self, *arguments: str) -> list:
        """One of perry's commands that build, with the tools of this run."""
        return [Tools.perry, arguments[0], "--compile-tool", Tools.compile, "--link-tool", Tools.link,
                "--runtime", self.runtime, *arguments[1:]]

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(self.command(*arguments), cwd=self.root, capture_output=True, text=True,
                              check=False, env={**os.environ, **self.environment})

    def perry(self, *arguments: str) -> subprocess.CompletedProcess:
        """One that only looks."""
        return subprocess.run([Tools.perry, *arguments], cwd=self.root, capture_output=True, text=True,
                              check=False)

    def make(self, command: str, *options: str | Path, root: Path | None = None,
             **environment: str) -> subprocess.CompletedProcess:
        """A command that builds the entry, perhaps elsewhere and with other variables."""
        return subprocess.run(
            self.command(command, self.entry, *self.options, *options), cwd=root or self.root,
            capture_output=True, text=True, check=False,
            env={**os.environ, **self.environment, **environment})

    def configure(self, *options: str, root: Path | None = None,
                  **environment: str) -> subprocess.CompletedProcess:
        return self.make("configure", *options, root=root, **environment)

    def edges(self, root: Path | None = None, build: str = "build") -> list[dict[str, str]]:
        """What the steps of all builds in a folder have done, by the edge log."""
        log = (root or self.root) / build / "edges.log"
        names = ("kind", "outcome", "start", "duration", "bytes", "stores", "errors", "name", "key",
                 "tier", "problem")
        lines = log.read_text().split("\n") if log.exists() else []
        return [dict(zip(names, line.split("\t")[1:])) for line in lines if line]

    def ninja(self, *arguments: str, root: Path | None = None, **options: str) -> Built:
        return Built(subprocess.run(
            ["ninja", "-C", (root or self.root) / "build", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
            env={**os.environ, **options}))

    def scan(self, *arguments: str) -> str:
        done = subprocess.run([self.build / "tools/perry-scan", *arguments], cwd=self.build,
                              capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    def results(self, root: Path | None = None) -> dict[str, bytes]:
        """Everything that a build makes, apart from what it remembers for itself. Objects of
        modules that the program no longer has are nobody's."""
        build = (root or self.root) / "build"
        text = (build / "build.ninja").read_text()
        wanted = set(re.findall(r"^build (\S+): (?:cc|ld) ", text, re.MULTILINE))
        files = {name: (build / name).read_bytes() for name in wanted}
        # Those of the build before stay until the next one.
        for folder in ("req", "plan"):
            files |= {str(p.relative_to(build)): p.read_bytes() for p in (build / folder).iterdir()
                      if p.suffix != ".rsp" and p.stem in text}
        files["build.ninja"] = text.encode()
        return files

    def clean_results(self) -> dict[str, bytes]:
        """The same of a copy without a build folder."""
        copy = self.folder / "clean"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(self.root, copy, symlinks=True,
                        ignore=lambda folder, names: ["build"] if folder == str(self.root) else [])
        configured = self.configure("--no-cache", root=copy)
        assert configured.returncode == 0, configured.stderr
        built = self.ninja(root=copy)
        assert built.exit_code == 0, built.text
        return self.results(root=copy)
