#include "perry-cc/codegen/strings.h"

#include <vector>

#include "runtime/abi/layout.h"
#include "runtime/abi/string_hash.h"
#include "support/base/sha256.h"

namespace perry::codegen {

namespace {

constexpr size_t kLongestPlainSymbol = 200;

bool is_plain(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '$';
}

// The next code point of text whose bytes are known to be well formed but for lone surrogates.
uint32_t next_code_point(std::string_view text, size_t& at) {
  const auto byte = [&](size_t i) { return static_cast<uint8_t>(text[i]); };
  const uint32_t first = byte(at);
  if (first < 0x80) return at += 1, first;
  if (first < 0xe0) return at += 2, (first & 0x1f) << 6 | (byte(at - 1) & 0x3fu);
  if (first < 0xf0)
    return at += 3, (first & 0xf) << 12 | (byte(at - 2) & 0x3fu) << 6 | (byte(at - 1) & 0x3fu);
  at += 4;
  return (first & 7) << 18 | (byte(at - 3) & 0x3fu) << 12 | (byte(at - 2) & 0x3fu) << 6 |
         (byte(at - 1) & 0x3fu);
}

struct Units {
  std::vector<uint16_t> units;
  bool is_two_byte = false;
};

Units to_units(std::string_view text) {
  Units result;
  result.units.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const uint32_t point = next_code_point(text, at);
    if (point > 0xff) result.is_two_byte = true;
    if (point > 0xffff) {
      result.units.push_back(static_cast<uint16_t>(0xd800 + ((point - 0x10000) >> 10)));
      result.units.push_back(static_cast<uint16_t>(0xdc00 + ((point - 0x10000) & 0x3ff)));
    } else {
      result.units.push_back(static_cast<uint16_t>(point));
    }
  }
  return result;
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

// The bytes behind the header, padded.
std::string characters_of(const Units& text) {
  std::string bytes;
  for (const uint16_t unit : text.units) {
    bytes += static_cast<char>(unit & 0xff);
    if (text.is_two_byte) bytes += static_cast<char>(unit >> 8);
  }
  const size_t unit = abi::kCellUnit;
  bytes.resize(bytes.empty() ? unit : (bytes.size() + unit - 1) / unit * unit, '\0');
  return bytes;
}

llvm::Constant* make_cell(llvm::LLVMContext& context, const Units& text, uint32_t flags) {
  const std::string bytes = characters_of(text);
  const size_t size = sizeof(abi::StringLayout) + bytes.size();
  const uint64_t header =
      abi::header_word(abi::CellKind::String, abi::kStringShape, size, abi::kStatic);
  auto* const word = llvm::Type::getInt64Ty(context);
  const uint64_t length = text.units.size();
  const uint64_t second =
      abi::hash_units(text.units.data(), text.units.size()) |
      (length << abi::kStringLengthShift | flags | (text.is_two_byte ? abi::kTwoByte : 0)) << 32;
  return llvm::ConstantStruct::getAnon({llvm::ConstantInt::get(word, header),
                                        llvm::ConstantInt::get(word, second),
                                        llvm::ConstantDataArray::getString(context, bytes, false)});
}

}  // namespace

std::string atom_symbol_suffix(std::string_view text) {
  if (text.size() >= kLongestPlainSymbol) return ".h" + support::sha256(text).to_hex();
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  for (const char c : text) {
    if (is_plain(c)) {
      result += c;
    } else {
      result += '.';
      result += kDigits[static_cast<uint8_t>(c) >> 4];
      result += kDigits[static_cast<uint8_t>(c) & 15];
    }
  }
  return result;
}

bool is_atom_text(std::string_view text) { return text.size() < abi::kLongestStaticAtom; }

llvm::GlobalVariable* make_string(llvm::Module& module, std::string_view text) {
  llvm::LLVMContext& context = module.getContext();
  const Units units = to_units(text);
  if (!is_atom_text(text)) {
    llvm::Constant* const cell = make_cell(context, units, 0);
    auto* const result = new llvm::GlobalVariable(
        module, cell->getType(), true, llvm::GlobalValue::InternalLinkage, cell, "string");
    result->setAlignment(llvm::Align(abi::kCellUnit));
    return result;
  }
  llvm::Constant* const cell =
      make_cell(context, units, abi::kAtom | (is_array_index(text) ? abi::kIndex : 0));
  const std::string name = "perry.atom." + atom_symbol_suffix(text);
  auto* const result = new llvm::GlobalVariable(module, cell->getType(), true,
                                                llvm::GlobalValue::LinkOnceODRLinkage, cell, name);
  result->setComdat(module.getOrInsertComdat(name));
  result->setVisibility(llvm::GlobalValue::HiddenVisibility);
  result->setDSOLocal(true);
  result->setSection("perry_atoms");
  result->setAlignment(llvm::Align(abi::kCellUnit));
  return result;
}

}  // namespace perry::codegen
