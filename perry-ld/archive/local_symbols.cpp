#include "perry-ld/archive/local_symbols.h"

#include <elf.h>

#include <algorithm>
#include <cstdint>
#include <cstring>

// A table of symbols has the local ones in front. So the symbols that become local change their
// numbers, and those behind them too; whatever names symbols by number (relocations, groups, the
// table of large section numbers) is told the new ones. No size changes, so everything happens in
// place.
namespace perry::ld {

namespace {

class Object {
 public:
  explicit Object(std::string& bytes) : bytes_(bytes) {}

  bool read();
  bool make_local(std::string_view kept);
  bool count_variables_from(std::string_view first);
  std::vector<std::string> undefined() const;

 private:
  template <class T>
  T at(uint64_t offset) const {
    T value;
    std::memcpy(&value, bytes_.data() + offset, sizeof value);
    return value;
  }
  template <class T>
  void put(uint64_t offset, const T& value) {
    std::memcpy(bytes_.data() + offset, &value, sizeof value);
  }
  bool holds(uint64_t offset, uint64_t size) const {
    return offset <= bytes_.size() && size <= bytes_.size() - offset;
  }
  uint64_t header_place(size_t section) const {
    return header_.e_shoff + section * sizeof(Elf64_Shdr);
  }
  std::string_view name_of(const Elf64_Sym& symbol) const;
  bool becomes_local(const Elf64_Sym& symbol, std::string_view kept) const;
  template <class T>
  void reorder(const Elf64_Shdr& table, const std::vector<uint32_t>& order);
  bool renumber_relocations(const Elf64_Shdr& relocations, const std::vector<uint32_t>& numbers);

