#include "runtime/fast/calls.h"
#include "runtime/jobs/jobs.h"
#include "runtime/modules/modules.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// What generated code calls of modules.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

using perry::abi::ModulePhase;
using perry::abi::ModuleRecord;

// Settles import()'s promise, context[0], with the namespace of the module context[1], a deferred
// one if context[2] says so.
void imported(Isolate& isolate, Value context, bool rejected, Value value) {
  const auto* pair = static_cast<Slots*>(context.as_cell());
  auto* promise = static_cast<Promise*>(const_cast<Slots*>(pair)->values()[0].as_cell());
  const auto index = static_cast<uint32_t>(const_cast<Slots*>(pair)->values()[1].as_number());
  if (rejected) {
    reject_promise(isolate, promise, value);
    return;
  }
  const ModuleRecord* record = isolate.part<Modules>().record(index);
  const bool is_deferred = const_cast<Slots*>(pair)->values()[2].is_true();
  resolve_promise(
      isolate, promise,
      is_deferred ? deferred_namespace_of(isolate, record) : namespace_of(isolate, record));
}

// Waits for the modules from context[3] on, a list of indices, one after the other.
void import_deferred(Isolate& isolate, Value context, bool rejected, Value value) {
  auto* state = static_cast<Slots*>(context.as_cell());
  if (rejected) return imported(isolate, context, true, value);
  const auto next = static_cast<uint32_t>(state->values()[3].as_number());
  if (next == state->capacity()) return imported(isolate, context, false, value);
  state->values()[3] = Value::number(next + 1);
  const auto index = static_cast<uint32_t>(state->values()[next].as_number());
  Promise* evaluation = evaluate_module(isolate, isolate.part<Modules>().record(index));
  await_promise(isolate, evaluation, import_deferred, context);
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

void link_and_evaluate(Isolate& isolate, Value promise, const ModuleRecord* module,
                       bool is_deferred) {
  std::vector<const ModuleRecord*> waits;
  if (is_deferred) {
    link_module(isolate, module);
    waits = asynchronous_dependencies(isolate, module);
  }
  constexpr uint32_t kFirst = 4;
  Slots* context = new_slots(isolate, kFirst + static_cast<uint32_t>(waits.size()));
  context->values()[0] = promise;
  context->values()[1] = Value::number(module->index);
  context->values()[2] = Value::boolean(is_deferred);
  context->values()[3] = Value::number(kFirst);
  for (uint32_t i = 0; i < waits.size(); ++i)
    context->values()[kFirst + i] = Value::number(waits[i]->index);
  if (is_deferred) return import_deferred(isolate, Value::cell(context), false, Value::undefined());
  Promise* evaluation = evaluate_module(isolate, module);
  await_promise(isolate, evaluation, imported, Value::cell(context));
}

// The job of import(): whoever calls it goes on first, though all modules are there already.
void evaluate_import(Isolate& isolate, Value promise, Value index, Value is_deferred) {
  const ModuleRecord* module =
      isolate.part<Modules>().record(static_cast<uint32_t>(index.as_number()));
  Value error;
  try {
    link_and_evaluate(isolate, promise, module, is_deferred.is_true());
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (!error.is_empty()) reject_promise(isolate, static_cast<Promise*>(promise.as_cell()), error);
}

// What is wrong with import()'s second argument (13.3.10.2). Which attributes a module needs was
// asked when the program was built.
void check_options(Isolate& isolate, Value options) {
  if (options.is_undefined()) return;
  if (!options.is_object())
    throw_type_error(isolate, "The second argument to import() must be an object");
  const PropertyKey with = PropertyKey::from_atom(intern(isolate, "with"));
  const Value attributes = get(isolate, options.as<Object>(), with);
  if (attributes.is_undefined()) return;
  if (!attributes.is_object()) throw_type_error(isolate, "The 'with' option must be an object");
  const Array* values =
      enumerable_own_properties(isolate, attributes.as<Object>(), EnumerableKind::Values);
  for (uint32_t i = 0; i < values->length(); ++i) {
    if (!dense_element(values, i).is_string())
      throw_type_error(isolate, "Import attribute value must be a string");
  }
}

void start_import(Isolate& isolate, const ModuleRecord* from, Value specifier, Value options,
                  ModulePhase phase, Promise* promise) {
  String* text = to_string(isolate, specifier);
  check_options(isolate, options);
  text->flatten(isolate);
  const perry::abi::ModuleTarget* target = find_target(from, text, perry::abi::TargetMode::Import);
  const ModuleRecord* module =
      target != nullptr ? target->module : find_by_path(isolate, from, text);
  if (module == nullptr) throw_not_found(isolate, from, text);
  if (phase == ModulePhase::Source) {
    throw_syntax_error(
        isolate, "Source phase import object is not defined for module '" + to_utf8(text) + "'");
  }
  isolate.part<Jobs>().enqueue(evaluate_import, Value::cell(promise), Value::number(module->index),
                               Value::boolean(phase == ModulePhase::Defer));
}

}  // namespace

extern "C" {

// The address is that of a record, or one more where the namespace is a deferred one.
uint64_t perry_rt_namespace_object(void* place) {
  const auto address = reinterpret_cast<uintptr_t>(place);
  const auto* record = reinterpret_cast<const ModuleRecord*>(address & ~uintptr_t{1});
  Isolate& isolate = Isolate::current();
  return ((address & 1) != 0 ? deferred_namespace_of(isolate, record)
                             : namespace_of(isolate, record))
      .bits();
}

uint64_t perry_rt_import_meta(void* record) {
  return meta_of(Isolate::current(), static_cast<const ModuleRecord*>(record)).bits();
}

uint64_t perry_rt_require_module(void* record, uint64_t specifier) {
  return require(Isolate::current(), static_cast<const ModuleRecord*>(record),
                 Value::from_bits(specifier).as<String>())
      .bits();
}

uint64_t perry_rt_import_module(void* record, uint64_t specifier, uint64_t options, uint32_t phase,
                                uint32_t) {
  Isolate& isolate = Isolate::current();
  Promise* promise = new_promise(isolate);
  Value error;
  try {
    start_import(isolate, static_cast<const ModuleRecord*>(record), Value::from_bits(specifier),
                 Value::from_bits(options), static_cast<ModulePhase>(phase), promise);
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (!error.is_empty()) reject_promise(isolate, promise, error);
  return Value::cell(promise).bits();
}

}  // extern "C"
