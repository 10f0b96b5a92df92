#pragma once

#include <string>

namespace perry::runtime {

// A finite positive number in decimal: 0.d1d2d3... * 10^point, d1 not zero; no digits for zero.
struct Decimal {
  std::string digits;
  int point = 0;

  // The shortest digits that give the number back.
  static Decimal shortest(double number);
  // All of its digits: every double has finitely many.
  static Decimal exact(double number);

  // Keeps `count` digits (fewer than one: rounds to 0 or to 10^point), halves away from zero.
  void round_to(int count);
};

}  // namespace perry::runtime
