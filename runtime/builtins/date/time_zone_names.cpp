#include "runtime/builtins/date/time_zone_names.h"

#include <cstdint>

namespace perry::runtime::builtins {

namespace {

// Zones share names: a group has those of one or more. All names of zones are one text, which is
// searched from its beginning: once in a program's life.
enum class Group : uint8_t {
#define GROUP(id, standard, daylight) G##id,
#define ZONE(name, group)
#include "runtime/builtins/date/time_zone_names.def"
#undef GROUP
#undef ZONE
};

constexpr ZoneNames kGroups[] = {
#define GROUP(id, standard, daylight) {standard, daylight},
#define ZONE(name, group)
#include "runtime/builtins/date/time_zone_names.def"
#undef GROUP
#undef ZONE
};

constexpr char kZones[] =
#define GROUP(id, standard, daylight)
#define ZONE(name, group) name "\0"
#include "runtime/builtins/date/time_zone_names.def"
#undef GROUP
#undef ZONE
    ;

constexpr Group kGroupOfZone[] = {
#define GROUP(id, standard, daylight)
#define ZONE(name, group) Group::G##group,
#include "runtime/builtins/date/time_zone_names.def"
#undef GROUP
#undef ZONE
};

}  // namespace

ZoneNames names_of_zone(std::string_view zone) {
  std::string_view rest(kZones, sizeof(kZones) - 1);
  for (const Group group : kGroupOfZone) {
    const size_t end = rest.find('\0');
    if (rest.substr(0, end) == zone) return kGroups[static_cast<size_t>(group)];
    rest.remove_prefix(end + 1);
  }
  return {};
}

}  // namespace perry::runtime::builtins
