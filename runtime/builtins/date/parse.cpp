#include "runtime/builtins/date/parse.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "runtime/builtins/date/calendar.h"
#include "runtime/unicode/white_space.h"

// A text is read as tokens: numbers, words, and single characters. If they begin as the format of
// the specification does (21.4.1.32), that decides, until a token does not fit; from there on, what
// was read counts as the beginning of a date in free form:
//
//  * Words before the first number are ignored, and text in parentheses.
//  * A number followed by a colon is a part of the time, and the number behind it too.
//  * "am" and "pm" behind a time say which half of the day it is in.
//  * A name of a month, of a zone, and an offset behind a zone or a time are what they are.
//  * Other numbers, three at most, are day, month and year, in an order that depends on their
//  values.
namespace perry::runtime::builtins {

namespace {

// --- Tokens ---

enum class TokenKind : uint8_t {
  End,
  Number,
  Symbol,  // one of : - + . )
  Month,
  HalfDay,     // am or pm
  Zone,        // a name, in hours from UTC
  TimeMarker,  // the T of the specification's format
  Word,        // any other
  Space,
  Other,  // a character that means nothing, and parentheses
};

struct Token {
  TokenKind kind = TokenKind::End;
  int32_t value = 0;   // of a number or a word that has a meaning; a symbol's character
  int32_t length = 0;  // in characters

  bool is_number() const { return kind == TokenKind::Number; }
  bool is_number_of(int32_t digits) const { return is_number() && length == digits; }
  bool is_symbol(char c) const { return kind == TokenKind::Symbol && value == c; }
  bool is_sign() const { return is_symbol('+') || is_symbol('-'); }
  int32_t sign() const { return value == '-' ? -1 : 1; }
  bool is_z() const { return kind == TokenKind::Zone && length == 1; }
  bool is_word() const { return kind >= TokenKind::Month && kind <= TokenKind::Word; }
};

struct Keyword {
  std::string_view prefix;
  TokenKind kind;
  int32_t value;
};
constexpr Keyword kKeywords[] = {
    {"jan", TokenKind::Month, 1},  {"feb", TokenKind::Month, 2},   {"mar", TokenKind::Month, 3},
    {"apr", TokenKind::Month, 4},  {"may", TokenKind::Month, 5},   {"jun", TokenKind::Month, 6},
    {"jul", TokenKind::Month, 7},  {"aug", TokenKind::Month, 8},   {"sep", TokenKind::Month, 9},
    {"oct", TokenKind::Month, 10}, {"nov", TokenKind::Month, 11},  {"dec", TokenKind::Month, 12},
    {"am", TokenKind::HalfDay, 0}, {"pm", TokenKind::HalfDay, 12}, {"ut", TokenKind::Zone, 0},
    {"utc", TokenKind::Zone, 0},   {"z", TokenKind::Zone, 0},      {"gmt", TokenKind::Zone, 0},
    {"cdt", TokenKind::Zone, -5},  {"cst", TokenKind::Zone, -6},   {"edt", TokenKind::Zone, -4},
    {"est", TokenKind::Zone, -5},  {"mdt", TokenKind::Zone, -6},   {"mst", TokenKind::Zone, -7},
    {"pdt", TokenKind::Zone, -7},  {"pst", TokenKind::Zone, -8},   {"t", TokenKind::TimeMarker, 0},
};

// More digits count for a number's length, but not for its value.
constexpr int32_t kSignificantDigits = 9;

class Tokens {
 public:
  explicit Tokens(StringView text) : text_(text) { current_ = scan(); }

  const Token& peek() const { return current_; }
  Token next() {
    const Token token = current_;
    current_ = scan();
    return token;
  }
  bool skip(char symbol) {
    if (!current_.is_symbol(symbol)) return false;
    next();
    return true;
  }

 private:
  // 0 at the end, which a NUL in the text is too.
  char16_t unit() const { return at_ < text_.length() ? text_[at_] : u'\0'; }
  bool is_digit() const { return unit() >= '0' && unit() <= '9'; }
  bool is_in_word() const {
    const char16_t c = unit();
    return c >= 'A' && (!is_white_space(c) || c == 0x2028 || c == 0x2029);
  }

