#include <unistd.h>

#include "support/base/environment.h"
#include "support/diag/color.h"

namespace perry::support {

ColorEnvironment color_environment(int descriptor) {
  return {.is_terminal = ::isatty(descriptor) == 1,
          .no_color = environment_variable("NO_COLOR"),
          .force_color = environment_variable("FORCE_COLOR"),
          .term = environment_variable("TERM")};
}

}  // namespace perry::support
