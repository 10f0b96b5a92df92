#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// The rules of POSIX's TZ variable, which also end the files of the time zone database:
// "CET-1CEST,M3.5.0,M10.5.0/3".
namespace perry::runtime::builtins {

// What holds at an instant.
struct ZoneOffset {
  int32_t seconds = 0;  // east of UTC
  bool is_dst = false;
};

// A moment at which the offset changes.
struct Transition {
  int64_t time = 0;  // seconds since 1970 in UTC
  ZoneOffset before;
  ZoneOffset after;
};

class PosixRule {
 public:
  static std::optional<PosixRule> parse(std::string_view text);

  bool has_dst() const { return has_dst_; }
  ZoneOffset standard() const { return standard_; }
  ZoneOffset at(int64_t utc_seconds) const;
  // The two changes of a year, the earlier one first.
  void transitions_in(int64_t year, Transition (&transitions)[2]) const;

 private:
  friend class PosixRuleReader;
  enum class DayKind : uint8_t { Julian, ZeroBased, Weekday };
  struct Date {
    DayKind kind = DayKind::ZeroBased;
    int32_t month = 0;  // 1 to 12
    int32_t week = 0;   // 1 to 5, 5: the last one
    int32_t day = 0;
    int32_t seconds = 7200;  // local time

    int64_t in_year(int64_t year) const;
  };

  ZoneOffset standard_;
  ZoneOffset daylight_;
  Date start_;
  Date end_;
  bool has_dst_ = false;
};

}  // namespace perry::runtime::builtins
