#include "generator/cli/cache_commands.h"

#include <ctime>
#include <optional>
#include <utility>
#include <vector>

#include "generator/cli/command_line.h"
#include "generator/process/process.h"
#include "generator/project/cache_settings.h"
#include "generator/project/project.h"
#include "generator/report/amounts.h"
#include "support/base/json_writer.h"
#include "support/base/path.h"
#include "support/store/maintenance.h"

namespace perry::generator {

namespace {

using support::StoreSettings;
using support::StoreUsage;

class CacheCommand {
 public:
  CacheCommand(support::FileSystem& files, const Options& options, const std::string& here,
               StoreSettings settings)
      : files_(files), options_(options), here_(here), settings_(std::move(settings)) {}

  int info() const;
  int clean();
  int collect() const;

 private:
  bool is_json() const { return options_.format == ReportFormat::Json; }
  void say_info(const StoreUsage& usage) const;
  void say_info_as_json(const StoreUsage& usage) const;
  void say_removed(const support::Removed& removed) const;
  std::optional<std::vector<std::string>> keys_of_project();

  support::FileSystem& files_;
  const Options& options_;
  const std::string& here_;
  StoreSettings settings_;
};

void CacheCommand::say_info_as_json(const StoreUsage& usage) const {
  std::string out;
  support::JsonWriter json(out);
  const auto number = [&](std::string_view name, uint64_t value) {
    json.member(name, static_cast<int64_t>(value));
  };
  json.begin_object();
  json.member("folder", settings_.folder);
  json.key("used");
  json.boolean(!is_cache_off(options_));
  number("entries", usage.entries);
  number("bytes", usage.bytes);
  number("mostEntries", settings_.most_entries);
  number("mostBytes", settings_.most_bytes);
  number("longestUnusedSeconds", settings_.longest_unused_s);
  number("temporaries", usage.temporaries);
  json.key("targets");
  json.begin_array();
  for (const StoreUsage::Group& group : usage.groups) {
    json.begin_object();
    json.member("target", group.name);
    number("entries", group.entries);
    number("bytes", group.bytes);
    json.end_object();
  }
  json.end_array();
  json.key("remotes");
  json.begin_array();
  for (const support::RemoteSettings& remote : settings_.remotes) {
    json.begin_object();
    json.member("url", remote.url);
    json.key("readOnly");
    json.boolean(remote.is_read_only);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  say(out + "\n");
}

void CacheCommand::say_info(const StoreUsage& usage) const {
  std::string out = "folder    " + settings_.folder + (is_cache_off(options_) ? " (off)" : "") +
                    "\nobjects   " + std::to_string(usage.entries) + " of at most " +
                    std::to_string(settings_.most_entries) + "\nsize      " +
                    amount_of_bytes(usage.bytes) + " of at most " +
                    amount_of_bytes(settings_.most_bytes) + "\n";
  for (const StoreUsage::Group& group : usage.groups)
    out += "  " + group.name + ": " + std::to_string(group.entries) + ", " +
           amount_of_bytes(group.bytes) + "\n";
  const int64_t now = std::time(nullptr);
  if (usage.least_recent_s)
    out += "oldest    used " + amount_of_time(now - *usage.least_recent_s) +
           " ago; removed after " +
           amount_of_time(static_cast<int64_t>(settings_.longest_unused_s)) + "\n";
  if (usage.collected_s) out += "cleared   " + amount_of_time(now - *usage.collected_s) + " ago\n";
  if (usage.temporaries > 0) out += "unfinished " + std::to_string(usage.temporaries) + "\n";
  for (const support::RemoteSettings& remote : settings_.remotes)
    out += "remote    " + remote.url + (remote.is_read_only ? " (only read)" : "") + "\n";
  say(out);
}

int CacheCommand::info() const {
  const StoreUsage usage = support::measure_store(settings_.folder);
  if (is_json())
    say_info_as_json(usage);
  else
    say_info(usage);
  return kExitSuccess;
}

void CacheCommand::say_removed(const support::Removed& removed) const {
  if (is_json()) {
    std::string out;
    support::JsonWriter json(out);
    json.begin_object();
    json.member("folder", settings_.folder);
    json.member("removed", static_cast<int64_t>(removed.entries));
    json.member("bytes", static_cast<int64_t>(removed.bytes));
    json.member("temporaries", static_cast<int64_t>(removed.temporaries));
    json.end_object();
    return say(out + "\n");
  }
  say("removed " + amount_of(removed.entries, "object") + ", " + amount_of_bytes(removed.bytes) +
      "\n");
}

// Requests are named by the beginnings of their keys.
std::optional<std::vector<std::string>> CacheCommand::keys_of_project() {
  const std::string root = find_root(files_, here_);
  std::vector<std::string> keys;
  bool has_any = false;
  for (const std::string& folder : build_folders(files_, root, options_.build, here_)) {
    const auto listed = files_.list_directory(support::join_path(folder, "req"));
    if (!listed) continue;
    has_any = true;
    for (const support::DirectoryEntry& entry : *listed)
      if (entry.name.ends_with(".req")) keys.emplace_back(support::path_stem(entry.name));
  }
  return has_any ? std::optional(std::move(keys)) : std::nullopt;
}

int CacheCommand::clean() {
  if (options_.all_entries) {
    say_removed(support::remove_all_entries(settings_.folder));
    return kExitSuccess;
  }
  std::vector<std::string> keys = options_.keys;
  constexpr size_t kShortestKey = 8;
  for (const std::string& key : keys) {
    if (key.size() >= kShortestKey &&
        key.find_first_not_of("0123456789abcdef") == std::string::npos)
      continue;
    complain("`" + key + "` is no key: at least " + std::to_string(kShortestKey) +
             " of its digits, which are 0 to 9 and a to f");
    return kExitUsage;
  }
  if (keys.empty()) {
    auto found = keys_of_project();
    if (!found) {
      complain("there is no build folder of a project here; --all removes every object");
      return kExitUsage;
    }
    keys = *std::move(found);
  }
  say_removed(support::remove_entries(settings_.folder, keys));
  return kExitSuccess;
}

int CacheCommand::collect() const {
  if (!files_.stat(settings_.folder)) {
    say_removed({});
    return kExitSuccess;
  }
  const auto removed = support::collect_store(settings_.folder, settings_);
  if (!removed) {
    complain("somebody else is making room in `" + settings_.folder + "`, or it cannot be written");
    return kExitFailure;
  }
  say_removed(*removed);
  return kExitSuccess;
}

}  // namespace

int run_cache_command(support::FileSystem& files, const Options& options, const std::string& here) {
  auto settings = resolve_cache_settings(files, options, here);
  if (!settings) {
    complain(settings.error());
    return kExitUsage;
  }
  // What is not used now may be looked at all the same.
  settings->folder = cache_folder(options, here);
  if (settings->folder.empty()) {
    complain("neither PERRY_CACHE_DIR nor XDG_CACHE_HOME nor HOME says where the cache is");
    return kExitUsage;
  }
  CacheCommand command(files, options, here, *std::move(settings));
  switch (options.command) {
    case Command::CacheClean:
      return command.clean();
    case Command::CacheCollect:
      return command.collect();
    default:
      return command.info();
  }
}

}  // namespace perry::generator
