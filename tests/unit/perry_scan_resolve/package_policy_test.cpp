#include "perry-scan/resolve/package_policy.h"

#include <doctest/doctest.h>

#include "tests/unit/perry_scan_resolve/world.h"

using namespace perry::scan;

namespace {

struct Read {
  JsonDocument json;
  std::vector<ConfigProblem> problems;
  PackagePolicy policy;
};

Read read(std::string text) {
  Read result;
  REQUIRE_FALSE(result.json.parse(std::move(text), JsonDialect::Strict));
  result.policy = PackagePolicy::from(result.json, result.problems, "package.json");
  return result;
}

TEST_CASE("G07: without lists everything is allowed, with them only what both name") {
  CHECK(read("{}").policy.verdict("a") == PolicyVerdict::Allowed);
  CHECK_FALSE(read(R"({"perry": {}})").policy.restricts());
  const Read lists = read(R"({"perry": {"compilePackages": ["a", "@s/b", "c"],
                                        "allow": {"compilePackages": ["a", "@s/b", "d"]}}})");
  CHECK(lists.problems.empty());
  CHECK(lists.policy.verdict("a") == PolicyVerdict::Allowed);
  CHECK(lists.policy.verdict("@s/b") == PolicyVerdict::Allowed);
  CHECK(lists.policy.verdict("c") == PolicyVerdict::NotAllowed);
  CHECK(lists.policy.verdict("d") == PolicyVerdict::NotListed);
  CHECK(lists.policy.verdict("e") == PolicyVerdict::NeitherListedNorAllowed);
  CHECK(read(R"({"perry": {"compilePackages": ["a"]}})").policy.verdict("a") ==
        PolicyVerdict::NotAllowed);
}

TEST_CASE("G07: the refusal says what to add") {
  const Read lists = read(R"({"perry": {"compilePackages": ["c"],
                                        "allow": {"compilePackages": ["d"]}}})");
  CHECK(explain_refusal(lists.policy, "c").find("missing in `perry.allow.compilePackages`") !=
        std::string::npos);
  CHECK(explain_refusal(lists.policy, "c")
            .find("add `\"c\"` to \"perry\": {\"allow\": "
                  "{\"compilePackages\": […]}}") != std::string::npos);
  CHECK(explain_refusal(lists.policy, "d")
            .find("add `\"d\"` to \"perry\": "
                  "{\"compilePackages\": […]}") != std::string::npos);
  CHECK(explain_refusal(lists.policy, "e").find("in `perry.compilePackages` and in") !=
        std::string::npos);
  CHECK(explain_refusal(PackagePolicy(), "e").empty());
}

TEST_CASE("G08: one hint names all that are missing, once") {
  const Read lists = read(R"({"perry": {"compilePackages": ["a"],
                                        "allow": {"compilePackages": ["a"]}}})");
  const std::string_view packages[] = {"z", "b", "a", "z"};
  CHECK(policy_hint(lists.policy, packages) ==
        "to allow 2 packages, let the project's package.json say \"perry\": "
        R"({"compilePackages":["a","b","z"],"allow":{"compilePackages":["a","b","z"]}})");
  CHECK(policy_hint(lists.policy, std::span(packages).subspan(2, 1)).empty());
}

TEST_CASE("G07: a dependency cannot grant itself anything, and the project needs no leave") {
  World world{{"/p/package.json", R"({"perry": {"compilePackages": []}})"},
              {"/p/main.ts", ""},
              {"/p/own.ts", ""},
              {"/p/node_modules/a/package.json",
               R"({"name": "a", "perry": {"compilePackages": ["a"],
                   "allow": {"compilePackages": ["a"]}}})"},
              {"/p/node_modules/a/index.js", ""}};
  const Read host = read(R"({"perry": {"compilePackages": []}})");
  const Resolution package = world.answer("/p/main.ts", "a");
  const Resolution own = world.answer("/p/main.ts", "./own");
  REQUIRE(package.ok());
  REQUIRE(own.ok());
  CHECK(host.policy.verdict(*package.package) == PolicyVerdict::NeitherListedNorAllowed);
  CHECK(host.policy.verdict(*own.package) == PolicyVerdict::Allowed);
}

TEST_CASE("lists of the wrong type are told with their place and still restrict") {
  const Read wrong =
      read(R"({"perry": {"compilePackages": "a", "allow": {"compilePackages": [1]}}})");
  REQUIRE(wrong.problems.size() == 2);
  CHECK(wrong.problems[0].span.start == 30);
  CHECK(wrong.policy.restricts());
  CHECK(wrong.policy.verdict("a") == PolicyVerdict::NeitherListedNorAllowed);
}

}  // namespace
