#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "support/base/edge_log.h"
#include "support/base/sha256.h"
#include "support/store/action_result.h"
#include "support/store/entry.h"
#include "support/store/http_message.h"
#include "support/store/remote_store.h"
#include "support/store/remote_url.h"
#include "support/store/settings.h"

using namespace perry::support;

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

// What is accepted is what would be written.
void read_entry(std::string_view bytes) {
  const Hash256 key = sha256("key");
  if (const auto entry = decode_entry(bytes, key))
    require(encode_entry(key, entry->note, entry->blob) == bytes);
  // The fuzzer finds no checksum, so it changes an entry that is right.
  std::string changed = encode_entry(key, "note", bytes);
  if (bytes.empty()) return;
  const size_t at = static_cast<unsigned char>(bytes[0]) % changed.size();
  changed[at] = static_cast<char>(changed[at] ^ 1);
  require(!decode_entry(changed, key));
}

void read_text(std::string_view text) {
  if (const auto settings = read_settings(text)) {
    const auto again = read_settings(write_settings(*settings));
    require(again && (settings->folder.empty() || *again == *settings));
  }
  if (const auto url = parse_remote_url(text)) {
    const auto again = parse_remote_url(url->without_user());
    require(again && again->host == url->host && again->port == url->port &&
            again->path == url->path);
  }
  if (const auto credentials = read_credentials(text)) (void)write_credentials(*credentials);
  for (const EdgeRecord& record : read_edges(text))
    require(read_edges(write_edge(record)).size() == 1);
}

void read_answer(std::string_view bytes) {
  constexpr size_t kLimit = 1000;
  const size_t end = bytes.find("\r\n\r\n");
  const auto head = parse_http_head(bytes.substr(0, end));
  if (!head || end == std::string_view::npos) return;
  const std::string_view rest = bytes.substr(end + 4);
  HttpBodyReader whole(*head, kLimit);
  HttpBodyReader pieces(*head, kLimit);
  std::string all(rest);
  const auto state = whole.feed(all);
  std::string some;
  auto other = HttpBodyReader::State::Incomplete;
  for (size_t i = 0; i < rest.size() && other == HttpBodyReader::State::Incomplete; i++) {
    some += rest[i];
    other = pieces.feed(some);
  }
  // However it is cut into pieces.
  if (state == HttpBodyReader::State::Complete && !rest.empty())
    require(other == state && whole.take() == pieces.take());
}

}  // namespace

// The first byte says what the rest is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (input.empty()) return 0;
  const std::string_view rest = input.substr(1);
  switch (input[0] & 3) {
    case 0:
      read_entry(rest);
      break;
    case 1:
      read_text(rest);
      break;
    case 2:
      read_answer(rest);
      break;
    default:
      if (const auto result = decode_action_result(rest))
        require(decode_action_result(encode_action_result(*result)) == result);
  }
  return 0;
}
