#include <algorithm>
#include <string>

#include "runtime/abi/namespace_cells.h"
#include "runtime/modules/modules.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// Module namespace exotic objects (10.4.6).
namespace perry::runtime {

namespace {

class Namespace : public Object {
 public:
  static const ObjectClass kClass;
  const abi::ModuleRecord* record;
};
class DeferredNamespace : public Namespace {
 public:
  static const ObjectClass kClass;
};

bool is_deferred(Object* object) { return class_of(object) == &DeferredNamespace::kClass; }

// IsSymbolLikeNamespaceKey.
bool is_plain(Object* object, PropertyKey key) {
  return key.is_symbol() || (is_deferred(object) && key == PropertyKey(names::then));
}

// GetModuleExportsList: whoever looks at the names of a deferred namespace has the module
// evaluated.
void look_at_names(Isolate& isolate, Object* object) {
  if (is_deferred(object)) evaluate_deferred(isolate, static_cast<Namespace*>(object)->record);
}

const abi::NamespaceName* find_name(Isolate& isolate, Object* object, PropertyKey key) {
  look_at_names(isolate, object);
  const abi::ModuleRecord* record = static_cast<Namespace*>(object)->record;
  const auto* text = key_to_value(isolate, key).as<String>();
  const abi::NamespaceName* end = record->names + record->name_count;
  const abi::NamespaceName* found = std::lower_bound(
      record->names, end, text, [](const abi::NamespaceName& name, const String* wanted) {
        return compare(static_cast<const String*>(name.name), wanted) < 0;
      });
  if (found == end || !equals(static_cast<const String*>(found->name), text)) return nullptr;
  return found;
}

Value value_of(Isolate& isolate, const abi::NamespaceName& name) {
  if (name.cell == abi::kNamespaceCell) return namespace_of(isolate, name.module);
  if (name.cell == abi::kDeferredCell) return deferred_namespace_of(isolate, name.module);
  const Value value = Value::from_bits(*isolate.part<Modules>().variable_at(name.cell));
  if (value.is_empty()) {
    throw_reference_error(isolate, "Cannot access '" +
                                       to_utf8(static_cast<const String*>(name.name)) +
                                       "' before initialization");
  }
  return value;
}

bool get_own(Isolate& isolate, Object* object, PropertyKey key, PropertyDescriptor& result) {
  if (is_plain(object, key)) return ordinary_get_own_property(isolate, object, key, result);
  const abi::NamespaceName* name = find_name(isolate, object, key);
  if (name == nullptr) return false;
  result = PropertyDescriptor::data(value_of(isolate, *name), kWritable | kEnumerable);
  return true;
}

bool define_own(Isolate& isolate, Object* object, PropertyKey key,
                const PropertyDescriptor& wanted) {
  using D = PropertyDescriptor;
  if (is_plain(object, key)) return ordinary_define_own_property(isolate, object, key, wanted);
  PropertyDescriptor own;
  if (!get_own(isolate, object, key, own)) return false;
  if (wanted.has(D::kHasConfigurable) && wanted.is_configurable()) return false;
  if (wanted.has(D::kHasEnumerable) && !wanted.is_enumerable()) return false;
  if (wanted.is_accessor()) return false;
  if (wanted.has(D::kHasWritable) && !wanted.is_writable()) return false;
  return !wanted.has(D::kHasValue) || same_value(wanted.value, own.value);
}

bool has(Isolate& isolate, Object* object, PropertyKey key) {
  if (is_plain(object, key)) return ordinary_has(isolate, object, key);
  return find_name(isolate, object, key) != nullptr;
}

Value get_name(Isolate& isolate, Object* object, PropertyKey key, Value receiver) {
  if (is_plain(object, key)) {
    OwnProperty found;
    (void)receiver;
    return find_own(isolate, object, key, found) ? found.value : Value::undefined();
  }
  const abi::NamespaceName* name = find_name(isolate, object, key);
  return name == nullptr ? Value::undefined() : value_of(isolate, *name);
}

bool set_name(Isolate&, Object*, PropertyKey, Value, Value) { return false; }

bool remove(Isolate& isolate, Object* object, PropertyKey key) {
  if (is_plain(object, key)) return ordinary_delete(isolate, object, key);
  return find_name(isolate, object, key) == nullptr;
}

void own_keys(Isolate& isolate, Object* object, ValueList& keys) {
  look_at_names(isolate, object);
  const abi::ModuleRecord* record = static_cast<Namespace*>(object)->record;
  for (uint32_t i = 0; i < record->name_count; ++i) {
    auto* name = static_cast<String*>(const_cast<void*>(record->names[i].name));
    keys.push(key_to_value(isolate, to_property_key(isolate, Value::cell(name))));
  }
  ordinary_own_keys(isolate, object, keys);
}

Value get_prototype(Isolate&, Object*) { return Value::null(); }
bool set_prototype(Isolate&, Object*, Value prototype) { return prototype.is_null(); }
bool never_extensible(Isolate&, Object*) { return false; }
bool always(Isolate&, Object*) { return true; }

constexpr ExoticMethods kMethods = {.get_own = get_own,
                                    .define_own = define_own,
                                    .has = has,
                                    .get = get_name,
                                    .set = set_name,
                                    .remove = remove,
                                    .own_keys = own_keys,
                                    .get_prototype = get_prototype,
                                    .set_prototype = set_prototype,
                                    .is_extensible = never_extensible,
                                    .prevent_extensions = always};
const ObjectClass Namespace::kClass = {.name = "Module", .methods = &kMethods};
const ObjectClass DeferredNamespace::kClass = {.name = "Module", .methods = &kMethods};

}  // namespace

template <typename Kind>
static Value new_namespace(Isolate& isolate, const abi::ModuleRecord* record,
                           std::string_view name) {
  auto* object = new_exotic<Kind>(isolate, Value::null());
  object->record = record;
  const Value tag = Value::cell(intern(isolate, name));
  add_property(isolate, object, well_known(isolate, WellKnown::ToStringTag), tag, kNoAttributes);
  ordinary_prevent_extensions(isolate, object);
  return Value::cell(object);
}

Value namespace_of(Isolate& isolate, const abi::ModuleRecord* record) {
  const Value known = isolate.part<Modules>().state(record).name_space;
  if (!known.is_empty()) return known;
  const Value made = new_namespace<Namespace>(isolate, record, "Module");
  isolate.part<Modules>().state(record).name_space = made;
  return made;
}

Value deferred_namespace_of(Isolate& isolate, const abi::ModuleRecord* record) {
  const Value known = isolate.part<Modules>().state(record).deferred;
  if (!known.is_empty()) return known;
  const Value made = new_namespace<DeferredNamespace>(isolate, record, "Deferred Module");
  isolate.part<Modules>().state(record).deferred = made;
  return made;
}

}  // namespace perry::runtime
