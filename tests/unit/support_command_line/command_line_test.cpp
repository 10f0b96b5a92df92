#include "support/command_line/command_line.h"

#include <doctest/doctest.h>

using namespace perry::support;

namespace {

enum class Speed : int { Slow, Fast };

const Words<Speed> kSpeeds = {{"slow", Speed::Slow}, {"fast", Speed::Fast}};

struct Values {
  std::string name;
  std::optional<std::string> maybe;
  std::vector<std::string> files;
  std::vector<std::string> letters;
  size_t count = 0;
  Speed speed = Speed::Slow;
  std::optional<Speed> limit;
  bool on = true;
  std::string acted;
  std::string chosen;

  std::optional<int> read(std::vector<std::string> arguments) {
    CommandLineParser parser("What it does.", "tool");
    parser.set_version([] { return std::string("tool 1"); });
    parser.add_list("FILE", files, "Files");
    parser.add_text("-n,--name", name, "A name").takes("NAME");
    parser.add_text("--maybe", maybe).hide().take_last();
    parser.add_list("-l", letters, "Letters").takes("LETTER");
    parser.add_number("--count", count, "How many");
    parser.add_choice("--speed", speed, kSpeeds, "How fast");
    parser.add_choice("--limit", limit, kSpeeds, "How fast at most");
    parser.add_flag("--on,!--off", on, "Whether");
    parser.add_action("--act", [this](const std::string& value) { acted += value; }, "Act");
    parser.add_command("go", "Go", [this] { chosen = "go"; });
    return parser.parse(std::move(arguments));
  }
};

}  // namespace

TEST_CASE("options fill what they were given") {
  Values v;
  REQUIRE_FALSE(
      v.read({"a", "-n", "x", "b", "--count=3", "--speed", "fast", "--off", "--act", "1"}));
  CHECK(v.files == std::vector<std::string>{"a", "b"});
  CHECK(v.name == "x");
  CHECK(v.count == 3);
  CHECK(v.speed == Speed::Fast);
  CHECK_FALSE(v.on);
  CHECK(v.acted == "1");
  CHECK_FALSE(v.maybe);
  CHECK_FALSE(v.limit);
  CHECK(v.chosen.empty());
}

TEST_CASE("what was not given stays") {
  Values v;
  v.count = 7;
  REQUIRE_FALSE(v.read({}));
  CHECK(v.count == 7);
  CHECK(v.speed == Speed::Slow);
  CHECK(v.on);
}

TEST_CASE("an option of a list takes one value each time and leaves the arguments alone") {
  Values v;
  REQUIRE_FALSE(v.read({"-l", "a", "file", "-lb"}));
  CHECK(v.letters == std::vector<std::string>{"a", "b"});
  CHECK(v.files == std::vector<std::string>{"file"});
}

TEST_CASE("the last of several choices counts, and so of texts that say so") {
  Values v;
  REQUIRE_FALSE(v.read({"--limit", "slow", "--limit", "fast", "--maybe", "a", "--maybe", "b"}));
  CHECK(v.limit == Speed::Fast);
  CHECK(v.maybe == "b");
}

TEST_CASE("a command says that it was chosen") {
  Values v;
  REQUIRE_FALSE(v.read({"go"}));
  CHECK(v.chosen == "go");
}

TEST_CASE("help and the version end a program well, what is wrong does not") {
  CHECK(Values().read({"--help"}) == 0);
  CHECK(Values().read({"--version"}) == 0);
  for (const std::vector<std::string>& wrong :
       std::vector<std::vector<std::string>>{{"--speed", "medium"},
                                             {"--count", "x"},
                                             {"--name"},
                                             {"--nothing"},
                                             {"-n", "a", "-n", "b"}})
    CHECK(Values().read(wrong) == CommandLineParser::kWrongUsage);
}
