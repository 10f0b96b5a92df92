#include "perry-ld/driver/flags.h"

namespace perry::ld {

namespace {

using frontend::OutputKind;
using Flags = std::vector<std::string>;

void add(Flags& flags, const Flags& more) { flags.insert(flags.end(), more.begin(), more.end()); }

Flags flags_of(const frontend::LinkPlan& plan, const Platform& platform) {
  switch (plan.output) {
    case OutputKind::Program:
      // Not position-independent: addresses are constants, and thread-local variables lie at fixed
      // distances from the thread pointer.
      return {"--no-pie", "--dynamic-linker", platform.loader};
    case OutputKind::StaticLibrary:
      return {"-r"};
    case OutputKind::SharedLibrary:
      // What hosts call is taken from the runtime though nothing else asks for it. There is no way
      // to unload a library whose runtime may be in use.
      return {"-shared",
              "-soname=lib" + plan.library + ".so",
              "--undefined-glob=perry_*",
              "-z",
              "defs",
              "-z",
              "nodelete"};
  }
  return {};
}

}  // namespace

std::vector<std::string> choose_flags(const frontend::LinkPlan& plan, const Options& options,
                                      const Platform& platform) {
  const bool is_dev = plan.profile == frontend::Profile::Dev;
  const bool is_size = plan.profile == frontend::Profile::Size;
  const bool is_whole = plan.output != OutputKind::StaticLibrary;
  Flags flags = {"-m", platform.emulation};
  add(flags, flags_of(plan, platform));
  // As the C compilers of distributions do: some of these processors mind certain addresses.
  if (is_whole && platform.architecture == "aarch64-")
    flags.emplace_back("--fix-cortex-a53-843419");
  if (is_whole) {
    add(flags, {"--gc-sections", "--eh-frame-hdr", "--build-id=sha1", "--hash-style=gnu",
                "--as-needed", "-z", "relro", "-z", "noexecstack",
                is_dev    ? "-O0"
                : is_size ? "-O2"
                          : "-O1"});
    if (!is_dev) flags.emplace_back("--icf=safe");
  }
  Strip strip = options.strip.value_or(is_size ? Strip::All : Strip::None);
  // The host's linker needs the symbols of a static library.
  if (!is_whole && strip == Strip::All) strip = Strip::Debug;
  if (strip == Strip::All) flags.emplace_back("--strip-all");
  if (strip == Strip::Debug) flags.emplace_back("--strip-debug");
  if (!options.system_root.empty()) flags.push_back("--sysroot=" + options.system_root);
  return flags;
}

}  // namespace perry::ld
