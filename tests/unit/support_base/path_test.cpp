#include "support/base/path.h"

#include <doctest/doctest.h>

using namespace perry::support;

namespace {

TEST_CASE("normalize_path") {
  CHECK(normalize_path("") == ".");
  CHECK(normalize_path(".") == ".");
  CHECK(normalize_path("./a//b/./c/") == "a/b/c");
  CHECK(normalize_path("a/../b") == "b");
  CHECK(normalize_path("a/..") == ".");
  CHECK(normalize_path("../../a/../b") == "../../b");
  CHECK(normalize_path("/") == "/");
  CHECK(normalize_path("//a") == "/a");
  CHECK(normalize_path("/../../a") == "/a");
  CHECK(normalize_path("/a/..") == "/");
  CHECK(normalize_path("...") == "...");
}

TEST_CASE("join_path") {
  CHECK(join_path("a/b", "c.ts") == "a/b/c.ts");
  CHECK(join_path("a/b", "../c.ts") == "a/c.ts");
  CHECK(join_path("a", "/c") == "/c");
  CHECK(join_path("", "c") == "c");
  CHECK(join_path(".", "c") == "c");
  CHECK(join_path("/", "c") == "/c");
  CHECK(join_path("a", "../..") == "..");
}

TEST_CASE("relative_path") {
  CHECK(relative_path("/a/b/c", "/a/d") == "../b/c");
  CHECK(relative_path("/a/b", "/a/b") == ".");
  CHECK(relative_path("/a", "/a/b/c") == "../..");
  CHECK(relative_path("/a/b", "/") == "a/b");
  CHECK(relative_path("a/b", ".") == "a/b");
  CHECK(relative_path("src/a.ts", "build") == "../src/a.ts");
  CHECK(relative_path("../x", "y") == "../../x");
  CHECK(relative_path("../x/a", "../x/b") == "../a");
  CHECK(relative_path("/ab", "/a") == "../ab");
  // What lies above the start is unknown.
  CHECK(relative_path("x", "..") == "x");
  CHECK(relative_path("/x", "y") == "/x");
  CHECK(relative_path("/a//b/../c", "/a/./d/") == "../c");
  CHECK(relative_path("/a/.b/..c", "/a/.b/...") == "../..c");
  CHECK(relative_path("/", "/a") == "..");
  CHECK(relative_path("/", "/") == ".");
}

TEST_CASE("parts of a path") {
  CHECK(path_directory("a/b.ts") == "a");
  CHECK(path_directory("b.ts") == ".");
  CHECK(path_directory("/b.ts") == "/");
  CHECK(path_directory("/") == "/");
  CHECK(path_directory("a//b/") == "a");
  CHECK(path_base_name("a/b.ts") == "b.ts");
  CHECK(path_base_name("a/b/") == "b");
  CHECK(path_base_name("/") == "/");
  CHECK(path_base_name("") == "");
  CHECK(path_extension("a.b/c.d.ts") == ".ts");
  CHECK(path_extension("a.b/c") == "");
  CHECK(path_extension(".npmrc") == "");
  CHECK(path_extension("..") == "");
  CHECK(path_extension("a.") == ".");
  CHECK(path_stem("a/c.d.ts") == "c.d");
  CHECK(path_stem(".npmrc") == ".npmrc");
}

TEST_CASE("is_path_inside") {
  CHECK(is_path_inside("/a/b", "/a"));
  CHECK(is_path_inside("/a", "/a"));
  CHECK_FALSE(is_path_inside("/ab", "/a"));
  CHECK(is_path_inside("/a", "/"));
  CHECK(is_path_inside("a", "."));
  CHECK(is_path_inside("..a", "."));
  CHECK_FALSE(is_path_inside("../a", "."));
  CHECK_FALSE(is_path_inside("/a", "."));
}

}  // namespace