  std::string& bytes_;
  Elf64_Ehdr header_{};
  std::vector<Elf64_Shdr> sections_;
  size_t table_ = 0;  // the section of symbols
  std::vector<Elf64_Sym> symbols_;
};

bool Object::read() {
  if (!holds(0, sizeof header_)) return false;
  header_ = at<Elf64_Ehdr>(0);
  if (std::memcmp(header_.e_ident, ELFMAG, SELFMAG) != 0 || header_.e_type != ET_REL ||
      header_.e_shentsize != sizeof(Elf64_Shdr) || !holds(header_.e_shoff, sizeof(Elf64_Shdr)))
    return false;
  // A number that the header has no room for stands in the first section.
  const uint64_t count =
      header_.e_shnum != 0 ? header_.e_shnum : at<Elf64_Shdr>(header_.e_shoff).sh_size;
  if (count > bytes_.size() || !holds(header_.e_shoff, count * sizeof(Elf64_Shdr))) return false;
  for (size_t i = 0; i < count; i++) {
    sections_.push_back(at<Elf64_Shdr>(header_place(i)));
    const Elf64_Shdr& section = sections_.back();
    if (section.sh_type != SHT_NOBITS && section.sh_type != SHT_NULL &&
        !holds(section.sh_offset, section.sh_size))
      return false;
    if (section.sh_type == SHT_SYMTAB) table_ = i;
  }
  if (table_ == 0 || sections_[table_].sh_link >= count) return false;
  const Elf64_Shdr& table = sections_[table_];
  for (uint64_t i = 0; i < table.sh_size / sizeof(Elf64_Sym); i++)
    symbols_.push_back(at<Elf64_Sym>(table.sh_offset + i * sizeof(Elf64_Sym)));
  return !symbols_.empty();
}

std::string_view Object::name_of(const Elf64_Sym& symbol) const {
  const Elf64_Shdr& names = sections_[sections_[table_].sh_link];
  if (symbol.st_name >= names.sh_size) return {};
  const std::string_view all = std::string_view(bytes_).substr(names.sh_offset, names.sh_size);
  const std::string_view rest = all.substr(symbol.st_name);
  return rest.substr(0, rest.find('\0'));
}

bool Object::becomes_local(const Elf64_Sym& symbol, std::string_view kept) const {
  return ELF64_ST_BIND(symbol.st_info) == STB_GLOBAL && symbol.st_shndx != SHN_UNDEF &&
         name_of(symbol) != kept;
}

template <class T>
void Object::reorder(const Elf64_Shdr& table, const std::vector<uint32_t>& order) {
  std::vector<T> rows;
  rows.reserve(order.size());
  for (const uint32_t from : order) rows.push_back(at<T>(table.sh_offset + from * sizeof(T)));
  for (size_t i = 0; i < rows.size(); i++) put(table.sh_offset + i * sizeof(T), rows[i]);
}

bool Object::renumber_relocations(const Elf64_Shdr& relocations,
                                  const std::vector<uint32_t>& numbers) {
  for (uint64_t place = 0; place + sizeof(Elf64_Rela) <= relocations.sh_size;
       place += sizeof(Elf64_Rela)) {
    auto row = at<Elf64_Rela>(relocations.sh_offset + place);
    const uint64_t symbol = ELF64_R_SYM(row.r_info);
    if (symbol >= numbers.size()) return false;
    row.r_info = ELF64_R_INFO(uint64_t{numbers[symbol]}, ELF64_R_TYPE(row.r_info));
    put(relocations.sh_offset + place, row);
  }
  return true;
}

bool Object::make_local(std::string_view kept) {
  for (size_t i = 0; i < symbols_.size(); i++) {
    Elf64_Sym& symbol = symbols_[i];
    if (!becomes_local(symbol, kept)) continue;
    symbol.st_info = ELF64_ST_INFO(STB_LOCAL, ELF64_ST_TYPE(symbol.st_info));
    symbol.st_other = STV_DEFAULT;
    put(sections_[table_].sh_offset + i * sizeof symbol, symbol);
  }
  std::vector<uint32_t> order;
  order.reserve(symbols_.size());
  const auto add = [&](bool locals) {
    for (uint32_t i = 0; i < symbols_.size(); i++)
      if ((ELF64_ST_BIND(symbols_[i].st_info) == STB_LOCAL) == locals) order.push_back(i);
  };
  add(true);
  const auto locals = static_cast<uint32_t>(order.size());
  add(false);
  std::vector<uint32_t> numbers(order.size());
  for (uint32_t i = 0; i < order.size(); i++) numbers[order[i]] = i;
  for (size_t i = 0; i < sections_.size(); i++) {
    Elf64_Shdr& section = sections_[i];
    const bool is_of_table = section.sh_link == table_;
    if (i == table_) {
      reorder<Elf64_Sym>(section, order);
      section.sh_info = locals;
    } else if (section.sh_type == SHT_RELA && is_of_table) {
      if (!renumber_relocations(section, numbers)) return false;
    } else if (section.sh_type == SHT_SYMTAB_SHNDX && is_of_table) {
      if (section.sh_size < order.size() * sizeof(uint32_t)) return false;
      reorder<uint32_t>(section, order);
    } else if (section.sh_type == SHT_GROUP && is_of_table) {
      if (section.sh_info >= numbers.size()) return false;
      section.sh_info = numbers[section.sh_info];
    } else {
      continue;
    }
    put(header_place(i), section);
  }
  return true;
}

bool Object::count_variables_from(std::string_view first) {
  const auto start = std::ranges::find_if(
      symbols_, [&](const Elf64_Sym& symbol) { return name_of(symbol) == first; });
  if (start == symbols_.end()) return false;
  for (const Elf64_Shdr& section : sections_) {
    if (section.sh_type != SHT_RELA || section.sh_link != table_) continue;
    for (uint64_t i = 0; i < section.sh_size / sizeof(Elf64_Rela); i++) {
      const uint64_t place = section.sh_offset + i * sizeof(Elf64_Rela);
      auto row = at<Elf64_Rela>(place);
      if (ELF64_R_TYPE(row.r_info) != R_X86_64_TPOFF64) continue;
      const uint64_t number = ELF64_R_SYM(row.r_info);
      if (number >= symbols_.size() || section.sh_info >= sections_.size()) return false;
      const Elf64_Sym& variable = symbols_[number];
      const Elf64_Shdr& data = sections_[section.sh_info];
      if (variable.st_shndx != start->st_shndx || row.r_offset > data.sh_size ||
          data.sh_size - row.r_offset < sizeof(uint64_t))
        return false;
      put(data.sh_offset + row.r_offset,
          variable.st_value - start->st_value + static_cast<uint64_t>(row.r_addend));
      row.r_info = ELF64_R_INFO(uint64_t{0}, R_X86_64_NONE);
      row.r_addend = 0;
      put(place, row);
    }
  }
  return true;
}

std::vector<std::string> Object::undefined() const {
  std::vector<std::string> names;
  for (const Elf64_Sym& symbol : symbols_)
    if (symbol.st_shndx == SHN_UNDEF && symbol.st_name != 0) names.emplace_back(name_of(symbol));
  return names;
}

}  // namespace

bool make_symbols_local(std::string& object, std::string_view kept) {
  Object reader(object);
  return reader.read() && reader.make_local(kept);
}

bool count_variables_from(std::string& object, std::string_view first) {
  Object reader(object);
  return reader.read() && reader.count_variables_from(first);
}

std::vector<std::string> undefined_symbols(std::string_view object) {
  std::string bytes(object);
  Object reader(bytes);
  return reader.read() ? reader.undefined() : std::vector<std::string>();
}

}  // namespace perry::ld
