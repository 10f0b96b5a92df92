#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>

#include "generator/project/options.h"
#include "support/base/file_system.h"
#include "support/store/settings.h"

namespace perry::generator {

// How builds shall use the object cache: what the command line says, then the environment, then the
// defaults. This is the only place that reads the environment for it. The error is a sentence.
std::expected<support::StoreSettings, std::string> resolve_cache_settings(
    support::FileSystem& files, const Options& options, const std::string& here);

// Where the store of this machine is, whether it is used or not; empty when nobody says.
std::string cache_folder(const Options& options, const std::string& here);

// Whether the command line or PERRY_NO_CACHE says that there shall be no cache.
bool is_cache_off(const Options& options);

// `5G`, `500M`, `20k` or a number of bytes.
std::expected<uint64_t, std::string> read_size(std::string_view text);

// One word of PERRY_CACHE_REMOTE: a URL, and behind it settings, each after a `|`.
struct RemoteSpecification {
  support::RemoteSettings settings;
  std::string secrets;  // what belongs into a file of credentials; empty: nothing
};
std::expected<RemoteSpecification, std::string> read_remote(std::string_view word);

}  // namespace perry::generator
