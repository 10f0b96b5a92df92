"""What `perry` does beside building: settings, answers, reports, `dev`, and the targets of build.ninja."""

import json
import os
import shutil
import signal
import subprocess
import time
import unittest
from pathlib import Path

from project import Project, Tools

FILES = {
    "package.json": '{"name": "sample", "type": "module", "perry": {"entry": "src/app.ts"}}\n',
    "src/app.ts": 'import { f, limit } from "./math";\nconsole.log(f(limit));\n',
    "src/math.ts": "export function f(x: number) { return x + 1; }\nexport const limit = 10;\n",
    "src/tool.ts": 'import { f } from "./math";\nconsole.log(f(1));\n',
}


class Case(unittest.TestCase):
    def setUp(self) -> None:
        self.project = Project(FILES, entry="src/app.ts")
        self.addCleanup(self.project.close)

    def perry(self, *arguments: str) -> subprocess.CompletedProcess:
        return self.project.perry(*arguments)

    def config(self, folder: str = "build") -> dict:
        return json.loads((self.project.root / folder / "perry.json").read_text())


class Settings(Case):
    def test_entry_of_package_json(self):
        self.assertEqual(self.project.run("configure").returncode, 0)
        self.assertEqual(self.config()["programs"], [{"entry": "../src/app.ts", "name": "app"}])

    def test_names_and_settings_of_package_json(self):
        self.project.write({"package.json": json.dumps({"type": "module", "perry": {
            "entry": {"server": "src/app.ts", "tool": "src/tool.ts"}, "profile": "release",
            "cpu": "modern", "conditions": ["custom"], "external": ["fsevents"],
            "define": {"DEBUG": False, "process.env.MODE": '"a"', "ROOT": "globalThis"}}})})
        self.assertEqual(self.project.run("configure").returncode, 0)
        config = self.config()
        self.assertEqual([p["name"] for p in config["programs"]], ["server", "tool"])
        self.assertEqual((config["profile"], config["cpu"]), ("release", "x86-64-v3"))
        self.assertEqual((config["conditions"], config["externals"]), (["custom"], ["fsevents"]))
        self.assertEqual(config["define"], {"DEBUG": "false", "ROOT": "globalThis", "process.env.MODE": '"a"'})
        # The command line has the last word.
        options = ("--profile", "dev", "--define", "DEBUG=true", "--define", "MORE=1")
        self.assertEqual(self.project.run("configure", *options).returncode, 0)
        self.assertEqual(self.config()["profile"], "dev")
        self.assertEqual(self.config()["define"], {"DEBUG": "true", "MORE": "1", "ROOT": "globalThis",
                                                   "process.env.MODE": '"a"'})

    def test_entry_of_tsconfig(self):
        self.project.write({"package.json": '{"type": "module"}', "tsconfig.json":
                            '{\n  // The one source.\n  "files": ["env.d.ts", "src/tool.ts"],\n}'})
        self.assertEqual(self.project.run("configure").returncode, 0)
        self.assertEqual(self.config()["programs"], [{"entry": "../src/tool.ts", "name": "tool"}])

    def test_neither_file(self):
        self.project.remove("package.json")
        done = self.project.run("configure", "src/app.ts", "-B", "out")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_wrong_settings(self):
        for perry, message in (({"profile": "fast"}, "`profile` is dev, release or size"),
                               ({"entry": 1}, "`entry` is a file"),
                               ({"conditions": "a"}, "`conditions` is no array of strings"),
                               ({"cpus": "a"}, "it has no member `cpus`"), ([], "is no object"),
                               ({"define": ["A"]}, "`define` is no object"),
                               ({"define": {"VERSION": "1.2.3"}}, "`1.2.3` cannot stand for `VERSION`")):
            self.project.write({"package.json": json.dumps({"perry": perry})})
            done = self.project.run("configure")
            self.assertEqual(done.returncode, 2)
            self.assertIn(message, done.stderr)

    def test_wrong_definitions(self):
        for text, message in (("DEBUG", "--define: `DEBUG` says no value: write NAME=VALUE"),
                              ("V=1.2.3", "--define: `1.2.3` cannot stand for `V`: it is neither JSON nor a name"),
                              ("a-b=1", "--define: `a-b` cannot be defined"),
                              ("this=1", "--define: `this` cannot be defined")):
            done = self.project.run("configure", "--define", text)
            self.assertEqual(done.returncode, 2)
            self.assertIn(message, done.stderr)
            self.assertFalse((self.project.root / "build").exists())

    def test_several_entries_share_one_graph(self):
        self.assertEqual(self.project.run("configure", "src/app.ts", "src/tool.ts").returncode, 0)
        built = self.project.ninja()
        self.assertEqual((built.compiles, built.links),
                         (["src/app.ts", "src/math.ts", "src/tool.ts"], ["app", "tool"]), built.text)
        self.assertEqual(self.project.ninja("tool").compiles, [])


