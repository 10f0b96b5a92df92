#include "generator/cli/builder.h"

#include <utility>

#include "generator/process/process.h"
#include "generator/project/cache_settings.h"
#include "generator/report/amounts.h"
#include "support/base/path.h"
#include "support/base/trace.h"

namespace perry::generator {

namespace {

constexpr std::string_view kScanTrace = "scan-trace.json";

}  // namespace

Builder::Builder(const Options& options)
    : options_(options),
      here_(current_directory()),
      origin_ns_(support::Trace::steady_clock_ns()) {}

bool Builder::fail(const std::string& message) const {
  complain(message);
  return false;
}

std::string Builder::shown(const std::string& path) const {
  return support::is_path_inside(path, here_) ? support::relative_path(path, here_) : path;
}

std::string Builder::in_build(std::string_view name) const {
  return support::join_path(project_.build, name);
}

std::string Builder::program_path(size_t entry) const {
  return project_.output_path(project_.settings.entries[entry]);
}

std::vector<std::string> Builder::dependencies() {
  std::vector<std::string> all = {tools_.scan, tools_.compile, tools_.link};
  for (const std::string_view name : {"/libperry_program.a", "/libperry_runtime.a"})
    if (std::string path = tools_.runtime + std::string(name); files_.stat(path))
      all.push_back(std::move(path));
  const auto text = files_.read_file(in_build("build.ninja"));
  if (!text) return all;
  // What is in the build folder is ours, and new each time.
  for (const std::string& input : read_inputs(*text, "build.ninja"))
    if (std::string path = in_build(input); !support::is_path_inside(path, project_.build))
      all.push_back(std::move(path));
  return all;
}

void Builder::begin_phase(std::string name) {
  const int64_t now = support::Trace::steady_clock_ns() - origin_ns_;
  trace_.phases.push_back({.name = std::move(name), .start_ns = now, .end_ns = now});
}

void Builder::end_phase() {
  trace_.phases.back().end_ns = support::Trace::steady_clock_ns() - origin_ns_;
}

bool Builder::find() {
  auto project = find_project(files_, here_, options_);
  if (!project) return fail(project.error());
  project_ = std::move(*project);
  return true;
}

bool Builder::configure() {
  begin_phase("configure");
  if (!find()) return false;
  auto tools = find_tools(files_, options_, here_);
  if (!tools) return fail(tools.error());
  tools_ = std::move(*tools);
  const auto target = find_target(files_, project_, options_, tools_);
  if (!target) return fail(target.error());
  const auto cache = resolve_cache_settings(files_, options_, here_);
  if (!cache) return fail(cache.error());
  const auto prepared = prepare(files_, project_, tools_, make_config(project_, *target),
                                support::write_settings(*cache));
  if (!prepared) return fail(prepared.error());
  must_scan_ = *prepared;
  end_phase();
  return true;
}

bool Builder::scan() {
  const auto exit = run_process({tools_.scan, "--config", "perry.json"}, project_.build);
  if (!exit) return fail("cannot run `" + tools_.scan + "`");
  return exit->ok();
}

// Ninja runs the scan without a trace, so it is run here, and Ninja finds it up to date.
bool Builder::scan_for_trace() {
  begin_phase("scan");
  trace_.scan_start_ns = trace_.phases.back().start_ns;
  const auto exit = run_process(
      {tools_.scan, "--config", "perry.json", "--trace", std::string(kScanTrace)}, project_.build);
  end_phase();
  if (!exit) return fail("cannot run `" + tools_.scan + "`");
  if (auto text = files_.read_file(in_build(kScanTrace))) trace_.scan = std::move(*text);
  std::ignore = files_.remove_file(in_build(kScanTrace));
  return exit->ok();
}

EdgeTimes Builder::read_times() {
  const auto text = files_.read_file(in_build(".ninja_log"));
  return text ? read_ninja_log(*text) : EdgeTimes();
}

std::vector<std::string> Builder::ninja_command(const std::vector<std::string>& targets) const {
  std::vector<std::string> command = {ninja_};
  const auto add = [&](const std::vector<std::string>& words) {
    command.insert(command.end(), words.begin(), words.end());
  };
  add(options_.ninja_arguments);
  add(targets);
  return command;
}

bool Builder::run_verbose(const std::vector<std::string>& command) {
  std::vector<std::string> verbose = command;
  verbose.insert(verbose.begin() + 1, "-v");
  const auto exit = run_process(verbose, project_.build);
  if (!exit) return fail("cannot run `" + ninja_ + "`");
  return exit->ok();
}

bool Builder::build(Detail detail, const std::vector<std::string>& targets) {
  ninja_ = find_on_path("ninja");
  if (ninja_.empty()) return fail(kNoNinja);
  if (!configure()) return false;
  const bool is_traced = !options_.trace_file.empty();
  log_mark_ = mark_edge_log(files_, project_.build);
  if (is_traced ? !scan_for_trace() : must_scan_ && !scan()) return false;
  if (is_cache_off(options_) && !forget_objects()) return false;
  const std::vector<std::string> command = ninja_command(targets);
  const bool is_json = options_.format == ReportFormat::Json;
  if (options_.is_verbose && !is_json && !is_traced) {
    const bool ok = run_verbose(command);
    report_cache();
    return ok;
  }
  const EdgeTimes before = is_json || is_traced ? read_times() : EdgeTimes();
  begin_phase("ninja");
  const auto outcome = run_ninja(command, project_.build, is_json ? Detail::Nothing : detail);
  end_phase();
  if (!outcome) return fail("cannot run `" + ninja_ + "`");
  report_cache();
  return report(*outcome, before) && outcome->ok();
}

// Without the cache, what came from it is not used either.
bool Builder::forget_objects() {
  if (!files_.stat(in_build("build.ninja"))) return true;
  const auto exit = run_process({ninja_, "-t", "clean", "-r", "cc"}, project_.build, Streams::None);
  return exit && exit->ok();
}

// A cache that does not work is no failure, but nobody should have to look for it.
void Builder::report_cache() {
  const CacheSummary summary = summarize_cache(files_, project_.build, log_mark_);
  if (options_.is_verbose) say_error(describe(summary));
  if (summary.errors > 0)
    complain("the object cache had " + amount_of(summary.errors, "error") + ": " + summary.problem);
}

bool Builder::report(const BuildOutcome& outcome, const EdgeTimes& before) {
  const bool is_json = options_.format == ReportFormat::Json;
  if (!is_json) {
    const std::string failures = summarize_failures(outcome);
    if (!failures.empty()) complain(failures.substr(0, failures.size() - 1));
  }
  if (!is_json && options_.trace_file.empty()) return true;
  const EdgeTimes times = times_since(before, read_times());
  const auto ninja_file = files_.read_file(in_build("build.ninja"));
  const auto edges = ninja_file ? read_edges(*ninja_file) : std::vector<BuildEdge>();
  if (is_json) {
    const auto changes =
        read_output({tools_.scan, "--config", "perry.json", "--dump", "changes"}, project_.build);
    say(make_build_report({.project = &project_,
                           .outcome = &outcome,
                           .edges = edges,
                           .times = times,
                           .changes = changes.value_or(""),
                           .cache = summarize_cache(files_, project_.build, log_mark_)},
                          files_));
  }
  if (options_.trace_file.empty()) return true;
  trace_.edges = edges;
  return write_trace(times);
}

bool Builder::write_trace(const EdgeTimes& times) {
  trace_.times = times;
  trace_.ninja_start_ns = trace_.phases.back().start_ns;
  const std::string path = support::join_path(here_, options_.trace_file);
  const auto written = files_.write_if_changed(path, make_build_trace(trace_));
  if (written) return true;
  return fail("cannot write the trace `" + options_.trace_file + "`: " + written.error().reason());
}

}  // namespace perry::generator
