#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "frontend/module/request.h"
#include "support/base/binary_writer.h"

// The frame of a format's bytes: four letters, a version, the body, and a SHA-256 of all that, so
// that files of another kind, another version and damaged ones are told apart.
namespace perry::frontend {

struct Envelope {
  std::string_view magic;
  uint8_t version;
  std::string_view what;  // "a compile request"
};

void open_envelope(support::BinaryWriter& out, const Envelope& envelope);
std::string close_envelope(support::BinaryWriter& out);

// The body between.
std::expected<std::string_view, RequestError> open_envelope(std::string_view bytes,
                                                            const Envelope& envelope);
RequestError damaged(std::string message);

}  // namespace perry::frontend
