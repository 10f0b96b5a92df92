#include "support/store/remote_url.h"

#include <doctest/doctest.h>

using namespace perry::support;

TEST_CASE("parts of a URL") {
  const auto url = parse_remote_url("https://us%65r:p%40ss@cache.example:8443/some/place/");
  REQUIRE(url);
  CHECK(url->scheme == RemoteScheme::Https);
  CHECK(url->user == "user");
  CHECK(url->password == "p@ss");
  CHECK(url->host == "cache.example");
  CHECK(url->port == "8443");
  CHECK(url->path == "/some/place");
  CHECK(url->without_user() == "https://cache.example:8443/some/place");
}

TEST_CASE("defaults and addresses") {
  CHECK(parse_remote_url("http://a")->port == "80");
  CHECK(parse_remote_url("https://a/")->port == "443");
  CHECK(parse_remote_url("redis://a/2")->port == "6379");
  CHECK(parse_remote_url("redis://a/2")->path == "/2");
  CHECK(parse_remote_url("http://a:80/x")->without_user() == "http://a/x");
  const auto six = parse_remote_url("http://[::1]:81");
  CHECK(six->host == "::1");
  CHECK(six->authority() == "[::1]:81");
  CHECK(parse_remote_url("redis://:secret@a")->password == "secret");
  CHECK_FALSE(parse_remote_url("http://a")->has_user);
}

TEST_CASE("what is no URL") {
  for (const char* const text :
       {"", "a", "ftp://a", "http://", "http://:80", "http://a:", "http://a:x", "http://a:123456",
        "http://[::1", "http://[::1]x", "http://u%4@a", "http://u%zz@a", "http://a b",
        "http://a/\n", "http://a/?q", "http://a/#f"})
    CHECK_FALSE(parse_remote_url(text));
}

TEST_CASE("base64") {
  CHECK(encode_base64("") == "");
  CHECK(encode_base64("f") == "Zg==");
  CHECK(encode_base64("fo") == "Zm8=");
  CHECK(encode_base64("foo") == "Zm9v");
  CHECK(encode_base64("\xff\xfe\xfd\xfc") == "//79/A==");
}
