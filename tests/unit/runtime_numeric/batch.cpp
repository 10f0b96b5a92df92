// Answers questions about numbers, for the comparison with Node:
//
//   <operation> <bits of a double in hexadecimal> [<argument>]     one per line
//
// where the argument is an integer, or another double, or text as hexadecimal code units.

#include <bit>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>

#include "runtime/numeric/arithmetic.h"
#include "runtime/numeric/elementary.h"
#include "runtime/numeric/number_to_string.h"
#include "runtime/numeric/string_to_number.h"

namespace perry::runtime::test {
namespace {

double double_of(const std::string& hex) {
  uint64_t bits = 0;
  std::from_chars(hex.data(), hex.data() + hex.size(), bits, 16);
  return std::bit_cast<double>(bits);
}

std::string bits_of(double number) {
  if (number != number) return "NaN";
  char text[20];
  std::snprintf(text, sizeof text, "%016llx",
                static_cast<unsigned long long>(std::bit_cast<uint64_t>(number)));
  return text;
}

std::u16string units_of(const std::string& hex) {
  std::u16string units;
  for (size_t i = 0; i + 4 <= hex.size(); i += 4) {
    uint16_t unit = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 4, unit, 16);
    units += static_cast<char16_t>(unit);
  }
  return units;
}

// Of Math, by its name; null if it is none.
double (*function_of(const std::string& name))(double) {
  static constexpr std::pair<const char*, double (*)(double)> kFunctions[] = {
      {"exp", elementary::exp},     {"expm1", elementary::expm1}, {"sinh", elementary::sinh},
      {"cosh", elementary::cosh},   {"tanh", elementary::tanh},   {"log", elementary::log},
      {"log1p", elementary::log1p}, {"log2", elementary::log2},   {"log10", elementary::log10},
      {"asinh", elementary::asinh}, {"acosh", elementary::acosh}, {"atanh", elementary::atanh},
      {"sin", elementary::sin},     {"cos", elementary::cos},     {"tan", elementary::tan},
      {"asin", elementary::asin},   {"acos", elementary::acos},   {"atan", elementary::atan},
      {"cbrt", elementary::cbrt}};
  for (const auto& [known, function] : kFunctions) {
    if (name == known) return function;
  }
  return nullptr;
}

std::string answer(const std::string& operation, const std::string& first,
                   const std::string& second) {
  const double number = double_of(first);
  const auto integer = [&] { return std::stoi(second); };
  if (operation == "string") return std::string(NumberText(number).view());
  if (operation == "radix") return number_to_radix_string(number, integer());
  if (operation == "fixed") return number_to_fixed(number, integer());
  if (operation == "exponential") return number_to_exponential(number, integer());
  if (operation == "precision") return number_to_precision(number, integer());
  if (operation == "int32") return std::to_string(to_int32(number));
  if (operation == "remainder") return bits_of(number_remainder(number, double_of(second)));
  if (operation == "math") return bits_of(function_of(second)(number));
  if (operation == "atan2") return bits_of(elementary::atan2(number, double_of(second)));
  if (operation == "power") return bits_of(number_power(number, double_of(second)));
  const std::u16string units = units_of(first);
  const std::span<const char16_t> text = units;
  if (operation == "number") return bits_of(string_to_number(text));
  if (operation == "float") return bits_of(parse_float_prefix(text));
  if (operation == "integer") return bits_of(parse_int_prefix(text, integer()));
  return "unknown operation";
}

void answer_all() {
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    std::string operation;
    std::string first;
    std::string second;
    words >> operation >> first >> second;
    std::cout << answer(operation, first == "-" ? "" : first, second) << '\n';
  }
}

}  // namespace
}  // namespace perry::runtime::test

int main() {
  perry::runtime::test::answer_all();
  return 0;
}
