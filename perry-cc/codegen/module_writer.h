#pragma once

#include <optional>
#include <string>
#include <vector>

#include "perry-cc/codegen/call_table.h"
#include "perry-cc/codegen/callees.h"
#include "perry-cc/codegen/codegen.h"
#include "perry-cc/codegen/compact_sites.h"
#include "perry-cc/codegen/debug_info.h"
#include "perry-cc/codegen/llvm_headers.h"
#include "perry-cc/codegen/markers.h"
#include "perry-cc/ir/ir.h"
#include "support/base/id_containers.h"

namespace perry::codegen {

// How a function's code is entered. Every function has an Entry (runtime/abi/layout.h). Where calls
// name it directly and it needs neither `arguments` nor their count, its code takes parameters in
// registers instead, and the Entry only loads them.
struct FunctionPlan {
  bool has_body = false;
  bool takes_callee = false;  // of the body: it passes on what the code looks at
  bool takes_receiver = false;
  bool takes_new_target = false;
  bool is_direct_callee = false;
  bool is_small = false;  // copied to where it is called and that is hot; it calls nobody itself
  llvm::Function* entry = nullptr;  // of a resume function: in the convention of abi::Resume
  llvm::Function* body = nullptr;
  llvm::GlobalVariable* info = nullptr;  // the FunctionInfo; null until somebody asks
};

// What the functions of a module share: constants, thread-local cells, declarations. One LLVM
// module comes of it.
class ModuleWriter {
 public:
  ModuleWriter(llvm::Module& target, const ir::Module& source, const Options& options);

  // Everything. What could not be written is told by `error`.
  void write();
  std::optional<Error>& error() { return error_; }
  void fail(ErrorKind kind, std::string subject, std::string detail = {});

  // --- what functions ask for ---
  const ir::Module& ir() const { return ir_; }
  const Options& options() const { return options_; }
  llvm::LLVMContext& context() { return module_.getContext(); }
  llvm::Module& module() { return module_; }
  CalleeTable& callees() { return callees_; }
  DebugInfo& debug_info() { return debug_info_; }
  bool is_fast() const { return options_.profile == Profile::Release; }
  CompactSites& compact_sites() { return compact_sites_; }

  llvm::IntegerType* word_type() { return word_; }
  llvm::PointerType* pointer_type() { return pointer_; }
  llvm::FunctionType* entry_type() { return entry_type_; }
  llvm::FunctionType* resume_type() { return resume_type_; }
  llvm::ConstantInt* word(uint64_t value) { return llvm::ConstantInt::get(word_, value); }
  llvm::Constant* as_word(llvm::Constant* pointer) {
    return llvm::ConstantExpr::getPtrToInt(pointer, word_);
  }

  // A constant cell.
  llvm::Constant* string(ir::AtomId id);
  llvm::Constant* string(std::string_view text);

  // [[Construct]] of an ordinary function, at the beginning of its Entry, if that is where it is.
  void write_construct(ir::FunctionId id, llvm::IRBuilder<>& builder);
  const FunctionPlan& plan(ir::FunctionId id) const { return plans_[id]; }
  llvm::Constant* function_info(ir::FunctionId id);
  // The functions that a call of a property may be calls of, by its name.
  std::span<const ir::FunctionId> guesses(const ir::Function& caller, ir::ValueId call) const;
  // Literals have functions of this name, and no class has.
  bool is_own_method(ir::AtomId name) const {
    return name.index < is_own_method_.size() && is_own_method_[name.index];
  }
  uint32_t function_flags(ir::FunctionId id) const;
  // A function's number and name in stack traces; what resumes one goes by the name of that one.
  ir::FunctionId shown_function(ir::FunctionId id) const;
  std::string shown_name(ir::FunctionId id) const;
  std::vector<CallTable::Function> shown_functions() const;
  std::vector<CallTable::Text> shown_texts() const;
  // A place that holds undefined.
  llvm::Constant* undefined_cell();

  llvm::Constant* frame_info(ir::FunctionId resume);

  llvm::Constant* literal_info(ir::LiteralId id);
  llvm::Constant* template_info(ir::TemplateId id);
  llvm::Constant* data_info(ir::DataId id);
  llvm::Constant* global_infos();
  // Another module's ModuleRecord, or this one's own.
  llvm::Constant* module_record(std::string_view module_id);
  std::string_view module_id() const;

