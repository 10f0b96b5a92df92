#include <doctest/doctest.h>

#include <ctime>

#include "perry-cc/ir/builder.h"
#include "perry-cc/ir/print.h"
#include "perry-cc/ir/verify.h"
#include "perry-cc/passes/js_number.h"
#include "perry-cc/passes/pipeline.h"
#include "tests/unit/perry_cc_passes/value_interpreter.h"

using namespace perry;
using namespace perry::passes;

namespace {

void add_bindings(ir::Module& module) {
  for (const char* name : {"x", "y"})
    module.bindings.push_back({ir::BindingKind::Local,
                               ir::BindingFlag::MayBeUninitialized,
                               module.atoms.intern(name),
                               {},
                               {}});
}

testing::Inputs random_inputs(ir::Module& module, std::mt19937& random) {
  testing::Inputs inputs;
  for (int i = 0; i < 13; i++) {
    inputs.values.push_back(testing::random_constant(module, random));
    inputs.throws.push_back(random() % 6 == 0);
  }
  return inputs;
}

// Runs each function before and behind the steps, on several inputs.
void compare(std::span<const PassInfo> steps, uint32_t seed, uint32_t rounds) {
  std::mt19937 random(seed);
  uint32_t ended = 0;
  for (uint32_t round = 0; round < rounds; round++) {
    ir::Module module;
    add_bindings(module);
    const ir::FunctionId id = module.new_function();
    testing::build_random(module, module.function(id), random);
    std::string before;
    ir::print_function(before, module, id);
    std::vector<testing::Inputs> inputs;
    std::vector<testing::Run> wanted;
    for (int n = 0; n < 4; n++) {
      inputs.push_back(random_inputs(module, random));
      wanted.push_back(testing::run(module, module.function(id), inputs.back(), 2000));
    }
    REQUIRE(run_passes(module, id, steps, {true, {}, nullptr}) == "");
    std::string after;
    ir::print_function(after, module, id);
    for (int n = 0; n < 4; n++) {
      if (!wanted[n].ended) continue;
      ended++;
      const testing::Run got = testing::run(module, module.function(id), inputs[n], 4000);
      INFO("round " << round << before << after);
      REQUIRE(got.ended);
      REQUIRE(got.log == wanted[n].log);
    }
  }
  CHECK(ended > rounds);
}

}  // namespace

TEST_CASE("each pass alone keeps what random functions do") {
  uint32_t seed = 1;
  for (const PassInfo& pass : all_passes()) {
    CAPTURE(pass.name);
    compare(std::span(&pass, 1), seed++, 300);
  }
}

TEST_CASE("the pipeline keeps what random functions do") { compare(pipeline(), 100, 1500); }

TEST_CASE("the pipeline for fast programs keeps what random functions do") {
  compare(pipeline(Aim::FastPrograms), 200, 1000);
}

TEST_CASE("passes in a random order keep what random functions do") {
  std::mt19937 random(5);
  for (int n = 0; n < 40; n++) {
    std::vector<PassInfo> steps;
    for (int k = 0; k < 8; k++) steps.push_back(all_passes()[random() % all_passes().size()]);
    compare(steps, 200 + n, 30);
  }
}

TEST_CASE("the pipeline takes near linear time") {
  for (const uint32_t count : {2'000u, 10'000u}) {
    ir::Module module;
    add_bindings(module);
    const ir::FunctionId id = module.new_function();
    ir::Builder b(module.function(id));
    const ir::VariableId x = b.new_variable();
    const ir::BlockId handler = b.new_handler();
    b.write(x, b.box(b.number(0)));
    b.set_handler(handler);
    for (uint32_t i = 0; i < count; i++) {
      const ir::BlockId then = b.new_block();
      const ir::BlockId after = b.new_block();
      const ir::ValueId one = b.box(b.number(1));
      b.write(x, b.append(ir::Op::Binary, {b.read(x), one},
                          ir::Immediate::of(ir::BinaryOperator::Add)));
      const ir::ValueId loaded =
          b.append(ir::Op::LoadModule, {}, ir::Immediate::of(ir::BindingId(0)));
      const ir::ValueId checked =
          b.append(ir::Op::CheckInitialized, {loaded},
                   ir::Immediate::of(module.bindings[ir::BindingId(0)].name));
      b.branch(b.append(ir::Op::ToBoolean, {checked}), then, after);
      b.seal(then);
      b.enter(then);
      b.append(ir::Op::Call, {checked, b.undefined(), b.read(x)});
      b.jump(after);
      b.seal(after);
      b.enter(after);
    }
    b.set_handler({});
    b.return_value(b.read(x));
    b.seal(handler);
    b.enter(handler);
    b.return_value(b.read(x));
    b.finish();
    const size_t values = module.function(id).value_count();
    // Processor time, which what else runs does not stretch.
    const std::clock_t start = std::clock();
    REQUIRE(run_passes(module, id, pipeline(), {}) == "");
    const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    MESSAGE(values << " instructions, pipeline with verifier: " << seconds * 1000 << " ms");
    CHECK(seconds < 30);
  }
}

TEST_CASE("numbers are written as the language writes them") {
  CHECK(number_text(0) == "0");
  CHECK(number_text(-0.0) == "0");
  CHECK(number_text(1e21) == "1e+21");
  CHECK(number_text(123456789012345680000.0) == "123456789012345680000");
  CHECK(number_text(1e-6) == "0.000001");
  CHECK(number_text(1.5e-7) == "1.5e-7");
  CHECK(number_text(-12.25) == "-12.25");
  CHECK(number_text(5e-324) == "5e-324");
  CHECK(number_text(1.7976931348623157e308) == "1.7976931348623157e+308");
}
