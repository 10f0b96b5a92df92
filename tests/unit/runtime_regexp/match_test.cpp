#include <doctest/doctest.h>

#include "tests/unit/runtime_regexp/regexp_text.h"

namespace perry::runtime::regexp::test {

TEST_CASE("what is found") {
  CHECK(found(u"b", "", u"abc") == "1-2");
  CHECK(found(u"(a)|(b)", "", u"b") == "0-1 - 0-1");
  CHECK(found(u"(z)((a+)?(b+)?(c))*", "", u"zaacbbbcac") == "0-10 0-1 8-10 8-9 - 9-10");
  CHECK(found(u"(?=(a+))a*b\\1", "", u"baaabac") == "3-6 3-4");
  CHECK(found(u"(?<=(\\d+)(\\d+))$", "", u"1053") == "4-4 0-1 1-4");
  CHECK(found(u"\\p{L}+", "u", u"1\u00e9\u03c0!") == "1-3");
  CHECK(found(u".", "u", u"\U0001f600") == "0-2");
  CHECK(found(u".", "", u"\U0001f600") == "0-1");
}

TEST_CASE("where the search begins") {
  CHECK(found(u"\U00020bb7\u309b\U00020bb7", "iu", u"\U00020bb7A") == "none");
  CHECK(found(u"a", "", u"abca", 1) == "3-4");
  CHECK(found(u"a", "y", u"abca", 1) == "none");
  CHECK(found(u"^a", "", u"aa", 1) == "none");
  // Inside of a pair, with `u`, it begins with the pair.
  CHECK(found(u"\U0001f600", "u", u"\U0001f600", 1) == "0-2");
  CHECK(found(u"\\udf00", "u", u"\U0001f600", 1) == "none");
  CHECK(found(u"", "u", u"\U0001f600x", 1) == "0-0");
}

TEST_CASE("failures are remembered") {
  const std::u16string many(600, u'a');
  CHECK(found(u"(a+)+b", "", many) == "none");
  CHECK(found(u"(?:a*)*b", "", many) == "none");
  CHECK(found(u"(?:a|aa)+$", "", many + u"b") == "none");
  CHECK(found(u"(?:a|a)(?:a|a)(?:a|a)*[bc]", "", many) == "none");
  CHECK(found(u"(?:(?:a?)*?b|a+)*c", "", many) == "none");
  CHECK(found(u"(x+x+)+y", "", std::u16string(100, u'x')) == "none");
  CHECK(found(u"^(([a-z])+.)+[A-Z]([a-z])+$", "", many) == "none");
}

TEST_CASE("a loop that gives nothing back is not begun in the middle") {
  CHECK(found(u"\\s+$", "", std::u16string(500'000, u' ') + u"x") == "none");
  CHECK(found(u"\\w+@\\w+", "", std::u16string(500'000, u'a')) == "none");
  CHECK(found(u"\\s*xy", "", u" x  xy") == "2-6");
  CHECK(found(u"a+$", "m", u"aab\naa\nb") == "4-6");
}

TEST_CASE("long subjects take no stack") {
  const std::u16string many(200'000, u'a');
  CHECK(found(u"(?:a|b)*", "", many) == "0-200000");
  CHECK(found(u"(?:(a)|(b))*$", "", many) == "0-200000 199999-200000 -");
}

TEST_CASE("what there is to come back to is limited") {
  const std::u16string many(3'000'000, u'a');
  CHECK(found(u"(?:(a)(?=.))*c", "", many) == "out of memory");
}

}  // namespace perry::runtime::regexp::test
