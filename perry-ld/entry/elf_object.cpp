#include "perry-ld/entry/elf_object.h"

#include <elf.h>

#include <cassert>
#include <cstring>

// The file: header, contents of the sections, symbols, names, then the table of sections. Groups
// stand before their members, relocations right behind the section that they are for, local
// symbols before global ones, as the format demands or linkers expect.
namespace perry::ld {

namespace {

struct MachineWords {
  uint16_t number;
  uint32_t address;
  uint32_t thread_offset;
  int64_t thread_addend;
};

MachineWords words_of(ElfObject::Machine machine) {
  switch (machine) {
    case ElfObject::Machine::X86_64:
      return {EM_X86_64, R_X86_64_64, R_X86_64_TPOFF64, 0};
    // There is no relocation of data for it: the address of a program's thread-local variable is
    // how far it is from the first one, before which two words lie at the thread pointer.
    case ElfObject::Machine::AArch64:
      return {EM_AARCH64, R_AARCH64_ABS64, R_AARCH64_ABS64, 2 * sizeof(uint64_t)};
  }
  return {};
}

template <class T>
void put(std::string& out, const T& value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void pad(std::string& out, uint64_t alignment) {
  out.resize((out.size() + alignment - 1) / alignment * alignment, '\0');
}

}  // namespace

ElfObject::SectionId ElfObject::add_section(std::string_view name, uint64_t alignment) {
  sections_.push_back(
      {.name = std::string(name), .alignment = alignment, .bytes = {}, .relocations = {}});
  return static_cast<SectionId>(sections_.size() - 1);
}

ElfObject::SectionId ElfObject::add_relocated_section(std::string_view name, uint64_t alignment) {
  const SectionId id = add_section(name, alignment);
  sections_[id].is_relocated = true;
  return id;
}

ElfObject::SectionId ElfObject::add_code_section(std::string_view name) {
  const SectionId id = add_section(name, 16);
  sections_[id].is_code = true;
  return id;
}

ElfObject::SectionId ElfObject::add_comdat_section(std::string_view name, uint64_t alignment,
                                                   SymbolId signature) {
  const SectionId id = add_section(name, alignment);
  sections_[id].group = signature;
  symbols_[signature].is_weak = true;
  return id;
}

ElfObject::SectionId ElfObject::add_thread_section(std::string_view name, uint64_t alignment) {
  const SectionId id = add_section(name, alignment);
  sections_[id].is_thread = true;
  return id;
}

ElfObject::SymbolId ElfObject::symbol(std::string_view name) {
  const auto [at, is_new] =
      by_name_.try_emplace(std::string(name), static_cast<SymbolId>(symbols_.size()));
  if (is_new) symbols_.push_back({std::string(name)});
  return at->second;
}

ElfObject::SymbolId ElfObject::thread_symbol(std::string_view name) {
  const SymbolId id = symbol(name);
  symbols_[id].is_thread = true;
  return id;
}

void ElfObject::define(SymbolId symbol, SectionId section, uint64_t offset, uint64_t size) {
  Symbol& s = symbols_[symbol];
  s.section = section;
  s.offset = offset;
  s.size = size;
}

ElfObject::SymbolId ElfObject::add_local(SectionId section, uint64_t offset) {
  Symbol s;
  s.section = section;
  s.offset = offset;
  s.is_local = true;
  symbols_.push_back(std::move(s));
  return static_cast<SymbolId>(symbols_.size() - 1);
}

void ElfObject::align(SectionId section, uint64_t alignment) {
  Section& s = sections_[section];
  pad(s.bytes, alignment);
  s.size = s.bytes.size();
}

void ElfObject::append(SectionId section, std::string_view bytes) {
  Section& s = sections_[section];
  s.bytes += bytes;
  s.size = s.bytes.size();
}

void ElfObject::append_u32(SectionId section, uint32_t value) {
  append(section, {reinterpret_cast<const char*>(&value), sizeof value});
}

void ElfObject::append_u64(SectionId section, uint64_t value) {
  append(section, {reinterpret_cast<const char*>(&value), sizeof value});
}

void ElfObject::relocate(SectionId section, SymbolId symbol, uint32_t type, int64_t addend) {
  sections_[section].relocations.push_back({sections_[section].size, symbol, type, addend});
  append_u64(section, 0);
}

void ElfObject::append_address(SectionId section, SymbolId symbol) {
  relocate(section, symbol, words_of(machine_).address, 0);
}

void ElfObject::append_thread_offset(SectionId section, SymbolId symbol) {
  const MachineWords words = words_of(machine_);
  relocate(section, symbol, words.thread_offset, words.thread_addend);
}

void ElfObject::append_place_of_thread_offset(SectionId section, SymbolId symbol) {
  // The processor counts from behind the four bytes.
  constexpr int64_t kSize = sizeof(uint32_t);
  sections_[section].relocations.push_back(
      {sections_[section].size, symbol, R_X86_64_GOTTPOFF, -kSize});
  append_u32(section, 0);
}

uint64_t ElfObject::reserve(SectionId section, uint64_t bytes) {
  assert(sections_[section].is_thread);
  const uint64_t place = sections_[section].size;
  sections_[section].size += bytes;
  return place;
}

class ElfObject::Writer {
 public:
  explicit Writer(const ElfObject& object) : object_(object) {}
  std::string write();

