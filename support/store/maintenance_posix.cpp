#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "support/base/path.h"
#include "support/store/local_store.h"
#include "support/store/maintenance.h"
#include "support/store/permissions_posix.h"

namespace perry::support {

namespace {

// Longer than any entry takes to be written.
constexpr int64_t kAbandoned_s = 3600;
constexpr int64_t kHanging_s = 600;
constexpr size_t kFanOutDigits = 2;
constexpr size_t kNameDigits = 62;

struct Item {
  std::string path;
  std::string key;  // in hexadecimal; empty for what is being written
  uint64_t bytes = 0;
  int64_t used_s = 0;
};

int64_t now_s() { return ::time(nullptr); }

bool is_hex(std::string_view name, size_t digits) {
  return name.size() == digits &&
         name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::vector<std::string> names_in(const std::string& folder) {
  struct Close {
    void operator()(DIR* directory) const { ::closedir(directory); }
  };
  std::vector<std::string> names;
  const std::unique_ptr<DIR, Close> directory(::opendir(folder.c_str()));
  if (directory == nullptr) return names;
  while (const dirent* const entry = ::readdir(directory.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  std::ranges::sort(names);
  return names;
}

std::optional<Item> item_at(std::string path, std::string key) {
  struct stat info;
  if (::lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
  return Item{std::move(path), std::move(key), static_cast<uint64_t>(info.st_size),
              info.st_mtim.tv_sec};
}

// Hands every entry of a group to `visit`. What has another form of name is not ours.
template <class Visit>
void visit_group(const std::string& group, Visit visit) {
  for (const std::string& start : names_in(group)) {
    if (!is_hex(start, kFanOutDigits)) continue;
    const std::string folder = join_path(group, start);
    for (const std::string& name : names_in(folder)) {
      if (!is_hex(name, kNameDigits)) continue;
      if (auto item = item_at(join_path(folder, name), start + name)) visit(*std::move(item));
    }
  }
}

std::string objects_of(const std::string& folder) { return join_path(folder, kObjectsFolder); }

template <class Visit>
void visit_all(const std::string& folder, Visit visit) {
  const std::string objects = objects_of(folder);
  for (const std::string& group : names_in(objects)) visit_group(join_path(objects, group), visit);
}

std::vector<Item> temporaries_of(const std::string& folder) {
  std::vector<Item> items;
  const std::string temporary = join_path(folder, kTemporaryFolder);
  for (const std::string& name : names_in(temporary))
    if (auto item = item_at(join_path(temporary, name), {})) items.push_back(*std::move(item));
  return items;
}

void remove(const Item& item, Removed& removed) {
  if (::unlink(item.path.c_str()) != 0) return;
  if (item.key.empty()) {
    removed.temporaries++;
    return;
  }
  removed.entries++;
  removed.bytes += item.bytes;
}

std::string stamp_of(const std::string& folder) { return folder + "/collected"; }

void set_stamp(const std::string& folder) {
  const std::string path = stamp_of(folder);
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return;
  share_file(file, folder);
  (void)::futimens(file, nullptr);
  (void)::close(file);
}

std::optional<int64_t> time_of(const std::string& path) {
  struct stat info;
  if (::stat(path.c_str(), &info) != 0) return std::nullopt;
  return info.st_mtim.tv_sec;
}

bool is_file_at(int file, const std::string& path) {
  struct stat mine;
  struct stat there;
  return ::fstat(file, &mine) == 0 && ::stat(path.c_str(), &there) == 0 &&
         mine.st_ino == there.st_ino && mine.st_dev == there.st_dev;
}

}  // namespace

StoreUsage measure_store(const std::string& folder) {
  StoreUsage usage;
  const std::string objects = objects_of(folder);
  for (const std::string& name : names_in(objects)) {
    StoreUsage::Group group = {.name = name, .entries = 0, .bytes = 0};
    visit_group(join_path(objects, name), [&](const Item& item) {
      group.entries++;
      group.bytes += item.bytes;
      if (!usage.least_recent_s || item.used_s < *usage.least_recent_s)
        usage.least_recent_s = item.used_s;
    });
    usage.entries += group.entries;
    usage.bytes += group.bytes;
    if (group.entries > 0) usage.groups.push_back(std::move(group));
  }
  usage.temporaries = temporaries_of(folder).size();
  usage.collected_s = time_of(stamp_of(folder));
  return usage;
}

bool is_collection_due(const std::string& folder, const StoreSettings& settings) {
  const auto before = time_of(stamp_of(folder));
  return !before || now_s() - *before >= static_cast<int64_t>(settings.collect_every_s);
}

std::optional<Removed> collect_store(const std::string& folder, const StoreSettings& settings) {
  const StoreLock lock(folder);
  if (!lock.is_held()) return std::nullopt;
  // Before the work: whoever comes meanwhile need not ask for the lock.
  set_stamp(folder);
  Removed removed;
  for (const Item& item : temporaries_of(folder))
    if (now_s() - item.used_s > kAbandoned_s) remove(item, removed);

  std::vector<Item> items;
  uint64_t bytes = 0;
  visit_all(folder, [&](Item item) {
    bytes += item.bytes;
    items.push_back(std::move(item));
  });
  lock.show_life();
  std::ranges::sort(items, [](const Item& a, const Item& b) {
    return a.used_s != b.used_s ? a.used_s < b.used_s : a.key < b.key;
  });
  const int64_t oldest = now_s() - static_cast<int64_t>(settings.longest_unused_s);
  const bool is_over = bytes > settings.most_bytes || items.size() > settings.most_entries;
  const uint64_t wanted_bytes = settings.most_bytes - (is_over ? settings.most_bytes / 10 : 0);
  const uint64_t wanted_entries =
      settings.most_entries - (is_over ? settings.most_entries / 10 : 0);
  uint64_t entries = items.size();
  for (const Item& item : items) {
    if (item.used_s >= oldest && bytes <= wanted_bytes && entries <= wanted_entries) break;
    remove(item, removed);
    bytes -= item.bytes;
    entries--;
  }
  return removed;
}

Removed remove_entries(const std::string& folder, const std::vector<std::string>& keys) {
  Removed removed;
  std::vector<std::string> sorted = keys;
  std::ranges::sort(sorted);
  visit_all(folder, [&](const Item& item) {
    // The last one that is not behind the key is the only one that it can begin with, since no key
    // that was asked for begins with another.
    const auto behind = std::ranges::upper_bound(sorted, item.key);
    if (behind != sorted.begin() && !std::prev(behind)->empty() &&
        item.key.starts_with(*std::prev(behind)))
      remove(item, removed);
  });
  return removed;
}

Removed remove_all_entries(const std::string& folder) {
  Removed removed;
  visit_all(folder, [&](const Item& item) { remove(item, removed); });
  for (const Item& item : temporaries_of(folder)) remove(item, removed);
  const std::string objects = objects_of(folder);
  for (const std::string& name : names_in(objects)) {
    const std::string group = join_path(objects, name);
    for (const std::string& start : names_in(group)) (void)::rmdir(join_path(group, start).c_str());
    (void)::rmdir(group.c_str());
  }
  return removed;
}

StoreLock::StoreLock(const std::string& folder) {
  const std::string path = folder + "/lock";
  for (int attempt = 0; attempt < 3; attempt++) {
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0) return;
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
      const bool is_taken = errno == EWOULDBLOCK;
      const auto shown = time_of(path);
      is_held_ = !is_taken;
      if (!is_taken || !shown || now_s() - *shown < kHanging_s) return;
      // Its holder keeps a file that nobody finds any more.
      (void)::unlink(path.c_str());
    } else if (is_file_at(file_, path)) {
      is_held_ = true;
      share_file(file_, folder);
      show_life();
      return;
    }
    (void)::close(file_);
    file_ = -1;
  }
}

StoreLock::~StoreLock() {
  if (file_ >= 0) (void)::close(file_);
}

// Who holds it is for people that wonder.
void StoreLock::show_life() const {
  std::array<char, 32> text;
  const int size = std::snprintf(text.data(), text.size(), "%ld\n", static_cast<long>(::getpid()));
  if (::ftruncate(file_, 0) == 0) (void)::pwrite(file_, text.data(), static_cast<size_t>(size), 0);
  (void)::futimens(file_, nullptr);
}

}  // namespace perry::support