class Machines(Case):
    def refused(self, *arguments: str) -> str:
        done = self.project.run("configure", *arguments)
        self.assertEqual(done.returncode, 2, done.stdout)
        self.assertFalse((self.project.root / "build").exists(), "refused before anything is written")
        return done.stderr

    def test_refusals(self):
        # V08, V09: a level of another kind of processor, an unknown target, an inconsistent pair.
        self.assertIn("`modern` is a level of x86-64", self.refused("--target", "linux-arm64", "--cpu", "modern"))
        self.assertIn("`native` is the processor of this machine",
                      self.refused("--target", "linux-arm64", "--cpu", "native"))
        self.assertIn("is a level of x86-64 processors",
                      self.refused("--target", "aarch64-unknown-linux-gnu", "--cpu", "x86-64-v3"))
        self.assertIn("there is no target `win32-x64`", self.refused("--target", "win32-x64"))

    def test_levels_have_keys_of_their_own(self):
        # V06, V07: what the user says wins, and each level is built for itself.
        keys = set()
        for cpu, name in (("baseline", "x86-64-v2"), ("modern", "x86-64-v3")):
            self.assertEqual(self.project.run("configure", "--cpu", cpu).returncode, 0)
            self.assertEqual(self.config()["cpu"], name)
            keys.add((self.project.build / "build.ninja").read_text())
        self.assertEqual(len(keys), 2)

    def test_each_level_in_its_own_folder(self):
        for options in ((), ("--cpu", "modern"), ("--profile", "release")):
            self.assertEqual(self.project.run("build", *options).returncode, 0)
        self.assertEqual(sorted(p.name for p in (self.project.root / ".perry").iterdir()),
                         ["dev", "dev-modern", "release"])
        # None of them touched another.
        for options in ((), ("--cpu", "modern"), ("--profile", "release")):
            report = json.loads(self.project.run("build", "--format", "json", *options).stdout)
            self.assertEqual(report["edges"]["cc"]["run"], 0)


class Externals(Case):
    def test_external(self):
        self.project.write({"src/app.ts": 'export const a = () => require("fsevents");\n'
                                          'export const b = () => import("aws-sdk/clients/s3");\n'})
        self.assertNotEqual(self.project.run("configure").returncode, 0)
        done = self.project.run("configure", "--external", "fsevents", "--external", "aws-sdk/*")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_declaration_of_an_external(self):
        self.project.write({"src/app.ts": 'import x from "aws-sdk";\nconsole.log(x);\n'})
        done = self.project.run("configure", "--external", "aws-sdk")
        self.assertEqual(done.returncode, 1)
        self.assertIn("error[P5109]: `aws-sdk` is left out of the program", done.stderr)


