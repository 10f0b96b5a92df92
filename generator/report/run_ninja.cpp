#include "generator/report/run_ninja.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace perry::generator {

namespace {

// How Ninja begins the line about an edge, so that it can be told from what edges print.
constexpr const char* kStatus = "NINJA_STATUS=@%f %t@ ";
constexpr std::string_view kFailed = "FAILED: ";
constexpr std::string_view kClearLine = "\r\033[K";

size_t read_number(std::string_view& text) {
  size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return value;
}

// What Ninja says itself and what every user of ours knows anyway.
bool is_chatter(std::string_view line) {
  return line == "ninja: no work to do." || line.starts_with("ninja: build stopped") ||
         line.starts_with("ninja: error: rebuilding ");
}

// The first line that is about an error, otherwise the first one with anything on it.
std::string first_error(std::string_view text) {
  std::string first;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.find("error") != std::string_view::npos) return std::string(line);
    if (first.empty()) first = line;
  }
  return first;
}

class Watcher {
 public:
  explicit Watcher(Detail detail)
      : detail_(detail), is_terminal_(detail != Detail::Nothing && is_terminal_output()) {}

  void read(const std::string& line);
  void finish(BuildOutcome& outcome) {
    clear();
    outcome.steps = std::move(steps_);
  }

 private:
  void begin_step(const StepLine& line);
  void clear() {
    if (has_bar_) say(kClearLine);
    has_bar_ = false;
  }

  Detail detail_;
  bool is_terminal_;
  bool has_bar_ = false;
  bool is_command_next_ = false;
  std::vector<Step> steps_;
};

void Watcher::begin_step(const StepLine& line) {
  const size_t space = line.description.find(' ');
  steps_.push_back(
      {.kind = std::string(line.description.substr(0, space)),
       .subject = std::string(space == std::string_view::npos ? std::string_view()
                                                              : line.description.substr(space + 1)),
       .has_failed = false,
       .text = {}});
  if (is_terminal_) {
    const auto width = static_cast<size_t>(terminal_width());
    say(std::string(kClearLine) + progress_line(line, width));
    flush_output();
    has_bar_ = true;
  } else if (detail_ == Detail::Steps) {
    say("[" + std::to_string(line.finished) + "/" + std::to_string(line.total) + "] " +
        std::string(line.description) + "\n");
    flush_output();
  }
}

void Watcher::read(const std::string& line) {
  if (const auto step = read_step_line(line)) return begin_step(*step);
  if (line.starts_with(kFailed) && !steps_.empty()) {
    steps_.back().has_failed = true;
    is_command_next_ = true;
    return;
  }
  // The command is in build.ninja, and Ninja's `-v` shows it.
  if (std::exchange(is_command_next_, false) || is_chatter(line)) return;
  if (!steps_.empty()) steps_.back().text += line + "\n";
  if (detail_ == Detail::Nothing) return;
  clear();
  say_error(line + "\n");
}

}  // namespace

std::optional<StepLine> read_step_line(std::string_view line) {
  if (!line.starts_with('@')) return std::nullopt;
  line.remove_prefix(1);
  StepLine step;
  step.finished = read_number(line);
  if (!line.starts_with(' ')) return std::nullopt;
  line.remove_prefix(1);
  step.total = read_number(line);
  if (!line.starts_with("@ ")) return std::nullopt;
  step.description = line.substr(2);
  return step;
}

std::string progress_line(const StepLine& step, size_t width) {
  constexpr size_t kBar = 24;
  const size_t total = std::max<size_t>(step.total, 1);
  const size_t full = std::min(kBar, kBar * step.finished / total);
  std::string line = "[" + std::string(full, '=') + std::string(kBar - full, ' ') + "] " +
                     std::to_string(step.finished) + "/" + std::to_string(step.total) + " ";
  const size_t room = width > line.size() + 1 ? width - line.size() - 1 : 0;
  // The end of a path says more than its beginning.
  if (step.description.size() <= room) return line.append(step.description);
  if (room < 4) return line;
  return line.append("...").append(step.description.substr(step.description.size() - room + 3));
}

std::optional<BuildOutcome> run_ninja(const std::vector<std::string>& command,
                                      const std::string& folder, Detail detail) {
  auto child = ChildProcess::start(command, folder, kStatus);
  if (!child) return std::nullopt;
  Watcher watcher(detail);
  while (const auto line = child->read_line()) watcher.read(*line);
  BuildOutcome outcome;
  outcome.exit = child->wait();
  watcher.finish(outcome);
  return outcome;
}

std::string summarize_failures(const BuildOutcome& outcome) {
  std::string list;
  size_t failed = 0;
  for (const Step& step : outcome.steps) {
    if (!step.has_failed || step.kind == "SCAN") continue;
    failed++;
    list += "  " + step.subject;
    const std::string error = first_error(step.text);
    if (!error.empty()) list += ": " + error;
    list += "\n";
  }
  if (failed == 0) return {};
  return (failed == 1 ? "1 step failed" : std::to_string(failed) + " steps failed") +
         ", so no program was made:\n" + list;
}

}  // namespace perry::generator
