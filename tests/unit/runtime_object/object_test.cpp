#include <doctest/doctest.h>

#include <string>

#include "runtime/object/builtin.h"
#include "runtime/object/proxy.h"
#include "tests/unit/runtime_object/realm.h"

namespace perry::runtime::test {
namespace {

std::string keys_of(Realm& realm, Object* object) {
  ValueList keys(realm.isolate());
  own_property_keys(realm.isolate(), object, keys);
  std::string text;
  for (size_t i = 0; i < keys.size(); ++i) text += realm.show(keys[i]) + ' ';
  return text;
}

TEST_CASE("objects keep their properties in order, through every kind of shape") {
  for (const uint32_t stress : {0u, 1u}) {
    Realm realm(stress);
    Isolate& isolate = realm.isolate();
    Object* object = new_object(isolate);
    for (int i = 0; i < 300; ++i) {
      set_or_throw(isolate, object, realm.key("p" + std::to_string(i)), Value::number(i));
    }
    for (int i = 0; i < 300; i += 3) {
      CHECK(delete_property(isolate, object, realm.key("p" + std::to_string(i))));
    }
    set_or_throw(isolate, object, realm.key("p0"), Value::number(7));
    for (int i = 1; i < 300; ++i) {
      const Value value = get(isolate, object, realm.key("p" + std::to_string(i)));
      CHECK((i % 3 == 0 ? value.is_undefined() : value == Value::number(i)));
    }
    CHECK(keys_of(realm, object).starts_with("p1 p2 p4 p5 p7 "));
    CHECK(keys_of(realm, object).ends_with("p298 p299 p0 "));
  }
}

TEST_CASE("indices come first and ascend") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  Object* object = new_object(isolate);
  for (const char* name : {"b", "10", "a", "2", "4294967295", "0"}) {
    set_or_throw(isolate, object, to_property_key(isolate, realm.text(name)), Value::null());
  }
  CHECK(keys_of(realm, object) == "0 2 10 b a 4294967295 ");
  CHECK(delete_property(isolate, object, PropertyKey::from_index(2)));
  CHECK(keys_of(realm, object) == "0 10 b a 4294967295 ");
}

TEST_CASE("objects that grow alike share their shapes") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  Object* a = new_object(isolate);
  Object* b = new_object(isolate);
  for (Object* object : {a, b}) {
    for (const char* name : {"x", "y", "z", "u", "v", "w"}) {
      set_or_throw(isolate, object, realm.key(name), Value::number(1));
    }
  }
  CHECK(a->shape() == b->shape());
  CHECK(delete_property(isolate, a, realm.key("x")));
  CHECK(a->shape() != b->shape());
  CHECK(get(isolate, b, realm.key("x")) == Value::number(1));
}

TEST_CASE("a change of a prototype counts up the epoch") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  Object* prototype = new_object(isolate);
  Object* object = new_object(isolate, Value::cell(prototype));
  uint64_t epoch = perry_rt_thread.epoch;
  const auto changed = [&] {
    const bool result = epoch != perry_rt_thread.epoch;
    epoch = perry_rt_thread.epoch;
    return result;
  };
  set_or_throw(isolate, prototype, realm.key("m"), Value::number(1));
  CHECK(changed());
  set_or_throw(isolate, prototype, realm.key("m"), Value::number(2));
  CHECK_FALSE(changed());
  set_or_throw(isolate, object, realm.key("own"), Value::number(2));
  CHECK_FALSE(changed());
  CHECK(delete_property(isolate, prototype, realm.key("m")));
  CHECK(changed());
  CHECK(set_prototype_of(isolate, prototype, Value::null()));
  CHECK(changed());
}

TEST_CASE("redefining follows ValidateAndApplyPropertyDescriptor") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  Object* object = new_object(isolate);
  const PropertyKey x = realm.key("x");
  CHECK(define_own_property(isolate, object, x, PropertyDescriptor::data(Value::number(1), 0)));
  CHECK(define_own_property(isolate, object, x, PropertyDescriptor::data(Value::number(1), 0)));
  CHECK_FALSE(
      define_own_property(isolate, object, x, PropertyDescriptor::data(Value::number(2), 0)));
  CHECK_FALSE(delete_property(isolate, object, x));
  CHECK(realm.error_of([&] { set_or_throw(isolate, object, x, Value::number(3)); }) ==
        "TypeError: Cannot assign to read only property 'x' of object '#<Object>'");
  prevent_extensions(isolate, object);
  CHECK(realm.error_of([&] { set_or_throw(isolate, object, realm.key("y"), Value::null()); }) ==
        "TypeError: Cannot add property y, object is not extensible");
}

