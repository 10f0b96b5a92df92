"""Builds that are interrupted, or that meet each other, leave a state from which the next is right."""

import json
import os
import random
import signal
import subprocess
import time
import unittest
from collections.abc import Callable
from pathlib import Path

from project import Project, Tools

MODULES = 12


def files() -> dict[str, str]:
    result = {"package.json": '{"type": "module"}\n'}
    for i in range(MODULES):
        imports = "".join(f'import {{ f{j} }} from "./m{j}";\n' for j in range(i + 1, min(i + 3, MODULES)))
        uses = " + ".join(f"f{j}()" for j in range(i + 1, min(i + 3, MODULES))) or "1"
        result[f"src/m{i}.ts"] = f"{imports}export function f{i}() {{ return {uses}; }}\n"
    result["src/main.ts"] = 'import { f0 } from "./m0";\nconsole.log(f0());\n'
    return result


class Case(unittest.TestCase):
    def setUp(self) -> None:
        self.project = Project(files())
        self.addCleanup(self.project.close)
        self.assertEqual(self.project.configure().returncode, 0)

    def change(self, chance: random.Random) -> None:
        module = chance.randrange(MODULES)
        path = self.project.root / f"src/m{module}.ts"
        text = path.read_text()
        number = chance.randrange(1_000_000)
        if chance.random() < 0.5:
            path.write_text(text.replace("return ", f"return {number} + ", 1))
        else:
            path.write_text(text + f"export const c{number} = {number};\n")

    def start(self) -> subprocess.Popen:
        return subprocess.Popen(["ninja", "-C", self.project.build], stdout=subprocess.DEVNULL,
                                stderr=subprocess.DEVNULL, start_new_session=True)

    def check_result(self) -> None:
        built = self.project.ninja()
        self.assertEqual(built.exit_code, 0, built.text)
        self.assertEqual(self.project.results(), self.project.clean_results())


