#include "runtime/string/atom.h"

// Does not include legacy.h, which declares the same symbols as another type.
namespace perry::runtime::legacy_name_definitions {

#define LEGACY_NAME(name, text, symbol) PERRY_STATIC_ATOM_WITH_SYMBOL(name, text, symbol);
#include "runtime/builtins/regexp/legacy_names.def"
#undef LEGACY_NAME

// What nobody takes the address of would not be emitted.
#define LEGACY_NAME(name, text, symbol) &name,
extern const void* const kAllLegacyNames[];
[[gnu::used]] const void* const kAllLegacyNames[] = {
#include "runtime/builtins/regexp/legacy_names.def"
};
#undef LEGACY_NAME

}  // namespace perry::runtime::legacy_name_definitions