  // The thread-local block of the module holds cells of local bindings and inline caches. This is
  // the place of `bytes` new ones.
  uint32_t new_site(size_t bytes);
  bool is_x86() const;
  llvm::GlobalVariable* thread_block() {
    is_block_used_ = true;
    return thread_block_;
  }
  llvm::Value* thread_address(llvm::IRBuilder<>& builder, llvm::GlobalVariable* variable);
  // Null: everything is called what it is.
  Markers* markers() { return has_markers_ ? &markers_ : nullptr; }
  // How thread-local variables are found: at a distance that the linker knows, or the loader.
  llvm::GlobalValue::ThreadLocalMode thread_model() const {
    return options_.is_position_independent ? llvm::GlobalValue::InitialExecTLSModel
                                            : llvm::GlobalValue::LocalExecTLSModel;
  }
  llvm::GlobalVariable* thread_symbol();  // the runtime's ThreadBlock
  llvm::Function* personality();
  // A binding's own thread-local variable; null for those in the block.
  llvm::GlobalVariable* binding_variable(ir::BindingId id);
  uint32_t binding_offset(ir::BindingId id) const { return binding_offsets_.get(id); }

 private:
  void plan_bindings();
  void plan_functions();
  void find_guesses();
  void write_functions();
  void write_shim(ir::FunctionId id);
  void write_module_info();
  llvm::Constant* write_targets();
  llvm::Constant* write_places(ir::FunctionId resume, uint32_t& count);
  llvm::Function* write_export_cell(const std::vector<ir::BindingId>& exports);
  void finish_thread_block();
  void finish_compact_sites();
  void refer_to_abi();
  llvm::GlobalVariable* constant(llvm::Constant* value, const llvm::Twine& name);
  llvm::Constant* constant_array(llvm::ArrayRef<llvm::Constant*> values, llvm::Type* type,
                                 const llvm::Twine& name);
  llvm::Constant* int32(uint64_t value);
  llvm::Constant* data_value(const ir::DataValue& value);
  llvm::Constant* null() { return llvm::ConstantPointerNull::get(pointer_); }
  uint32_t instance_slots(ir::FunctionId id) const;
  bool is_ordinary_constructor(ir::FunctionId id) const;
  llvm::Constant* source_text(ir::FunctionId id);

  llvm::Module& module_;
  const ir::Module& ir_;
  const Options& options_;
  llvm::IntegerType* word_;
  llvm::PointerType* pointer_;
  llvm::FunctionType* entry_type_;
  llvm::FunctionType* resume_type_;
  CalleeTable callees_;
  DebugInfo debug_info_;
  Markers markers_;
  bool has_markers_;
  CompactSites compact_sites_;
  std::optional<Error> error_;

  support::IdMap<ir::AtomId, llvm::Constant*> strings_;
  support::IdMap<ir::LiteralId, llvm::Constant*> literals_;
  support::IdMap<ir::TemplateId, llvm::Constant*> templates_;
  support::IdMap<ir::DataId, llvm::Constant*> data_;
  support::IdMap<ir::FunctionId, llvm::Constant*> frames_;
  support::IdMap<ir::BindingId, llvm::GlobalVariable*> bindings_;
  support::IdMap<ir::BindingId, uint32_t> binding_offsets_;
  support::IdVector<ir::FunctionId, FunctionPlan> plans_;
  std::vector<std::vector<ir::FunctionId>> guesses_;  // by atom
  std::vector<bool> is_own_method_;                   // by atom
  llvm::GlobalVariable* thread_block_ = nullptr;
  bool is_block_used_ = false;
  uint32_t thread_block_size_ = 0;
  llvm::Constant* undefined_ = nullptr;

  // Texts of the outermost functions, one behind another, and where each of them begins.
  struct SourcePiece {
    uint32_t start;
    uint32_t end;
    uint32_t offset;
  };
  void plan_source_texts();
  std::vector<SourcePiece> source_pieces_;
  llvm::GlobalVariable* source_texts_ = nullptr;
};

// Argument `index` of an Entry, undefined beyond the last one.
llvm::Value* load_argument(ModuleWriter& module, llvm::IRBuilder<>& builder, llvm::Value* argc,
                           llvm::Value* argv, uint32_t index);
// A number as a boxed value.
uint64_t boxed_bits(double number);

}  // namespace perry::codegen
