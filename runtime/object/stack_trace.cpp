#include "runtime/object/stack_trace.h"

#include <algorithm>
#include <cmath>

#include "runtime/object/builtin.h"
#include "runtime/object/call_site.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"
#include "runtime/object/property_storage.h"

// An error's `stack`: an accessor, as in Node, over what the object keeps under a key of the
// runtime's own: the trace until somebody asks, then its text, or whatever was assigned.
namespace perry::runtime {

namespace {

class StackTrace : public NativeCell {
 public:
  static StackTrace* make(Isolate& isolate, const TraceWords& words, size_t limit,
                          uint32_t skipped);

  uint32_t limit;    // of lines
  uint32_t skipped;  // functions of the first word
  uint64_t count;
  uint64_t* words() { return reinterpret_cast<uint64_t*>(this + 1); }
};

TraceWord kind_of(uint64_t word) {
  return static_cast<TraceWord>(word & ((1u << kTraceWordBits) - 1));
}
// Of a word and what belongs to it.
size_t size_of(uint64_t word) {
  switch (kind_of(word)) {
    case TraceWord::Code:
    case TraceWord::Constructs:
      return 1;
    case TraceWord::Native:
      return 3;
    case TraceWord::Waiting:
      return 2;
  }
  return 1;
}

void trace_stack(NativeCell* cell, Tracer& tracer) {
  auto* const stack = static_cast<StackTrace*>(cell);
  for (uint64_t i = 0; i < stack->count; i += size_of(stack->words()[i])) {
    if (kind_of(stack->words()[i]) == TraceWord::Native)
      tracer.visit(reinterpret_cast<Value*>(&stack->words()[i + 1]), 2);
  }
}

StackTrace* StackTrace::make(Isolate& isolate, const TraceWords& words, size_t limit,
                             uint32_t skipped) {
  auto* const result = static_cast<StackTrace*>(
      isolate.heap().allocate(CellKind::Internal, static_cast<uint32_t>(InternalType::Native),
                              sizeof(StackTrace) + words.size() * sizeof(uint64_t)));
  result->trace = trace_stack;
  result->limit = static_cast<uint32_t>(limit);
  result->skipped = skipped;
  result->count = words.size();
  std::ranges::copy(words, result->words());
  return result;
}

std::string text_of(Value value) {
  return value.is_string() ? to_utf8(value.as<String>()) : std::string();
}

// --- names of native functions ---

bool is_identifier(std::string_view name) {
  for (const char c : name) {
    const bool is_part = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
                         (c >= '0' && c <= '9') || static_cast<uint8_t>(c) >= 0x80;
    if (!is_part) return false;
  }
  return !name.empty();
}

// What V8 puts before a method's name.
std::string type_name(Isolate& isolate, Value receiver) {
  if (receiver.is_string()) return "String";
  if (receiver.is_number()) return "Number";
  if (receiver.is_boolean()) return "Boolean";
  if (receiver.is_symbol()) return "Symbol";
  if (receiver.is_bigint()) return "BigInt";
  if (!receiver.is_object() || receiver == intrinsic(isolate, Intrinsic::Global)) return {};
  if (is_callable(receiver)) return text_of(peek(isolate, receiver, names::name).value);
  // V8 asks the constructor first: generators are made by their function.
  if (const abi::FunctionInfo* const maker =
          isolate.part<StackTraces>().generator_function(receiver)) {
    const std::string name = to_utf8(function_name_from_info(isolate, maker));
    if (!name.empty()) return name;
  }
  std::string tag =
      text_of(peek(isolate, receiver, well_known(isolate, WellKnown::ToStringTag)).value);
  if (!tag.empty()) return tag;
  const Value constructor = peek(isolate, receiver, names::constructor).value;
  const std::string name = is_callable(constructor)
                               ? text_of(peek(isolate, constructor, names::name).value)
                               : std::string();
  return name.empty() ? "Object" : name;
}

// Functions that V8 has as jumps, and proxies, are no frames.
bool is_invisible(Isolate& isolate, Function* function) {
  if (class_of(function)->methods != nullptr || !bound_target(Value::cell(function)).is_empty())
    return true;
  const std::string name = text_of(peek(isolate, Value::cell(function), names::name).value);
  if (name.empty()) return true;
  const auto& objects = isolate.part<Objects>();
  if (objects.has_intrinsic(Intrinsic::Array) &&
      intrinsic(isolate, Intrinsic::Array) == Value::cell(function))
    return true;
  const auto is_own = [&](Intrinsic holder, PropertyKey key) {
    return objects.has_intrinsic(holder) &&
           peek(isolate, intrinsic(isolate, holder), key).value == Value::cell(function);
  };
  return is_own(Intrinsic::FunctionPrototype, names::call) ||
         is_own(Intrinsic::FunctionPrototype, names::apply) ||
         is_own(Intrinsic::Reflect, names::apply) || is_own(Intrinsic::Reflect, names::construct);
}

TraceFrame native_frame(Isolate& isolate, Value callee, Value receiver, bool constructs) {
  TraceFrame frame;
  frame.function = callee;
  frame.is_constructor = constructs;
  const std::string name = text_of(peek(isolate, callee, names::name).value);
  if (constructs) {
    frame.name = "new " + name;
    return frame;
  }
  const std::string type = type_name(isolate, receiver);
  frame.name = type.empty() || !is_identifier(name) ? name : type + '.' + name;
  return frame;
}

// --- frames ---

class FrameList {
 public:
  FrameList(Isolate& isolate, StackTrace* stack, std::vector<TraceFrame>& frames)
      : isolate_(isolate), traces_(isolate.part<StackTraces>()), stack_(stack), frames_(frames) {}

