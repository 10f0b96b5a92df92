#include "perry-scan/driver/run.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "frontend/module/link_plan.h"
#include "frontend/module/request.h"
#include "perry-scan/database/sources.h"
#include "perry-scan/driver/answers.h"
#include "perry-scan/driver/config.h"
#include "perry-scan/driver/dump_graph.h"
#include "perry-scan/driver/graph_views.h"
#include "perry-scan/driver/show_reports.h"
#include "perry-scan/driver/system.h"
#include "perry-scan/driver/tool_identity.h"
#include "perry-scan/graph/builder.h"
#include "perry-scan/graph/check.h"
#include "perry-scan/graph/codes.h"
#include "perry-scan/graph/exports.h"
#include "perry-scan/graph/metadata_imports.h"
#include "perry-scan/plan/link_plan.h"
#include "perry-scan/plan/ninja_file.h"
#include "perry-scan/plan/outputs.h"
#include "perry-scan/plan/requests.h"
#include "perry-scan/replay/last_scan.h"
#include "perry-scan/replay/replay.h"
#include "perry-scan/replay/surroundings.h"
#include "support/base/binary_writer.h"
#include "support/base/edge_log.h"
#include "support/base/parent.h"
#include "support/base/path.h"
#include "support/base/real_file_system.h"
#include "support/base/sha256.h"
#include "support/base/stack.h"
#include "support/base/trace.h"
#include "support/diag/file_diagnostics.h"

namespace perry::scan {

namespace {

// How far recursion over the input may go. Address space only: what isn't used costs nothing.
constexpr size_t kStackSize = support::kStackFrameGrowth * (size_t{256} << 20);
constexpr size_t kStackReserve = support::kStackFrameGrowth * (size_t{1} << 20);

// What a scan builds up. Never freed: the program ends, and to free a million small things one by
// one would take a tenth of its time.
struct Work {
  Resolver resolver;
  Sources sources;
  WatchedFacts watched;
  Graph graph;
  std::optional<Exports> exports;
};

class Scan {
 public:
  explicit Scan(const Options& options) : options_(options) {
    if (!options.trace_file.empty()) trace_.emplace();
  }

  int run();

 private:
  bool assume_configuration();
  bool read_configuration();
  bool identify_tools();
  bool identify(std::string_view tool, std::string& identity);
  bool read_runtime_list();
  support::Hash256 situation() const;
  Database load_database();
  bool replay(const Database& database, support::StackLimit stack);
  void scan(support::StackLimit stack);
  void finish();
  void print(const Graph& graph, Exports& exports);
  Question question(const Graph& graph, Exports& exports);
  void show_counts(const Sources::Counts& counts);
  void show_counts(size_t modules, size_t requests, size_t written);
  std::optional<Outputs> write(const Graph& graph, Exports& exports);
  std::string last_scan(const Outputs& outputs);
  bool replace_ninja_file();
  void log(bool ok);
  bool write_trace();
  void show_late(const support::FsError& error);
  void save(const Sources& sources, std::string_view last_scan);
  void save(const std::optional<std::string>& database);
  support::Trace* trace() { return trace_ ? &*trace_ : nullptr; }
  std::string in_build(std::string_view name) const {
    return support::join_path(settings_.build, name);
  }

