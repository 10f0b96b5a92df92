#pragma once

#include "runtime/abi/layout.h"

// The running thread's block; generated code names the symbol. All zero in a thread without an
// isolate. In a program the linker makes a constant of where it is; the runtime is linked into
// libraries, too.
extern "C" {
extern thread_local constinit perry::abi::ThreadBlock perry_rt_thread
    [[gnu::tls_model("initial-exec"), gnu::visibility("hidden")]];
}
