#pragma once

#include "runtime/abi/layout.h"

// The running thread's block; generated code names the symbol. All zero in a thread without an
// isolate. Programs are linked statically with the runtime, so the cheapest model serves.
extern "C" {
extern thread_local constinit perry::abi::ThreadBlock perry_rt_thread
    [[gnu::tls_model("local-exec")]];
}
