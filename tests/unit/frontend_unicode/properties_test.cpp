#include "frontend/unicode/properties.h"

#include <doctest/doctest.h>

namespace perry::frontend::test {

TEST_CASE("lone properties") {
  for (const char* name : {"L",        "Lu",           "Uppercase_Letter",
                           "LC",       "Cased_Letter", "cntrl",
                           "digit",    "punct",        "Combining_Mark",
                           "Cn",       "ASCII",        "Any",
                           "Assigned", "Alphabetic",   "Alpha",
                           "space",    "White_Space",  "EBase",
                           "ExtPict",  "XIDS",         "IDST"}) {
    CAPTURE(name);
    CHECK(lone_unicode_property(name) == UnicodePropertyKind::CodePoints);
  }
  for (const char* name : {"Basic_Emoji", "RGI_Emoji", "RGI_Emoji_Modifier_Sequence"}) {
    CAPTURE(name);
    CHECK(lone_unicode_property(name) == UnicodePropertyKind::Strings);
  }
  // Neither other spellings, nor properties of the database that ECMA-262 leaves out.
  for (const char* name : {"", "l", "lu", "uppercase_letter", "Latin", "Script", "gc", "WSpace",
                           "Other_Math", "Hyphen", "Grapheme_Link", "IDS_Unary_Operator", "InCB",
                           "Block", "Composition_Exclusion", "RGI_Modifier_Sequence"}) {
    CAPTURE(name);
    CHECK(lone_unicode_property(name) == UnicodePropertyKind::Unknown);
  }
}

TEST_CASE("properties with values") {
  for (const char* name : {"General_Category", "gc"}) {
    CHECK(is_unicode_property_with_values(name));
    CHECK(is_unicode_property_value(name, "Lu"));
    CHECK(is_unicode_property_value(name, "Uppercase_Letter"));
    CHECK(!is_unicode_property_value(name, "Latin"));
    CHECK(!is_unicode_property_value(name, "lu"));
  }
  for (const char* name : {"Script", "sc", "Script_Extensions", "scx"}) {
    CHECK(is_unicode_property_with_values(name));
    CHECK(is_unicode_property_value(name, "Latin"));
    CHECK(is_unicode_property_value(name, "Latn"));
    CHECK(is_unicode_property_value(name, "Qaac"));
    CHECK(is_unicode_property_value(name, "Zzzz"));
    CHECK(is_unicode_property_value(name, "Beria_Erfe"));
    CHECK(!is_unicode_property_value(name, "latin"));
    CHECK(!is_unicode_property_value(name, "Lu"));
    CHECK(!is_unicode_property_value(name, ""));
  }
  for (const char* name : {"Block", "Alphabetic", "script", "SC", ""}) {
    CHECK(!is_unicode_property_with_values(name));
    CHECK(!is_unicode_property_value(name, "Y"));
  }
}

}  // namespace perry::frontend::test
