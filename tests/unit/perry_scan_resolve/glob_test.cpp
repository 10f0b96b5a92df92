#include "perry-scan/resolve/glob.h"

#include <doctest/doctest.h>

#include <string>

using perry::scan::Glob;

namespace {

struct Row {
  std::string_view pattern;
  std::string_view path;
  bool expected;
};

TEST_CASE("globs") {
  const Row rows[] = {
      {"a.js", "a.js", true},
      {"a.js", "b.js", false},
      {"*.js", "a.js", true},
      {"*.js", "d/a.js", false},
      {"**/*.js", "a.js", true},
      {"**/*.js", "d/e/a.js", true},
      {"**/a*b.js", "d/a/axb.js", true},
      {"**/a*b.js", "d/a/x/b.js", false},
      {"src/**", "src/a/b.js", true},
      {"src/**", "lib/a.js", false},
      {"src/**/b.js", "src/b.js", true},
      {"src/**/b.js", "src/a/c/b.js", true},
      {"src/**/b.js", "src/a/c/xb.js", false},
      {"**/a/**/b", "x/a/a/y/b", true},
      {"**/a/**/b", "x/b", false},
      {"?.js", "a.js", true},
      {"?.js", "/.js", false},
      {"[a-c].js", "b.js", true},
      {"[!a-c].js", "b.js", false},
      {"[]a].js", "].js", true},
      {"[ab", "[ab", true},
      {"{a,b}.js", "b.js", true},
      {"{a,b{c,d}}.js", "bd.js", true},
      {"{a,b{c,d}}.js", "bc", false},
      {"*", "", true},
      {"**", "a/b", true},
      {"", "", true},
      {"", "a", false},
  };
  for (const Row& row : rows) {
    INFO(row.pattern, " on ", row.path);
    CHECK(Glob(row.pattern).matches(row.path) == row.expected);
  }
}

TEST_CASE("hostile patterns end soon") {
  std::string stars;
  for (int i = 0; i < 2000; i++) stars += "*a";
  CHECK_FALSE(Glob(stars + "b").matches(std::string(4000, 'a')));
  std::string deep;
  for (int i = 0; i < 500; i++) deep += "**/a/";
  std::string path;
  for (int i = 0; i < 500; i++) path += "a/";
  CHECK_FALSE(Glob(deep + "b").matches(path + "c"));
  std::string braces;
  for (int i = 0; i < 100; i++) braces += "{a,b}";
  CHECK_FALSE(Glob(braces).matches("c"));
}

}  // namespace
