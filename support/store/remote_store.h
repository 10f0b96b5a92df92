#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "support/base/hash256.h"
#include "support/store/connection.h"
#include "support/store/settings.h"

// A tier on another machine. The bytes of entries are taken as they come; whoever asked checks
// them.
namespace perry::support {

class RemoteStore {
 public:
  virtual ~RemoteStore() = default;
  // The bytes of an entry, or nothing.
  virtual RemoteResult<std::optional<std::string>> fetch(const Hash256& key,
                                                         const Deadline& deadline) = 0;
  virtual RemoteResult<void> publish(const Hash256& key, std::string_view bytes,
                                     const Deadline& deadline) = 0;
};

// What a remote is told of who asks. Kept in a file of its own, away from the build folder.
struct Credentials {
  std::string user;
  std::string password;
  std::string bearer;
};
std::string write_credentials(const Credentials& credentials);
std::optional<Credentials> read_credentials(std::string_view text);

struct RemoteAccess {
  RemoteUrl url;
  Credentials credentials;
  std::string authority;
  uint64_t ttl_s = 0;
};

// Bazel's HTTP cache protocol: `/ac/<key>` names what is kept below `/cas/`.
std::unique_ptr<RemoteStore> make_http_store(RemoteAccess access);
// Redis: `perry:<key>` is the entry.
std::unique_ptr<RemoteStore> make_redis_store(RemoteAccess access);

// No entry is larger.
inline constexpr size_t kLargestRemoteEntry = size_t{256} << 20;

}  // namespace perry::support
