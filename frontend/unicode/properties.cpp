#include "frontend/unicode/properties.h"

#include <algorithm>
#include <span>

namespace perry::frontend {

namespace {

#include "frontend/unicode/property_values.inc"

// ECMA-262, table "Binary Unicode property aliases". The specification lists the names itself, so
// they don't follow from the Unicode Character Database.
constexpr std::string_view binary_properties[] = {
    "AHex",
    "ASCII",
    "ASCII_Hex_Digit",
    "Alpha",
    "Alphabetic",
    "Any",
    "Assigned",
    "Bidi_C",
    "Bidi_Control",
    "Bidi_M",
    "Bidi_Mirrored",
    "CI",
    "CWCF",
    "CWCM",
    "CWKCF",
    "CWL",
    "CWT",
    "CWU",
    "Case_Ignorable",
    "Cased",
    "Changes_When_Casefolded",
    "Changes_When_Casemapped",
    "Changes_When_Lowercased",
    "Changes_When_NFKC_Casefolded",
    "Changes_When_Titlecased",
    "Changes_When_Uppercased",
    "DI",
    "Dash",
    "Default_Ignorable_Code_Point",
    "Dep",
    "Deprecated",
    "Dia",
    "Diacritic",
    "EBase",
    "EComp",
    "EMod",
    "EPres",
    "Emoji",
    "Emoji_Component",
    "Emoji_Modifier",
    "Emoji_Modifier_Base",
    "Emoji_Presentation",
    "Ext",
    "ExtPict",
    "Extended_Pictographic",
    "Extender",
    "Gr_Base",
    "Gr_Ext",
    "Grapheme_Base",
    "Grapheme_Extend",
    "Hex",
    "Hex_Digit",
    "IDC",
    "IDS",
    "IDSB",
    "IDST",
    "IDS_Binary_Operator",
    "IDS_Trinary_Operator",
    "ID_Continue",
    "ID_Start",
    "Ideo",
    "Ideographic",
    "Join_C",
    "Join_Control",
    "LOE",
    "Logical_Order_Exception",
    "Lower",
    "Lowercase",
    "Math",
    "NChar",
    "Noncharacter_Code_Point",
    "Pat_Syn",
    "Pat_WS",
    "Pattern_Syntax",
    "Pattern_White_Space",
    "QMark",
    "Quotation_Mark",
    "RI",
    "Radical",
    "Regional_Indicator",
    "SD",
    "STerm",
    "Sentence_Terminal",
    "Soft_Dotted",
    "Term",
    "Terminal_Punctuation",
    "UIdeo",
    "Unified_Ideograph",
    "Upper",
    "Uppercase",
    "VS",
    "Variation_Selector",
    "White_Space",
    "XIDC",
    "XIDS",
    "XID_Continue",
    "XID_Start",
    "space",
};

// ECMA-262, table "Binary Unicode properties of strings".
constexpr std::string_view string_properties[] = {
    "Basic_Emoji",
    "Emoji_Keycap_Sequence",
    "RGI_Emoji",
    "RGI_Emoji_Flag_Sequence",
    "RGI_Emoji_Modifier_Sequence",
    "RGI_Emoji_Tag_Sequence",
    "RGI_Emoji_ZWJ_Sequence",
};

static_assert(std::ranges::is_sorted(binary_properties));
static_assert(std::ranges::is_sorted(string_properties));
static_assert(std::ranges::is_sorted(general_category_values));
static_assert(std::ranges::is_sorted(script_values));

// The values that the non-binary property `name` takes; none when there is no such property.
std::span<const std::string_view> values_of(std::string_view name) {
  if (name == "General_Category" || name == "gc") return general_category_values;
  if (name == "Script" || name == "sc" || name == "Script_Extensions" || name == "scx") {
    return script_values;
  }
  return {};
}

}  // namespace

UnicodePropertyKind lone_unicode_property(std::string_view name) {
  if (std::ranges::binary_search(general_category_values, name) ||
      std::ranges::binary_search(binary_properties, name)) {
    return UnicodePropertyKind::CodePoints;
  }
  if (std::ranges::binary_search(string_properties, name)) return UnicodePropertyKind::Strings;
  return UnicodePropertyKind::Unknown;
}

bool is_unicode_property_with_values(std::string_view name) { return !values_of(name).empty(); }

bool is_unicode_property_value(std::string_view name, std::string_view value) {
  return std::ranges::binary_search(values_of(name), value);
}

}  // namespace perry::frontend
