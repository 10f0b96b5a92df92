#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/abi/layout.h"
#include "runtime/gc/isolate.h"
#include "runtime/jobs/promise.h"
#include "runtime/object/object.h"

// The modules of the program (16.2.1, and Node's CommonJS), over the records that the linker laid
// out.
namespace perry::runtime {

enum class ModuleStatus : uint8_t { New, Linked, Evaluating, EvaluatingAsync, Evaluated };

struct ModuleState {
  ModuleStatus status = ModuleStatus::New;
  bool has_error = false;
  bool is_async_root = false;
  uint32_t index = 0;             // DFSIndex
  uint32_t ancestor = 0;          // DFSAncestorIndex
  uint32_t cycle_root = 0;        // a module's index
  uint32_t pending = 0;           // PendingAsyncDependencies
  uint64_t async_order = 0;       // AsyncEvaluation: when it began, 0: not
  std::vector<uint32_t> parents;  // AsyncParentModules
  Value error;
  Value promise;     // TopLevelCapability
  Value name_space;  // the namespace object
  Value deferred;    // that of `import defer`
  Value meta;        // import.meta
  Value commonjs;    // the `module` object
};

class Modules : public IsolatePart {
 public:
  static constexpr PartId kPart = PartId::Modules;
  explicit Modules(Isolate& isolate);
  ~Modules() override;

  // `variables` is where the cells of a library count from; null: the thread pointer.
  void start(const abi::Program* program, char* variables = nullptr);
  uint32_t count() const { return program_->module_count; }
  const abi::ModuleRecord* record(uint32_t index) const { return program_->modules[index]; }
  // The main module; those that are evaluated before it are in front of it.
  const abi::ModuleRecord* main() const { return record(program_->entries[entry_count() - 1]); }
  const abi::ModuleRecord* entry(uint32_t i) const { return record(program_->entries[i]); }
  uint32_t entry_count() const { return program_->entry_count; }
  ModuleState& state(const abi::ModuleRecord* record) { return states_[record->index]; }
  ModuleState& state(uint32_t index) { return states_[index]; }
  uint64_t* variable_at(int64_t cell) const {
    return variables_ == nullptr ? abi::variable_at(cell)
                                 : reinterpret_cast<uint64_t*>(variables_ + cell);
  }
  uint64_t next_async_order() { return ++async_order_; }

 private:
  static void trace(void* self, Tracer& tracer);

  Isolate& isolate_;
  const abi::Program* program_ = nullptr;
  char* variables_ = nullptr;
  std::vector<ModuleState> states_;
  uint64_t async_order_ = 0;
};

// Evaluate() of a module with all that it imports: its promise.
Promise* evaluate_module(Isolate& isolate, const abi::ModuleRecord* given);
// Runs what a module's import needs at once: of CommonJS, scripts and data all of it. Gives the
// promise of an async module, else undefined.
Value execute_module(Isolate& isolate, const abi::ModuleRecord* record);
Value namespace_of(Isolate& isolate, const abi::ModuleRecord* record);
// The namespace object of `import defer`, which evaluates the module when it is first looked into.
Value deferred_namespace_of(Isolate& isolate, const abi::ModuleRecord* record);
// EvaluateModuleSync, for what may be ready for it; throws a TypeError if it isn't.
void evaluate_deferred(Isolate& isolate, const abi::ModuleRecord* record);
// GatherAsynchronousTransitiveDependencies: what of a deferred module is evaluated at once.
std::vector<const abi::ModuleRecord*> asynchronous_dependencies(Isolate& isolate,
                                                                const abi::ModuleRecord* record);
// Makes the functions of a module and all that it imports exist.
void link_module(Isolate& isolate, const abi::ModuleRecord* root);
Value meta_of(Isolate& isolate, const abi::ModuleRecord* record);

// The `exports` of a CommonJS module, which runs unless it has begun to.
Value require_module(Isolate& isolate, const abi::ModuleRecord* record);
// What `require(specifier)` in `from` gives.
Value require(Isolate& isolate, const abi::ModuleRecord* from, String* specifier);
// Where a specifier that the program hands over leads: null, or a target without a module, when
// there is nothing.
const abi::ModuleTarget* find_target(const abi::ModuleRecord* from, const String* specifier,
                                     abi::TargetMode mode);

// The module of the program that a computed specifier, a path, means; null if none.
const abi::ModuleRecord* find_by_path(Isolate& isolate, const abi::ModuleRecord* from,
                                      const String* specifier);

// A module's file as an absolute path.
std::string absolute_path(const abi::ModuleRecord* record);
std::string directory_of(const std::string& path);

}  // namespace perry::runtime
