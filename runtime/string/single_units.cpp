#include "runtime/string/single_units.h"

#include <array>

#include "runtime/string/atom.h"

namespace perry::runtime {

// Not anonymous: the linker must see them, to merge them with those of the program.
namespace single_units {

PERRY_STATIC_ATOM_WITH_SYMBOL(kEmpty, "", "");

#define SINGLE(unit, text, symbol) PERRY_STATIC_ATOM_WITH_SYMBOL(kUnit##unit, text, symbol);
#include "runtime/string/single_units.def"
#undef SINGLE

}  // namespace single_units

namespace {

constexpr std::array<const StaticAtom<8>*, 256> kUnits = {
#define SINGLE(unit, text, symbol) &single_units::kUnit##unit,
#include "runtime/string/single_units.def"
#undef SINGLE
};

}  // namespace

String* static_empty_string() { return single_units::kEmpty.get(); }

String* static_single_unit_string(uint8_t unit) { return kUnits[unit]->get(); }

}  // namespace perry::runtime