  const Options& options_;
  support::RealFileSystem files_;
  Reports reports_;
  Config config_;
  BuildSettings settings_;
  support::Hash256 config_hash_;
  std::string program_;  // our own identity
  // Not within the tick in which a file may just have been saved: it would look newer than what
  // this scan makes of it, and be scanned again.
  int64_t began_ns_ = options_.entries.empty() ? next_file_tick_ns() : file_clock_ns();
  support::EdgeRecord record_ = support::begin_edge("scan");
  Work* work_ = nullptr;
  std::string ninja_file_;
  std::optional<support::Trace> trace_;
};

// Without a build folder: nothing is written, and nothing depends on the tools.
bool Scan::assume_configuration() {
  const auto here = files_.real_path(current_directory());
  if (!here) {
    support::report_read_error(reports_.about_no_file(), here.error(), 0);
    return false;
  }
  settings_.build = settings_.root = *here;
  config_.conditions = options_.conditions;
  config_.externals = options_.externals;
  if (!options_.tsconfig.empty()) config_.tsconfig = options_.tsconfig;
  for (const std::string& entry : options_.entries) {
    config_.programs.push_back({.entries = {{.path = entry}}, .name = entry});
    settings_.programs.push_back(entry);
  }
  return true;
}

bool Scan::read_configuration() {
  const std::string file = support::join_path(current_directory(), options_.config);
  const auto folder = files_.real_path(support::path_directory(file));
  auto text = files_.read_file(file);
  if (!text || !folder) {
    support::report_read_error(reports_.about_no_file(), text ? folder.error() : text.error(), 0);
    return false;
  }
  config_hash_ = support::sha256(*text);
  auto config = read_config(std::move(*text));
  if (!config) {
    reports_.about_no_file().report(
        diag::kInvalidConfiguration, {},
        "`" + options_.config + "` is not a configuration of this perry: " + config.error());
    return false;
  }
  config_ = std::move(*config);
  settings_.build = *folder;
  const auto root = files_.real_path(support::join_path(settings_.build, config_.root));
  if (!root) {
    support::report_read_error(reports_.about_no_file(), root.error(), 0);
    return false;
  }
  settings_.root = *root;
  settings_.target = config_.target;
  settings_.profile = config_.profile;
  settings_.output = config_.output;
  settings_.definitions = config_.definitions;
  for (const Config::Program& program : config_.programs)
    settings_.programs.push_back(program.name);
  return true;
}

bool Scan::identify(std::string_view tool, std::string& identity) {
  auto found = tool_identity(files_, in_build(tool));
  if (!found) {
    support::report_read_error(reports_.about_no_file(), found.error(), 0);
    return false;
  }
  identity = std::move(*found);
  return true;
}

bool Scan::identify_tools() {
  const support::Phase phase(trace(), "identify tools");
  return identify(kCompileTool, settings_.compiler) && identify(kLinkTool, settings_.linker) &&
         identify(kScanTool, program_) && read_runtime_list();
}

// The libraries of the system, `-l…`, are perry-ld's to find.
bool Scan::read_runtime_list() {
  const auto text = files_.read_file(in_build(kRuntimeList));
  if (!text) {
    support::report_read_error(reports_.about_no_file(), text.error(), 0);
    return false;
  }
  for (const auto line : std::views::split(*text, '\n')) {
    const std::string_view name(line);
    if (!name.empty() && !name.starts_with("-l")) settings_.archives.emplace_back(name);
  }
  return true;
}

void Scan::save(const Sources& sources, std::string_view last_scan) {
  const support::Phase phase(trace(), "save database");
  save(sources.encode_changes(last_scan, program_));
}

// Without it the next scan takes longer; that is all.
void Scan::save(const std::optional<std::string>& database) {
  if (database) std::ignore = files_.write_if_changed(in_build(kDatabaseFile), *database);
}

Question Scan::question(const Graph& graph, Exports& exports) {
  return {.graph = &graph,
          .exports = &exports,
          .settings = &settings_,
          .files = &files_,
          .has_build_folder = options_.entries.empty()};
}

void Scan::print(const Graph& graph, Exports& exports) {
  std::string out;
  if (options_.dump == Dump::Requests)
    for (ModuleIndex m = 0; m < graph.modules.size(); m++)
      out += frontend::dump_request(make_request(graph, exports, m, settings_));
  if (options_.dump == Dump::Plans)
    for (const Program& program : make_programs(graph, exports, settings_))
      out += frontend::dump_link_plan(program.plan);
  if (options_.dump == Dump::Graph) out += dump_graph(graph, exports, settings_);
  if (options_.dump == Dump::GraphJson) out += graph_as_json(graph);
  if (options_.dump == Dump::GraphDot) out += graph_as_dot(graph);
  if (options_.dump == Dump::GraphHtml) out += graph_as_html(graph);
  if (options_.dump == Dump::Changes) out += list_changes(question(graph, exports));
  write_standard_output(out);
}

void Scan::show_counts(const Sources::Counts& counts) {
  if (!options_.show_counts) return;
  write_standard_output("parsed " + std::to_string(counts.parsed) + ", read " +
                        std::to_string(counts.read) + ", reused " + std::to_string(counts.reused) +
                        "\n");
}

void Scan::show_counts(size_t modules, size_t requests, size_t written) {
  if (!options_.show_counts) return;
  write_standard_output("modules " + std::to_string(modules) + ", requests written " +
                        std::to_string(written) + " of " + std::to_string(requests) + "\n");
}

std::optional<Outputs> Scan::write(const Graph& graph, Exports& exports) {
  const support::Phase phase(trace(), "write");
  auto outputs = write_outputs(
      graph, exports, settings_,
      watch_list(work_->resolver.tree(), work_->watched.facts, settings_.root), files_);
  if (!outputs) {
    support::report_write_error(reports_.about_no_file(), outputs.error());
    return std::nullopt;
  }
  show_counts(graph.modules.size(), outputs->requests, outputs->requests_written);
  ninja_file_ = std::move(outputs->ninja_file);
  return std::move(*outputs);
}

// Empty where the next scan has to do everything again, perhaps only to say it.
std::string Scan::last_scan(const Outputs& outputs) {
  const support::Phase phase(trace(), "note surroundings");
  if (!reports_.empty()) return {};
  LastScan last;
  last.situation = situation();
  last.ninja_file = checksum(ninja_file_);
  last.modules = work_->graph.modules.size();
  last.plans = outputs.plan_keys;
  for (ModuleIndex m = 0; m < work_->graph.modules.size(); m++) {
    const GraphModule& module = work_->graph[m];
    if (module.kind == frontend::ModuleKind::Builtin) continue;
    if (!work_->sources.remembers(module.path) || module.kind == frontend::ModuleKind::Script)
      return {};
    last.requests.push_back({work_->sources.remembered(module.path), outputs.keys[m]});
  }
  std::ranges::sort(last.requests, {},
                    [](const MadeRequest& r) { return std::pair(r.source, r.key); });
  const bool is_whole = note_surroundings(work_->resolver.tree(), work_->watched.facts,
                                          work_->sources, files_, began_ns_, last);
  return is_whole ? last.encode() : std::string();
}

bool Scan::write_trace() {
  if (!trace_) return true;
  const auto written =
      files_.write_if_changed(options_.trace_file, trace_->to_chrome_json("perry-scan"));
  if (!written) show_late(written.error());
  return written.has_value();
}

// What went wrong when all else had been said.
void Scan::show_late(const support::FsError& error) {
  Reports reports;
  support::report_write_error(reports.about_no_file(), error);
  show_reports(reports, settings_.root, files_, options_);
}

// The last step. What changed while we were at work is newer than build.ninja, also within one tick
// of the clock, and at no moment older: Ninja may look at any.
bool Scan::replace_ninja_file() {
  if (ninja_file_.empty()) return true;
  const std::string file = in_build(kNinjaFile);
  if (const auto old = files_.read_file(file); old && *old == ninja_file_) return true;
  const std::string next = in_build(kNextNinjaFile);
  auto replaced = [&]() -> support::FsResult<void> {
    const auto written = files_.write_if_changed(next, ninja_file_);
    if (!written) return std::unexpected(written.error());
    set_file_time(next, began_ns_ - 1);
    return rename_file(next, file);
  }();
  if (!replaced) {
    show_late(replaced.error());
    return false;
  }
  record_.outcome = "changed";
  return true;
}

Database Scan::load_database() {
  const support::Phase phase(trace(), "load database");
  if (!options_.entries.empty()) return {};
  auto bytes = files_.read_file(in_build(kDatabaseFile));
  return bytes ? Database::decode(std::move(*bytes), program_) : Database();
}

support::Hash256 Scan::situation() const {
  support::BinaryWriter out;
  out.hash(config_hash_);
  for (const std::string& text :
       {settings_.compiler, settings_.linker, program_, settings_.root, settings_.build})
    out.string(text);
  for (const std::string& archive : settings_.archives) out.string(archive);
  return support::sha256(out.bytes());
}

// Whether that was all there is to do.
bool Scan::replay(const Database& database, support::StackLimit stack) {
  const support::Phase phase(trace(), "replay");
  if (!options_.entries.empty() || options_.dump != Dump::None || !options_.why.empty())
    return false;
  auto replayed = scan::replay({.files = &files_,
                                .database = &database,
                                .settings = &settings_,
                                .situation = situation(),
                                .program = program_,
                                .now_ns = began_ns_,
                                .stack = stack});
  if (!replayed) return false;
  show_counts(replayed->counts);
  show_counts(replayed->modules, replayed->requests, replayed->requests_written);
  if (replayed->ninja_file) ninja_file_ = std::move(*replayed->ninja_file);
  save(replayed->database);
  return true;
}

void Scan::scan(support::StackLimit stack) {
  Database database = load_database();
  if (replay(database, stack)) return;
  ResolverOptions resolver_options;
  for (const std::string& condition : config_.conditions)
    resolver_options.conditions.push_back(condition);
  if (config_.tsconfig)
    resolver_options.tsconfig = support::join_path(settings_.build, *config_.tsconfig);
  work_ = new Work{.resolver = {files_, std::move(resolver_options)},
                   .sources = {files_, std::move(database), settings_.root, began_ns_, stack},
                   .watched = {},
                   .graph = {},
                   .exports = {}};
  GraphInput input = {
      .root = settings_.root, .programs = {}, .builtins = {}, .externals = config_.externals};
  for (const Config::Program& program : config_.programs) {
    auto& entries = input.programs.emplace_back();
    for (const Config::Entry& entry : program.entries)
      entries.push_back({support::join_path(settings_.build, entry.path), entry.kind});
  }
  {
    const support::Phase phase(trace(), "graph");
    work_->graph = build_graph(input, work_->resolver, work_->sources, reports_, work_->watched);
    work_->exports.emplace(work_->graph);
    take_back_types(work_->graph, *work_->exports);
  }
  {
    const support::Phase phase(trace(), "check names");
    check_names(work_->graph, *work_->exports, reports_);
  }
  finish();
}

void Scan::finish() {
  show_counts(work_->sources.counts());
  if (!options_.why.empty())
    return write_standard_output(
        explain_module(question(work_->graph, *work_->exports), options_.why));
  if (options_.dump != Dump::None) return print(work_->graph, *work_->exports);
  if (!options_.entries.empty()) return;
  std::string last;
  if (!reports_.has_errors())
    if (const auto outputs = write(work_->graph, *work_->exports)) last = last_scan(*outputs);
  save(work_->sources, last);
}

int Scan::run() {
  const bool is_ready =
      options_.entries.empty() ? read_configuration() && identify_tools() : assume_configuration();
  if (!is_ready) {
    show_reports(reports_, settings_.root, files_, options_);
    return kExitUsage;
  }
  if (options_.entries.empty()) support::end_with_parent();
  std::optional<FolderLock> lock;
  if (options_.entries.empty()) lock.emplace(in_build("scan.lock"));
  support::run_with_stack(kStackSize, [&] { scan(support::StackLimit::current(kStackReserve)); });
  show_reports(reports_, settings_.root, files_, options_);
  const bool has_trace = write_trace();
  const bool ok = !reports_.has_errors() && replace_ninja_file();
  const bool only_answers = options_.dump != Dump::None || !options_.why.empty();
  if (options_.entries.empty() && !only_answers) log(ok);
  return ok && has_trace ? kExitSuccess : kExitDiagnostics;
}

// The one step that runs alone also keeps the log from growing for ever.
void Scan::log(bool ok) {
  constexpr uint64_t kLongestLog = uint64_t{4} << 20;
  const std::string file = in_build(kEdgeLogFile);
  if (const auto stat = files_.stat(file); stat && stat->size > kLongestLog)
    std::ignore = files_.remove_file(file);
  if (!ok) record_.outcome = "failed";
  if (ok && record_.outcome.empty()) record_.outcome = "unchanged";
  record_.name = kNinjaFile;
  support::end_edge(record_);
  support::append_edge(file, record_);
}

}  // namespace

int run(const Options& options) {
  tune_memory();
  static Scan* const scan = new Scan(options);
  return scan->run();
}

}  // namespace perry::scan
