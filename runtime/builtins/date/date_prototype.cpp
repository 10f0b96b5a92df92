#include <cmath>

#include "runtime/builtins/date/date.h"

// Date.prototype (21.4.4), but for the setters.
namespace perry::runtime::builtins {

DateObject* this_date(Isolate& isolate, const Arguments& arguments, const char* method) {
  return this_instance<DateObject>(isolate, arguments, method);
}

namespace {

// --- Getters ---

double time_of_this(Isolate& isolate, const Arguments& arguments) {
  const auto* date = try_object<DateObject>(arguments.receiver());
  if (date == nullptr) throw_type_error(isolate, "this is not a Date object.");
  return date->time;
}

template <auto kField>
Value field(Isolate& isolate, const Arguments& arguments, Clock clock) {
  const double time = time_of_this(isolate, arguments);
  if (std::isnan(time)) return Value::number(time);
  return Value::number(static_cast<double>(fields_of(isolate, time, clock).*kField));
}

#define GETTER_OF(function, member, clock)                           \
  Value function(Isolate& isolate, const Arguments& arguments) {     \
    return field<&Fields::member>(isolate, arguments, Clock::clock); \
  }
GETTER_OF(get_full_year, year, Local)
GETTER_OF(get_month, month, Local)
GETTER_OF(get_date, day, Local)
GETTER_OF(get_day, weekday, Local)
GETTER_OF(get_hours, hour, Local)
GETTER_OF(get_minutes, minute, Local)
GETTER_OF(get_seconds, second, Local)
GETTER_OF(get_milliseconds, millisecond, Local)
GETTER_OF(get_utc_full_year, year, Utc)
GETTER_OF(get_utc_month, month, Utc)
GETTER_OF(get_utc_date, day, Utc)
GETTER_OF(get_utc_day, weekday, Utc)
GETTER_OF(get_utc_hours, hour, Utc)
GETTER_OF(get_utc_minutes, minute, Utc)
GETTER_OF(get_utc_seconds, second, Utc)
GETTER_OF(get_utc_milliseconds, millisecond, Utc)
#undef GETTER_OF

Value get_time(Isolate& isolate, const Arguments& arguments) {
  return Value::number(time_of_this(isolate, arguments));
}

Value get_timezone_offset(Isolate& isolate, const Arguments& arguments) {
  const double time = time_of_this(isolate, arguments);
  if (std::isnan(time)) return Value::number(time);
  const int64_t minutes = isolate.part<LocalTime>().offset_at(time) / kMsPerMinute;
  return Value::number(static_cast<double>(-minutes));
}

// B.2.3.1
Value get_year(Isolate& isolate, const Arguments& arguments) {
  const double time = this_date(isolate, arguments, "Date.prototype.getYear")->time;
  if (std::isnan(time)) return Value::number(time);
  return Value::number(static_cast<double>(fields_of(isolate, time, Clock::Local).year - 1900));
}

// --- Texts ---

// The text of a valid date, by make(time).
template <typename Make>
Value text_of(Isolate& isolate, const Arguments& arguments, const char* method, Make&& make) {
  const double time = this_date(isolate, arguments, method)->time;
  return string_value(isolate, std::isnan(time) ? std::string("Invalid Date") : make(time));
}

Value to_string_method(Isolate& isolate, const Arguments& arguments) {
  return text_of(isolate, arguments, "Date.prototype.toString",
                 [&](double time) { return full_text(isolate, time); });
}
Value to_date_string(Isolate& isolate, const Arguments& arguments) {
  return text_of(isolate, arguments, "Date.prototype.toDateString",
                 [&](double time) { return date_text(fields_of(isolate, time, Clock::Local)); });
}
Value to_time_string(Isolate& isolate, const Arguments& arguments) {
  return text_of(isolate, arguments, "Date.prototype.toTimeString",
                 [&](double time) { return time_text(isolate, time); });
}
Value to_utc_string(Isolate& isolate, const Arguments& arguments) {
  return text_of(isolate, arguments, "Date.prototype.toUTCString", utc_text);
}
Value utc_string_function(Isolate& isolate) {
  return get(isolate, intrinsic(isolate, Intrinsic::DatePrototype).as<Object>(),
             names::toUTCString);
}
Value to_locale_string(Isolate& isolate, const Arguments& arguments) {
  return text_of(isolate, arguments, "Date.prototype.toLocaleString", [&](double time) {
    const Fields fields = fields_of(isolate, time, Clock::Local);
    return locale_date_text(fields) + ", " + locale_time_text(fields);
  });
}
Value to_locale_date_string(Isolate& isolate, const Arguments& arguments) {
  return text_of(isolate, arguments, "Date.prototype.toLocaleDateString", [&](double time) {
    return locale_date_text(fields_of(isolate, time, Clock::Local));
  });
}
Value to_locale_time_string(Isolate& isolate, const Arguments& arguments) {
  return text_of(isolate, arguments, "Date.prototype.toLocaleTimeString", [&](double time) {
    return locale_time_text(fields_of(isolate, time, Clock::Local));
  });
}

// 21.4.4.36
Value to_iso_string(Isolate& isolate, const Arguments& arguments) {
  const double time = this_date(isolate, arguments, "Date.prototype.toISOString")->time;
  if (std::isnan(time)) throw_range_error(isolate, "Invalid time value");
  return string_value(isolate, iso_text(time));
}

// 21.4.4.37
Value to_json(Isolate& isolate, const Arguments& arguments) {
  Object* object = to_object(isolate, arguments.receiver());
  const Value time = to_primitive(isolate, Value::cell(object), PreferredType::Number);
  if (time.is_number() && !std::isfinite(time.as_number())) return Value::null();
  const Value method = get(isolate, object, names::toISOString);
  if (!is_callable(method)) throw_type_error(isolate, "toISOString is not a function");
  return call(isolate, method, Value::cell(object));
}

// 21.4.4.45: OrdinaryToPrimitive, by a hint that a program gives.
Value to_primitive_method(Isolate& isolate, const Arguments& arguments) {
  const Value receiver = arguments.receiver();
  if (!receiver.is_object()) {
    throw_type_error(isolate,
                     "Method Date.prototype [ @@toPrimitive ] called on incompatible receiver " +
                         describe_plain(isolate, receiver));
  }
  const std::string hint =
      arguments[0].is_string() ? to_utf8(arguments[0].as<String>()) : std::string();
  if (hint != "number" && hint != "string" && hint != "default") {
    throw_type_error(isolate, "Invalid hint: " + describe_plain(isolate, arguments[0]));
  }
  return ordinary_to_primitive(isolate, receiver.as<Object>(),
                               hint == "number" ? PreferredType::Number : PreferredType::String);
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/date/date_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kDatePrototype;
constexpr BuiltinTable kDatePrototype = builtin::object(kRows);

}  // namespace perry::runtime::builtins
