#include <algorithm>
#include <utility>

#include "runtime/fast/calls.h"
#include "runtime/object/builtin.h"
#include "runtime/object/stack_trace.h"

// Writing down where the program is. Of the frames on the stack two kinds are of interest: those of
// generated code, and those of `native_entry`, through which all native functions are entered, and
// where their arguments are. That of whoever makes the `this` of a constructor marks its call.
namespace perry::runtime {

namespace {

enum Kind : uint8_t { kOther, kGenerated, kNativeEntry, kConstructs };

uint64_t word_of(TraceWord kind, uint64_t value) {
  return value << kTraceWordBits | static_cast<uint64_t>(kind);
}

// Measures, from inside of a native function, where native_entry keeps the arguments it passes on:
// the compiler alone knows, but it is the same for each call.
struct Measurement {
  FrameRules* rules;
  uint64_t distance;
};
thread_local Measurement* measurement [[gnu::tls_model("initial-exec")]] = nullptr;

[[gnu::noinline]] Value measure(Isolate&, const Arguments& arguments) {
  StackWalk walk(*measurement->rules);
  bool is_known = false;
  if (walk.to_caller(is_known) && walk.rule().base != FrameRule::Base::None)
    measurement->distance = walk.end() - reinterpret_cast<uint64_t>(&arguments);
  walk.rule().pc = 0;  // nobody has classified it
  return Value::undefined();
}
constexpr NativeInfo kMeasure = builtin::native(nullptr, -1, 0, 0, measure);

}  // namespace

StackTraces::StackTraces(Isolate& isolate)
    : isolate_(isolate),
      sites_(std::make_unique<CallSites>(nullptr)),
      paths_(std::make_unique<SourcePaths>(nullptr)) {
  isolate.heap().roots().add_values(&accessor_, 1);
}

StackTraces::~StackTraces() { isolate_.heap().roots().remove(&accessor_); }

void StackTraces::start(const abi::Program* program, Waiting waiting,
                        GeneratorFunction generator_function) {
  sites_ = std::make_unique<CallSites>(program);
  paths_ = std::make_unique<SourcePaths>(program);
  waiting_ = waiting;
  generator_function_ = generator_function;
}

void StackTraces::measure_native_frame() {
  Measurement result{&rules_, 0};
  measurement = &result;
  const Value function = Value::cell(new_native_function(isolate_, &kMeasure));
  native_entry(function.bits(), Value::undefined().bits(), Value::undefined().bits(), 0, nullptr);
  measurement = nullptr;
  // Anything else is no distance inside of a frame.
  constexpr uint64_t kLargest = 512;
  arguments_below_ = result.distance < kLargest ? result.distance : kLargest;
}

void StackTraces::classify(FrameRule& rule) {
  rule.kind = kOther;
  if (rule.function == reinterpret_cast<uint64_t>(&native_entry)) {
    rule.kind = kNativeEntry;
    return;
  }
  if (rule.function == reinterpret_cast<uint64_t>(&abi::fast::perry_fast_construct_ordinary)) {
    rule.kind = kConstructs;
    return;
  }
  found_.clear();
  sites_->find(rule.pc, found_);
  if (found_.empty()) return;
  rule.kind = kGenerated;
  if (found_.front().column == abi::kCallsItself) return;
  const auto is_seen = [](const CallSite& site) { return !site.is_hidden; };
  rule.visible = static_cast<uint16_t>(std::ranges::count_if(found_, is_seen));
}

// Whether the frame is a call of `until`; then, how many of its functions are inside of that one,
// itself included.
bool StackTraces::find_until(uint64_t pc, Value until, uint32_t& skipped) {
  const auto* const info = until.as<Function>()->info;
  if ((info->flags & abi::kFunctionNative) != 0) return false;
  const CallSite wanted = sites_->function_at(reinterpret_cast<uint64_t>(info->entry));
  found_.clear();
  sites_->find(pc, found_);
  for (size_t i = 0; i < found_.size(); i++) {
    if (found_[i].module != wanted.module || found_[i].function != wanted.function) continue;
    skipped = static_cast<uint32_t>(i) + 1;
    return true;
  }
  return false;
}

[[gnu::noinline]] void StackTraces::capture(size_t limit, bool skips_native, Value until,
                                            TraceWords& words, uint32_t& skipped) {
  if (arguments_below_ == 0) measure_native_frame();
  bool is_waiting_for = is_callable(until);
  size_t count = 0;
  bool is_known = true;
  StackWalk walk(rules_);
  while (count < limit && walk.to_caller(is_known)) {
    FrameRule& rule = walk.rule();
    if (!is_known) classify(rule);
    if (rule.kind == kOther) continue;
    if (rule.kind == kConstructs) {
      if (!is_waiting_for) words.push_back(word_of(TraceWord::Constructs, 0));
      continue;
    }
    if (rule.kind == kGenerated) {
      uint32_t inner = 0;
      if (is_waiting_for) {
        if (rule.visible == 0 || !find_until(walk.pc(), until, inner)) continue;
        is_waiting_for = false;
        if (inner == rule.visible) continue;
        skipped = inner;
      }
      words.push_back(word_of(TraceWord::Code, walk.pc()));
      count += rule.visible - inner;
      continue;
    }
    if (std::exchange(skips_native, false)) continue;
    const auto* const arguments = reinterpret_cast<const Arguments*>(walk.end() - arguments_below_);
    const Value callee = Value::cell(arguments->callee());
    if (is_waiting_for) {
      if (callee == until) is_waiting_for = false;
      continue;
    }
    words.push_back(word_of(TraceWord::Native, arguments->is_construct() ? 1 : 0));
    words.push_back(callee.bits());
    words.push_back(arguments->receiver().bits());
    count++;
  }
  if (count < limit && !is_waiting_for && waiting_ != nullptr)
    waiting_(isolate_, limit - count, words);
}

}  // namespace perry::runtime
