#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/database/file_identity.h"
#include "perry-scan/resolve/file_tree.h"
#include "support/base/hash256.h"

namespace perry::scan {

// A name that was asked for by itself, or that is a link.
struct KnownName {
  std::string_view name;
  EntryKind kind = EntryKind::Missing;
  bool is_link = false;
  std::string_view target;  // where a link leads, free of links; empty if nowhere
};

// A folder in which names were asked for.
struct KnownFolder {
  std::string_view path;  // absolute and free of links
  FileIdentity identity;
  // Of its names and their kinds, where it was listed: all that was asked for but links.
  std::optional<uint64_t> listing;
  std::vector<KnownName> names;
};

// A file that was read, beside the sources.
struct KnownFile {
  std::string_view path;
  FileIdentity identity;
  support::Hash256 hash;
};

struct MadeRequest {
  std::string_view source;  // as the database names it
  support::Hash256 key;
};

// What the last scan depended on beside sources, and what came of each source: enough to tell that
// a scan would find the same again but for some requests. Only a scan that had nothing to report
// leaves one. It owns no text. docs/formats/scan-database.md describes the bytes.
struct LastScan {
  // Of all that is no file of the project: configuration, tools, where the project and the build
  // folder are.
  support::Hash256 situation;
  uint64_t ninja_file = 0;  // checksum
  uint64_t modules = 0;
  std::vector<MadeRequest> requests;  // sorted by source
  std::vector<support::Hash256> plans;
  std::vector<KnownFolder> folders;
  std::vector<KnownFile> files;

  std::string encode() const;
  // Nothing from bytes that are no such thing.
  static std::optional<LastScan> decode(std::string_view bytes);
};

}  // namespace perry::scan
