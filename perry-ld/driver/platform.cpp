#include "perry-ld/driver/platform.h"

#include <elf.h>

#include <array>

namespace perry::ld {

namespace {

constexpr std::array kX64System = {"/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu"};
constexpr std::array kX64Compiler = {
    "/usr/lib/gcc/x86_64-linux-gnu", "/usr/lib/gcc/x86_64-redhat-linux",
    "/usr/lib/gcc/x86_64-suse-linux", "/usr/lib/gcc/x86_64-pc-linux-gnu",
    "/usr/lib/gcc/x86_64-alpine-linux-musl"};

constexpr std::array kArm64System = {"/usr/lib/aarch64-linux-gnu", "/lib/aarch64-linux-gnu"};
constexpr std::array kArm64Compiler = {
    "/usr/lib/gcc/aarch64-linux-gnu", "/usr/lib/gcc/aarch64-redhat-linux",
    "/usr/lib/gcc/aarch64-suse-linux", "/usr/lib/gcc/aarch64-unknown-linux-gnu",
    "/usr/lib/gcc/aarch64-alpine-linux-musl"};

#if defined(__x86_64__)
constexpr std::string_view kOwn = "x86_64-";
#elif defined(__aarch64__)
constexpr std::string_view kOwn = "aarch64-";
#else
#error "no program is linked on this processor"
#endif

constexpr Platform kPlatforms[] = {
    {.architecture = "x86_64-",
     .machine = EM_X86_64,
     .is_own = kOwn == "x86_64-",
     .emulation = "elf_x86_64",
     .loader = "/lib64/ld-linux-x86-64.so.2",
     .cross = {"/usr/x86_64-linux-gnu/lib", "/usr/lib/gcc-cross/x86_64-linux-gnu", "-amd64-cross"},
     .system_folders = kX64System,
     .compiler_folders = kX64Compiler},
    {.architecture = "aarch64-",
     .machine = EM_AARCH64,
     .is_own = kOwn == "aarch64-",
     .emulation = "aarch64linux",
     .loader = "/lib/ld-linux-aarch64.so.1",
     .cross = {"/usr/aarch64-linux-gnu/lib", "/usr/lib/gcc-cross/aarch64-linux-gnu",
               "-arm64-cross"},
     .system_folders = kArm64System,
     .compiler_folders = kArm64Compiler},
};

}  // namespace

const Platform* find_platform(std::string_view triple) {
  if (triple.find("linux") == std::string_view::npos) return nullptr;
  for (const Platform& platform : kPlatforms)
    if (triple.starts_with(platform.architecture)) return &platform;
  return nullptr;
}

}  // namespace perry::ld
