"""The object cache: what is found in it, what never is, and what happens when it is not well."""

import hashlib
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import time
import unittest
from pathlib import Path

from project import Project, Tools

FILES = {
    "package.json": '{"type": "module"}\n',
    "src/main.ts": 'import { a } from "./a";\nimport { b } from "./b";\nconsole.log(a(), b());\n',
    "src/a.ts": 'import { c } from "./c";\nexport function a() { return c() + 1; }\n',
    "src/b.ts": "// WARN\nexport function b() { return 2; }\n",
    "src/c.ts": "export function c() { return 3; }\n",
}
MODULES = 4
DAY = 86_400


class Case(unittest.TestCase):
    OPTIONS: tuple[str, ...] = ()

    def setUp(self) -> None:
        self.project = Project(FILES, options=self.OPTIONS)
        self.addCleanup(self.project.close)

    def configure(self, *options: str, root: Path | None = None, **environment: str) -> None:
        done = self.project.configure(*options, root=root, **environment)
        self.assertEqual(done.returncode, 0, done.stderr)

    def worktree(self, name: str) -> Path:
        """The project again, without what was built."""
        copy = self.project.folder / name
        shutil.copytree(self.project.root, copy,
                        ignore=lambda folder, names: ["build", ".perry"])
        return copy

    def build(self, root: Path | None = None, **environment: str) -> list[dict[str, str]]:
        """What the compile steps of one build did."""
        before = len(self.project.edges(root))
        built = self.project.ninja(root=root, **environment)
        self.assertEqual(built.exit_code, 0, built.text)
        self.text = built.text
        return [edge for edge in self.project.edges(root)[before:] if edge["kind"] == "cc"]

    def outcomes(self, root: Path | None = None, **environment: str) -> dict[str, int]:
        counts: dict[str, int] = {}
        for edge in self.build(root, **environment):
            counts[edge["outcome"]] = counts.get(edge["outcome"], 0) + 1
        return counts

    def rebuild(self, *options: str, **environment: str) -> dict[str, int]:
        """In a build folder that is new."""
        shutil.rmtree(self.project.build, ignore_errors=True)
        self.configure(*options, **environment)
        return self.outcomes()

    def entries(self) -> list[Path]:
        return sorted(p for p in (self.project.cache / "objects").rglob("*") if p.is_file())

    def cache(self, *words: str, **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run([Tools.perry, "cache", *words], cwd=self.project.root,
                              capture_output=True, text=True, check=False,
                              env={**os.environ, **self.project.environment, **environment})

    def info(self, **environment: str) -> dict:
        return json.loads(self.cache("info", "--format", "json", **environment).stdout)


class Hits(Case):
    def test_phases(self):
        # O15: none, cold, warm, one edit, restored; and the bytes are those of a clean build.
        self.assertEqual(self.rebuild("--no-cache"), {"compiled": MODULES})
        self.assertEqual(self.entries(), [])
        clean = self.project.results()
        self.assertEqual(self.rebuild(), {"compiled": MODULES})
        self.assertEqual(len(self.entries()), MODULES)
        self.assertEqual(self.project.results(), clean)
        self.assertEqual(self.rebuild(), {"cached": MODULES})
        self.assertEqual(self.project.results(), clean)
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.assertEqual(self.rebuild(), {"cached": MODULES - 1, "compiled": 1})
        self.assertIn(b"return 4", (self.project.build / "main").read_bytes())
        self.assertEqual(self.project.results(), self.project.clean_results())
        self.project.edit("src/c.ts", "return 4", "return 3")
        self.assertEqual(self.rebuild(), {"cached": MODULES})
        self.assertEqual(self.project.results(), clean)

    def test_second_worktree(self):
        # O01: all projects share one cache, by target.
        self.configure()
        self.outcomes()
        other = self.worktree("other/deep/down")
        self.configure(root=other)
        self.assertEqual(self.outcomes(root=other), {"cached": MODULES})
        self.assertEqual(self.project.results(), self.project.results(root=other))
        self.assertTrue(all("x86_64-unknown-linux-gnu" in str(p) for p in self.entries()))

    def test_all_commands_share_it(self):
        # O01, O11
        self.configure()
        self.outcomes()
        for command in ("build", "run"):
            shutil.rmtree(self.project.root / ".perry", ignore_errors=True)
            done = self.project.make(command, "-v")
            self.assertIn(f"cache: {MODULES}/{MODULES} hit (0 misses), 0 objects stored", done.stderr)

    def test_warnings_are_said_again(self):
        self.configure()
        self.outcomes()
        self.assertIn("src/b.ts: it says WARN", self.text)
        self.rebuild()
        self.assertIn("src/b.ts: it says WARN", self.text)
        # What cannot be said again is compiled again.
        self.project.edit("src/b.ts", "return 2", "return 9")
        built = self.outcomes()
        self.assertEqual(built, {"compiled": 1})

    def test_interrupted_between_compile_and_link(self):
        # Objects get the time at which they arrive: Ninja must see that one that came from the cache
        # is newer than the program.
        self.configure()
        self.outcomes()
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.outcomes()
        self.project.edit("src/c.ts", "return 4", "return 3")
        built = self.project.ninja("../src/c.ts^")
        self.assertEqual((built.compiles, built.links), (["src/c.ts"], []), built.text)
        built = self.project.ninja()
        self.assertEqual((built.compiles, built.links), ([], ["main"]), built.text)
        self.assertEqual(self.project.results(), self.project.clean_results())

    def test_objects_are_copies(self):
        # V21: whatever happens to an object in a build folder, the entry stays as it is.
        self.configure()
        self.outcomes()
        before = {p: p.read_bytes() for p in self.entries()}
        self.rebuild()
        for path in (self.project.build / "obj").rglob("*.o"):
            self.assertEqual(path.stat().st_nlink, 1)
            with path.open("r+b") as file:
                file.write(b"damaged")
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.outcomes()
        self.assertEqual({p: p.read_bytes() for p in before}, before)
        self.assertEqual(self.rebuild(), {"cached": MODULES})
        self.assertEqual(self.project.results(), self.project.clean_results())

    def test_large_objects(self):
        # From 64 KiB on the file system makes the copy.
        self.project.write({"src/c.ts": f'export const text = "{"x" * 100_000}";\nexport function c() {{}}\n'})
        self.assertEqual(self.rebuild(), {"compiled": MODULES})
        clean = self.project.results()
        self.assertEqual(self.rebuild(), {"cached": MODULES})
        self.assertEqual(self.project.results(), clean)


class Keys(Case):
    def test_every_byte_of_a_source_counts(self):
        # V28
        self.rebuild()
        for name in ("src/main.ts", "src/a.ts", "src/b.ts", "src/c.ts"):
            text = (self.project.root / name).read_text()
            (self.project.root / name).write_text(text + " ")
            self.assertEqual(self.rebuild(), {"cached": MODULES - 1, "compiled": 1}, name)
            (self.project.root / name).write_text(text)
        self.assertEqual(self.rebuild(), {"cached": MODULES})

    def test_settings(self):
        # O05, O12, O13, V18: each setting has its own entries, and back again is found again.
        self.rebuild()
        for options in (("--profile", "release"), ("--cpu", "modern"),
                        ("--target", "aarch64-unknown-linux-gnu")):
            with self.subTest(options):
                self.assertEqual(self.rebuild(*options), {"compiled": MODULES})
                self.assertEqual(self.rebuild(*options), {"cached": MODULES})
                self.assertEqual(self.rebuild(), {"cached": MODULES})
        self.assertEqual({t["target"] for t in self.info()["targets"]},
                         {"x86_64-unknown-linux-gnu", "aarch64-unknown-linux-gnu"})

    def test_compiler(self):
        # O05, V27: another build of the compiler, byte for byte.
        self.rebuild()
        tool = self.project.folder / "perry-cc"
        tool.write_bytes(Path(Tools.compile).read_bytes() + b"# another build\n")
        tool.chmod(0o755)
        options = ("--compile-tool", str(tool))
        self.assertEqual(self.rebuild(*options), {"compiled": MODULES})
        self.assertEqual(self.rebuild(*options), {"cached": MODULES})
        self.assertEqual(self.rebuild(), {"cached": MODULES})

    def test_cache_settings_are_in_no_key(self):
        # Neither where the cache is nor whether there is one changes a command.
        self.configure()
        self.outcomes()
        text = (self.project.build / "build.ninja").read_text()
        for environment in ({"PERRY_NO_CACHE": "1"}, {"PERRY_CACHE_SIZE": "1M"},
                            {"PERRY_CACHE_DIR": str(self.project.folder / "another")},
                            {"PERRY_CACHE_REMOTE": "http://localhost:1/"}):
            self.configure(**environment)
            self.assertEqual(self.outcomes(), {})
            self.assertEqual((self.project.build / "build.ninja").read_text(), text)

    def test_steps_do_not_read_the_environment(self):
        # O12: what counts was decided by `perry configure`.
        self.configure()
        other = str(self.project.folder / "another")
        self.assertEqual(self.outcomes(PERRY_CACHE_DIR=other, XDG_CACHE_HOME=other, HOME=other,
                                       PERRY_NO_CACHE="1"), {"compiled": MODULES})
        self.assertEqual(len(self.entries()), MODULES)
        self.assertFalse(Path(other).exists())


class Damage(Case):
    def spoil(self, change) -> None:
        """Every entry is spoiled; the next build sees it, and mends it."""
        self.rebuild()
        clean = self.project.results()
        for path in self.entries():
            path.write_bytes(change(path.read_bytes()))
        shutil.rmtree(self.project.build)
        self.configure()
        edges = self.build()
        self.assertEqual([e["outcome"] for e in edges], ["compiled"] * MODULES)
        self.assertTrue(all(int(e["errors"]) == 1 and e["problem"] for e in edges), edges)
        self.assertEqual(self.project.results(), clean)
        self.assertEqual(self.rebuild(), {"cached": MODULES})

    def test_cut_off(self):
        # V20, O03: at any place.
        for keep in (0, 70, -1):
            with self.subTest(keep):
                self.spoil(lambda data, keep=keep: data[:keep])

    def test_one_bit(self):
        chance = random.Random(3)

        def flip(data: bytes) -> bytes:
            at = chance.randrange(len(data))
            return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1:]
        self.spoil(flip)

    def test_something_added(self):
        self.spoil(lambda data: data + b"\0")

    def test_entry_of_another_key(self):
        self.rebuild()
        clean = self.project.results()
        first, *others = self.entries()
        for path in others:
            shutil.copy(first, path)
        shutil.rmtree(self.project.build)
        self.configure()
        self.assertEqual(self.outcomes(), {"compiled": MODULES - 1, "cached": 1})
        self.assertEqual(self.project.results(), clean)

    def test_what_is_no_file(self):
        self.rebuild()
        for path in self.entries():
            path.unlink()
            path.mkdir()
        shutil.rmtree(self.project.build)
        self.configure()
        self.assertEqual(self.outcomes(), {"compiled": MODULES})

    def test_removed_while_it_is_used(self):
        # V24, V26: deleting is always safe.
        self.rebuild()
        clean = self.project.results()
        for _ in range(3):
            shutil.rmtree(self.project.build)
            self.configure()
            process = subprocess.Popen(["ninja", "-C", self.project.build], stdout=subprocess.DEVNULL)
            while process.poll() is None:
                shutil.rmtree(self.project.cache / "objects", ignore_errors=True)
            self.assertEqual(process.returncode, 0)
            self.assertEqual(self.project.results(), clean)


