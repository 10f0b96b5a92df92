"""Builds that are interrupted, or that meet each other, leave a state from which the next is right."""

import os
import random
import signal
import subprocess
import time
import unittest

from project import Project

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
        # O03
        chance = random.Random(7)
        self.assertEqual(self.project.ninja().exit_code, 0)
        for round_number in range(12):
            self.change(chance)
            process = self.start()
            time.sleep(chance.uniform(0, 0.25))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            if round_number % 4 == 3:
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
