#include <sys/mman.h>
#include <unistd.h>

#include "perry-ld/driver/memory_file.h"

namespace perry::ld {

MemoryFile::MemoryFile(std::string_view contents)
    : descriptor_(memfd_create("perry-registry", MFD_CLOEXEC)) {
  if (descriptor_ < 0) return;
  while (!contents.empty()) {
    const ssize_t written = write(descriptor_, contents.data(), contents.size());
    if (written <= 0) return;
    contents.remove_prefix(static_cast<size_t>(written));
  }
  path_ = "/proc/self/fd/" + std::to_string(descriptor_);
}

MemoryFile::~MemoryFile() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace perry::ld