class Kills(Case):
    def test_killed_at_any_moment(self):
        # O03: while it scans, compiles, puts into the cache or links, so up to what a build takes.
        chance = random.Random(7)
        self.assertEqual(self.project.ninja().exit_code, 0)
        self.change(chance)
        began = time.monotonic()
        self.assertEqual(self.project.ninja().exit_code, 0)
        longest = time.monotonic() - began
        for round_number in range(Tools.kill_rounds):
            self.change(chance)
            process = self.start()
            time.sleep(chance.uniform(0, longest))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if round_number % 4 == 3:
                self.check_result()

    def test_a_compiler_that_is_killed(self):
        # L04: as by a system without memory. The step fails, says of which module it is, and is made again.
        self.project.edit("src/m3.ts", "return ", 'return "KILL" + ')
        built = self.project.ninja("-k0")
        self.assertNotEqual(built.exit_code, 0)
        self.assertIn("ended by a signal (Killed) as it compiled src/m3.ts\n", built.text)
        self.assertEqual(len(built.compiles), MODULES + 1)
        self.project.edit("src/m3.ts", '"KILL" + ', "")
        self.check_result()

    def test_killed_while_configuring(self):
        chance = random.Random(11)
        for _ in range(max(4, Tools.kill_rounds // 4)):
            self.change(chance)
            process = subprocess.Popen(self.project.command("configure", "src/main.ts"), cwd=self.project.root,
                                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                       start_new_session=True)
            time.sleep(chance.uniform(0, 0.1))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.assertEqual(self.project.configure().returncode, 0)
        self.check_result()

    def test_interrupted_like_a_user_does(self):
        # Ninja removes what a step was about to write. Only in the moment between the last thing
        # that a scan does and its end can that be build.ninja; then it is configured again.
        chance = random.Random(8)
        self.assertEqual(self.project.ninja().exit_code, 0)
        lost = 0
        for _ in range(12):
            self.change(chance)
            process = self.start()
            time.sleep(chance.uniform(0, 0.1))
            os.killpg(process.pid, signal.SIGINT)
            process.wait()
            if not (self.project.build / "build.ninja").exists():
                lost += 1
                self.assertEqual(self.project.configure().returncode, 0)
        self.assertLess(lost, 12)
        self.check_result()


    def test_a_step_ends_with_its_build(self):
        # Otherwise it would write its output over what the next build has made.
        slow = self.project.folder / "slow"
        slow.write_text("#!/bin/sh\ntouch started\nexec sleep 60\n")
        slow.chmod(0o755)
        request = next((self.project.build / "req").iterdir())
        step = [self.project.build / "tools/perry-cache", "--compiler", slow, "--root", ".", "--request", request,
                "-o", "a.o"]
        # Ninja in its place: a parent that starts a step and is killed.
        ninja = subprocess.Popen(["sh", "-c", '"$@" & echo $!; wait', "sh", *map(str, step)],
                                 cwd=self.project.folder, stdout=subprocess.PIPE, text=True, start_new_session=True)
        self.addCleanup(os.killpg, ninja.pid, signal.SIGKILL)
        state = Path(f"/proc/{int(ninja.stdout.readline())}/stat")
        self.wait_for((self.project.folder / "started").exists)
        ninja.kill()
        ninja.wait()
        ninja.stdout.close()
        self.wait_for(lambda: not state.exists() or ") Z " in state.read_text())

    def wait_for(self, condition: Callable[[], bool]) -> None:
        for _ in range(600):
            if condition():
                return
            time.sleep(0.1)
        self.fail("it did not happen")


class Meetings(Case):
    def test_two_builds_at_once(self):
        # R07
        chance = random.Random(9)
        for _ in range(4):
            self.change(chance)
            processes = [self.start(), self.start()]
            for process in processes:
                process.wait()
            self.check_result()

    def test_edited_while_it_is_built(self):
        # A source that changes between scan and compile is never compiled under the wrong key.
        chance = random.Random(10)
        for _ in range(3):
            self.change(chance)
            process = self.start()
            time.sleep(chance.uniform(0, 0.1))
            self.change(chance)
            process.wait()
            self.check_result()

    def test_two_folders(self):
        other = self.project.folder / "other"
        subprocess.run(["cp", "-r", self.project.root, other], check=True)
        built = [self.project.ninja(), self.project.ninja(root=other)]
        self.assertEqual([b.exit_code for b in built], [0, 0])
        self.assertEqual(self.project.results(), self.project.results(root=other))


class Disks(Case):
    """What cannot be read or written: an error that says so, and the next build is right."""

    def setUp(self) -> None:
        super().setUp()
        self.assertEqual(self.project.ninja().exit_code, 0)

    def full_disk(self):
        """A limit on the size of files stands in for a full disk: writes fail in the middle."""
        return subprocess.run(
            ["bash", "-c", "trap '' XFSZ; ulimit -f 1; exec ninja -C build"], cwd=self.project.root,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)

    def test_full_while_scanning(self):
        before = (self.project.build / "build.ninja").read_bytes()
        for i in range(MODULES):
            self.change(random.Random(i))
        done = self.full_disk()
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("error[P9007]: cannot write", done.stdout)
        self.assertEqual((self.project.build / "build.ninja").read_bytes(), before)
        self.check_result()

    def test_folder_that_cannot_be_written(self):
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        self.change(random.Random(1))
        (self.project.build / "req").chmod(0o555)
        built = self.project.ninja()
        (self.project.build / "req").chmod(0o755)
        self.assertNotEqual(built.exit_code, 0)
        self.check_result()

    def test_source_that_is_no_file(self):
        # G11: it names the importer and the reason, and leaves build.ninja as it was.
        before = (self.project.build / "build.ninja").read_bytes()
        source = self.project.root / "src/m3.ts"
        text = source.read_text()
        source.unlink()
        source.mkdir()
        built = self.project.ninja()
        self.assertNotEqual(built.exit_code, 0)
        self.assertRegex(built.text, r"src/m[12]\.ts:\d+:\d+")
        self.assertEqual((self.project.build / "build.ninja").read_bytes(), before)
        source.rmdir()
        source.write_text(text)
        self.check_result()


class Packages(unittest.TestCase):
    """Which packages may be compiled, from the scan to the command."""

    FILES = {
        "src/main.ts": 'import a from "a";\nimport b from "b";\nimport type { C } from "c";\n'
                       "export const c: C | undefined = undefined;\nconsole.log(a, b);\n",
        **{f"node_modules/{name}/package.json": f'{{"name": "{name}", "version": "1.0.0", "type": "module", '
                                                f'"exports": "./i.js", "perry": {{"compilePackages": ["{name}"], '
                                                f'"allow": {{"compilePackages": ["{name}"]}}}}}}'
           for name in "abc"},
        **{f"node_modules/{name}/i.js": "export default 1;\n" for name in "abc"},
    }

    def build(self, listed: list[str], allowed: list[str]):
        project = Project({**self.FILES, "package.json": json.dumps(
            {"type": "module", "perry": {"compilePackages": listed, "allow": {"compilePackages": allowed}}})})
        self.addCleanup(project.close)
        return project, project.run("build", "src/main.ts")

    def test_refused(self):
        # G04, G05, G07, G08: each with who imports it, one hint with all of them, nothing compiled; a
        # dependency grants itself nothing.
        project, done = self.build(["a"], [])
        self.assertEqual(done.returncode, 1)
        self.assertIn("src/main.ts:1:", done.stderr)
        self.assertIn("package `a` may not be compiled", done.stderr)
        self.assertIn("package `b` may not be compiled", done.stderr)
        self.assertNotIn(" CC ", done.stdout)
        self.assertFalse((project.root / ".perry/dev/build.ninja").exists())

    def test_allowed(self):
        # G06: what is imported for its types alone needs no leave.
        _, done = self.build(["a", "b"], ["b", "a"])
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(done.stdout.count(" CC "), 3)
