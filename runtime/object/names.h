#pragma once

#include "runtime/abi/layout.h"
#include "runtime/object/property_key.h"

// names::length is the static atom of "length". names.def lists all of them.
namespace perry::runtime {

// Declares an atom that names.def lists. names.cpp defines it; the linker makes it one with the
// compiler's atom of the same text.
struct Name {
  abi::StringLayout string;

  String* get() const { return reinterpret_cast<String*>(const_cast<Name*>(this)); }
  // NOLINTNEXTLINE(google-explicit-constructor): a name is a key
  operator PropertyKey() const { return PropertyKey::from_atom(get()); }
};

namespace names {
#define NAME(name, text) \
  extern const Name name __asm__("perry.atom." text) __attribute__((visibility("hidden")));
#include "runtime/object/names.def"
#undef NAME
}  // namespace names

}  // namespace perry::runtime
