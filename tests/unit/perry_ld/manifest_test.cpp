#include "perry-ld/manifest/manifest.h"

#include <doctest/doctest.h>

#include "perry-ld/driver/inputs.h"
#include "support/base/sha256.h"

using namespace perry::ld;
using perry::support::sha256;

namespace {

Manifest sample_manifest() {
  Manifest m;
  m.linker = "9066f9 lld 19.1.7";
  m.plan = sha256("plan");
  m.flags = {"-m", "elf_x86_64", "-z", "relro"};
  m.inputs = {{"object", "obj/3f/a b.o", sha256("a")},
              {"library", "/usr/lib/libc.so", sha256("c")}};
  m.output = sha256("program");
  return m;
}

}  // namespace

TEST_CASE("a manifest is read as it was written") {
  CHECK(read_manifest(write_manifest(sample_manifest())) == sample_manifest());
  CHECK(read_manifest(write_manifest(Manifest())) == Manifest());
}

TEST_CASE("what is damaged is no manifest") {
  const std::string text = write_manifest(sample_manifest());
  for (size_t size = 0; size < text.size(); size++) CHECK(!read_manifest(text.substr(0, size)));
  for (size_t at = 0; at < text.size(); at++) {
    std::string damaged = text;
    damaged[at] ^= 1;
    CHECK(!read_manifest(damaged));
  }
  CHECK(!read_manifest(text + "\n"));
}

TEST_CASE("the fingerprint is of what decides the program's bytes") {
  const auto before = fingerprint(sample_manifest());
  const auto changes = [&](auto change) {
    Manifest m = sample_manifest();
    change(m);
    return fingerprint(m) != before;
  };
  CHECK(changes([](Manifest& m) { m.linker += "x"; }));
  CHECK(changes([](Manifest& m) { m.plan = sha256("another"); }));
  CHECK(changes([](Manifest& m) { m.flags.pop_back(); }));
  CHECK(changes([](Manifest& m) { std::swap(m.inputs[0], m.inputs[1]); }));
  CHECK(changes([](Manifest& m) { m.inputs[1].hash = sha256("d"); }));
  CHECK(changes([](Manifest& m) { m.inputs[1].role = "runtime"; }));
  CHECK_FALSE(changes([](Manifest& m) { m.inputs[0].path = "elsewhere"; }));
  CHECK_FALSE(changes([](Manifest& m) { m.output = sha256("another"); }));
}

TEST_CASE("files that a linker script names") {
  CHECK(files_in_script("/* GNU ld script\n   /not/this */\nOUTPUT_FORMAT(elf64-x86-64)\n"
                        "GROUP ( /lib/libc.so.6 /usr/lib/libc_nonshared.a  AS_NEEDED ( "
                        "/lib64/ld-linux-x86-64.so.2 ) )\n") ==
        std::vector<std::string>{"/lib/libc.so.6", "/usr/lib/libc_nonshared.a",
                                 "/lib64/ld-linux-x86-64.so.2"});
  CHECK(files_in_script("\177ELF /lib/x").empty());
  CHECK(files_in_script("!<arch>\n" + std::string(5000, ' ') + "/lib/x").empty());
}
