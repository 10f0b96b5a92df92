#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace perry::ld {

// Writes a relocatable ELF object that holds nothing but data: bytes, pointers to symbols,
// distances of thread-local variables, variables without contents. Everything is in the order in
// which it was added, so equal calls give equal bytes. 64 bits, little endian.
class ElfObject {
 public:
  enum class Machine : uint8_t { X86_64, AArch64 };
  using SymbolId = uint32_t;
  using SectionId = uint32_t;

  explicit ElfObject(Machine machine) : machine_(machine) {}

  // Constant data.
  SectionId add_section(std::string_view name, uint64_t alignment);
  // The same, for addresses that are known when the program or library is loaded, and no sooner.
  SectionId add_relocated_section(std::string_view name, uint64_t alignment);
  // Constant data in a group: of those with equal signatures one goes into the program. The
  // signature becomes a weak symbol, as LLVM's are: lld does not let weak and strong ones share a
  // group.
  SectionId add_comdat_section(std::string_view name, uint64_t alignment, SymbolId signature);
  // Thread-local variables that begin as zero.
  SectionId add_thread_section(std::string_view name, uint64_t alignment);

  // A symbol by its name, to be found elsewhere until it is defined. Hidden: the program's own.
  SymbolId symbol(std::string_view name);
  SymbolId thread_symbol(std::string_view name);
  void define(SymbolId symbol, SectionId section, uint64_t offset, uint64_t size);
  // Of a shared library: for everybody.
  void export_symbol(SymbolId symbol) { symbols_[symbol].is_exported = true; }
  bool is_defined(SymbolId symbol) const { return symbols_[symbol].section != kNone; }
  // Stands for a place of the section.
  SymbolId add_local(SectionId section, uint64_t offset);

  uint64_t size(SectionId section) const { return sections_[section].size; }
  void align(SectionId section, uint64_t alignment);
  void append(SectionId section, std::string_view bytes);
  void append_u32(SectionId section, uint32_t value);
  void append_u64(SectionId section, uint64_t value);
  // Code, and in it how far the place where it lies is from the one where the linker or the loader
  // writes a variable's distance from the thread pointer.
  SectionId add_code_section(std::string_view name);
  void append_place_of_thread_offset(SectionId section, SymbolId symbol);
  // The symbol's address.
  void append_address(SectionId section, SymbolId symbol);
  // How far a thread-local variable is from the thread pointer.
  void append_thread_offset(SectionId section, SymbolId symbol);
  // Room for a variable of a thread section; its place.
  uint64_t reserve(SectionId section, uint64_t bytes);

  std::string finish() const;

 private:
  static constexpr uint32_t kNone = UINT32_MAX;
  struct Relocation {
    uint64_t offset;
    SymbolId symbol;
    uint32_t type;
    int64_t addend = 0;
  };
  struct Section {
    std::string name;
    uint64_t alignment;
    std::string bytes;
    uint64_t size = 0;
    std::vector<Relocation> relocations;
    SymbolId group = kNone;
    bool is_thread = false;
    bool is_relocated = false;
    bool is_code = false;
  };
  struct Symbol {
    std::string name;  // empty: local
    SectionId section = kNone;
    uint64_t offset = 0;
    uint64_t size = 0;
    bool is_thread = false;
    bool is_local = false;
    bool is_weak = false;
    bool is_exported = false;
  };
  class Writer;

  void relocate(SectionId section, SymbolId symbol, uint32_t type, int64_t addend);

  Machine machine_;
  std::vector<Section> sections_;
  std::vector<Symbol> symbols_;
  std::unordered_map<std::string, SymbolId> by_name_;
};

}  // namespace perry::ld
