#include "perry-scan/replay/replay.h"

#include <algorithm>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "frontend/module/codec.h"
#include "frontend/module/request.h"
#include "perry-scan/database/mentions.h"
#include "perry-scan/plan/content_folder.h"
#include "perry-scan/plan/ninja_file.h"
#include "perry-scan/replay/last_scan.h"
#include "perry-scan/replay/surroundings.h"
#include "support/base/path.h"
#include "support/base/sha256.h"

namespace perry::scan {

namespace {

using support::Hash256;

// Where so many were edited, one of them has probably changed for others too, and all would be
// parsed twice.
constexpr size_t kMostParsed = 64;

// A record without what only messages need.
frontend::ModuleRecord without_spans(frontend::ModuleRecord record) {
  const auto clear = [](auto& entries) {
    for (auto& entry : entries) entry.span = {};
  };
  clear(record.requests);
  clear(record.imports);
  clear(record.exports);
  clear(record.directives);
  return record;
}

class Replay {
 public:
  explicit Replay(const ReplayInput& input)
      : input_(input),
        files_(*input.files),
        requests_(files_, input.settings->build, kRequestFolder),
        plans_(files_, input.settings->build, kPlanFolder) {}

  std::optional<Replayed> run();

 private:
  // What a source is remembered by now.
  struct Edited {
    std::string record;
    std::string signature;
    std::string mentions;
  };

  bool read_last_scan();
  bool outputs_are_there();
  bool check_sources();
  std::string path_of(std::string_view remembered) const;
  bool check(std::string_view path, StoredSource& source);
  bool parse(std::string_view text, StoredSource& source);
  bool renew_requests();
  bool renew(MadeRequest& request, const StoredSource& source);
  void rename_keys();
  std::string encode_database();
  std::string in_build(std::string_view name) const {
    return support::join_path(input_.settings->build, name);
  }

