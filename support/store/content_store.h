#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/base/file_system.h"
#include "support/store/breaker.h"
#include "support/store/entry.h"
#include "support/store/local_store.h"
#include "support/store/remote_store.h"
#include "support/store/settings.h"

// What was made once, by the hash of everything that it was made from: first on this machine, then
// on others. Whatever goes wrong is counted and is a miss; nobody that uses a store fails because
// of it. What one tier lacked and a later one had is kept in the first.
namespace perry::support {

struct StoreCounts {
  uint64_t stores = 0;  // tiers that keep it now
  uint64_t errors = 0;
  std::string first_error;  // a sentence
};

class ContentStore {
 public:
  // `state_folder` is where the processes of one build meet. `group`: see LocalStore.
  ContentStore(const StoreSettings& settings, FileSystem& files, const std::string& state_folder,
               std::string_view group);

  struct Found {
    std::string bytes;
    StoreEntry entry;  // views into `bytes`
    std::string tier;  // `local`, or the remote's URL
  };
  std::optional<Found> find(const Hash256& key);
  // Makes `target` hold what was found. False when that failed.
  bool deliver(const Hash256& key, const Found& found, const std::string& target);
  void keep(const Hash256& key, std::string_view note, std::string_view blob);
  // Maintenance, if it is time for it.
  void collect();

  const StoreCounts& counts() const { return counts_; }

 private:
  struct Remote {
    RemoteSettings settings;
    std::unique_ptr<RemoteStore> store;  // null when it cannot be used
    Breaker breaker;
    Breaker write_breaker;
  };
  void add_remote(const RemoteSettings& settings, size_t number, const std::string& state_folder);
  std::optional<Found> find_locally(const Hash256& key);
  std::optional<Found> find_remotely(Remote& remote, const Hash256& key);
  void keep_locally(const Hash256& key, std::string_view bytes);
  void keep_remotely(Remote& remote, const Hash256& key, std::string_view bytes);
  void add_error(const std::string& tier, std::string_view problem);

  StoreSettings settings_;
  FileSystem& files_;
  std::optional<LocalStore> local_;
  std::vector<Remote> remotes_;
  StoreCounts counts_;
};

}  // namespace perry::support
