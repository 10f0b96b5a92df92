#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tests/fuzz/front_end/drive.h"

// The first byte says what kind of file it is, the rest are the file.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
  perry::fuzz::drive_front_end(text, perry::fuzz::options_from(data[0]));
  return 0;
}
