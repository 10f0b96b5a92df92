#include "runtime/exec/entry.h"

#include "runtime/builtins/regexp/regexp_object.h"

using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

extern "C" {

// A literal: a new object at each evaluation, over a pattern that is compiled at the first one.
uint64_t perry_rt_new_regexp(uint64_t source, uint64_t flags, void* place) {
  Isolate& isolate = Isolate::current();
  auto* site = static_cast<perry::abi::ValueSite*>(place);
  if (site->value == 0) {
    site->value = Value::cell(builtins::compile_pattern(isolate, cell_of<String>(source),
                                                        cell_of<String>(flags)))
                      .bits();
  }
  auto* pattern = static_cast<builtins::CompiledPattern*>(value_of(site->value).as_cell());
  return Value::cell(builtins::new_regexp(isolate, pattern)).bits();
}

}  // extern "C"
