#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include "generator/process/process.h"
#include "support/base/path.h"

namespace perry::generator {

namespace {

std::vector<char*> arguments_of(const std::vector<std::string>& command) {
  std::vector<char*> result;
  result.reserve(command.size() + 1);
  for (const std::string& word : command) result.push_back(const_cast<char*>(word.c_str()));
  result.push_back(nullptr);
  return result;
}

// In a folder, with the wanted streams and environment.
class Spawn {
 public:
  explicit Spawn(const std::string& folder) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
  }
  Spawn(const Spawn&) = delete;
  Spawn& operator=(const Spawn&) = delete;
  ~Spawn() { posix_spawn_file_actions_destroy(&actions_); }

  void open_nothing() {
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
      posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", O_RDWR, 0);
  }
  void write_output_to(int file) {
    posix_spawn_file_actions_adddup2(&actions_, file, STDOUT_FILENO);
  }
  void write_to(int file) {
    write_output_to(file);
    posix_spawn_file_actions_adddup2(&actions_, file, STDERR_FILENO);
  }
  std::optional<pid_t> run(const std::vector<std::string>& command, char* const* environment) {
    // What was said before must stand before what the other program says.
    std::fflush(nullptr);
    pid_t child = 0;
    const int failed = posix_spawn(&child, command[0].c_str(), &actions_, nullptr,
                                   arguments_of(command).data(), environment);
    return failed == 0 ? std::optional(child) : std::nullopt;
  }

 private:
  posix_spawn_file_actions_t actions_ = {};
};

std::optional<Exit> wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return std::nullopt;
  Exit result;
  if (WIFSIGNALED(status))
    result.signal = WTERMSIG(status);
  else
    result.code = WEXITSTATUS(status);
  return result;
}

}  // namespace

std::optional<Exit> run_process(const std::vector<std::string>& command, const std::string& folder,
                                Streams streams) {
  Spawn spawn(folder);
  if (streams == Streams::None) spawn.open_nothing();
  const auto child = spawn.run(command, environ);
  return child ? wait_for(*child) : std::nullopt;
}

std::optional<ChildProcess> ChildProcess::start(const std::vector<std::string>& command,
                                                const std::string& folder,
                                                const std::string& variable) {
  std::array<int, 2> ends = {};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  const std::string name = variable.substr(0, variable.find('=') + 1);
  std::vector<char*> environment;
  for (char** at = environ; *at != nullptr; at++)
    if (std::strncmp(*at, name.c_str(), name.size()) != 0) environment.push_back(*at);
  environment.push_back(const_cast<char*>(variable.c_str()));
  environment.push_back(nullptr);
  Spawn spawn(folder);
  spawn.write_to(ends[1]);
  const auto child = spawn.run(command, environment.data());
  close(ends[1]);
  if (child) return ChildProcess(*child, ends[0]);
  close(ends[0]);
  return std::nullopt;
}

