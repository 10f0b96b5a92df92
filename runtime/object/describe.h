#pragma once

#include <string>

#include "runtime/object/object.h"

namespace perry::runtime {

// Values and keys as V8 puts them into messages. Nothing of the program runs for it.

// A string in quotes; a function by its text, an error by its message, other objects as
// "#<Constructor>" or "[object Tag]".
std::string describe(Isolate& isolate, Value value);
// A string without quotes.
std::string describe_plain(Isolate& isolate, Value value);
std::string describe(PropertyKey key);
// "Object" where there is none.
std::string constructor_name(Isolate& isolate, Value object);

}  // namespace perry::runtime
