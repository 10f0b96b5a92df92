#include <doctest/doctest.h>

#include "runtime/builtins/collection/weak_table.h"
#include "runtime/jobs/jobs.h"
#include "runtime/jobs/tasks.h"
#include "tests/unit/runtime_builtins/values.h"

namespace perry::runtime::test {
namespace {

using builtins::WeakMapObject;

bool nothing_behind(Isolate&) { return true; }

Value made(Values& v, const char* name, std::initializer_list<Value> arguments = {}) {
  return construct(v.isolate(), v.global(name), arguments);
}

// Overwrites what earlier calls left of themselves on the stack.
[[gnu::noinline]] void clear_stack() {
  volatile uint64_t words[2048];
  for (auto& word : words) word = 0;
}
template <typename Make>
[[gnu::noinline]] void in_other_frame(Make&& make) {
  make();
  clear_stack();
}
void collect(Values& v) { v.isolate().heap().collect(CollectionKind::Full); }

uint32_t size_of(Value map) { return try_object<WeakMapObject>(map)->table()->size(); }

TEST_CASE("a weak map finds what it was given, and grows") {
  for (const uint32_t stress : {0u, 7u}) {
    Values v(stress);
    const Value map = made(v, "WeakMap");
    ValueList keys(v.isolate());
    for (int i = 0; i < 300; ++i) {
      keys.push(v.object({}));
      v.send(map, "set", {keys[i], v.n(i)});
    }
    CHECK(size_of(map) == 300);
    for (int i = 0; i < 300; i += 2) CHECK(v.send(map, "delete", {keys[i]}).is_true());
    CHECK(size_of(map) == 150);
    for (int i = 0; i < 300; ++i) {
      CHECK(v.shown(v.send(map, "get", {keys[i]})) ==
            (i % 2 == 0 ? "undefined" : std::to_string(i)));
    }
    // Tombstones of entries that come and go don't fill the table.
    for (int i = 0; i < 1000; ++i) {
      v.send(map, "set", {keys[0], v.n(i)});
      v.send(map, "delete", {keys[0]});
    }
    CHECK(size_of(map) == 150);
    CHECK(v.shown(v.send(map, "getOrInsert", {keys[0], v.n(5)})) == "5");
    CHECK(v.shown(v.send(map, "getOrInsert", {keys[0], v.n(6)})) == "5");
  }
}

TEST_CASE("entries of a weak map go with their keys, though values refer to them") {
  Values v;
  const Value map = made(v, "WeakMap");
  const Value kept = v.object({});
  in_other_frame([&] {
    v.send(map, "set", {kept, v.object({})});
    for (int i = 0; i < 100; ++i) {
      const Value key = v.object({});
      v.send(map, "set", {key, v.object({{"key", key}})});
    }
  });
  collect(v);
  CHECK(size_of(map) >= 1);
  CHECK(size_of(map) < 10);
  CHECK(v.send(map, "has", {kept}).is_true());
}

TEST_CASE("symbols are weak keys, unless they are registered") {
  Values v;
  const Value map = made(v, "WeakMap");
  const Value symbol = call(v.isolate(), v.global("Symbol"), Value::undefined(), {v.s("a")});
  v.send(map, "set", {symbol, v.n(1)});
  CHECK(v.shown(v.send(map, "get", {symbol})) == "1");
  const Value registered = v.send(v.global("Symbol"), "for", {v.s("a")});
  CHECK(v.error_of([&] { v.send(map, "set", {registered, v.n(1)}); }) ==
        "TypeError: Invalid value used as weak map key");
  const Value set = made(v, "WeakSet", {v.list({symbol})});
  CHECK(v.send(set, "has", {symbol}).is_true());
  CHECK(v.send(set, "has", {registered}).is_false());
}

TEST_CASE("a weak reference holds its target until the job ends") {
  Values v;
  ValueList references(v.isolate());
  in_other_frame([&] {
    for (int i = 0; i < 100; ++i) references.push(made(v, "WeakRef", {v.object({})}));
  });
  collect(v);
  const auto live = [&] {
    int count = 0;
    in_other_frame([&] {
      for (const Value reference : references) {
        count += v.send(reference, "deref").is_undefined() ? 0 : 1;
      }
    });
    return count;
  };
  CHECK(live() == 100);
  v.isolate().part<Jobs>().run();
  collect(v);
  CHECK(live() < 10);
}

Value count_calls(Isolate& isolate, const Arguments& arguments) {
  auto* counts = arguments.capture(0).as<Object>();
  const PropertyKey key = to_property_key(isolate, arguments[0]);
  const Value before = get(isolate, counts, key);
  const double count = before.is_undefined() ? 1 : before.as_number() + 1;
  set_or_throw(isolate, counts, key, Value::number(count));
  return Value::undefined();
}
constexpr NativeInfo kCountCalls = builtin::native(nullptr, -1, 1, 0, count_calls);

TEST_CASE("a registry hears of the dead, in a task, unless it was told to forget them") {
  Values v;
  const Value counts = v.object({});
  const Value callback = Value::cell(new_native_function(v.isolate(), &kCountCalls, {counts}));
  const Value registry = made(v, "FinalizationRegistry", {callback});
  const Value token = v.object({});
  const Value kept = v.object({});
  in_other_frame([&] {
    v.send(registry, "register", {kept, v.s("kept"), token});
    for (int i = 0; i < 200; ++i) {
      v.send(registry, "register", {v.object({}), v.s("plain")});
      v.send(registry, "register", {v.object({}), v.s("forgotten"), token});
      v.send(registry, "register", {v.object({}), v.s("weak token"), v.object({})});
      if (i % 10 == 0) CHECK(v.send(registry, "unregister", {token}).is_true());
    }
    CHECK(v.send(registry, "unregister", {token}).is_true());
    CHECK(v.send(registry, "unregister", {token}).is_false());
    v.send(registry, "register", {kept, v.s("kept"), token});
  });
  collect(v);
  auto& tasks = v.isolate().part<Tasks>();
  CHECK(v.property(counts, "plain").is_undefined());
  REQUIRE(tasks.is_ready());
  CHECK(tasks.run(nothing_behind));
  CHECK(!tasks.is_ready());
  CHECK(v.property(counts, "plain").as_number() > 190);
  CHECK(v.property(counts, "weak token").as_number() > 190);
  CHECK(v.property(counts, "forgotten").is_undefined());
  CHECK(v.property(counts, "kept").is_undefined());
  CHECK(v.send(registry, "unregister", {token}).is_true());
}

Value throw_argument(Isolate&, const Arguments& arguments) { throw_value(arguments[0]); }

TEST_CASE("what a callback throws leaves the rest for another task") {
  Values v;
  const Value registry = made(v, "FinalizationRegistry", {v.function(throw_argument)});
  in_other_frame([&] {
    for (int i = 0; i < 100; ++i) v.send(registry, "register", {v.object({}), v.n(i)});
  });
  collect(v);
  auto& tasks = v.isolate().part<Tasks>();
  int count = 0;
  while (tasks.is_ready()) {
    CHECK(v.error_of([&] { tasks.run(nothing_behind); }) != "");
    ++count;
  }
  CHECK(count > 90);
}

}  // namespace
}  // namespace perry::runtime::test