 private:
  uint32_t add_name(std::string& table, std::string_view name) {
    const auto at = static_cast<uint32_t>(table.size());
    table += name;
    table += '\0';
    return at;
  }
  uint32_t add_header(std::string_view name, uint32_t type, uint64_t flags, uint64_t alignment) {
    Elf64_Shdr header{};
    header.sh_name = add_name(section_names_, name);
    header.sh_type = type;
    header.sh_flags = flags;
    header.sh_addralign = alignment;
    headers_.push_back(header);
    return static_cast<uint32_t>(headers_.size() - 1);
  }
  void fill(uint32_t header, std::string_view bytes) {
    pad(out_, headers_[header].sh_addralign == 0 ? 1 : headers_[header].sh_addralign);
    headers_[header].sh_offset = out_.size();
    headers_[header].sh_size = bytes.size();
    out_ += bytes;
  }
  void plan_sections();
  void write_symbols();
  void write_contents();

  const ElfObject& object_;
  std::string out_;
  std::string section_names_ = std::string(1, '\0');
  std::string names_ = std::string(1, '\0');
  std::string symbols_;
  std::string symbol_sections_;  // numbers of sections that don't fit into symbols
  std::vector<Elf64_Shdr> headers_ = {Elf64_Shdr{}};
  std::vector<uint32_t> header_of_;       // by section
  std::vector<uint32_t> group_of_;        // by section; 0: none
  std::vector<uint32_t> relocations_of_;  // by section; 0: none
  std::vector<uint32_t> number_of_;       // by symbol
  uint32_t symbol_header_ = 0;
};

void ElfObject::Writer::plan_sections() {
  for (const Section& s : object_.sections_) {
    const bool in_group = s.group != kNone;
    group_of_.push_back(in_group ? add_header(".group", SHT_GROUP, 0, 4) : 0);
    uint64_t flags = SHF_ALLOC | (in_group ? SHF_GROUP : 0);
    if (s.is_thread) flags |= SHF_WRITE | SHF_TLS;
    if (s.is_relocated) flags |= SHF_WRITE;
    if (s.is_code) flags |= SHF_EXECINSTR;
    header_of_.push_back(
        add_header(s.name, s.is_thread ? SHT_NOBITS : SHT_PROGBITS, flags, s.alignment));
    relocations_of_.push_back(s.relocations.empty()
                                  ? 0
                                  : add_header(".rela" + s.name, SHT_RELA,
                                               SHF_INFO_LINK | (in_group ? SHF_GROUP : 0), 8));
  }
}

void ElfObject::Writer::write_symbols() {
  number_of_.resize(object_.symbols_.size());
  put(symbols_, Elf64_Sym{});
  put(symbol_sections_, uint32_t{0});
  uint32_t count = 1;
  uint32_t locals = 1;
  for (const bool is_local : {true, false}) {
    for (size_t i = 0; i < object_.symbols_.size(); i++) {
      const Symbol& s = object_.symbols_[i];
      if (s.is_local != is_local) continue;
      Elf64_Sym out{};
      out.st_name = s.name.empty() ? 0 : add_name(names_, s.name);
      const unsigned type = s.is_thread ? STT_TLS : s.section == kNone ? STT_NOTYPE : STT_OBJECT;
      const unsigned binding = is_local ? STB_LOCAL : s.is_weak ? STB_WEAK : STB_GLOBAL;
      out.st_info = static_cast<unsigned char>(ELF64_ST_INFO(binding, type));
      out.st_other = is_local || s.is_exported ? STV_DEFAULT : STV_HIDDEN;
      const uint32_t section = s.section == kNone ? uint32_t{SHN_UNDEF} : header_of_[s.section];
      out.st_shndx = static_cast<uint16_t>(section < SHN_LORESERVE ? section : SHN_XINDEX);
      put(symbol_sections_, section < SHN_LORESERVE ? 0 : section);
      out.st_value = s.offset;
      out.st_size = s.size;
      put(symbols_, out);
      number_of_[i] = count++;
    }
    if (is_local) locals = count;
  }
  symbol_header_ = add_header(".symtab", SHT_SYMTAB, 0, 8);
  headers_[symbol_header_].sh_entsize = sizeof(Elf64_Sym);
  headers_[symbol_header_].sh_info = locals;
}

void ElfObject::Writer::write_contents() {
  for (size_t i = 0; i < object_.sections_.size(); i++) {
    const Section& s = object_.sections_[i];
    if (const uint32_t group = group_of_[i]; group != 0) {
      std::string members;
      put(members, uint32_t{GRP_COMDAT});
      put(members, header_of_[i]);
      if (relocations_of_[i] != 0) put(members, relocations_of_[i]);
      headers_[group].sh_link = symbol_header_;
      headers_[group].sh_info = number_of_[s.group];
      headers_[group].sh_entsize = 4;
      fill(group, members);
    }
    fill(header_of_[i], s.bytes);
    headers_[header_of_[i]].sh_size = s.size;
    if (const uint32_t header = relocations_of_[i]; header != 0) {
      std::string rows;
      for (const Relocation& r : s.relocations)
        put(rows,
            Elf64_Rela{r.offset, ELF64_R_INFO(uint64_t{number_of_[r.symbol]}, r.type), r.addend});
      headers_[header].sh_link = symbol_header_;
      headers_[header].sh_info = header_of_[i];
      headers_[header].sh_entsize = sizeof(Elf64_Rela);
      fill(header, rows);
    }
  }
}

std::string ElfObject::Writer::write() {
  out_.resize(sizeof(Elf64_Ehdr));
  plan_sections();
  write_symbols();
  write_contents();
  const bool is_large = headers_.size() + 3 >= SHN_LORESERVE;
  const uint32_t sections = is_large ? add_header(".symtab_shndx", SHT_SYMTAB_SHNDX, 0, 4) : 0;
  const uint32_t names = add_header(".strtab", SHT_STRTAB, 0, 1);
  const uint32_t section_names = add_header(".shstrtab", SHT_STRTAB, 0, 1);
  headers_[symbol_header_].sh_link = names;
  fill(symbol_header_, symbols_);
  if (is_large) {
    headers_[sections].sh_link = symbol_header_;
    headers_[sections].sh_entsize = 4;
    fill(sections, symbol_sections_);
  }
  fill(names, names_);
  fill(section_names, section_names_);
  pad(out_, 8);

  // What the header's own fields can't count goes into the first section's.
  const uint64_t count = headers_.size();
  if (is_large) {
    headers_[0].sh_size = count;
    headers_[0].sh_link = section_names;
  }
  Elf64_Ehdr header{};
  std::memcpy(header.e_ident, ELFMAG, SELFMAG);
  header.e_ident[EI_CLASS] = ELFCLASS64;
  header.e_ident[EI_DATA] = ELFDATA2LSB;
  header.e_ident[EI_VERSION] = EV_CURRENT;
  header.e_type = ET_REL;
  header.e_machine = words_of(object_.machine_).number;
  header.e_version = EV_CURRENT;
  header.e_shoff = out_.size();
  header.e_ehsize = sizeof(Elf64_Ehdr);
  header.e_shentsize = sizeof(Elf64_Shdr);
  header.e_shnum = static_cast<uint16_t>(is_large ? 0 : count);
  header.e_shstrndx = static_cast<uint16_t>(is_large ? SHN_XINDEX : section_names);
  std::memcpy(out_.data(), &header, sizeof header);
  for (const Elf64_Shdr& h : headers_) put(out_, h);
  return std::move(out_);
}

std::string ElfObject::finish() const { return Writer(*this).write(); }

}  // namespace perry::ld
