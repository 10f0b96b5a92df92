#include "frontend/lex/entities.h"

#include <algorithm>
#include <iterator>

namespace perry::frontend {

namespace {

struct Entity {
  std::string_view name;
  uint16_t code_point;
};

constexpr Entity kEntities[] = {
#define ENTITY(name, code_point) {name, code_point},
#include "frontend/lex/entities.def"
};
static_assert(std::ranges::is_sorted(kEntities, {}, &Entity::name));

}  // namespace

uint32_t find_entity(std::string_view name) {
  const Entity* const found = std::ranges::lower_bound(kEntities, name, {}, &Entity::name);
  return found != std::end(kEntities) && found->name == name ? found->code_point : 0;
}

}  // namespace perry::frontend
