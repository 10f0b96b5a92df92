#include "generator/report/build_report.h"

#include <algorithm>
#include <utility>

#include "support/base/json_writer.h"
#include "support/base/path.h"
#include "support/json/json.h"

namespace perry::generator {

namespace {

using support::JsonDialect;
using support::JsonDocument;
using support::JsonId;
using support::JsonWriter;

struct Kind {
  std::string_view rule;  // in build.ninja
  std::string_view step;  // in what Ninja prints
};
constexpr Kind kKinds[] = {{"scan", "SCAN"}, {"cc", "CC"}, {"ld", "LD"}};

class ReportMaker {
 public:
  ReportMaker(const ReportInput& input, support::FileSystem& files)
      : input_(input), files_(files), json_(out_) {
    // Without them the report lacks reasons.
    (void)changes_.parse(input.changes, JsonDialect::Strict);
  }

  std::string run();

 private:
  void add_counts(const Kind& kind);
  void add_programs();
  void add_step(const Step& step);
  void add_cache();
  void add_cache_of(const Step& step);
  void add_reasons(std::string_view source);
  const BuildEdge* find_edge(const Step& step) const;
  bool has_run(std::string_view kind, std::string_view subject) const;

  const ReportInput& input_;
  support::FileSystem& files_;
  JsonDocument changes_;
  std::string out_;
  JsonWriter json_;
};

bool ReportMaker::has_run(std::string_view kind, std::string_view subject) const {
  return std::ranges::any_of(input_.outcome->steps, [&](const Step& step) {
    return step.kind == kind && step.subject == subject && !step.has_failed;
  });
}

const BuildEdge* ReportMaker::find_edge(const Step& step) const {
  const auto kind = std::ranges::find(kKinds, step.kind, &Kind::step);
  if (kind == std::end(kKinds)) return nullptr;
  const auto edge = std::ranges::find_if(input_.edges, [&](const BuildEdge& e) {
    return e.rule == kind->rule && (e.rule == "scan" || e.subject == step.subject);
  });
  return edge == input_.edges.end() ? nullptr : &*edge;
}

void ReportMaker::add_counts(const Kind& kind) {
  int64_t run = 0;
  int64_t failed = 0;
  for (const Step& step : input_.outcome->steps) {
    if (step.kind != kind.step) continue;
    run++;
    failed += step.has_failed ? 1 : 0;
  }
  const auto all = std::ranges::count(input_.edges, kind.rule, &BuildEdge::rule);
  json_.key(kind.rule);
  json_.begin_object();
  json_.member("run", run);
  json_.member("failed", failed);
  json_.member("skipped", std::max<int64_t>(all - run, 0));
  json_.end_object();
}

void ReportMaker::add_programs() {
  json_.key("programs");
  json_.begin_array();
  for (const Entry& entry : input_.project->settings.entries) {
    const std::string path = input_.project->output_path(entry);
    const auto stat = files_.stat(path);
    json_.begin_object();
    json_.member("name", entry.name);
    json_.member("path", path);
    json_.key("bytes");
    if (stat)
      json_.number(static_cast<int64_t>(stat->size));
    else
      json_.null();
    const bool is_linked = has_run("LD", support::path_base_name(path));
    json_.key("link_cache");
    json_.begin_object();
    json_.key("linked");
    json_.boolean(is_linked);
    json_.key("skipped");
    json_.boolean(!is_linked && input_.outcome->ok());
    json_.end_object();
    json_.end_object();
  }
  json_.end_array();
}

void ReportMaker::add_reasons(std::string_view source) {
  for (JsonId id = changes_.first_child(changes_.root()); id; id = changes_.next(id)) {
    if (changes_.find_string(id, "module") != source) continue;
    const JsonId reasons = changes_.find(id, "reasons");
    for (JsonId r = changes_.first_child(reasons); r; r = changes_.next(r))
      json_.string(changes_.string(r));
  }
}

void ReportMaker::add_step(const Step& step) {
  const BuildEdge* const edge = find_edge(step);
  json_.begin_object();
  json_.member("kind", edge != nullptr ? std::string_view(edge->rule) : step.kind);
  if (!step.subject.empty()) json_.member("subject", step.subject);
  json_.key("ok");
  json_.boolean(!step.has_failed);
  if (edge != nullptr) {
    json_.member("output", edge->output);
    if (const auto time = input_.times.find(edge->output); time != input_.times.end()) {
      json_.member("start_ms", time->second.start_ms);
      json_.member("end_ms", time->second.end_ms);
    }
  }
  if (step.kind == "CC" && changes_.root()) {
    json_.key("reasons");
    json_.begin_array();
    add_reasons(step.subject);
    json_.end_array();
  }
  if (step.kind == "CC") add_cache_of(step);
  if (!step.text.empty()) json_.member("text", step.text);
  json_.end_object();
}

void ReportMaker::add_cache_of(const Step& step) {
  for (const support::EdgeRecord& record : input_.cache.compiles) {
    if (record.name != step.subject) continue;
    json_.member("outcome", record.outcome);
    if (!record.tier.empty()) json_.member("tier", record.tier);
    return;
  }
}

void ReportMaker::add_cache() {
  const CacheSummary& cache = input_.cache;
  json_.key("cache");
  if (!cache.is_used) return json_.null();
  json_.begin_object();
  const std::pair<std::string_view, uint64_t> all[] = {{"hits", cache.hits},
                                                       {"misses", cache.misses},
                                                       {"stores", cache.stores},
                                                       {"bytes_read", cache.bytes_read},
                                                       {"bytes_written", cache.bytes_written},
                                                       {"errors", cache.errors}};
  for (const auto& [name, value] : all) json_.member(name, static_cast<int64_t>(value));
  json_.key("problem");
  if (cache.problem.empty())
    json_.null();
  else
    json_.string(cache.problem);
  json_.end_object();
}

std::string ReportMaker::run() {
  json_.begin_object();
  json_.key("ok");
  json_.boolean(input_.outcome->ok());
  json_.key("edges");
  json_.begin_object();
  for (const Kind& kind : kKinds) add_counts(kind);
  json_.end_object();
  add_programs();
  add_cache();
  json_.key("steps");
  json_.begin_array();
  for (const Step& step : input_.outcome->steps) add_step(step);
  json_.end_array();
  json_.end_object();
  return std::move(out_) + "\n";
}

}  // namespace

EdgeTimes times_since(const EdgeTimes& before, const EdgeTimes& now) {
  EdgeTimes fresh;
  for (const auto& [output, time] : now) {
    const auto old = before.find(output);
    if (old == before.end() || old->second != time) fresh.emplace(output, time);
  }
  return fresh;
}

std::string make_build_report(const ReportInput& input, support::FileSystem& files) {
  return ReportMaker(input, files).run();
}

}  // namespace perry::generator
