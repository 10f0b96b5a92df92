#include "runtime/abi/function_text.h"
#include "runtime/exec/entry.h"
#include "runtime/exec/eval.h"
#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/stack_trace.h"

// Calls and constructors.
using namespace perry::runtime;  // NOLINT(google-build-using-namespace): entry points are global

namespace {

namespace abi = perry::abi;

std::string callee_text(Isolate& isolate) {
  return isolate.part<StackTraces>().text_here(abi::CallTextKind::Callee);
}

[[noreturn]] void throw_not_function(Isolate& isolate, Value value) {
  const std::string text = callee_text(isolate);
  if (text.empty()) throw_not_callable(isolate, value);
  throw_type_error(isolate, text + " is not a function");
}

Value call_any(Isolate& isolate, Value callee, Value receiver, const Value* values, size_t count) {
  if (!is_callable(callee)) throw_not_function(isolate, callee);
  return call(isolate, callee, receiver, values, count);
}

[[noreturn]] void throw_not_constructor(Isolate& isolate, Value value) {
  std::string text = callee_text(isolate);
  if (text.empty() && is_callable(value))
    text = to_utf8(function_name(isolate, value.as<Function>()));
  throw_type_error(isolate,
                   (text.empty() ? describe(isolate, value) : text) + " is not a constructor");
}

Value construct_any(Isolate& isolate, Value callee, Value new_target, const Value* values,
                    size_t count) {
  if (!is_constructor(callee)) throw_not_constructor(isolate, callee);
  return construct(isolate, callee, values, count, new_target);
}

// The elements of an array that a spread made: nothing else refers to it.
void elements_of(Isolate& isolate, uint64_t array, ValueList& list) {
  const auto* source = value_of(array).as<Array>();
  list.reserve(source->length());
  for (uint32_t i = 0; i < source->length(); ++i) {
    const Value value = dense_element(source, i);
    list.push(value.is_empty() ? Value::undefined() : value);
  }
  (void)isolate;
}

// What the constructor and those that it calls by `super` put into an instance, as far as that is
// known.
uint32_t instance_slots(const Function* constructor) {
  constexpr uint32_t kMost = 128;
  uint32_t count = 0;
  for (Value next = Value::cell(const_cast<Function*>(constructor));
       next.is_kind(CellKind::Function);) {
    const auto* function = next.as<Function>();
    count += function->info->instance_slots;
    if ((function->info->flags & abi::kFunctionDerived) == 0 || count >= kMost) break;
    next = shape_of(function)->prototype;
  }
  return std::min(count, kMost);
}

}  // namespace

