#include "support/store/settings.h"

#include <charconv>
#include <utility>

namespace perry::support {

namespace {

constexpr std::string_view kFirstLine = "perry cache settings 1";

struct Numbers {
  std::string_view word;
  uint64_t StoreSettings::* member;
};
constexpr Numbers kNumbers[] = {
    {"most-bytes", &StoreSettings::most_bytes},
    {"most-entries", &StoreSettings::most_entries},
    {"longest-unused", &StoreSettings::longest_unused_s},
    {"collect-every", &StoreSettings::collect_every_s},
};

struct RemoteNumbers {
  std::string_view word;
  uint64_t RemoteSettings::* member;
};
constexpr RemoteNumbers kRemoteNumbers[] = {
    {"timeout", &RemoteSettings::timeout_ms},
    {"retry", &RemoteSettings::retry_s},
    {"ttl", &RemoteSettings::ttl_s},
};

void add(std::string& out, std::string_view word, std::string_view value) {
  out.append(word).append(" ").append(value) += '\n';
}

void add_remote(std::string& out, const RemoteSettings& remote) {
  add(out, "remote", remote.url);
  if (!remote.credentials.empty()) add(out, "credentials", remote.credentials);
  if (!remote.authority.empty()) add(out, "authority", remote.authority);
  for (const RemoteNumbers& row : kRemoteNumbers)
    add(out, row.word, std::to_string(remote.*row.member));
  if (remote.is_read_only) out += "read-only\n";
}

// False for a line that does not belong to a remote.
bool read_remote_line(RemoteSettings& remote, std::string_view word, std::string_view value,
                      std::string& problem) {
  if (word == "credentials") {
    remote.credentials = value;
  } else if (word == "authority") {
    remote.authority = value;
  } else if (word == "read-only" && value.empty()) {
    remote.is_read_only = true;
  } else {
    for (const RemoteNumbers& row : kRemoteNumbers) {
      if (row.word != word) continue;
      if (const auto number = read_number(value))
        remote.*row.member = *number;
      else
        problem = number.error();
      return true;
    }
    return false;
  }
  return true;
}

// The problem, or nothing.
std::string read_line(StoreSettings& settings, std::string_view line) {
  const size_t space = std::min(line.find(' '), line.size());
  const std::string_view word = line.substr(0, space);
  const std::string_view value = line.substr(std::min(space + 1, line.size()));
  std::string problem;
  if (word == "folder") {
    settings.folder = value;
    return problem;
  }
  if (word == "remote") {
    settings.remotes.emplace_back().url = value;
    return problem;
  }
  for (const Numbers& row : kNumbers) {
    if (row.word != word) continue;
    const auto number = read_number(value);
    if (number) settings.*row.member = *number;
    return number ? problem : number.error();
  }
  if (!settings.remotes.empty() && read_remote_line(settings.remotes.back(), word, value, problem))
    return problem;
  return "there is no setting `" + std::string(word) + "`";
}

}  // namespace

std::expected<uint64_t, std::string> read_number(std::string_view text) {
  uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size())
    return std::unexpected("`" + std::string(text) + "` is no number");
  return number;
}

std::string write_settings(const StoreSettings& settings) {
  std::string out(kFirstLine);
  out += '\n';
  if (!settings.folder.empty()) {
    add(out, "folder", settings.folder);
    for (const Numbers& row : kNumbers) add(out, row.word, std::to_string(settings.*row.member));
  }
  for (const RemoteSettings& remote : settings.remotes) add_remote(out, remote);
  return out;
}

std::expected<StoreSettings, std::string> read_settings(std::string_view text) {
  StoreSettings settings;
  bool is_first = true;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (std::exchange(is_first, false)) {
      if (line != kFirstLine) return std::unexpected("another version of perry wrote it");
    } else if (std::string problem = read_line(settings, line); !problem.empty()) {
      return std::unexpected(std::move(problem));
    }
  }
  if (is_first) return std::unexpected("it is empty");
  return settings;
}

}  // namespace perry::support
