#include "runtime/exec/entry.h"
#include "runtime/exec/globals.h"
#include "runtime/object/convert.h"
#include "runtime/object/property_storage.h"

// Names of the global environment.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

namespace abi = perry::abi;

void cache(void* place, Object* holder, const OwnProperty& found) {
  auto* site = static_cast<abi::PropertySite*>(place);
  if (site == nullptr || found.place != OwnProperty::Place::Slot) return;
  site->epoch = perry_rt_thread.epoch;
  site->slot =
      reinterpret_cast<const uint64_t*>(slot_address(holder, shape_of(holder), found.slot));
}

[[noreturn]] void throw_uninitialized(Isolate& isolate, PropertyKey key) {
  throw_reference_error(isolate, "Cannot access '" + describe(key) + "' before initialization");
}

// Empty: there is no such name.
Value find_global(Isolate& isolate, PropertyKey key, void* site) {
  auto& globals = isolate.part<Globals>();
  OwnProperty found;
  if (find_own(isolate, globals.declarations(), key, found)) {
    if (found.value.is_empty()) throw_uninitialized(isolate, key);
    cache(site, globals.declarations(), found);
    return found.value;
  }
  Object* object = globals.object();
  if (find_own(isolate, object, key, found) && (found.attributes & kAccessor) == 0) {
    cache(site, object, found);
    return found.value;
  }
  if (!has_property(isolate, object, key)) return {};
  return get(isolate, object, key);
}

void set_global(uint64_t name, uint64_t word, Strictness strict) {
  Isolate& isolate = Isolate::current();
  auto& globals = isolate.part<Globals>();
  const PropertyKey key = atom_key(name);
  const Value value = value_of(word);
  OwnProperty found;
  if (find_own(isolate, globals.declarations(), key, found)) {
    if (found.value.is_empty()) throw_uninitialized(isolate, key);
    if ((found.attributes & kWritable) == 0) {
      throw_type_error(isolate, "Assignment to constant variable.");
    }
    store_own(isolate, globals.declarations(), key, found, value);
    return;
  }
  Object* object = globals.object();
  if (strict == Strictness::Strict && !has_property(isolate, object, key)) {
    throw_reference_error(isolate, describe(key) + " is not defined");
  }
  if (!set(isolate, object, key, value, Value::cell(object)) && strict == Strictness::Strict) {
    throw_set_failed(isolate, Value::cell(object), key, Value::cell(object));
  }
}

std::string already_declared(PropertyKey key) {
  return "Identifier '" + describe(key) + "' has already been declared";
}
[[noreturn]] void throw_redeclared(Isolate& isolate, PropertyKey key) {
  throw_syntax_error(isolate, already_declared(key));
}

enum GlobalKind : uint8_t { kVar, kFunctionName, kLet, kConst };

// The checks of GlobalDeclarationInstantiation, before anything is declared.
void check_global(Isolate& isolate, uint8_t kind, PropertyKey key) {
  auto& globals = isolate.part<Globals>();
  OwnProperty found;
  if (find_own(isolate, globals.declarations(), key, found)) throw_redeclared(isolate, key);
  PropertyDescriptor own;
  const bool exists = get_own_property(isolate, globals.object(), key, own);
  if (kind == kLet || kind == kConst) {
    if (exists && !own.is_configurable()) throw_redeclared(isolate, key);
    return;
  }
  const bool extensible = is_extensible(isolate, globals.object());
  const bool allowed = !exists ? extensible
                               : kind == kVar || own.is_configurable() ||
                                     (own.is_data() && own.is_writable() && own.is_enumerable());
  if (!allowed) throw_type_error(isolate, already_declared(key));
}

}  // namespace

extern "C" {

uint64_t perry_rt_get_global(uint64_t name, void* site) {
  Isolate& isolate = Isolate::current();
  const Value value = find_global(isolate, atom_key(name), site);
  if (value.is_empty()) {
    throw_reference_error(isolate, describe(atom_key(name)) + " is not defined");
  }
  return value.bits();
}

uint64_t perry_rt_typeof_global(uint64_t name, void*) {
  const Value value = find_global(Isolate::current(), atom_key(name), nullptr);
  return word_of(typeof_text(value.is_empty() ? Value::undefined() : value));
}

void perry_rt_set_global(uint64_t name, uint64_t value, void*) {
  set_global(name, value, Strictness::Strict);
}
void perry_rt_set_global_sloppy(uint64_t name, uint64_t value, void*) {
  set_global(name, value, Strictness::Sloppy);
}

bool perry_rt_has_global(uint64_t name) {
  Isolate& isolate = Isolate::current();
  auto& globals = isolate.part<Globals>();
  OwnProperty found;
  return find_own(isolate, globals.declarations(), atom_key(name), found) ||
         has_property(isolate, globals.object(), atom_key(name));
}

bool perry_rt_delete_global(uint64_t name) {
  Isolate& isolate = Isolate::current();
  auto& globals = isolate.part<Globals>();
  OwnProperty found;
  if (find_own(isolate, globals.declarations(), atom_key(name), found)) return false;
  return delete_property(isolate, globals.object(), atom_key(name));
}

void perry_rt_declare_globals(uint64_t count, void* rows) {
  Isolate& isolate = Isolate::current();
  auto& globals = isolate.part<Globals>();
  const auto* infos = static_cast<const abi::GlobalInfo*>(rows);
  const auto key_of = [](const abi::GlobalInfo& info) {
    return PropertyKey::from_atom(static_cast<String*>(const_cast<void*>(info.name)));
  };
  for (uint64_t i = 0; i < count; ++i) check_global(isolate, infos[i].kind, key_of(infos[i]));
  for (uint64_t i = 0; i < count; ++i) {
    const PropertyKey key = key_of(infos[i]);
    if (infos[i].kind == kLet || infos[i].kind == kConst) {
      create_own(isolate, globals.declarations(), key, Value::empty(),
                 infos[i].kind == kLet ? kWritable : kNoAttributes);
    } else if (!has_own_property(isolate, globals.object(), key)) {
      define_property_or_throw(
          isolate, globals.object(), key,
          PropertyDescriptor::data(Value::undefined(), kWritable | kEnumerable));
    }
  }
}

void perry_rt_init_global(uint64_t name, uint64_t value) {
  Isolate& isolate = Isolate::current();
  Object* declarations = isolate.part<Globals>().declarations();
  OwnProperty found;
  find_own(isolate, declarations, atom_key(name), found);
  store_own(isolate, declarations, atom_key(name), found, value_of(value));
}

void perry_rt_define_global_function(uint64_t name, uint64_t value) {
  Isolate& isolate = Isolate::current();
  Object* object = isolate.part<Globals>().object();
  PropertyDescriptor own;
  auto descriptor = PropertyDescriptor::data(value_of(value), kWritable | kEnumerable);
  if (get_own_property(isolate, object, atom_key(name), own) && !own.is_configurable()) {
    descriptor.fields = PropertyDescriptor::kHasValue;
  }
  define_property_or_throw(isolate, object, atom_key(name), descriptor);
}

}  // extern "C"
