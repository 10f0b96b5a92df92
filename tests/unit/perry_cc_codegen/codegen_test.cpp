#include <doctest/doctest.h>

#include <cmath>
#include <cstring>
#include <string>

#include "runtime/gc/thread_block.h"
#include "tests/unit/perry_cc_codegen/fake_runtime.h"

// The functions of programs.ir, as the profile compiled them that this program was built with.

// NOLINTNEXTLINE(google-build-using-namespace): the layouts are what all of this is about
using namespace perry::abi;
using fake::Word;

extern "C" {
extern const ModuleInfo test_module __asm__("p.test");
extern thread_local uint64_t other_module __asm__("p.other.shared")
    __attribute__((tls_model("local-exec")));
thread_local uint64_t other_module = 0;
}

namespace {

template <class T>
T* as(Word word) {
  return reinterpret_cast<T*>(word);
}

std::string text_of(const void* cell) {
  const auto* const string = static_cast<const StringLayout*>(cell);
  return {static_cast<const char*>(cell) + kStringCharsOffset,
          string->length_and_flags >> kStringLengthShift};
}

// Runs the module's top level once.
void start() {
  fake::reset();
  static bool is_done = false;
  if (is_done) return;
  is_done = true;
  const Word module = fake::native(test_module.evaluate->entry);
  CHECK(fake::call(module, {}) == kUndefined);
}

Word exported(std::string_view name) {
  for (uint32_t i = 0; i < test_module.export_count; i++)
    if (text_of(test_module.export_names[i]) == name) return *test_module.export_cell(i);
  FAIL("no such export");
  return 0;
}

Word run(std::string_view name, std::initializer_list<Word> arguments) {
  return fake::call(exported(name), arguments);
}

double run_number(std::string_view name, std::initializer_list<Word> arguments) {
  return fake::number_of(run(name, arguments));
}

Word n(double d) { return fake::number(d); }

}  // namespace

TEST_CASE("a module describes itself") {
  start();
  CHECK(test_module.kind == ModuleKind::Esm);
  CHECK(test_module.is_async == 0);
  CHECK(std::string(test_module.path) == "src/programs.ts");
  CHECK(test_module.declare == nullptr);
  CHECK(test_module.export_cell(1000) == nullptr);
  for (uint32_t i = 1; i < test_module.export_count; i++)
    CHECK(text_of(test_module.export_names[i - 1]) < text_of(test_module.export_names[i]));
  const FunctionInfo& info = *as<FunctionLayout>(exported("fib"))->info;
  CHECK(text_of(info.name) == "fib");
  CHECK(info.flags == (kFunctionStrict | kFunctionConstructor | kFunctionNoSource));
  CHECK(info.length == 1);
  CHECK(as<CellHeader>(exported("fib"))->shape == kConstructorShape);
  CHECK(as<CellHeader>(exported("frames"))->shape == kAsyncFunctionShape);
}

TEST_CASE("numbers") {
  start();
  CHECK(run_number("fib", {n(20)}) == 6765);
  const auto results = fake::values_of(run("arithmetic", {n(-7), n(4)}));
  REQUIRE(results.size() == 7);
  CHECK(fake::number_of(results[0]) == -11);
  CHECK(fake::number_of(results[1]) == -3);
  CHECK(fake::number_of(results[2]) == 268435455);
  CHECK(fake::number_of(results[3]) == -3);
  CHECK(fake::number_of(results[4]) == 7);
  CHECK(fake::number_of(results[5]) == 6);
  CHECK(results[6] == kTrue);
  CHECK(fake::number_of(fake::values_of(run("arithmetic", {n(7), n(4)}))[1]) == 3);
  CHECK(std::isnan(fake::number_of(fake::values_of(run("arithmetic", {n(7), n(0)}))[1])));
  CHECK(std::signbit(fake::number_of(fake::values_of(run("arithmetic", {n(-4), n(4)}))[1])));
  CHECK(fake::number_of(fake::values_of(run("arithmetic", {n(4294967298.0), n(0)}))[3]) == 2);
  CHECK(run_number("sieve", {n(1001)}) == 500);
}

