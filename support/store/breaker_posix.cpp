#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>

#include "support/store/breaker.h"

namespace perry::support {

namespace {

constexpr uint64_t kUnit_ms = 10;
// What is quicker than compiling is not lost.
constexpr uint64_t kFair_ms = 100;
constexpr uint64_t kFairBytesPer_ms = 2000;

}  // namespace

bool Breaker::is_open() const {
  struct stat info;
  if (::stat(file_.c_str(), &info) != 0) return false;
  if (::time(nullptr) - info.st_mtim.tv_sec >= static_cast<time_t>(retry_s_)) {
    (void)::unlink(file_.c_str());
    return false;
  }
  return static_cast<uint64_t>(info.st_size) >= std::max<uint64_t>(timeout_ms_ / kUnit_ms, 1);
}

void Breaker::add_answer(uint64_t elapsed_ms, uint64_t bytes) const {
  const uint64_t fair_ms = kFair_ms + bytes / kFairBytesPer_ms;
  if (elapsed_ms > fair_ms) add_lost(elapsed_ms - fair_ms);
}

void Breaker::add_lost(uint64_t lost_ms) const {
  constexpr uint64_t kMost = 100'000;
  const std::string bytes(std::clamp<uint64_t>(lost_ms / kUnit_ms, 1, kMost), '.');
  const int file = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
  if (file < 0) return;
  (void)!::write(file, bytes.data(), bytes.size());
  (void)::close(file);
}

}  // namespace perry::support
