#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "support/base/file_system.h"
#include "support/base/hash256.h"

// The tier on this machine: a folder that all projects, and perhaps several users, share.
//
//   objects/<group>/<2 digits>/<62 digits>   an entry; the group is the target that code is for
//   tmp/                                     entries that are being written
//   lock                                     held during maintenance, by nobody else
//   collected                                its time is that of the last collection
//   CACHEDIR.TAG                             tells backup programs to leave it out
//
// An entry appears at once and whole (rename) and never changes afterwards, so readers and writers
// need no lock. Copies leave the store, never links to it: a link would let what happens in one
// build folder reach the store and all others (docs/decisions/0008-copies-from-the-cache.md).
namespace perry::support {

class LocalStore {
 public:
  LocalStore(std::string folder, std::string_view group);

  // The bytes of an entry as they are, or nothing.
  FsResult<std::optional<std::string>> read(const Hash256& key) const;
  // Says that an entry was of use. That it cannot be said matters to nobody.
  void touch(const Hash256& key) const;
  FsResult<void> publish(const Hash256& key, std::string_view bytes) const;
  void remove(const Hash256& key) const;
  // Makes `target` hold what stands from `offset` on to the end of an entry, sharing blocks with it
  // where the file system can. False when that did not work; then nothing has happened.
  bool copy_out(const Hash256& key, size_t offset, const std::string& target) const;

  const std::string& folder() const { return folder_; }
  std::string path_of(const Hash256& key) const;

 private:
  FsResult<void> make_folders(const std::string& entry) const;

  std::string folder_;
  std::string group_;
};

// The name of a folder for a target that somebody named.
std::string group_name(std::string_view target);

inline constexpr std::string_view kObjectsFolder = "objects";
inline constexpr std::string_view kTemporaryFolder = "tmp";

}  // namespace perry::support
