import os
import shutil
import subprocess
import unittest
from pathlib import Path

from program import (BINDING, COMMONJS, COMMONJS_NAME, NAMESPACE, Module, Program, Tools,
                     encode_plan)

GOLDEN = Path(__file__).parents[2] / "golden/link"


def two_modules(**options) -> Program:
    a = Module("aaaa", "src/a.ts", requests=[1])
    b = Module("bbbb", "src/b.ts")
    program = Program([a, b], [0], **options)
    program.write_object(a, {}, 'extern _Thread_local long x asm("p.bbbb.x"); long use(void) '
                                "{ return x; } void *const keep = use;\n")
    program.write_object(b, {"x": 7})
    return program


class LinkTest(unittest.TestCase):
    def program(self, program: Program) -> Program:
        self.addCleanup(program.close)
        return program

    def link(self, program: Program, *options: str, **more) -> None:
        done = program.link(*options, **more)
        self.assertEqual((done.returncode, done.stderr), (0, ""))


class Registry(LinkTest):
    def test_says_what_the_plan_says(self):
        exports = [("a", BINDING, 1, "x"), ("default", COMMONJS_NAME, 2, "default"),
                   ("ns", NAMESPACE, 1, ""), ("\u20ac", BINDING, 1, "x"),
                   ("\ufb01", BINDING, 1, "x"), ("\U0001f600", BINDING, 1, "x")]
        a = Module("aaaa", "src/a.ts", requests=[1, 2], exports=exports)
        b = Module("bbbb", "src/b.ts", requests=[0])
        c = Module("cccc", "lib/c.cjs", kind=COMMONJS, commonjs_names=["f"])
        program = self.program(Program([a, b, c], [1, 0]))
        for module, names in ((a, {}), (b, {"x": 7}), (c, {})):
            program.write_object(module, names)
        self.link(program)
        text = program.run()
        first, last = text.split("entry 1\nentry 0\n")
        self.assertEqual(first, "\n".join([
            "0 aaaa src/a.ts", "  asks for bbbb, phase 0", "  asks for cccc, phase 0",
            "  a of bbbb is 7", "  default of cccc is 0", "  ns of bbbb itself",
            "  \\u20ac of bbbb is 7", "  \\ud83d\\ude00 of bbbb is 7", "  \\ufb01 of bbbb is 7",
            "1 bbbb src/b.ts", "  asks for aaaa, phase 0",
            "2 cccc lib/c.cjs", "  CommonJS default was set", "  CommonJS f was set", ""]))
        self.assertIn("  default of cccc is 100\n", last)

    def test_takes_more_sections_than_a_header_counts(self):
        names = [f"name{i}" for i in range(33_000)]
        a = Module("aaaa", "src/a.ts", exports=sorted((n, NAMESPACE, 0, "") for n in names))
        program = self.program(Program([a], [0]))
        program.write_object(a, {})
        self.link(program)
        self.assertIn("  name32999 of aaaa itself\n", program.run())


