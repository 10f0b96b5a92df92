#pragma once

#include <cstddef>
#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "perry-scan/database/database.h"
#include "perry-scan/database/parse.h"
#include "support/base/file_system.h"
#include "support/base/stack.h"

namespace perry::scan {

inline constexpr size_t kLargestSource = size_t{100} << 20;

// The facts of source files, parsed only where they changed since the database was written. Files
// are the same when their stat identity is, or failing that their contents.
class Sources {
 public:
  struct Counts {
    size_t parsed = 0;
    size_t read = 0;    // contents looked at, parsed or not
    size_t reused = 0;  // neither
  };

  // Paths below `root` are remembered from there. `now_ns` is when the scan began, by the clock of
  // the files.
  Sources(support::FileSystem& files, Database database, std::string root, int64_t now_ns,
          support::StackLimit stack)
      : files_(files),
        database_(std::move(database)),
        root_(std::move(root)),
        now_ns_(now_ns),
        stack_(stack) {}

  // Lives as long as this object. One file is read one way only, by its first caller; and as a
  // script, which is not remembered.
  support::FsResult<const SourceFacts*> load(std::string_view path, const Reading& reading);
  // The hash of a file that has no syntax.
  support::FsResult<support::Hash256> hash_of(std::string_view path);

  const Counts& counts() const { return counts_; }
  // Whether the database for next time has the file.
  bool remembers(std::string_view path) const;
  // The path as the database has it.
  std::string_view remembered(std::string_view path) const;
  // The database for next time: exactly the files that were asked for. Nothing when it would be
  // what it was. `last_scan` is a LastScan, or empty.
  std::optional<std::string> encode_changes(std::string_view last_scan,
                                            std::string_view program) const;

 private:
  struct Loaded {
    std::string key;
    std::string path;
    std::unique_ptr<SourceFacts> facts;
    support::FsResult<support::Hash256> hash = support::Hash256();
    StoredSource stored;
    std::string record;
    std::string signature;
    bool is_storable = false;
  };

  Loaded& slot(std::string_view key, bool& is_new);
  bool reuse(const StoredSource& old, Loaded& loaded) const;
  support::FsResult<void> fill(Loaded& loaded, const Reading& reading);

  support::FileSystem& files_;
  Database database_;
  std::string root_;
  int64_t now_ns_;
  support::StackLimit stack_;
  Counts counts_;
  bool is_changed_ = false;
  std::unordered_map<std::string_view, std::unique_ptr<Loaded>> loaded_;
};

}  // namespace perry::scan
