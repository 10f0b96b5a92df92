#include <vector>

#include "runtime/builtins/typed_array/typed_arrays.h"
#include "runtime/unicode/base64.h"

// The methods of Uint8Array for base64 and hexadecimal text (23.3).
namespace perry::runtime::builtins {

namespace {

// ValidateUint8Array.
TypedArray* this_bytes(Isolate& isolate, const Arguments& arguments, const char* method) {
  TypedArray* array = try_typed_array(arguments.receiver());
  if (array != nullptr && array->type() == ElementType::Uint8) return array;
  throw_type_error(isolate, std::string("Method Uint8Array.prototype.") + method +
                                " called on incompatible receiver " +
                                describe_plain(isolate, arguments.receiver()));
}

// GetUint8ArrayBytes: good until JavaScript runs.
std::span<uint8_t> bytes_of(Isolate& isolate, TypedArray* array, const char* method) {
  validate_typed_array(isolate, Value::cell(array), std::string("Uint8Array.prototype.") + method);
  return {array->elements, array->length()};
}

String* text_argument(Isolate& isolate, Value value) {
  if (value.is_string()) return value.as<String>();
  throw_type_error(isolate, describe_plain(isolate, value) + " is not a string");
}

// GetOptionsObject; null: there are none.
Object* options_argument(Isolate& isolate, Value value) {
  if (value.is_undefined()) return nullptr;
  if (value.is_object()) return value.as<Object>();
  throw_type_error(isolate, describe_plain(isolate, value) + " is not an object");
}

template <typename Choice, size_t kCount>
Choice option(Isolate& isolate, Object* options, const Name& name,
              const std::pair<std::string_view, Choice> (&choices)[kCount]) {
  if (options == nullptr) return choices[0].second;
  const Value value = get(isolate, options, name);
  if (value.is_undefined()) return choices[0].second;
  if (value.is_string()) {
    value.as<String>()->flatten(isolate);
    for (const auto& [text, choice] : choices) {
      if (equals(value.as<String>(), text)) return choice;
    }
  }
  throw_type_error(isolate, "Value " + describe_plain(isolate, value) +
                                " out of range for the option " + to_utf8(name.get()));
}

Base64Alphabet alphabet_option(Isolate& isolate, Object* options) {
  static constexpr std::pair<std::string_view, Base64Alphabet> kChoices[] = {
      {"base64", Base64Alphabet::Standard}, {"base64url", Base64Alphabet::Url}};
  return option(isolate, options, names::alphabet, kChoices);
}
LastChunk last_chunk_option(Isolate& isolate, Object* options) {
  static constexpr std::pair<std::string_view, LastChunk> kChoices[] = {
      {"loose", LastChunk::Loose},
      {"strict", LastChunk::Strict},
      {"stop-before-partial", LastChunk::StopBeforePartial}};
  return option(isolate, options, names::lastChunkHandling, kChoices);
}

void check_decoded(Isolate& isolate, const Decoded& result) {
  switch (result.error) {
    case DecodeError::None:
      return;
    case DecodeError::BadCharacter:
      throw_syntax_error(isolate,
                         "Found a character that cannot be part of a valid base64 string.");
    case DecodeError::LoneCharacter:
      throw_syntax_error(isolate,
                         "The base64 input terminates with a single character, excluding "
                         "padding.");
    case DecodeError::Incomplete:
      throw_syntax_error(isolate, "The base64 input is missing padding at its end.");
    case DecodeError::ExtraBits:
      throw_syntax_error(isolate, "The base64 input terminates with non-zero padding bits.");
  }
}

[[noreturn]] void throw_bad_hex(Isolate& isolate) {
  throw_syntax_error(isolate, "Input string must contain hex characters in even length");
}

Value new_bytes(Isolate& isolate, const std::vector<uint8_t>& bytes, size_t count) {
  TypedArray* result = new_typed_array(isolate, ElementType::Uint8, static_cast<double>(count));
  if (count != 0) std::memcpy(result->elements, bytes.data(), count);
  return Value::cell(result);
}

// What the setters give: { read, written }.
Value progress(Isolate& isolate, const Decoded& result) {
  Object* object = new_object(isolate);
  add_property(isolate, object, names::read, Value::number(static_cast<double>(result.read)),
               kAllAttributes);
  add_property(isolate, object, names::written, Value::number(static_cast<double>(result.written)),
               kAllAttributes);
  return Value::cell(object);
}

String* new_text(Isolate& isolate, double length, uint8_t** units) {
  if (length > abi::kLongestString) throw_string_too_long(isolate);
  return new_latin1_string(isolate, static_cast<size_t>(length), units);
}

}  // namespace

// 23.3.2.3
Value uint8_array_to_base64(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_bytes(isolate, arguments, "toBase64");
  Object* options = options_argument(isolate, arguments[0]);
  const Base64Alphabet alphabet = alphabet_option(isolate, options);
  const bool omits = options != nullptr && to_boolean(get(isolate, options, names::omitPadding));
  const Base64Padding padding = omits ? Base64Padding::Omitted : Base64Padding::Full;
  const size_t count = bytes_of(isolate, array, "toBase64").size();
  if (count == 0) return Value::cell(empty_string());
  uint8_t* units = nullptr;
  String* text = new_text(isolate, static_cast<double>(base64_length(count, padding)), &units);
  encode_base64({array->elements, count}, alphabet, padding, units);
  return Value::cell(text);
}

// 23.3.2.4
Value uint8_array_to_hex(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_bytes(isolate, arguments, "toHex");
  const size_t count = bytes_of(isolate, array, "toHex").size();
  if (count == 0) return Value::cell(empty_string());
  uint8_t* units = nullptr;
  String* text = new_text(isolate, static_cast<double>(count) * 2, &units);
  encode_hex({array->elements, count}, units);
  return Value::cell(text);
}

// 23.3.1.1
Value uint8_array_from_base64(Isolate& isolate, const Arguments& arguments) {
  String* string = text_argument(isolate, arguments[0]);
  Object* options = options_argument(isolate, arguments[1]);
  const Base64Alphabet alphabet = alphabet_option(isolate, options);
  const LastChunk last_chunk = last_chunk_option(isolate, options);
  const StringView text = string->flatten(isolate);
  std::vector<uint8_t> bytes(base64_capacity(text.length()));
  const Decoded result =
      text.visit([&](auto units) { return decode_base64(units, alphabet, last_chunk, bytes); });
  check_decoded(isolate, result);
  return new_bytes(isolate, bytes, result.written);
}

// 23.3.1.2
Value uint8_array_from_hex(Isolate& isolate, const Arguments& arguments) {
  const StringView text = text_argument(isolate, arguments[0])->flatten(isolate);
  if (text.length() % 2 != 0) throw_bad_hex(isolate);
  std::vector<uint8_t> bytes(text.length() / 2);
  const Decoded result = text.visit([&](auto units) { return decode_hex(units, bytes); });
  if (result.error != DecodeError::None) throw_bad_hex(isolate);
  return new_bytes(isolate, bytes, result.written);
}

// 23.3.2.1
Value uint8_array_set_from_base64(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_bytes(isolate, arguments, "setFromBase64");
  String* string = text_argument(isolate, arguments[0]);
  Object* options = options_argument(isolate, arguments[1]);
  const Base64Alphabet alphabet = alphabet_option(isolate, options);
  const LastChunk last_chunk = last_chunk_option(isolate, options);
  const StringView text = string->flatten(isolate);
  const std::span<uint8_t> out = bytes_of(isolate, array, "setFromBase64");
  const Decoded result =
      text.visit([&](auto units) { return decode_base64(units, alphabet, last_chunk, out); });
  check_decoded(isolate, result);
  return progress(isolate, result);
}

// 23.3.2.2
Value uint8_array_set_from_hex(Isolate& isolate, const Arguments& arguments) {
  TypedArray* array = this_bytes(isolate, arguments, "setFromHex");
  const StringView text = text_argument(isolate, arguments[0])->flatten(isolate);
  const std::span<uint8_t> out = bytes_of(isolate, array, "setFromHex");
  if (text.length() % 2 != 0) throw_bad_hex(isolate);
  const Decoded result = text.visit([&](auto units) { return decode_hex(units, out); });
  if (result.error != DecodeError::None) throw_bad_hex(isolate);
  return progress(isolate, result);
}

}  // namespace perry::runtime::builtins
