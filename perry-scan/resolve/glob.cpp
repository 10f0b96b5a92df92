#include "perry-scan/resolve/glob.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

namespace perry::scan {

namespace {

constexpr size_t kMostAlternatives = 256;

// The innermost-first `{a,b}` of a pattern.
struct Braces {
  size_t open = 0;
  size_t close = 0;
};

std::optional<Braces> find_braces(std::string_view pattern) {
  for (size_t close = pattern.find('}'); close != std::string_view::npos;
       close = pattern.find('}', close + 1)) {
    const size_t open = pattern.substr(0, close).rfind('{');
    if (open == std::string_view::npos) continue;
    if (pattern.substr(open, close - open).find(',') != std::string_view::npos)
      return Braces{open, close};
  }
  return std::nullopt;
}

std::vector<std::string> expand_braces(std::string_view pattern) {
  std::vector<std::string> done;
  std::vector<std::string> open{std::string(pattern)};
  while (!open.empty()) {
    const std::string form = std::move(open.back());
    open.pop_back();
    const std::optional<Braces> braces = find_braces(form);
    if (!braces || open.size() + done.size() > kMostAlternatives) {
      done.push_back(form);
      continue;
    }
    const std::string_view text = form;
    size_t start = braces->open + 1;
    while (start <= braces->close) {
      const size_t end = std::min(text.find(',', start), braces->close);
      std::string next(text.substr(0, braces->open));
      next += text.substr(start, end - start);
      next += text.substr(braces->close + 1);
      open.push_back(std::move(next));
      start = end + 1;
    }
  }
  return done;
}

// `[…]` at the start of `pattern` against one character; `size` is how much of the pattern it is,
// zero when it does not end.
bool matches_set(std::string_view pattern, char c, size_t& size) {
  size_t at = 1;
  const bool is_negated = at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^');
  if (is_negated) at++;
  bool found = false;
  const size_t first = at;
  for (; at < pattern.size() && (pattern[at] != ']' || at == first); at++) {
    if (at + 2 < pattern.size() && pattern[at + 1] == '-' && pattern[at + 2] != ']') {
      if (pattern[at] <= c && c <= pattern[at + 2]) found = true;
      at += 2;
    } else if (pattern[at] == c) {
      found = true;
    }
  }
  size = at < pattern.size() ? at + 1 : 0;
  return found != is_negated;
}

// Two restart points suffice: the last `**`, and the last `*` after it. An earlier star never needs
// to take more, since whatever it would skip the later one can skip as well.
class Matcher {
 public:
  Matcher(std::string_view pattern, std::string_view path) : pattern_(pattern), path_(path) {}

  bool run() {
    while (true) {
      if (p_ == pattern_.size() && t_ == path_.size()) return true;
      if (step()) continue;
      if (!restart()) return false;
    }
  }

 private:
  struct Restart {
    size_t pattern = 0;
    size_t path = 0;
  };

  bool step() {
    if (p_ == pattern_.size()) return false;
    if (pattern_.substr(p_).starts_with("**")) {
      p_ += 2;
      // `**/` also stands for nothing.
      if (p_ < pattern_.size() && pattern_[p_] == '/') p_++;
      deep_ = Restart{p_, t_};
      shallow_.reset();
      return true;
    }
    if (pattern_[p_] == '*') {
      p_++;
      shallow_ = Restart{p_, t_};
      return true;
    }
    if (t_ == path_.size()) return false;
    if (pattern_[p_] == '?' && path_[t_] != '/') {
      p_++;
      t_++;
      return true;
    }
    if (pattern_[p_] == '[' && path_[t_] != '/') {
      size_t size = 0;
      const bool matches = matches_set(pattern_.substr(p_), path_[t_], size);
      if (size != 0) {
        if (!matches) return false;
        p_ += size;
        t_++;
        return true;
      }
    }
    if (pattern_[p_] != path_[t_]) return false;
    p_++;
    t_++;
    return true;
  }

  bool restart() {
    if (shallow_ && shallow_->path < path_.size() && path_[shallow_->path] != '/') {
      shallow_->path++;
      p_ = shallow_->pattern;
      t_ = shallow_->path;
      return true;
    }
    if (!deep_) return false;
    shallow_.reset();
    // After `**/` a name starts; a `**` at the end takes everything.
    const bool ends_pattern = deep_->pattern == pattern_.size();
    size_t next = ends_pattern ? path_.size() : path_.find('/', deep_->path);
    if (next == std::string_view::npos || deep_->path >= path_.size()) return false;
    deep_->path = ends_pattern ? next : next + 1;
    p_ = deep_->pattern;
    t_ = deep_->path;
    return true;
  }

  std::string_view pattern_;
  std::string_view path_;
  size_t p_ = 0;
  size_t t_ = 0;
  std::optional<Restart> deep_;
  std::optional<Restart> shallow_;
};

}  // namespace

Glob::Glob(std::string_view pattern) : alternatives_(expand_braces(pattern)) {}

bool Glob::matches(std::string_view path) const {
  return std::ranges::any_of(alternatives_, [&](const std::string& alternative) {
    return Matcher(alternative, path).run();
  });
}

}  // namespace perry::scan
