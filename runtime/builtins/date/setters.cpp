#include <algorithm>
#include <cmath>
#include <cstring>

#include "runtime/builtins/date/date.h"

// The setters of dates (21.4.4.20 and others). Each replaces some of the seven parts of a date,
// from one on.
namespace perry::runtime::builtins {

namespace {

enum Part : uint8_t { Year, Month, Day, Hour, Minute, Second, Millisecond };

struct Setter {
  const char* method;
  Part first;
  size_t count;
  Clock clock;
};

Value store_time(DateObject* date, double time) {
  date->time = time;
  return Value::number(time);
}

Value set_parts(Isolate& isolate, const Arguments& arguments, const Setter& setter) {
  DateObject* date = this_date(isolate, arguments, setter.method);
  double time = date->time;
  double given[4];
  const size_t count = std::clamp<size_t>(arguments.count(), 1, setter.count);
  for (size_t i = 0; i < count; ++i) given[i] = to_number(isolate, arguments[i]);
  Fields fields{};
  if (!std::isnan(time)) {
    fields = fields_of(isolate, time, setter.clock);
  } else if (setter.first == Year) {
    // An invalid date becomes a valid one.
    fields = fields_of(0);
  } else {
    return Value::number(time);
  }
  double parts[] = {static_cast<double>(fields.year),       static_cast<double>(fields.month),
                    static_cast<double>(fields.day),        static_cast<double>(fields.hour),
                    static_cast<double>(fields.minute),     static_cast<double>(fields.second),
                    static_cast<double>(fields.millisecond)};
  std::copy_n(given, count, parts + setter.first);
  time = make_date(make_day(parts[Year], parts[Month], parts[Day]),
                   make_time(parts[Hour], parts[Minute], parts[Second], parts[Millisecond]));
  const bool is_local = setter.clock == Clock::Local;
  return store_time(date, is_local ? isolate.part<LocalTime>().to_time(time) : time_clip(time));
}

}  // namespace

#define SETTER(function, method, first, count, clock)                                             \
  Value function(Isolate& isolate, const Arguments& arguments) {                                  \
    return set_parts(isolate, arguments, {"Date.prototype." method, first, count, Clock::clock}); \
  }
SETTER(set_full_year, "setFullYear", Year, 3, Local)
SETTER(set_month, "setMonth", Month, 2, Local)
SETTER(set_date, "setDate", Day, 1, Local)
SETTER(set_hours, "setHours", Hour, 4, Local)
SETTER(set_minutes, "setMinutes", Minute, 3, Local)
SETTER(set_seconds, "setSeconds", Second, 2, Local)
SETTER(set_milliseconds, "setMilliseconds", Millisecond, 1, Local)
SETTER(set_utc_full_year, "setUTCFullYear", Year, 3, Utc)
SETTER(set_utc_month, "setUTCMonth", Month, 2, Utc)
SETTER(set_utc_date, "setUTCDate", Day, 1, Utc)
SETTER(set_utc_hours, "setUTCHours", Hour, 4, Utc)
SETTER(set_utc_minutes, "setUTCMinutes", Minute, 3, Utc)
SETTER(set_utc_seconds, "setUTCSeconds", Second, 2, Utc)
SETTER(set_utc_milliseconds, "setUTCMilliseconds", Millisecond, 1, Utc)
#undef SETTER

// 21.4.4.27
Value set_time(Isolate& isolate, const Arguments& arguments) {
  DateObject* date = this_date(isolate, arguments, "Date.prototype.setTime");
  return store_time(date, time_clip(to_number(isolate, arguments[0])));
}

// B.2.3.2
Value set_year(Isolate& isolate, const Arguments& arguments) {
  DateObject* date = this_date(isolate, arguments, "Date.prototype.setYear");
  const double time = date->time;
  const double year = make_full_year(to_number(isolate, arguments[0]));
  const Fields fields = std::isnan(time) ? fields_of(0) : fields_of(isolate, time, Clock::Local);
  const double local =
      make_date(make_day(year, fields.month, fields.day),
                make_time(fields.hour, fields.minute, fields.second, fields.millisecond));
  return store_time(date, isolate.part<LocalTime>().to_time(local));
}

}  // namespace perry::runtime::builtins
