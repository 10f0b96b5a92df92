#include <cstdlib>
#include <cstring>

#include "runtime/api/runtime.h"
#include "runtime/host/uncaught.h"

using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace perry::runtime {

perry_status give_text(std::string_view text, char** out, size_t* length) {
  if (out != nullptr) {
    auto* const copy = static_cast<char*>(std::malloc(text.size() + 1));
    if (copy == nullptr) return PERRY_NO_MEMORY;
    std::memcpy(copy, text.data(), text.size());
    copy[text.size()] = '\0';
    *out = copy;
  }
  return give(length, text.size());
}

}  // namespace perry::runtime

namespace {

ErrorType type_of(perry_error_kind kind) {
  switch (kind) {
    case PERRY_ERROR:
      return ErrorType::Error;
    case PERRY_RANGE_ERROR:
      return ErrorType::RangeError;
    case PERRY_REFERENCE_ERROR:
      return ErrorType::ReferenceError;
    case PERRY_SYNTAX_ERROR:
      return ErrorType::SyntaxError;
    case PERRY_TYPE_ERROR:
      return ErrorType::TypeError;
  }
  return ErrorType::Error;
}

}  // namespace

extern "C" {

perry_value perry_take_error(perry_runtime* runtime) {
  if (runtime == nullptr || !is_current(runtime)) return perry_undefined();
  return to_host(std::exchange(runtime->error, Value()));
}

perry_status perry_error_text(perry_runtime* runtime, perry_value error, char** text,
                              size_t* length) {
  return enter(runtime, [&](Isolate& isolate) {
    return give_text(uncaught_text(isolate, value_of(error)), text, length);
  });
}

perry_status perry_new_error(perry_runtime* runtime, perry_error_kind kind, const char* message,
                             size_t length, perry_value* error) {
  if (message == nullptr && length != 0) return PERRY_INVALID;
  return enter(runtime, [&](Isolate& isolate) {
    return give(error, to_host(Value::cell(new_error(isolate, type_of(kind), {message, length}))));
  });
}

perry_status perry_throw(perry_runtime* runtime, perry_value value) {
  return enter(runtime, [&](Isolate&) {
    runtime->error = value_of(value);
    return PERRY_THROWN;
  });
}

perry_status perry_keep(perry_runtime* runtime, perry_value value, perry_root** root) {
  if (root == nullptr) return PERRY_INVALID;
  return enter(runtime, [&](Isolate&) {
    auto* const added = new perry_root;
    added->value = value_of(value);
    added->previous = &runtime->roots;
    added->next = runtime->roots.next;
    added->next->previous = added;
    runtime->roots.next = added;
    return give(root, added);
  });
}

perry_value perry_kept(const perry_root* root) {
  return root == nullptr ? perry_undefined() : to_host(root->value);
}

perry_status perry_drop(perry_runtime* runtime, perry_root* root) {
  return enter(runtime, [&](Isolate&) {
    if (root == nullptr) return PERRY_OK;
    root->previous->next = root->next;
    root->next->previous = root->previous;
    delete root;
    return PERRY_OK;
  });
}

perry_status perry_collect(perry_runtime* runtime) {
  return enter(runtime, [&](Isolate& isolate) {
    isolate.heap().collect(CollectionKind::Full);
    return PERRY_OK;
  });
}

}  // extern "C"
