#include "support/command_line/command_line.h"

#include <algorithm>
#include <cstdio>

#include <CLI/CLI.hpp>

namespace perry::support {

namespace {

// Shows `--no-x` without the value that it stands for.
class HelpFormatter final : public CLI::Formatter {
 public:
  std::string make_option_name(const CLI::Option* option, bool is_positional) const override {
    std::string name = CLI::Formatter::make_option_name(option, is_positional);
    constexpr std::string_view kValue = "{false}";
    if (const size_t at = name.find(kValue); at != std::string::npos) name.erase(at, kValue.size());
    return name;
  }
};

std::string join(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : "|") + word;
  return result;
}

bool is_argument(const std::string& names) { return !names.starts_with('-'); }

}  // namespace

Option& Option::takes(const std::string& value) {
  option_->type_name(value);
  return *this;
}

Option& Option::in_group(const std::string& heading) {
  option_->group(heading);
  return *this;
}

Option& Option::hide() { return in_group(""); }

Option& Option::require() {
  option_->required();
  return *this;
}

Option& Option::take_last() {
  option_->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
  return *this;
}

Option& Option::take_one_at_most() {
  option_->expected(0, 1);
  return *this;
}

bool Option::is_given() const { return option_->count() != 0; }

Option CommandSyntax::add_text(const std::string& names, std::string& target,
                               const std::string& help) {
  Option option(*app_->add_option(names, target, help));
  if (is_argument(names)) option.takes("");
  return option;
}

Option CommandSyntax::add_text(const std::string& names, std::optional<std::string>& target,
                               const std::string& help) {
  return add_action(names, [&target](const std::string& value) { target = value; }, help);
}

Option CommandSyntax::add_list(const std::string& names, std::vector<std::string>& target,
                               const std::string& help) {
  CLI::Option* const added = app_->add_option(names, target, help);
  Option option(*added);
  if (is_argument(names))
    option.takes("");
  else
    added->allow_extra_args(false);
  return option;
}

Option CommandSyntax::add_number(const std::string& names, size_t& target,
                                 const std::string& help) {
  return Option(*app_->add_option(names, target, help));
}

Option CommandSyntax::add_action(const std::string& names,
                                 const std::function<void(const std::string&)>& action,
                                 const std::string& help) {
  return Option(*app_->add_option_function<std::string>(names, action, help));
}

Option CommandSyntax::add_flag(const std::string& names, bool& target, const std::string& help) {
  return Option(*app_->add_flag(names, target, help));
}

Option CommandSyntax::add_word(const std::string& names, std::vector<std::string> words,
                               const std::function<void(size_t)>& store, const std::string& help) {
  const std::string all = join(words);
  const auto check = [words, all](const std::string& word) {
    return std::ranges::find(words, word) != words.end() ? std::string()
                                                         : "`" + word + "` is not one of " + all;
  };
  const auto read = [words = std::move(words), store](const CLI::results_t& results) {
    const auto at = std::ranges::find(words, results.back());
    if (at == words.end()) return false;
    store(static_cast<size_t>(at - words.begin()));
    return true;
  };
  Option option(*app_->add_option(names, read, help)->check(CLI::Validator(check, "")));
  return option.takes(all).take_last();
}

Option CommandSyntax::add_color(ColorChoice& target) {
  static const Words<ColorChoice> words = {
      {"auto", ColorChoice::Auto}, {"always", ColorChoice::Always}, {"never", ColorChoice::Never}};
  return add_choice("--color", target, words, "Color diagnostics (auto: on a terminal)");
}

CommandSyntax CommandSyntax::add_command(const std::string& name, const std::string& help,
                                         const std::function<void()>& when_chosen) {
  CLI::App* const command = app_->add_subcommand(name, help);
  if (when_chosen) command->callback(when_chosen);
  return CommandSyntax(*command);
}

void CommandSyntax::require_command() { app_->require_subcommand(1); }

void CommandSyntax::set_footer(const std::string& text) { app_->footer(text); }

CommandLineParser::CommandLineParser(const std::string& description, const std::string& program)
    : CommandLineParser(std::make_unique<CLI::App>(description, program)) {}

CommandLineParser::CommandLineParser(std::unique_ptr<CLI::App> app)
    : CommandSyntax(*app), owned_(std::move(app)) {
  app_->formatter(std::make_shared<HelpFormatter>());
}

CommandLineParser::~CommandLineParser() = default;

void CommandLineParser::set_version(const std::function<std::string()>& version) {
  app_->set_version_flag("--version", version);
}

void CommandLineParser::set_help_column(size_t column) {
  app_->get_formatter()->column_width(column);
}

std::optional<int> CommandLineParser::parse(std::vector<std::string> arguments) {
  std::ranges::reverse(arguments);  // CLI11 takes them from the end
  try {
    app_->parse(std::move(arguments));
  } catch (const CLI::RequiredError& error) {
    const std::vector<std::string> unknown = app_->remaining();
    if (unknown.empty() || app_->get_require_subcommand_min() == 0)
      return app_->exit(error) == 0 ? 0 : kWrongUsage;
    std::fprintf(stderr, "`%s` is not a command of %s\nRun with --help for more information.\n",
                 unknown.front().c_str(), app_->get_name().c_str());
    return kWrongUsage;
  } catch (const CLI::ParseError& error) {
    return app_->exit(error) == 0 ? 0 : kWrongUsage;
  }
  return std::nullopt;
}

std::optional<int> CommandLineParser::parse(int argc, const char* const* argv) {
  return parse(std::vector<std::string>(argv + 1, argv + argc));
}

}  // namespace perry::support
