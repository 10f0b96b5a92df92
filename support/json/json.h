#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/base/arena.h"
#include "support/base/ids.h"
#include "support/base/span.h"

// JSON with positions, for package.json and tsconfig.json: whatever is said about a value can point
// at it. Made for hostile input: time and memory are linear in the text, and nesting costs no
// stack.
namespace perry::support {

struct JsonTag;
using JsonId = Id<JsonTag>;

enum class JsonKind : uint8_t { Null, Boolean, Number, String, Array, Object };

enum class JsonDialect : uint8_t {
  Strict,
  // Comments and trailing commas, as in tsconfig.json.
  WithComments,
};

struct JsonError {
  Span span;
  std::string message;
};

// The values of one file. Names and strings are views into the document, escapes resolved; a lone
// surrogate is U+FFFD. Of two members with one name the later value stands in the earlier place, as
// with JSON.parse.
class JsonDocument {
 public:
  JsonDocument() = default;
  JsonDocument(JsonDocument&&) = default;
  JsonDocument& operator=(JsonDocument&&) = default;

  // Replaces what the document held. The first fault ends the reading and leaves no values.
  std::optional<JsonError> parse(std::string text, JsonDialect dialect);

  const std::string& text() const { return *text_; }
  // None until something was parsed.
  JsonId root() const { return root_; }

  JsonKind kind(JsonId id) const { return nodes_[id.index].kind; }
  Span span(JsonId id) const { return nodes_[id.index].span; }
  bool is(JsonId id, JsonKind kind) const { return !id.is_none() && nodes_[id.index].kind == kind; }
  bool boolean(JsonId id) const { return nodes_[id.index].is_true; }
  // A string's value, a number's spelling.
  std::string_view string(JsonId id) const { return nodes_[id.index].string; }

  // The elements of an array and the members of an object, in order: for (id = first_child(x);
  // id; id = next(id)).
  JsonId first_child(JsonId id) const { return nodes_[id.index].first_child; }
  JsonId next(JsonId id) const { return nodes_[id.index].next; }
  std::string_view key(JsonId member) const { return nodes_[member.index].key; }
  Span key_span(JsonId member) const { return nodes_[member.index].key_span; }

  // None when `object` is no object or has no such member.
  JsonId find(JsonId object, std::string_view key) const;
  // The member's value if it is a string.
  std::optional<std::string_view> find_string(JsonId object, std::string_view key) const;
  std::optional<bool> find_boolean(JsonId object, std::string_view key) const;

 private:
  friend class JsonParser;

  struct Node {
    JsonKind kind = JsonKind::Null;
    bool is_true = false;
    Span span;
    Span key_span;
    JsonId first_child;
    JsonId last_child;
    JsonId next;
    std::string_view key;
    std::string_view string;
  };

  // On the heap, so that views into it survive a move of the document.
  std::unique_ptr<std::string> text_ = std::make_unique<std::string>();
  Arena arena_;
  std::vector<Node> nodes_;
  JsonId root_;
};

}  // namespace perry::support
