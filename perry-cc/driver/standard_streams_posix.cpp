#include <unistd.h>

#include <cerrno>
#include <csignal>

#include "perry-cc/driver/standard_streams.h"

namespace perry::cc {

namespace {

// The number of the error that stopped the write, or zero.
int write_fully(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    text.remove_prefix(static_cast<size_t>(written));
  }
  return 0;
}

// Up to what fits; zero at the end, negative on a failure.
ssize_t read_chunk(char* place, size_t size) {
  for (;;) {
    const ssize_t count = ::read(STDIN_FILENO, place, size);
    if (count >= 0 || errno != EINTR) return count;
  }
}

constexpr size_t kChunk = 64 * 1024;

}  // namespace

void survive_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

void StandardOutput::write(std::string_view text) {
  if (error_) return;
  if (const int number = write_fully(STDOUT_FILENO, text); number != 0)
    error_ = support::FsError::from_errno(number, "standard output");
}

support::FsResult<std::string> read_standard_input(size_t limit) {
  std::string result;
  for (;;) {
    const size_t size = result.size();
    result.resize(size + kChunk);
    const ssize_t count = read_chunk(result.data() + size, kChunk);
    if (count < 0) return std::unexpected(support::FsError::from_errno(errno, "standard input"));
    result.resize(size + static_cast<size_t>(count));
    if (count == 0) return result;
    if (result.size() > limit)
      return std::unexpected(support::FsError{support::FsErrorKind::TooLarge, 0, "standard input"});
  }
}

bool read_some_standard_input(std::string& buffer) {
  const size_t size = buffer.size();
  buffer.resize(size + kChunk);
  const ssize_t count = read_chunk(buffer.data() + size, kChunk);
  buffer.resize(size + (count > 0 ? static_cast<size_t>(count) : 0));
  return count > 0;
}

// There is nobody to tell when this fails.
void write_standard_error(std::string_view text) { write_fully(STDERR_FILENO, text); }

support::ColorUse standard_error_color(support::ColorChoice choice) {
  return support::decide_color(choice, support::color_environment(STDERR_FILENO));
}

}  // namespace perry::cc