class Output(LinkTest):
    def test_same_inputs_same_bytes_in_any_folder(self):
        for profile in (0, 1, 2):
            first, second = (self.program(two_modules(profile=profile)) for _ in range(2))
            self.link(first)
            self.link(second, "--always")
            self.assertEqual((first.folder / "app").read_bytes(),
                             (second.folder / "app").read_bytes())
            self.assertIn("0 aaaa src/a.ts\n", first.run())

    def test_no_relink_while_nothing_changes(self):
        # K02
        program = self.program(two_modules())
        self.link(program)
        before = (program.folder / "app").stat()
        manifest = (program.folder / "app.link").stat()
        for path in program.folder.iterdir():
            os.utime(path, (1, 1))
        self.link(program)
        self.assertEqual((program.folder / "app").stat().st_ino, before.st_ino)
        self.assertEqual((program.folder / "app.link").stat().st_ino, manifest.st_ino)

    def test_an_object_that_changes_nothing_leaves_the_program(self):
        program = self.program(two_modules())
        self.link(program)
        before = (program.folder / "app").stat()
        self.link(program, "--always")
        after = (program.folder / "app").stat()
        self.assertEqual((after.st_ino, after.st_mtime_ns), (before.st_ino, before.st_mtime_ns))

    def test_links_when_any_input_changes(self):
        # K02
        program = self.program(two_modules())
        self.link(program)
        program.write_object(program.modules[1], {"x": 8})
        self.link(program)
        first = (program.folder / "app").read_bytes()
        self.link(program, "--strip", "all")
        self.assertLess((program.folder / "app").stat().st_size, len(first))
        program.modules[0].requests = []
        program.write_plan()
        self.link(program)
        self.assertNotIn("asks for", program.run())

    def test_links_when_the_program_or_its_manifest_is_not_what_it_was(self):
        # K02
        program = self.program(two_modules())
        self.link(program)
        good = (program.folder / "app").read_bytes()
        for damage in (lambda: (program.folder / "app").write_bytes(b"damaged"),
                       lambda: (program.folder / "app").unlink(),
                       lambda: (program.folder / "app.link").write_text("perry link manifest 1\n"),
                       lambda: (program.folder / "app.link").write_bytes(b"\xff" * 100),
                       lambda: (program.folder / "app").chmod(0o644)):
            damage()
            self.link(program)
            self.assertEqual((program.folder / "app").read_bytes(), good)

    def test_a_library_found_through_a_folder_is_an_input(self):
        # K05: also when another folder comes to have it.
        program = self.program(two_modules())
        library = program.folder / "library"
        library.mkdir()
        source = library / "extra.c"

        def build(value: int) -> None:
            source.write_text(f"int extra(void) {{ return {value}; }}\n")
            Tools.compile(source, library / "extra.o")
            shutil.copy(library / "extra.o", library / "libextra.a")

        build(1)
        self.link(program, "-L", "library", "-l", "extra")
        before = (program.folder / "app.link").read_text()
        self.assertIn("library/libextra.a", before)
        build(2)
        self.link(program, "-L", "library", "-l", "extra")
        after = (program.folder / "app.link").read_text()
        self.assertNotEqual(after, before)
        folders = ("-L", "earlier", "-L", "library", "-l", "extra")
        (program.folder / "earlier").mkdir()
        self.link(program, *folders)
        self.assertEqual((program.folder / "app.link").read_text(), after)
        build(3)
        (library / "libextra.a").rename(program.folder / "earlier/libextra.a")
        self.link(program, *folders)
        self.assertIn("earlier/libextra.a", (program.folder / "app.link").read_text())

    def test_the_environment_decides_nothing(self):
        # K06: no compiler driver is run, and no variable is read.
        first, second = (self.program(two_modules()) for _ in range(2))
        self.link(first)
        saved = dict(os.environ)
        self.addCleanup(os.environ.update, saved)
        for name in ("PATH", "LIBRARY_PATH", "LD_LIBRARY_PATH", "LD_RUN_PATH", "LDFLAGS", "SDKROOT",
                     "PKG_CONFIG_PATH", "CC", "LD"):
            os.environ[name] = "/nowhere"
        self.link(second)
        self.assertEqual((first.folder / "app").read_bytes(), (second.folder / "app").read_bytes())
        self.assertEqual((first.folder / "app.link").read_text(),
                         (second.folder / "app.link").read_text())

    def test_leaves_nothing_behind(self):
        program = self.program(two_modules())
        self.link(program)
        program.link(objects=["aaaa.o"])
        self.assertEqual([p.name for p in program.folder.iterdir() if "linking" in p.name], [])

    def test_response_files(self):
        program = self.program(two_modules())
        (program.folder / "all.rsp").write_text("aaaa.o\nbbbb.o\n")
        self.link(program, objects=["@all.rsp"])


