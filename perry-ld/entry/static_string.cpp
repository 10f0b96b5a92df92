#include "perry-ld/entry/static_string.h"

#include <algorithm>

#include "runtime/abi/layout.h"
#include "runtime/abi/string_hash.h"
#include "support/base/sha256.h"
#include "support/base/utf8.h"

namespace perry::ld {

namespace {

constexpr size_t kLongestPlainSymbol = 200;

bool is_plain(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

std::string atom_symbol(std::string_view text) {
  std::string name = "perry.atom.";
  if (text.size() >= kLongestPlainSymbol) return name + ".h" + support::sha256(text).to_hex();
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const char c : text) {
    if (is_plain(c)) {
      name += c;
    } else {
      name += '.';
      name += kDigits[static_cast<uint8_t>(c) >> 4];
      name += kDigits[static_cast<uint8_t>(c) & 15];
    }
  }
  return name;
}

bool is_array_index(std::string_view text) {
  if (text.empty() || text.size() > 10 || (text[0] == '0' && text.size() > 1)) return false;
  uint64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return false;
    number = number * 10 + static_cast<uint64_t>(c - '0');
  }
  return number < 0xffff'ffff;
}

std::string cell_of(std::string_view text, bool is_atom) {
  const std::vector<uint16_t> units = utf16_of(text);
  const bool is_two_byte =
      std::any_of(units.begin(), units.end(), [](uint16_t unit) { return unit > 0xff; });
  std::string characters;
  for (const uint16_t unit : units) {
    characters += static_cast<char>(unit & 0xff);
    if (is_two_byte) characters += static_cast<char>(unit >> 8);
  }
  const size_t padded = (characters.size() + abi::kCellUnit - 1) / abi::kCellUnit * abi::kCellUnit;
  characters.resize(std::max(padded, abi::kCellUnit), '\0');

  uint32_t flags = is_two_byte ? abi::kTwoByte : 0;
  if (is_atom) flags |= abi::kAtom | (is_array_index(text) ? abi::kIndex : 0u);
  const uint64_t words[] = {
      abi::header_word(abi::CellKind::String, abi::kStringShape,
                       sizeof(abi::StringLayout) + characters.size(), abi::kStatic),
      abi::hash_units(units.data(), units.size()) |
          (uint64_t{units.size()} << abi::kStringLengthShift | flags) << 32};
  static_assert(sizeof words == sizeof(abi::StringLayout));
  return std::string(reinterpret_cast<const char*>(words), sizeof words) + characters;
}

}  // namespace

std::vector<uint16_t> utf16_of(std::string_view text) {
  std::vector<uint16_t> units;
  for (size_t at = 0; at < text.size();) {
    const support::Utf8Step step = support::decode_utf8(text, at);
    at += step.size;
    if (step.code_point > 0xffff) {
      units.push_back(static_cast<uint16_t>(0xd800 + ((step.code_point - 0x10000) >> 10)));
      units.push_back(static_cast<uint16_t>(0xdc00 + ((step.code_point - 0x10000) & 0x3ff)));
    } else {
      units.push_back(static_cast<uint16_t>(step.code_point));
    }
  }
  return units;
}

ElfObject::SymbolId add_atom(ElfObject& object, std::string_view text) {
  const bool is_atom = text.size() < abi::kLongestStaticAtom;
  const std::string name = atom_symbol(text);
  const ElfObject::SymbolId symbol = object.symbol(name);
  if (object.is_defined(symbol)) return symbol;
  const std::string cell = cell_of(text, is_atom);
  const ElfObject::SectionId section =
      is_atom ? object.add_comdat_section("perry_atoms", abi::kCellUnit, symbol)
              : object.add_comdat_section(".rodata.perry_string", abi::kCellUnit, symbol);
  object.append(section, cell);
  object.define(symbol, section, 0, cell.size());
  return symbol;
}

}  // namespace perry::ld
