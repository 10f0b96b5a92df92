#pragma once

#include <array>
#include <cstdint>

namespace perry::runtime::builtins {

// The exact sum of any number of finite doubles, rounded once: a fixed-point number that is wide
// enough for all of them, in digits of 32 bits that carry late.
class ExactSum {
 public:
  void add(double number);
  double value();

 private:
  // 2^-1074 is bit 0; 2^1024 times 2^53 summands fit.
  static constexpr int kDigits = (1074 + 1024 + 64) / 32 + 2;
  void carry();

  std::array<int64_t, kDigits> digits_{};
  uint32_t pending_ = 0;
};

}  // namespace perry::runtime::builtins
