#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>

#include "perry-cc/cache/process.h"
#include "support/base/file_descriptor_posix.h"

namespace perry::cc {

namespace {

using support::posix::FileDescriptor;

constexpr int kSignalExit = 128;

struct Pipe {
  FileDescriptor read_end{-1};
  FileDescriptor write_end{-1};
  bool open() {
    std::array<int, 2> ends;
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) return false;
    read_end = FileDescriptor(ends[0]);
    write_end = FileDescriptor(ends[1]);
    return true;
  }
};

// The child reads all of its input before it writes anything, so this waits for nobody for ever.
void feed(FileDescriptor& to, std::string_view input) {
  while (!input.empty()) {
    const ssize_t written = ::write(to.number(), input.data(), input.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) break;
    input.remove_prefix(static_cast<size_t>(written));
  }
  to.close();
}

bool drain(FileDescriptor& from, std::string& output) {
  constexpr size_t kChunk = size_t{256} << 10;
  while (true) {
    const size_t before = output.size();
    ssize_t got = 0;
    output.resize_and_overwrite(before + kChunk, [&](char* data, size_t) {
      do {
        got = ::read(from.number(), data + before, kChunk);
      } while (got < 0 && errno == EINTR);
      return before + (got > 0 ? static_cast<size_t>(got) : 0);
    });
    if (got <= 0) return got == 0;
  }
}

bool wait_for_end(pid_t child, ChildResult& result) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return false;
  if (WIFSIGNALED(status)) {
    result.exit_code = kSignalExit + WTERMSIG(status);
    result.ended_by = ::strsignal(WTERMSIG(status));
  } else {
    result.exit_code = WEXITSTATUS(status);
  }
  return true;
}

}  // namespace

std::optional<ChildResult> run_child(const std::vector<std::string>& command,
                                     std::string_view input, ChildOutput output) {
  // A child that ends early is no reason for us to.
  (void)std::signal(SIGPIPE, SIG_IGN);
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);

  Pipe in;
  Pipe out;
  if (!input.empty() && !in.open()) return std::nullopt;
  if (output == ChildOutput::Caught && !out.open()) return std::nullopt;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  if (in.read_end.is_open())
    posix_spawn_file_actions_adddup2(&actions, in.read_end.number(), STDIN_FILENO);
  if (out.write_end.is_open())
    posix_spawn_file_actions_adddup2(&actions, out.write_end.number(), STDOUT_FILENO);
  pid_t child = 0;
  const int failed =
      ::posix_spawn(&child, command[0].c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) {
    errno = failed;
    return std::nullopt;
  }
  in.read_end.close();
  out.write_end.close();
  if (in.write_end.is_open()) feed(in.write_end, input);
  ChildResult result;
  const bool is_read = !out.read_end.is_open() || drain(out.read_end, result.output);
  if (!wait_for_end(child, result) || !is_read) return std::nullopt;
  return result;
}

void write_standard_error_text(std::string_view text) {
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

}  // namespace perry::cc
