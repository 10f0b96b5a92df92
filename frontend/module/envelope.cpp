#include "frontend/module/envelope.h"

#include <utility>

#include "support/base/binary_reader.h"
#include "support/base/sha256.h"

namespace perry::frontend {

namespace {

constexpr size_t kHashSize = sizeof(support::Hash256::bytes);

std::unexpected<RequestError> error(RequestErrorKind kind, std::string message) {
  return std::unexpected(RequestError{.kind = kind, .message = std::move(message)});
}

}  // namespace

void open_envelope(support::BinaryWriter& out, const Envelope& envelope) {
  out.raw(envelope.magic);
  out.u8(envelope.version);
}

std::string close_envelope(support::BinaryWriter& out) {
  out.hash(support::sha256(out.bytes()));
  return out.take();
}

std::expected<std::string_view, RequestError> open_envelope(std::string_view bytes,
                                                            const Envelope& envelope) {
  using enum RequestErrorKind;
  if (!bytes.starts_with(envelope.magic))
    return error(NotARequest, "it is not " + std::string(envelope.what));
  const size_t head = envelope.magic.size() + 1;
  if (bytes.size() < head + kHashSize) return error(Damaged, "it is cut off");
  const auto version = static_cast<uint8_t>(bytes[envelope.magic.size()]);
  if (version != envelope.version) {
    return error(OtherVersion, "it has version " + std::to_string(version) +
                                   " of the format, and this program reads version " +
                                   std::to_string(envelope.version));
  }
  const std::string_view hashed = bytes.substr(0, bytes.size() - kHashSize);
  support::BinaryReader end(bytes.substr(hashed.size()));
  if (end.hash() != support::sha256(hashed)) return error(Damaged, "its checksum is wrong");
  return hashed.substr(head);
}

RequestError damaged(std::string message) {
  return {.kind = RequestErrorKind::Damaged, .message = std::move(message)};
}

}  // namespace perry::frontend