class Refusals(Case):
    """O04: without a cache that works, a build works."""

    def check(self, **environment: str) -> None:
        self.project.make("build", **environment)
        shutil.rmtree(self.project.root / ".perry", ignore_errors=True)
        done = self.project.make("build", "--format", "json", **environment)
        self.assertEqual(done.returncode, 0, done.stderr)
        report = json.loads(done.stdout)
        self.assertEqual((report["edges"]["cc"]["run"], report["cache"]["hits"]), (MODULES, 0))
        self.assertGreater(report["cache"]["errors"], 0)
        self.assertIn("the object cache had", done.stderr)
        self.assertIn(report["cache"]["problem"], done.stderr)

    def test_not_a_folder(self):
        (self.project.folder / "file").write_text("")
        self.check(PERRY_CACHE_DIR=str(self.project.folder / "file"))
        self.check(PERRY_CACHE_DIR=str(self.project.folder / "file/below"))

    def test_read_only(self):
        # Root may write everywhere but in what the kernel makes up.
        if os.geteuid() == 0:
            return self.check(PERRY_CACHE_DIR="/proc/perry")
        self.project.cache.mkdir(mode=0o500)
        self.check()
        return None

    def test_read_only_but_filled(self):
        self.rebuild()
        for path in self.project.cache.rglob("*"):
            path.chmod(0o500 if path.is_dir() else 0o400)
        self.addCleanup(subprocess.run, ["chmod", "-R", "u+w", self.project.cache], check=False)
        self.assertEqual(self.rebuild(), {"cached": MODULES})

    def test_full(self):
        # A limit on the size of files stands for a disk that is full: it lets objects through, and
        # stops entries, which are a little larger.
        self.project.write({"src/c.ts": f'export const text = "{"x" * 60_000}";\nexport function c() {{}}\n'})
        self.configure("--no-cache")
        self.outcomes()
        largest = max(p.stat().st_size for p in (self.project.build / "obj").rglob("*.o"))
        shutil.rmtree(self.project.build)
        self.configure()

        def limit() -> None:
            import resource
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest + 20, largest + 20))
        objects = [p for p in re_objects(self.project.build)]
        done = subprocess.run(["ninja", "-C", self.project.build, *objects], preexec_fn=limit,
                              restore_signals=False, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        edges = [e for e in self.project.edges() if e["kind"] == "cc"]
        self.assertEqual(sum(int(e["errors"]) for e in edges), 1, edges)
        self.assertEqual(len(self.entries()), MODULES - 1)
        self.assertEqual(list((self.project.cache / "tmp").iterdir()), [])
        self.assertEqual(self.rebuild(), {"cached": MODULES - 1, "compiled": 1})

    def test_settings_that_nobody_can_read(self):
        self.configure()
        (self.project.build / "cache.conf").write_text("perry cache settings 9\n")
        edges = self.build()
        self.assertEqual([e["outcome"] for e in edges], ["compiled"] * MODULES)
        self.assertIn("another version", edges[0]["problem"])
        (self.project.build / "cache.conf").unlink()
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.assertEqual(self.outcomes(), {"compiled": 1})

    def test_off(self):
        # O09: nothing is taken from the cache, not even what it gave before, and nothing is put in.
        self.project.make("build")
        kept = {p: p.read_bytes() for p in self.entries()}
        for options, environment in ((["--no-cache"], {}), ([], {"PERRY_NO_CACHE": "1"})):
            report = json.loads(self.project.make("build", "--format", "json", *options,
                                                   **environment).stdout)
            self.assertEqual((report["edges"]["cc"]["run"], report["cache"]), (MODULES, None))
        self.assertEqual({p: p.read_bytes() for p in self.entries()}, kept)
        shutil.rmtree(self.project.root / ".perry")
        report = json.loads(self.project.make("build", "--format", "json",
                                               PERRY_NO_CACHE="0").stdout)
        self.assertEqual(report["cache"]["hits"], MODULES)


def re_objects(build: Path) -> list[str]:
    return [line.split(":")[0].removeprefix("build ")
            for line in (build / "build.ninja").read_text().split("\n") if ": cc" in line]


class Meetings(Case):
    def test_killed_at_any_moment(self):
        # O03, V22: what a killed build leaves in the cache is whole, or is not there.
        chance = random.Random(11)
        for number in range(Tools.kill_rounds):
            self.project.edit("src/c.ts", f"return {number + 3}", f"return {number + 4}")
            shutil.rmtree(self.project.build, ignore_errors=True)
            self.configure()
            process = subprocess.Popen(["ninja", "-C", self.project.build], stdout=subprocess.DEVNULL,
                                       stderr=subprocess.DEVNULL, start_new_session=True)
            time.sleep(chance.uniform(0, 0.5))
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        edges = [e for e in self.project.edges() if e["kind"] == "cc"]
        self.assertEqual([e for e in edges if e["errors"] != "0"], [])
        self.rebuild()
        self.assertEqual(self.project.results(), self.project.clean_results())

    def test_two_builds(self):
        # V22, R07: in one folder, and in two; one entry for each module.
        other = self.worktree("other")
        for root in (self.project.root, other):
            self.configure(root=root)
        processes = [subprocess.Popen(["ninja", "-C", root / "build"], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)
                     for root in (self.project.root, self.project.root, other)]
        for process in processes:
            process.wait()
        self.assertEqual(processes[2].returncode, 0)
        self.assertEqual(len(self.entries()), MODULES)
        self.assertEqual(list((self.project.cache / "tmp").iterdir()), [])
        self.assertEqual(self.project.ninja().exit_code, 0)
        self.assertEqual(self.project.results(), self.project.clean_results())
        self.assertEqual(self.project.results(), self.project.results(root=other))


class Limits(Case):
    def fill(self) -> list[Path]:
        self.rebuild()
        return self.entries()

    def age(self, path: Path, days: float) -> None:
        when = time.time() - days * DAY
        os.utime(path, (when, when))

    def test_least_recently_used_goes_first(self):
        # V24
        entries = self.fill()
        for days, path in enumerate(entries, 1):
            self.age(path, days)
        done = self.cache("gc", PERRY_CACHE_ENTRIES="2")
        self.assertIn("removed 2 objects", done.stdout)
        self.assertEqual(self.entries(), entries[:2])
        # A tenth below the limit, so that the next entry does not exceed it again.
        size = sum(p.stat().st_size for p in entries[:2])
        self.assertIn("removed 1 object", self.cache("gc", PERRY_CACHE_SIZE=str(size - 1)).stdout)
        self.assertIn("removed 0 objects", self.cache("gc").stdout)

    def test_unused_for_long(self):
        # V24
        entries = self.fill()
        self.age(entries[0], 31)
        self.age(entries[1], 29)
        self.assertIn("removed 1 object", self.cache("gc").stdout)
        self.assertEqual(self.entries(), entries[1:])
        self.assertIn("removed 1 object", self.cache("gc", PERRY_CACHE_DAYS="10").stdout)

    def test_a_hit_is_a_use(self):
        for path in self.fill():
            self.age(path, 20)
        self.rebuild()
        self.assertTrue(all(time.time() - p.stat().st_mtime < DAY for p in self.entries()))

    def test_builds_make_room_themselves(self):
        # V24, V25: not more often than PERRY_CACHE_INTERVAL says.
        self.fill()
        self.project.edit("src/c.ts", "return 3", "return 4")
        self.rebuild(PERRY_CACHE_ENTRIES="1")
        self.assertEqual(len(self.entries()), MODULES + 1)
        self.project.edit("src/c.ts", "return 4", "return 5")
        self.rebuild(PERRY_CACHE_ENTRIES="1", PERRY_CACHE_INTERVAL="0")
        self.assertEqual(len(self.entries()), 1)

    def test_what_killed_processes_left(self):
        # V22
        self.fill()
        temporary = self.project.cache / "tmp"
        (temporary / "1-old").write_text("x")
        (temporary / "2-new").write_text("x")
        self.age(temporary / "1-old", 1)
        self.cache("gc")
        self.assertEqual([p.name for p in temporary.iterdir()], ["2-new"])
        self.assertEqual(self.info()["temporaries"], 1)

    def test_lock(self):
        # V26: one that is held is respected, one whose holder hangs is taken over, and builds need
        # none.
        import fcntl
        self.fill()
        with (self.project.cache / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            done = self.cache("gc", PERRY_CACHE_ENTRIES="1")
            self.assertEqual((done.returncode, len(self.entries())), (1, MODULES))
            self.assertIn("somebody else is making room", done.stderr)
            self.project.edit("src/c.ts", "return 3", "return 4")
            self.assertEqual(self.rebuild(PERRY_CACHE_INTERVAL="0"),
                             {"cached": MODULES - 1, "compiled": 1})
            self.age(self.project.cache / "lock", 0.1)
            done = self.cache("gc", PERRY_CACHE_ENTRIES="1")
            self.assertEqual((done.returncode, len(self.entries())), (0, 1), done.stderr)


class Commands(Case):
    def test_missing_and_empty(self):
        # O10
        for _ in range(2):
            info = self.info()
            self.assertEqual((info["entries"], info["bytes"], info["targets"]), (0, 0, []))
            for words in (("gc",), ("clean", "--all")):
                done = self.cache(*words)
                self.assertEqual((done.returncode, done.stdout), (0, "removed 0 objects, 0 bytes\n"))
            self.project.cache.mkdir(exist_ok=True)

    def test_clean_of_one_project(self):
        # O10, V26
        self.rebuild()
        other = self.worktree("other")
        (other / "src/c.ts").write_text("export function c() { return 'other'; }\n")
        self.configure(root=other)
        self.outcomes(root=other)
        self.assertEqual(self.info()["entries"], MODULES + 1)
        self.assertIn(f"removed {MODULES} objects", self.cache("clean").stdout)
        self.assertEqual(self.info()["entries"], 1)
        self.assertEqual(self.cache("clean").stdout, "removed 0 objects, 0 bytes\n")
        self.assertIn("removed 1 object", self.cache("clean", "--all").stdout)

    def test_clean_of_one_key(self):
        # V26
        self.rebuild()
        key = self.entries()[0].parent.name + self.entries()[0].name
        self.assertEqual(self.cache("clean", "abc").returncode, 2)
        self.assertIn("removed 1 object", self.cache("clean", key[:20]).stdout)
        self.assertEqual(self.rebuild(), {"cached": MODULES - 1, "compiled": 1})

    def test_clean_touches_nothing_else(self):
        self.rebuild()
        mine = [self.project.cache / "notes", self.project.cache / "objects/x86_64-unknown-linux-gnu/notes"]
        for path in mine:
            path.write_text("x")
        self.cache("clean", "--all")
        self.assertTrue(all(path.exists() for path in mine))

    def test_clean_without_a_project(self):
        done = self.cache("clean")
        self.assertEqual(done.returncode, 2)
        self.assertIn("--all", done.stderr)

    def test_environment(self):
        # V25: every setting arrives, and a wrong one is an error.
        self.configure(PERRY_CACHE_SIZE="7M", PERRY_CACHE_ENTRIES="8", PERRY_CACHE_DAYS="2",
                       PERRY_CACHE_INTERVAL="9")
        text = (self.project.build / "cache.conf").read_text()
        for line in (f"folder {self.project.cache}", "most-bytes 7340032", "most-entries 8",
                     "longest-unused 172800", "collect-every 9"):
            self.assertIn(line + "\n", text)
        self.configure("--cache-dir", "here")
        self.assertIn(f"folder {self.project.root}/here\n",
                      (self.project.build / "cache.conf").read_text())
        self.configure(PERRY_CACHE_DIR="", XDG_CACHE_HOME="/tmp/some")
        self.assertIn("folder /tmp/some/perry\n", (self.project.build / "cache.conf").read_text())
        self.configure(PERRY_CACHE_DIR="", XDG_CACHE_HOME="", HOME="/tmp/home")
        self.assertIn("folder /tmp/home/.cache/perry\n",
                      (self.project.build / "cache.conf").read_text())
        self.configure("--no-cache")
        self.assertNotIn("folder", (self.project.build / "cache.conf").read_text())
        for name, value in (("PERRY_CACHE_SIZE", "large"), ("PERRY_CACHE_ENTRIES", "-1"),
                            ("PERRY_CACHE_DAYS", "1.5"), ("PERRY_CACHE_REMOTE", "ftp://x/"),
                            ("PERRY_CACHE_REMOTE", "http://x/|fast")):
            done = self.project.configure(**{name: value})
            self.assertEqual(done.returncode, 2, name)
            self.assertIn(name, done.stderr)

    def test_report(self):
        # O11, O17, R09, K03
        def report(code: int = 0) -> dict:
            done = self.project.make("build", "--format", "json")
            self.assertEqual(done.returncode, code, done.stderr)
            return json.loads(done.stdout)

        first = report()
        self.assertEqual(first["edges"]["cc"], {"run": MODULES, "failed": 0, "skipped": 0})
        cache = first["cache"]
        self.assertEqual((cache["hits"], cache["misses"], cache["stores"], cache["errors"]),
                         (0, MODULES, MODULES, 0))
        self.assertGreater(cache["bytes_written"], 0)
        shutil.rmtree(self.project.root / ".perry")
        again = report()
        self.assertEqual((again["cache"]["hits"], again["cache"]["bytes_read"]),
                         (MODULES, cache["bytes_written"]))
        self.assertEqual({s["outcome"] for s in again["steps"] if s["kind"] == "cc"}, {"cached"})
        self.project.write({"src/c.ts": "export function c() { return 'FAIL'; }\n"})
        failed = report(code=1)
        self.assertEqual((failed["ok"], failed["edges"]["cc"]["failed"]), (False, 1))

    def test_why(self):
        # R09
        self.configure()
        self.outcomes()
        self.rebuild()
        done = self.project.perry("why", "src/c.ts")
        self.assertIn("taken from the cache (local)", done.stdout, done.stderr)
        self.assertIn("imported by src/a.ts", done.stdout)


@unittest.skipIf(os.geteuid() != 0, "only root may act as several users")
class Sharing(Case):
    """V23: several users of a group, and one whom nobody has let in."""
    GROUP = 23_450

    def as_user(self, user: int, group: int, *command: str | Path) -> subprocess.CompletedProcess:
        return subprocess.run(command, user=user, group=group, extra_groups=[], umask=0o077,
                              capture_output=True, text=True, check=False)

    def test_group(self):
        self.project.cache.mkdir()
        os.chown(self.project.cache, 0, self.GROUP)
        self.project.cache.chmod(0o2770)
        self.project.folder.chmod(0o755)
        roots = {}
        for user in (23_451, 23_452):
            root = roots[user] = self.worktree(f"user{user}")
            self.configure(root=root)
            subprocess.run(["chown", "-R", str(user), root], check=True)
        first, second = roots
        done = self.as_user(first, self.GROUP, "ninja", "-C", roots[first] / "build")
        self.assertEqual(done.returncode, 0, done.stdout)
        for path in self.project.cache.rglob("*"):
            info = path.stat()
            self.assertEqual(info.st_gid, self.GROUP, path)
            wanted = 0o2770 if path.is_dir() else 0o660
            if path.name != "CACHEDIR.TAG":
                self.assertEqual(stat.S_IMODE(info.st_mode), wanted, path)
        for path in self.entries():
            os.utime(path, (1, 1))
        done = self.as_user(second, self.GROUP, "ninja", "-C", roots[second] / "build")
        self.assertEqual(done.returncode, 0, done.stdout)
        edges = [e for e in self.project.edges(roots[second]) if e["kind"] == "cc"]
        self.assertEqual([e["outcome"] for e in edges], ["cached"] * MODULES)
        # The other one's use counts.
        self.assertTrue(all(p.stat().st_mtime > DAY for p in self.entries()))

    def test_own_folder_is_private(self):
        self.rebuild()
        self.assertEqual(stat.S_IMODE(self.project.cache.stat().st_mode), 0o700)


class Determinism(Case):
    def test_requests_do_not_depend_on_order(self):
        # K01, O07: files come into being in another order each time.
        chance = random.Random(5)
        many = {f"src/m{i}.ts": "".join(f'import {{ f{j} }} from "./m{j}";\n' for j in range(i + 1, 12, 2))
                + f"export function f{i}() {{}}\nexport const k{i} = {i};\n" for i in range(12)}
        many["src/main.ts"] = "".join(f'import {{ f{i} }} from "./m{i}";\n' for i in range(12))
        seen = set()
        for _ in range(100):
            shutil.rmtree(self.project.root)
            names = list(many)
            chance.shuffle(names)
            self.project.write({name: many[name] for name in names})
            done = subprocess.run([Tools.perry.with_name("perry-scan"), "src/main.ts", "--dump", "requests"],
                                  cwd=self.project.root, capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)
            seen.add(hashlib.sha256(done.stdout).digest())
        self.assertEqual(len(seen), 1)
