#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace perry::ld {

// What a linker must be told of a kind of processor, and where systems keep what every program for
// it needs.
struct Platform {
  std::string_view architecture;  // as a triple begins
  uint16_t machine;               // ELF's number
  bool is_own;                    // perry-ld itself runs on it
  const char* emulation;          // lld's word
  const char* loader;             // of the shared libraries, when the program runs
  // Debian's packages for compiling on another machine: where their files are, and how they end.
  struct Cross {
    const char* system_folder;
    const char* compiler_folder;
    const char* suffix;
  } cross;
  std::span<const char* const> system_folders;
  std::span<const char* const> compiler_folders;
};

// Null: there is none.
const Platform* find_platform(std::string_view triple);

}  // namespace perry::ld
