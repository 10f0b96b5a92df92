#include "runtime/string/string.h"

#include <doctest/doctest.h>

#include <random>

#include "runtime/abi/string_hash.h"
#include "runtime/string/builder.h"
#include "tests/unit/runtime_string/strings.h"

namespace perry::runtime::test {
namespace {

TEST_CASE("strings are Latin-1 where they can be") {
  Isolate isolate(string_heap());
  CHECK_FALSE(make(isolate, u"abc")->is_two_byte());
  CHECK_FALSE(make(isolate, u"\u00e9\u00ff")->is_two_byte());
  CHECK(make(isolate, u"\u0100x")->is_two_byte());
  CHECK(make(isolate, u"") == empty_string());
  CHECK(make(isolate, u"x") == single_unit_string(isolate, u'x'));
  CHECK(single_unit_string(isolate, u'\u00e9')->at(isolate, 0) == 0xe9);
  CHECK(single_unit_string(isolate, u'\u1234')->at(isolate, 0) == 0x1234);
  CHECK(empty_string()->length() == 0);
}

TEST_CASE("UTF-8 comes in and goes out") {
  Isolate isolate(string_heap());
  const auto round_trip = [&](std::string_view utf8) {
    return to_utf8(new_string_utf8(isolate, utf8), LoneSurrogates::Keep);
  };
  for (const std::string_view utf8 :
       {"", "a", "hello, world, this is longer than eight", "\xc3\xa9", "abcdefgh\xc3\xa9",
        "\xe2\x82\xac", "\xf0\x9f\x98\x80 smile", "\xed\xa0\x80 lone", "\xed\xb0\x80"}) {
    CHECK(round_trip(utf8) == utf8);
  }
  CHECK(text_of(isolate, new_string_utf8(isolate, "\xf0\x9f\x98\x80")) == u"\U0001f600");
  CHECK(to_utf8(new_string_utf8(isolate, "\xed\xa0\x80")) == "\xef\xbf\xbd");
  // What is malformed becomes one replacement per maximal subpart.
  CHECK(round_trip("\xff") == "\xef\xbf\xbd");
  CHECK(round_trip("a\xe2\x82") == "a\xef\xbf\xbd");
  CHECK(round_trip("\xe2\x82z") == "\xef\xbf\xbdz");
  CHECK(round_trip("\xc0\x80") == "\xef\xbf\xbd\xef\xbf\xbd");
  CHECK(round_trip("\xf4\x90\x80\x80").size() == 12);
  // A pair that a rope divides is still one character.
  String* rope = concat(isolate, make(isolate, u"long enough to be a rope \xd83d"),
                        make(isolate, u"\xde00 and more of the same"));
  CHECK(rope->is_rope());
  CHECK(to_utf8(rope) == "long enough to be a rope \xf0\x9f\x98\x80 and more of the same");
}

TEST_CASE("array indices are recognised") {
  Isolate isolate(string_heap());
  const auto index = [&](std::string_view text) {
    return new_string_utf8(isolate, text)->array_index();
  };
  CHECK(index("0") == 0U);
  CHECK(index("7") == 7U);
  CHECK(index("4294967294") == 4294967294U);
  for (const char* text : {"", "00", "01", "-1", "4294967295", "4294967296", "99999999999", "1.5",
                           "1e3", " 1", "a", "12345678901234567890"}) {
    CHECK_FALSE(index(text).has_value());
  }
}

TEST_CASE("ropes that lean either way flatten without recursion") {
  Isolate isolate(string_heap());
  constexpr int kCount = 100'000;
  String* left = make(isolate, u"this is where it begins, or ends;");
  String* right = left;
  const std::u16string start = text_of(isolate, left);
  std::u16string digits;
  for (int i = 0; i < kCount; ++i) {
    String* digit = single_unit_string(isolate, static_cast<char16_t>(u'0' + i % 10));
    digits += static_cast<char16_t>(u'0' + i % 10);
    left = concat(isolate, left, digit);
    right = concat(isolate, digit, right);
  }
  CHECK(left->is_rope());
  std::u16string reversed(digits.rbegin(), digits.rend());
  CHECK(text_of(isolate, right) == reversed + start);
  const uint32_t hash = left->hash();
  CHECK(left->is_rope());
  CHECK(text_of(isolate, left) == start + digits);
  CHECK_FALSE(left->is_rope());
  CHECK(make(isolate, start + digits)->hash() == hash);
}

TEST_CASE("a concatenation that is too long gives null") {
  Isolate isolate(string_heap());
  String* string = make(isolate, u"0123456789abcdefghijklmnopqrstuvwxyz");
  while (size_t{string->length()} * 2 <= abi::kLongestString) {
    string = concat(isolate, string, string);
    REQUIRE(string != nullptr);
  }
  CHECK(concat(isolate, string, string) == nullptr);
  CHECK(concat(isolate, string, empty_string()) == string);
}

TEST_CASE("pieces of pieces point at the whole") {
  Isolate isolate(string_heap());
  std::u16string text;
  for (int i = 0; i < 1000; ++i) text += static_cast<char16_t>(u'a' + i % 26);
  String* string = make(isolate, text);
  String* piece = substring(isolate, string, 100, 900);
  CHECK(piece->kind() == CellKind::Slice);
  String* inner = substring(isolate, piece, 50, 500);
  CHECK(text_of(isolate, inner) == text.substr(150, 450));
  CHECK(substring(isolate, inner, 0, inner->length()) == inner);
  CHECK(substring(isolate, inner, 3, 3) == empty_string());
  CHECK(substring(isolate, inner, 3, 4)->is_static());
  CHECK(substring(isolate, inner, 3, 10)->is_flat());
}

TEST_CASE("the widths and forms of equal text are equal, and hash equally") {
  Isolate isolate(string_heap());
  const std::u16string_view text = u"some text that is not very short, \u00e9";
  String* latin1 = make(isolate, text);
  char16_t* units = nullptr;
  String* wide = new_two_byte_string(isolate, text.size(), &units);
  text.copy(units, text.size());
  String* rope = concat(isolate, make(isolate, text.substr(0, 15)), make(isolate, text.substr(15)));
  REQUIRE(rope->is_rope());
  for (String* a : {latin1, wide, rope}) {
    for (String* b : {latin1, wide, rope}) {
      CHECK(equals(a, b));
      CHECK(compare(a, b) == 0);
      CHECK(a->hash() == b->hash());
    }
  }
  String* later = make(isolate, u"some text that is not very short, \u0416");
  CHECK_FALSE(equals(rope, later));
  CHECK(compare(rope, later) < 0);
  CHECK(compare(later, wide) > 0);
  CHECK(compare(make(isolate, u"ab"), make(isolate, u"abc")) < 0);
  CHECK(equals(make(isolate, u"length"), "length"));
  CHECK_FALSE(equals(make(isolate, u"length"), "lengths"));
}

TEST_CASE("the hash does not depend on how the text is divided") {
  std::mt19937 random(1);
  std::vector<uint8_t> bytes(100);
  for (auto& byte : bytes) byte = static_cast<uint8_t>(random());
  std::vector<char16_t> wide(bytes.begin(), bytes.end());
  for (size_t length = 0; length <= bytes.size(); ++length) {
    const uint32_t whole = abi::hash_units(bytes.data(), length);
    CHECK(abi::hash_units(wide.data(), length) == whole);
    for (int round = 0; round < 5; ++round) {
      abi::StringHasher hasher;
      for (size_t at = 0; at < length;) {
        const size_t part = std::min<size_t>(1 + random() % 9, length - at);
        if (round % 2 == 0) {
          hasher.add(bytes.data() + at, part);
        } else {
          hasher.add(wide.data() + at, part);
        }
        at += part;
      }
      CHECK(hasher.finish() == whole);
    }
  }
}

TEST_CASE("a builder widens when it must") {
  Isolate isolate(string_heap(1));
  StringBuilder builder;
  builder.append("abc");
  builder.append(u'\u00e9');
  String* narrow = builder.finish(isolate);
  CHECK(text_of(isolate, narrow) == u"abc\u00e9");
  CHECK_FALSE(narrow->is_two_byte());
  builder.append(narrow);
  builder.append(u'\u0416');
  builder.append_code_point(0x1f600);
  builder.append(concat(isolate, narrow, narrow));
  CHECK(builder.length() == 15);
  CHECK(text_of(isolate, builder.finish(isolate)) ==
        u"abc\u00e9\u0416\U0001f600abc\u00e9abc\u00e9");
  CHECK(builder.finish(isolate) == empty_string());
}

// Random operations on strings beside the same on std::u16string.
void run_random(uint32_t stress_period, int steps, uint32_t seed) {
  CAPTURE(seed);
  Isolate isolate(string_heap(stress_period));
  std::mt19937 random(seed);
  std::vector<Value> strings(12, Value::cell(empty_string()));
  std::vector<std::u16string> shadows(strings.size());
  isolate.heap().roots().add_values(strings.data(), strings.size());
  for (int step = 0; step < steps; ++step) {
    const size_t a = random() % strings.size();
    const size_t b = random() % strings.size();
    const size_t to = random() % strings.size();
    auto* left = strings[a].as<String>();
    auto* right = strings[b].as<String>();
    switch (random() % 6) {
      case 0: {
        std::u16string text(random() % 40, u' ');
        const char16_t range = random() % 3 == 0 ? 0x500 : 0x7f;
        for (auto& unit : text) unit = static_cast<char16_t>(random() % range);
        strings[to] = Value::cell(make(isolate, text));
        shadows[to] = text;
        break;
      }
      case 1:
      case 2:
        if (shadows[a].size() + shadows[b].size() > 20'000) break;
        strings[to] = Value::cell(concat(isolate, left, right));
        shadows[to] = shadows[a] + shadows[b];
        break;
      case 3: {
        const size_t from = random() % (shadows[a].size() + 1);
        const size_t end = from + random() % (shadows[a].size() - from + 1);
        strings[to] = Value::cell(substring(isolate, left, from, end));
        shadows[to] = shadows[a].substr(from, end - from);
        break;
      }
      case 4: {
        CHECK(equals(left, right) == (shadows[a] == shadows[b]));
        const int order = compare(left, right);
        const int expected = shadows[a].compare(shadows[b]);
        CHECK((order < 0) == (expected < 0));
        CHECK((order > 0) == (expected > 0));
        break;
      }
      default:
        REQUIRE(left->length() == shadows[a].size());
        CHECK(left->hash() == abi::hash_units(shadows[a].data(), shadows[a].size()));
        if (random() % 2 == 0) CHECK(text_of(isolate, left) == shadows[a]);
    }
  }
  for (size_t i = 0; i < strings.size(); ++i) {
    CHECK(text_of(isolate, strings[i].as<String>()) == shadows[i]);
  }
  isolate.heap().roots().remove(strings.data());
}

TEST_CASE("random strings equal their shadows") {
  for (uint32_t seed = 1; seed <= 5; ++seed) run_random(1, 1500, seed);
  run_random(0, 50'000, 99);
}

}  // namespace
}  // namespace perry::runtime::test
