#include "perry-scan/database/sources.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "frontend/module/codec.h"
#include "support/base/binary_reader.h"
#include "support/base/sha256.h"

namespace perry::scan {

Sources::Loaded& Sources::slot(std::string_view key, bool& is_new) {
  const auto place = loaded_.find(key);
  is_new = place == loaded_.end();
  if (!is_new) return *place->second;
  auto loaded = std::make_unique<Loaded>();
  loaded->path = loaded->key = key;
  Loaded& result = *loaded;
  loaded_.emplace(result.key, std::move(loaded));
  return result;
}

std::string_view Sources::remembered(std::string_view path) const {
  const bool is_inside =
      path.size() > root_.size() + 1 && path.starts_with(root_) && path[root_.size()] == '/';
  return is_inside ? path.substr(root_.size() + 1) : path;
}

// Takes over what the database has, if it can be read.
bool Sources::reuse(const StoredSource& old, Loaded& loaded) const {
  auto record = frontend::decode_record(old.record);
  if (!record) return false;
  support::BinaryReader in(old.signature);
  frontend::ModuleSignature signature = frontend::read_signature(in);
  in.finish();
  if (!in.ok()) return false;
  loaded.facts = std::make_unique<SourceFacts>();
  loaded.facts->hash = old.hash;
  loaded.facts->options = old.reading.options;
  loaded.facts->options.goal = old.goal;
  loaded.facts->options.strict |= old.goal == frontend::Goal::CommonJS && record->has_module_syntax;
  loaded.facts->record = std::move(*record);
  loaded.facts->signature = std::move(signature);
  loaded.facts->mentions = old.mentions;
  loaded.stored.hash = old.hash;
  loaded.stored.goal = old.goal;
  loaded.stored.record = old.record;
  loaded.stored.signature = old.signature;
  loaded.stored.mentions = old.mentions;
  loaded.is_storable = true;
  return true;
}

support::FsResult<void> Sources::fill(Loaded& loaded, const Reading& reading) {
  const auto stat = files_.stat(loaded.path);
  if (!stat) return std::unexpected(stat.error());
  loaded.stored.identity = identity_of(*stat, now_ns_);
  loaded.stored.reading = reading;

  const StoredSource* old = database_.find(remembered(loaded.path));
  if (old != nullptr && old->reading != reading) old = nullptr;
  if (old != nullptr && is_same(old->identity, loaded.stored.identity) && reuse(*old, loaded)) {
    counts_.reused++;
    return {};
  }
  is_changed_ = true;
  const auto text = files_.read_file(loaded.path, kLargestSource);
  if (!text) return std::unexpected(text.error());
  counts_.read++;
  if (old != nullptr && old->hash == support::sha256(*text) && reuse(*old, loaded)) return {};
  counts_.parsed++;
  loaded.facts = std::make_unique<SourceFacts>(parse_source(*text, reading, stack_));
  // Neither is a file with diagnostics remembered, so that they are shown each time.
  loaded.is_storable = loaded.facts->diagnostics.all().empty();
  loaded.record = frontend::encode_record(loaded.facts->record);
  loaded.signature = encode_signature(loaded.facts->signature);
  loaded.stored.hash = loaded.facts->hash;
  loaded.stored.goal = loaded.facts->options.goal;
  loaded.stored.record = loaded.record;
  loaded.stored.signature = loaded.signature;
  loaded.stored.mentions = loaded.facts->mentions;
  return {};
}

support::FsResult<const SourceFacts*> Sources::load(std::string_view path, const Reading& reading) {
  bool is_new = false;
  const bool is_script = reading.options.goal == frontend::Goal::Script;
  std::string key(path);
  if (is_script) key += '\0';  // which no path has
  Loaded& loaded = slot(key, is_new);
  loaded.path = path;
  if (loaded.facts == nullptr && loaded.hash) {
    const auto filled = fill(loaded, reading);
    if (is_script) loaded.is_storable = false;
    if (!filled) loaded.hash = std::unexpected(filled.error());
  }
  if (loaded.facts == nullptr) return std::unexpected(loaded.hash.error());
  return loaded.facts.get();
}

support::FsResult<support::Hash256> Sources::hash_of(std::string_view path) {
  bool is_new = false;
  Loaded& loaded = slot(path, is_new);
  if (!is_new) return loaded.facts != nullptr ? loaded.facts->hash : loaded.hash;
  const auto stat = files_.stat(path);
  if (!stat) {
    loaded.hash = std::unexpected(stat.error());
    return loaded.hash;
  }
  loaded.stored.identity = identity_of(*stat, now_ns_);
  loaded.is_storable = true;
  const StoredSource* old = database_.find(remembered(path));
  if (old != nullptr && is_same(old->identity, loaded.stored.identity)) {
    counts_.reused++;
    loaded.hash = loaded.stored.hash = old->hash;
    return loaded.hash;
  }
  is_changed_ = true;
  const auto text = files_.read_file(path, kLargestSource);
  if (!text) {
    loaded.is_storable = false;
    loaded.hash = std::unexpected(text.error());
    return loaded.hash;
  }
  counts_.read++;
  loaded.hash = loaded.stored.hash = support::sha256(*text);
  return loaded.hash;
}

bool Sources::remembers(std::string_view path) const {
  const auto place = loaded_.find(path);
  return place != loaded_.end() && place->second->is_storable;
}

std::optional<std::string> Sources::encode_changes(std::string_view last_scan,
                                                   std::string_view program) const {
  std::vector<std::pair<std::string_view, const StoredSource*>> sources;
  sources.reserve(loaded_.size());
  for (const auto& [path, loaded] : loaded_)
    if (loaded->is_storable) sources.emplace_back(remembered(path), &loaded->stored);
  if (!is_changed_ && sources.size() == database_.sources().size() &&
      last_scan == database_.last_scan())
    return std::nullopt;
  std::ranges::sort(sources, {}, [](const auto& source) { return source.first; });
  return Database::encode(sources, last_scan, program);
}

}  // namespace perry::scan
