#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "perry-scan/database/parse.h"
#include "support/base/hash256.h"

namespace perry::scan {

// What is remembered of one file. The parts stay encoded until somebody asks for them, because most
// files of a big project are the same as last time.
struct StoredSource {
  // Size, time and number of the file when it was read. A file as young as the reading may change
  // again without a trace in these; its time is then 0 and its contents decide.
  uint64_t size = 0;
  int64_t mtime_ns = 0;
  uint64_t inode = 0;
  Reading reading;
  support::Hash256 hash;
  frontend::Goal goal = frontend::Goal::Module;
  std::string_view record;
  std::string_view signature;
  std::string_view mentions;
};

// One canonical file with a checksum that remembers what was found in sources, by path.
// docs/formats/scan-database.md describes the bytes. It saves work and decides nothing: a missing,
// damaged or foreign one is as good as an empty one.
class Database {
 public:
  // `program` tells builds of the scan apart; another one's findings are not trusted.
  static Database decode(std::string bytes, std::string_view program);
  // The path as the caller writes it.
  const StoredSource* find(std::string_view path) const;
  size_t size() const { return sources_.size(); }

  // Sorted by path.
  static std::string encode(
      std::span<const std::pair<std::string_view, const StoredSource*>> sources,
      std::string_view program);

 private:
  std::string bytes_;
  // Views into `bytes_`, sorted by path.
  std::vector<std::pair<std::string_view, StoredSource>> sources_;
};

}  // namespace perry::scan
