#pragma once

#include <sys/wait.h>
#include <unistd.h>

// Runs `check` in a child process that is not root, for whom permissions mean something, and
// returns what it returned; false when the child could not be had.
template <class Check>
bool holds_without_privileges(Check check) {
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr uid_t kNobody = 65534;
    const bool is_ready = ::geteuid() != 0 || ::setuid(kNobody) == 0;
    ::_exit(is_ready && check() ? 0 : 1);
  }
  int status = 0;
  return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) &&
         WEXITSTATUS(status) == 0;
}
