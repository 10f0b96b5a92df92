#include "perry-cc/ir/builder.h"

#include <doctest/doctest.h>

#include "perry-cc/ir/print.h"
#include "perry-cc/ir/verify.h"
#include "tests/unit/perry_cc_ir/random_program.h"

using namespace perry::ir;

namespace {

std::string faults_of(const Module& module) {
  std::string text;
  for (const Fault& fault : verify(module)) text += fault_text(module, fault) + "\n";
  return text;
}

std::string function_text(const Module& module) {
  std::string text;
  print_function(text, module, FunctionId(0));
  return text;
}

}  // namespace

TEST_CASE("a loop's variable becomes a parameter, one that nothing changes does not") {
  Module module;
  Function& f = module.function(module.new_function());
  Builder b(f);
  const VariableId i = b.new_variable(Rep::Int32);
  const VariableId limit = b.new_variable(Rep::Int32);
  b.write(i, b.int32(0));
  b.write(limit, b.int32(10));
  const BlockId head = b.new_block();
  const BlockId body = b.new_block();
  const BlockId exit = b.new_block();
  b.jump(head);
  b.enter(head);
  b.branch(b.append(Op::CompareInt32, {b.read(i), b.read(limit)}, Immediate::of(Comparison::Less)),
           body, exit);
  b.seal(body);
  b.seal(exit);
  b.enter(body);
  b.write(i, b.append(Op::AddInt32, {b.read(i), b.int32(1)}));
  b.jump(head);
  b.seal(head);
  b.enter(exit);
  b.return_value(b.box(b.read(i)));
  b.finish();
  CHECK(faults_of(module) == "");
  CHECK(function_text(module) == R"(
function 0 {
block0:
  v0 = const.int32 0
  v1 = const.int32 10
  jump block1(v0)
block1(v2: Int32):
  v3 = compare.int32 < v2, v1
  branch v3, block2, block3
block2:
  v4 = const.int32 1
  v5 = add.int32 v2, v4
  jump block1(v5)
block3:
  v6 = box v2
  return v6
}
)");
}

TEST_CASE("a handler sees variables as they were when it threw") {
  Module module;
  Function& f = module.function(module.new_function());
  Builder b(f);
  const VariableId x = b.new_variable();
  const BlockId handler = b.new_handler();
  b.write(x, b.undefined());
  b.set_handler(handler);
  const ValueId name = b.string(module.atoms.intern("f"));
  b.write(x, b.append(Op::Unary, {name}, Immediate::of(UnaryOperator::Negate)));
  b.write(x, b.append(Op::Unary, {b.read(x)}, Immediate::of(UnaryOperator::BitNot)));
  b.set_handler(BlockId());
  b.return_value(b.read(x));
  b.seal(handler);
  b.enter(handler);
  b.append(Op::Call, {b.received(handler), b.read(x)});
  b.throw_value(b.received(handler));
  b.finish();
  CHECK(faults_of(module) == "");
  CHECK(function_text(module) == R"(
function 0 {
block0 unwind block1(v0):
  v0 = undefined
  v1 = const.string "f"
  v2 = unary - v1
  jump block2
block1(v3: Boxed, v4: Boxed) handler:
  v5 = call v3, v4
  throw v3
block2 unwind block1(v2):
  v6 = unary ~ v2
  jump block3
block3:
  return v6
}
)");
}

TEST_CASE("what can't be reached is not built") {
  Module module;
  Function& f = module.function(module.new_function());
  Builder b(f);
  const VariableId x = b.new_variable();
  const BlockId nowhere = b.new_block();
  const BlockId also_nowhere = b.new_block();
  b.return_value(b.undefined());
  CHECK(!b.is_open());
  b.enter(nowhere);
  b.jump(also_nowhere);
  b.seal(also_nowhere);
  b.enter(also_nowhere);
  b.append(Op::ToBoolean, {b.read(x)});
  b.jump(nowhere);
  b.seal(nowhere);
  b.finish();
  CHECK(faults_of(module) == "");
  CHECK(function_text(module) ==
        "\nfunction 0 {\nblock0:\n  v0 = undefined\n  v1 = undefined\n  return v1\n}\n");
}

TEST_CASE("a suspension goes on with the value sent in") {
  Module module;
  Function& f = module.function(module.new_function());
  f.info.flags = FunctionFlag::Generator;
  Builder b(f);
  const BlockId resume = b.new_resume();
  const BlockId on_return = b.new_resume();
  b.suspend(SuspendKind::Yield, b.undefined(), resume, on_return);
  b.seal(resume);
  b.seal(on_return);
  b.enter(resume);
  b.return_value(b.received(resume));
  b.enter(on_return);
  b.return_value(b.received(on_return));
  b.finish();
  CHECK(faults_of(module) == "");
  CHECK(function_text(module) == R"(
function 0 generator {
block0:
  v0 = undefined
  suspend yield v0, block1, block2
block1(v1: Boxed) resume:
  return v1
block2(v2: Boxed) resume:
  return v2
}
)");
}