  void fill() {
    for (uint64_t i = 0; i < stack_->count && frames_.size() < stack_->limit;
         i += size_of(stack_->words()[i]))
      add(i);
  }

 private:
  void add(uint64_t index);
  void add_code(uint64_t index);
  bool is_constructed(uint64_t index);

  Isolate& isolate_;
  StackTraces& traces_;
  StackTrace* stack_;
  std::vector<TraceFrame>& frames_;
};

void FrameList::add(uint64_t index) {
  const uint64_t* const words = stack_->words() + index;
  const uint64_t payload = words[0] >> kTraceWordBits;
  switch (kind_of(words[0])) {
    case TraceWord::Code:
      return add_code(index);
    case TraceWord::Native: {
      const Value callee = Value::from_bits(words[1]);
      if (is_invisible(isolate_, callee.as<Function>())) return;
      frames_.push_back(native_frame(isolate_, callee, Value::from_bits(words[2]), payload != 0));
      return;
    }
    case TraceWord::Constructs:
      return;
    case TraceWord::Waiting: {
      const auto* const info = reinterpret_cast<const abi::FrameInfo*>(payload);
      const CallSite site = traces_.sites().function_at(reinterpret_cast<uint64_t>(info->resume));
      TraceFrame frame;
      frame.name = site.name;
      frame.module = site.module;
      frame.is_async = true;
      if (words[1] < info->place_count) {
        frame.line = info->places[words[1]].line;
        frame.column = info->places[words[1]].column;
      }
      if (frame.module != nullptr) frames_.push_back(std::move(frame));
      return;
    }
  }
}

// The mark comes behind that of the hidden function which passes arguments on, if there is one.
bool FrameList::is_constructed(uint64_t index) {
  std::vector<CallSite> sites;
  for (uint64_t next = index + 1; next < stack_->count; next++) {
    const TraceWord kind = kind_of(stack_->words()[next]);
    if (kind == TraceWord::Constructs) return true;
    if (kind != TraceWord::Code) return false;
    sites.clear();
    traces_.sites().find(stack_->words()[next] >> kTraceWordBits, sites);
    if (sites.empty() || !sites[0].is_hidden) return false;
  }
  return false;
}

void FrameList::add_code(uint64_t index) {
  std::vector<CallSite> sites;
  traces_.sites().find(stack_->words()[index] >> kTraceWordBits, sites);
  if (sites.empty() || sites[0].column == abi::kCallsItself) return;
  if (sites.back().is_hidden) sites.pop_back();
  for (size_t i = index == 0 ? stack_->skipped : 0; i < sites.size(); i++) {
    if (frames_.size() == stack_->limit) return;
    TraceFrame frame;
    frame.name = sites[i].name;
    frame.module = sites[i].module;
    frame.line = sites[i].line;
    frame.column = sites[i].column;
    frame.is_constructor = frame.name.starts_with("new ");
    if (i + 1 == sites.size() && !frame.is_constructor && is_constructed(index)) {
      frame.is_constructor = true;
      frame.name = "new " + (frame.name.empty() ? "<anonymous>" : frame.name);
    }
    frames_.push_back(std::move(frame));
  }
}

// --- the property ---

struct Kept {
  Object* holder = nullptr;
  OwnProperty property;
};

// What `stack` of the object stands for, along its prototypes.
bool find_kept(Isolate& isolate, Value value, Kept& kept) {
  const PropertyKey key = isolate.part<Objects>().stack_key();
  for (; value.is_object(); value = shape_of(value.as_cell())->prototype) {
    if (class_of(value.as_cell())->methods != nullptr) return false;
    if (!find_own(isolate, value.as<Object>(), key, kept.property)) continue;
    kept.holder = value.as<Object>();
    return true;
  }
  return false;
}

void keep(Isolate& isolate, const Kept& kept, Value value) {
  store_slot(isolate, kept.holder, shape_of(kept.holder), kept.property.slot, value);
}

// Error.prototype.toString, which asks the object.
std::string header_of(Isolate& isolate, Object* error) {
  try {
    const auto part = [&](PropertyKey key, const char* missing) {
      const Value value = get(isolate, error, key);
      return value.is_undefined() ? std::string(missing) : to_utf8(to_string(isolate, value));
    };
    const std::string name = part(names::name, "Error");
    const std::string message = part(names::message, "");
    return name.empty() || message.empty() ? name + message : name + ": " + message;
  } catch (const JsException&) {
    return "<error>";
  }
}

StackTrace* as_trace(Value value) {
  if (value.is_empty() || !value.is_kind(CellKind::Internal)) return nullptr;
  return static_cast<StackTrace*>(value.as_cell());
}

Value trace_text(Isolate& isolate, Object* error, const std::vector<TraceFrame>& frames) {
  const Value constructor = intrinsic(isolate, Intrinsic::Error);
  const Value prepare = get(isolate, constructor.as<Object>(), names::prepareStackTrace);
  if (is_callable(prepare)) {
    const Value sites = new_call_sites(isolate, frames);
    return call(isolate, prepare, constructor, {Value::cell(error), sites});
  }
  std::string text = header_of(isolate, error);
  for (const TraceFrame& frame : frames) text += "\n    at " + frame_text(isolate, frame);
  return string_value(isolate, text);
}

Value get_stack(Isolate& isolate, const Arguments& arguments) {
  Kept kept;
  if (!find_kept(isolate, arguments.receiver(), kept)) return Value::undefined();
  StackTrace* const stack = as_trace(kept.property.value);
  if (stack == nullptr) return kept.property.value;
  std::vector<TraceFrame> frames;
  FrameList(isolate, stack, frames).fill();
  // Whoever makes the text may ask for it again.
  keep(isolate, kept, Value::undefined());
  const Value text = trace_text(isolate, kept.holder, frames);
  keep(isolate, kept, text);
  return text;
}

Value set_stack(Isolate& isolate, const Arguments& arguments) {
  Kept kept;
  if (find_kept(isolate, arguments.receiver(), kept)) keep(isolate, kept, arguments[0]);
  return Value::undefined();
}

constexpr NativeInfo kGetStack = builtin::native(nullptr, -1, 0, 0, get_stack);
constexpr NativeInfo kSetStack = builtin::native(nullptr, -1, 1, 0, set_stack);

// Error.stackTraceLimit; false: no number, and then there are no traces at all.
bool trace_limit(Isolate& isolate, size_t& limit) {
  constexpr double kMost = 10'000;
  OwnProperty found;
  auto* const constructor = intrinsic(isolate, Intrinsic::Error).as<Object>();
  if (!find_own(isolate, constructor, names::stackTraceLimit, found)) return false;
  if ((found.attributes & kAccessor) != 0 || !found.value.is_number()) return false;
  const double number = found.value.as_number();
  limit = static_cast<size_t>(std::isnan(number) ? 0 : std::clamp(number, 0.0, kMost));
  return true;
}

}  // namespace

AccessorPair* StackTraces::accessor() {
  if (accessor_.is_empty()) {
    const Value getter = Value::cell(new_native_function(isolate_, &kGetStack));
    const Value setter = Value::cell(new_native_function(isolate_, &kSetStack));
    auto* const pair = isolate_.heap().allocate<AccessorPair>(
        CellKind::Internal, static_cast<uint32_t>(InternalType::AccessorPair),
        sizeof(AccessorPair));
    pair->getter = getter;
    pair->setter = setter;
    accessor_ = Value::cell(pair);
  }
  return static_cast<AccessorPair*>(accessor_.as_cell());
}

std::string StackTraces::text_here(abi::CallTextKind kind) {
  TraceWords words;
  uint32_t skipped = 0;
  capture(1, false, Value::undefined(), words, skipped);
  constexpr uint64_t kKindMask = (1u << kTraceWordBits) - 1;
  if (words.empty() || (words[0] & kKindMask) != static_cast<uint64_t>(TraceWord::Code)) return {};
  std::vector<CallSite> sites;
  sites_->find(words[0] >> kTraceWordBits, sites);
  return sites.empty() ? std::string() : std::string(sites_->text_at(sites[0], kind));
}

static Value new_stack_trace(Isolate& isolate, bool skips_native, Value until) {
  size_t limit = 0;
  if (!trace_limit(isolate, limit)) return Value::undefined();
  auto& traces = isolate.part<StackTraces>();
  TraceWords& words = traces.words();
  words.clear();
  uint32_t skipped = 0;
  traces.capture(limit, skips_native, until, words, skipped);
  return Value::cell(StackTrace::make(isolate, words, limit, skipped));
}

void add_stack(Isolate& isolate, Object* error, bool skips_native, Value until) {
  add_property(isolate, error, isolate.part<Objects>().stack_key(),
               new_stack_trace(isolate, skips_native, until), kWritable);
  add_property(isolate, error, names::stack, Value::cell(isolate.part<StackTraces>().accessor()),
               kAccessor | kConfigurable);
}

void capture_stack(Isolate& isolate, Object* object, Value until) {
  const Value trace = new_stack_trace(isolate, true, until);
  AccessorPair* const pair = isolate.part<StackTraces>().accessor();
  define_property_or_throw(isolate, object, names::stack,
                           PropertyDescriptor::accessor(pair->getter, pair->setter, kConfigurable));
  const PropertyKey key = isolate.part<Objects>().stack_key();
  OwnProperty found;
  if (find_own(isolate, object, key, found))
    keep(isolate, {object, found}, trace);
  else
    add_property(isolate, object, key, trace, kWritable);
}

bool trace_frames(Isolate& isolate, Object* error, std::vector<TraceFrame>& frames) {
  Kept kept;
  if (!find_kept(isolate, Value::cell(error), kept)) return false;
  StackTrace* const stack = as_trace(kept.property.value);
  if (stack == nullptr) return false;
  FrameList(isolate, stack, frames).fill();
  return true;
}

std::string frame_place(Isolate& isolate, const TraceFrame& frame) {
  if (frame.module == nullptr) return "<anonymous>";
  std::string place = isolate.part<StackTraces>().paths().shown(frame.module->info);
  if (frame.line != 0)
    place += ':' + std::to_string(frame.line) + ':' + std::to_string(frame.column);
  return place;
}

std::string frame_text(Isolate& isolate, const TraceFrame& frame) {
  const std::string place = frame_place(isolate, frame);
  const char* const prefix = frame.is_async ? "async " : "";
  if (frame.name.empty()) return prefix + place;
  return prefix + frame.name + " (" + place + ')';
}

}  // namespace perry::runtime
