"""From tests to verdicts: a batch of tests becomes one program, which runs each in its own process.

    check    what the front end says of every variant of every test (perry-cc --batch)
    scan     one program of all that it accepts, with the harness: requests and a link plan
    compile  each module that has not been compiled before (perry-cc compile --batch)
    link     the program, with the host of tests/conformance/host
    run      each variant: the harness, then the test

What fails is charged to the tests that have to do with it, and the rest goes on without them.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from .processes import Died, LineServer
from .suite import Metadata, harness_of, metadata_of, modes_of, script_path, scripts_of

_SPECIFIER = re.compile(r"""['"](\.{1,2}/[^'"\n]+)['"]""")
_COMPUTED_IMPORT = re.compile(rb"""\bimport(\.\w+)?\(\s*[^'"\s)]""")
_COMPILE = re.compile(r"^build (obj/\S+): cc \|\| .*\n  key = (\w+)\n  source = (.*)$", re.M)
_LINK = re.compile(r"^build batch: ld ((?:\S+ )*?\S+) \|.*\n  key = (\w+)$", re.M)
_TRIPLE = "x86_64-unknown-linux-gnu"


@dataclass
class Variant:
    """One way in which a test is run. Paths are relative to the project."""
    test: str
    mode: str
    metadata: Metadata
    path: str
    files: set[str] = field(default_factory=set)  # itself and what it may import
    computed: set[str] = field(default_factory=set)  # what it may import by a computed specifier
    scripts: set[str] = field(default_factory=set)  # what it may give to $262.evalScript
    failure: tuple[str, str] | None = None  # cause and detail
    is_done: bool = False  # there is nothing to run

    def fail(self, cause: str, detail: str = "") -> None:
        self.failure = self.failure or (cause, detail.strip())

    def expects(self, phase: str) -> bool:
        return self.metadata.negative is not None and self.metadata.negative.phase == phase


@dataclass
class Settings:
    suite: Path  # the checkout
    tools: Path  # the folder of Perry's programs
    profile: str
    seconds: int  # of processor time for each test
    megabytes: int  # of memory


class Runner:
    """A project and a build folder in which batches are built one after the other."""

    def __init__(self, settings: Settings, folder: Path):
        self.settings = settings
        self.project = folder
        self.build = folder / "build"
        (self.build / "tools").mkdir(parents=True)
        for tool in ("perry-scan", "perry-cc", "perry-ld"):
            (self.build / "tools" / tool).symlink_to(settings.tools / tool)
        runtime = settings.tools.parent / "lib/perry-test262"
        (self.build / "tools/runtime").symlink_to(runtime)
        (folder / "package.json").write_text('{"type": "module"}\n')
        self.checker = LineServer(["tools/perry-cc", "--batch", "--stop-after=bind"], str(self.build), 60)
        self.compiler = LineServer(["tools/perry-cc", "compile", "--batch", "--root", "..", "--color=never"],
                                   str(self.build), 120)
        self.compiled: set[str] = set()  # keys

    def close(self) -> None:
        self.checker.close()
        self.compiler.close()

    def run(self, tests: list[str]) -> list[Variant]:
        variants = [variant for test in tests for variant in self._prepare(test)]
        for variant in variants:
            self._check(variant)
        self._run_all([v for v in variants if v.failure is None and not v.expects("parse")])
        self._clean()
        return variants

    # --- sources ---

    def _prepare(self, test: str) -> list[Variant]:
        place = self.settings.suite / "test" / test
        # Not as text: line ends are part of some tests.
        source = place.read_bytes()
        metadata = metadata_of(source.decode(errors="replace"))
        variants = []
        for mode in modes_of(metadata.flags):
            variant = Variant(test, mode, metadata, f"{mode}/{test}")
            self._write(variant.path, b'"use strict";\n' + source if mode == "strict" else source)
            variant.files.add(variant.path)
            self._copy_imports(variant, variant.path, source)
            self._write_scripts(variant, source)
            if _COMPUTED_IMPORT.search(source):
                variant.computed = {file for file in variant.files if file.endswith("_FIXTURE.js")}
            variants.append(variant)
        for name in harness_of(metadata):
            self._write(f"harness/{name}", (self.settings.suite / "harness" / name).read_bytes())
        return variants

    def _write(self, path: str, contents: bytes) -> None:
        target = self.project / path
        if target.exists():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(contents)

    def _copy_imports(self, variant: Variant, path: str, source: bytes) -> None:
        """Whatever a string in the source may mean that is a file of the suite."""
        for specifier in _SPECIFIER.findall(source.decode(errors="replace")):
            target = os.path.normpath(os.path.join(os.path.dirname(path), specifier))
            place = self.settings.suite / "test" / target.removeprefix(f"{variant.mode}/")
            if target in variant.files or not target.startswith(f"{variant.mode}/") or not place.is_file():
                continue
            contents = place.read_bytes()
            self._write(target, contents)
            variant.files.add(target)
            if target.endswith(".js"):
                self._copy_imports(variant, target, contents)

    def _write_scripts(self, variant: Variant, source: bytes) -> None:
        """The text of a script is compiled beside the test that evaluates it."""
        for text in scripts_of(source.decode(errors="replace")):
            path = script_path(text)
            self._write(path, text.encode())
            (verdict, _, _), _ = self.checker.ask(f"../{path}\tscript\tjs\t")
            if verdict == "error":
                (self.project / path).write_text("throw new SyntaxError('the text is not a script');\n")
            variant.files.add(path)
            variant.scripts.add(path)

    def _clean(self) -> None:
        for folder in ("sloppy", "strict", "module", "scripts", "build/obj"):
            shutil.rmtree(self.project / folder, ignore_errors=True)
        self.compiled.clear()

    # --- stages ---

    def _check(self, variant: Variant) -> None:
        goal = "module" if variant.mode == "module" else "script"
        try:
            (verdict, code, _), _ = self.checker.ask(f"../{variant.path}\t{goal}\tjs\t")
        except Died as death:
            return variant.fail("compiler crash", f"front end: {death}")
        is_rejected = verdict == "error"
        if variant.expects("parse"):
            return None if is_rejected else variant.fail("accepted", "an early error is expected")
        return None if verdict == "ok" else variant.fail("rejected", f"{verdict} {code}")

    def _run_all(self, variants: list[Variant]) -> None:
        """Builds a program of the variants and runs them; those with another failure drop out."""
        while variants:
            modules = self._scan(variants)
            if modules is not None and self._compile(variants, modules):
                break
            variants = [v for v in variants if v.failure is None and not v.is_done]
        if not variants:
            return
        for variant in variants:
            if variant.expects("resolution"):
                variant.fail("accepted", "an error of linking is expected")
        variants = [v for v in variants if v.failure is None]
        message = self._link()
        if message and len(variants) > 1:
            middle = len(variants) // 2
            self._run_all(variants[:middle])
            self._run_all(variants[middle:])
        elif message:
            variants[0].fail("link", message)
        else:
            self._execute(variants)

    def _scan(self, variants: list[Variant]) -> list[tuple[str, str, str]] | None:
        """Of each module object, key and source. None when some variant can't be part of a program."""
        harness = sorted({f"harness/{name}" for v in variants for name in harness_of(v.metadata)})
        entries = [{"path": f"../{name}", "goal": "script"} for name in harness]
        entries += [{"path": f"../{v.path}", "goal": "module" if v.mode == "module" else "script"}
                    for v in variants]
        scripts = set().union(*(v.scripts for v in variants))
        entries += [{"path": f"../{script}", "goal": "script"} for script in sorted(scripts)]
        computed = set().union(*(v.computed for v in variants))
        entries += [{"path": f"../{file}", "goal": "module"} for file in sorted(computed)]
        config = {"root": "..", "profile": self.settings.profile, "triple": _TRIPLE, "cpu": "x86-64-v2",
                  "conditions": [], "programs": [{"name": "batch", "entries": entries}]}
        (self.build / "perry.json").write_text(json.dumps(config))
        scan = subprocess.run(["tools/perry-scan", "--config", "perry.json", "--format", "json"],
                              cwd=self.build, capture_output=True, text=True, check=False)
        if scan.returncode == 0:
            ninja = (self.build / "build.ninja").read_text()
            link = _LINK.search(ninja)
            self._plan = (link[2], link[1].split())
            return _COMPILE.findall(ninja)
        self._charge(variants, scan.returncode, scan.stderr)
        return None

    def _charge(self, variants: list[Variant], code: int, messages: str) -> None:
        errors: dict[str, str] = {}
        for line in messages.splitlines():
            try:
                report = json.loads(line)
            except json.JSONDecodeError:
                continue
            if report.get("severity") == "error" and report.get("file"):
                errors.setdefault(report["file"], f"{report['code']} {report['message']}")
        guilty = [v for v in variants if v.files & errors.keys()]
        for variant in guilty:
            variant.is_done = True
            if not variant.expects("resolution"):
                variant.fail("scan", next(errors[f] for f in sorted(variant.files) if f in errors))
        for variant in [] if guilty else variants:
            variant.fail("scan", f"exit code {code}: {messages[:500]}")

    def _compile(self, variants: list[Variant], modules: list[tuple[str, str, str]]) -> bool:
        """False when some variant has failed."""
        ok = True
        for made, key, source in modules:
            if key in self.compiled:
                continue
            (self.build / made).parent.mkdir(parents=True, exist_ok=True)
            failure = None
            try:
                (verdict, code, _), (text,) = self.compiler.ask(f"req/{key}.req\t{made}")
                if verdict != "ok":
                    cause = "compiler fault" if verdict == "broken" else "compile"
                    failure = (cause, f"{code} {text[:500]}")
            except Died as death:
                failure = ("compiler crash", str(death))
            if failure is None:
                self.compiled.add(key)
                continue
            ok = False
            for variant in variants:
                if source in variant.files or source.removeprefix("harness/") in harness_of(variant.metadata):
                    # Data are read when they are compiled.
                    if variant.expects("resolution") and source.endswith(".json") and failure[0] == "compile":
                        variant.is_done = True
                    else:
                        variant.fail(*failure)
        return ok

    def _link(self) -> str:
        plan, objects = self._plan
        (self.build / "objects.rsp").write_text("\n".join(objects))
        link = subprocess.run(["tools/perry-ld", "link", "--always", "--plan", f"plan/{plan}.plan", "--runtime",
                               "tools/runtime", "--strip", "all", "-o", "batch", "@objects.rsp"],
                              cwd=self.build, capture_output=True, text=True, check=False)
        return link.stderr or f"exit code {link.returncode}" if link.returncode != 0 else ""

    def _execute(self, variants: list[Variant]) -> None:
        program = LineServer(["./batch", str(self.settings.seconds), str(self.settings.megabytes)],
                             str(self.build), 12 * self.settings.seconds)
        for variant in variants:
            paths = [f"harness/{name}" for name in harness_of(variant.metadata)] + [variant.path]
            try:
                (outcome, _, _), (output, errors) = program.ask("\t".join(paths), 2)
            except Died as death:
                variant.fail("host", str(death))
                continue
            self._judge(variant, outcome, output, errors)
        program.close()

    def _judge(self, variant: Variant, outcome: str, output: str, errors: str) -> None:
        lines = errors.rstrip("\n").split("\n", 1)
        detail = ": ".join(lines)[:500]
        if outcome == "timeout":
            return variant.fail("timeout")
        if outcome.startswith(("signal", "exit")):
            return variant.fail("crash", f"{outcome} {detail}")
        if variant.metadata.negative is not None:
            if outcome == "ok":
                return variant.fail("accepted", f"a {variant.metadata.negative.type} is expected")
            if lines[0] != variant.metadata.negative.type:
                return variant.fail("threw", detail)
            return None
        if outcome == "threw":
            return variant.fail("threw", detail)
        if "async" in variant.metadata.flags:
            if "Test262:AsyncTestFailure:" in output:
                return variant.fail("async", output.split("Test262:AsyncTestFailure:", 1)[1].split("\n")[0][:500])
            if "Test262:AsyncTestComplete" not in output.splitlines():
                return variant.fail("async", "$DONE was not called")
        return None
