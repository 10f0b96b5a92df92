#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/builtins/date/posix_rule.h"

// A time zone of the system's database: its offsets from UTC, for all times.
//
// The database has a file (TZif, RFC 9636) for each zone: the moments of all changes up to some
// year, and a POSIX rule for those behind. Where the database has no such zone, the offset is 0, as
// Node has it.
namespace perry::runtime::builtins {

class TimeZone {
 public:
  // What the TZ variable, else the system's configuration, says.
  static TimeZone of_system();
  // By the variable's value: a name of the database, a file's path, or a POSIX rule.
  static TimeZone of_variable(std::string_view value);
  // From the bytes of a file; nothing if they are none.
  static std::optional<TimeZone> of_file(std::string_view bytes, std::string name);

  // Empty when it has none.
  const std::string& name() const { return name_; }
  ZoneOffset at(int64_t utc_seconds) const;
  // Of a local time. One that a change skips, and one that comes twice, has the offset from before.
  ZoneOffset at_local(int64_t local_seconds) const;
  // Of the present standard time.
  ZoneOffset standard() const;

 private:
  friend class TzifReader;
  void move_negative_dst();

  std::string name_;
  ZoneOffset first_;  // before the first transition
  std::vector<Transition> transitions_;
  std::optional<PosixRule> rule_;  // behind the last one
};

}  // namespace perry::runtime::builtins
