#pragma once

namespace perry::support {

// Ends this process when the one that started it ends. A step of a build that goes on after Ninja
// was killed would write its output when the next build has made a newer one.
void end_with_parent();

}  // namespace perry::support
