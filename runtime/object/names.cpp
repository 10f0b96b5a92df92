#include "runtime/string/atom.h"

// Does not include names.h, which declares the same symbols as another type.
namespace perry::runtime::name_definitions {

#define NAME(name, text) PERRY_STATIC_ATOM(name, text);
#include "runtime/object/names.def"
#undef NAME

// What nobody takes the address of would not be emitted.
#define NAME(name, text) &name,
extern const void* const kAllNames[];
[[gnu::used]] const void* const kAllNames[] = {
#include "runtime/object/names.def"
};
#undef NAME

}  // namespace perry::runtime::name_definitions
