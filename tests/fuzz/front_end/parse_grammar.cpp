#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "tests/fuzz/front_end/drive.h"
#include "tests/fuzz/front_end/generate.h"

// The first byte says what kind of file it is, the rest decide a program of the grammar. With
// PERRY_FUZZ_SHOW in the environment the program is printed, for looking at a finding.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const perry::frontend::SourceOptions options = perry::fuzz::options_from(data[0]);
  const std::string text = perry::fuzz::generate_program(
      {data + 1, size - 1}, {.typescript = options.typescript(),
                             .jsx = options.jsx,
                             .module = options.goal == perry::frontend::Goal::Module});
  if (std::getenv("PERRY_FUZZ_SHOW") != nullptr) std::puts(text.c_str());
  perry::fuzz::drive_front_end(text, options);
  return 0;
}
