#include <doctest/doctest.h>

#include "perry-scan/resolve/builtin_modules.h"
#include "perry-scan/resolve/rules.h"
#include "perry-scan/resolve/similar_name.h"
#include "perry-scan/resolve/specifier.h"
#include "perry-scan/resolve/text.h"

using namespace perry::scan;

namespace {

TEST_CASE("specifiers are told apart") {
  CHECK(import_form(".") == SpecifierForm::Relative);
  CHECK(import_form("..a") == SpecifierForm::Bare);
  CHECK(require_form("..a") == SpecifierForm::Relative);
  CHECK(require_form(".a") == SpecifierForm::Bare);
  CHECK(import_form("/a") == SpecifierForm::Absolute);
  CHECK(import_form("#a") == SpecifierForm::Internal);
  CHECK(import_form("a:b") == SpecifierForm::Url);
  CHECK(import_form("@a:b") == SpecifierForm::Bare);
  CHECK(import_form("") == SpecifierForm::Empty);
  CHECK(url_scheme("node:fs") == "node");
  CHECK(url_scheme("1a:b").empty());
  CHECK(url_scheme("a/b:c").empty());
}

TEST_CASE("names of packages") {
  struct Row {
    std::string_view specifier, name, subpath;
  };
  const Row rows[] = {{"a", "a", "."},        {"a/b/c", "a", "./b/c"},   {"a/", "a", "./"},
                      {"@a/b", "@a/b", "."},  {"@a/b/c", "@a/b", "./c"}, {"@/b", "@/b", "."},
                      {"@a/b/", "@a/b", "./"}};
  for (const Row& row : rows) {
    INFO(row.specifier);
    const std::optional<PackageSpecifier> package = parse_package_specifier(row.specifier);
    REQUIRE(package.has_value());
    CHECK(package->name == row.name);
    CHECK(package->subpath == row.subpath);
  }
  for (std::string_view wrong : {"", "@a", ".a", "a%2fb", "a\\b", "/a"})
    CHECK_FALSE(parse_package_specifier(wrong).has_value());
}

TEST_CASE("builtin modules") {
  CHECK(find_builtin_module("fs") == "node:fs");
  CHECK(find_builtin_module("node:fs/promises") == "node:fs/promises");
  CHECK(find_builtin_module("node:sqlite") == "node:sqlite");
  CHECK_FALSE(find_builtin_module("sqlite").has_value());
  CHECK_FALSE(find_builtin_module("node:").has_value());
  CHECK_FALSE(find_builtin_module("FS").has_value());
  CHECK(similar_builtin_module("child-process") == "node:child_process");
  CHECK_FALSE(similar_builtin_module("something-else").has_value());
}

TEST_CASE("similar names") {
  SimilarName similar("react");
  similar.consider("vue");
  CHECK_FALSE(similar.found().has_value());
  similar.consider("raect");
  CHECK(similar.found() == "raect");
  similar.consider("reacts");
  CHECK(similar.found() == "raect");
  SimilarName one("a");
  one.consider("b");
  CHECK_FALSE(one.found().has_value());
}

TEST_CASE("extensions that a compiler knows") {
  CHECK(known_extension("a.d.ts") == ".d.ts");
  CHECK(known_extension("a.gen.ts") == ".ts");
  CHECK(known_extension("a.css").empty());
  CHECK(known_extension(".ts").empty());
  CHECK(is_declaration_file("a.d.css.ts"));
  CHECK(is_declaration_file("a.d.mts"));
  CHECK_FALSE(is_declaration_file("a.css.ts"));
  CHECK_FALSE(is_declaration_file("d.ts"));
}

TEST_CASE("texts are filled in") {
  CHECK(compose("{} and {}", "a", std::string("b")) == "a and b");
  CHECK(compose("{0}{0} {{}}", "a") == "aa {}");
}

}  // namespace