TEST_CASE("conversions") {
  start();
  auto results = fake::values_of(run("conversions", {n(5)}));
  CHECK(fake::number_of(results[0]) == 5);
  CHECK(fake::number_of(results[1]) == 1);
  CHECK(fake::number_of(results[2]) == 1);
  CHECK(results[3] == kTrue);
  CHECK(fake::number_of(results[4]) == 0);
  results = fake::values_of(run("conversions", {n(0)}));
  CHECK(std::isnan(fake::number_of(results[2])));
  CHECK(results[3] == kFalse);
  CHECK(fake::number_of(results[4]) == 1);
  // Beyond int64: the runtime's answer.
  CHECK(run_number("both_edges", {n(0x1p65)}) == 20);
}

TEST_CASE("edges to one block") {
  start();
  CHECK(run_number("both_edges", {n(0)}) == 20);
  CHECK(run_number("both_edges", {n(1)}) == 35);
  CHECK(run_number("both_edges", {n(2)}) == 45);
  CHECK(run_number("both_edges", {n(-1)}) == 45);
}

TEST_CASE("what typeof and truth are") {
  start();
  const auto row = [](Word v) {
    std::string bits;
    for (const Word answer : fake::values_of(run("classify", {v})))
      bits += answer == kTrue ? '1' : '0';
    return bits;
  };
  CHECK(row(n(0)) == "100000");
  CHECK(row(n(2)) == "100100");
  CHECK(row(n(NAN)) == "100000");
  CHECK(row(kUndefined) == "010001");
  CHECK(row(kNull) == "001011");
  CHECK(row(kTrue) == "000100");
  CHECK(row(kFalse) == "000000");
  CHECK(row(fake::string("")) == "000000");
  CHECK(row(fake::string("a")) == "000100");
  CHECK(row(exported("fib")) == "000100");
}

TEST_CASE("properties from their sites") {
  start();
  Word slot = n(3);
  const Word own = fake::object(50, {n(1), n(2)});
  fake::get.answer = n(2);
  fake::get.site.shape = 50;
  fake::get.site.offset = kInlineSlotsOffset + 8;
  CHECK(run_number("get_x", {own}) == 2);
  CHECK(fake::get.asked == 1);
  as<Word>(own)[3] = n(5);
  CHECK(run_number("get_x", {own}) == 5);
  CHECK(fake::get.asked == 1);

  // Out of line.
  const Word outside = fake::object_with_slots(51, {n(7), n(8)});
  fake::get.site.shape = 51;
  fake::get.site.offset = ~16;
  run("get_x", {outside});
  CHECK(run_number("get_x", {outside}) == 8);
  CHECK(fake::get.asked == 2);

  // On a prototype, while the epoch lasts.
  const Word inherits = fake::object(52, {});
  fake::get.site = {};
  fake::get.site.holder_shape = 52;
  fake::get.site.epoch = perry_rt_thread.epoch;
  fake::get.site.slot = &slot;
  run("get_x", {inherits});
  CHECK(run_number("get_x", {inherits}) == 3);
  CHECK(fake::get.asked == 3);
  perry_rt_thread.epoch++;
  run("get_x", {inherits});
  CHECK(fake::get.asked == 4);
  // A number has no shape.
  run("get_x", {n(1)});
  CHECK(fake::get.asked == 5);
}

TEST_CASE("stores through sites, and the write barrier") {
  start();
  const Word object = fake::object(60, {n(1), n(2)});
  fake::set.site.shape = 60;
  fake::set.site.offset = kInlineSlotsOffset;
  run("set_x", {object, n(3)});
  run("set_x", {object, n(4)});
  CHECK(fake::set.asked == 1);
  CHECK(fake::number_of(as<Word>(object)[2]) == 4);
  as<CellHeader>(object)->gc = kOld;
  run("set_x", {object, object});
  CHECK(fake::barriers == 1);
  run("set_x", {object, object});
  CHECK(fake::barriers == 1);

  const Word grows = fake::object(61, {0, 0});
  fake::set.site = {};
  fake::set.site.holder_shape = 61;
  fake::set.site.next_shape = 62;
  fake::set.site.epoch = perry_rt_thread.epoch;
  fake::set.site.add_offset = kInlineSlotsOffset + 8;
  run("set_x", {fake::object(61, {0, 0}), n(9)});
  run("set_x", {grows, n(9)});
  CHECK(fake::set.asked == 2);
  CHECK(as<CellHeader>(grows)->shape == 62);
  CHECK(fake::number_of(as<Word>(grows)[3]) == 9);
}

