#pragma once

#include <vector>

#include "runtime/object/stack_trace.h"

namespace perry::runtime {

// What `Error.prepareStackTrace` gets of each line of a trace: V8's CallSite.
class CallSiteObject : public Object {
 public:
  static const ObjectClass kClass;

  Value text;       // the line
  Value file;       // as it stands there; undefined: native code
  Value type_name;  // or null, as all of these
  Value function_name;
  Value line;
  Value column;
  uint64_t is_constructor;
  uint64_t is_async;
  uint64_t is_toplevel;
};

// An array of them.
Value new_call_sites(Isolate& isolate, const std::vector<TraceFrame>& frames);

}  // namespace perry::runtime
