#include <fcntl.h>
#include <malloc.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>

#include "perry-scan/driver/system.h"

namespace perry::scan {

namespace {

constexpr int64_t kNanosecondsPerSecond = 1'000'000'000;

}  // namespace

support::FsResult<std::string> read_head(const std::string& path, size_t size) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return std::unexpected(support::FsError::from_errno(errno, path));
  std::string bytes(size, '\0');
  const ssize_t got = pread(file, bytes.data(), size, 0);
  const int number = errno;
  close(file);
  if (got < 0) return std::unexpected(support::FsError::from_errno(number, path));
  bytes.resize(static_cast<size_t>(got));
  return bytes;
}

void tune_memory() {
#if defined(__GLIBC__)
  // Arenas of threads grow a page at a time, and each page costs a system call.
  constexpr int kStep = 16 << 20;
  mallopt(M_ARENA_MAX, 1);
  mallopt(M_TOP_PAD, kStep);
  mallopt(M_TRIM_THRESHOLD, 2 * kStep);
#endif
}

static int64_t now_ns(clockid_t clock) {
  timespec now = {};
  clock_gettime(clock, &now);
  return int64_t{now.tv_sec} * kNanosecondsPerSecond + now.tv_nsec;
}

// The coarse clock is the one that the kernel stamps files with, but for those whose stamp somebody
// has looked at: they get the fine one.
int64_t file_clock_ns() { return now_ns(CLOCK_REALTIME_COARSE); }

int64_t next_file_tick_ns() {
  constexpr timespec kStep = {.tv_sec = 0, .tv_nsec = 200'000};
  constexpr int kMostSteps = 100;  // also when somebody sets the clock back
  const int64_t before = now_ns(CLOCK_REALTIME);
  int64_t now = file_clock_ns();
  for (int i = 0; now <= before && i < kMostSteps; i++) {
    nanosleep(&kStep, nullptr);
    now = file_clock_ns();
  }
  return now;
}

support::FsResult<void> rename_file(const std::string& from, const std::string& to) {
  if (std::rename(from.c_str(), to.c_str()) == 0) return {};
  return std::unexpected(support::FsError::from_errno(errno, to));
}

void set_file_time(const std::string& path, int64_t time_ns) {
  timespec time = {};
  time.tv_sec = time_ns / kNanosecondsPerSecond;
  time.tv_nsec = static_cast<long>(time_ns % kNanosecondsPerSecond);
  const timespec times[] = {time, time};
  (void)utimensat(AT_FDCWD, path.c_str(), times, 0);
}

std::string current_directory() {
  std::array<char, PATH_MAX> path = {};
  return getcwd(path.data(), path.size()) != nullptr ? std::string(path.data()) : ".";
}

bool is_terminal_standard_error() { return isatty(STDERR_FILENO) != 0; }

void write_standard_error(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

void write_standard_output(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stdout);
}

FolderLock::FolderLock(const std::string& path)
    : file_(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  while (file_ >= 0 && flock(file_, LOCK_EX) != 0 && errno == EINTR) continue;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) close(file_);
}

}  // namespace perry::scan
