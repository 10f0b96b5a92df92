#pragma once

#include "runtime/object/object.h"

namespace perry::runtime {

// A proxy is a Function cell when its target can be called, else an Exotic cell of the same
// layout, so that nobody needs to look at proxies to know what is a function.
// ProxyCreate on two objects.
Value new_proxy(Isolate& isolate, Value target, Value handler);
bool is_proxy(Value value);
// Null when it was revoked.
Value proxy_target(Value proxy);
Value proxy_handler(Value proxy);
void revoke_proxy(Isolate& isolate, Value proxy);

}  // namespace perry::runtime
