#include "runtime/builtins/date/time_zone.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "runtime/builtins/date/calendar.h"

namespace perry::runtime::builtins {

namespace {

constexpr std::string_view kFolder = "/usr/share/zoneinfo/";

// Streams of C++ would bring all of its locales into every program.
std::optional<std::string> read_file(const std::string& path) {
  const std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file == nullptr) return std::nullopt;
  std::string bytes;
  std::array<char, 4096> buffer{};
  for (;;) {
    const size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get());
    bytes.append(buffer.data(), count);
    if (count < buffer.size()) break;
  }
  if (std::ferror(file.get()) != 0) return std::nullopt;
  return bytes;
}

std::optional<TimeZone> load(const std::string& path, std::string name) {
  const auto bytes = read_file(path);
  if (!bytes) return std::nullopt;
  return TimeZone::of_file(*bytes, std::move(name));
}

// The name that a path in the database has: what stands behind its folder.
std::string name_in_path(std::string_view path) {
  constexpr std::string_view kMarker = "/zoneinfo/";
  const size_t at = path.find(kMarker);
  return at == std::string_view::npos ? std::string()
                                      : std::string(path.substr(at + kMarker.size()));
}

std::string resolved(const char* path) {
  std::array<char, PATH_MAX> buffer{};
  return ::realpath(path, buffer.data()) == nullptr ? std::string() : std::string(buffer.data());
}

}  // namespace

// A file of the database. It has its data twice, first with 32-bit times, which are skipped:
//
//   "TZif" version 15×0  six counts of 4 bytes, big-endian: flags for UTC, flags for standard time,
//   leap seconds, transitions, types, bytes of abbreviations
//   then: times of transitions (8 bytes each), their types (1), the types (4 bytes of offset, a
//   flag for daylight saving time, an abbreviation's place), abbreviations, leap seconds, flags
//   then: a line feed, a POSIX rule, a line feed
class TzifReader {
 public:
  explicit TzifReader(std::string_view bytes) : bytes_(bytes) {}

  bool read(TimeZone& zone) {
    if (!read_header() || version_ < '2') return false;
    if (!skip(data_size(4)) || !read_header()) return false;
    if (bytes_.size() - at_ < data_size(8) || types_ == 0) return false;
    const size_t times = at_;
    const size_t indices = times + size_t{transitions_} * 8;
    const size_t types = indices + transitions_;
    zone.first_ = type_at(types, 0);
    ZoneOffset before = zone.first_;
    for (uint32_t i = 0; i < transitions_; ++i) {
      const auto type = static_cast<uint8_t>(bytes_[indices + i]);
      if (type >= types_) return false;
      const ZoneOffset after = type_at(types, type);
      zone.transitions_.push_back(
          {static_cast<int64_t>(big_endian(times + i * 8, 8)), before, after});
      before = after;
    }
    skip(data_size(8));
    const std::string_view footer = bytes_.substr(at_);
    const size_t end = footer.find('\n', 1);
    if (footer.size() > 2 && footer[0] == '\n' && end != std::string_view::npos && end > 1) {
      zone.rule_ = PosixRule::parse(footer.substr(1, end - 1));
    }
    return std::is_sorted(zone.transitions_.begin(), zone.transitions_.end(),
                          [](const Transition& a, const Transition& b) { return a.time < b.time; });
  }

 private:
  uint64_t big_endian(size_t at, size_t bytes) const {
    uint64_t value = 0;
    for (size_t i = 0; i < bytes; ++i) value = value << 8 | static_cast<uint8_t>(bytes_[at + i]);
    return value;
  }
  bool skip(size_t bytes) {
    if (bytes_.size() - at_ < bytes) return false;
    at_ += bytes;
    return true;
  }
  bool read_header() {
    const size_t header = at_;
    if (!skip(44) || bytes_.substr(header, 4) != "TZif") return false;
    version_ = bytes_[header + 4];
    const auto count = [&](size_t i) {
      return static_cast<uint32_t>(big_endian(header + 20 + i * 4, 4));
    };
    utc_flags_ = count(0);
    standard_flags_ = count(1);
    leaps_ = count(2);
    transitions_ = count(3);
    types_ = count(4);
    abbreviations_ = count(5);
    return true;
  }
  size_t data_size(size_t time_bytes) const {
    return size_t{transitions_} * (time_bytes + 1) + size_t{types_} * 6 + abbreviations_ +
           size_t{leaps_} * (time_bytes + 4) + standard_flags_ + utc_flags_;
  }
  ZoneOffset type_at(size_t types, uint32_t type) const {
    const size_t at = types + size_t{type} * 6;
    return {.seconds = static_cast<int32_t>(big_endian(at, 4)), .is_dst = bytes_[at + 4] != 0};
  }

  std::string_view bytes_;
  size_t at_ = 0;
  char version_ = 0;
  uint32_t utc_flags_ = 0;
  uint32_t standard_flags_ = 0;
  uint32_t leaps_ = 0;
  uint32_t transitions_ = 0;
  uint32_t types_ = 0;
  uint32_t abbreviations_ = 0;
};

