#include "runtime/builtins/json/json.h"

// V8's message about a cycle: its first two steps and its last.
namespace perry::runtime::builtins {
namespace {

std::string constructor_of(Isolate& isolate, Value object) {
  return "object with constructor '" + constructor_name(isolate, object) + "'";
}

}  // namespace

std::string circular_message(Isolate& isolate, const ValueList& objects,
                             const std::vector<std::string>& keys) {
  constexpr size_t kFirst = 2;
  std::string text = "Converting circular structure to JSON\n    --> starting at " +
                     constructor_of(isolate, objects[0]);
  const auto line = [&](size_t i) {
    text += "\n    |     " + keys[i - 1] + " -> " + constructor_of(isolate, objects[i]);
  };
  const size_t last = objects.size() - 1;
  for (size_t i = 1; i <= last && i <= kFirst; ++i) line(i);
  if (last > kFirst + 1) text += "\n    |     ...";
  if (last > kFirst) line(last);
  return text + "\n    --- " + keys.back() + " closes the circle";
}

}  // namespace perry::runtime::builtins
