#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace perry::scan {

// A pattern over paths with forward slashes: `*` and `?` within a name, `**` over any number of
// names, `[a-z]` and `[!a]`, `{a,b}`. Matching takes time in proportion to pattern times path.
class Glob {
 public:
  explicit Glob(std::string_view pattern);

  bool matches(std::string_view path) const;

 private:
  // The pattern without braces, in every form that they give it. Beyond a limit braces stand for
  // themselves.
  std::vector<std::string> alternatives_;
};

}  // namespace perry::scan
