#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/resolve/glob.h"
#include "support/json/json.h"

using namespace perry::scan;
using namespace perry::support;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

// Every value lies inside its parent, and members are found by their names.
void check_values(const JsonDocument& json) {
  std::vector<JsonId> pending = {json.root()};
  while (!pending.empty()) {
    const JsonId id = pending.back();
    pending.pop_back();
    const auto outer = json.span(id);
    require(outer.start <= outer.end && outer.end <= json.text().size());
    const bool is_object = json.is(id, JsonKind::Object);
    for (JsonId child = json.first_child(id); !child.is_none(); child = json.next(child)) {
      const auto inner = json.span(child);
      require(inner.start >= outer.start && inner.end <= outer.end);
      if (is_object) require(!json.find(id, json.key(child)).is_none());
      pending.push_back(child);
    }
  }
}

void read_json(std::string_view text, JsonDialect dialect) {
  JsonDocument json;
  if (const auto error = json.parse(std::string(text), dialect)) {
    require(json.root().is_none());
    require(error->span.start <= error->span.end && error->span.end <= text.size());
  } else {
    check_values(json);
  }
}

}  // namespace

// The text is JSON of both dialects; up to its first line's end a pattern, behind it a path.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  read_json(text, JsonDialect::Strict);
  read_json(text, JsonDialect::WithComments);
  const size_t line = text.find('\n');
  if (line != std::string_view::npos)
    static_cast<void>(Glob(text.substr(0, line)).matches(text.substr(line + 1)));
  return 0;
}
