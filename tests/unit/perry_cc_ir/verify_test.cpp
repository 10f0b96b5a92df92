#include "perry-cc/ir/verify.h"

#include <doctest/doctest.h>

#include <chrono>

#include "perry-cc/ir/builder.h"
#include "perry-cc/ir/read.h"

using namespace perry::ir;

namespace {

// The faults of a function with this body, one a line.
std::string faults_of(std::string_view body) {
  const auto module = read(
      "module \"m\" \"a.ts\"\nliteral 0: \"x\"\nfunction 0 \"f\" captures box \"a\", "
      "value \"b\" {\n" +
      std::string(body) + "}\n");
  REQUIRE_MESSAGE(module.has_value(), module.error().text());
  std::string text;
  for (const Fault& fault : verify(*module)) text += fault_text(*module, fault) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a sound function has no faults") {
  CHECK(faults_of(R"(
block0 unwind block1(v0):
  v0: Cell = capture 0
  v1 = box.load v0
  v2 = get "x" v1
  jump block2(v2)
block1(v3: Boxed, v4: Cell) handler:
  box.store v4, v3
  throw v3
block2(v5: Boxed):
  return v5
)") == "");
}

TEST_CASE("operands and results are those of the row") {
  CHECK(faults_of("block0:\n  v0 = undefined\n  v1 = add.double v0, v0\n  return v0\n") ==
        "function 0 \"f\", block0, v1 = add.double: operand 1 is Boxed instead of Double\n");
  CHECK(faults_of("block0:\n  v0 = undefined\n  v1 = box.new v0, v0\n  return v0\n") ==
        "function 0 \"f\", block0, v1 = box.new: has 2 operands instead of 1\n");
  CHECK(faults_of("block0:\n  v0 = undefined\n  v1 = call v0\n  return v0\n") ==
        "function 0 \"f\", block0, v1 = call: has 1 operands instead of 2 or more\n");
  CHECK(faults_of("block0:\n  v0: Double = undefined\n  unreachable\n") ==
        "function 0 \"f\", block0, v0 = undefined: makes Double instead of Boxed\n");
  CHECK(faults_of("block0:\n  v0: String = parameter 0\n  return v0\n") == "");
  CHECK(faults_of("block0:\n  v0: Cell = empty\n  unreachable\n") == "");
}

TEST_CASE("blocks have one end and edges fit") {
  CHECK(faults_of("block0:\n  v0 = undefined\n") == "function 0 \"f\", block0: has no end\n");
  CHECK(faults_of("block0:\n  v0 = undefined\n  jump block1(v0)\nblock1:\n  return v0\n") ==
        "function 0 \"f\", block0: passes 1 arguments to block1, which takes 0\n");
  CHECK(faults_of("block0:\n  v0 = undefined\n  jump block1\nblock1(v1: Boxed):\n  return v0\n") ==
        "function 0 \"f\", block0: passes 0 arguments to block1, which takes 1\n");
  CHECK(faults_of("block0:\n  v0 = undefined\n  jump block1(v0)\nblock1(v1: Double):\n"
                  "  return v0\n") ==
        "function 0 \"f\", block0: argument 1 of an edge is Boxed instead of Double\n");
  CHECK(faults_of("block0:\n  jump block0\n") ==
        "function 0 \"f\", block0: an edge leads to the entry\n");
  CHECK(
      faults_of("block0:\n  v0 = const.bool true\n  branch v0, block1\nblock1:\n  unreachable\n") ==
      "function 0 \"f\", block0, branch: has 1 edges instead of 2\n");
}

TEST_CASE("handlers are entered by exceptions, resume blocks by suspensions") {
  CHECK(faults_of("block0:\n  jump block1\nblock1(v0: Boxed) handler:\n  return v0\n") ==
        "function 0 \"f\", block0: block1 can't be entered by a jump\n");
  CHECK(faults_of("block0 unwind block1:\n  jump block1\nblock1:\n  unreachable\n") ==
        "function 0 \"f\", block0: block1 can't be entered by an unwind edge\n");
  CHECK(faults_of(
            "block0:\n  v0 = undefined\n  suspend await v0, block1\nblock1:\n  unreachable\n") ==
        "function 0 \"f\", block0: block1 can't be entered by a suspension\n");
  CHECK(faults_of("block0 unwind block1:\n  debugger\n  jump block1\nblock1 handler:\n"
                  "  unreachable\n") ==
        "function 0 \"f\", block1: a handler has no parameter for the exception\n");
  CHECK(faults_of("block0:\n  v0 = undefined\n  suspend yield v0, block1\n"
                  "block1(v1: Boxed) resume:\n  unreachable\n") ==
        "function 0 \"f\", block0, suspend: has 1 edges instead of 2\n");
}

TEST_CASE("frames are used as their headings say") {
  const auto fault_of = [](const std::string& start, const std::string& resume) {
    auto module = read("module none none\nfunction 0 async {\nblock0:\n" + start +
                       "  unreachable\n}\nfunction 1 resume of @0 slots 1 raw 1 {\nblock0:\n" +
                       resume + "  unreachable\n}\n");
    REQUIRE_MESSAGE(module.has_value(), module.error().text());
    std::string text;
    for (const Fault& fault : verify(*module)) text += fault_text(*module, fault) + "\n";
    return text;
  };
  const std::string frame = "  v0 = frame.new @1\n  v1 = undefined\n  v2 = const.int32 1\n";
  CHECK(fault_of(frame + "  slot.store 0 v0, v1\n  slot.store 1 v0, v2\n", "") == "");
  CHECK(fault_of(frame + "  slot.store 0 v0, v2\n", "") ==
        "function 0, block0, slot.store: the slot holds values\n");
  CHECK(fault_of(frame + "  slot.store 1 v0, v1\n", "") ==
        "function 0, block0, slot.store: the slot holds numbers\n");
  CHECK(fault_of(frame + "  slot.store 2 v0, v1\n", "") ==
        "function 0, block0, slot.store: there is no such slot\n");
  CHECK(fault_of("  v0 = frame.new @0\n", "") ==
        "function 0, block0, v0 = frame.new: names a function that is no resume function\n");
  CHECK(fault_of("  v0: Cell = empty\n  v1: Boxed = slot.load 0 v0\n", "") ==
        "function 0, block0, v1 = slot.load: its frame is neither new nor the function's own\n");
  CHECK(fault_of("  v0 = resume.mode\n", "") ==
        "function 0, block0, v0 = resume.mode: stands outside of a resume function\n");
  CHECK(fault_of("", "  v0 = resume.frame\n  v1: Double = slot.load 1 v0\n") == "");
  CHECK(fault_of("", "  v0 = resume.frame\n  v1: Double = slot.load 0 v0\n") ==
        "function 1, block0, v1 = slot.load: the slot holds values\n");
}

TEST_CASE("only what is made to suspend suspends") {
  CHECK(faults_of("block0:\n  v0 = undefined\n  suspend await v0, block1\n"
                  "block1(v1: Boxed) resume:\n  unreachable\n") ==
        "function 0 \"f\", block0, suspend: stands in a function that can't suspend\n");
}

TEST_CASE("in a protected block only the last operation throws") {
  const std::string handler = "block1(v9: Boxed) handler:\n  throw v9\n";
  CHECK(faults_of("block0 unwind block1:\n  debugger\n  v0 = undefined\n  return v0\n" + handler) ==
        "function 0 \"f\", block0, debugger: may throw, but does not stand last in its protected "
        "block\n");
  CHECK(faults_of("block0 unwind block1:\n  v0 = undefined\n  debugger\n  throw v0\n" + handler) ==
        "function 0 \"f\", block0, throw: two operations of a protected block may throw\n");
  CHECK(faults_of("block0 unwind block1:\n  v0 = undefined\n  throw v0\n" + handler) == "");
  CHECK(
      faults_of("block0 unwind block1(v1):\n  v0 = undefined\n  v1 = get \"x\" v0\n  return v0\n"
                "block1(v9: Boxed, v8: Boxed) handler:\n  throw v9\n") ==
      "function 0 \"f\", block0, v1 = get: the unwind edge passes the value of the operation that "
      "throws\n");
}

TEST_CASE("values are made before they are used, on every way") {
  CHECK(faults_of("block0:\n  v1 = box.new v0\n  v0 = undefined\n  return v0\n") ==
        "function 0 \"f\", block0, v0 = box.new: operand 1 is not made on every way here\n");
  CHECK(faults_of("block0:\n  v0 = const.bool true\n  branch v0, block1, block2\n"
                  "block1:\n  v1 = undefined\n  jump block2\nblock2:\n  return v1\n") ==
        "function 0 \"f\", block2, return: operand 1 is not made on every way here\n");
  CHECK(faults_of("block0:\n  v0 = const.bool true\n  branch v0, block1, block2\n"
                  "block1:\n  v1 = undefined\n  unreachable\nblock2:\n  jump block3(v1)\n"
                  "block3(v2: Boxed):\n  return v2\n") ==
        "function 0 \"f\", block2: argument 1 of an edge is not made on every way here\n");
}

TEST_CASE("references lead somewhere") {
  CHECK(faults_of("block0:\n  v0 = object @0\n  return v0\n") ==
        "function 0 \"f\", block0, v0 = object: does not give each key of its literal a value\n");
  CHECK(faults_of("block0:\n  v0 = object @1\n  return v0\n") ==
        "function 0 \"f\", block0, v0 = object: there is no such literal\n");
  CHECK(faults_of("block0:\n  v0 = function @4\n  return v0\n") ==
        "function 0 \"f\", block0, v0 = function: there is no such function\n");
  CHECK(faults_of("block0:\n  v0 = module.load @0\n  return v0\n") ==
        "function 0 \"f\", block0, v0 = module.load: there is no such binding\n");
  CHECK(faults_of("block0:\n  v0: Boxed = capture 0\n  return v0\n") ==
        "function 0 \"f\", block0, v0 = capture: has the wrong type for the capture\n");
  CHECK(faults_of("block0:\n  v0: Cell = capture 2\n  unreachable\n") ==
        "function 0 \"f\", block0, v0 = capture: there is no such capture\n");
  CHECK(faults_of("block0:\n  v0 = undefined\n  v1 = function @0 v0, v0\n  return v1\n") ==
        "function 0 \"f\", block0, v1 = function: capture 0 has the wrong type\n");
}

TEST_CASE("a large function is verified in no time") {
  Module module;
  Function& f = module.function(module.new_function());
  f.reserve(1'100'000);
  Builder b(f);
  // Everything in one try: half of the instructions throw, all to one handler.
  const BlockId handler = b.new_handler();
  const VariableId x = b.new_variable();
  b.write(x, b.undefined());
  b.set_handler(handler);
  for (uint32_t i = 0; i < 250'000; i++) {
    b.write(x, b.append(Op::Unary, {b.read(x)}, Immediate::of(UnaryOperator::Negate)));
    b.append(Op::ToBoolean, {b.read(x)});
    b.number(i);
  }
  b.set_handler(BlockId());
  b.return_value(b.read(x));
  b.seal(handler);
  b.enter(handler);
  b.return_value(b.read(x));
  b.finish();
  const auto start = std::chrono::steady_clock::now();
  CHECK(verify(module).empty());
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
  MESSAGE(f.value_count() << " instructions in " << f.block_count() << " blocks verified in "
                          << time.count() * 1000 << " ms");
  CHECK(time.count() < 10);
}