  Token scan() {
    const char16_t c = unit();
    if (c == 0) return {};
    if (is_digit()) return scan_number();
    if (is_in_word()) return scan_word();
    if (c == '(') return skip_parentheses();
    ++at_;
    if (c == ':' || c == '-' || c == '+' || c == '.' || c == ')') {
      return {.kind = TokenKind::Symbol, .value = c, .length = 1};
    }
    return {.kind = is_white_space(c) ? TokenKind::Space : TokenKind::Other, .length = 1};
  }

  Token scan_number() {
    const size_t start = at_;
    int32_t value = 0;
    int32_t digits = 0;
    while (unit() == '0') ++at_;
    for (; is_digit(); ++at_, ++digits) {
      if (digits < kSignificantDigits) value = value * 10 + (unit() - '0');
    }
    return {TokenKind::Number, value, static_cast<int32_t>(at_ - start)};
  }

  Token scan_word() {
    const size_t start = at_;
    std::array<char16_t, 3> prefix{};
    for (; is_in_word(); ++at_) {
      if (at_ - start < prefix.size()) prefix[at_ - start] = static_cast<char16_t>(unit() | 0x20);
    }
    const auto length = static_cast<int32_t>(at_ - start);
    for (const Keyword& keyword : kKeywords) {
      // Only names of months may be longer than what tells them apart.
      const size_t size = keyword.prefix.size();
      if (static_cast<size_t>(length) < size) continue;
      if (static_cast<size_t>(length) > size && keyword.kind != TokenKind::Month) continue;
      bool matches = true;
      for (size_t i = 0; i < size; ++i)
        matches = matches && prefix[i] == static_cast<uint8_t>(keyword.prefix[i]);
      if (matches) return {keyword.kind, keyword.value, length};
    }
    return {.kind = TokenKind::Word, .length = length};
  }

  // They may stay open.
  Token skip_parentheses() {
    int32_t depth = 0;
    do {
      if (unit() == '(') ++depth;
      if (unit() == ')') --depth;
      ++at_;
    } while (depth > 0 && unit() != 0);
    return {.kind = TokenKind::Other, .length = 1};
  }

  StringView text_;
  size_t at_ = 0;
  Token current_;
};

// --- What is known of the date so far ---

constexpr bool is_between(int32_t n, int32_t low, int32_t high) { return n >= low && n <= high; }

struct DayParts {
  std::array<int32_t, 3> numbers{};
  size_t count = 0;
  int32_t named_month = 0;
  bool is_iso = false;

  bool add(int32_t n) {
    if (count == numbers.size()) return false;
    numbers[count++] = n;
    return true;
  }

  // The day since 1970.
  std::optional<double> day() const {
    if (count == 0) return std::nullopt;
    const auto number = [&](size_t i) { return i < count ? numbers[i] : 1; };
    const bool begins_with_day = is_between(number(0), 1, 31);
    int32_t year = number(2);
    int32_t month = number(0);
    int32_t day = number(1);
    if (named_month != 0) {
      month = named_month;
      day = begins_with_day ? number(0) : number(1);
      year = begins_with_day ? number(1) : number(0);
    } else if (is_iso || !begins_with_day) {
      year = number(0);
      month = number(1);
      day = number(2);
    }
    if (!is_iso && is_between(year, 0, 49)) year += 2000;
    if (!is_iso && is_between(year, 50, 99)) year += 1900;
    if (!is_between(month, 1, 12) || !is_between(day, 1, 31)) return std::nullopt;
    return make_day(year, month - 1, day);
  }
};

struct TimeParts {
  std::array<int32_t, 4> numbers{};  // hours, minutes, seconds, milliseconds
  size_t count = 0;
  int32_t half_day = -1;  // 0, 12

  bool add(int32_t n) {
    if (count == numbers.size()) return false;
    numbers[count++] = n;
    return true;
  }
  void add_last(int32_t n) {
    add(n);
    count = numbers.size();
  }
  // Whether it can be the next part, and there is one before.
  bool expects(int32_t n) const {
    return (count == 1 && is_between(n, 0, 59)) || (count == 2 && is_between(n, 0, 59)) ||
           (count == 3 && is_between(n, 0, 999));
  }

  std::optional<double> time() const {
    auto [hour, minute, second, ms] = numbers;
    if (half_day >= 0) {
      if (!is_between(hour, 0, 12)) return std::nullopt;
      hour = hour % 12 + half_day;
    }
    const bool is_valid = is_between(hour, 0, 23) && is_between(minute, 0, 59) &&
                          is_between(second, 0, 59) && is_between(ms, 0, 999);
    const bool is_midnight = hour == 24 && minute <= 0 && second <= 0 && ms <= 0;
    if (!is_valid && !is_midnight) return std::nullopt;
    return make_time(hour, minute, second, ms);
  }
};

struct ZoneParts {
  static constexpr int32_t kNone = -1;
  int32_t sign = 0;  // 0: no zone was named
  int32_t hour = kNone;
  int32_t minute = kNone;

