#include <doctest/doctest.h>

#include <chrono>

#include "perry-cc/ir/builder.h"
#include "perry-cc/ir/print.h"
#include "perry-cc/ir/verify.h"
#include "perry-cc/passes/pipeline.h"
#include "tests/unit/perry_cc_passes/suspending.h"

using namespace perry;
using namespace perry::passes;

namespace {

testing::World random_world(std::mt19937& random) {
  testing::World world;
  for (int n = 0; n < 17; n++) {
    const uint32_t mode = static_cast<uint32_t>(random() % 8);
    world.answers.push_back(
        {mode < 2 ? static_cast<testing::World::Mode>(mode + 1) : testing::World::Mode::Next,
         static_cast<int32_t>(random() % 100)});
    world.throws.push_back(random() % 5 == 0);
  }
  return world;
}

bool has_suspension(const ir::Function& f) {
  for (const ir::BlockId block : f.blocks())
    if (f[f.terminator(block)].op == ir::Op::Suspend) return true;
  return false;
}

// Lowers random functions with the steps, and runs them before and behind.
void compare(std::string_view steps, ir::FunctionFlag flags, uint32_t seed, uint32_t rounds) {
  std::vector<PassInfo> passes;
  if (steps == "pipeline")
    passes.assign(pipeline().begin(), pipeline().end());
  else
    passes.push_back(*find_pass(steps));
  std::mt19937 random(seed);
  size_t compared = 0;
  for (uint32_t round = 0; round < rounds; round++) {
    ir::Module module;
    const ir::FunctionId id = module.new_function();
    testing::build_suspending(module, module.function(id), flags, random);
    REQUIRE(ir::verify(module).empty());
    const std::string before = ir::print(module);
    std::vector<testing::World> worlds;
    std::vector<testing::Trace> wanted;
    for (int n = 0; n < 6; n++) {
      worlds.push_back(random_world(random));
      wanted.push_back(testing::run_suspending(module, module.function(id), worlds.back(), {1000}));
    }
    INFO("round " << round << "\n" << before);
    REQUIRE(run_passes(module, id, passes, {true, {}, nullptr}) == "");
    const std::string after = ir::print(module);
    REQUIRE(module.function_count() == 2);
    CHECK(!has_suspension(module.function(id)));
    CHECK(!has_suspension(module.function(ir::FunctionId(1))));
    for (size_t n = 0; n < worlds.size(); n++) {
      // Of a run that goes on, no more than there is to compare.
      const size_t events = wanted[n].ended ? SIZE_MAX : wanted[n].log.size();
      const testing::Trace got =
          testing::run_suspending(module, module.function(id), worlds[n], {100'000, events});
      INFO(after);
      REQUIRE(got.fault == "");
      REQUIRE(got.log.size() >= wanted[n].log.size());
      for (size_t k = 0; k < wanted[n].log.size(); k++) REQUIRE(got.log[k] == wanted[n].log[k]);
      if (wanted[n].ended) REQUIRE(got.ended);
      compared += wanted[n].log.size();
    }
  }
  CHECK(compared > rounds * 10);
}

constexpr ir::FunctionFlag kGenerator = ir::FunctionFlag::Generator;
constexpr ir::FunctionFlag kAsync = ir::FunctionFlag::Async;

}  // namespace

TEST_CASE("random generators do the same in two functions") {
  compare("suspend", kGenerator, 1, 300);
}
TEST_CASE("random async functions do the same in two functions") {
  compare("suspend", kAsync, 2, 300);
}
TEST_CASE("random async generators do the same in two functions") {
  compare("suspend", kAsync | kGenerator, 3, 300);
}
TEST_CASE("random functions do the same behind the whole pipeline") {
  compare("pipeline", kGenerator, 4, 100);
  compare("pipeline", kAsync, 5, 100);
}

TEST_CASE("lowering suspension takes near linear time") {
  for (const uint32_t count : {1'000u, 5'000u}) {
    ir::Module module;
    const ir::FunctionId id = module.new_function();
    module.function(id).info.flags = kAsync;
    ir::Builder b(module.function(id));
    std::vector<ir::VariableId> variables;
    for (uint32_t n = 0; n < 20; n++) {
      variables.push_back(b.new_variable());
      b.write(variables.back(),
              b.append(ir::Op::Parameter, {}, ir::Immediate::index(n), ir::Rep::Boxed));
    }
    for (uint32_t n = 0; n < count; n++) {
      const ir::BlockId then = b.new_block();
      const ir::BlockId after = b.new_block();
      const ir::BlockId resume = b.new_resume();
      b.branch(b.append(ir::Op::ToBoolean, {b.read(variables[n % 20])}), then, after);
      b.seal(then);
      b.enter(then);
      b.suspend(ir::SuspendKind::Await, b.read(variables[(n + 1) % 20]), resume);
      b.seal(resume);
      b.enter(resume);
      b.write(variables[(n + 7) % 20], b.received(resume));
      b.jump(after);
      b.seal(after);
      b.enter(after);
    }
    for (const ir::VariableId v : variables)
      b.append(ir::Op::Call, {b.undefined(), b.undefined(), b.read(v)});
    b.return_value(b.undefined());
    b.finish();
    const auto start = std::chrono::steady_clock::now();
    REQUIRE(run_passes(module, id, std::span(find_pass("suspend"), 1), {}) == "");
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    MESSAGE(count << " suspensions with 20 live values: " << time.count() * 1000 << " ms");
    CHECK(time.count() < 20);
    CHECK(module.function(ir::FunctionId(1)).info.frame.value_slots <= 41);
  }
}
