#include <unistd.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

#include "perry-cc/cache/cached_compile.h"
#include "perry-cc/command_line/exit_codes.h"
#include "support/base/parent.h"

namespace cc = perry::cc;

namespace {

constexpr const char* kUsage =
    "perry-cache runs `perry-cc compile`, or takes its result from where it is kept.\n"
    "\n"
    "  perry-cache --compiler PERRY-CC --root DIR --request FILE -o OBJECT\n"
    "              [--settings FILE] [--log FILE]\n"
    "\n"
    "Without settings nothing is kept. Exit codes are those of perry-cc.\n";

// Read by hand: this program starts once for every module of a build.
bool read_arguments(int argc, char** argv, cc::CachedCompileOptions& options) {
  const std::pair<std::string_view, std::string*> all[] = {
      {"--compiler", &options.compiler}, {"--settings", &options.settings},
      {"--log", &options.log},           {"--root", &options.root},
      {"--request", &options.request},   {"-o", &options.output}};
  for (int i = 1; i < argc; i += 2) {
    bool is_known = false;
    for (const auto& [name, value] : all) {
      if (name != argv[i] || i + 1 == argc) continue;
      *value = argv[i + 1];
      is_known = true;
    }
    if (!is_known) return false;
  }
  return !options.compiler.empty() && !options.root.empty() && !options.request.empty() &&
         !options.output.empty();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--help") {
    std::fputs(kUsage, stdout);
    return cc::kExitSuccess;
  }
  if (argc == 2 && std::string_view(argv[1]) == "--version") {
    std::puts("perry-cache " PERRY_VERSION);
    return cc::kExitSuccess;
  }
  cc::CachedCompileOptions options;
  if (!read_arguments(argc, argv, options)) {
    std::fputs(kUsage, stderr);
    return cc::kExitUsage;
  }
  perry::support::end_with_parent();
  const int exit_code = cc::run_cached_compile(options);
  // A look-up of a name that nobody waits for may still be under way.
  std::fflush(nullptr);
  _exit(exit_code);
}