namespace {

// Builds the program, and runs it both ways. True if it came to its end.
bool check_program(const testing::Program& program, std::mt19937& random) {
  Module module;
  Function& f = module.function(module.new_function());
  testing::build(program, f, random);
  REQUIRE(faults_of(module) == "");
  std::vector<bool> decisions(17);
  for (size_t i = 0; i < decisions.size(); i++) decisions[i] = random() % 3 == 0;
  const testing::Run wanted = testing::run(program, decisions, 40);
  // The graph has more blocks than the program pieces; both run far beyond the shorter log.
  testing::Run got = testing::run(f, decisions, 400);
  REQUIRE(got.log.size() >= wanted.log.size());
  if (wanted.ended)
    REQUIRE(got.ended);
  else
    got.log.resize(wanted.log.size());
  REQUIRE(got.log == wanted.log);
  return wanted.ended;
}

}  // namespace

TEST_CASE("random flow of control does what the variables did") {
  std::mt19937 random(7);
  uint32_t ended = 0;
  for (uint32_t round = 0; round < 3000; round++) {
    const auto program = testing::random_program(random, 2 + random() % 14, 1 + random() % 4);
    if (check_program(program, random)) ended++;
  }
  CHECK(ended > 300);
}

TEST_CASE("a loop with two entries, sealed while one of them is not") {
  std::mt19937 random(142212);
  const uint32_t pieces = 2 + random() % 9;
  const uint32_t variables = 1 + random() % 2;
  check_program(testing::random_program(random, pieces, variables), random);
}

TEST_CASE("long functions with many variables take near linear time") {
  for (const uint32_t count : {10'000u, 40'000u}) {
    Module module;
    Function& f = module.function(module.new_function());
    Builder b(f);
    std::vector<VariableId> variables;
    for (uint32_t i = 0; i < count; i++) {
      variables.push_back(b.new_variable());
      b.write(variables[i], b.undefined());
    }
    const BlockId handler = b.new_handler();
    b.set_handler(handler);
    for (uint32_t i = 0; i < count; i++) {
      const VariableId v = variables[i];
      const BlockId then = b.new_block();
      const BlockId head = b.new_block();
      const BlockId body = b.new_block();
      const BlockId exit = b.new_block();
      b.branch(b.append(Op::ToBoolean, {b.read(v)}), then, head);
      b.seal(then);
      b.enter(then);
      b.write(v, b.append(Op::Unary, {b.read(v)}, Immediate::of(UnaryOperator::Negate)));
      b.jump(head);
      b.enter(head);
      b.branch(b.append(Op::ToBoolean, {b.read(v)}), body, exit);
      b.seal(body);
      b.seal(exit);
      b.enter(body);
      b.write(v, b.null());
      b.jump(head);
      b.seal(head);
      b.enter(exit);
    }
    b.set_handler(BlockId());
    b.return_value(b.read(variables[0]));
    b.seal(handler);
    b.enter(handler);
    b.return_value(b.read(variables[count - 1]));
    b.finish();
    // As many values as there are writes and meetings, and none for every variable in every block.
    CHECK(f.value_count() < 16 * count);
    CHECK(verify(module).empty());
  }
}

TEST_CASE("no parameter of a random graph stands for one value") {
  std::mt19937 random(11);
  for (uint32_t round = 0; round < 500; round++) {
    Module module;
    Function& f = module.function(module.new_function());
    testing::build(testing::random_program(random, 2 + random() % 14, 1 + random() % 4), f, random);
    std::vector<std::vector<ValueId>> incoming(f.value_count());
    for (const BlockId block : f.blocks()) {
      f.each_edge(block, [&](EdgeId e) {
        ValueId p = f.first_parameter(f.edge(e).target);
        if (f.block(f.edge(e).target).implicit_parameters() > 0) p = f.next_parameter(p);
        for (const ValueId v : f.arguments(e)) {
          if (v != p) incoming[p.index].push_back(v);
          p = f.next_parameter(p);
        }
      });
    }
    for (const auto& values : incoming) {
      if (values.empty()) continue;
      bool differ = false;
      for (const ValueId v : values) differ = differ || v != values[0];
      CHECK(differ);
    }
  }
}
