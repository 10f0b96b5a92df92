#include "runtime/builtins/date/calendar.h"

#include <cmath>
#include <limits>

#include "runtime/numeric/arithmetic.h"

namespace perry::runtime::builtins {

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int64_t kDaysPer400Years = 146'097;

// Days before each month of a year that is none, and is one, with a 29th of February.
constexpr int32_t kDaysBefore[2][13] = {
    {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
    {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}};

}  // namespace

int64_t day_of_year_start(int64_t year) {
  return 365 * (year - 1970) + floor_div(year - 1969, 4) - floor_div(year - 1901, 100) +
         floor_div(year - 1601, 400);
}

int64_t day_of_month_start(int64_t year, int64_t month) {
  return day_of_year_start(year) + kDaysBefore[is_leap_year(year) ? 1 : 0][month];
}

Fields fields_of(int64_t time) {
  const int64_t day = floor_div(time, kMsPerDay);
  const int64_t in_day = floor_mod(time, kMsPerDay);
  // At most one year too far.
  int64_t year = 1970 + floor_div(day * 400, kDaysPer400Years);
  if (day_of_year_start(year) > day) --year;
  if (day_of_year_start(year + 1) <= day) ++year;
  const auto day_in_year = static_cast<int32_t>(day - day_of_year_start(year));
  const int32_t* days_before = kDaysBefore[is_leap_year(year) ? 1 : 0];
  int32_t month = day_in_year / 31;
  if (days_before[month + 1] <= day_in_year) ++month;
  return {.year = year,
          .month = month,
          .day = day_in_year - days_before[month] + 1,
          .weekday = static_cast<int32_t>(weekday_of(day)),
          .hour = static_cast<int32_t>(in_day / kMsPerHour),
          .minute = static_cast<int32_t>(in_day / kMsPerMinute % 60),
          .second = static_cast<int32_t>(in_day / kMsPerSecond % 60),
          .millisecond = static_cast<int32_t>(in_day % kMsPerSecond)};
}

double make_time(double hour, double minute, double second, double ms) {
  if (!std::isfinite(hour) || !std::isfinite(minute) || !std::isfinite(second) ||
      !std::isfinite(ms)) {
    return kNaN;
  }
  return to_integer_or_infinity(hour) * kMsPerHour + to_integer_or_infinity(minute) * kMsPerMinute +
         to_integer_or_infinity(second) * kMsPerSecond + to_integer_or_infinity(ms);
}

double make_day(double year, double month, double date) {
  // Beyond these no time value can come back into range; V8's limits.
  if (!(std::fabs(year) <= 1e6) || !(std::fabs(month) <= 1e7) || !std::isfinite(date)) return kNaN;
  const auto months = static_cast<int64_t>(month);
  const int64_t whole_year = static_cast<int64_t>(year) + floor_div(months, 12);
  return static_cast<double>(day_of_month_start(whole_year, floor_mod(months, 12))) +
         to_integer_or_infinity(date) - 1;
}

double make_date(double day, double time) {
  if (!std::isfinite(day) || !std::isfinite(time)) return kNaN;
  return day * kMsPerDay + time;
}

double make_full_year(double year) {
  if (std::isnan(year)) return year;
  const double whole = to_integer_or_infinity(year);
  return whole >= 0 && whole <= 99 ? 1900 + whole : whole;
}

double time_clip(double time) {
  return std::fabs(time) <= kLargestTime ? to_integer_or_infinity(time) : kNaN;
}

}  // namespace perry::runtime::builtins
