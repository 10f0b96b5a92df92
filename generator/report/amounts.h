#pragma once

#include <cstdint>
#include <string>
#include <string_view>

// Amounts as people read them.
namespace perry::generator {

std::string amount_of_bytes(uint64_t bytes);                   // 1.5 MiB
std::string amount_of_time(int64_t seconds);                   // 3 days
std::string amount_of(uint64_t count, std::string_view noun);  // 1 object, 2 objects

}  // namespace perry::generator