extern "C" {

uint64_t perry_rt_call(uint64_t callee, uint64_t receiver, uint64_t count, void* values) {
  return call_any(Isolate::current(), value_of(callee), value_of(receiver), values_of(values),
                  count)
      .bits();
}

uint64_t perry_rt_construct(uint64_t callee, uint64_t new_target, uint64_t count, void* values) {
  return construct_any(Isolate::current(), value_of(callee), value_of(new_target),
                       values_of(values), count)
      .bits();
}

static uint64_t call_function_constructor(abi::FunctionText text, uint64_t callee, uint64_t count,
                                          void* values) {
  using enum abi::FunctionText;
  Isolate& isolate = Isolate::current();
  if (callee == intrinsic(isolate, Intrinsic::Function).bits()) {
    if (text == Call || text == Construct) return Value::empty().bits();
    throw_syntax_error(isolate, "Function: the text is not a function");
  }
  if (text == Construct || text == WrongConstruct)
    return perry_rt_construct(callee, callee, count, values);
  return perry_rt_call(callee, Value::undefined().bits(), count, values);
}

// Where the text is a constant, the code behind the call has been compiled: the receiver is Empty,
// and Empty is the answer that runs it. A receiver of null tells that the text is no program; a
// number, that `Function` is called.
uint64_t perry_rt_call_eval(uint64_t callee, uint64_t receiver, uint64_t count, void* values) {
  const Value known = value_of(receiver);
  if (known.is_number()) {
    const auto text = static_cast<abi::FunctionText>(known.as_number());
    return call_function_constructor(text, callee, count, values);
  }
  if (!known.is_empty() && !known.is_null()) return perry_rt_call(callee, receiver, count, values);
  if (!is_eval(value_of(callee)))
    return perry_rt_call(callee, Value::undefined().bits(), count, values);
  if (known.is_empty()) return Value::empty().bits();
  throw_syntax_error(Isolate::current(), "eval: the text is not a program");
}

uint64_t perry_rt_call_spread(uint64_t callee, uint64_t receiver, uint64_t array) {
  Isolate& isolate = Isolate::current();
  ValueList list(isolate);
  elements_of(isolate, array, list);
  return call_any(isolate, value_of(callee), value_of(receiver), list.data(), list.size()).bits();
}

uint64_t perry_rt_construct_spread(uint64_t callee, uint64_t new_target, uint64_t array) {
  Isolate& isolate = Isolate::current();
  ValueList list(isolate);
  elements_of(isolate, array, list);
  return construct_any(isolate, value_of(callee), value_of(new_target), list.data(), list.size())
      .bits();
}

uint64_t perry_rt_coerce_receiver(uint64_t receiver) {
  Isolate& isolate = Isolate::current();
  const Value value = value_of(receiver);
  if (value.is_nullish()) return intrinsic(isolate, Intrinsic::Global).bits();
  return word_of(to_object(isolate, value));
}

uint64_t perry_rt_new_receiver(uint64_t new_target, void* place) {
  Isolate& isolate = Isolate::current();
  const Value target = value_of(new_target);
  auto* function = target.as<Function>();
  const Value prototype =
      get_prototype_from_constructor(isolate, target, Intrinsic::ObjectPrototype);
  const uint32_t wanted = instance_slots(function);
  Shape* shape = root_shape(isolate, prototype, &kPlainClass, CellKind::Object,
                            wanted != 0 ? wanted : abi::kEmptyLiteralSlots);
  OwnProperty found;
  if (class_of(function)->methods == nullptr &&
      find_own(isolate, function, names::prototype, found) && (found.attributes & kAccessor) == 0 &&
      found.value == prototype) {
    auto* site = static_cast<abi::ReceiverSite*>(place);
    site->new_target = new_target;
    site->epoch = perry_rt_thread.epoch;
    site->header = abi::header_word(CellKind::Object, shape->number,
                                    abi::kInlineSlotsOffset + size_t{shape->inline_slots} * 8);
  }
  return word_of(new_object_with_shape(isolate, shape));
}

uint64_t perry_rt_super_constructor(uint64_t callee, uint64_t base) {
  Isolate& isolate = Isolate::current();
  auto* function = value_of(callee).as<Function>();
  const Value parent = value_of(base);
  if (!is_constructor(parent)) {
    const std::string name = to_utf8(function_name(isolate, function));
    // A class that extends null has Function.prototype there, which has no name.
    std::string text = is_callable(parent) ? to_utf8(function_name(isolate, parent.as<Function>()))
                                           : describe_plain(isolate, parent);
    if (text.empty()) text = "null";
    throw_type_error(isolate, "Super constructor " + text +
                                  (name.empty() ? " of anonymous class" : " of " + name) +
                                  " is not a constructor");
  }
  return parent.bits();
}

uint64_t perry_rt_constructor_result(uint64_t returned, uint64_t receiver, bool derived) {
  Isolate& isolate = Isolate::current();
  const Value value = value_of(returned);
  if (value.is_object()) return returned;
  if (derived) {
    if (!value.is_undefined()) {
      throw_type_error(isolate, "Derived constructors may only return object or undefined");
    }
    if (receiver == abi::kEmpty) perry::abi::fast::perry_rt_throw_uninitialized_this();
  }
  return receiver;
}

void perry_rt_stack_check_failed() {
  throw_range_error(Isolate::current(), "Maximum call stack size exceeded");
}

}  // extern "C"
