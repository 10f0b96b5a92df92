#include "runtime/string/atom.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/runtime_string/strings.h"

namespace perry::runtime::test {

PERRY_STATIC_ATOM(kLengthAtom, "length");
PERRY_STATIC_ATOM(kLongName, "aRatherLongNameOfAProperty");
PERRY_STATIC_ATOM(kIndexAtom, "42");
// Kept by the linker only if something refers to it.
PERRY_STATIC_ATOM(kUnusedAtom, "nobodyRefersToThisAtom");

namespace {

TEST_CASE("static atoms are found in their section") {
  Isolate isolate(string_heap());
  CHECK(kLengthAtom.get()->is_atom());
  CHECK(kLengthAtom.get()->is_static());
  CHECK(intern(isolate, "length") == kLengthAtom.get());
  CHECK(intern(isolate, make(isolate, u"aRatherLongNameOfAProperty")) == kLongName.get());
  CHECK(intern(isolate, "a") == single_unit_string(isolate, u'a'));
  CHECK(intern(isolate, "") == empty_string());
  CHECK(intern(isolate, make(isolate, u"\u00e9")) == single_unit_string(isolate, u'\u00e9'));
  CHECK(kIndexAtom.get()->array_index() == 42U);
  CHECK_FALSE(kLengthAtom.get()->array_index().has_value());
  // The hash that the compiler computed is the one that the runtime computes.
  CHECK(kLengthAtom.get()->hash() == make(isolate, u"length")->hash());
}

TEST_CASE("equal text gives one atom, whatever it comes from") {
  Isolate isolate(string_heap(1));
  String* flat = make(isolate, u"a name that is not static");
  String* atom = intern(isolate, flat);
  CHECK(atom == flat);
  CHECK(atom->is_atom());
  String* rope = concat(isolate, make(isolate, u"a name that "), make(isolate, u"is not static"));
  CHECK(rope->is_rope());
  CHECK(intern(isolate, rope) == atom);
  String* slice = substring(isolate, make(isolate, u">>a name that is not static<<"), 2, 27);
  CHECK(slice->kind() == CellKind::Slice);
  CHECK(intern(isolate, slice) == atom);
  char16_t* units = nullptr;
  String* wide = new_two_byte_string(isolate, flat->length(), &units);
  for (size_t i = 0; i < flat->length(); ++i) units[i] = flat->view()[i];
  CHECK(intern(isolate, wide) == atom);
  CHECK(intern(isolate, "a name that is not static") == atom);
  CHECK(isolate.part<Atoms>().find(wide->view()) == atom);
}

TEST_CASE("an atom is Latin-1 where it can be") {
  Isolate isolate(string_heap());
  char16_t* units = nullptr;
  String* wide = new_two_byte_string(isolate, 30, &units);
  for (size_t i = 0; i < 30; ++i) units[i] = u'q';
  String* atom = intern(isolate, wide);
  CHECK(atom != wide);
  CHECK_FALSE(atom->is_two_byte());
  String* other = make(isolate, u"\u0416\u0416\u0416 and so on");
  CHECK(intern(isolate, other) == other);
  CHECK(intern(isolate, "123456")->array_index() == 123456U);
}

TEST_CASE("dynamic atoms die when nothing refers to them") {
  Isolate isolate(string_heap());
  Atoms& atoms = isolate.part<Atoms>();
  const size_t before = atoms.count();
  std::vector<Value> kept(1000);
  isolate.heap().roots().add_values(kept.data(), kept.size());
  const auto make_some = [&](size_t round) {
    for (size_t i = 0; i < 20'000; ++i) {
      const std::string name = "name" + std::to_string(round) + "_" + std::to_string(i);
      String* atom = intern(isolate, name);
      if (i % 20 == 0) kept[i / 20] = Value::cell(atom);
    }
  };
  for (size_t round = 0; round < 5; ++round) {
    make_some(round);
    isolate.heap().collect(round % 2 == 0 ? CollectionKind::Nursery : CollectionKind::Full);
    for (size_t i = 0; i < kept.size(); ++i) {
      const std::string name = "name" + std::to_string(round) + "_" + std::to_string(i * 20);
      REQUIRE(intern(isolate, name) == kept[i].as<String>());
    }
  }
  isolate.heap().collect(CollectionKind::Full);
  CHECK(atoms.count() >= before + kept.size());
  CHECK(atoms.count() < before + kept.size() + 100);
  isolate.heap().roots().remove(kept.data());
}

}  // namespace
}  // namespace perry::runtime::test
