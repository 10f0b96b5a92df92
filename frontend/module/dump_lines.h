#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/base/json_writer.h"

namespace perry::frontend {

// A JSON array with one element a line. `dump` gets a writer and the element.
template <class T, class Dump>
void dump_lines(std::string& out, support::JsonWriter& json, std::string_view name,
                const std::vector<T>& all, Dump dump) {
  json.key(name);
  json.begin_array();
  for (size_t i = 0; i < all.size(); i++) {
    out += i == 0 ? "\n  " : ",\n  ";
    support::JsonWriter element(out);
    dump(element, all[i]);
  }
  json.end_array();
}

}  // namespace perry::frontend
