#pragma once

#include <cstdint>
#include <string_view>

namespace perry::frontend {

// What `&name;` denotes in JSX text and attributes, or 0. `name` stands without `&` and `;`.
uint32_t find_entity(std::string_view name);

}  // namespace perry::frontend
