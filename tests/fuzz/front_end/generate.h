#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace perry::fuzz {

struct Dialects {
  bool typescript = false;
  bool jsx = false;
  bool module = false;
};

// A program of the grammar, decided byte by byte by `choices`. When they run out every production
// takes its shortest form, so any bytes give a program that ends. Tokens and nesting are right by
// construction; early errors are not avoided.
std::string generate_program(std::span<const uint8_t> choices, Dialects dialects);

}  // namespace perry::fuzz
