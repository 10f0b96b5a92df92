#include "perry-cc/passes/pipeline.h"

#include <algorithm>
#include <array>

#include "perry-cc/ir/print.h"
#include "perry-cc/ir/read.h"
#include "perry-cc/ir/verify.h"
#include "perry-cc/passes/arithmetic.h"

namespace perry::passes {

namespace {

constexpr PassInfo kPasses[] = {
#define PASS(function, name) {name, function},
#include "perry-cc/passes/passes.def"
};

consteval const PassInfo& pass_named(std::string_view name) {
  const PassInfo* pass = kPasses;
  while (pass->name != name) pass++;  // beyond the table: no constant, so it does not compile
  return *pass;
}

constexpr PassInfo kPipeline[] = {
#define STEP(name, reason) pass_named(name),
#include "perry-cc/passes/passes.def"
};
constexpr PassInfo kFastPipeline[] = {
#define STEP(name, reason) pass_named(name),
#define FAST_STEP(name, reason) pass_named(name),
#include "perry-cc/passes/passes.def"
};

std::string faults_after(const ir::Module& module, ir::FunctionId id, std::string_view pass) {
  std::string text;
  for (const ir::Fault& fault : ir::verify_function(module, id)) {
    text += "after `";
    text += pass;
    text += "`: " + ir::fault_text(module, fault) + "\n";
  }
  return text;
}

bool verifies(const PipelineOptions& options) { return options.verify || PERRY_ASSERTIONS; }

std::string faults_of_building(const ir::Module& module, ir::FunctionId id,
                               const PipelineOptions& options) {
  return verifies(options) ? faults_after(module, id, "building") : std::string();
}

std::string run_verified(ir::Module& module, ir::FunctionId id, std::span<const PassInfo> steps,
                         const PipelineOptions& options) {
  for (const PassInfo& pass : steps) {
    const size_t functions = module.function_count();
    const bool changed = pass.run(module, module.function(id));
    const auto& wanted = options.print_after;
    if (options.printed != nullptr &&
        std::any_of(wanted.begin(), wanted.end(),
                    [&](const std::string& name) { return name == pass.name || name == "all"; })) {
      *options.printed += "; after ";
      *options.printed += pass.name;
      ir::print_function(*options.printed, module, id);
    }
    if (!changed || !verifies(options)) continue;
    if (std::string faults = faults_after(module, id, pass.name); !faults.empty()) return faults;
    for (size_t added = functions; added < module.function_count(); added++) {
      std::string faults = faults_after(module, ir::FunctionId(added), pass.name);
      if (!faults.empty()) return faults;
    }
  }
  return {};
}

}  // namespace

std::span<const PassInfo> all_passes() { return kPasses; }
std::span<const PassInfo> pipeline(Aim aim) {
  if (aim == Aim::FastPrograms) return kFastPipeline;
  return kPipeline;
}

const PassInfo* find_pass(std::string_view name) {
  for (const PassInfo& pass : kPasses)
    if (pass.name == name) return &pass;
  return nullptr;
}

std::string run_passes(ir::Module& module, ir::FunctionId id, std::span<const PassInfo> steps,
                       const PipelineOptions& options) {
  if (std::string faults = faults_of_building(module, id, options); !faults.empty()) return faults;
  return run_verified(module, id, steps, options);
}

std::string run_passes(ir::Module& module, std::span<const PassInfo> steps,
                       const PipelineOptions& options) {
  // Those that take the place of their calls come last: until then they are as they were built.
  // What passes add is finished.
  std::vector<ir::FunctionId> order, last;
  for (uint32_t i = 0; i < module.function_count(); i++) {
    const ir::FunctionId id(i);
    if (std::string faults = faults_of_building(module, id, options); !faults.empty())
      return faults;
    (arithmetic_of(module.function(id)) ? last : order).push_back(id);
  }
  order.insert(order.end(), last.begin(), last.end());
  for (const ir::FunctionId id : order)
    if (std::string faults = run_verified(module, id, steps, options); !faults.empty())
      return faults;
  return {};
}

OptResult run_opt(std::string_view text, std::string_view steps, const PipelineOptions& options) {
  std::vector<PassInfo> chosen;
  while (!steps.empty()) {
    const size_t comma = std::min(steps.find(','), steps.size());
    const std::string_view name = steps.substr(0, comma);
    steps.remove_prefix(std::min(comma + 1, steps.size()));
    if (name == "pipeline" || name == "fast-pipeline") {
      const auto all = pipeline(name == "pipeline" ? Aim::FastCompilation : Aim::FastPrograms);
      chosen.insert(chosen.end(), all.begin(), all.end());
    } else if (const PassInfo* pass = find_pass(name)) {
      chosen.push_back(*pass);
    } else {
      return {false, "there is no pass `" + std::string(name) + "`\n"};
    }
  }
  auto module = ir::read(text);
  if (!module) return {false, module.error().text() + "\n"};
  PipelineOptions always = options;
  always.verify = true;
  if (std::string faults = run_passes(*module, chosen, always); !faults.empty())
    return {false, std::move(faults)};
  return {true, ir::print(*module)};
}

}  // namespace perry::passes
