#include "runtime/builtins/json/json.h"

// The JSON object (25.5).
namespace perry::runtime::builtins {

const ObjectClass kRawJsonClass = {.name = "Object"};

namespace {

// 25.5.1
Value json_parse(Isolate& isolate, const Arguments& arguments) {
  String* text = to_string(isolate, arguments[0]);
  if (!is_callable(arguments[1])) return parse_json(isolate, text, nullptr, nullptr);
  JsonSource source;
  ValueList keep(isolate);
  const Value value = parse_json(isolate, text, &source, &keep);
  return revive_json(isolate, value, arguments[1], text, source);
}

// 25.5.4
Value json_raw(Isolate& isolate, const Arguments& arguments) {
  String* text = to_string(isolate, arguments[0]);
  const StringView units = text->flatten(isolate);
  const auto is_forbidden = [](char16_t unit) {
    return unit == '\t' || unit == '\n' || unit == '\r' || unit == ' ';
  };
  if (units.is_empty() || is_forbidden(units[0]) || is_forbidden(units[units.length() - 1]) ||
      units[0] == '{' || units[0] == '[') {
    throw_syntax_error(isolate, "Invalid value for JSON.rawJSON");
  }
  parse_json(isolate, text, nullptr, nullptr);
  Shape* shape = root_shape(isolate, Value::null(), &kRawJsonClass, CellKind::Object, 1);
  Object* object = new_object_with_shape(isolate, shape);
  create_data_property(isolate, object, names::rawJSON, Value::cell(text));
  set_integrity_level(isolate, object, IntegrityLevel::Frozen);
  return Value::cell(object);
}

// 25.5.2
Value json_is_raw(Isolate&, const Arguments& arguments) {
  return Value::boolean(arguments[0].is_object() &&
                        class_of(arguments[0].as_cell()) == &kRawJsonClass);
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/json/json.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kJSON;
constexpr BuiltinTable kJSON = builtin::object(kRows);

}  // namespace perry::runtime::builtins
