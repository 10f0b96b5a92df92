#include <string>

#include "tests/unit/frontend_regexp/verdict.h"

namespace perry::frontend::test {

// Inputs that exhaust the stack of a recursive parser, or the patience of a quadratic one: at a
// million terms each, the latter would run for hours.

namespace {

constexpr size_t many = 1'000'000;

std::string repeat(std::string_view piece, size_t count) {
  std::string text;
  text.reserve(piece.size() * count);
  for (size_t i = 0; i < count; ++i) text += piece;
  return text;
}

void check_all_valid(std::initializer_list<Mode> modes, const std::string& pattern) {
  for (Mode mode : modes) CHECK(!validate(pattern, mode));
}

}  // namespace

TEST_CASE("deep nesting") {
  check_all_valid(all_modes, repeat("(", many) + repeat(")", many));
  check_all_valid(all_modes, repeat("(?:a|(?=", many) + repeat("))", many));
  check_all_valid({Mode::V}, repeat("[a", many) + repeat("]", many));
  check_all_valid({Mode::V}, repeat("[^[a]&&", many) + "b" + repeat("]", many));
  CHECK(validate(repeat("(", many), Mode::AnnexB)->kind == RegExpErrorKind::UnterminatedGroup);
  CHECK(validate(repeat("[", many), Mode::V)->kind == RegExpErrorKind::UnterminatedClass);
}

TEST_CASE("long patterns") {
  check_all_valid(all_modes, repeat("a|[b-c]*\\d", many));
  check_all_valid({Mode::AnnexB}, repeat("{1", many));
  check_all_valid({Mode::AnnexB}, "a{" + repeat("1", many));
  check_all_valid({Mode::AnnexB}, repeat("\\k<a", many));
  check_all_valid({Mode::AnnexB}, repeat("\\u{", many));
  check_all_valid(all_modes, "a{" + repeat("1", many) + "}");
  check_all_valid(unicode_modes, "\\u{" + repeat("0", many) + "}");
  check_all_valid(all_modes, "(?<" + repeat("a", many) + ">)");
}

TEST_CASE("many names") {
  constexpr size_t names = 100'000;
  std::string distinct;
  std::string references;
  std::string alternatives;
  for (size_t i = 0; i < names; ++i) {
    std::string name = "n" + std::to_string(i);
    distinct += "(?<" + name + ">)";
    references += "\\k<" + name + ">";
    alternatives += "(?<a>)(?<b>)|";
  }
  check_all_valid(all_modes, distinct + references);
  check_all_valid(all_modes, references + distinct);
  check_all_valid(all_modes, alternatives);
  // The names of a deep alternative, against those of all the others around it.
  check_all_valid(all_modes, repeat("(?:(?<a>)|", names) + repeat(")", names));
  check_all_valid(all_modes, repeat("(?:", names) + distinct + repeat("|)", names));
}

}  // namespace perry::frontend::test
