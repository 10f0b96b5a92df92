#pragma once

#include <string>
#include <string_view>

namespace perry::ld {

// A static library of one object, in the format of System V that every linker reads: an index of
// symbols, then the object. Only `symbol` is in the index, so that nothing else makes a linker
// take the object. The same arguments give the same bytes.
std::string make_archive(std::string_view object, std::string_view symbol);

}  // namespace perry::ld
