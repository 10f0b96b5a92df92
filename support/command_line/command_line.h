#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/diag/color.h"

namespace CLI {  // NOLINT(readability-identifier-naming): its own name
class App;
class Option;
}  // namespace CLI

// What a program understands on its command line, and the help that follows from it. CLI11 does the
// work; it is included in one source only, because every source that includes it compiles for
// seconds.
namespace perry::support {

// The words that an option takes, and what each stands for.
template <class T>
using Words = std::vector<std::pair<std::string, T>>;

template <class T>
std::optional<T> find_word(const Words<T>& words, std::string_view word) {
  for (const auto& [text, value] : words)
    if (text == word) return value;
  return std::nullopt;
}

// An option, a flag or a positional argument. Names are written as CLI11 reads them: `-o,--output`,
// `--time,!--no-time`, and without a dash `FILE`.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(&option) {}

  // What stands for the value in the help; nothing for an argument, whose name says it.
  Option& takes(const std::string& value);
  Option& in_group(const std::string& heading);
  Option& hide();
  Option& require();
  // The last of several counts; otherwise they are an error.
  Option& take_last();
  Option& take_one_at_most();

  bool is_given() const;

 private:
  CLI::Option* option_;
};

// A program, or one of its commands. Everything that is given to it to fill must outlive the
// parser.
class CommandSyntax {
 public:
  Option add_text(const std::string& names, std::string& target, const std::string& help = {});
  Option add_text(const std::string& names, std::optional<std::string>& target,
                  const std::string& help = {});
  // An argument takes all that is left; an option takes one value each time.
  Option add_list(const std::string& names, std::vector<std::string>& target,
                  const std::string& help);
  Option add_number(const std::string& names, size_t& target, const std::string& help);
  Option add_action(const std::string& names, const std::function<void(const std::string&)>& action,
                    const std::string& help);
  Option add_flag(const std::string& names, bool& target, const std::string& help = {});

  // One of `words`; the last of several counts.
  template <class T, class Target>
  Option add_choice(const std::string& names, Target& target, const Words<T>& words,
                    const std::string& help) {
    std::vector<std::string> texts;
    for (const auto& [text, value] : words) texts.push_back(text);
    const auto store = [&target, words](size_t index) { target = words[index].second; };
    return add_word(names, std::move(texts), store, help);
  }

  // `--color`, which says when diagnostics are colored.
  Option add_color(ColorChoice& target);

  CommandSyntax add_command(const std::string& name, const std::string& help,
                            const std::function<void()>& when_chosen = {});
  void require_command();
  void set_footer(const std::string& text);

  bool operator==(const CommandSyntax&) const = default;

 protected:
  explicit CommandSyntax(CLI::App& app) : app_(&app) {}

  CLI::App* app_;

 private:
  Option add_word(const std::string& names, std::vector<std::string> words,
                  const std::function<void(size_t)>& store, const std::string& help);
};

class CommandLineParser : public CommandSyntax {
 public:
  static constexpr int kWrongUsage = 2;

  CommandLineParser(const std::string& description, const std::string& program);
  ~CommandLineParser();
  CommandLineParser(const CommandLineParser&) = delete;
  CommandLineParser& operator=(const CommandLineParser&) = delete;

  void set_version(const std::function<std::string()>& version);
  void set_help_column(size_t column);

  // Nothing if the program is to go on, otherwise its exit code: help or the version was asked for,
  // or the command line is wrong. What there is to say has been said. `arguments` come without the
  // program's name.
  std::optional<int> parse(std::vector<std::string> arguments);
  std::optional<int> parse(int argc, const char* const* argv);

 private:
  explicit CommandLineParser(std::unique_ptr<CLI::App> app);

  std::unique_ptr<CLI::App> owned_;
};

}  // namespace perry::support
