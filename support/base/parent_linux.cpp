#include <sys/prctl.h>

#include <csignal>

#include "support/base/parent.h"

namespace perry::support {

void end_with_parent() { (void)prctl(PR_SET_PDEATHSIG, SIGTERM); }

}  // namespace perry::support