TEST_CASE("elements") {
  start();
  const auto both = [](Word array, Word index, Word value) {
    return fake::values_of(run("element", {array, index, value}));
  };
  CHECK(fake::number_of(both(fake::array({n(1), n(2)}), n(1), n(5))[0]) == 5);
  CHECK(fake::number_of(both(fake::array({n(1), n(2)}), n(1), n(5))[1]) == 1);
  CHECK(fake::number_of(both(fake::double_array({1.5, 2}), n(0), n(2.5))[1]) == 2.5);
  CHECK(fake::set.asked == 0);
  // A value that is no number changes the kind of elements: the runtime's business.
  both(fake::double_array({1.5, 2}), n(0), kTrue);
  CHECK(fake::set.asked == 1);
  both(fake::array({n(1)}), n(1), n(5));
  CHECK(fake::set.asked == 2);
  both(fake::array({n(1)}), n(0.5), n(5));
  CHECK(fake::set.asked == 3);
  both(fake::array({n(1)}), n(-1), n(5));
  CHECK(fake::set.asked == 4);

  const Word old = fake::array({n(1), n(2)});
  as<CellHeader>(as<ArrayLayout>(old)->elements)->gc = kOld;
  both(old, n(1), old);
  CHECK(fake::barriers == 1);
}

TEST_CASE("a hole is the runtime's business") {
  start();
  const Word holey = fake::array({n(1), kEmpty});
  as<ArrayLayout>(holey)->flags = static_cast<uint32_t>(ElementsKind::Holey);
  fake::get.answer = kUndefined;
  const auto results = fake::values_of(run("element", {holey, n(1), n(5)}));
  CHECK(fake::set.asked == 1);
  CHECK(fake::get.asked == 1);
  CHECK(results[0] == kUndefined);
  CHECK(fake::number_of(results[1]) == 1);
}

TEST_CASE("length") {
  start();
  CHECK(run_number("length_of", {fake::array({n(1), n(2)})}) == 2);
  CHECK(run_number("length_of", {fake::string("abc")}) == 3);
  CHECK(fake::get.asked == 0);
  run("length_of", {n(1)});
  CHECK(fake::get.asked == 1);
}

TEST_CASE("exceptions") {
  start();
  const Word quiet =
      fake::native([](Word, Word, Word, uint64_t, const uint64_t*) -> uint64_t { return n(11); });
  const Word thrower = exported("thrower");
  CHECK(fake::number_of(run("caught", {quiet, quiet})) == 11);
  auto results = fake::values_of(run("caught", {thrower, quiet}));
  CHECK(fake::number_of(results[0]) == 7);
  CHECK(fake::number_of(results[1]) == 1);
  results = fake::values_of(run("caught", {quiet, thrower}));
  CHECK(fake::number_of(results[1]) == 2);
  // What is no function throws as well.
  CHECK(fake::number_of(fake::values_of(run("caught", {n(1), quiet}))[0]) == -3);
  try {
    run("thrower", {});
    FAIL("came back");
  } catch (const fake::Thrown& thrown) {
    CHECK(fake::number_of(thrown.value) == 7);
  }
  CHECK(text_of(as<void>(run("uninitialized", {}))) == "late");
}

TEST_CASE("too deep recursion") {
  start();
  perry_rt_thread.stack_limit = ~uint64_t{0};
  CHECK_THROWS_AS(run("fib", {n(3)}), fake::Thrown);
  perry_rt_thread.stack_limit = 0;
}

TEST_CASE("captures and bindings") {
  start();
  const double first = run_number("counter", {});
  CHECK(first == 41 + 40);
  CHECK(run_number("counter", {}) == 42 + 41);
  other_module = n(12);
  CHECK(run_number("imported", {}) == 12);
}

TEST_CASE("creation") {
  start();
  for (int i = 0; i < 2; i++) {
    const auto made = fake::values_of(run("make", {n(4)}));
    CHECK(as<CellHeader>(made[0])->shape == 102);
    CHECK(as<CellHeader>(made[0])->kind == CellKind::Object);
    CHECK(fake::number_of(as<Word>(made[0])[2]) == 4);
    CHECK(as<Word>(made[0])[3] == kNull);
    CHECK(as<CellHeader>(made[1])->shape == 101);
  }
  const Word point = fake::construct(exported("Point"), {n(6)});
  CHECK(as<CellHeader>(point)->kind == CellKind::Object);
  fake::construct(exported("Point"), {n(6)});
  CHECK(fake::get.asked == 1);
  CHECK_THROWS_AS(run("Point", {n(6)}), fake::Thrown);
}

