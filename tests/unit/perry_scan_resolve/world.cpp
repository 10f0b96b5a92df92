#include "tests/unit/perry_scan_resolve/world.h"

#include <doctest/doctest.h>

namespace perry::scan {

World::World(std::initializer_list<std::pair<std::string_view, std::string_view>> contents) {
  for (const auto& [path, text] : contents) add(path, text);
}

World& World::add(std::string_view path, std::string_view contents) {
  const size_t arrow = path.find(" -> ");
  if (arrow != std::string_view::npos) {
    REQUIRE(files.add_symlink(path.substr(0, arrow), path.substr(arrow + 4)));
  } else {
    REQUIRE(files.add_file(path, contents));
  }
  return *this;
}

Resolver& World::resolver() {
  if (!resolver_) resolver_.emplace(files, options);
  return *resolver_;
}

Resolution World::answer(std::string_view importer, std::string_view specifier, RequestKind kind,
                         ImportAttribute attribute) {
  return resolver().resolve(
      {.specifier = specifier, .importer = importer, .kind = kind, .attribute = attribute});
}

std::string World::resolve(std::string_view importer, std::string_view specifier, RequestKind kind,
                           ImportAttribute attribute) {
  const Resolution resolution = answer(importer, specifier, kind, attribute);
  if (!resolution.ok()) return "fail " + std::string(to_string(resolution.failure->kind));
  std::string text(to_string(resolution.format));
  if (resolution.is_ambiguous) text += '~';
  text += ' ';
  text += resolution.path;
  text += resolution.suffix;
  return text;
}

void check_rows(World& world, std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.importer, " asks for ", row.specifier);
    CHECK(world.resolve(row.importer, row.specifier, row.kind, row.attribute) == row.expected);
  }
}

}  // namespace perry::scan
