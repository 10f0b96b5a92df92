#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "perry-ld/entry/elf_object.h"

// String cells as runtime/abi/layout.h lays them out. Text is UTF-8.
namespace perry::ld {

std::vector<uint16_t> utf16_of(std::string_view text);

// The symbol of the atom with this text; it is shared with the program's other objects.
ElfObject::SymbolId add_atom(ElfObject& object, std::string_view text);

}  // namespace perry::ld
