#include "generator/project/cache_settings.h"

#include <doctest/doctest.h>

#include <utility>

using namespace perry::generator;

namespace {

TEST_CASE("sizes") {
  CHECK(read_size("0") == 0);
  CHECK(read_size("20k") == 20'480);
  CHECK(read_size("500M") == uint64_t{500} << 20);
  CHECK(read_size("5G") == uint64_t{5} << 30);
  for (const char* const text : {"", "G", "5GB", "-1", "1.5G", "99999999999T"})
    CHECK_FALSE(read_size(text));
}

TEST_CASE("a remote and its settings") {
  const auto remote =
      read_remote("https://me:se%63ret@host/x|read-only|timeout=5|retry=6|ttl=7|authority=/ca.pem");
  REQUIRE(remote);
  CHECK(remote->settings.url == "https://host/x");
  CHECK(remote->settings.is_read_only);
  CHECK(remote->settings.timeout_ms == 5);
  CHECK(remote->settings.retry_s == 6);
  CHECK(remote->settings.ttl_s == 7);
  CHECK(remote->settings.authority == "/ca.pem");
  CHECK(remote->secrets == "user me\npassword secret\n");
  CHECK(read_remote("http://host|bearer=abc")->secrets == "bearer abc\n");
  CHECK(read_remote("http://host|credentials=/f")->settings.credentials == "/f");
  CHECK(read_remote("http://host")->secrets.empty());
}

TEST_CASE("an error names no secret") {
  for (const char* const word : {"ftp://me:secret@host", "http://me:secret@",
                                 "http://me:secret@host|fast", "http://me:secret@host|timeout=soon",
                                 "http://host|authority=relative", "http://host|bearer="}) {
    const auto remote = read_remote(word);
    REQUIRE_FALSE(remote);
    CHECK(remote.error().find("secret") == std::string::npos);
  }
}

}  // namespace
