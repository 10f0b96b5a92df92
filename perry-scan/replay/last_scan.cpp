#include "perry-scan/replay/last_scan.h"

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"

namespace perry::scan {

namespace {

using support::BinaryReader;
using support::BinaryWriter;

constexpr size_t kSmallestName = 4;
constexpr size_t kSmallestFolder = 27;
constexpr size_t kSmallestFile = 57;
constexpr size_t kSmallestRequest = 33;
constexpr size_t kHashSize = 32;

void write_folder(BinaryWriter& out, const KnownFolder& folder) {
  out.string(folder.path);
  write_identity(out, folder.identity);
  out.boolean(folder.listing.has_value());
  if (folder.listing) out.u64(*folder.listing);
  out.varint(folder.names.size());
  for (const KnownName& name : folder.names) {
    out.string(name.name);
    out.u8(static_cast<uint8_t>(name.kind));
    out.boolean(name.is_link);
    out.string(name.target);
  }
}

EntryKind read_kind(BinaryReader& in) {
  const uint8_t value = in.u8();
  if (value > static_cast<uint8_t>(EntryKind::Unreadable)) in.fail();
  return in.ok() ? static_cast<EntryKind>(value) : EntryKind::Missing;
}

KnownFolder read_folder(BinaryReader& in) {
  KnownFolder folder;
  folder.path = in.string();
  folder.identity = read_identity(in);
  if (in.boolean()) folder.listing = in.u64();
  const size_t count = in.count(kSmallestName);
  folder.names.reserve(count);
  for (size_t i = 0; i < count && in.ok(); i++) {
    KnownName& name = folder.names.emplace_back();
    name.name = in.string();
    name.kind = read_kind(in);
    name.is_link = in.boolean();
    name.target = in.string();
  }
  return folder;
}

}  // namespace

std::string LastScan::encode() const {
  BinaryWriter out;
  out.hash(situation);
  out.u64(ninja_file);
  out.varint(modules);
  out.varint(requests.size());
  for (const MadeRequest& request : requests) {
    out.string(request.source);
    out.hash(request.key);
  }
  out.varint(plans.size());
  for (const support::Hash256& plan : plans) out.hash(plan);
  out.varint(folders.size());
  for (const KnownFolder& folder : folders) write_folder(out, folder);
  out.varint(files.size());
  for (const KnownFile& file : files) {
    out.string(file.path);
    write_identity(out, file.identity);
    out.hash(file.hash);
  }
  return out.take();
}

std::optional<LastScan> LastScan::decode(std::string_view bytes) {
  BinaryReader in(bytes);
  LastScan last;
  last.situation = in.hash();
  last.ninja_file = in.u64();
  last.modules = in.varint();
  last.requests.resize(in.count(kSmallestRequest));
  for (MadeRequest& request : last.requests) {
    request.source = in.string();
    request.key = in.hash();
  }
  last.plans.resize(in.count(kHashSize));
  for (support::Hash256& plan : last.plans) plan = in.hash();
  last.folders.resize(in.count(kSmallestFolder));
  for (KnownFolder& folder : last.folders) folder = read_folder(in);
  last.files.resize(in.count(kSmallestFile));
  for (KnownFile& file : last.files) {
    file.path = in.string();
    file.identity = read_identity(in);
    file.hash = in.hash();
  }
  in.finish();
  if (!in.ok()) return std::nullopt;
  return last;
}

}  // namespace perry::scan
