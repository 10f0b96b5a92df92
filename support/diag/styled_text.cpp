#include "support/diag/styled_text.h"

namespace perry::support {

namespace {

constexpr std::string_view kReset = "\x1b[0m";

std::string_view escape_of(TextStyle style) {
  switch (style) {
    case TextStyle::Plain:
      return "";
    case TextStyle::Strong:
      return "\x1b[1m";
    case TextStyle::Error:
      return "\x1b[1;31m";
    case TextStyle::Warning:
      return "\x1b[1;33m";
    case TextStyle::Label:
    case TextStyle::Gutter:
      return "\x1b[1;34m";
    case TextStyle::Note:
      return "\x1b[1;32m";
    case TextStyle::Help:
      return "\x1b[1;36m";
    case TextStyle::Added:
      return "\x1b[32m";
    case TextStyle::Removed:
      return "\x1b[31m";
  }
  return "";
}

}  // namespace

StyledText& StyledText::put(TextStyle style, std::string_view text) {
  if (text.empty()) return *this;
  const bool is_colored = color_ == ColorUse::On && style != TextStyle::Plain;
  if (is_colored) out_ += escape_of(style);
  out_ += text;
  if (is_colored) out_ += kReset;
  return *this;
}

StyledText& StyledText::end_line() {
  while (out_.ends_with(' ')) out_.pop_back();
  out_ += '\n';
  return *this;
}

}  // namespace perry::support
