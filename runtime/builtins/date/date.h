#pragma once

#include <cstdint>
#include <string>

#include "runtime/builtins/collection/collection.h"
#include "runtime/builtins/date/calendar.h"
#include "runtime/builtins/date/time_zone.h"
#include "runtime/builtins/date/time_zone_names.h"

// Date objects (21.4), and the program's time zone.
namespace perry::runtime::builtins {

class DateObject : public Object {
 public:
  static const ObjectClass kClass;
  double time;  // NaN: an invalid date
};

// The zone that the program began in.
class LocalTime : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Builtins;
  explicit LocalTime(Isolate&);

  // Of a time value that is no NaN, in milliseconds.
  int64_t offset_at(double time) const;
  int64_t to_local(double time) const { return static_cast<int64_t>(time) + offset_at(time); }
  // Of a local time, whatever number it is; clipped.
  double to_time(double local) const;
  // The zone's name at a time.
  std::string name_at(double time) const;

 private:
  TimeZone zone_;
  ZoneNames names_;
};

enum class Clock : uint8_t { Local, Utc };
inline Fields fields_of(Isolate& isolate, double time, Clock clock) {
  return fields_of(clock == Clock::Local ? isolate.part<LocalTime>().to_local(time)
                                         : static_cast<int64_t>(time));
}

DateObject* this_date(Isolate& isolate, const Arguments& arguments, const char* method);

// --- texts of time values that are no NaN ---
std::string date_text(const Fields& fields);           // Tue Nov 14 2023
std::string time_text(Isolate& isolate, double time);  // 22:13:20 GMT+0000 (...)
std::string full_text(Isolate& isolate, double time);  // both
std::string utc_text(double time);                     // Tue, 14 Nov 2023 22:13:20 GMT
std::string iso_text(double time);                     // 2023-11-14T22:13:20.000Z
std::string locale_date_text(const Fields& fields);    // 11/14/2023
std::string locale_time_text(const Fields& fields);    // 10:13:20 PM

// --- the setters, of setters.cpp ---
Value set_full_year(Isolate& isolate, const Arguments& arguments);
Value set_month(Isolate& isolate, const Arguments& arguments);
Value set_date(Isolate& isolate, const Arguments& arguments);
Value set_hours(Isolate& isolate, const Arguments& arguments);
Value set_minutes(Isolate& isolate, const Arguments& arguments);
Value set_seconds(Isolate& isolate, const Arguments& arguments);
Value set_milliseconds(Isolate& isolate, const Arguments& arguments);
Value set_utc_full_year(Isolate& isolate, const Arguments& arguments);
Value set_utc_month(Isolate& isolate, const Arguments& arguments);
Value set_utc_date(Isolate& isolate, const Arguments& arguments);
Value set_utc_hours(Isolate& isolate, const Arguments& arguments);
Value set_utc_minutes(Isolate& isolate, const Arguments& arguments);
Value set_utc_seconds(Isolate& isolate, const Arguments& arguments);
Value set_utc_milliseconds(Isolate& isolate, const Arguments& arguments);
Value set_time(Isolate& isolate, const Arguments& arguments);
Value set_year(Isolate& isolate, const Arguments& arguments);

}  // namespace perry::runtime::builtins
