#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/store/settings.h"

// What keeps a local store within its limits. None of it is needed for a build to be right: any
// entry may vanish at any time, and whoever reads one that does has it open already.
namespace perry::support {

struct StoreUsage {
  struct Group {
    std::string name;
    uint64_t entries = 0;
    uint64_t bytes = 0;
  };
  std::vector<Group> groups;  // sorted by name
  uint64_t entries = 0;
  uint64_t bytes = 0;
  uint64_t temporaries = 0;               // being written, or left by a process that was killed
  std::optional<int64_t> least_recent_s;  // since 1970: the longest unused entry's last use
  std::optional<int64_t> collected_s;     // the last collection
};

// A store that is not there is empty.
StoreUsage measure_store(const std::string& folder);

struct Removed {
  uint64_t entries = 0;
  uint64_t bytes = 0;
  uint64_t temporaries = 0;
};

// Removes what was not used for too long, then what was not used for longest, until the rest is a
// tenth below the limits, so that not every entry that follows is one too many; and what killed
// processes left. Nothing when somebody else is at it.
std::optional<Removed> collect_store(const std::string& folder, const StoreSettings& settings);
bool is_collection_due(const std::string& folder, const StoreSettings& settings);

// Removes the entries whose keys begin like one of `keys`, or all of them. Nothing but what the
// store itself has made is touched.
Removed remove_entries(const std::string& folder, const std::vector<std::string>& keys);
Removed remove_all_entries(const std::string& folder);

// Held by one process at a time, as long as it lives. A lock that has not shown a sign of life for
// ten minutes belongs to a process that hangs, and is taken over.
class StoreLock {
 public:
  explicit StoreLock(const std::string& folder);
  ~StoreLock();
  StoreLock(const StoreLock&) = delete;
  StoreLock& operator=(const StoreLock&) = delete;

  // Where there are no such locks, everybody holds it: what it guards may be done twice.
  bool is_held() const { return is_held_; }
  void show_life() const;

 private:
  int file_ = -1;
  bool is_held_ = false;
};

}  // namespace perry::support
