#pragma once

#include <initializer_list>
#include <unordered_map>
#include <vector>

#include "perry-cc/codegen/module_writer.h"

namespace perry::codegen {

// Writes one function's code. Blocks become blocks and parameters phi nodes; an operation becomes a
// few instructions or a call. Cells and boxed values are 64-bit integers, so nothing converts
// between them; they become pointers where memory is touched.
class FunctionWriter {
 public:
  FunctionWriter(ModuleWriter& module, ir::FunctionId id);
  void write();

 private:
  using Value = llvm::Value;
  // What code needs of a block besides itself.
  struct WayIn {
    llvm::BasicBlock* block = nullptr;
    std::vector<llvm::PHINode*> arguments;  // the unwind edges'
  };
  struct BlockState {
    llvm::BasicBlock* block = nullptr;
    WayIn pad;     // of a handler: where invokes unwind to
    WayIn caught;  // and where protected calls lead that threw
  };

  // --- the graph ---
  void make_blocks();
  void start_prologue();
  void finish_prologue();
  void lower_block(ir::BlockId id);
  bool is_hot(ir::BlockId id) const;
  void find_loops();
  void look_at_uses();
  Value* landed_value();
  llvm::BasicBlock* way_to_handler(WayIn BlockState::* which);
  // The block that a terminator jumps to for this edge; its arguments are taken care of.
  llvm::BasicBlock* follow(ir::EdgeId id, std::vector<ir::BlockId>& seen);
  void add_arguments(ir::EdgeId id, llvm::BasicBlock* from);
  void jump_to_handler(ir::BlockId from, Value* exception);

  // --- values ---
  Value* value(ir::ValueId id) const { return values_[id.index]; }
  Value* operand(ir::ValueId id, uint32_t index) const {
    return value(function_.operand(id, index));
  }
  // In boxed form, whatever it is held as.
  Value* boxed(ir::ValueId id);
  Value* boxed_operand(ir::ValueId id, uint32_t index) {
    return boxed(function_.operand(id, index));
  }
  Value* from_boxed(Value* boxed, ir::Type type);
  Value* box_double(Value* number);
  Value* box_bool(Value* condition);
  Value* unbox_double(Value* boxed);
  Value* is_number(ir::ValueId id, Value* boxed);
  Value* bits_of_number(ir::ValueId id) const;
  llvm::Type* type_of(ir::Type type);
  Value* word(uint64_t value) { return module_.word(value); }
  Value* int32(uint32_t value) { return builder_.getInt32(value); }
  Value* atom(ir::AtomId id) { return module_.as_word(module_.string(id)); }
  Value* as_bool(bool value) { return builder_.getInt1(value); }

  // --- memory and calls ---
  Value* field(Value* cell, size_t offset);  // a pointer
  Value* load_word(Value* pointer) { return builder_.CreateLoad(module_.word_type(), pointer); }
  Value* site(size_t bytes);
  Value* thread_address(uint32_t offset);
  Value* binding_cell(ir::BindingId id);
  Value* call(Callee callee, std::initializer_list<Value*> arguments);
  // An operation of fast.def that takes a key, if there is one, behind its first operand and the
  // place of a site in the end; or the one of compact.def that does the same.
  Value* call_at(Callee callee, std::initializer_list<Value*> operands, llvm::Constant* key,
                 uint32_t cell);
  Value* call_function(llvm::FunctionType* type, Value* callee, llvm::ArrayRef<Value*> arguments,
                       llvm::Function* declaration);
  bool can_protect(const llvm::FunctionType* type) const;
  Value* call_protected(llvm::FunctionType* type, Value* callee, llvm::ArrayRef<Value*> arguments);
  // Never comes back; goes on in a block that nothing reaches unless `rest` is given.
  void call_noreturn(Callee callee, std::initializer_list<Value*> arguments);
  // Goes on where `condition` does not hold; where it does, `callee` throws.
  void throw_if(Value* condition, Callee callee, std::initializer_list<Value*> arguments);
  // The operands from `first` on, boxed, in the function's buffer.
  Value* store_arguments(ir::ValueId id, uint32_t first, uint32_t count);
  Value* store_arguments(ir::ValueId id, uint32_t first) {
    return store_arguments(id, first, function_[id].operand_count - first);
  }
  Value* argument_count(ir::ValueId id, uint32_t first) {
    return word(function_[id].operand_count - first);
  }

  // --- the running function ---
  Value* callee_value();
  Value* parameter(uint32_t index);

  // --- operations ---
  void lower(ir::ValueId id);
  void set(ir::ValueId id, Value* value) { values_[id.index] = value; }
  void unsupported(ir::ValueId id);

