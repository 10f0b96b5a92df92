#include "runtime/builtins/json/json.h"

// InternalizeJSONProperty (25.5.1.1): calls the reviver for every value from the inside out, with
// the source text of those primitives that are still what was parsed.
namespace perry::runtime::builtins {
namespace {

constexpr uint32_t kNoNode = 0xffff'ffff;

struct Reviver {
  Isolate& isolate;
  Value function;
  String* text;
  const JsonSource& source;

  // The node of an element or of the last property of that name.
  uint32_t child(uint32_t node, double index) const {
    uint32_t child = node + 1;
    const JsonSource::Node& parent = source.nodes[node];
    if (index >= parent.child_count) return kNoNode;
    for (double i = 0; i < index; ++i) child = source.nodes[child].next;
    return child;
  }
  uint32_t child(uint32_t node, PropertyKey key) const {
    uint32_t found = kNoNode;
    uint32_t child = node + 1;
    for (uint32_t i = 0; i < source.nodes[node].child_count; ++i) {
      if (source.names[child] != nullptr && PropertyKey::from_atom(source.names[child]) == key) {
        found = child;
      }
      child = source.nodes[child].next;
    }
    return found;
  }

  void revive_property(Object* object, PropertyKey key, uint32_t node) {
    const Value value = revive(object, key, node);
    if (value.is_undefined()) {
      delete_property(isolate, object, key);
    } else {
      create_data_property(isolate, object, key, value);
    }
  }

  Value revive(Object* holder, PropertyKey key, uint32_t node) {
    check_stack(isolate);
    const Value value = get(isolate, holder, key);
    // A value that the reviver has put there has no source.
    if (node != kNoNode && !same_value(source.nodes[node].value, value)) node = kNoNode;
    if (value.is_object()) {
      auto* object = value.as<Object>();
      if (is_array(isolate, value)) {
        const double length = length_of_array_like(isolate, object);
        uint32_t next = node == kNoNode ? kNoNode : child(node, 0);
        for (double i = 0; i < length; ++i) {
          revive_property(object, key_from_index(isolate, i), next);
          if (next != kNoNode) {
            next = i + 1 < source.nodes[node].child_count ? source.nodes[next].next : kNoNode;
          }
        }
      } else {
        Array* keys = enumerable_own_properties(isolate, object, EnumerableKind::Keys);
        const double length = keys->length();
        for (double i = 0; i < length; ++i) {
          const Value name = get(isolate, keys, key_from_index(isolate, i));
          const PropertyKey property = to_property_key(isolate, name);
          revive_property(object, property, node == kNoNode ? kNoNode : child(node, property));
        }
      }
    }
    Object* context = new_object(isolate);
    if (node != kNoNode && !value.is_object()) {
      const JsonSource::Node& row = source.nodes[node];
      create_data_property(isolate, context, names::source,
                           Value::cell(substring(isolate, text, row.begin, row.end)));
    }
    return call(isolate, function, Value::cell(holder),
                {key_to_value(isolate, key), value, Value::cell(context)});
  }
};

}  // namespace

Value revive_json(Isolate& isolate, Value value, Value reviver, String* text,
                  const JsonSource& source) {
  Object* root = new_object(isolate);
  const PropertyKey key = PropertyKey::from_atom(empty_string());
  create_data_property(isolate, root, key, value);
  Reviver walk{isolate, reviver, text, source};
  return walk.revive(root, key, 0);
}

}  // namespace perry::runtime::builtins
