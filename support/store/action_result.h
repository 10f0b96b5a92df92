#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "support/base/hash256.h"

// What servers of Bazel's remote cache keep below `/ac/`: an ActionResult of the Remote Execution
// API, in protocol buffers' encoding. It names blobs below `/cas/` by their contents. Some servers
// check that it is one, so nothing else may stand there. Ours has one output file.
namespace perry::support {

struct ActionResult {
  Hash256 hash;
  uint64_t size = 0;
  friend bool operator==(const ActionResult&, const ActionResult&) = default;
};

std::string encode_action_result(const ActionResult& result);
// Steps over fields that it does not know, as the encoding demands. Nothing when there is no such
// file in it, or it is malformed.
std::optional<ActionResult> decode_action_result(std::string_view bytes);

}  // namespace perry::support
