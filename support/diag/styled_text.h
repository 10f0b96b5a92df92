#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/diag/color.h"

namespace perry::support {

enum class TextStyle : uint8_t {
  Plain,
  Strong,
  Error,
  Warning,
  Label,   // Secondary ranges and their text.
  Gutter,  // Line numbers and the frame around the source.
  Note,
  Help,
  Added,
  Removed,
};

// Text with terminal colours, or without.
class StyledText {
 public:
  explicit StyledText(ColorUse color) : color_(color) {}

  StyledText& put(TextStyle style, std::string_view text);
  StyledText& put(std::string_view text) { return put(TextStyle::Plain, text); }
  // Without the spaces before it.
  StyledText& end_line();

  std::string take() { return std::move(out_); }

 private:
  ColorUse color_;
  std::string out_;
};

}  // namespace perry::support