class Messages(LinkTest):
    """Each compared with the file of its name in tests/golden/link; the program stays as it was."""
    update = False

    def check(self, name: str, program: Program, *options: str, exit_code: int = 1, **more) -> None:
        app = program.folder / "app"
        app.write_text("the one before")
        done = program.link(*options, **more)
        self.assertEqual(done.returncode, exit_code, done.stderr)
        self.assertEqual(app.read_text(), "the one before")
        text = done.stderr.replace(str(Tools.runtime), "RUNTIME").replace(Tools.abi, "ABI")
        path = GOLDEN / f"{name}.txt"
        if self.update:
            path.write_text(text)
        self.assertEqual(text, path.read_text())

    def test_missing_export(self):
        # G16
        program = self.program(two_modules())
        program.write_object(program.modules[1], {"y": 7})
        self.check("missing_export", program)

    def test_missing_namespace_export(self):
        a = Module("aaaa", "src/a.ts", exports=[("x", BINDING, 0, "x")])
        program = self.program(Program([a], [0]))
        program.write_object(a, {})
        self.check("missing_namespace_export", program)

    def test_missing_module(self):
        self.check("missing_module", self.program(two_modules()), objects=["aaaa.o"])

    def test_module_not_in_plan(self):
        program = self.program(two_modules())
        program.write_object(program.modules[1], {"x": 1},
                             'extern int r asm("r.cccc"); void *const other = &r;\n')
        self.check("module_not_in_plan", program)

    def test_missing_runtime_function(self):
        program = self.program(two_modules())
        program.write_object(program.modules[1], {"x": 1},
                             "void perry_rt_fly(void); void *const other = perry_rt_fly;\n")
        self.check("missing_runtime_function", program)

    def test_missing_symbol(self):
        program = self.program(two_modules())
        program.write_object(program.modules[1], {"x": 1},
                             "void elsewhere(void); void *const other = elsewhere;\n")
        self.check("missing_symbol", program)

    def test_module_twice(self):
        program = self.program(two_modules())
        shutil.copy(program.folder / "bbbb.o", program.folder / "again.o")
        self.check("module_twice", program, objects=["aaaa.o", "bbbb.o", "again.o"])

    def test_symbol_twice(self):
        program = self.program(two_modules())
        for module, exports in zip(program.modules, ({}, {"x": 1})):
            program.write_object(module, exports, "int same = 1;\n")
        self.check("symbol_twice", program)

    def test_other_runtime(self):
        # R08: by the hash of the ABI.
        program = self.program(two_modules())
        right, Tools.abi = Tools.abi, "0000"
        try:
            program.write_object(program.modules[1], {"x": 1})
        finally:
            Tools.abi = right
        self.check("other_runtime", program)

    def test_damaged_objects(self):
        program = self.program(two_modules())
        whole = (program.folder / "aaaa.o").read_bytes()
        for name, contents in (("empty.o", b""), ("text.o", b"no object at all, only text " * 9),
                               ("bitcode.o", b"BC\xc0\xde" + bytes(100)),
                               ("short.o", whole[:len(whole) // 2]),
                               ("other.o", whole[:18] + b"\xb7\0" + whole[20:]),
                               ("program.o", Path("/bin/true").resolve().read_bytes())):
            (program.folder / name).write_bytes(contents)
        self.check("damaged_objects", program,
                   objects=["empty.o", "text.o", "bitcode.o", "short.o", "other.o", "program.o",
                            "missing.o"])

    def test_damage_that_the_linker_finds(self):
        program = self.program(two_modules())
        whole = bytearray((program.folder / "aaaa.o").read_bytes())
        table = int.from_bytes(whole[40:48], "little")
        whole[table + 64 + 24:table + 64 + 32] = b"\xff" * 8  # where the first section lies
        (program.folder / "aaaa.o").write_bytes(whole)
        self.check("damaged_section", program)

    def test_damaged_plans(self):
        program = self.program(two_modules())
        plan = program.folder / "app.plan"
        whole = plan.read_bytes()
        for name, contents in (("plan_cut_off", whole[:-40]), ("plan_text", b"text"),
                               ("plan_of_another_version", whole[:4] + b"\x07" + whole[5:])):
            plan.write_bytes(contents)
            self.check(name, program)
        plan.unlink()
        self.check("plan_missing", program)

    def test_every_damaged_byte_of_a_plan_is_noticed(self):
        program = self.program(two_modules())
        plan = program.folder / "app.plan"
        whole = plan.read_bytes()
        for at in range(0, len(whole), 5):
            plan.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1:])
            done = program.link()
            self.assertEqual(done.returncode, 1)
            self.assertIn("P7001", done.stderr)

    def test_target(self):
        program = self.program(two_modules(triple="riscv64-unknown-linux-gnu"))
        self.check("target", program)

    def test_target_of_another_machine(self):
        # Of the system below that folder, and with no folder of this machine's.
        self.check("target_of_another_machine", self.program(two_modules(triple="aarch64-unknown-linux-gnu")),
                   "--sysroot", "here", "-l", "nothing")

    def test_missing_library(self):
        # K07: what cannot be found is an error, never a guess.
        self.check("missing_library", self.program(two_modules()), "-L", "here", "-l", "nothing",
                   "-l", ":exact.a")

    def test_missing_runtime(self):
        program = self.program(two_modules())
        self.check("missing_runtime", program, "--runtime", "nowhere")
        (program.folder / "half").mkdir()
        (program.folder / "half/libraries.txt").write_text("libone.a\nlibtwo.a\n")
        self.check("missing_runtime_archives", program, "--runtime", "half")

    def test_missing_system_files(self):
        self.check("missing_system_files", self.program(two_modules()), "--sysroot", "here")

    def test_unwritable(self):
        program = self.program(two_modules())
        self.check("unwritable", program, output="no/such/folder/app")

    def test_usage(self):
        program = self.program(two_modules())
        self.check("usage", program, "--strip", "some", exit_code=2)

    def test_json(self):
        program = self.program(two_modules())
        self.check("json", program, "--format", "json", objects=["aaaa.o"])


if __name__ == "__main__":
    unittest.main()
