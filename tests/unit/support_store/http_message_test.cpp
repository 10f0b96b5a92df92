#include "support/store/http_message.h"

#include <doctest/doctest.h>

#include <string>

using namespace perry::support;
using State = HttpBodyReader::State;

namespace {

constexpr size_t kLimit = 100;

// The body, from bytes that come one at a time; `?` when there is none.
std::string body_of(std::string_view head, std::string_view bytes) {
  const auto parsed = parse_http_head(head);
  if (!parsed) return "?";
  HttpBodyReader reader(*parsed, kLimit);
  std::string input;
  State state = reader.feed(input);
  for (const char c : bytes) {
    if (state != State::Incomplete) break;
    input += c;
    state = reader.feed(input);
  }
  if (state == State::Incomplete) state = reader.end();
  return state == State::Complete ? reader.take() : "?";
}

}  // namespace

TEST_CASE("heads") {
  const auto head =
      parse_http_head("HTTP/1.1 200 OK\r\ncontent-LENGTH:  12 \r\nConnection: x, Close");
  REQUIRE(head);
  CHECK(head->status == 200);
  CHECK(head->content_length == 12);
  CHECK(head->closes);
  CHECK_FALSE(head->is_chunked);
  CHECK(parse_http_head("HTTP/1.0 404 \r\nContent-Length: 0")->closes);
  CHECK_FALSE(
      parse_http_head("HTTP/1.0 404 x\r\nConnection: keep-alive\r\nContent-Length: 0")->closes);
  CHECK(parse_http_head("HTTP/1.1 204 x")->content_length == 0);
  CHECK(parse_http_head("HTTP/1.1 200 x")->closes);
}

TEST_CASE("what is no head") {
  for (const char* const text :
       {"", "HTTP/2 200", "HTTP/1.1 2x0 OK", "HTTP/1.1  200", "HTTP/1.1 099 x", "SSH-2.0-x",
        "HTTP/1.1 200 OK\r\nno colon", "HTTP/1.1 200 OK\r\n: x",
        "HTTP/1.1 200 OK\r\nContent-Length: -1", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2"})
    CHECK_FALSE(parse_http_head(text));
}

TEST_CASE("bodies") {
  CHECK(body_of("HTTP/1.1 200 x\r\nContent-Length: 3", "abc") == "abc");
  CHECK(body_of("HTTP/1.1 200 x\r\nContent-Length: 0", "") == "");
  CHECK(body_of("HTTP/1.1 200 x\r\nContent-Length: 3", "ab") == "?");
  CHECK(body_of("HTTP/1.1 200 x\r\nContent-Length: 101", "ab") == "?");
  CHECK(body_of("HTTP/1.1 200 x", "to the end") == "to the end");
  CHECK(body_of("HTTP/1.1 200 x", std::string(kLimit + 1, 'x')) == "?");
  const std::string chunked = "HTTP/1.1 200 x\r\nTransfer-Encoding: chunked";
  CHECK(body_of(chunked, "3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nT: x\r\n\r\n") ==
        "abc0123456789");
  CHECK(body_of(chunked, "0\r\n\r\n") == "");
  CHECK(body_of(chunked, "3\r\nabcd\r\n0\r\n\r\n") == "?");
  CHECK(body_of(chunked, "x\r\n") == "?");
  CHECK(body_of(chunked, "3\r\nabc\r\n") == "?");
  CHECK(body_of(chunked, "FFFFFFFFFFFFFFFF\r\nabc") == "?");
  CHECK(body_of(chunked, std::string(300, '1')) == "?");
  CHECK(body_of(chunked, "0\r\n" + std::string(300, 't') + "\r\n\r\n") == "?");
}

TEST_CASE("a line is as long as it is, however it comes") {
  const auto head = parse_http_head("HTTP/1.1 200 x\r\nTransfer-Encoding: chunked");
  REQUIRE(head);
  for (const size_t longest : {size_t{256}, size_t{257}}) {
    const std::string bytes = "0;" + std::string(longest - 2, 'x') + "\r\n\r\n";
    HttpBodyReader whole(*head, kLimit);
    std::string all = bytes;
    const State expected = longest == 256 ? State::Complete : State::Malformed;
    CHECK(whole.feed(all) == expected);
    HttpBodyReader pieces(*head, kLimit);
    std::string some;
    State state = State::Incomplete;
    for (size_t i = 0; i < bytes.size() && state == State::Incomplete; i++) {
      some += bytes[i];
      state = pieces.feed(some);
    }
    CHECK(state == expected);
  }
}
