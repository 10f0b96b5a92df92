#include <poll.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "generator/dev/child.h"
#include "generator/dev/dev.h"
#include "generator/dev/watch.h"
#include "generator/process/process.h"
#include "generator/report/ninja_files.h"
#include "support/base/path.h"
#include "support/base/real_file_system.h"

namespace perry::generator {

namespace {

// Editors and version control write several files at a time: what follows within this is one
// change.
constexpr int kQuietMs = 60;
constexpr int kSignalExit = 128;
constexpr int kCannotStart = 127;

// Ends, a child that ended, and the terminal's interrupt arrive as data of a file.
class Signals {
 public:
  Signals() {
    sigemptyset(&set_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGCHLD}) sigaddset(&set_, signal);
    sigprocmask(SIG_BLOCK, &set_, &before_);
    file_ = signalfd(-1, &set_, SFD_CLOEXEC | SFD_NONBLOCK);
  }
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;
  ~Signals() {
    close(file_);
    sigprocmask(SIG_SETMASK, &before_, nullptr);
  }
  int file() const { return file_; }
  // The one that asks us to end, or 0.
  int take() const {
    signalfd_siginfo info = {};
    int last = 0;
    while (read(file_, &info, sizeof info) == sizeof info)
      if (info.ssi_signo != SIGCHLD) last = static_cast<int>(info.ssi_signo);
    return last;
  }
  // While Ninja runs, it and what it starts must hear the terminal.
  void let_through() const { sigprocmask(SIG_SETMASK, &before_, nullptr); }
  void hold() const { sigprocmask(SIG_BLOCK, &set_, nullptr); }

 private:
  sigset_t set_ = {};
  sigset_t before_ = {};
  int file_ = -1;
};

class Dev {
 public:
  explicit Dev(const DevInput& input) : input_(input) {}
  int run();

 private:
  void watch();
  void rebuild();
  bool has_new_program();
  bool matters(const std::string& path);
  bool has_change();
  int wait();
  void note(const std::string& text) const { say_error("perry dev: " + text + "\n"); }

  const DevInput& input_;
  support::RealFileSystem files_;
  Signals signals_;
  FolderWatch watch_;
  DevChild child_;
  std::set<std::string> inputs_;  // that the scan read
  support::FileStat program_;
  bool has_warned_ = false;
};

void Dev::watch() {
  const auto text = files_.read_file(support::join_path(input_.build_folder, "build.ninja"));
  inputs_.clear();
  if (text)
    for (const std::string& path : read_inputs(*text, "build.ninja"))
      inputs_.insert(support::join_path(input_.build_folder, path));
  const auto refused = watch_.set_folders(
      folders_to_watch(files_, input_.root, input_.build_folder, {inputs_.begin(), inputs_.end()}));
  if (refused.empty() || std::exchange(has_warned_, true)) return;
  note("the system watches no more folders (fs.inotify.max_user_watches); changes in `" +
       refused.front() + "` and others go unnoticed");
}

// Whether a change can change the program. What Ninja makes of it, Ninja decides.
bool Dev::matters(const std::string& path) {
  constexpr std::string_view kEndings[] = {".ts",  ".tsx", ".mts", ".cts", ".js",
                                           ".jsx", ".mjs", ".cjs", ".json"};
  if (path.empty() || inputs_.contains(path)) return true;
  if (support::is_path_inside(path, input_.build_folder)) return false;
  const std::string_view extension = support::path_extension(path);
  if (std::ranges::find(kEndings, extension) != std::end(kEndings)) return true;
  const auto stat = files_.stat(path);
  return stat && stat->kind == support::FileKind::Directory;
}

bool Dev::has_change() {
  bool changed = false;
  for (const std::string& path : watch_.take()) changed |= matters(path);
  return changed;
}

bool Dev::has_new_program() {
  const auto stat = files_.stat(input_.program);
  const bool is_new = stat && *stat != program_;
  if (stat) program_ = *stat;
  return is_new;
}

void Dev::rebuild() {
  signals_.let_through();
  const bool ok = input_.build();
  signals_.hold();
  // Before looking at what changed meanwhile, so that nothing falls in between.
  watch();
  if (!ok) return note("waiting for a change");
  const bool is_new = has_new_program();
  if (!is_new && child_.is_running()) return;
  std::vector<std::string> command = {input_.program};
  command.insert(command.end(), input_.arguments.begin(), input_.arguments.end());
  if (is_new && child_.is_running()) note("restarting");
  if (!child_.start(command)) note("cannot run `" + input_.program + "`");
}

// Until there is something to build: 0. Otherwise the signal that ends everything.
int Dev::wait() {
  bool has_changed = false;
  for (;;) {
    pollfd files[] = {{.fd = signals_.file(), .events = POLLIN, .revents = 0},
                      {.fd = watch_.file(), .events = POLLIN, .revents = 0}};
    const int ready = poll(files, std::size(files), has_changed ? kQuietMs : -1);
    if (ready == 0) return 0;
    if (const int signal = signals_.take(); signal != 0) return signal;
    if (const auto ended = child_.poll()) {
      if (ended->code == kCannotStart)
        note("cannot run `" + input_.program + "`");
      else if (ended->signal != 0)
        note("the program was ended by signal " + std::to_string(ended->signal));
      else
        note("the program has ended with " + std::to_string(ended->code) +
             "; waiting for a change");
    }
    if (files[1].revents != 0 && has_change()) has_changed = true;
  }
}

int Dev::run() {
  if (!watch_.is_open()) {
    complain("cannot watch files: the system has no inotify instance left");
    return 1;
  }
  watch();
  for (;;) {
    rebuild();
    const int signal = wait();
    if (signal == 0) continue;
    child_.stop();
    return kSignalExit + signal;
  }
}

}  // namespace

int run_dev(const DevInput& input) { return Dev(input).run(); }

}  // namespace perry::generator