// In Ireland, Morocco and Namibia the database calls the winter's time the exception, one hour
// back. Names of zones are those of ICU, whose daylight saving time is always ahead.
void TimeZone::move_negative_dst() {
  std::vector<bool> is_summer(transitions_.size() + 2);
  std::vector<bool> is_winter(transitions_.size() + 1);
  for (size_t i = 0; i < transitions_.size(); ++i) {
    const Transition& change = transitions_[i];
    if (!change.after.is_dst || change.before.is_dst) continue;
    if (change.after.seconds >= change.before.seconds) continue;
    // The period behind change i has the number i + 1. What was before the first winter was no
    // summer either.
    is_winter[i + 1] = true;
    is_summer[i] = i > 0 && is_winter[i - 1];
    if (i + 1 < transitions_.size()) is_summer[i + 2] = true;
  }
  const auto correct = [&](ZoneOffset& offset, size_t period) {
    if (is_winter[period]) {
      offset.is_dst = false;
    } else if (is_summer[period]) {
      offset.is_dst = true;
    }
  };
  for (size_t i = 0; i < transitions_.size(); ++i) {
    correct(transitions_[i].before, i);
    correct(transitions_[i].after, i + 1);
  }
}

std::optional<TimeZone> TimeZone::of_file(std::string_view bytes, std::string name) {
  TimeZone zone;
  if (!TzifReader(bytes).read(zone)) return std::nullopt;
  zone.name_ = std::move(name);
  zone.move_negative_dst();
  return zone;
}

TimeZone TimeZone::of_variable(std::string_view value) {
  if (!value.empty() && value[0] == ':') value.remove_prefix(1);
  std::optional<TimeZone> zone;
  if (!value.empty() && value[0] == '/') {
    zone = load(std::string(value), name_in_path(value));
  } else if (!value.empty() && value.find("..") == std::string_view::npos) {
    zone = load(std::string(kFolder) += value, std::string(value));
  }
  if (zone) return *std::move(zone);
  TimeZone fallback;
  fallback.rule_ = PosixRule::parse(value);
  // A system without a database.
  if (value == "UTC" || value == "Etc/UTC" || value == "GMT") fallback.name_ = value;
  return fallback;
}

TimeZone TimeZone::of_system() {
  if (const char* variable = std::getenv("TZ")) return of_variable(variable);
  constexpr const char* kLocal = "/etc/localtime";
  std::string name = name_in_path(resolved(kLocal));
  if (name.empty()) {
    // A copy instead of a link: Debian notes its name.
    name = read_file("/etc/timezone").value_or("");
    name = name.substr(0, name.find_first_of(" \t\r\n"));
  }
  if (auto zone = load(kLocal, name)) return *std::move(zone);
  return of_variable("UTC");
}

ZoneOffset TimeZone::at(int64_t utc_seconds) const {
  const auto behind = std::upper_bound(
      transitions_.begin(), transitions_.end(), utc_seconds,
      [](int64_t time, const Transition& transition) { return time < transition.time; });
  if (behind == transitions_.end() && rule_) return rule_->at(utc_seconds);
  return behind == transitions_.begin() ? first_ : std::prev(behind)->after;
}

ZoneOffset TimeZone::at_local(int64_t local_seconds) const {
  // The last change that is over in local time, however one counts.
  const auto is_over = [&](const Transition& transition) {
    return local_seconds >=
           transition.time + std::max(transition.before.seconds, transition.after.seconds);
  };
  if (rule_ && (transitions_.empty() || is_over(transitions_.back()))) {
    if (!rule_->has_dst()) return rule_->standard();
    const int64_t year = fields_of(local_seconds * kMsPerSecond).year;
    Transition changes[2];
    for (const int64_t candidate : {year + 1, year, year - 1}) {
      rule_->transitions_in(candidate, changes);
      for (const int i : {1, 0}) {
        const bool is_newer = transitions_.empty() || changes[i].time > transitions_.back().time;
        if (is_newer && is_over(changes[i])) return changes[i].after;
      }
    }
    return transitions_.empty() ? changes[0].before : transitions_.back().after;
  }
  auto transition = transitions_.end();
  // Offsets differ by a day at most, so this looks at few.
  transition = std::upper_bound(transitions_.begin(), transitions_.end(), local_seconds + 172'800,
                                [](int64_t time, const Transition& t) { return time < t.time; });
  while (transition != transitions_.begin()) {
    --transition;
    if (is_over(*transition)) return transition->after;
  }
  return first_;
}

ZoneOffset TimeZone::standard() const {
  if (rule_) return rule_->standard();
  for (size_t i = transitions_.size(); i-- > 0;) {
    if (!transitions_[i].after.is_dst) return transitions_[i].after;
  }
  return first_;
}

}  // namespace perry::runtime::builtins
