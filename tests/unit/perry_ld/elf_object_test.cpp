#include "perry-ld/entry/elf_object.h"

#include <doctest/doctest.h>
#include <elf.h>

#include <cstring>

#include "perry-ld/entry/static_string.h"

using namespace perry::ld;

namespace {

struct Parsed {
  std::string bytes;
  Elf64_Ehdr header;
  std::vector<Elf64_Shdr> sections;

  explicit Parsed(std::string contents) : bytes(std::move(contents)) {
    std::memcpy(&header, bytes.data(), sizeof header);
    REQUIRE(header.e_shoff + header.e_shnum * sizeof(Elf64_Shdr) == bytes.size());
    sections.resize(header.e_shnum);
    std::memcpy(sections.data(), bytes.data() + header.e_shoff, bytes.size() - header.e_shoff);
  }
  std::string name(const Elf64_Shdr& section) const {
    return bytes.data() + sections[header.e_shstrndx].sh_offset + section.sh_name;
  }
  std::string_view contents(const Elf64_Shdr& section) const {
    return std::string_view(bytes).substr(section.sh_offset, section.sh_size);
  }
  template <class T>
  std::vector<T> rows(const Elf64_Shdr& section) const {
    std::vector<T> result(section.sh_size / sizeof(T));
    std::memcpy(result.data(), bytes.data() + section.sh_offset, section.sh_size);
    return result;
  }
  const Elf64_Shdr& find(uint32_t type) const {
    for (const Elf64_Shdr& section : sections)
      if (section.sh_type == type) return section;
    FAIL("no such section");
    return sections[0];
  }
};

}  // namespace

TEST_CASE("data, addresses and thread-local variables") {
  ElfObject object(ElfObject::Machine::X86_64);
  const auto data = object.add_section(".rodata.x", 8);
  const auto variables = object.add_thread_section(".tbss.x", 8);
  const auto variable = object.thread_symbol("variable");
  object.define(variable, variables, object.reserve(variables, 8), 8);
  object.append(data, "abc");
  object.align(data, 8);
  object.append_address(data, object.symbol("elsewhere"));
  object.append_thread_offset(data, variable);
  object.append_address(data, object.add_local(data, 4));
  const Parsed parsed(object.finish());

  CHECK(parsed.header.e_type == ET_REL);
  CHECK(parsed.name(parsed.sections[1]) == ".rodata.x");
  CHECK(parsed.contents(parsed.sections[1]).substr(0, 4) == std::string_view("abc\0", 4));
  const auto relocations = parsed.rows<Elf64_Rela>(parsed.find(SHT_RELA));
  REQUIRE(relocations.size() == 3);
  CHECK(relocations[0].r_offset == 8);
  CHECK(ELF64_R_TYPE(relocations[0].r_info) == R_X86_64_64);
  CHECK(ELF64_R_TYPE(relocations[1].r_info) == R_X86_64_TPOFF64);
  const auto symbols = parsed.rows<Elf64_Sym>(parsed.find(SHT_SYMTAB));
  REQUIRE(symbols.size() == 4);
  CHECK(parsed.find(SHT_SYMTAB).sh_info == 2);  // the zero symbol and the local one
  CHECK(symbols[1].st_value == 4);
  CHECK(ELF64_ST_TYPE(symbols[2].st_info) == STT_TLS);
  CHECK(ELF64_ST_VISIBILITY(symbols[2].st_other) == STV_HIDDEN);
  CHECK(symbols[3].st_shndx == SHN_UNDEF);
  CHECK(parsed.find(SHT_NOBITS).sh_flags == (SHF_ALLOC | SHF_WRITE | SHF_TLS));
}

TEST_CASE("on aarch64 a variable's distance counts from the two words at the thread pointer") {
  ElfObject object(ElfObject::Machine::AArch64);
  const auto data = object.add_section(".rodata.x", 8);
  object.append_address(data, object.symbol("elsewhere"));
  object.append_thread_offset(data, object.thread_symbol("variable"));
  const Parsed parsed(object.finish());

  CHECK(parsed.header.e_machine == EM_AARCH64);
  const auto relocations = parsed.rows<Elf64_Rela>(parsed.find(SHT_RELA));
  REQUIRE(relocations.size() == 2);
  CHECK(ELF64_R_TYPE(relocations[0].r_info) == R_AARCH64_ABS64);
  CHECK(relocations[0].r_addend == 0);
  CHECK(ELF64_R_TYPE(relocations[1].r_info) == R_AARCH64_ABS64);
  CHECK(relocations[1].r_addend == 16);
}

TEST_CASE("an atom is one cell in a group of its own") {
  ElfObject object(ElfObject::Machine::X86_64);
  const auto atom = add_atom(object, "a-b");
  CHECK(add_atom(object, "a-b") == atom);
  const Parsed parsed(object.finish());
  const Elf64_Shdr& group = parsed.find(SHT_GROUP);
  CHECK(parsed.rows<uint32_t>(group) == std::vector<uint32_t>{GRP_COMDAT, 2});
  CHECK(parsed.name(parsed.sections[2]) == "perry_atoms");
  CHECK(parsed.sections[2].sh_size == 24);
  const auto symbols = parsed.rows<Elf64_Sym>(parsed.find(SHT_SYMTAB));
  CHECK(ELF64_ST_BIND(symbols[1].st_info) == STB_WEAK);
  CHECK(parsed.bytes.find("perry.atom.a.2db") != std::string::npos);
}

TEST_CASE("text becomes UTF-16") {
  CHECK(utf16_of("a\xc3\xa9\xf0\x9f\x98\x80") == std::vector<uint16_t>{'a', 0xe9, 0xd83d, 0xde00});
}
