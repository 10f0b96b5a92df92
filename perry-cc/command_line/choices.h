#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

// Options whose values are words of a list.
namespace perry::cc {

template <class T>
using Words = std::vector<std::pair<std::string, T>>;

template <class T>
std::optional<T> find_word(const Words<T>& words, std::string_view word) {
  for (const auto& [text, value] : words)
    if (text == word) return value;
  return std::nullopt;
}

template <class T>
std::string join_words(const Words<T>& words) {
  std::string result;
  for (const auto& entry : words) result += (result.empty() ? "" : "|") + entry.first;
  return result;
}

template <class T>
void store_choice(const std::optional<T>& value, T& target) {
  if (value) target = *value;
}
template <class T>
void store_choice(const std::optional<T>& value, std::optional<T>& target) {
  target = value;
}

// An option whose value is one of `words`, which outlive the parser.
template <class T, class Target>
CLI::Option* add_choice(CLI::App& app, const std::string& name, Target& target,
                        const Words<T>& words, const std::string& help) {
  const auto read = [&target, &words](const CLI::results_t& results) {
    const auto value = find_word(words, results.back());
    store_choice(value, target);
    return value.has_value();
  };
  const auto check = [&words](const std::string& word) {
    return find_word(words, word) ? std::string()
                                  : "`" + word + "` is not one of " + join_words(words);
  };
  return app.add_option(name, read, help)
      ->type_name(join_words(words))
      ->check(CLI::Validator(check, ""))
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

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

// Groups of options that every mode of the program has.
void add_source_options(CLI::App& app, Options& options);
void add_diagnostic_options(CLI::App& app, Options& options);
void add_cost_options(CLI::App& app, Options& options);

int usage_error(const std::string& message);

}  // namespace perry::cc
