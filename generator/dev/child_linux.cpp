#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "generator/dev/child.h"

namespace perry::generator {

namespace {

constexpr int kPatienceMs = 2000;
constexpr int kStepMs = 5;

Exit exit_of(int status) {
  if (WIFSIGNALED(status)) return {.code = 0, .signal = WTERMSIG(status)};
  return {.code = WEXITSTATUS(status), .signal = 0};
}

void sleep_ms(int ms) {
  const timespec time = {.tv_sec = 0, .tv_nsec = ms * 1'000'000L};
  nanosleep(&time, nullptr);
}

}  // namespace

bool DevChild::start(const std::vector<std::string>& command) {
  stop();
  std::vector<char*> arguments;
  arguments.reserve(command.size() + 1);
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  flush_output();
  const pid_t parent = getpid();
  const pid_t child = fork();
  if (child == 0) {
    // The signals that this program takes one by one are the child's as usual.
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) _exit(1);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  process_ = child > 0 ? child : 0;
  return child > 0;
}

std::optional<Exit> DevChild::poll() {
  int status = 0;
  if (process_ <= 0 || waitpid(process_, &status, WNOHANG) != process_) return std::nullopt;
  process_ = 0;
  return exit_of(status);
}

void DevChild::stop() {
  if (process_ <= 0) return;
  kill(process_, SIGTERM);
  for (int waited = 0; waited < kPatienceMs; waited += kStepMs) {
    if (poll()) return;
    sleep_ms(kStepMs);
  }
  kill(process_, SIGKILL);
  int status = 0;
  waitpid(process_, &status, 0);
  process_ = 0;
}

}  // namespace perry::generator
