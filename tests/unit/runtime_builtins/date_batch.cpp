// Answers questions about dates, for the comparison with Node:
//
//   text <time value>          all texts and fields of that date
//   parts <seven numbers>      the time value of a local date
//   set <time value> <method> <numbers>     what the setter gives
//   parse <code units in hexadecimal>       what Date.parse gives
//
// one per line; the zone is that of the environment.

#include <charconv>
#include <iostream>
#include <sstream>
#include <string>

#include "tests/unit/runtime_builtins/values.h"

namespace perry::runtime::test {
namespace {

std::string text_answer(Values& v, Value date) {
  std::string answer;
  for (const char* method :
       {"toString", "toUTCString", "toLocaleString", "toLocaleDateString", "toLocaleTimeString",
        "toDateString", "toTimeString", "getTimezoneOffset", "getFullYear", "getMonth", "getDate",
        "getDay", "getHours", "getMinutes", "getSeconds", "getMilliseconds", "toJSON"}) {
    answer += v.show(v.send(date, method)) + '|';
  }
  return answer;
}

void read_numbers(Values& v, std::istringstream& words, ValueList& list) {
  for (std::string word; words >> word;) list.push(v.n(std::stod(word)));
}

Value text_of_units(Values& v, const std::string& hex) {
  std::u16string units;
  for (size_t i = 0; i + 4 <= hex.size(); i += 4) {
    uint16_t unit = 0;
    std::from_chars(hex.data() + i, hex.data() + i + 4, unit, 16);
    units += static_cast<char16_t>(unit);
  }
  return Value::cell(new_string(v.isolate(), units.data(), units.size()));
}

std::string answer(Values& v, const std::string& line) {
  std::istringstream words(line);
  std::string operation;
  std::string argument;
  words >> operation;
  const Value constructor = v.global("Date");
  ValueList list(v.isolate());
  if (operation == "parts") {
    read_numbers(v, words, list);
    const Value date = construct(v.isolate(), constructor, list.data(), list.size(), constructor);
    return v.show(v.send(date, "getTime"));
  }
  words >> argument;
  if (operation == "parse") {
    return v.show(v.send(constructor, "parse", {text_of_units(v, argument)}));
  }
  const Value date = construct(v.isolate(), constructor, {v.n(std::stod(argument))});
  if (operation == "text") return text_answer(v, date);
  words >> argument;
  read_numbers(v, words, list);
  const Value method = v.property(date, argument);
  return v.show(call(v.isolate(), method, date, list.data(), list.size()));
}

void answer_all() {
  Values v;
  for (std::string line; std::getline(std::cin, line);) std::cout << answer(v, line) << '\n';
}

}  // namespace
}  // namespace perry::runtime::test

int main() {
  perry::runtime::test::answer_all();
  return 0;
}
