#include "runtime/fast/calls.h"
#include "runtime/modules/modules.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// What generated code calls of modules.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

using perry::abi::ModuleRecord;

// Settles import()'s promise, context[0], with the namespace of the module context[1].
void imported(Isolate& isolate, Value context, bool rejected, Value value) {
  const auto* pair = static_cast<Slots*>(context.as_cell());
  auto* promise = static_cast<Promise*>(const_cast<Slots*>(pair)->values()[0].as_cell());
  const auto index = static_cast<uint32_t>(const_cast<Slots*>(pair)->values()[1].as_number());
  if (rejected) {
    reject_promise(isolate, promise, value);
    return;
  }
  resolve_promise(isolate, promise, namespace_of(isolate, isolate.part<Modules>().record(index)));
}

[[noreturn]] void throw_not_found(Isolate& isolate, const ModuleRecord* from,
                                  const String* specifier) {
  Object* error = new_error(
      isolate, ErrorType::Error,
      "Cannot find module '" + to_utf8(specifier) + "' imported from " + absolute_path(from));
  add_property(isolate, error, names::code, string_value(isolate, "ERR_MODULE_NOT_FOUND"),
               kAllAttributes);
  throw_value(Value::cell(error));
}

void start_import(Isolate& isolate, const ModuleRecord* from, Value specifier, Promise* promise) {
  String* text = to_string(isolate, specifier);
  text->flatten(isolate);
  const perry::abi::ModuleTarget* target = find_target(from, text, perry::abi::TargetMode::Import);
  if (target == nullptr || target->module == nullptr) throw_not_found(isolate, from, text);
  Promise* evaluation = evaluate_module(isolate, target->module);
  Slots* context = new_slots(isolate, 2);
  context->values()[0] = Value::cell(promise);
  context->values()[1] = Value::number(target->module->index);
  await_promise(isolate, evaluation, imported, Value::cell(context));
}

}  // namespace

extern "C" {

uint64_t perry_rt_namespace_object(void* record) {
  return namespace_of(Isolate::current(), static_cast<const ModuleRecord*>(record)).bits();
}

uint64_t perry_rt_import_meta(void* record) {
  return meta_of(Isolate::current(), static_cast<const ModuleRecord*>(record)).bits();
}

uint64_t perry_rt_import_module(void* record, uint64_t specifier, uint64_t, uint32_t, uint32_t) {
  Isolate& isolate = Isolate::current();
  Promise* promise = new_promise(isolate);
  Value error;
  try {
    start_import(isolate, static_cast<const ModuleRecord*>(record), Value::from_bits(specifier),
                 promise);
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (!error.is_empty()) reject_promise(isolate, promise, error);
  return Value::cell(promise).bits();
}

}  // extern "C"
