#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

// How a build uses its object cache. `perry configure` decides it, from options and the
// environment, and writes it into the build folder; docs/formats/cache-settings.md lists the lines.
// Nothing of it is part of any key.
namespace perry::support {

struct RemoteSettings {
  std::string url;          // http, https, redis or rediss; without a user's name or password
  std::string credentials;  // a file; empty: none are sent
  std::string authority;    // certificates to trust, as PEM; empty: the system's
  uint64_t timeout_ms = 2000;
  uint64_t retry_s = 300;      // how long a remote that failed is left alone
  uint64_t ttl_s = 1'209'600;  // Redis keeps an entry so long
  bool is_read_only = false;
  friend bool operator==(const RemoteSettings&, const RemoteSettings&) = default;
};

struct StoreSettings {
  std::string folder;  // absolute; empty: nothing is kept on this machine
  uint64_t most_bytes = uint64_t{5} << 30;
  uint64_t most_entries = 200'000;
  uint64_t longest_unused_s = 2'592'000;
  uint64_t collect_every_s = 3600;
  std::vector<RemoteSettings> remotes;
  bool is_enabled() const { return !folder.empty() || !remotes.empty(); }
  friend bool operator==(const StoreSettings&, const StoreSettings&) = default;
};

std::string write_settings(const StoreSettings& settings);
// The error is a phrase.
std::expected<StoreSettings, std::string> read_settings(std::string_view text);

// A whole number, nothing else.
std::expected<uint64_t, std::string> read_number(std::string_view text);

}  // namespace perry::support
