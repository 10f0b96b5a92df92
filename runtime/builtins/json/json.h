#pragma once

#include <string>
#include <vector>

#include "runtime/object/array.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

namespace perry::runtime::builtins {

Value json_stringify(Isolate& isolate, const Arguments& arguments);

// What JSON.rawJSON makes: an object of its own class.
extern const ObjectClass kRawJsonClass;

// --- Parsing ---

// Where the text of each value stands, as a reviver is told of primitives: in the order of the
// text, arrays and objects before what they hold.
struct JsonSource {
  struct Node {
    uint32_t begin;
    uint32_t end;
    uint32_t child_count;  // elements, or properties (later ones of one name too)
    uint32_t next;         // number of the node behind it and all it holds
    Value value;           // as parsed; kept alive by the tree
  };
  std::vector<Node> nodes;
  // Names of properties, by the node of each value; empty for elements.
  std::vector<String*> names;
};

// The value of a text. Throws the SyntaxError. With `source`, says where everything was; `keep`
// then holds all that the source refers to.
Value parse_json(Isolate& isolate, String* text, JsonSource* source, ValueList* keep);
// InternalizeJSONProperty on the whole.
Value revive_json(Isolate& isolate, Value value, Value reviver, String* text,
                  const JsonSource& source);

// The message about a cycle: the objects from the one that it begins with, and the keys that lead
// from each to the next, the last one back to the first.
std::string circular_message(Isolate& isolate, const ValueList& objects,
                             const std::vector<std::string>& keys);

}  // namespace perry::runtime::builtins
