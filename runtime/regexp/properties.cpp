#include "runtime/regexp/properties.h"

#include <algorithm>
#include <span>

namespace perry::runtime::regexp {

namespace {

struct NamedNumber {
  std::string_view name;
  uint32_t number;
};

#include "runtime/regexp/property_tables.inc"

constexpr uint32_t kNoNumber = 0xffff'ffff;

uint32_t find_name(std::span<const NamedNumber> table, std::string_view name) {
  const auto row = std::ranges::lower_bound(table, name, {}, &NamedNumber::name);
  return row != table.end() && row->name == name ? row->number : kNoNumber;
}

// Reads the numbers that tools/gen_regexp_tables.py describes.
class Reader {
 public:
  explicit Reader(std::span<const uint8_t> bytes) : at_(bytes.data()), end_(at_ + bytes.size()) {}

  bool at_end() const { return at_ == end_; }
  uint32_t next() {
    uint32_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
      const uint8_t byte = *at_++;
      number |= uint32_t{byte & 0x7fu} << shift;
      if (byte < 0x80) return number;
    }
  }
  // The next range behind `end`, the end of the one before.
  CharRange next_range(uint32_t end) {
    const uint32_t first = end + next();
    return {first, first + next()};
  }

 private:
  const uint8_t* at_;
  const uint8_t* end_;
};

std::span<const uint8_t> piece(std::span<const uint8_t> data, std::span<const uint16_t> offsets,
                               uint32_t index) {
  return data.subspan(offsets[index], offsets[index + 1] - offsets[index]);
}

void add_ranges(std::span<const uint8_t> bytes, CharSet& set) {
  Reader reader(bytes);
  for (uint32_t end = 0; !reader.at_end();) {
    const CharRange range = reader.next_range(end);
    set.add(range.first, range.last);
    end = range.last + 1;
  }
}

template <typename Wanted>
void add_runs(std::span<const uint8_t> bytes, CharSet& set, Wanted&& wanted) {
  Reader reader(bytes);
  for (uint32_t first = 0; !reader.at_end();) {
    const uint32_t last = first + reader.next();
    if (wanted(reader.next())) set.add(first, last);
    first = last + 1;
  }
}

bool add_category(std::string_view value, CharSet& set) {
  const uint32_t mask = find_name(kCategoryNames, value);
  if (mask == kNoNumber) return false;
  add_runs(kCategoryRuns, set, [&](uint32_t leaf) { return (mask >> leaf & 1) != 0; });
  return true;
}

bool add_script(std::string_view value, bool with_extensions, CharSet& set) {
  const uint32_t number = find_name(kScriptNames, value);
  if (number == kNoNumber) return false;
  CharSet script;
  add_runs(kScriptRuns, script, [&](uint32_t other) { return other == number; });
  if (with_extensions) {
    CharSet toggled;
    add_ranges(piece(kExtensionData, kExtensionOffsets, number), toggled);
    CharSet both = script;
    both.intersect(toggled);
    script.add(toggled);
    script.subtract(both);
  }
  set.add(script);
  return true;
}

bool has_binary(std::string_view name, uint32_t point) {
  Reader reader(piece(kBinaryData, kBinaryOffsets, find_name(kBinaryNames, name)));
  for (uint32_t end = 0; !reader.at_end();) {
    const CharRange range = reader.next_range(end);
    if (point <= range.last) return point >= range.first;
    end = range.last + 1;
  }
  return false;
}

bool is_ascii_letter(uint32_t point) { return (point | 0x20) - 'a' < 26; }

}  // namespace

bool add_property_value(std::string_view name, std::string_view value, CharSet& set) {
  if (name == "General_Category" || name == "gc") return add_category(value, set);
  if (name == "Script" || name == "sc") return add_script(value, false, set);
  if (name == "Script_Extensions" || name == "scx") return add_script(value, true, set);
  return false;
}

bool add_lone_property(std::string_view name, CharSet& set) {
  const uint32_t number = find_name(kBinaryNames, name);
  if (number == kNoNumber) return add_category(name, set);
  add_ranges(piece(kBinaryData, kBinaryOffsets, number), set);
  return true;
}

bool is_property_of_strings(std::string_view name) {
  return find_name(kStringNames, name) != kNoNumber;
}

void add_property_of_strings(std::string_view name, CharSet& set,
                             std::vector<CharString>& strings) {
  const uint32_t mask = find_name(kStringNames, name);
  for (uint32_t i = 0; i + 1 < std::size(kStringOffsets); ++i) {
    if ((mask >> i & 1) == 0) continue;
    Reader reader(piece(kStringData, kStringOffsets, i));
    CharString string;
    while (!reader.at_end()) {
      string.resize(reader.next());
      for (uint32_t more = reader.next(); more > 0; --more) string.push_back(reader.next());
      if (string.size() == 1) {
        set.add(string[0]);
      } else {
        strings.push_back(string);
      }
    }
  }
}

bool is_id_start(uint32_t point) {
  return point < 0x80 ? is_ascii_letter(point) : has_binary("ID_Start", point);
}

bool is_id_continue(uint32_t point) {
  if (point < 0x80) return is_ascii_letter(point) || point - '0' < 10 || point == '_';
  return has_binary("ID_Continue", point);
}

}  // namespace perry::runtime::regexp
