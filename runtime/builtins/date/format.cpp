#include <cstdio>
#include <cstdlib>

#include "runtime/builtins/date/date.h"

// Dates as text (21.4.4.41 and others). The texts of toLocaleString and its siblings are those of
// en-US with no options, which is what Node prints unless told otherwise.
namespace perry::runtime::builtins {

namespace {

constexpr const char* kWeekdays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

template <typename... Parts>
std::string formatted(const char* format, Parts... parts) {
  char buffer[96];
  const int length = std::snprintf(buffer, sizeof(buffer), format, parts...);
  return {buffer, static_cast<size_t>(length)};
}

std::string year_text(const Fields& fields) {
  return formatted("%s%04lld", fields.year < 0 ? "-" : "",
                   static_cast<long long>(std::llabs(fields.year)));
}

}  // namespace

std::string date_text(const Fields& fields) {
  return formatted("%s %s %02d ", kWeekdays[fields.weekday], kMonths[fields.month], fields.day) +
         year_text(fields);
}

std::string time_text(Isolate& isolate, double time) {
  const auto& local = isolate.part<LocalTime>();
  const Fields fields = fields_of(isolate, time, Clock::Local);
  const int64_t offset = local.offset_at(time) / kMsPerMinute;
  const auto minutes = static_cast<int32_t>(std::llabs(offset));
  return formatted("%02d:%02d:%02d GMT%c%02d%02d (", fields.hour, fields.minute, fields.second,
                   offset < 0 ? '-' : '+', minutes / 60, minutes % 60) +
         local.name_at(time) + ')';
}

std::string full_text(Isolate& isolate, double time) {
  return date_text(fields_of(isolate, time, Clock::Local)) + ' ' + time_text(isolate, time);
}

std::string utc_text(double time) {
  const Fields fields = fields_of(static_cast<int64_t>(time));
  return formatted("%s, %02d %s ", kWeekdays[fields.weekday], fields.day, kMonths[fields.month]) +
         year_text(fields) +
         formatted(" %02d:%02d:%02d GMT", fields.hour, fields.minute, fields.second);
}

std::string iso_text(double time) {
  const Fields fields = fields_of(static_cast<int64_t>(time));
  const bool is_short = fields.year >= 0 && fields.year <= 9999;
  const char* format = is_short ? "%04lld" : fields.year < 0 ? "-%06lld" : "+%06lld";
  return formatted(format, static_cast<long long>(std::llabs(fields.year))) +
         formatted("-%02d-%02dT%02d:%02d:%02d.%03dZ", fields.month + 1, fields.day, fields.hour,
                   fields.minute, fields.second, fields.millisecond);
}

std::string locale_date_text(const Fields& fields) {
  // Years before 1 are counted backwards, and the era is not shown.
  const int64_t year = fields.year > 0 ? fields.year : 1 - fields.year;
  return formatted("%d/%d/%lld", fields.month + 1, fields.day, static_cast<long long>(year));
}

std::string locale_time_text(const Fields& fields) {
  const int32_t hour = fields.hour % 12 == 0 ? 12 : fields.hour % 12;
  return formatted("%d:%02d:%02d %s", hour, fields.minute, fields.second,
                   fields.hour < 12 ? "AM" : "PM");
}

}  // namespace perry::runtime::builtins
