#pragma once

#include <cstdint>
#include <vector>

#include "runtime/abi/layout.h"
#include "runtime/gc/isolate.h"
#include "runtime/jobs/promise.h"
#include "runtime/value/value.h"

namespace perry::runtime {

// What nobody caught: a value that was thrown, what a promise was rejected with, or what made the
// evaluation of a module fail.
struct Failure {
  enum class Kind : uint8_t { None, Thrown, Rejected, Module };
  Kind kind = Kind::None;
  Value value;

  explicit operator bool() const { return kind != Kind::None; }
};

// Words that `process` shows; they outlive the isolate. The first is the program's own name.
struct CommandLine {
  int argc = 0;
  const char* const* argv = nullptr;
};

// The modules that a program or a library consists in, and what is left to do behind everything
// that is called from outside. What fails is handed to whoever asked: a program ends of it.
class Entries : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Host;
  explicit Entries(Isolate& isolate) : isolate_(isolate) {}

  CommandLine command_line;

  // Evaluates them one after the other, with all jobs behind each; up to the first failure.
  Failure run();
  // Jobs, then what was rejected meanwhile and found no handler; up to the first failure.
  Failure drain();
  // Whether the last one's evaluation is over. It may wait for ever.
  bool is_settled() const;

 private:
  Failure run_entry(const abi::ModuleRecord* entry);
  Failure find_failed_entry();

  Isolate& isolate_;
  // Without those whose failure was handed out. Their modules' states keep them alive.
  std::vector<const Promise*> promises_;
};

}  // namespace perry::runtime