  void set(int32_t hours) {
    sign = hours < 0 ? -1 : 1;
    hour = hours * sign;
    minute = 0;
  }
  bool is_empty() const { return hour == kNone; }
  bool is_utc() const { return hour == 0 && minute == 0; }
  bool expects(int32_t n) const { return hour != kNone && minute == kNone && is_between(n, 0, 59); }

  bool is_named() const { return sign != 0; }
  std::optional<double> milliseconds() const {
    const auto count = [](int32_t part) { return part == kNone ? 0 : static_cast<uint32_t>(part); };
    // Many hours wrap around, as V8's do.
    const uint32_t seconds = count(hour) * 3600 + count(minute) * 60;
    if (seconds > 0x7fff'ffff) return std::nullopt;
    return static_cast<double>(sign * int64_t{seconds} * kMsPerSecond);
  }
};

// The three most significant digits behind a point.
int32_t milliseconds_of(const Token& fraction) {
  int32_t value = fraction.value;
  if (fraction.length == 1) value *= 100;
  if (fraction.length == 2) value *= 10;
  for (int32_t length = std::min(fraction.length, kSignificantDigits); length > 3; --length) {
    value /= 10;
  }
  return value;
}

// --- Reading ---

class DateReader {
 public:
  explicit DateReader(StringView text) : tokens_(text) {}

  std::optional<ParsedDate> read() {
    Token unread;
    switch (read_iso(unread)) {
      case Iso::Invalid:
        return std::nullopt;
      case Iso::Complete:
        break;
      case Iso::Other:
        if (!read_free(unread)) return std::nullopt;
        break;
    }
    const auto day = day_.day();
    const auto time = time_.time();
    if (!day || !time) return std::nullopt;
    const double date = make_date(*day, *time);
    if (!std::isfinite(date)) return std::nullopt;
    if (!zone_.is_named()) return ParsedDate{.time = date, .is_local = true};
    const auto offset = zone_.milliseconds();
    if (!offset) return std::nullopt;
    return ParsedDate{.time = date - *offset};
  }

 private:
  enum class Iso : uint8_t { Complete, Invalid, Other };

  // Up to the token that does not fit, `unread`.
  Iso read_iso(Token& unread) {
    if (!read_iso_day(unread)) return Iso::Other;
    if (tokens_.peek().kind == TokenKind::TimeMarker) {
      tokens_.next();
      if (!read_iso_time() || !read_iso_zone() || tokens_.peek().kind != TokenKind::End) {
        return Iso::Invalid;
      }
    } else if (tokens_.peek().kind != TokenKind::End) {
      unread = tokens_.next();
      return Iso::Other;
    }
    // A date alone is in UTC, a date with a time in the local zone.
    if (zone_.is_empty() && time_.count == 0) zone_.set(0);
    day_.is_iso = true;
    return Iso::Complete;
  }

  bool read_iso_day(Token& unread) {
    if (tokens_.peek().is_sign()) {
      unread = tokens_.next();
      if (!tokens_.peek().is_number_of(6)) return false;
      const int32_t year = tokens_.next().value;
      // V8 forgets the number of a year -000000.
      if (unread.sign() < 0 && year == 0) return false;
      day_.add(unread.sign() * year);
    } else if (tokens_.peek().is_number_of(4)) {
      day_.add(tokens_.next().value);
    } else {
      unread = tokens_.next();
      return false;
    }
    for (const int32_t largest : {12, 31}) {
      if (!tokens_.skip('-')) return true;
      if (!tokens_.peek().is_number_of(2) || !is_between(tokens_.peek().value, 1, largest)) {
        unread = tokens_.next();
        return false;
      }
      day_.add(tokens_.next().value);
    }
    return true;
  }

  bool read_iso_pair(int32_t largest) {
    if (!tokens_.peek().is_number_of(2) || !is_between(tokens_.peek().value, 0, largest)) {
      return false;
    }
    time_.add(tokens_.next().value);
    return true;
  }

