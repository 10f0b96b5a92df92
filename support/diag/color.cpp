#include "support/diag/color.h"

namespace perry::support {

namespace {

ColorUse use_if(bool condition) { return condition ? ColorUse::On : ColorUse::Off; }

}  // namespace

ColorUse decide_color(ColorChoice choice, const ColorEnvironment& environment) {
  if (choice != ColorChoice::Auto) return use_if(choice == ColorChoice::Always);
  if (environment.force_color)
    return use_if(*environment.force_color != "0" && *environment.force_color != "false");
  if (environment.no_color && !environment.no_color->empty()) return ColorUse::Off;
  return use_if(environment.is_terminal && environment.term != "dumb");
}

}  // namespace perry::support
