#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace perry::support {

enum class ColorUse : uint8_t { Off, On };

// What the user asked for on the command line.
enum class ColorChoice : uint8_t { Auto, Always, Never };

// What a program finds around it. Programs look; libraries are told.
struct ColorEnvironment {
  bool is_terminal = false;
  std::optional<std::string_view> no_color = std::nullopt;     // NO_COLOR
  std::optional<std::string_view> force_color = std::nullopt;  // FORCE_COLOR
  std::optional<std::string_view> term = std::nullopt;         // TERM
};

// What is around an open stream.
ColorEnvironment color_environment(int descriptor);

// The command line decides; then FORCE_COLOR (`0` and `false` say no, anything else yes), which
// overrides NO_COLOR as it does in Node; then a NO_COLOR that is not empty; then whether the output
// is a terminal that is not `dumb`.
ColorUse decide_color(ColorChoice choice, const ColorEnvironment& environment);

}  // namespace perry::support
