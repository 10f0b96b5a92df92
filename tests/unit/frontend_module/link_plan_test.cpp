#include "frontend/module/link_plan.h"

#include <doctest/doctest.h>

#include <string>

#include "tests/unit/frontend_module/samples.h"

using namespace perry::frontend;

namespace {

bool is_refused(const LinkPlan& plan) { return !decode_link_plan(encode_link_plan(plan)); }

TEST_CASE("a plan comes back as it was") {
  CHECK(decode_link_plan(encode_link_plan(sample_plan())) == sample_plan());
  CHECK(decode_link_plan(encode_link_plan(LinkPlan())) == LinkPlan());
}

TEST_CASE("an index that leads nowhere is refused") {
  LinkPlan plan = sample_plan();
  plan.entries = {2};
  CHECK(is_refused(plan));
  plan = sample_plan();
  plan.modules[0].requests[0].module = 2;
  CHECK(is_refused(plan));
  plan = sample_plan();
  plan.modules[0].exports[0].module = 2;
  CHECK(is_refused(plan));
}

TEST_CASE("another order, or the same thing twice, is refused") {
  LinkPlan plan = sample_plan();
  std::swap(plan.modules[0], plan.modules[1]);
  CHECK(is_refused(plan));
  plan = sample_plan();
  plan.modules[1].id = "aa";
  CHECK(is_refused(plan));
  plan = sample_plan();
  plan.modules[0].exports[0].exported = "x";
  CHECK(is_refused(plan));
  plan = sample_plan();
  plan.modules[1].commonjs_names = {"b", "a"};
  CHECK(is_refused(plan));
}

TEST_CASE("damaged and foreign plans are refused") {
  const std::string bytes = encode_link_plan(sample_plan());
  for (size_t size = 0; size < bytes.size(); size++)
    CHECK(!decode_link_plan(std::string_view(bytes).substr(0, size)));
  for (size_t at = 0; at < bytes.size(); at++) {
    std::string changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ 0x40);
    CHECK(!decode_link_plan(changed));
  }
  const auto foreign = decode_link_plan(encode_request(sample_request()));
  REQUIRE(!foreign);
  CHECK(foreign.error().message == "it is not a link plan");
}

TEST_CASE("the order of imports is in the plan") {
  // O06
  LinkPlan plan = sample_plan();
  std::swap(plan.modules[0].requests[0], plan.modules[0].requests[1]);
  CHECK(encode_link_plan(plan) != encode_link_plan(sample_plan()));
}

TEST_CASE("a plan as text") {
  CHECK(
      dump_link_plan(sample_plan()) ==
      R"({"linker":"beef","triple":"x86_64-unknown-linux-gnu","cpu":"x86-64-v2","profile":"release",)"
      R"("entries":["aa"],"modules":[)"
      "\n  "
      R"({"id":"aa","source":"a.ts","kind":"module","top_level_await":true,)"
      R"("requests":["bb","defer aa"],"exports":{"all":"* of bb","x":"y of aa"}},)"
      "\n  "
      R"({"id":"bb","source":"../b.cjs","kind":"commonjs","requests":[],)"
      R"("commonjs_names":["one","two"]}]})"
      "\n");
}

}  // namespace