  bool read_iso_time() {
    if (!read_iso_pair(24)) return false;
    // Midnight at the end of the day.
    const bool is_last_hour = time_.numbers[0] == 24;
    if (!tokens_.skip(':') || !read_iso_pair(is_last_hour ? 0 : 59)) return false;
    if (!tokens_.skip(':')) return true;
    if (!read_iso_pair(is_last_hour ? 0 : 59)) return false;
    if (!tokens_.skip('.')) return true;
    if (!tokens_.peek().is_number() || (is_last_hour && tokens_.peek().value > 0)) return false;
    time_.add(milliseconds_of(tokens_.next()));
    return true;
  }

  bool read_iso_zone() {
    if (tokens_.peek().is_z()) {
      tokens_.next();
      zone_.set(0);
      return true;
    }
    if (!tokens_.peek().is_sign()) return true;
    zone_.sign = tokens_.next().sign();
    if (tokens_.peek().is_number_of(4)) {
      const int32_t digits = tokens_.next().value;
      zone_.hour = digits / 100;
      zone_.minute = digits % 100;
      return zone_.hour <= 23 && zone_.minute <= 59;
    }
    if (!tokens_.peek().is_number_of(2)) return false;
    zone_.hour = tokens_.next().value;
    if (!tokens_.skip(':') || !tokens_.peek().is_number_of(2)) return false;
    zone_.minute = tokens_.next().value;
    return zone_.hour <= 23 && zone_.minute <= 59;
  }

  bool read_free(Token token) {
    has_number_ = day_.count > 0;
    for (; token.kind != TokenKind::End; token = tokens_.next()) {
      if (token.is_number()) {
        has_number_ = true;
        if (!read_number(token.value)) return false;
      } else if (token.is_word()) {
        if (!read_word(token)) return false;
      } else if (token.is_sign() && (zone_.is_utc() || time_.count > 0)) {
        has_number_ = true;
        if (!read_offset(token.sign())) return false;
      } else if ((token.is_sign() || token.is_symbol(')')) && has_number_) {
        return false;
      }
    }
    return true;
  }

  bool read_number(int32_t n) {
    if (tokens_.skip(':')) {
      if (tokens_.skip(':')) {
        // Hours without minutes.
        if (time_.count > 0) return false;
        time_.add(n);
        return time_.add(0);
      }
      if (!time_.add(n)) return false;
      tokens_.skip('.');
      return true;
    }
    if (tokens_.skip('.') && time_.expects(n)) {
      time_.add(n);
      if (!tokens_.peek().is_number()) return false;
      time_.add_last(milliseconds_of(tokens_.next()));
      return true;
    }
    if (zone_.expects(n)) {
      zone_.minute = n;
      return true;
    }
    if (time_.expects(n)) {
      time_.add_last(n);
      const Token& behind = tokens_.peek();
      return behind.kind == TokenKind::End || behind.kind == TokenKind::Space || behind.is_z() ||
             behind.is_sign();
    }
    if (!day_.add(n)) return false;
    tokens_.skip('-');
    return true;
  }

  bool read_word(const Token& token) {
    if (token.kind == TokenKind::HalfDay && time_.count > 0) {
      time_.half_day = token.value;
      return true;
    }
    if (token.kind == TokenKind::Month) {
      day_.named_month = token.value;
      tokens_.skip('-');
      return true;
    }
    if (token.kind == TokenKind::Zone && has_number_) {
      zone_.set(token.value);
      return true;
    }
    // Other words stand before all numbers, and apart from them.
    return !has_number_ && !tokens_.peek().is_number();
  }

  // -8, -08, -800, -0800, -08:00, and a sign alone.
  bool read_offset(int32_t sign) {
    zone_.sign = sign;
    int32_t n = 0;
    int32_t length = 0;
    if (tokens_.peek().is_number()) {
      const Token number = tokens_.next();
      n = number.value;
      length = number.length;
    }
    if (tokens_.peek().is_symbol(':')) {
      zone_.hour = n;
      zone_.minute = ZoneParts::kNone;
    } else if (length == 1 || length == 2) {
      zone_.hour = n;
      zone_.minute = 0;
    } else if (length == 3 || length == 4) {
      zone_.hour = n / 100;
      zone_.minute = n % 100;
    } else {
      return false;
    }
    return true;
  }

  Tokens tokens_;
  DayParts day_;
  TimeParts time_;
  ZoneParts zone_;
  bool has_number_ = false;
};

}  // namespace

std::optional<ParsedDate> parse_date(StringView text) { return DateReader(text).read(); }

}  // namespace perry::runtime::builtins