std::optional<std::string> read_output(const std::vector<std::string>& command,
                                       const std::string& folder) {
  std::array<int, 2> ends = {};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  Spawn spawn(folder);
  spawn.open_nothing();
  spawn.write_output_to(ends[1]);
  const auto child = spawn.run(command, environ);
  close(ends[1]);
  std::string text;
  std::array<char, 16384> bytes = {};
  for (;;) {
    const ssize_t got = child ? read(ends[0], bytes.data(), bytes.size()) : 0;
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    text.append(bytes.data(), static_cast<size_t>(got));
  }
  close(ends[0]);
  if (!child || !wait_for(*child).value_or(Exit{.code = 1, .signal = 0}).ok()) return std::nullopt;
  return text;
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : pid_(other.pid_),
      output_(std::exchange(other.output_, -1)),
      pending_(std::move(other.pending_)) {}

ChildProcess::~ChildProcess() {
  if (output_ >= 0) close(output_);
}

std::optional<std::string> ChildProcess::read_line() {
  for (;;) {
    if (const size_t end = pending_.find('\n'); end != std::string::npos) {
      std::string line = pending_.substr(0, end);
      pending_.erase(0, end + 1);
      return line;
    }
    std::array<char, 16384> bytes = {};
    const ssize_t got = read(output_, bytes.data(), bytes.size());
    if (got < 0 && errno == EINTR) continue;
    if (got > 0) {
      pending_.append(bytes.data(), static_cast<size_t>(got));
      continue;
    }
    if (pending_.empty()) return std::nullopt;
    return std::exchange(pending_, {});
  }
}

Exit ChildProcess::wait() { return wait_for(pid_).value_or(Exit{.code = 1, .signal = 0}); }

void become(const std::vector<std::string>& command) {
  std::fflush(nullptr);
  execv(command[0].c_str(), arguments_of(command).data());
}

std::string find_on_path(std::string_view name) {
  const char* const path = std::getenv("PATH");
  std::string_view rest = path != nullptr ? path : "/usr/bin:/bin";
  while (!rest.empty()) {
    const size_t colon = rest.find(':');
    std::string candidate(rest.substr(0, colon));
    rest.remove_prefix(colon == std::string_view::npos ? rest.size() : colon + 1);
    if (candidate.empty()) candidate = ".";
    candidate = support::join_path(candidate, name);
    if (is_executable(candidate)) return support::join_path(current_directory(), candidate);
  }
  return {};
}

std::string program_folder() {
  std::array<char, PATH_MAX> path = {};
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0) return current_directory();
  return std::string(
      support::path_directory(std::string_view(path.data(), static_cast<size_t>(size))));
}

std::string current_directory() {
  std::array<char, PATH_MAX> path = {};
  return getcwd(path.data(), path.size()) != nullptr ? std::string(path.data()) : ".";
}

bool is_executable(const std::string& path) {
  struct stat info = {};
  return stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && access(path.c_str(), X_OK) == 0;
}

bool is_terminal_output() { return isatty(STDOUT_FILENO) != 0; }

int terminal_width() {
  constexpr int kUsual = 80;
  winsize size = {};
  const bool is_known = ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return is_known ? size.ws_col : kUsual;
}

bool write_private_file(const std::string& folder, const std::string& path, std::string_view text) {
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return false;
  const std::string fresh = path + "." + std::to_string(getpid());
  const int file = open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (file < 0) return false;
  const bool is_written =
      write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  return (close(file) == 0) && is_written && rename(fresh.c_str(), path.c_str()) == 0;
}

void wait_for_later_file_times() {
  timespec begin = {}, now = {};
  clock_gettime(CLOCK_REALTIME_COARSE, &begin);
  do {
    usleep(500);
    clock_gettime(CLOCK_REALTIME_COARSE, &now);
  } while (now.tv_sec == begin.tv_sec && now.tv_nsec == begin.tv_nsec);
}

bool make_link(const std::string& target, const std::string& path) {
  std::array<char, PATH_MAX> old = {};
  const ssize_t size = readlink(path.c_str(), old.data(), old.size());
  if (size >= 0 && std::string_view(old.data(), static_cast<size_t>(size)) == target) return true;
  // In one step, so that a build which runs just now finds one or the other.
  const std::string fresh = path + "." + std::to_string(getpid());
  (void)unlink(fresh.c_str());
  if (symlink(target.c_str(), fresh.c_str()) != 0) return false;
  if (rename(fresh.c_str(), path.c_str()) == 0) return true;
  // Whoever copies a build folder may get a folder where the link was.
  std::error_code failed;
  if (errno == EISDIR) std::filesystem::remove_all(path, failed);
  if (!failed && rename(fresh.c_str(), path.c_str()) == 0) return true;
  (void)unlink(fresh.c_str());
  return false;
}

void say(std::string_view text) { (void)std::fwrite(text.data(), 1, text.size(), stdout); }

void say_error(std::string_view text) {
  std::fflush(stdout);
  (void)std::fwrite(text.data(), 1, text.size(), stderr);
}

void flush_output() { std::fflush(stdout); }

void complain(std::string_view text) {
  const std::string line = "perry: " + std::string(text) + "\n";
  (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace perry::generator