class Targets(Case):
    def setUp(self) -> None:
        super().setUp()
        self.assertEqual(self.project.run("configure").returncode, 0)

    def test_check_links_nothing(self):
        built = self.project.ninja("check")
        self.assertEqual((built.compiles, built.links), (["src/app.ts", "src/math.ts"], []), built.text)

    def test_clean(self):
        self.project.ninja()
        self.assertEqual(self.project.ninja("clean").exit_code, 0)
        self.assertFalse((self.project.build / "app").exists())
        self.assertTrue((self.project.root / "src/math.ts").exists())
        self.assertEqual(self.project.ninja().links, ["app"])

    def test_tools_of_ninja(self):
        self.project.ninja()
        entries = json.loads(self.project.ninja("--quiet", "-t", "compdb", "cc").text)
        self.assertEqual(sorted(e["file"] for e in entries), ["../src/app.ts", "../src/math.ts"])
        for tool in (("missingdeps",), ("graph", "all"), ("targets", "all"), ("commands", "app"),
                     ("query", "../src/math.ts"), ("cleandead",)):
            done = self.project.ninja("-t", *tool)
            self.assertEqual(done.exit_code, 0, done.text)
        self.assertEqual((self.project.ninja().compiles, self.project.ninja().links), ([], []))

    def test_one_file(self):
        # G18: one module without a link.
        built = self.project.ninja("../src/math.ts^")
        self.assertEqual((built.compiles, built.links), (["src/math.ts"], []), built.text)


class Copies(Case):
    def test_build_folder_that_was_copied(self):
        # Links to the tools that became files and folders, or are not there, are made again.
        self.assertEqual(self.project.run("build").returncode, 0)
        for number, symlinks in enumerate((False, True)):
            copy = self.project.folder / f"copy{number}"
            shutil.copytree(self.project.root, copy, symlinks=symlinks)
            if symlinks:
                shutil.rmtree(copy / ".perry/dev/tools")
            done = self.project.make("build", root=copy)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertEqual((copy / ".perry/dev/tools/runtime").readlink(), self.project.runtime)


