#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "perry-scan/database/file_identity.h"
#include "perry-scan/database/parse.h"
#include "support/base/hash256.h"

namespace perry::scan {

// What is remembered of one file. The parts stay encoded until somebody asks for them, because most
// files of a big project are the same as last time.
struct StoredSource {
  FileIdentity identity;
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
  // Views into this object, sorted by path.
  const std::vector<std::pair<std::string_view, StoredSource>>& sources() const { return sources_; }
  // The bytes of a LastScan; empty where none is remembered.
  std::string_view last_scan() const { return last_scan_; }

  // Sorted by path.
  static std::string encode(
      std::span<const std::pair<std::string_view, const StoredSource*>> sources,
      std::string_view last_scan, std::string_view program);

 private:
  std::string bytes_;
  // Views into `bytes_`.
  std::vector<std::pair<std::string_view, StoredSource>> sources_;
  std::string_view last_scan_;
};

// The bytes of StoredSource::signature.
std::string encode_signature(const frontend::ModuleSignature& signature);

// Against damage, not against people: whoever can write here can write build.ninja. Each scan reads
// and writes megabytes, of which SHA-256 would take an eighth of its time.
uint64_t checksum(std::string_view bytes);

}  // namespace perry::scan
