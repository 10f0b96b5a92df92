#pragma once

#include <memory>
#include <string>
#include <vector>

#include "runtime/object/function.h"
#include "runtime/trace/call_sites.h"
#include "runtime/trace/frame_rules.h"
#include "runtime/trace/source_paths.h"

// Stack traces. Making an error writes down return addresses; text is made of them when somebody
// reads `stack`.
namespace perry::runtime {

// What a trace is made of: words whose lowest two bits say what they are.
//
//   Code     a return address << 2
//   Native   callee and receiver, as values, come behind; the bit above says that it constructs
//   Waiting  the address of an abi::FrameInfo << 2; its state comes behind
enum class TraceWord : uint64_t {
  Code,
  Native,
  Waiting,
  Constructs,  // what comes before was called by `new`
};
inline constexpr int kTraceWordBits = 2;
using TraceWords = std::vector<uint64_t>;

// A line of a trace.
struct TraceFrame {
  std::string name;                           // "new" included
  Value function;                             // of native code; empty otherwise
  const abi::ModuleRecord* module = nullptr;  // null: native code
  uint32_t line = 0;                          // 0: nobody knows
  uint32_t column = 0;
  bool is_constructor = false;
  bool is_async = false;
};

// An isolate's means for all that.
class StackTraces : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Traces;
  // Who waits for the running job, when the stack has no more to tell: at most `limit` pairs.
  using Waiting = void (*)(Isolate&, size_t limit, TraceWords& words);

  // The generator function that the object is of, or null.
  using GeneratorFunction = const abi::FunctionInfo* (*)(Value object);

  explicit StackTraces(Isolate& isolate);
  ~StackTraces() override;
  // Before code of the program runs.
  void start(const abi::Program* program, Waiting waiting, GeneratorFunction generator_function);

  CallSites& sites() { return *sites_; }
  SourcePaths& paths() { return *paths_; }
  const abi::FunctionInfo* generator_function(Value object) const {
    return generator_function_ == nullptr ? nullptr : generator_function_(object);
  }

  // --- stack_capture.cpp ---
  // What the stack is made of now, without the native function that asks for it if
  // `skips_native`. Up to and including the innermost call of `until` nothing is told, if that is
  // a function. `skipped` is the number of functions to leave out that were inlined in the first.
  void capture(size_t limit, bool skips_native, Value until, TraceWords& words, uint32_t& skipped);

  // How the source writes what the program is about to call or to iterate; empty: nobody knows.
  std::string text_here(abi::CallTextKind kind);

  // For `capture` to fill, so that no memory has to be found each time.
  TraceWords& words() { return words_; }
  // The getter and the setter of `stack`.
  AccessorPair* accessor();

 private:
  void classify(FrameRule& rule);
  bool find_until(uint64_t pc, Value until, uint32_t& skipped);
  void measure_native_frame();

  Isolate& isolate_;
  FrameRules rules_;
  std::unique_ptr<CallSites> sites_;
  std::unique_ptr<SourcePaths> paths_;
  Waiting waiting_ = nullptr;
  GeneratorFunction generator_function_ = nullptr;
  std::vector<CallSite> found_;
  TraceWords words_;
  uint64_t arguments_below_ = 0;  // the end of native_entry's frame, in bytes; 0: not measured yet
  Value accessor_;
};

// The frames of the trace that `error` was made with; false: it has none.
bool trace_frames(Isolate& isolate, Object* error, std::vector<TraceFrame>& frames);
// "    at name (place)" without the first blanks and "at".
std::string frame_text(Isolate& isolate, const TraceFrame& frame);
std::string frame_place(Isolate& isolate, const TraceFrame& frame);

}  // namespace perry::runtime
