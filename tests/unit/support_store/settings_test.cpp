#include "support/store/settings.h"

#include <doctest/doctest.h>

#include <string>

#include "support/store/remote_store.h"

using namespace perry::support;

TEST_CASE("settings come back as they were written") {
  StoreSettings settings;
  CHECK(read_settings(write_settings(settings)) == settings);
  CHECK_FALSE(settings.is_enabled());
  settings.folder = "/a folder/with spaces";
  settings.most_bytes = 1;
  settings.most_entries = 2;
  settings.longest_unused_s = 3;
  settings.collect_every_s = 4;
  settings.remotes.push_back({.url = "http://a/b",
                              .credentials = "/c",
                              .authority = "/d",
                              .timeout_ms = 5,
                              .retry_s = 6,
                              .ttl_s = 7,
                              .is_read_only = true});
  settings.remotes.push_back({.url = "redis://e", .credentials = {}, .authority = {}});
  CHECK(read_settings(write_settings(settings)) == settings);
  CHECK(settings.is_enabled());
}

TEST_CASE("what is no setting is an error") {
  const auto problem = [](std::string_view lines) {
    const auto settings = read_settings("perry cache settings 1\n" + std::string(lines));
    return settings ? std::string() : settings.error();
  };
  CHECK(read_settings("").error() == "it is empty");
  CHECK(read_settings("perry cache settings 2\n").error() == "another version of perry wrote it");
  CHECK(problem("speed 3\n") == "there is no setting `speed`");
  CHECK(problem("timeout 3\n") == "there is no setting `timeout`");
  CHECK(problem("most-bytes many\n") == "`many` is no number");
  CHECK(problem("remote http://a\ntimeout\n") == "`` is no number");
  CHECK(problem("remote http://a\nread-only yes\n") == "there is no setting `read-only`");
}

TEST_CASE("credentials are one thing or the other") {
  const auto both =
      read_credentials(write_credentials({.user = "a b", .password = "c:d", .bearer = {}}));
  REQUIRE(both);
  CHECK(both->user == "a b");
  CHECK(both->password == "c:d");
  CHECK(read_credentials(write_credentials({.user = {}, .password = {}, .bearer = "t"}))->bearer ==
        "t");
  CHECK_FALSE(read_credentials("secret\n"));
  CHECK_FALSE(read_credentials("user a\rb\n"));
}
