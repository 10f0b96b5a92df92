#pragma once

#include <cstdint>

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"
#include "support/base/file_system.h"

namespace perry::scan {

// What tells a file or folder that was changed, without a look into it. One as young as the look
// may change again without a trace here; its time is then 0, and it is the same as nothing.
struct FileIdentity {
  uint64_t size = 0;
  int64_t mtime_ns = 0;
  uint64_t inode = 0;
};

// `now_ns` is when the scan began, by the clock of the files.
FileIdentity identity_of(const support::FileStat& stat, int64_t now_ns);
bool is_same(const FileIdentity& a, const FileIdentity& b);

void write_identity(support::BinaryWriter& out, const FileIdentity& identity);
FileIdentity read_identity(support::BinaryReader& in);

}  // namespace perry::scan