TEST_CASE("construction of ordinary functions") {
  start();
  const Word function = exported("Ordinary");
  const Word made = fake::construct(function, {n(1)});
  CHECK(as<CellHeader>(made)->kind == CellKind::Object);
  CHECK(fake::get.asked == 1);
  CHECK(fake::construct(function, {}) != made);
  CHECK(fake::get.asked == 1);
  CHECK(fake::construct(function, {function}) == function);
  CHECK(fake::call(function, {}) == kUndefined);
  CHECK(fake::call(function, {n(2)}) == n(2));
}

TEST_CASE("data") {
  start();
  const auto both = fake::values_of(run("data", {}));
  const auto* const data = as<const DataInfo>(both[0]);
  REQUIRE(data->count == 5);
  CHECK(data->is_array == 1);
  CHECK(fake::number_of(data->values[0]) == 1);
  CHECK(text_of(as<void>(data->values[1])) == "x");
  CHECK(data->values[2] == kNull);
  CHECK(data->values[3] == kEmpty);
  const auto* const nested = as<const DataInfo>(data->values[4] - 1);
  CHECK(nested->is_array == 0);
  CHECK(nested->keys->count == 2);
  CHECK(std::signbit(fake::number_of(nested->values[0])));
  const auto* const strings = as<const TemplateInfo>(both[1]);
  REQUIRE(strings->count == 2);
  CHECK(strings->pieces[0].cooked == strings->pieces[0].raw);
  CHECK(strings->pieces[1].cooked == nullptr);
  CHECK(text_of(strings->pieces[1].raw) == "\\u");
}

TEST_CASE("arguments") {
  start();
  CHECK(run_number("defaults", {}) == 99);
  CHECK(run_number("defaults", {n(1)}) == 99);
  CHECK(run_number("defaults", {n(1), n(2), n(3)}) == 2);
  const Word callee = fake::native([](Word self, Word receiver, Word new_target, uint64_t argc,
                                      const uint64_t* argv) -> uint64_t {
    CHECK(new_target == kUndefined);
    CHECK(argc == 2);
    CHECK(argv[0] == receiver);
    CHECK(argv[1] == self);
    return receiver;
  });
  const auto results =
      fake::values_of(fake::call(exported("call_with"), {callee, n(5), n(6)}, n(8)));
  CHECK(fake::number_of(results[0]) == 5);
  CHECK(fake::values_of(results[1]).size() == 2);
  CHECK(fake::number_of(results[2]) == 3);
  CHECK(fake::number_of(results[3]) == 8);
}

TEST_CASE("frames") {
  start();
  run("frames", {n(3)});
  REQUIRE(fake::started.size() == 1);
  FrameLayout* const frame = fake::started[0];
  const auto word = reinterpret_cast<Word>(frame);
  CHECK(frame->header.kind == CellKind::Frame);
  CHECK(frame->info->slot_count == 3);
  CHECK(frame->info->holds_values[0] == 3);
  CHECK(text_of(frame->info->function->name) == "frames");
  CHECK(fake::number_of(frame->info->resume(word, 0, kUndefined)) == 3);
  CHECK(frame->reason == SuspendReason::Await);
  CHECK(frame->state == 1);
  frame->header.gc = kOld;
  const auto results = fake::values_of(frame->info->resume(word, 0, n(2)));
  CHECK(fake::number_of(results[0]) == 2.5);
  CHECK(results[1] == exported("frames"));
  CHECK(frame->reason == SuspendReason::Done);
  CHECK(fake::barriers == 1);
  frame->state = 1;
  CHECK_THROWS_AS(frame->info->resume(word, 1, n(2)), fake::Thrown);
}

TEST_CASE("strings") {
  start();
  const auto texts = fake::values_of(run("texts", {}));
  const auto flags = [](Word w) { return as<StringLayout>(w)->length_and_flags & 7; };
  CHECK(text_of(as<void>(texts[0])).empty());
  CHECK(flags(texts[0]) == kAtom);
  CHECK(flags(texts[1]) == (kAtom | kIndex));
  CHECK(text_of(as<void>(texts[2])) == "a\xe9");
  CHECK(flags(texts[3]) == (kAtom | kTwoByte));
  CHECK(std::memcmp(as<char>(texts[3]) + kStringCharsOffset, "\xac\x20\x00\xd8", 4) == 0);
  CHECK(flags(texts[4]) == kAtom);
  CHECK(as<CellHeader>(texts[4])->gc == kStatic);
}
