#include "runtime/builtins/date/posix_rule.h"

#include <utility>

#include "runtime/builtins/date/calendar.h"

namespace perry::runtime::builtins {

// Reads a rule from left to right; each method fails with false.
class PosixRuleReader {
 public:
  explicit PosixRuleReader(std::string_view text) : rest_(text) {}

  bool read(PosixRule& rule) {
    int32_t offset = 0;
    if (!read_name() || !read_time(offset, 24)) return false;
    rule.standard_.seconds = -offset;
    if (rest_.empty()) return true;
    if (!read_name()) return false;
    offset -= 3600;
    if (!rest_.empty() && rest_[0] != ',' && !read_time(offset, 24)) return false;
    rule.daylight_ = {.seconds = -offset, .is_dst = true};
    rule.has_dst_ = true;
    // Ireland's winter: names of zones take the time that is ahead for daylight saving time.
    if (rule.daylight_.seconds < rule.standard_.seconds) {
      std::swap(rule.daylight_.is_dst, rule.standard_.is_dst);
    }
    // Without dates it is the rule of the United States, as everywhere.
    if (rest_.empty()) rest_ = ",M3.2.0,M11.1.0";
    return read_date(rule.start_) && read_date(rule.end_) && rest_.empty();
  }

 private:
  bool skip(char c) {
    if (rest_.empty() || rest_[0] != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Three letters or more, or anything in angle brackets.
  bool read_name() {
    size_t end = 0;
    if (skip('<')) {
      end = rest_.find('>');
      if (end == std::string_view::npos) return false;
      rest_.remove_prefix(end + 1);
      return true;
    }
    while (end < rest_.size() && ((rest_[end] | 0x20) >= 'a' && (rest_[end] | 0x20) <= 'z')) ++end;
    rest_.remove_prefix(end);
    return end >= 3;
  }

  bool read_number(int32_t& number, int32_t largest) {
    number = 0;
    size_t digits = 0;
    for (; digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9'; ++digits) {
      number = number * 10 + (rest_[digits] - '0');
      if (number > largest) return false;
    }
    rest_.remove_prefix(digits);
    return digits > 0;
  }

  // [+-]hh[:mm[:ss]]
  bool read_time(int32_t& seconds, int32_t most_hours) {
    const bool negative = skip('-');
    if (!negative) skip('+');
    int32_t hours = 0;
    int32_t minutes = 0;
    int32_t rest = 0;
    if (!read_number(hours, most_hours)) return false;
    if (skip(':') && !read_number(minutes, 59)) return false;
    if (skip(':') && !read_number(rest, 59)) return false;
    seconds = hours * 3600 + minutes * 60 + rest;
    if (negative) seconds = -seconds;
    return true;
  }

  bool read_date(PosixRule::Date& date) {
    if (!skip(',')) return false;
    if (skip('M')) {
      date.kind = PosixRule::DayKind::Weekday;
      if (!read_number(date.month, 12) || !skip('.') || !read_number(date.week, 5) || !skip('.') ||
          !read_number(date.day, 6) || date.month == 0 || date.week == 0) {
        return false;
      }
    } else {
      date.kind = skip('J') ? PosixRule::DayKind::Julian : PosixRule::DayKind::ZeroBased;
      if (!read_number(date.day, 365)) return false;
      if (date.kind == PosixRule::DayKind::Julian && date.day == 0) return false;
    }
    return !skip('/') || read_time(date.seconds, 167);
  }

  std::string_view rest_;
};

std::optional<PosixRule> PosixRule::parse(std::string_view text) {
  PosixRule rule;
  if (!PosixRuleReader(text).read(rule)) return std::nullopt;
  return rule;
}

// Local seconds since 1970.
int64_t PosixRule::Date::in_year(int64_t year) const {
  int64_t date = day_of_year_start(year);
  if (kind == DayKind::Weekday) {
    const int64_t first = day_of_month_start(year, month - 1);
    date = first + floor_mod(day - weekday_of(first), 7) + 7 * (week - 1);
    const int64_t end = month == 12 ? day_of_year_start(year + 1) : day_of_month_start(year, month);
    if (date >= end) date -= 7;
  } else if (kind == DayKind::Julian) {
    // A 29th of February is not counted.
    date += day - 1 + (is_leap_year(year) && day >= 60 ? 1 : 0);
  } else {
    date += day;
  }
  return date * 86'400 + seconds;
}

void PosixRule::transitions_in(int64_t year, Transition (&transitions)[2]) const {
  transitions[0] = {start_.in_year(year) - standard_.seconds, standard_, daylight_};
  transitions[1] = {end_.in_year(year) - daylight_.seconds, daylight_, standard_};
  if (transitions[1].time < transitions[0].time) std::swap(transitions[0], transitions[1]);
}

ZoneOffset PosixRule::at(int64_t utc_seconds) const {
  if (!has_dst_) return standard_;
  const int64_t local = utc_seconds + standard_.seconds;
  const int64_t year = fields_of(local * kMsPerSecond).year;
  Transition transitions[2];
  transitions_in(year, transitions);
  if (utc_seconds < transitions[0].time) return transitions[0].before;
  return utc_seconds < transitions[1].time ? transitions[0].after : transitions[1].after;
}

}  // namespace perry::runtime::builtins