  const ReplayInput& input_;
  support::FileSystem& files_;
  ContentFolder requests_;
  ContentFolder plans_;
  LastScan last_;
  std::string ninja_file_;
  std::vector<std::pair<std::string_view, StoredSource>> sources_;
  std::vector<std::pair<std::string_view, Hash256>> old_hashes_;  // of those with other contents
  std::deque<Edited> edited_;
  std::unordered_map<std::string, std::string> keys_;  // new ones by old ones, as text
  bool is_changed_ = false;                            // for the database
  Replayed result_;
};

bool Replay::read_last_scan() {
  if (input_.database->last_scan().empty()) return false;
  auto last = LastScan::decode(input_.database->last_scan());
  if (!last || last->situation != input_.situation) return false;
  last_ = std::move(*last);
  return true;
}

bool Replay::outputs_are_there() {
  auto text = files_.read_file(in_build(kNinjaFile));
  if (!text || checksum(*text) != last_.ninja_file) return false;
  ninja_file_ = std::move(*text);
  if (!requests_.open() || !plans_.open()) return false;
  return std::ranges::all_of(last_.plans,
                             [&](const Hash256& key) { return plans_.keep(plan_file(key)); });
}

// Whether others see in the text what they saw in the one that was remembered.
bool Replay::parse(std::string_view text, StoredSource& source) {
  if (result_.counts.parsed == kMostParsed) return false;
  result_.counts.parsed++;
  const SourceFacts facts = parse_source(text, source.reading, input_.stack);
  if (!facts.diagnostics.all().empty() || facts.options.goal != source.goal) return false;
  Edited edited = {.record = frontend::encode_record(facts.record),
                   .signature = encode_signature(facts.signature),
                   .mentions = facts.mentions};
  if (edited.signature != source.signature) return false;
  if (edited.record != source.record) {
    auto old = frontend::decode_record(source.record);
    if (!old || without_spans(std::move(*old)) != without_spans(facts.record)) return false;
  }
  for (const support::Definition& definition : input_.settings->definitions)
    if (has_mention(source.mentions, definition.name) !=
        has_mention(edited.mentions, definition.name))
      return false;
  const Edited& kept = edited_.emplace_back(std::move(edited));
  source.record = kept.record;
  source.signature = kept.signature;
  source.mentions = kept.mentions;
  return true;
}

bool Replay::check(std::string_view path, StoredSource& source) {
  const std::string file = path_of(path);
  const auto stat = files_.stat(file);
  if (!stat || stat->kind != support::FileKind::File) return false;
  const FileIdentity now = identity_of(*stat, input_.now_ns);
  if (is_same(source.identity, now)) {
    result_.counts.reused++;
    return true;
  }
  is_changed_ = true;
  source.identity = now;
  const auto text = files_.read_file(file, kLargestSource);
  if (!text) return false;
  result_.counts.read++;
  const Hash256 hash = support::sha256(*text);
  if (hash == source.hash) return true;
  old_hashes_.emplace_back(path, std::exchange(source.hash, hash));
  // Data says nothing to anybody.
  return source.record.empty() || parse(*text, source);
}

// What the database remembers is free of `.` and `..`.
std::string Replay::path_of(std::string_view remembered) const {
  std::string path;
  if (!support::is_absolute_path(remembered)) path.append(input_.settings->root).append("/");
  return path.append(remembered);
}

bool Replay::check_sources() {
  sources_ = input_.database->sources();
  return std::ranges::all_of(sources_,
                             [&](auto& source) { return check(source.first, source.second); });
}

bool Replay::renew(MadeRequest& request, const StoredSource& source) {
  const auto bytes = files_.read_file(in_build(request_file(request.key)));
  if (!bytes) return false;
  auto decoded = frontend::decode_request(*bytes);
  if (!decoded) return false;
  decoded->source_hash = source.hash;
  const std::string renewed = frontend::encode_request(*decoded);
  const Hash256 key = frontend::request_key(renewed);
  const auto put = requests_.put(request_file(key), renewed);
  if (!put) return false;
  result_.requests_written += *put ? 1 : 0;
  keys_.emplace(key_text(request.key), key_text(key));
  request.key = key;
  return true;
}

// Both lists are sorted by path.
bool Replay::renew_requests() {
  auto edited = old_hashes_.begin();
  auto source = sources_.begin();
  for (MadeRequest& request : last_.requests) {
    while (edited != old_hashes_.end() && edited->first < request.source) ++edited;
    if (edited == old_hashes_.end() || edited->first != request.source) {
      if (!requests_.keep(request_file(request.key))) return false;
      continue;
    }
    source = std::ranges::lower_bound(source, sources_.end(), request.source, {},
                                      [](const auto& s) { return s.first; });
    if (source == sources_.end() || !renew(request, source->second)) return false;
  }
  return true;
}

// As the generator of build.ninja writes them.
void Replay::rename_keys() {
  constexpr std::string_view kBefore = "\n  key = ";
  for (size_t at = ninja_file_.find(kBefore); at != std::string::npos;
       at = ninja_file_.find(kBefore, at)) {
    at += kBefore.size();
    const size_t size = std::min(ninja_file_.find('\n', at), ninja_file_.size()) - at;
    const auto place = keys_.find(ninja_file_.substr(at, size));
    if (place != keys_.end()) ninja_file_.replace(at, size, place->second);
  }
}

std::string Replay::encode_database() {
  std::vector<std::pair<std::string_view, const StoredSource*>> sources;
  sources.reserve(sources_.size());
  for (const auto& [path, source] : sources_) sources.emplace_back(path, &source);
  return Database::encode(sources, last_.encode(), input_.program);
}

std::optional<Replayed> Replay::run() {
  if (!read_last_scan() || !outputs_are_there() ||
      !surroundings_hold(last_, files_, input_.now_ns, is_changed_) || !check_sources() ||
      !renew_requests())
    return std::nullopt;
  const std::string old_ninja_file = ninja_file_;
  rename_keys();
  requests_.remove_others(".req", old_ninja_file);
  plans_.remove_others(".plan", old_ninja_file);
  if (!keys_.empty()) {
    last_.ninja_file = checksum(ninja_file_);
    result_.ninja_file = std::move(ninja_file_);
  }
  result_.modules = last_.modules;
  result_.requests = last_.requests.size();
  if (is_changed_) result_.database = encode_database();
  return std::move(result_);
}

}  // namespace

std::optional<Replayed> replay(const ReplayInput& input) { return Replay(input).run(); }

}  // namespace perry::scan
