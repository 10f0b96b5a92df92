#pragma once

#include <cstdint>

// The proleptic Gregorian calendar, and the time values of 21.4.1: milliseconds since 1970 in UTC,
// without leap seconds.
namespace perry::runtime::builtins {

inline constexpr int64_t kMsPerSecond = 1000;
inline constexpr int64_t kMsPerMinute = 60 * kMsPerSecond;
inline constexpr int64_t kMsPerHour = 60 * kMsPerMinute;
inline constexpr int64_t kMsPerDay = 24 * kMsPerHour;
inline constexpr double kLargestTime = 8.64e15;

// Floored, for negative numbers too.
constexpr int64_t floor_div(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }
constexpr int64_t floor_mod(int64_t a, int64_t b) { return a % b + (a % b < 0 ? b : 0); }

constexpr bool is_leap_year(int64_t year) {
  return floor_mod(year, 4) == 0 && (floor_mod(year, 100) != 0 || floor_mod(year, 400) == 0);
}
constexpr int64_t weekday_of(int64_t day) { return floor_mod(day + 4, 7); }  // 0: Sunday

// The day of 1970 and later that a year and its months begin with; `month` is 0 to 11.
int64_t day_of_year_start(int64_t year);
int64_t day_of_month_start(int64_t year, int64_t month);

// A time value (or a local one) in parts.
struct Fields {
  int64_t year;
  int32_t month;  // 0 to 11
  int32_t day;    // 1 to 31
  int32_t weekday;
  int32_t hour;
  int32_t minute;
  int32_t second;
  int32_t millisecond;
};
Fields fields_of(int64_t time);

// 21.4.1.26 to 31, on numbers of any value.
double make_time(double hour, double minute, double second, double ms);
double make_day(double year, double month, double date);
double make_date(double day, double time);
double make_full_year(double year);
double time_clip(double time);

}  // namespace perry::runtime::builtins
