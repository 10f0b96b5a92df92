#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <cstring>

#include "generator/dev/watch.h"

namespace perry::generator {

namespace {

constexpr uint32_t kEvents = IN_CREATE | IN_CLOSE_WRITE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                             IN_DELETE_SELF | IN_MOVE_SELF;

}  // namespace

FolderWatch::FolderWatch() : file_(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)) {}

FolderWatch::~FolderWatch() {
  if (file_ >= 0) close(file_);
}

std::vector<std::string> FolderWatch::set_folders(const std::set<std::string>& folders) {
  for (auto at = numbers_.begin(); at != numbers_.end();) {
    if (folders.contains(at->first)) {
      ++at;
      continue;
    }
    inotify_rm_watch(file_, at->second);
    folders_.erase(at->second);
    at = numbers_.erase(at);
  }
  std::vector<std::string> refused;
  for (const std::string& folder : folders) {
    // Again for those that are watched: one that was deleted and made anew has another number.
    const int number = inotify_add_watch(file_, folder.c_str(), kEvents | IN_ONLYDIR);
    if (number < 0) {
      if (errno != ENOENT && errno != ENOTDIR) refused.push_back(folder);
      continue;
    }
    numbers_[folder] = number;
    folders_[number] = folder;
  }
  return refused;
}

std::vector<std::string> FolderWatch::take() {
  std::vector<std::string> paths;
  alignas(inotify_event) std::array<char, 16384> bytes = {};
  for (;;) {
    const ssize_t got = read(file_, bytes.data(), bytes.size());
    if (got <= 0) return paths;
    inotify_event event = {};
    for (size_t at = 0; at < static_cast<size_t>(got); at += sizeof event + event.len) {
      std::memcpy(&event, bytes.data() + at, sizeof event);
      const auto folder = folders_.find(event.wd);
      // More than could be remembered: anything may have changed.
      if ((event.mask & IN_Q_OVERFLOW) != 0) paths.emplace_back();
      if (folder == folders_.end()) continue;
      std::string path = folder->second;
      if (event.len > 0) path.append("/").append(bytes.data() + at + sizeof event);
      paths.push_back(std::move(path));
    }
  }
}

}  // namespace perry::generator
