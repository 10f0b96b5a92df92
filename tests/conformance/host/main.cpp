// A program that holds many tests, and runs those that standard input names, each in a process of
// its own that is forked with a fresh realm.
//
// A line of input has the paths of sources, separated by tabs, that are run one after the other in
// one realm: the harness, then the test. Each line is answered by
//
//     outcome  standard output's bytes  standard error's bytes
//
// also separated by tabs, and then by what was written. The outcome is `ok`, `threw` (standard
// error ends in the error's constructor and message), `signal N`, `exit N` or `timeout`. The
// program's arguments are the seconds of processor time and the megabytes of memory that each line
// may use.

#include <fcntl.h>
#include <malloc.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "runtime/gc/isolate.h"
#include "runtime/host/start.h"
#include "runtime/modules/modules.h"
#include "runtime/object/objects.h"
#include "tests/conformance/host/realm.h"

extern "C" {
// The linker lays it out.
extern const perry::abi::Program perry_program;
}

namespace {

using namespace perry;  // NOLINT(google-build-using-namespace): a program of its own
using Clock = std::chrono::steady_clock;

constexpr int kThrew = 125;
constexpr int kUnknownModule = 126;
// A test that prints without end has failed as well.
constexpr size_t kMostOutput = size_t{256} << 10;

struct Limits {
  rlim_t cpu_seconds = 10;
  // More of it, for tests that wait; the machine may be busy.
  std::chrono::seconds wall() const { return std::chrono::seconds(6 * cpu_seconds); }
  rlim_t data_bytes = rlim_t{2} << 30;
};

struct Outcome {
  std::string verdict;
  std::array<std::string, 2> output;
};

[[noreturn]] void run_child(runtime::Isolate& isolate, const std::vector<std::string>& paths) {
  for (const std::string& path : paths) {
    const abi::ModuleRecord* record = test262::find_module(isolate, path);
    if (record == nullptr) _exit(kUnknownModule);
    if (!test262::run(isolate, record)) _exit(kThrew);
  }
  _exit(0);
}

void set_limits(const Limits& limits) {
  const rlimit cpu = {.rlim_cur = limits.cpu_seconds, .rlim_max = limits.cpu_seconds + 1};
  setrlimit(RLIMIT_CPU, &cpu);
  const rlimit data = {.rlim_cur = limits.data_bytes, .rlim_max = limits.data_bytes};
  setrlimit(RLIMIT_DATA, &data);
  const rlimit core = {.rlim_cur = 0, .rlim_max = 0};
  setrlimit(RLIMIT_CORE, &core);
}

// Reads both pipes until the child has closed them. False when its time is over.
bool collect(std::array<int, 2> pipes, Clock::time_point deadline, Outcome& outcome) {
  std::array<char, 16384> buffer{};
  for (size_t open = pipes.size(); open > 0;) {
    std::array<pollfd, 2> polled = {pollfd{.fd = pipes[0], .events = POLLIN, .revents = 0},
                                    pollfd{.fd = pipes[1], .events = POLLIN, .revents = 0}};
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0 || poll(polled.data(), polled.size(), static_cast<int>(left)) <= 0) return false;
    for (size_t i = 0; i < polled.size(); i++) {
      if (polled[i].revents == 0) continue;
      const ssize_t count = read(pipes[i], buffer.data(), buffer.size());
      if (count > 0) {
        outcome.output[i].append(buffer.data(), static_cast<size_t>(count));
        if (outcome.output[i].size() > kMostOutput) return false;
      } else {
        pipes[i] = -1;  // which poll passes over
        open--;
      }
    }
  }
  return true;
}

std::string verdict_of(int status) {
  if (WIFSIGNALED(status)) {
    const int number = WTERMSIG(status);
    return number == SIGXCPU ? "timeout" : "signal " + std::to_string(number);
  }
  const int code = WEXITSTATUS(status);
  if (code == kThrew) return "threw";
  return code == 0 ? "ok" : "exit " + std::to_string(code);
}

// The heap's address space alone may be more than a test is allowed, and then it gets none for
// anything else: what a few texts and an exception need has to be there already.
void keep_room() {
  constexpr size_t kRoom = size_t{8} << 20;
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 4 * kRoom);
  mallopt(M_TRIM_THRESHOLD, 4 * kRoom);
#endif
  void* volatile room = std::malloc(kRoom);  // or the compiler finds it useless
  std::free(room);
}

Outcome run_forked(runtime::Isolate& isolate, const std::vector<std::string>& paths,
                   const Limits& limits) {
  Outcome outcome;
  std::array<std::array<int, 2>, 2> pipes{};
  for (auto& ends : pipes) {
    if (pipe2(ends.data(), O_CLOEXEC) != 0) {
      std::perror("pipe");
      std::exit(1);
    }
  }
  const pid_t child = fork();
  if (child < 0) {
    std::perror("fork");
    std::exit(1);
  }
  if (child == 0) {
    dup2(pipes[0][1], STDOUT_FILENO);
    dup2(pipes[1][1], STDERR_FILENO);
    for (const auto& ends : pipes) {
      close(ends[0]);
      close(ends[1]);
    }
    set_limits(limits);
    run_child(isolate, paths);
  }
  for (const auto& ends : pipes) close(ends[1]);
  const bool ended = collect({pipes[0][0], pipes[1][0]}, Clock::now() + limits.wall(), outcome);
  for (const auto& ends : pipes) close(ends[0]);
  if (!ended) kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  outcome.verdict = ended ? verdict_of(status) : "timeout";
  return outcome;
}

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> fields;
  size_t start = 0;
  for (size_t end = line.find('\t'); end != std::string::npos; end = line.find('\t', start)) {
    fields.push_back(line.substr(start, end - start));
    start = end + 1;
  }
  fields.push_back(line.substr(start));
  return fields;
}

}  // namespace

int main(int argc, char** argv) {
  Limits limits;
  if (argc > 1) limits.cpu_seconds = std::strtoul(argv[1], nullptr, 10);
  if (argc > 2) limits.data_bytes = rlim_t{std::strtoul(argv[2], nullptr, 10)} << 20;
  runtime::Isolate isolate(runtime::heap_options());
  runtime::start_objects(isolate);
  test262::install(isolate);
  isolate.part<runtime::Modules>().start(&perry_program);
  keep_room();
  for (std::string line; std::getline(std::cin, line);) {
    const Outcome outcome = run_forked(isolate, split(line), limits);
    std::cout << outcome.verdict << '\t' << outcome.output[0].size() << '\t'
              << outcome.output[1].size() << '\n'
              << outcome.output[0] << outcome.output[1] << std::flush;
  }
  return 0;
}
