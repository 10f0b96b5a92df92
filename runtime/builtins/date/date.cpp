#include "runtime/builtins/date/date.h"

#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>

#include "runtime/builtins/date/parse.h"

// The Date constructor (21.4.2) and its functions.
namespace perry::runtime::builtins {

const ObjectClass DateObject::kClass = {.name = "Date"};

// --- The local zone ---

LocalTime::LocalTime(Isolate&)
    : zone_(TimeZone::of_system()), names_(names_of_zone(zone_.name())) {}

int64_t LocalTime::offset_at(double time) const {
  const int64_t seconds = floor_div(static_cast<int64_t>(time), kMsPerSecond);
  return zone_.at(seconds).seconds * kMsPerSecond;
}

double LocalTime::to_time(double local) const {
  // A local time may be further from 1970 than a time value; V8 allows it a month.
  if (!(std::fabs(local) <= kLargestTime + 30.0 * kMsPerDay)) {
    return std::numeric_limits<double>::quiet_NaN();
  }
  const auto whole = static_cast<int64_t>(local);
  const int64_t offset = zone_.at_local(floor_div(whole, kMsPerSecond)).seconds * kMsPerSecond;
  return time_clip(static_cast<double>(whole - offset));
}

// V8 decides by a year between 2008 and 2037 with the same weekdays whether a time before 1970 or
// after 2037 is in daylight saving time: only the name depends on it, not the offset.
static int64_t equivalent_time(int64_t time) {
  const Fields fields = fields_of(time);
  const int64_t weekday = weekday_of(day_of_year_start(fields.year));
  const int64_t recent = (is_leap_year(fields.year) ? 1956 : 1967) + weekday * 12 % 28;
  const int64_t year = 2008 + (recent + 3 * 28 - 2008) % 28;
  const int64_t day = day_of_month_start(year, fields.month) + fields.day - 1;
  return day * kMsPerDay + floor_mod(time, kMsPerDay);
}

std::string LocalTime::name_at(double time) const {
  auto whole = static_cast<int64_t>(time);
  if (whole < 0 || whole > int64_t{0x7fff'ffff} * kMsPerSecond) whole = equivalent_time(whole);
  const ZoneOffset offset = zone_.at(floor_div(whole, kMsPerSecond));
  const std::string_view name = offset.is_dst ? names_.daylight : names_.standard;
  if (!name.empty()) return std::string(name);
  const int32_t minutes = (offset.is_dst ? offset : zone_.standard()).seconds / 60;
  char buffer[32];
  std::snprintf(buffer, sizeof(buffer), "GMT%c%02d:%02d", minutes < 0 ? '-' : '+',
                std::abs(minutes) / 60, std::abs(minutes) % 60);
  return buffer;
}

// --- The constructor ---

namespace {

double current_time() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<double>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
}

double parsed_time(Isolate& isolate, String* text) {
  const auto date = parse_date(text->flatten(isolate));
  if (!date) return std::numeric_limits<double>::quiet_NaN();
  return date->is_local ? isolate.part<LocalTime>().to_time(date->time) : time_clip(date->time);
}

// Year, month and so on, as the constructor and Date.UTC take them.
double time_of_parts(Isolate& isolate, const Arguments& arguments) {
  double parts[7] = {std::numeric_limits<double>::quiet_NaN(), 0, 1, 0, 0, 0, 0};
  for (size_t i = 0; i < std::min<size_t>(arguments.count(), 7); ++i) {
    parts[i] = to_number(isolate, arguments[i]);
  }
  const double day = make_day(make_full_year(parts[0]), parts[1], parts[2]);
  return make_date(day, make_time(parts[3], parts[4], parts[5], parts[6]));
}

double time_of_value(Isolate& isolate, Value value) {
  if (const auto* date = try_object<DateObject>(value)) return date->time;
  value = to_primitive(isolate, value);
  if (value.is_string()) return parsed_time(isolate, value.as<String>());
  return time_clip(to_number(isolate, value));
}

// 21.4.2.1
Value construct_date(Isolate& isolate, const Arguments& arguments) {
  if (!arguments.is_construct()) return string_value(isolate, full_text(isolate, current_time()));
  double time = 0;
  if (arguments.count() == 0) {
    time = current_time();
  } else if (arguments.count() == 1) {
    time = time_of_value(isolate, arguments[0]);
  } else {
    time = isolate.part<LocalTime>().to_time(time_of_parts(isolate, arguments));
  }
  auto* date = create_from_constructor<DateObject>(isolate, arguments.new_target(),
                                                   Intrinsic::DatePrototype);
  date->time = time;
  return Value::cell(date);
}

// 21.4.3.1
Value now(Isolate&, const Arguments&) { return Value::number(current_time()); }
// 21.4.3.2
Value parse(Isolate& isolate, const Arguments& arguments) {
  return Value::number(parsed_time(isolate, to_string(isolate, arguments[0])));
}
// 21.4.3.4
Value utc(Isolate& isolate, const Arguments& arguments) {
  return Value::number(time_clip(time_of_parts(isolate, arguments)));
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Date, 7, construct_date);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/date/date.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kDate;
constexpr BuiltinTable kDate = builtin::function_object(kConstructor, kRows);

}  // namespace perry::runtime::builtins
