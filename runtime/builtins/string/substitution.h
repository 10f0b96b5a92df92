#pragma once

#include "runtime/object/value_list.h"
#include "runtime/string/builder.h"

namespace perry::runtime::builtins {

// GetSubstitution (22.1.3.19.1): appends what `replacement` stands for. `captures` are strings or
// undefined, `named_captures` is an object or undefined.
void append_substitution(Isolate& isolate, StringBuilder& out, StringView matched, String* string,
                         size_t position, const ValueList& captures, Value named_captures,
                         String* replacement);

}  // namespace perry::runtime::builtins
