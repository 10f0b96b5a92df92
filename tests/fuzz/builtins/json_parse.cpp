#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "runtime/builtins/json/json.h"
#include "support/json/json.h"
#include "tests/unit/runtime_object/realm.h"

using namespace perry::runtime;
using builtins::JsonSource;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

class Checker {
 public:
  // All widths and ways of parsing come to the same, and what is written reads back.
  void check(String* text) {
    const auto value = parse(text, nullptr, nullptr);
    require(value.has_value() == is_json(text));
    JsonSource source;
    ValueList keep(isolate());
    const auto with_source = parse(text, &source, &keep);
    require(with_source.has_value() == value.has_value());
    if (!value) return;
    const std::string written = stringify(*value, 0);
    require(stringify(*with_source, 0) == written);
    check_source(text, source);
    for (const double indent : {0, 2}) {
      const auto again =
          parse(string_value(isolate(), stringify(*value, indent)).as<String>(), nullptr, nullptr);
      require(again && stringify(*again, 0) == written);
    }
  }

  // The same units, two bytes each, which is how what JSON is read from may be stored.
  String* widened(const uint8_t* data, size_t size) {
    char16_t* units = nullptr;
    String* text = new_two_byte_string(isolate(), size, &units);
    std::copy(data, data + size, units);
    return text;
  }

  Isolate& isolate() { return realm_.isolate(); }

 private:
  std::optional<Value> parse(String* text, JsonSource* source, ValueList* keep) {
    try {
      return builtins::parse_json(isolate(), text, source, keep);
    } catch (const JsException& thrown) {
      const Value error = thrown.value;
      require(realm_.show(error).starts_with("SyntaxError: "));
      return std::nullopt;
    }
  }

  std::string stringify(Value value, double indent) {
    const Value text =
        realm_.send(json_, "stringify", {value, Value::null(), Value::number(indent)});
    return to_utf8(text.as<String>(), LoneSurrogates::Keep);
  }

  // As the tools' own parser has it, which is of another make.
  static bool is_json(String* text) {
    // It passes over a mark of the byte order, as files may begin with one.
    if (text->length() > 0 && text->view()[0] == 0xfeff) return false;
    perry::support::JsonDocument document;
    return !document.parse(to_utf8(text), perry::support::JsonDialect::Strict);
  }

  // Nodes lie in each other, and the text of a primitive value is that value's.
  void check_source(String* text, const JsonSource& source) {
    const auto& nodes = source.nodes;
    require(!nodes.empty() && nodes[0].next == nodes.size());
    require(source.names.size() == nodes.size());
    for (size_t i = 0; i < nodes.size(); ++i) {
      const JsonSource::Node& node = nodes[i];
      require(node.begin < node.end && node.end <= text->length());
      uint32_t children = 0;
      uint32_t end = node.begin;
      for (size_t child = i + 1; child < node.next; child = nodes[child].next) {
        require(nodes[child].begin > end && nodes[child].end < node.end);
        require(nodes[child].next > child && nodes[child].next <= node.next);
        end = nodes[child].end;
        ++children;
      }
      require(children == node.child_count);
      if (node.value.is_object()) continue;
      const auto alone = parse(substring(isolate(), text, node.begin, node.end), nullptr, nullptr);
      require(alone && stringify(*alone, 0) == stringify(node.value, 0));
    }
  }

  test::Realm realm_;
  Value json_ = realm_.global("JSON");
};

}  // namespace

// Memory that cells own is reached from their heap only, where LeakSanitizer does not look. And
// most inputs throw, after which AddressSanitizer would look through all the frames that it keeps.
extern "C" const char* __asan_default_options() {
  return "detect_leaks=0:detect_stack_use_after_return=0";
}

// The first byte says whether the rest are code units of Latin-1 or of UTF-16.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static Checker checker;
  if (size == 0) return 0;
  const bool is_wide = (data[0] & 1) != 0;
  ++data;
  --size;
  if (!is_wide) {
    checker.check(new_string(checker.isolate(), data, size));
    checker.check(checker.widened(data, size));
    return 0;
  }
  std::u16string units;
  for (size_t i = 0; i + 1 < size; i += 2) {
    units += static_cast<char16_t>(data[i] << 8 | data[i + 1]);
  }
  checker.check(new_string(checker.isolate(), units.data(), units.size()));
  return 0;
}
