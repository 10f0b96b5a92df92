#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "runtime/exec/entry.h"
#include "runtime/exec/iteration.h"
#include "runtime/jobs/jobs.h"
#include "runtime/jobs/promise.h"
#include "runtime/object/builtin.h"
#include "tests/unit/runtime_object/realm.h"

namespace perry::runtime::test {
namespace {

using Word = uint64_t;

TEST_CASE("every row of the tables of calls is a function of the runtime") {
  // Taking their addresses is what links them.
  const std::vector<void*> functions = {
#define CALL(name, result, parameters, attributes) \
  reinterpret_cast<void*>(&abi::fast::perry_rt_##name),
#include "runtime/abi/calls.def"
#define CALL(name, result, parameters, attributes) \
  reinterpret_cast<void*>(&abi::fast::perry_fast_##name),
#include "runtime/abi/fast.def"
#define CALL(name, result, parameters, attributes) \
  reinterpret_cast<void*>(&abi::fast::perry_compact_##name),
#include "runtime/abi/compact.def"
  };
  CHECK(functions.size() > 150);
  for (void* function : functions) CHECK(function != nullptr);
}

Word word(Value value) { return value.bits(); }

TEST_CASE("a site answers for the shape it has seen, and for no other") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  const auto* atom = intern(isolate, "answer");
  const PropertyKey key = realm.key("answer");
  abi::PropertySite site{};
  Object* object = new_object(isolate);
  create_data_property(isolate, object, key, Value::number(42));
  const auto read = [&](Value value) {
    return value_of(abi::fast::perry_fast_get(word(value), word_of(atom), &site));
  };
  CHECK(read(Value::cell(object)) == Value::number(42));
  CHECK(site.shape == object->shape());
  create_data_property(isolate, object, key, Value::number(43));
  CHECK(read(Value::cell(object)) == Value::number(43));
  // Deleted: the shape is another one.
  delete_property(isolate, object, key);
  CHECK(read(Value::cell(object)).is_undefined());
  // Found on the prototype, until that changes.
  Object* prototype = new_object(isolate);
  create_data_property(isolate, prototype, key, Value::number(1));
  Object* heir = new_object(isolate, Value::cell(prototype));
  CHECK(read(Value::cell(heir)) == Value::number(1));
  CHECK(site.holder_shape == heir->shape());
  create_data_property(isolate, prototype, key, Value::number(2));
  CHECK(read(Value::cell(heir)) == Value::number(2));
  delete_property(isolate, prototype, key);
  CHECK(read(Value::cell(heir)).is_undefined());
  create_data_property(isolate, heir, key, Value::number(3));
  CHECK(read(Value::cell(heir)) == Value::number(3));
}

TEST_CASE("additions by a site follow the same shapes") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  const auto* atom = intern(isolate, "added");
  abi::PropertySite site{};
  Object* first = nullptr;
  for (int i = 0; i < 5; ++i) {
    Object* object = new_object(isolate);
    abi::fast::perry_fast_set(word(Value::cell(object)), word_of(atom), word(Value::number(i)),
                              &site);
    CHECK(get(isolate, object, realm.key("added")) == Value::number(i));
    if (first == nullptr) first = object;
    CHECK(object->shape() == first->shape());
  }
  // A setter on the prototype ends it.
  Object* root = intrinsic(isolate, Intrinsic::ObjectPrototype).as<Object>();
  define_own_property(isolate, root, realm.key("added"),
                      PropertyDescriptor::data(Value::number(0), kNoAttributes));
  Object* object = new_object(isolate);
  CHECK(realm.error_of([&] {
    abi::fast::perry_fast_set(word(Value::cell(object)), word_of(atom), word(Value::number(1)),
                              &site);
  }) == "TypeError: Cannot assign to read only property 'added' of object '#<Object>'");
}

// --- the order of promise jobs ---

std::string& order() {
  static std::string text;
  return text;
}
Value note(Isolate&, const Arguments& arguments) {
  order() += static_cast<char>(arguments.capture(0).as_number());
  return arguments[0];
}
constexpr NativeInfo kNote = builtin::native(nullptr, -1, 1, 0, note);

void note_await(Isolate&, Value context, bool rejected, Value) {
  order() += static_cast<char>(context.as_number());
  if (rejected) order() += '!';
}

TEST_CASE("jobs run in the order in which they were queued") {
  for (const uint32_t stress : {0u, 1u}) {
    order().clear();
    Realm realm(stress);
    Isolate& isolate = realm.isolate();
    const auto noting = [&](char letter) {
      return Value::cell(
          new_native_function(isolate, &kNote, {Value::number(static_cast<int32_t>(letter))}));
    };
    Promise* done = new_promise(isolate);
    resolve_promise(isolate, done, Value::number(1));
    Value chain = promise_then(isolate, done, noting('a'), Value::undefined());
    chain = promise_then(isolate, static_cast<Promise*>(chain.as_cell()), noting('b'),
                         Value::undefined());
    promise_then(isolate, static_cast<Promise*>(chain.as_cell()), noting('c'), Value::undefined());
    // Resolving with a promise takes two turns more.
    Promise* wrapped = new_promise(isolate);
    resolve_promise(isolate, wrapped, Value::cell(done));
    promise_then(isolate, wrapped, noting('w'), Value::undefined());
    await_value(isolate, Value::cell(done), note_await, Value::number(int32_t{'1'}));
    Promise* failed = new_promise(isolate);
    reject_promise(isolate, failed, Value::null());
    await_value(isolate, Value::cell(failed), note_await, Value::number(int32_t{'2'}));
    isolate.part<Jobs>().run();
    CHECK(order() == "a12!bcw");
    CHECK(isolate.part<Jobs>().take_unhandled().is_empty());
  }
}

TEST_CASE("a rejection without a handler is kept for the host") {
  Realm realm;
  Isolate& isolate = realm.isolate();
  Promise* promise = new_promise(isolate);
  reject_promise(isolate, promise, Value::number(1));
  CHECK(isolate.part<Jobs>().take_unhandled() == Value::cell(promise));
}

TEST_CASE("iteration of arrays sees what a program changed") {
  for (const uint32_t stress : {0u, 1u}) {
    Realm realm(stress);
    Isolate& isolate = realm.isolate();
    const Value values[] = {Value::number(1), Value(), realm.text("x")};
    const Value array = Value::cell(new_array(isolate, values, 3));
    CHECK(has_plain_iteration(isolate, array));
    std::string text;
    for_each_value(isolate, array, [&](Value value) { text += realm.show(value) + ' '; });
    CHECK(text == "1 undefined x ");
    auto* prototype = intrinsic(isolate, Intrinsic::ArrayIteratorPrototype).as<Object>();
    set_or_throw(isolate, prototype, names::next, Value::undefined());
    CHECK_FALSE(has_plain_iteration(isolate, array));
    CHECK(realm.error_of([&] { for_each_value(isolate, array, [](Value) {}); }) ==
          "TypeError: undefined is not a function");
  }
}

}  // namespace
}  // namespace perry::runtime::test
