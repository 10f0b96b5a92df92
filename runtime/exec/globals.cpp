#include "runtime/exec/globals.h"

namespace perry::runtime {

// Both count as prototypes, so that every change of their properties is seen by the sites.
Globals::Globals(Isolate& isolate) : isolate_(isolate) {
  isolate.heap().roots().add_values(&object_, 1);
  isolate.heap().roots().add_values(&declarations_, 1);
  object_ = intrinsic(isolate, Intrinsic::Global);
  become_prototype(isolate, object());
  declarations_ = Value::cell(new_object(isolate, Value::null(), 0));
  become_prototype(isolate, declarations());
}

Globals::~Globals() {
  isolate_.heap().roots().remove(&object_);
  isolate_.heap().roots().remove(&declarations_);
}

}  // namespace perry::runtime
