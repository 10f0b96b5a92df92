#include <algorithm>
#include <string>

#include "runtime/builtins/string/string_natives.h"
#include "runtime/object/array.h"
#include "runtime/unicode/case_mapping.h"
#include "runtime/unicode/normalization.h"

// Case mapping, normalisation and comparison (22.1.3.12, .15, .26 to .28, .30).
namespace perry::runtime::builtins {
namespace {

enum class Direction : uint8_t { Lower, Upper };

// Whether a Latin-1 unit changes, and stays one Latin-1 unit.
bool is_latin1_letter(uint8_t unit, Direction direction) {
  if (direction == Direction::Lower) {
    return (unit >= 'A' && unit <= 'Z') || (unit >= 0xc0 && unit <= 0xde && unit != 0xd7);
  }
  return (unit >= 'a' && unit <= 'z') || (unit >= 0xe0 && unit <= 0xfe && unit != 0xf7);
}
// Upper case leaves Latin-1: micro sign, sharp s, y with diaeresis.
bool leaves_latin1(uint8_t unit) { return unit == 0xb5 || unit == 0xdf || unit == 0xff; }

String* map_case(Isolate& isolate, String* string, Direction direction) {
  const StringView text = string->flatten(isolate);
  if (!text.is_two_byte()) {
    const auto units = text.latin1();
    const auto changes = [&](uint8_t unit) { return is_latin1_letter(unit, direction); };
    const bool upper = direction == Direction::Upper;
    if (!upper || std::ranges::none_of(units, leaves_latin1)) {
      const auto first = std::ranges::find_if(units, changes);
      if (first == units.end()) return string;
      uint8_t* out = nullptr;
      String* result = new_latin1_string(isolate, text.length(), &out);
      const auto source = string->view().latin1();
      std::ranges::transform(source, out, [&](uint8_t unit) {
        return changes(unit) ? static_cast<uint8_t>(unit ^ 0x20) : unit;
      });
      return result;
    }
  }
  const std::u16string wide =
      text.visit([](auto units) { return std::u16string(units.begin(), units.end()); });
  const std::u16string mapped = direction == Direction::Lower
                                    ? to_lower_text(wide.data(), wide.size())
                                    : to_upper_text(wide.data(), wide.size());
  if (mapped == wide) return string;
  if (mapped.size() > abi::kLongestString) throw_string_too_long(isolate);
  return new_string(isolate, mapped.data(), mapped.size());
}

// The languages whose case mappings differ need Intl; asking for one of them is refused.
void check_locale(Isolate& isolate, Value locales) {
  if (locales.is_undefined()) return;
  Value locale = locales;
  if (locales.is_object()) {
    Object* list = locales.as<Object>();
    if (length_of_array_like(isolate, list) == 0) return;
    locale = get(isolate, list, PropertyKey::from_index(0));
  }
  if (!locale.is_string()) {
    if (locales.is_null()) {
      throw_type_error(isolate, "Cannot convert undefined or null to object");
    }
    if (locales.is_object()) throw_type_error(isolate, "Language ID should be string or object.");
    return;
  }
  const std::string tag = to_utf8(locale.as<String>());
  const std::string language = tag.substr(0, tag.find('-'));
  if (language.size() < 2 || language.size() > 8 || !std::ranges::all_of(language, [](char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      })) {
    throw_range_error(isolate, "Incorrect locale information provided");
  }
  for (const char* special : {"tr", "az", "lt", "el"}) {
    if (language == special) {
      throw_range_error(isolate, "Case mapping for the locale " + tag + " is not supported");
    }
  }
}

}  // namespace

Value string_to_lower_case(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.toLowerCase");
  return Value::cell(map_case(isolate, string, Direction::Lower));
}
Value string_to_upper_case(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.toUpperCase");
  return Value::cell(map_case(isolate, string, Direction::Upper));
}
Value string_to_locale_lower_case(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.toLocaleLowerCase");
  check_locale(isolate, arguments[0]);
  return Value::cell(map_case(isolate, string, Direction::Lower));
}
Value string_to_locale_upper_case(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.toLocaleUpperCase");
  check_locale(isolate, arguments[0]);
  return Value::cell(map_case(isolate, string, Direction::Upper));
}

// 22.1.3.15
Value string_normalize(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype.normalize");
  auto form = NormalizationForm::Nfc;
  if (!arguments[0].is_undefined()) {
    const String* name = to_string(isolate, arguments[0]);
    const std::string text = to_utf8(name);
    if (text == "NFC") {
      form = NormalizationForm::Nfc;
    } else if (text == "NFD") {
      form = NormalizationForm::Nfd;
    } else if (text == "NFKC") {
      form = NormalizationForm::Nfkc;
    } else if (text == "NFKD") {
      form = NormalizationForm::Nfkd;
    } else {
      throw_range_error(isolate, "The normalization form should be one of NFC, NFD, NFKC, NFKD.");
    }
  }
  const StringView text = string->flatten(isolate);
  // Below these, every text is in the form.
  const char16_t first_changed = form == NormalizationForm::Nfc   ? 0x300
                                 : form == NormalizationForm::Nfd ? 0xc0
                                                                  : 0xa0;
  const bool unchanged = text.visit([&](auto units) {
    return std::ranges::all_of(units, [&](auto unit) { return unit < first_changed; });
  });
  if (unchanged) return Value::cell(string);
  const std::u16string wide =
      text.visit([](auto units) { return std::u16string(units.begin(), units.end()); });
  const std::u16string result = normalize(wide.data(), wide.size(), form);
  if (result.size() > abi::kLongestString) throw_string_too_long(isolate);
  return Value::cell(new_string(isolate, result.data(), result.size()));
}

}  // namespace perry::runtime::builtins
