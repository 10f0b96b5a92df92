#include "perry-ld/archive/archive.h"

#include <doctest/doctest.h>
#include <elf.h>

#include <cstring>

#include "perry-ld/archive/local_symbols.h"
#include "perry-ld/entry/elf_object.h"

using namespace perry::ld;

namespace {

template <class T>
T read(std::string_view bytes, uint64_t place) {
  T value;
  REQUIRE(place + sizeof value <= bytes.size());
  std::memcpy(&value, bytes.data() + place, sizeof value);
  return value;
}

std::vector<Elf64_Shdr> sections_of(std::string_view object) {
  const auto header = read<Elf64_Ehdr>(object, 0);
  std::vector<Elf64_Shdr> sections;
  for (unsigned i = 0; i < header.e_shnum; i++)
    sections.push_back(read<Elf64_Shdr>(object, header.e_shoff + i * sizeof(Elf64_Shdr)));
  return sections;
}

Elf64_Shdr section_of(std::string_view object, uint32_t type) {
  for (const Elf64_Shdr& section : sections_of(object))
    if (section.sh_type == type) return section;
  FAIL("no such section");
  return {};
}

struct Named {
  std::string name;
  Elf64_Sym symbol;
};

std::vector<Named> symbols_of(std::string_view object) {
  const Elf64_Shdr table = section_of(object, SHT_SYMTAB);
  const Elf64_Shdr names = sections_of(object)[table.sh_link];
  std::vector<Named> result;
  for (uint64_t at = 0; at < table.sh_size; at += sizeof(Elf64_Sym)) {
    const auto symbol = read<Elf64_Sym>(object, table.sh_offset + at);
    result.push_back({object.data() + names.sh_offset + symbol.st_name, symbol});
  }
  return result;
}

// Strong `inner` and `kept`, a weak one in a group, and one that is elsewhere; the data refers to
// each of them in that order.
std::string sample() {
  ElfObject object(ElfObject::Machine::X86_64);
  const auto data = object.add_section(".data", 8);
  const auto shared = object.symbol("shared");
  const auto group = object.add_comdat_section("atoms", 8, shared);
  object.append_u64(group, 7);
  object.define(shared, group, 0, 8);
  const auto elsewhere = object.symbol("elsewhere");
  const auto kept = object.symbol("kept");
  const auto inner = object.symbol("inner");
  object.define(kept, data, 0, 8);
  object.define(inner, data, 8, 8);
  for (const auto symbol : {inner, kept, shared, elsewhere}) object.append_address(data, symbol);
  return object.finish();
}

}  // namespace

TEST_CASE("strong symbols become local, and whoever names symbols by number is told") {
  std::string object = sample();
  const size_t size = object.size();
  REQUIRE(make_symbols_local(object, "kept"));
  CHECK(object.size() == size);
  const auto symbols = symbols_of(object);
  const Elf64_Shdr table = section_of(object, SHT_SYMTAB);
  for (size_t i = 0; i < symbols.size(); i++)
    CHECK((ELF64_ST_BIND(symbols[i].symbol.st_info) == STB_LOCAL) == (i < table.sh_info));
  std::vector<std::string> named;
  const Elf64_Shdr relocations = section_of(object, SHT_RELA);
  for (uint64_t at = 0; at < relocations.sh_size; at += sizeof(Elf64_Rela)) {
    const auto row = read<Elf64_Rela>(object, relocations.sh_offset + at);
    const Named& symbol = symbols[ELF64_R_SYM(row.r_info)];
    named.push_back(symbol.name);
    const bool is_local = ELF64_ST_BIND(symbol.symbol.st_info) == STB_LOCAL;
    CHECK(is_local == (symbol.name == "inner"));
  }
  CHECK(named == std::vector<std::string>{"inner", "kept", "shared", "elsewhere"});
  CHECK(symbols[section_of(object, SHT_GROUP).sh_info].name == "shared");
  CHECK(undefined_symbols(object) == std::vector<std::string>{"elsewhere"});
}

TEST_CASE("what is no object is left alone") {
  for (std::string bytes :
       {std::string(), std::string("!<arch>\n"), std::string(64, '\0'), sample().substr(0, 100)}) {
    const std::string before = bytes;
    CHECK_FALSE(make_symbols_local(bytes, "kept"));
    CHECK(bytes == before);
  }
}

TEST_CASE("an archive of one object with one name in its index") {
  const std::string archive = make_archive("odd", "perry_library_x");
  CHECK(archive.starts_with(
      "!<arch>\n/               0           0     0     644     24        `\n"));
  const size_t index = 8 + 60;
  CHECK(archive.substr(index, 4) == std::string("\0\0\0\1", 4));
  CHECK(archive.substr(index + 8, 16) == std::string("perry_library_x\0", 16));
  const size_t member = static_cast<uint8_t>(archive[index + 7]);
  CHECK(archive.substr(member, 16) == "library.o/      ");
  CHECK(archive.substr(member + 60) == "odd\n");
}
