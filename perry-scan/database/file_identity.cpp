#include "perry-scan/database/file_identity.h"

namespace perry::scan {

namespace {

// Clocks of file systems are coarse: a file changed this shortly before it was read may be changed
// again and look the same.
constexpr int64_t kTooYoungNs = 100'000'000;

}  // namespace

FileIdentity identity_of(const support::FileStat& stat, int64_t now_ns) {
  return {.size = stat.size,
          .mtime_ns = stat.mtime_ns > now_ns - kTooYoungNs ? 0 : stat.mtime_ns,
          .inode = stat.inode};
}

bool is_same(const FileIdentity& a, const FileIdentity& b) {
  return a.mtime_ns != 0 && a.size == b.size && a.mtime_ns == b.mtime_ns && a.inode == b.inode;
}

void write_identity(support::BinaryWriter& out, const FileIdentity& identity) {
  out.u64(identity.size);
  out.u64(static_cast<uint64_t>(identity.mtime_ns));
  out.u64(identity.inode);
}

FileIdentity read_identity(support::BinaryReader& in) {
  FileIdentity identity;
  identity.size = in.u64();
  identity.mtime_ns = static_cast<int64_t>(in.u64());
  identity.inode = in.u64();
  return identity;
}

}  // namespace perry::scan
