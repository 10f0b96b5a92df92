#include "generator/project/cache_settings.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "generator/process/process.h"
#include "support/base/environment.h"
#include "support/base/path.h"
#include "support/base/sha256.h"
#include "support/store/remote_store.h"
#include "support/store/remote_url.h"

namespace perry::generator {

namespace {

using support::StoreSettings;

constexpr uint64_t kSecondsPerDay = 86'400;

// An empty variable is none.
std::string variable(std::string_view name) {
  return std::string(support::environment_variable(name).value_or(""));
}

bool is_set(std::string_view name) {
  const std::string value = variable(name);
  return !value.empty() && value != "0";
}

// Where the user's programs keep what they can make again.
std::string home_of_caches() {
  std::string given = variable("XDG_CACHE_HOME");
  if (given.starts_with('/')) return given;
  const std::string home = variable("HOME");
  return home.starts_with('/') ? support::join_path(home, ".cache") : "";
}

std::string own_folder() {
  const std::string home = home_of_caches();
  return home.empty() ? home : support::join_path(home, "perry");
}

// The problem, or nothing.
std::string set_limit(const char* name, uint64_t scale, uint64_t& limit) {
  const std::string text = variable(name);
  if (text.empty()) return {};
  const auto number = support::read_number(text);
  if (!number) return std::string(name) + ": " + number.error();
  limit = *number * scale;
  return {};
}

std::string set_limits(StoreSettings& settings) {
  if (const std::string size = variable("PERRY_CACHE_SIZE"); !size.empty()) {
    const auto bytes = read_size(size);
    if (!bytes) return "PERRY_CACHE_SIZE: " + bytes.error();
    settings.most_bytes = *bytes;
  }
  for (std::string problem :
       {set_limit("PERRY_CACHE_ENTRIES", 1, settings.most_entries),
        set_limit("PERRY_CACHE_DAYS", kSecondsPerDay, settings.longest_unused_s),
        set_limit("PERRY_CACHE_INTERVAL", 1, settings.collect_every_s)})
    if (!problem.empty()) return problem;
  return {};
}

struct RemoteNumber {
  std::string_view name;
  uint64_t support::RemoteSettings::* member;
};
constexpr RemoteNumber kRemoteNumbers[] = {{"timeout", &support::RemoteSettings::timeout_ms},
                                           {"retry", &support::RemoteSettings::retry_s},
                                           {"ttl", &support::RemoteSettings::ttl_s}};

// The problem, or nothing.
std::string read_remote_setting(std::string_view text, support::RemoteSettings& settings,
                                support::Credentials& secrets) {
  const size_t equals = std::min(text.find('='), text.size());
  const std::string_view name = text.substr(0, equals);
  const std::string_view value = text.substr(std::min(equals + 1, text.size()));
  if (text == "read-only") {
    settings.is_read_only = true;
  } else if (name == "bearer" && !value.empty()) {
    secrets.bearer = value;
  } else if (name == "credentials" && value.starts_with('/')) {
    settings.credentials = value;
  } else if (name == "authority" && value.starts_with('/')) {
    settings.authority = value;
  } else {
    const auto* const row = std::ranges::find(kRemoteNumbers, name, &RemoteNumber::name);
    if (row == std::end(kRemoteNumbers))
      return "`" + std::string(name) +
             "` is not read-only, timeout, retry, ttl, bearer, or the absolute path of credentials "
             "or authority";
    const auto number = support::read_number(value);
    if (!number) return number.error();
    settings.*row->member = *number;
  }
  return {};
}

// Secrets stay out of build folders, which are copied and kept.
std::string keep_secrets(support::FileSystem& files, const std::string& secrets,
                         std::string& file) {
  const std::string own = own_folder();
  if (own.empty()) return "neither XDG_CACHE_HOME nor HOME says where to keep its credentials";
  constexpr size_t kNameDigits = 16;
  const std::string folder = support::join_path(own, "credentials");
  file = support::join_path(folder, support::sha256(secrets).short_hex(kNameDigits));
  if (const auto made = files.make_directories(own); !made)
    return "cannot make `" + own + "`: " + made.error().reason();
  if (!write_private_file(folder, file, secrets)) return "cannot write `" + file + "`";
  return {};
}

std::string add_remotes(support::FileSystem& files, StoreSettings& settings) {
  const std::string all = variable("PERRY_CACHE_REMOTE");
  std::string_view rest = all;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find_first_of(" \t\n"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (word.empty()) continue;
    auto remote = read_remote(word);
    if (!remote) return "PERRY_CACHE_REMOTE: " + remote.error();
    if (!remote->secrets.empty())
      if (std::string problem = keep_secrets(files, remote->secrets, remote->settings.credentials);
          !problem.empty())
        return "PERRY_CACHE_REMOTE: " + problem;
    settings.remotes.push_back(std::move(remote->settings));
  }
  return {};
}

}  // namespace

std::expected<uint64_t, std::string> read_size(std::string_view text) {
  constexpr std::pair<char, unsigned> kUnits[] = {
      {'k', 10}, {'K', 10}, {'M', 20}, {'G', 30}, {'T', 40}};
  unsigned shift = 0;
  for (const auto& [letter, bits] : kUnits) {
    if (!text.ends_with(letter)) continue;
    shift = bits;
    text.remove_suffix(1);
    break;
  }
  const auto number = support::read_number(text);
  if (!number) return number;
  if (*number > UINT64_MAX >> shift)
    return std::unexpected("`" + std::string(text) + "` is too large");
  return *number << shift;
}

std::expected<RemoteSpecification, std::string> read_remote(std::string_view word) {
  RemoteSpecification remote;
  const size_t bar = std::min(word.find('|'), word.size());
  const auto url = support::parse_remote_url(word.substr(0, bar));
  // Not the word itself, which may hold a password.
  if (!url) return std::unexpected("a URL is wrong: " + url.error());
  remote.settings.url = url->without_user();
  support::Credentials secrets;
  if (url->has_user) {
    secrets.user = url->user;
    secrets.password = url->password;
  }
  std::string_view rest = word.substr(std::min(bar + 1, word.size()));
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('|'), rest.size());
    if (std::string problem = read_remote_setting(rest.substr(0, end), remote.settings, secrets);
        !problem.empty())
      return std::unexpected(remote.settings.url + ": " + problem);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (url->has_user || !secrets.bearer.empty())
    remote.secrets = support::write_credentials(secrets);
  return remote;
}

bool is_cache_off(const Options& options) {
  return options.uses_no_cache || is_set("PERRY_NO_CACHE");
}

std::string cache_folder(const Options& options, const std::string& here) {
  if (!options.cache_folder.empty()) return support::join_path(here, options.cache_folder);
  const std::string given = variable("PERRY_CACHE_DIR");
  return given.empty() ? own_folder() : support::join_path(here, given);
}

std::expected<StoreSettings, std::string> resolve_cache_settings(support::FileSystem& files,
                                                                 const Options& options,
                                                                 const std::string& here) {
  StoreSettings settings;
  if (is_cache_off(options)) return settings;
  settings.folder = cache_folder(options, here);
  std::string problem = set_limits(settings);
  if (problem.empty()) problem = add_remotes(files, settings);
  if (!problem.empty()) return std::unexpected(std::move(problem));
  return settings;
}

}  // namespace perry::generator
