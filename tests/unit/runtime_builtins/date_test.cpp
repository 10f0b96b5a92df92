#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "runtime/builtins/date/calendar.h"
#include "runtime/builtins/date/parse.h"
#include "runtime/builtins/date/time_zone.h"
#include "runtime/builtins/date/time_zone_names.h"

// Comparisons with Node are in compare_dates.mjs.
namespace perry::runtime::builtins {
namespace {

TEST_CASE("days are numbered as the calendar goes") {
  CHECK(day_of_year_start(1970) == 0);
  CHECK(day_of_year_start(1969) == -365);
  CHECK(day_of_year_start(2001) == 11323);
  CHECK(day_of_year_start(0) == -719528);
  // Every day of nine hundred years, and of the ends of the range.
  for (const int64_t first : {int64_t{-400'000}, int64_t{-100'000'000}, int64_t{99'600'000}}) {
    Fields before = fields_of((first - 1) * kMsPerDay);
    for (int64_t day = first; day < first + 400'000; day += first < -400'000 ? 37 : 1) {
      const Fields fields = fields_of(day * kMsPerDay + kMsPerDay - 1);
      const int64_t back = day_of_month_start(fields.year, fields.month) + fields.day - 1;
      REQUIRE(back == day);
      REQUIRE(fields.weekday == floor_mod(day + 4, 7));
      REQUIRE(fields.day >= 1);
      REQUIRE(fields.day <= 31);
      before = fields;
    }
    CHECK(before.millisecond == 999);
  }
}

TEST_CASE("times are made of parts of any size") {
  CHECK(make_day(2024, 13, 1) == make_day(2025, 1, 1));
  CHECK(make_day(2024, -1, 1) == make_day(2023, 11, 1));
  CHECK(make_day(1970, 0, 32) == 31);
  CHECK(std::isnan(make_day(1e9, 0, 1)));
  CHECK(std::isnan(make_day(NAN, 0, 1)));
  CHECK(std::isnan(make_time(INFINITY, 0, 0, 0)));
  CHECK(make_time(1, -1, 1.9, 0) == 3'541'000);
  CHECK(time_clip(8.64e15) == 8.64e15);
  CHECK(std::isnan(time_clip(8.64e15 + 1)));
  CHECK(!std::signbit(time_clip(-0.5)));
}

TEST_CASE("rules of POSIX") {
  const auto berlin = PosixRule::parse("CET-1CEST,M3.5.0,M10.5.0/3");
  REQUIRE(berlin);
  CHECK(berlin->at(1'700'000'000).seconds == 3600);
  CHECK(berlin->at(1'690'000'000).seconds == 7200);
  CHECK(berlin->at(1'690'000'000).is_dst);
  // The second at which summer begins, and ends.
  CHECK(berlin->at(1'679'792'399).seconds == 3600);
  CHECK(berlin->at(1'679'792'400).seconds == 7200);
  CHECK(berlin->at(1'698'541'199).seconds == 7200);
  CHECK(berlin->at(1'698'541'200).seconds == 3600);
  const auto sydney = PosixRule::parse("AEST-10AEDT,M10.1.0,M4.1.0/3");
  REQUIRE(sydney);
  CHECK(sydney->at(1'700'000'000).seconds == 39'600);
  CHECK(sydney->at(1'690'000'000).seconds == 36'000);
  CHECK(PosixRule::parse("<+0545>-5:45")->standard().seconds == 20'700);
  CHECK(PosixRule::parse("UTC+3")->standard().seconds == -10'800);
  CHECK(PosixRule::parse("EST5EDT")->has_dst());
  // Ireland's exception is the winter.
  CHECK(PosixRule::parse("IST-1GMT0,M10.5.0,M3.5.0/1")->at(1'690'000'000).is_dst);
  CHECK(!PosixRule::parse("IST-1GMT0,M10.5.0,M3.5.0/1")->at(1'700'000'000).is_dst);
  for (const char* wrong : {"", "A", "AB3", "ABC", "ABC25", "ABC1DEF,", "ABC1DEF,M13.1.1,M1.1.1",
                            "ABC1DEF,M1.1.1", "ABC1DEF,M1.6.1,M1.1.1", "ABC1DEF,J0,J1", "<abc3"}) {
    CHECK(!PosixRule::parse(wrong));
  }
}

// A file of the database with these transitions between -60, 0 and 60 minutes.
std::string file_of(std::initializer_list<std::pair<int64_t, uint8_t>> transitions,
                    const std::string& rule) {
  const auto big_endian = [](uint64_t value, int bytes) {
    std::string text;
    for (int i = bytes - 1; i >= 0; --i) text += static_cast<char>(value >> (8 * i));
    return text;
  };
  const auto header = [&](size_t count, uint32_t types) {
    return "TZif2" + std::string(15, '\0') + big_endian(0, 4) + big_endian(0, 4) +
           big_endian(0, 4) + big_endian(count, 4) + big_endian(types, 4) + big_endian(4, 4);
  };
  const std::string first = header(0, 1) + big_endian(0, 4) + std::string(2, '\0') + "ABC" + '\0';
  std::string text = first + header(transitions.size(), 3);
  for (const auto& [time, type] : transitions) text += big_endian(static_cast<uint64_t>(time), 8);
  for (const auto& [time, type] : transitions) text += static_cast<char>(type);
  for (const int32_t seconds : {-3600, 0, 3600}) {
    text += big_endian(static_cast<uint32_t>(seconds), 4) + (seconds > 0 ? '\1' : '\0') + '\0';
  }
  return text + "ABC" + '\0' + '\n' + rule + '\n';
}

TEST_CASE("files of the time zone database") {
  const std::string bytes = file_of({{1000, 1}, {100'000, 2}, {200'000, 1}}, "ABC0");
  const auto zone = TimeZone::of_file(bytes, "Some/Where");
  REQUIRE(zone);
  CHECK(zone->at(999).seconds == -3600);
  CHECK(zone->at(1000).seconds == 0);
  CHECK(zone->at(100'000).seconds == 3600);
  CHECK(zone->at(100'000).is_dst);
  CHECK(zone->at(1'000'000).seconds == 0);
  // 100,000 to 103,599 are skipped, 200,000 to 203,599 come twice.
  CHECK(zone->at_local(99'999).seconds == 0);
  CHECK(zone->at_local(101'000).seconds == 0);
  CHECK(zone->at_local(103'600).seconds == 3600);
  CHECK(zone->at_local(201'000).seconds == 3600);
  CHECK(zone->at_local(203'600).seconds == 0);
  for (size_t size = 0; size + 6 < bytes.size(); ++size) {
    CHECK(!TimeZone::of_file(bytes.substr(0, size), ""));
  }
  CHECK(!TimeZone::of_file(file_of({{5, 7}}, "ABC0"), ""));
  CHECK(!TimeZone::of_file(file_of({{5, 1}, {4, 1}}, "ABC0"), ""));
}

TEST_CASE("the variable TZ") {
  CHECK(TimeZone::of_variable("UTC+3").at(0).seconds == -10'800);
  CHECK(TimeZone::of_variable("no such zone").at(0).seconds == 0);
  CHECK(TimeZone::of_variable("").at(0).seconds == 0);
  CHECK(TimeZone::of_variable("../../etc/passwd").at(0).seconds == 0);
  CHECK(names_of_zone("Europe/Berlin").daylight == "Central European Summer Time");
  CHECK(names_of_zone("Zulu").standard == "Coordinated Universal Time");
  CHECK(names_of_zone("Nowhere").standard.empty());
}

double parsed(std::u16string_view text) {
  const auto date = parse_date(StringView(text.data(), text.size()));
  return date && !date->is_local ? date->time : NAN;
}

TEST_CASE("texts of dates") {
  CHECK(parsed(u"2023-11-14T22:13:20Z") == 1.7e12);
  CHECK(parsed(u"Tue Nov 14 2023 23:13:20 GMT+0100 (some (nested) zone)") == 1.7e12);
  CHECK(parsed(u"+275760-09-13T00:00:00.000Z") == 8.64e15);
  CHECK(std::isnan(parsed(u"2023-11-14T22:13:20")));
  CHECK(parse_date(StringView(u"2023-11-14T22:13:20", 19))->is_local);
  CHECK(parsed(u"Dec 1 1970 GMT-596523:14") == 28'857'600'000 + 2'147'483'640'000);
  CHECK(std::isnan(parsed(u"Dec 1 1970 GMT-596523:15")));
  CHECK(parsed(u"Dec 1 1970 GMT-1193047:00") == 28'857'600'000 + 1'904'000);
  CHECK(std::isnan(parsed(u"")));
}

}  // namespace
}  // namespace perry::runtime::builtins