class Reports(Case):
    def report(self, *options: str) -> dict:
        done = self.project.run("build", "--format", "json", *options)
        return json.loads(done.stdout)

    def test_json(self):
        # R09, K03, O17
        first = self.report()
        self.assertTrue(first["ok"])
        self.assertEqual(first["edges"]["cc"], {"run": 2, "failed": 0, "skipped": 0})
        self.assertEqual(first["programs"][0]["link_cache"], {"linked": True, "skipped": False})
        self.project.edit("src/math.ts", "limit = 10", "limit = 11")
        second = self.report()
        self.assertEqual(second["edges"]["cc"], {"run": 2, "failed": 0, "skipped": 0})
        reasons = {s["subject"]: s["reasons"] for s in second["steps"] if s["kind"] == "cc"}
        self.assertEqual(reasons, {"src/app.ts": ["the value of `limit` of `src/math.ts` was 10 and is 11"],
                                   "src/math.ts": ["its own text changed"]})
        self.assertTrue(all(s["end_ms"] >= s["start_ms"] for s in second["steps"] if s["kind"] == "cc"))
        third = self.report()
        self.assertEqual(third["edges"]["cc"], {"run": 0, "failed": 0, "skipped": 2})
        self.assertEqual(third["programs"][0]["link_cache"], {"linked": False, "skipped": True})

    def test_failures(self):
        # G01: every failed module with its first error, and no program.
        self.project.edit("src/math.ts", "x + 1", "FAIL")
        self.project.edit("src/app.ts", "console", "FAIL; console")
        done = self.project.run("build", "-k", "0")
        self.assertEqual(done.returncode, 1)
        self.assertIn("2 steps failed, so no program was made:", done.stderr)
        for name in ("src/app.ts", "src/math.ts"):
            self.assertIn(f"  {name}: {name}: it says FAIL", done.stderr)
        report = self.report("-k", "0")
        self.assertFalse(report["ok"])
        self.assertEqual(report["edges"]["cc"]["failed"], 2)
        self.assertIsNone(report["programs"][0]["bytes"])

    def test_trace(self):
        # G09: each stage and each module, with its time, for machines.
        trace = self.project.root / "trace.json"
        self.assertEqual(self.project.run("build", "--trace", str(trace)).returncode, 0)
        events = json.loads(trace.read_text())["traceEvents"]
        names = {e["name"] for e in events if e["ph"] == "X"}
        for name in ("configure", "scan", "ninja", "graph", "cc src/app.ts", "ld app"):
            self.assertIn(name, names)

    def test_trace_that_cannot_be_written(self):
        for path in ("/dev/full", "nowhere/trace.json"):
            done = self.project.run("build", "--trace", path)
            self.assertEqual(done.returncode, 1, path)
            self.assertIn(f"cannot write the trace `{path}`", done.stderr)
        done = subprocess.run([self.project.root / ".perry/dev/tools/perry-scan", "--trace", "/dev/full"],
                              cwd=self.project.root / ".perry/dev", capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertIn("error[P9007]: cannot write `/dev/full`", done.stderr)

    def test_lines_without_a_terminal(self):
        done = self.project.run("build")
        self.assertIn("[1/3] CC src/", done.stdout)
        self.assertNotIn("\033", done.stdout + done.stderr)


class Answers(Case):
    def test_why(self):
        self.assertEqual(self.project.run("build").returncode, 0)
        self.assertIn("imported by src/app.ts as \"./math\"", self.perry("why", "src/math.ts").stdout)
        self.project.edit("src/math.ts", "f(x: number)", "f(x: number, y = 2)")
        said = self.perry("why", "src/app.ts").stdout
        self.assertIn("will be compiled because\n    the parameters of `f` of `src/math.ts` changed: "
                      "1 before, 2 now", said)
        self.assertEqual(self.project.run("build").returncode, 0)
        self.assertIn("was last compiled because", self.perry("why", "src/app.ts").stdout)
        self.project.edit("src/app.ts", "import", 'import "./tool";\nimport')
        self.assertIn("will be linked because", self.perry("why", "app").stdout)
        self.assertIn("is not part of the program", self.perry("why", "src/nowhere.ts").stdout)

    def test_why_of_a_definition(self):
        self.project.edit("src/math.ts", "limit = 10", "limit = LIMIT")
        for value in ("1", "2"):
            self.assertEqual(self.project.run("build", "--define", f"LIMIT={value}").returncode, 0)
        # A configuration that changed is scanned once.
        edges = [(e["kind"], e["name"]) for e in self.project.edges(build=".perry/dev")]
        self.assertEqual([e for e in edges if e[0] == "scan"], [("scan", "build.ninja")] * 2)
        self.assertIn("was last compiled because\n    what `LIMIT` is defined as was `1` and is `2`",
                      self.perry("why", "src/math.ts").stdout)
        self.assertEqual(self.project.run("build").returncode, 0)
        self.assertIn("`LIMIT` is not defined any more", self.perry("why", "src/math.ts").stdout)

    def test_graph(self):
        self.assertIn("import \"./math\": src/math.ts", self.perry("graph").stdout)
        graph = json.loads(self.perry("graph", "--format", "json").stdout)
        self.assertEqual([m["path"] for m in graph["modules"]], ["src/app.ts", "src/math.ts"])
        self.assertEqual(graph["modules"][0]["imports"][0]["module"], 1)
        self.assertIn("n0 -> n1;", self.perry("graph", "--format", "dot").stdout)
        page = self.perry("graph", "--format", "html").stdout
        self.assertIn('"path":"src/math.ts"', page)
        self.assertNotIn("http", page.replace("http-equiv", ""))

    def test_page_cannot_be_broken_out_of(self):
        self.project.write({"src/</script>.ts": "export {};\n",
                            "src/app.ts": 'import "./</script>";\n'})
        page = self.perry("graph", "--format", "html").stdout
        self.assertEqual(page.count("</script>"), 1)

    def test_explain(self):
        said = self.perry("explain", "p1003").stdout
        self.assertTrue(said.startswith("P1003: unterminated string literal\n"), said)
        self.assertIn('    const text = "first line\n', said)
        self.assertIn("P5101  cannot resolve `...`: ...\n", self.perry("explain").stdout)
        self.assertEqual(self.perry("explain", "P0000").returncode, 2)

    def test_check_reports_all(self):
        # G02
        self.project.edit("src/math.ts", "x + 1", "FAIL")
        self.project.edit("src/app.ts", "console", "FAIL; console")
        done = self.project.run("check")
        self.assertEqual(done.returncode, 1)
        self.assertIn("src/app.ts: it says FAIL", done.stderr)
        self.assertIn("src/math.ts: it says FAIL", done.stderr)
        self.assertFalse((self.project.root / ".perry/dev/app").exists())


class NewProjects(unittest.TestCase):
    def test_init(self):
        project = Project({"README.md": "x\n"})
        self.addCleanup(project.close)
        done = project.perry("init", "--ide", "vscode")
        self.assertEqual(done.returncode, 0, done.stderr)
        for name in ("package.json", "tsconfig.json", ".vscode/tasks.json", ".vscode/launch.json"):
            json.loads((project.root / name).read_text())
        self.assertEqual(project.run("build").returncode, 0)
        (project.root / "src/main.ts").write_text("mine")
        self.assertIn("kept    src/main.ts", project.perry("init").stdout)
        self.assertEqual((project.root / "src/main.ts").read_text(), "mine")


class Dev(Case):
    """`perry dev`. The stand-in's programs are no programs, so the link tool makes a script."""

    LINKER = """#!/bin/sh
while [ $# -gt 0 ]; do case $1 in -o) out=$2;; esac; shift; done
{ echo '#!/bin/sh'; echo "echo started $(cat ../../src/math.ts | tr -dc 0-9)"; echo 'exec sleep 60'; } > "$out.new"
chmod +x "$out.new"; cmp -s "$out.new" "$out" || mv "$out.new" "$out"
"""

    def setUp(self) -> None:
        super().setUp()
        linker = self.project.folder / "linker"
        linker.write_text(self.LINKER)
        linker.chmod(0o755)
        self.log = self.project.folder / "log"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                self.project.command("dev", "--link-tool", str(linker)), cwd=self.project.root, stdout=log,
                stderr=subprocess.STDOUT, start_new_session=True)
        self.addCleanup(self.end)

    def end(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def wait_for(self, text: str, count: int = 1) -> None:
        end = time.monotonic() + 60
        while self.log.read_text().count(text) < count:
            self.assertLess(time.monotonic(), end, self.log.read_text())
            self.assertIsNone(self.process.poll(), self.log.read_text())
            time.sleep(0.02)

    def children(self) -> list[str]:
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return path.read_text().split()

    def test_changes_errors_and_the_end(self):
        self.wait_for("started 110")
        first = self.children()
        self.assertEqual(len(first), 1)
        self.project.edit("src/math.ts", "limit = 10", "limit = 11")
        self.wait_for("started 111")
        second = self.children()
        self.assertNotEqual(first, second)
        # An error leaves the program alone, and the next change mends it.
        self.project.edit("src/math.ts", "x + 1", "FAIL + 1")
        self.wait_for("waiting for a change")
        self.assertEqual(self.children(), second)
        # A file that was missing appears in a folder that did not exist.
        self.project.edit("src/math.ts", "FAIL + 1", "x + 2")
        self.project.edit("src/app.ts", "import", 'import "./new/part";\nimport')
        self.wait_for("cannot resolve `./new/part`")
        self.project.write({"src/new/part.ts": "export {};\n"})
        self.wait_for("started 211")
        child = int(self.children()[0])
        self.process.send_signal(signal.SIGINT)
        self.assertEqual(self.process.wait(timeout=20), 128 + signal.SIGINT)
        self.assertFalse(Path(f"/proc/{child}").exists(), "the program ends with it")

    def test_killed(self):
        self.wait_for("started 110")
        child = int(self.children()[0])
        self.process.kill()
        self.process.wait()
        end = time.monotonic() + 10
        while Path(f"/proc/{child}").exists() and time.monotonic() < end:
            time.sleep(0.02)
        self.assertFalse(Path(f"/proc/{child}").exists(), "the program ends with it")
