#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace perry::ld {

// Where the thread-local variables of a relocatable object will be, only who links or loads it
// knows. Their distances from each other are known: words that ask for a variable's distance from
// the thread pointer get that from the variable `first` instead. False: they are not all in one
// place.
bool count_variables_from(std::string& object, std::string_view first);

// Makes the strong symbols of a relocatable object local, but for `kept` and those that it does
// not define, so that it can be linked with others that have symbols of the same names. Weak ones
// are common property: the linker leaves one of each. False: it is not an object as lld writes
// them.
bool make_symbols_local(std::string& object, std::string_view kept);

// The names of the symbols that it wants from others.
std::vector<std::string> undefined_symbols(std::string_view object);

}  // namespace perry::ld
