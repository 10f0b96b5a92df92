#include "support/store/action_result.h"

#include <doctest/doctest.h>

#include "support/base/sha256.h"

using namespace perry::support;

TEST_CASE("what is named comes back") {
  for (const uint64_t size : {uint64_t{0}, uint64_t{127}, uint64_t{300}, uint64_t{1} << 40}) {
    const ActionResult result = {sha256("x"), size};
    CHECK(decode_action_result(encode_action_result(result)) == result);
  }
}

TEST_CASE("the encoding is that of protocol buffers") {
  const std::string bytes = encode_action_result({sha256(""), 5});
  // Field 2 of ActionResult; in it 1, the path, and 2, the digest with 1, the hash, and 2, the
  // size.
  CHECK(bytes == std::string("\x12\x53\x0a\x0bperry-entry\x12\x44\x0a\x40") + sha256("").to_hex() +
                     "\x10\x05");
}

TEST_CASE("fields that are not known are stepped over") {
  const ActionResult result = {sha256("x"), 9};
  // exit_code, a fixed64, a fixed32 and stdout_raw.
  const std::string before("\x20\x01\x49\1\2\3\4\5\6\7\x08\x55\1\2\3\4\x2a\x02hi", 20);
  CHECK(decode_action_result(before + encode_action_result(result)) == result);
  CHECK(decode_action_result(encode_action_result(result) + before) == result);
}

TEST_CASE("what is none") {
  const std::string bytes = encode_action_result({sha256("x"), 9});
  for (size_t i = 0; i < bytes.size(); i++) CHECK_FALSE(decode_action_result(bytes.substr(0, i)));
  CHECK_FALSE(decode_action_result("<html>"));
  std::string other = bytes;
  other[4] = 'q';
  CHECK_FALSE(decode_action_result(other));
  CHECK_FALSE(decode_action_result(std::string("\x0b", 1)));
}
