#include "support/store/action_result.h"

namespace perry::support {

namespace {

constexpr std::string_view kFileName = "perry-entry";

// Of ActionResult, OutputFile and Digest.
constexpr uint32_t kOutputFiles = 2;
constexpr uint32_t kPath = 1;
constexpr uint32_t kDigest = 2;
constexpr uint32_t kHash = 1;
constexpr uint32_t kSize = 2;

enum Wire : uint32_t { kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5 };

void put_varint(std::string& out, uint64_t value) {
  for (; value >= 128; value >>= 7) out += static_cast<char>((value & 127) | 128);
  out += static_cast<char>(value);
}

void put_bytes(std::string& out, uint32_t field, std::string_view bytes) {
  put_varint(out, field << 3 | kBytes);
  put_varint(out, bytes.size());
  out += bytes;
}

struct Field {
  uint32_t number = 0;
  Wire wire = kVarint;
  uint64_t value = 0;
  std::string_view bytes;
};

class Fields {
 public:
  explicit Fields(std::string_view bytes) : rest_(bytes) {}

  // Nothing at the end, and where what follows is no field.
  std::optional<Field> next() {
    if (rest_.empty()) return std::nullopt;
    Field field;
    const auto tag = varint();
    if (!tag) return fail();
    field.number = static_cast<uint32_t>(*tag >> 3);
    field.wire = static_cast<Wire>(*tag & 7);
    if (field.wire == kFixed64 || field.wire == kFixed32) return skip(field);
    if (field.wire != kVarint && field.wire != kBytes) return fail();
    const auto value = varint();
    if (!value) return fail();
    field.value = *value;
    if (field.wire == kVarint) return field;
    if (*value > rest_.size()) return fail();
    field.bytes = rest_.substr(0, *value);
    rest_.remove_prefix(*value);
    return field;
  }
  bool is_malformed() const { return is_malformed_; }

 private:
  std::optional<Field> fail() {
    is_malformed_ = true;
    rest_ = {};
    return std::nullopt;
  }
  std::optional<Field> skip(const Field& field) {
    const size_t size = field.wire == kFixed64 ? 8 : 4;
    if (rest_.size() < size) return fail();
    rest_.remove_prefix(size);
    return field;
  }
  std::optional<uint64_t> varint() {
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(rest_.front());
      rest_.remove_prefix(1);
      value |= uint64_t{byte & 127U} << shift;
      if (byte < 128) return value;
    }
    return std::nullopt;
  }

  std::string_view rest_;
  bool is_malformed_ = false;
};

std::optional<ActionResult> decode_digest(std::string_view bytes) {
  ActionResult result;
  bool has_hash = false;
  Fields fields(bytes);
  while (const auto field = fields.next()) {
    if (field->number == kHash && field->wire == kBytes) {
      const auto hash = Hash256::from_hex(field->bytes);
      if (!hash) return std::nullopt;
      result.hash = *hash;
      has_hash = true;
    } else if (field->number == kSize && field->wire == kVarint) {
      result.size = field->value;
    }
  }
  if (!has_hash || fields.is_malformed()) return std::nullopt;
  return result;
}

std::optional<ActionResult> decode_file(std::string_view bytes) {
  std::string_view path;
  std::optional<ActionResult> result;
  Fields fields(bytes);
  while (const auto field = fields.next()) {
    if (field->wire != kBytes) continue;
    if (field->number == kPath) path = field->bytes;
    if (field->number == kDigest) result = decode_digest(field->bytes);
  }
  if (fields.is_malformed() || path != kFileName) return std::nullopt;
  return result;
}

}  // namespace

std::string encode_action_result(const ActionResult& result) {
  std::string digest;
  put_bytes(digest, kHash, result.hash.to_hex());
  put_varint(digest, kSize << 3 | kVarint);
  put_varint(digest, result.size);
  std::string file;
  put_bytes(file, kPath, kFileName);
  put_bytes(file, kDigest, digest);
  std::string out;
  put_bytes(out, kOutputFiles, file);
  return out;
}

std::optional<ActionResult> decode_action_result(std::string_view bytes) {
  std::optional<ActionResult> result;
  Fields fields(bytes);
  while (const auto field = fields.next())
    if (field->number == kOutputFiles && field->wire == kBytes && !result)
      result = decode_file(field->bytes);
  if (fields.is_malformed()) return std::nullopt;
  return result;
}

}  // namespace perry::support
