#include "runtime/object/proxy.h"

#include "runtime/object/array.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"
#include "runtime/object/property.h"

// 10.5, with its invariants. Captures of the cell are the target and the handler.
namespace perry::runtime {

namespace {

Value* fields(Value proxy) {
  // An Exotic proxy has a Function's layout.
  return static_cast<Function*>(proxy.as_cell())->captures();
}

std::string quoted(PropertyKey key) { return "'" + describe(key) + "'"; }

// The trap, or undefined; throws when the proxy was revoked.
struct Trap {
  Value method;
  Value handler;
  Object* target;

  Trap(Isolate& isolate, Object* proxy, const Name& name) {
    check_stack(isolate);
    const Value self = Value::cell(proxy);
    handler = proxy_handler(self);
    if (handler.is_null()) {
      throw_type_error(
          isolate, "Cannot perform '" + to_utf8(name.get()) + "' on a proxy that has been revoked");
    }
    target = proxy_target(self).as<Object>();
    method = get_v(isolate, handler, name);
    if (method.is_null()) method = Value::undefined();
    if (!method.is_undefined() && !is_callable(method)) {
      throw_type_error(isolate, describe(isolate, method) + " returned for property '" +
                                    to_utf8(name.get()) + "' of object '" +
                                    describe(isolate, handler) + "' is not a function");
    }
  }
  bool is_missing() const { return method.is_undefined(); }
  Value target_value() const { return Value::cell(target); }
};

[[noreturn]] void broken(Isolate& isolate, const char* trap, const std::string& what) {
  throw_type_error(isolate, std::string("'") + trap + "' on proxy: " + what);
}

Value get_prototype(Isolate& isolate, Object* object) {
  const Trap trap(isolate, object, names::getPrototypeOf);
  if (trap.is_missing()) return get_prototype_of(isolate, trap.target);
  const Value result = call(isolate, trap.method, trap.handler, {trap.target_value()});
  if (!result.is_object() && !result.is_null()) {
    broken(isolate, "getPrototypeOf", "trap returned neither object nor null");
  }
  if (is_extensible(isolate, trap.target)) return result;
  if (result != get_prototype_of(isolate, trap.target)) {
    broken(isolate, "getPrototypeOf",
           "proxy target is non-extensible but the trap did not return its actual prototype");
  }
  return result;
}

bool set_prototype(Isolate& isolate, Object* object, Value prototype) {
  const Trap trap(isolate, object, names::setPrototypeOf);
  if (trap.is_missing()) return set_prototype_of(isolate, trap.target, prototype);
  const bool done =
      to_boolean(call(isolate, trap.method, trap.handler, {trap.target_value(), prototype}));
  if (!done) return false;
  if (is_extensible(isolate, trap.target)) return true;
  if (prototype != get_prototype_of(isolate, trap.target)) {
    broken(isolate, "setPrototypeOf",
           "trap returned truish for setting a new prototype on the non-extensible proxy target");
  }
  return true;
}

bool proxy_is_extensible(Isolate& isolate, Object* object) {
  const Trap trap(isolate, object, names::isExtensible);
  if (trap.is_missing()) return is_extensible(isolate, trap.target);
  const bool result = to_boolean(call(isolate, trap.method, trap.handler, {trap.target_value()}));
  const bool expected = is_extensible(isolate, trap.target);
  if (result != expected) {
    broken(isolate, "isExtensible",
           std::string("trap result does not reflect extensibility of proxy target (which is '") +
               (expected ? "true" : "false") + "')");
  }
  return result;
}

bool proxy_prevent_extensions(Isolate& isolate, Object* object) {
  const Trap trap(isolate, object, names::preventExtensions);
  if (trap.is_missing()) return prevent_extensions(isolate, trap.target);
  const bool result = to_boolean(call(isolate, trap.method, trap.handler, {trap.target_value()}));
  if (result && is_extensible(isolate, trap.target)) {
    broken(isolate, "preventExtensions", "the proxy target is extensible");
  }
  return result;
}

bool get_own(Isolate& isolate, Object* object, PropertyKey key, PropertyDescriptor& result) {
  const Trap trap(isolate, object, names::getOwnPropertyDescriptor);
  if (trap.is_missing()) return get_own_property(isolate, trap.target, key, result);
  const char* const name = "getOwnPropertyDescriptor";
  const Value given =
      call(isolate, trap.method, trap.handler, {trap.target_value(), key_to_value(isolate, key)});
  if (!given.is_object() && !given.is_undefined()) {
    broken(isolate, name, "trap returned neither object nor undefined for property " + quoted(key));
  }
  PropertyDescriptor target;
  const bool exists = get_own_property(isolate, trap.target, key, target);
  if (given.is_undefined()) {
    if (!exists) return false;
    if (!target.is_configurable()) {
      broken(isolate, name,
             "trap returned undefined for property " + quoted(key) +
                 " which is non-configurable in the proxy target");
    }
    if (!is_extensible(isolate, trap.target)) {
      broken(isolate, name,
             "trap returned undefined for property " + quoted(key) +
                 " which exists in the non-extensible proxy target");
    }
    return false;
  }
  const bool extensible = is_extensible(isolate, trap.target);
  result = to_property_descriptor(isolate, given);
  using D = PropertyDescriptor;
  result.fields |= D::kHasEnumerable | D::kHasConfigurable;
  result.fields |=
      result.is_accessor() ? (D::kHasGet | D::kHasSet) : (D::kHasValue | D::kHasWritable);
  if (!is_compatible_descriptor(extensible, result, exists ? &target : nullptr)) {
    broken(isolate, name,
           "trap returned descriptor for property " + quoted(key) +
               " that is incompatible with the existing property in the proxy "
               "target");
  }
  if (!result.is_configurable()) {
    if (!exists || target.is_configurable()) {
      broken(isolate, name,
             "trap reported non-configurability for property " + quoted(key) +
                 " which is either non-existent or configurable in the proxy "
                 "target");
    }
    if (result.is_data() && !result.is_writable() && target.is_writable()) {
      broken(isolate, name,
             "trap reported non-configurable and writable for property " + quoted(key) +
                 " which is non-configurable, non-writable in the proxy target");
    }
  }
  return true;
}

bool define_own(Isolate& isolate, Object* object, PropertyKey key,
                const PropertyDescriptor& descriptor) {
  const Trap trap(isolate, object, names::defineProperty);
  if (trap.is_missing()) return define_own_property(isolate, trap.target, key, descriptor);
  const char* const name = "defineProperty";
  const bool done = to_boolean(call(isolate, trap.method, trap.handler,
                                    {trap.target_value(), key_to_value(isolate, key),
                                     from_property_descriptor(isolate, descriptor)}));
  if (!done) return false;
  PropertyDescriptor target;
  const bool exists = get_own_property(isolate, trap.target, key, target);
  const bool extensible = is_extensible(isolate, trap.target);
  const bool fixed =
      descriptor.has(PropertyDescriptor::kHasConfigurable) && !descriptor.is_configurable();
  if (!exists) {
    if (!extensible) {
      broken(isolate, name,
             "trap returned truish for adding property " + quoted(key) +
                 "  to the non-extensible proxy target");
    }
    if (fixed) {
      broken(isolate, name,
             "trap returned truish for defining non-configurable property " + quoted(key) +
                 " which is either non-existent or configurable in the proxy "
                 "target");
    }
    return true;
  }
  if (!is_compatible_descriptor(extensible, descriptor, &target)) {
    broken(isolate, name,
           "trap returned truish for adding property " + quoted(key) +
               "  that is incompatible with the existing property in the proxy "
               "target");
  }
  if (fixed && target.is_configurable()) {
    broken(isolate, name,
           "trap returned truish for defining non-configurable property " + quoted(key) +
               " which is either non-existent or configurable in the proxy target");
  }
  if (target.is_data() && !target.is_configurable() && target.is_writable() &&
      descriptor.has(PropertyDescriptor::kHasWritable) && !descriptor.is_writable()) {
    broken(isolate, name,
           "trap returned truish for defining non-configurable property " + quoted(key) +
               " which cannot be non-writable");
  }
  return true;
}

bool has(Isolate& isolate, Object* object, PropertyKey key) {
  const Trap trap(isolate, object, names::has);
  if (trap.is_missing()) return has_property(isolate, trap.target, key);
  const bool result = to_boolean(
      call(isolate, trap.method, trap.handler, {trap.target_value(), key_to_value(isolate, key)}));
  if (result) return true;
  PropertyDescriptor target;
  if (!get_own_property(isolate, trap.target, key, target)) return false;
  if (!target.is_configurable()) {
    broken(isolate, "has",
           "trap returned falsish for property " + quoted(key) +
               " which exists in the proxy target as non-configurable");
  }
  if (!is_extensible(isolate, trap.target)) {
    broken(isolate, "has",
           "trap returned falsish for property " + quoted(key) +
               " but the proxy target is not extensible");
  }
  return false;
}

Value proxy_get(Isolate& isolate, Object* object, PropertyKey key, Value receiver) {
  const Trap trap(isolate, object, names::get);
  if (trap.is_missing()) return get(isolate, trap.target, key, receiver);
  const Value result = call(isolate, trap.method, trap.handler,
                            {trap.target_value(), key_to_value(isolate, key), receiver});
  PropertyDescriptor target;
  if (!get_own_property(isolate, trap.target, key, target) || target.is_configurable()) {
    return result;
  }
  if (target.is_data() && !target.is_writable() && !same_value(result, target.value)) {
    broken(isolate, "get",
           "property " + quoted(key) +
               " is a read-only and non-configurable data property on the proxy "
               "target but the proxy did not return its actual value (expected '" +
               describe_plain(isolate, target.value) + "' but got '" +
               describe_plain(isolate, result) + "')");
  }
  if (target.is_accessor() && target.getter.is_undefined() && !result.is_undefined()) {
    broken(isolate, "get",
           "property " + quoted(key) +
               " is a non-configurable accessor property on the proxy target and "
               "does not have a getter function, but the trap did not return "
               "'undefined' (got '" +
               describe_plain(isolate, result) + "')");
  }
  return result;
}

bool proxy_set(Isolate& isolate, Object* object, PropertyKey key, Value value, Value receiver) {
  const Trap trap(isolate, object, names::set);
  if (trap.is_missing()) return set(isolate, trap.target, key, value, receiver);
  const bool done =
      to_boolean(call(isolate, trap.method, trap.handler,
                      {trap.target_value(), key_to_value(isolate, key), value, receiver}));
  if (!done) return false;
  PropertyDescriptor target;
  if (!get_own_property(isolate, trap.target, key, target) || target.is_configurable()) return true;
  if (target.is_data() && !target.is_writable() && !same_value(value, target.value)) {
    broken(isolate, "set",
           "trap returned truish for property " + quoted(key) +
               " which exists in the proxy target as a non-configurable and "
               "non-writable data property with a different value");
  }
  if (target.is_accessor() && target.setter.is_undefined()) {
    broken(isolate, "set",
           "trap returned truish for property " + quoted(key) +
               " which exists in the proxy target as a non-configurable and "
               "non-writable accessor property without a setter");
  }
  return true;
}

bool remove(Isolate& isolate, Object* object, PropertyKey key) {
  const Trap trap(isolate, object, names::deleteProperty);
  if (trap.is_missing()) return delete_property(isolate, trap.target, key);
  const bool done = to_boolean(
      call(isolate, trap.method, trap.handler, {trap.target_value(), key_to_value(isolate, key)}));
  if (!done) return false;
  PropertyDescriptor target;
  if (!get_own_property(isolate, trap.target, key, target)) return true;
  if (!target.is_configurable()) {
    broken(isolate, "deleteProperty",
           "trap returned truish for property " + quoted(key) +
               " which is non-configurable in the proxy target");
  }
  if (!is_extensible(isolate, trap.target)) {
    broken(isolate, "deleteProperty",
           "trap returned truish for property " + quoted(key) +
               " but the proxy target is non-extensible");
  }
  return true;
}

bool take_key(ValueList& keys, Value key) {
  for (size_t i = 0; i < keys.size(); ++i) {
    if (is_strictly_equal(keys[i], key)) {
      keys.set(i, Value());
      return true;
    }
  }
  return false;
}

void check_keys(Isolate& isolate, const Trap& trap, const ValueList& keys) {
  const bool extensible = is_extensible(isolate, trap.target);
  ValueList target_keys(isolate);
  own_property_keys(isolate, trap.target, target_keys);
  ValueList fixed(isolate);
  ValueList others(isolate);
  for (size_t i = 0; i < target_keys.size(); ++i) {
    PropertyDescriptor own;
    const bool exists =
        get_own_property(isolate, trap.target, to_property_key(isolate, target_keys[i]), own);
    (exists && !own.is_configurable() ? fixed : others).push(target_keys[i]);
  }
  if (extensible && fixed.empty()) return;
  ValueList unchecked(isolate);
  for (size_t i = 0; i < keys.size(); ++i) unchecked.push(keys[i]);
  const auto require = [&](const ValueList& wanted) {
    for (size_t i = 0; i < wanted.size(); ++i) {
      if (take_key(unchecked, wanted[i])) continue;
      broken(isolate, "ownKeys",
             "trap result did not include '" + describe(to_property_key(isolate, wanted[i])) + "'");
    }
  };
  require(fixed);
  if (extensible) return;
  require(others);
  for (size_t i = 0; i < unchecked.size(); ++i) {
    if (!unchecked[i].is_empty()) {
      broken(isolate, "ownKeys", "trap returned extra keys but proxy target is non-extensible");
    }
  }
}

void own_keys(Isolate& isolate, Object* object, ValueList& keys) {
  const Trap trap(isolate, object, names::ownKeys);
  if (trap.is_missing()) {
    own_property_keys(isolate, trap.target, keys);
    return;
  }
  const Value result = call(isolate, trap.method, trap.handler, {trap.target_value()});
  list_from_array_like(isolate, result, keys);
  ValueList seen(isolate);
  for (size_t i = 0; i < keys.size(); ++i) {
    if (!keys[i].is_string() && !keys[i].is_symbol()) {
      throw_type_error(isolate, describe_plain(isolate, keys[i]) + " is not a valid property name");
    }
    const Value key = to_property_key(isolate, keys[i]).raw();
    for (size_t k = 0; k < seen.size(); ++k) {
      if (seen[k] == key) broken(isolate, "ownKeys", "trap returned duplicate entries");
    }
    seen.push(key);
  }
  check_keys(isolate, trap, keys);
}

constexpr ExoticMethods kProxyMethods = {
    .get_own = get_own,
    .define_own = define_own,
    .has = has,
    .get = proxy_get,
    .set = proxy_set,
    .remove = remove,
    .own_keys = own_keys,
    .get_prototype = get_prototype,
    .set_prototype = set_prototype,
    .is_extensible = proxy_is_extensible,
    .prevent_extensions = proxy_prevent_extensions,
};

void trace_proxy(Object* object, Tracer& tracer) { tracer.visit(fields(Value::cell(object)), 2); }

const ObjectClass kProxyClass = {.name = "Proxy", .methods = &kProxyMethods, .trace = trace_proxy};

Value proxy_call(Isolate& isolate, const Arguments& arguments) {
  Function* self = arguments.callee();
  const Value list = Value::cell(new_array(isolate, arguments.data(), arguments.count()));
  if (!arguments.is_construct()) {
    const Trap trap(isolate, self, names::apply);
    if (trap.is_missing()) {
      return call(isolate, trap.target_value(), arguments.receiver(), arguments.data(),
                  arguments.count());
    }
    return call(isolate, trap.method, trap.handler,
                {trap.target_value(), arguments.receiver(), list});
  }
  const Trap trap(isolate, self, names::construct);
  if (trap.is_missing()) {
    return construct(isolate, trap.target_value(), arguments.data(), arguments.count(),
                     arguments.new_target());
  }
  const Value result =
      call(isolate, trap.method, trap.handler, {trap.target_value(), list, arguments.new_target()});
  if (!result.is_object()) {
    throw_type_error(isolate, "proxy [[Construct]] must return an object");
  }
  return result;
}

constexpr NativeInfo kCallable = builtin::native(nullptr, -1, 0, 0, proxy_call);
constexpr NativeInfo kConstructible =
    builtin::native(nullptr, -1, 0, abi::kFunctionConstructor, proxy_call);

}  // namespace

Value new_proxy(Isolate& isolate, Value target, Value handler) {
  const CellKind kind = is_callable(target) ? CellKind::Function : CellKind::Exotic;
  Shape* shape = root_shape(isolate, Value::null(), &kProxyClass, kind, 0);
  Cell* cell = isolate.heap().allocate(kind, shape->number, sizeof(Function) + 2 * sizeof(Value));
  auto* proxy = static_cast<Function*>(cell);
  proxy->entry = native_entry;
  proxy->info = is_constructor(target) ? &kConstructible.info : &kCallable.info;
  proxy->captures()[0] = target;
  proxy->captures()[1] = handler;
  return Value::cell(proxy);
}

bool is_proxy(Value value) {
  return value.is_object() && class_of(value.as_cell()) == &kProxyClass;
}

Value proxy_target(Value proxy) { return fields(proxy)[0]; }
Value proxy_handler(Value proxy) { return fields(proxy)[1]; }

void revoke_proxy(Isolate& isolate, Value proxy) {
  (void)isolate;
  fields(proxy)[0] = fields(proxy)[1] = Value::null();
}

}  // namespace perry::runtime
