#include "support/store/content_store.h"

#include <chrono>
#include <utility>

#include "support/base/path.h"
#include "support/store/maintenance.h"

namespace perry::support {

namespace {

constexpr std::string_view kLocal = "local";

class Stopwatch {
 public:
  uint64_t elapsed_ms() const {
    const auto elapsed = std::chrono::steady_clock::now() - start_;
    return static_cast<uint64_t>(
        std::chrono::duration_cast<std::chrono::milliseconds>(elapsed).count());
  }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

Deadline deadline_of(const RemoteSettings& settings) {
  return Deadline(std::chrono::milliseconds(settings.timeout_ms));
}

std::string breaker_file(const std::string& folder, size_t number, std::string_view suffix) {
  return join_path(folder, "remote-" + std::to_string(number) + std::string(suffix));
}

}  // namespace

ContentStore::ContentStore(const StoreSettings& settings, FileSystem& files,
                           const std::string& state_folder, std::string_view group)
    : settings_(settings), files_(files) {
  if (!settings.folder.empty()) local_.emplace(settings.folder, group);
  for (size_t i = 0; i < settings.remotes.size(); i++)
    add_remote(settings.remotes[i], i + 1, state_folder);
}

void ContentStore::add_remote(const RemoteSettings& settings, size_t number,
                              const std::string& state_folder) {
  Remote remote = {.settings = settings,
                   .store = nullptr,
                   .breaker = {breaker_file(state_folder, number, ".lost"), settings.timeout_ms,
                               settings.retry_s},
                   .write_breaker = {breaker_file(state_folder, number, ".refused"),
                                     settings.timeout_ms, settings.retry_s}};
  auto url = parse_remote_url(settings.url);
  if (!url) return add_error(settings.url, url.error());
  RemoteAccess access = {.url = std::move(*url),
                         .credentials = {},
                         .authority = settings.authority,
                         .ttl_s = settings.ttl_s};
  if (!settings.credentials.empty()) {
    const auto text = files_.read_file(settings.credentials);
    auto credentials = text ? read_credentials(*text) : std::nullopt;
    if (!credentials)
      return add_error(settings.url,
                       "its credentials cannot be read from `" + settings.credentials + "`");
    access.credentials = std::move(*credentials);
  }
  remote.store = access.url.is_http() ? make_http_store(std::move(access))
                                      : make_redis_store(std::move(access));
  remotes_.push_back(std::move(remote));
}

void ContentStore::add_error(const std::string& tier, std::string_view problem) {
  if (counts_.errors++ == 0) counts_.first_error = tier + ": " + std::string(problem);
}

std::optional<ContentStore::Found> ContentStore::find_locally(const Hash256& key) {
  auto bytes = local_->read(key);
  if (!bytes) {
    add_error(bytes.error().path, bytes.error().reason());
    return std::nullopt;
  }
  if (!*bytes) return std::nullopt;
  Found found = {.bytes = std::move(**bytes), .entry = {}, .tier = std::string(kLocal)};
  const auto entry = decode_entry(found.bytes, key);
  if (!entry) {
    add_error(local_->path_of(key), describe(entry.error()));
    local_->remove(key);
    return std::nullopt;
  }
  found.entry = *entry;
  local_->touch(key);
  return found;
}

std::optional<ContentStore::Found> ContentStore::find_remotely(Remote& remote, const Hash256& key) {
  if (remote.breaker.is_open()) return std::nullopt;
  const Stopwatch watch;
  auto bytes = remote.store->fetch(key, deadline_of(remote.settings));
  if (!bytes) {
    remote.breaker.add_failure();
    add_error(remote.settings.url, bytes.error().text);
    return std::nullopt;
  }
  remote.breaker.add_answer(watch.elapsed_ms(), *bytes ? (*bytes)->size() : 0);
  if (!*bytes) return std::nullopt;
  Found found = {.bytes = std::move(**bytes), .entry = {}, .tier = remote.settings.url};
  const auto entry = decode_entry(found.bytes, key);
  if (!entry) {
    // One that keeps something else than it was given is asked no more.
    remote.breaker.add_failure();
    add_error(remote.settings.url, describe(entry.error()));
    return std::nullopt;
  }
  found.entry = *entry;
  return found;
}

std::optional<ContentStore::Found> ContentStore::find(const Hash256& key) {
  if (local_) {
    if (auto found = find_locally(key)) return found;
  }
  for (Remote& remote : remotes_) {
    auto found = find_remotely(remote, key);
    if (!found) continue;
    if (local_) keep_locally(key, found->bytes);
    return found;
  }
  return std::nullopt;
}

bool ContentStore::deliver(const Hash256& key, const Found& found, const std::string& target) {
  const std::string_view blob = found.entry.blob;
  if (blob.size() >= kLargeBlob && found.tier == kLocal) {
    const auto there = files_.stat(target);
    if (!there && there.error().is_missing() &&
        local_->copy_out(key, found.entry.blob_offset, target))
      return true;
  }
  return files_.write_if_changed(target, blob).has_value();
}

void ContentStore::keep_locally(const Hash256& key, std::string_view bytes) {
  if (const auto kept = local_->publish(key, bytes); kept)
    counts_.stores++;
  else
    add_error(kept.error().path, kept.error().reason());
}

void ContentStore::keep_remotely(Remote& remote, const Hash256& key, std::string_view bytes) {
  if (remote.settings.is_read_only || remote.breaker.is_open() || remote.write_breaker.is_open())
    return;
  const Stopwatch watch;
  const auto kept = remote.store->publish(key, bytes, deadline_of(remote.settings));
  if (kept) {
    counts_.stores++;
    remote.breaker.add_answer(watch.elapsed_ms(), bytes.size());
    return;
  }
  // Who may not write may still read.
  const bool may_read = kept.error().kind == RemoteError::Kind::Refused;
  (may_read ? remote.write_breaker : remote.breaker).add_failure();
  add_error(remote.settings.url, kept.error().text);
}

void ContentStore::keep(const Hash256& key, std::string_view note, std::string_view blob) {
  const std::string bytes = encode_entry(key, note, blob);
  if (local_) keep_locally(key, bytes);
  for (Remote& remote : remotes_) keep_remotely(remote, key, bytes);
}

void ContentStore::collect() {
  if (local_ && is_collection_due(local_->folder(), settings_))
    (void)collect_store(local_->folder(), settings_);
}

}  // namespace perry::support
