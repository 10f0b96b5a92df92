#include "generator/cli/doctor.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

#include "generator/process/process.h"
#include "generator/project/target.h"
#include "support/base/path.h"

namespace perry::generator {

namespace {

// The oldest one with all that build.ninja asks for.
constexpr int kNinjaMinor = 10;

class Examination {
 public:
  explicit Examination(support::FileSystem& files) : files_(files) {}

  bool run() {
    look_at_ninja();
    for (const std::string_view tool : {"perry-scan", "perry-cc", "perry-ld", "perry-cache"})
      look_at_tool(tool);
    look_at_runtime();
    look_at_system();
    look_at_processor();
    return is_well_;
  }

 private:
  void report(bool is_fine, const std::string& what, const std::string& remedy) {
    say((is_fine ? "ok      " : "missing ") + what + (is_fine ? "" : ": " + remedy) + "\n");
    is_well_ &= is_fine;
  }
  void look_at_ninja();
  void look_at_tool(std::string_view name);
  void look_at_runtime();
  void look_at_system();
  void look_at_processor();

  support::FileSystem& files_;
  bool is_well_ = true;
};

void Examination::look_at_ninja() {
  const std::string ninja = find_on_path("ninja");
  if (ninja.empty()) return report(false, "ninja", "install ninja-build");
  const std::string version = read_output({ninja, "--version"}, "/").value_or("");
  int minor = 0;
  if (version.starts_with("1."))
    std::from_chars(version.data() + 2, version.data() + version.size(), minor);
  report(minor >= kNinjaMinor, "ninja " + version.substr(0, version.find('\n')) + ", " + ninja,
         "install Ninja 1.10 or newer");
}

// Each says its version, so it was not cut off and finds its libraries; one of another version
// belongs to another perry.
void Examination::look_at_tool(std::string_view name) {
  const std::string path = support::join_path(program_folder(), name);
  if (!is_executable(path)) return report(false, path, "install perry again");
  const std::string version = read_output({path, "--version"}, "/").value_or("");
  const std::string wanted = std::string(name) + " " + PERRY_VERSION;
  report(version.starts_with(wanted), path,
         version.empty() ? "it does not run; install perry again"
                         : "it is not of version " PERRY_VERSION "; install perry again");
}

void Examination::look_at_runtime() {
  for (const std::string_view name : {"libperry_runtime.a", "libraries.txt"}) {
    const std::string path =
        support::join_path(program_folder(), "../lib/perry/" + std::string(name));
    report(files_.stat(path).has_value(), path, "install perry again");
  }
}

// What every program is linked with, which the system's C library brings.
void Examination::look_at_system() {
  constexpr std::string_view kFolders[] = {"/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib",
                                           "/usr/lib/aarch64-linux-gnu"};
  for (const std::string_view folder : kFolders) {
    const std::string path = support::join_path(folder, "crt1.o");
    if (files_.stat(path)) return report(true, path, {});
  }
  report(false, "crt1.o", "install the C library's files for development (package libc6-dev)");
}

void Examination::look_at_processor() {
  const Host host = this_host();
  const std::string baseline = choose_target({}, "baseline", host)->cpu;
  report(host.cpu >= baseline || host.cpu == "generic",
         "processor of level " + host.cpu + ", programs are for " + baseline,
         "programs need `--cpu " + host.cpu + "` to run here");
}

}  // namespace

bool check_installation(support::FileSystem& files) { return Examination(files).run(); }

}  // namespace perry::generator
