#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "perry-scan/resolve/resolver.h"
#include "support/base/memory_file_system.h"

namespace perry::scan {

// Files in memory and a resolver over them.
class World {
 public:
  // Names with their contents. `link -> target` as a name makes a link.
  World(std::initializer_list<std::pair<std::string_view, std::string_view>> files = {});

  World& add(std::string_view path, std::string_view contents = "");

  // "esm /a/b.mjs", or "fail kind"; `~` after the format for one that is ambiguous.
  std::string resolve(std::string_view importer, std::string_view specifier,
                      RequestKind kind = RequestKind::Import,
                      ImportAttribute attribute = ImportAttribute::None);
  Resolution answer(std::string_view importer, std::string_view specifier,
                    RequestKind kind = RequestKind::Import,
                    ImportAttribute attribute = ImportAttribute::None);
  Resolver& resolver();

  support::MemoryFileSystem files;
  ResolverOptions options;

 private:
  std::optional<Resolver> resolver_;
};

// One question and its answer.
struct Row {
  std::string_view importer;
  std::string_view specifier;
  std::string_view expected;
  RequestKind kind = RequestKind::Import;
  ImportAttribute attribute = ImportAttribute::None;
};

void check_rows(World& world, std::initializer_list<Row> rows);

}  // namespace perry::scan
