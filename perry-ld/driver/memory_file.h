#pragma once

#include <string>
#include <string_view>

namespace perry::ld {

// A file that lives in memory and has a path for as long as this object does. Empty path: the
// system would not make one.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view contents);
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  int descriptor_ = -1;
  std::string path_;
};

}  // namespace perry::ld