  Value* lower_constant(const ir::Instruction& i);
  Value* sum_of_int32s(ir::ValueId id);
  Value* lower_conversion(ir::ValueId id, const ir::Instruction& i);
  Value* lower_number(ir::ValueId id, const ir::Instruction& i);
  Value* lower_operator(ir::ValueId id, const ir::Instruction& i);
  Value* lower_check(ir::ValueId id, const ir::Instruction& i);
  Value* lower_variable(ir::ValueId id, const ir::Instruction& i);
  Value* lower_frame(ir::ValueId id, const ir::Instruction& i);
  Value* lower_property(ir::ValueId id, const ir::Instruction& i);
  Value* lower_creation(ir::ValueId id, const ir::Instruction& i);
  Value* lower_call(ir::ValueId id, const ir::Instruction& i);
  Value* lower_iteration(ir::ValueId id, const ir::Instruction& i);
  Value* lower_suspension(ir::ValueId id, const ir::Instruction& i);
  Value* new_frame(ir::FunctionId resume);
  void store_slot(ir::ValueId id, uint32_t slot);
  void frame_barrier(Value* frame, Value* place);
  Value* lower_module(ir::ValueId id, const ir::Instruction& i);
  llvm::MDNode* likelihood(ir::ValueId condition);
  void lower_end(ir::ValueId id, const ir::Instruction& i);

  Value* compare_doubles(ir::Comparison comparison, Value* a, Value* b);
  Value* compare_int32s(ir::Comparison comparison, Value* a, Value* b);
  Value* remainder(Value* a, Value* b);
  Value* strict_equal(ir::ValueId id);
  Value* compare_with_null(ir::ValueId id, ir::Relation relation);
  bool is_plain(ir::ValueId id) const;
  uint32_t property_cell(const ir::Instruction& i);
  Value* property_site(const ir::Instruction& i) { return thread_address(property_cell(i)); }
  Value* to_int32_or_any(Value* number);
  Value* lower_attempt(ir::ValueId id, const ir::Instruction& i);
  Value* fields_site(ir::LiteralId keys);
  Value* known_call(ir::ValueId id, const ir::Instruction& i);
  Value* get_viewed(ir::ValueId id);
  Value* set_viewed(ir::ValueId id, const ir::Instruction& i);
  // Where the word of an element is, and whether it is among those that the view tells of.
  struct ViewedWord {
    Value* is_known;
    Value* place;
  };
  ViewedWord viewed_word(Value* index, Value* elements);
  // One or the other, as a value of this type.
  Value* choose(Value* condition, llvm::Type* type, llvm::function_ref<Value*()> likely,
                llvm::function_ref<Value*()> otherwise);
  Value* get_element(ir::ValueId id);
  void set_element(ir::ValueId id, const ir::Instruction& i);
  Value* index_operand(ir::ValueId id, uint32_t index);
  Value* new_object(ir::ValueId id, const ir::Instruction& i);
  Value* new_array(ir::ValueId id);
  Value* new_function(ir::ValueId id, const ir::Instruction& i);
  Value* call_direct(ir::ValueId id, ir::FunctionId target);
  Value* call_unknown(ir::ValueId id);
  bool is_fused_with_call(ir::ValueId get) const;
  Value* call_method(ir::ValueId id, ir::ValueId get);
  Value* call_compact(ir::ValueId id);

  ModuleWriter& module_;
  const ir::Module& ir_;
  ir::FunctionId id_;
  const ir::Function& function_;
  const FunctionPlan& plan_;
  llvm::Function* llvm_function_;
  llvm::DISubprogram* subprogram_ = nullptr;
  llvm::IRBuilder<> builder_;
  llvm::IRBuilder<> prologue_;  // code that runs once, before the first block

  std::vector<Value*> values_;
  std::vector<BlockState> blocks_;
  std::vector<uint32_t> use_counts_;
  std::vector<bool> is_method_;                          // what a call has as its callee
  std::unordered_map<uint32_t, uint32_t> fields_sites_;  // by keys
  std::vector<ir::BlockId> only_predecessors_;           // by block, of those that have one
  // By value: where it was last found out whether it is a number, and its bits if it is.
  std::unordered_map<uint32_t, std::pair<ir::BlockId, Value*>> number_bits_;
  std::vector<uint32_t> fused_uses_;  // of typeof: those that compare it with a known word
  ir::BlockId block_;                 // the one that is being lowered
  std::vector<uint32_t> loop_depths_;
  bool is_hot_ = false;   // the block; see `is_hot`
  bool unwinds_ = false;  // calls of the current operation are invokes
  bool calls_ = false;
  bool has_unreachable_ = false;

  bool is_resume_ = false;
  Value* frame_ = nullptr;  // of a resume function, with what else it is called with
  Value* resume_mode_ = nullptr;
  Value* resume_value_ = nullptr;
  Value* resume_state_ = nullptr;

  Value* callee_ = nullptr;
  Value* receiver_ = nullptr;
  Value* new_target_ = nullptr;
  Value* argc_ = nullptr;
  Value* argv_ = nullptr;
  std::vector<Value*> parameters_;
  llvm::AllocaInst* buffer_ = nullptr;
  uint32_t buffer_size_ = 0;
  llvm::AllocaInst* protected_result_ = nullptr;       // of calls that may throw to a handler
  std::vector<std::optional<uint32_t>> shared_sites_;  // by number: the offset
  Value* thread_base_ = nullptr;
  support::IdMap<ir::BindingId, Value*> binding_cells_;
};

// The text that `typeof` gives, as TypeofAnswer; none for other texts.
std::optional<uint32_t> typeof_answer(std::string_view text);

}  // namespace perry::codegen
