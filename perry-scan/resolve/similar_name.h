#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace perry::scan {

// Finds what somebody may have meant: the candidate with the fewest wrong, missing, surplus or
// swapped characters, if they are few for the name's length. Of equals the first wins.
class SimilarName {
 public:
  explicit SimilarName(std::string_view name);

  void consider(std::string_view candidate);
  const std::optional<std::string>& found() const { return found_; }

 private:
  std::string name_;
  size_t most_;
  std::optional<std::string> found_;
};

}  // namespace perry::scan