TEST_CASE("arrays: elements, holes, gaps, length") {
  for (const uint32_t stress : {0u, 1u}) {
    Realm realm(stress);
    Isolate& isolate = realm.isolate();
    Array* array = new_array(isolate);
    for (int i = 0; i < 100; ++i) append_element(isolate, array, Value::number(i));
    CHECK(array->elements_kind() == ElementsKind::PackedDouble);
    set_or_throw(isolate, array, PropertyKey::from_index(50), realm.text("text"));
    CHECK(array->elements_kind() == ElementsKind::Packed);
    CHECK(realm.show(get(isolate, array, PropertyKey::from_index(50))) == "text");
    set_or_throw(isolate, array, PropertyKey::from_index(110), Value::null());
    CHECK(array->elements_kind() == ElementsKind::Holey);
    CHECK_FALSE(has_property(isolate, array, PropertyKey::from_index(105)));
    set_or_throw(isolate, array, PropertyKey::from_index(4'000'000'000), Value::null());
    CHECK(array->is_sparse());
    CHECK(array->length() == 4'000'000'001);
    CHECK(get(isolate, array, PropertyKey::from_index(99)) == Value::number(99));
    set_or_throw(isolate, array, names::length, Value::number(2));
    CHECK(keys_of(realm, array) == "0 1 length ");
    CHECK(realm.error_of([&] { set_or_throw(isolate, array, names::length, Value::number(-1)); }) ==
          "RangeError: Invalid array length");
  }
}

TEST_CASE("built-in objects appear when they are looked at") {
  for (const uint32_t stress : {0u, 1u}) {
    Realm realm(stress);
    Isolate& isolate = realm.isolate();
    const Value array = Value::cell(new_array(isolate));
    realm.send(array, "push", {Value::number(1), realm.text("two")});
    CHECK(realm.show(array) == "1,two");
    const Value push = get_v(isolate, array, names::push);
    CHECK(push == get_v(isolate, array, names::push));
    CHECK(realm.show(get_v(isolate, push, names::name)) == "push");
    CHECK(get_v(isolate, push, names::length) == Value::number(1));
    CHECK(keys_of(realm, push.as<Object>()) == "length name ");
    CHECK(keys_of(realm, realm.global("Promise").as<Object>()) ==
          "length name prototype all allSettled any race resolve reject withResolvers try "
          "Symbol(Symbol.species) ");
    CHECK(realm.show(realm.send(realm.global("Object"), "keys", {realm.global("Object")})) == "");
  }
}

TEST_CASE("errors") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  CHECK(realm.error_of([&] { get_v(isolate, Value::undefined(), realm.key("x")); }) ==
        "TypeError: Cannot read properties of undefined (reading 'x')");
  CHECK(realm.error_of([&] { call(isolate, Value::number(1), Value::undefined()); }) ==
        "TypeError: 1 is not a function");
  const Value error = construct(isolate, realm.global("RangeError"), {realm.text("far")});
  CHECK(is_error(error));
  CHECK(realm.show(error) == "RangeError: far");
  CHECK(ordinary_has_instance(isolate, realm.global("Error"), error));
  // Frames are of compiled code, and here is none.
  CHECK(realm.show(get_v(isolate, error, names::stack)) == "RangeError: far");
}

Value read_again(Isolate& isolate, const Arguments& arguments) {
  return get_v(isolate, arguments.receiver(), names::value);
}
constexpr NativeInfo kReadAgain = builtin::native(nullptr, -1, 0, 0, read_again);

TEST_CASE("recursion ends in a RangeError") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  Object* object = new_object(isolate);
  const Value getter = Value::cell(new_native_function(isolate, &kReadAgain));
  define_own_property(isolate, object, names::value,
                      PropertyDescriptor::accessor(getter, Value::undefined(), 0));
  CHECK(realm.error_of([&] { get(isolate, object, names::value); }) ==
        "RangeError: Maximum call stack size exceeded");
}

TEST_CASE("proxies: traps, and what they may not do") {
  for (const uint32_t stress : {0u, 1u}) {
    Realm realm(stress);
    Isolate& isolate = realm.isolate();
    Object* target = new_object(isolate);
    Object* handler = new_object(isolate);
    const Value proxy = new_proxy(isolate, Value::cell(target), Value::cell(handler));
    auto* object = proxy.as<Object>();
    set_or_throw(isolate, object, names::value, Value::number(5));
    CHECK(get(isolate, target, names::value) == Value::number(5));
    const Value getter = Value::cell(new_native_function(isolate, &kReadAgain));
    // The trap gives handler.value, whatever is asked for.
    set_or_throw(isolate, handler, names::get, getter);
    set_or_throw(isolate, handler, names::value, Value::number(6));
    CHECK(get(isolate, object, names::length) == Value::number(6));
    define_own_property(isolate, target, names::value,
                        PropertyDescriptor::data(Value::number(5), 0));
    CHECK(realm.error_of([&] { get(isolate, object, names::value); }) ==
          "TypeError: 'get' on proxy: property 'value' is a read-only and non-configurable data "
          "property on the proxy target but the proxy did not return its actual value (expected "
          "'5' but got '6')");
    revoke_proxy(isolate, proxy);
    CHECK(realm.error_of([&] { get(isolate, object, names::value); }) ==
          "TypeError: Cannot perform 'get' on a proxy that has been revoked");
  }
}

}  // namespace
}  // namespace perry::runtime::test
