#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#include <cstdio>
#include <cstdlib>

#include "generator/cli/process.h"
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

}  // namespace

std::optional<Exit> run_process(const std::vector<std::string>& command, const std::string& folder,
                                Output output) {
  // What was said before must stand before what the other program says.
  std::fflush(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addchdir_np(&actions, folder.c_str());
  if (output == Output::Hidden)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawn(&child, command[0].c_str(), &actions, nullptr,
                                 arguments_of(command).data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) return std::nullopt;
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

bool make_link(const std::string& target, const std::string& path) {
  std::array<char, PATH_MAX> old = {};
  const ssize_t size = readlink(path.c_str(), old.data(), old.size());
  if (size >= 0 && std::string_view(old.data(), static_cast<size_t>(size)) == target) return true;
  // In one step, so that a build which runs just now finds one or the other.
  const std::string fresh = path + "." + std::to_string(getpid());
  (void)unlink(fresh.c_str());
  return symlink(target.c_str(), fresh.c_str()) == 0 && rename(fresh.c_str(), path.c_str()) == 0;
}

void say(std::string_view text) { (void)std::fwrite(text.data(), 1, text.size(), stdout); }

void complain(std::string_view text) {
  const std::string line = "perry: " + std::string(text) + "\n";
  (void)std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace perry::generator
