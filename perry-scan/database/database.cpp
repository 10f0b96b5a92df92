#include "perry-scan/database/database.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"

namespace perry::scan {

namespace {

using support::BinaryReader;
using support::BinaryWriter;

constexpr std::string_view kMagic = "PSDB";
constexpr uint8_t kVersion = 4;
constexpr size_t kChecksumSize = sizeof(uint64_t);
constexpr size_t kSmallestSource = 63;

uint8_t pack(const Reading& reading) {
  const frontend::SourceOptions& o = reading.options;
  uint8_t bits = 0;
  int next = 0;
  for (const bool flag : {o.typescript(), o.jsx, o.declaration_file, o.reserve_angle_brackets,
                          o.annex_b, o.strict, reading.is_ambiguous})
    bits = static_cast<uint8_t>(bits | (flag ? 1 : 0) << next++);
  return bits;
}

Reading unpack(uint8_t bits, frontend::Goal goal) {
  const auto flag = [&](int at) { return (bits >> at & 1) != 0; };
  Reading reading;
  reading.options.goal = goal;
  reading.options.dialect = flag(0) ? frontend::Dialect::TypeScript : frontend::Dialect::JavaScript;
  reading.options.jsx = flag(1);
  reading.options.declaration_file = flag(2);
  reading.options.reserve_angle_brackets = flag(3);
  reading.options.annex_b = flag(4);
  reading.options.strict = flag(5);
  reading.is_ambiguous = flag(6);
  return reading;
}

frontend::Goal read_goal(BinaryReader& in) {
  const uint8_t value = in.u8();
  if (value > static_cast<uint8_t>(frontend::Goal::CommonJS)) in.fail();
  return in.ok() ? static_cast<frontend::Goal>(value) : frontend::Goal::Module;
}

void write_source(BinaryWriter& out, std::string_view path, const StoredSource& s) {
  out.string(path);
  write_identity(out, s.identity);
  out.u8(static_cast<uint8_t>(s.reading.options.goal));
  out.u8(pack(s.reading));
  out.hash(s.hash);
  out.u8(static_cast<uint8_t>(s.goal));
  out.string(s.record);
  out.string(s.signature);
  out.string(s.mentions);
}

StoredSource read_source(BinaryReader& in) {
  StoredSource s;
  s.identity = read_identity(in);
  const frontend::Goal goal = read_goal(in);
  s.reading = unpack(in.u8(), goal);
  s.hash = in.hash();
  s.goal = read_goal(in);
  s.record = in.string();
  s.signature = in.string();
  s.mentions = in.string();
  return s;
}

// What stands between the head and the checksum; nothing when it is not to be trusted.
std::optional<std::string_view> body_of(std::string_view bytes, std::string_view program) {
  if (bytes.size() < kChecksumSize) return std::nullopt;
  const std::string_view hashed = bytes.substr(0, bytes.size() - kChecksumSize);
  BinaryReader end(bytes.substr(hashed.size()));
  if (end.u64() != checksum(hashed)) return std::nullopt;
  BinaryReader head(hashed);
  if (head.raw(kMagic.size()) != kMagic || head.u8() != kVersion || head.string() != program)
    return std::nullopt;
  return hashed.substr(head.offset());
}

}  // namespace

std::string encode_signature(const frontend::ModuleSignature& signature) {
  BinaryWriter out;
  frontend::write_signature(out, signature);
  return out.take();
}

uint64_t checksum(std::string_view bytes) { return std::hash<std::string_view>()(bytes); }

Database Database::decode(std::string bytes, std::string_view program) {
  Database result;
  result.bytes_ = std::move(bytes);
  const auto body = body_of(result.bytes_, program);
  if (!body) return result;
  BinaryReader in(*body);
  const size_t count = in.count(kSmallestSource);
  result.sources_.reserve(count);
  for (size_t i = 0; i < count && in.ok(); i++) {
    const std::string_view path = in.string();
    result.sources_.emplace_back(path, read_source(in));
  }
  result.last_scan_ = in.string();
  in.finish();
  if (in.ok()) return result;
  result.sources_.clear();
  result.last_scan_ = {};
  return result;
}

const StoredSource* Database::find(std::string_view path) const {
  const auto place = std::ranges::lower_bound(sources_, path, {},
                                              &std::pair<std::string_view, StoredSource>::first);
  return place != sources_.end() && place->first == path ? &place->second : nullptr;
}

std::string Database::encode(
    std::span<const std::pair<std::string_view, const StoredSource*>> sources,
    std::string_view last_scan, std::string_view program) {
  BinaryWriter out;
  out.raw(kMagic);
  out.u8(kVersion);
  out.string(program);
  out.varint(sources.size());
  for (const auto& [path, source] : sources) write_source(out, path, *source);
  out.string(last_scan);
  out.u64(checksum(out.bytes()));
  return out.take();
}

}  // namespace perry::scan
