#include "perry-cc/codegen/function_writer.h"

#include <algorithm>
#include <utility>

#include "perry-cc/codegen/optimize.h"
#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/loops.h"
#include "perry-cc/ir/uses.h"
#include "runtime/abi/codes.h"
#include "runtime/abi/layout.h"
#include "runtime/abi/value_bits.h"

// The graph of a function: blocks, edges and unwinding. What single operations become is in the
// lower_*.cpp beside this file.
namespace perry::codegen {

namespace {

// From here on the optimiser's and the register allocator's time grows faster than the code does.
// Nothing that big is hot: it is the top level of a bundle, or a table.
constexpr size_t kLargestOptimized = 30'000;
// What is bigger is most likely a module in the disguise of a function, which is called once.
constexpr size_t kLargestHot = 1'000;

// The attribute stays behind when a body is inlined in its shim, whose own call may be a jump.
void forbid_tail_calls(llvm::Function& function) {
  for (llvm::BasicBlock& block : function) {
    for (llvm::Instruction& instruction : block) {
      auto* const call = llvm::dyn_cast<llvm::CallInst>(&instruction);
      if (call != nullptr && !call->doesNotThrow())
        call->setTailCallKind(llvm::CallInst::TCK_NoTail);
    }
  }
}

}  // namespace

FunctionWriter::FunctionWriter(ModuleWriter& module, ir::FunctionId id)
    : module_(module),
      ir_(module.ir()),
      id_(id),
      function_(module.ir().function(id)),
      plan_(module.plan(id)),
      llvm_function_(plan_.has_body ? plan_.body : plan_.entry),
      builder_(module.context()),
      prologue_(module.context()),
      values_(function_.value_count()),
      blocks_(function_.block_count()),
      use_counts_(function_.value_count()),
      is_method_(function_.value_count()),
      fused_uses_(function_.value_count()),
      is_resume_(function_.info.kind == ir::FunctionKind::Resume) {}

void FunctionWriter::write() {
  llvm_function_->setUWTableKind(llvm::UWTableKind::Default);
  // A call in place of the caller's frame would take the caller out of stack traces.
  llvm_function_->addFnAttr(kNoTailCalls, "true");
  if (module_.options().profile == Profile::Size)
    llvm_function_->addFnAttr(llvm::Attribute::OptimizeForSize);
  if (module_.options().profile != Profile::Dev && function_.value_count() > kLargestOptimized) {
    llvm_function_->addFnAttr(llvm::Attribute::NoInline);
    llvm_function_->addFnAttr(llvm::Attribute::OptimizeNone);
  }
  const ir::FunctionId shown = module_.shown_function(id_);
  subprogram_ = module_.debug_info().add_function(
      llvm_function_, module_.shown_name(shown), function_.info.source.start, {shown.index, false});

  start_prologue();
  find_loops();
  look_at_uses();
  const std::vector<ir::BlockId> order = ir::reverse_postorder(function_);
  for (const ir::BlockId id : order)
    blocks_[id.index].block = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  make_blocks();
  for (const ir::BlockId id : order) lower_block(id);
  finish_prologue();
  if (has_unreachable_) llvm::EliminateUnreachableBlocks(*llvm_function_);
  if (plan_.has_body) forbid_tail_calls(*llvm_function_);
  if (module_.options().profile != Profile::Dev) keep_calls_apart(*llvm_function_);
}

// --- prologue ---

void FunctionWriter::start_prologue() {
  prologue_.SetInsertPoint(llvm::BasicBlock::Create(module_.context(), "", llvm_function_));
  prologue_.SetCurrentDebugLocation(
      module_.debug_info().location(subprogram_, function_.info.source.start));
  const auto argument = [&](unsigned index) { return llvm_function_->getArg(index); };
  if (is_resume_) {
    frame_ = argument(0);
    resume_mode_ = argument(1);
    resume_value_ = argument(2);
    return;
  }
  if (!plan_.has_body) {
    callee_ = argument(0);
    receiver_ = argument(1);
    new_target_ = argument(2);
    argc_ = argument(3);
    argv_ = argument(4);
    return;
  }
  unsigned next = 0;
  if (plan_.takes_callee) callee_ = argument(next++);
  if (plan_.takes_receiver) receiver_ = argument(next++);
  if (plan_.takes_new_target) new_target_ = argument(next++);
  for (uint32_t i = 0; i < function_.info.parameter_count; i++)
    parameters_.push_back(argument(next++));
}

void FunctionWriter::finish_prologue() {
  if (buffer_ != nullptr)
    buffer_->setAllocatedType(llvm::ArrayType::get(module_.word_type(), buffer_size_));
  builder_.SetCurrentDebugLocation(prologue_.getCurrentDebugLocation());
  unwinds_ = false;
  block_ = ir::BlockId();
  builder_.SetInsertPoint(prologue_.GetInsertBlock());
  // Functions that only the runtime and compact.def call have been seen to. Small ones that call
  // nobody themselves need no more than is left below the limit, and the runtime looks at it before
  // it calls what it finds for them, getters for instance.
  const bool is_checked =
      plan_.is_small || (!module_.is_fast() && !plan_.is_direct_callee && !is_resume_);
  if (calls_ && !is_checked) {
    // Where this frame ends is where the stack pointer stands: in code that FastISel translates,
    // its frame pointer has to do.
    Value* stack = nullptr;
    if (module_.options().profile == Profile::Dev) {
      stack =
          builder_.CreatePtrToInt(builder_.CreateIntrinsic(llvm::Intrinsic::frameaddress,
                                                           {module_.pointer_type()}, {int32(0)}),
                                  module_.word_type());
    } else {
      stack = builder_.CreatePtrToInt(
          builder_.CreateIntrinsic(llvm::Intrinsic::stacksave, {module_.pointer_type()}, {}),
          module_.word_type());
    }
    Value* const limit = load_word(
        field(builder_.CreatePtrToInt(module_.thread_address(builder_, module_.thread_symbol()),
                                      module_.word_type()),
              abi::kStackLimitOffset));
    throw_if(builder_.CreateICmpULT(stack, limit), Callee::rt_stack_check_failed, {});
  }
  if (!plan_.has_body && !is_resume_ && has(function_.info.flags, ir::FunctionFlag::Class)) {
    throw_if(builder_.CreateICmpEQ(new_target_, word(abi::kUndefined)), Callee::rt_throw_class_call,
             {callee_});
  }
  if (!plan_.has_body && !is_resume_) module_.write_construct(id_, builder_);
  builder_.CreateBr(blocks_[function_.entry().index].block);
}

// A resume function keeps the closure in its frame.
FunctionWriter::Value* FunctionWriter::callee_value() {
  if (is_resume_ && callee_ == nullptr)
    callee_ = prologue_.CreateLoad(
        module_.word_type(),
        prologue_.CreateIntToPtr(prologue_.CreateAdd(frame_, word(abi::kFrameSlotsOffset)),
                                 module_.pointer_type()));
  return callee_;
}

FunctionWriter::Value* FunctionWriter::parameter(uint32_t index) {
  if (plan_.has_body)
    return index < parameters_.size() ? parameters_[index] : word(abi::kUndefined);
  if (index >= parameters_.size()) parameters_.resize(index + 1);
  if (parameters_[index] == nullptr)
    parameters_[index] = load_argument(module_, prologue_, argc_, argv_, index);
  return parameters_[index];
}

// --- blocks and edges ---

void FunctionWriter::make_blocks() {
  for (const ir::BlockId id : function_.blocks()) {
    BlockState& state = blocks_[id.index];
    if (state.block == nullptr) continue;
    builder_.SetInsertPoint(state.block);
    for (ir::ValueId p = function_.first_parameter(id); p; p = function_.next_parameter(p))
      set(p, builder_.CreatePHI(type_of(function_[p].type), 2));
  }
}

// Where copies of fast paths pay. What runs once, or on the way of an exception, is the smaller and
// the sooner compiled for not having them.
bool FunctionWriter::is_hot(ir::BlockId id) const {
  if (!module_.is_fast()) return false;
  if (function_.block(id).kind == ir::BlockKind::Handler) return false;
  if (function_.block(id).is_generic && loop_depths_[id.index] == 0) return false;
  switch (function_.info.kind) {
    case ir::FunctionKind::Function:
    case ir::FunctionKind::Resume:
      if (function_.value_count() <= kLargestHot) return true;
      return loop_depths_[id.index] > 0;
    case ir::FunctionKind::ModuleInit:
    case ir::FunctionKind::ModuleDeclare:
    case ir::FunctionKind::Script:
    case ir::FunctionKind::CommonJS:
      return loop_depths_[id.index] > 0;
  }
  __builtin_unreachable();
}

void FunctionWriter::find_loops() {
  if (!module_.is_fast()) return;
  const ir::Dominators dominators(function_);
  const ir::Loops loops(function_, dominators);
  loop_depths_.resize(function_.block_count());
  for (const ir::BlockId id : dominators.order()) loop_depths_[id.index] = loops.depth(id);
  // The loops of two versions of a body are entered from each other: they are no natural loops.
  // What lies between an edge back and where it leads to is in them, near enough.
  const ir::Predecessors predecessors(function_);
  const auto& order = dominators.order();
  only_predecessors_.resize(function_.block_count());
  uint32_t around_until = 0;
  for (uint32_t n = 0; n < order.size(); n++) {
    if (const auto edges = predecessors.of(order[n]); edges.size() == 1)
      only_predecessors_[order[n].index] = function_.edge(edges[0]).source;
    for (const ir::EdgeId e : predecessors.of(order[n]))
      if (const ir::BlockId source = function_.edge(e).source; dominators.is_reachable(source))
        around_until = std::max(around_until, dominators.order_of(source) + 1);
    uint32_t& depth = loop_depths_[order[n].index];
    if (n < around_until) depth = std::max(depth, 1u);
  }
}

void FunctionWriter::lower_block(ir::BlockId id) {
  block_ = id;
  is_hot_ = is_hot(id);
  const ir::Block& block = function_.block(id);
  builder_.SetInsertPoint(blocks_[id.index].block);
  // A handler that only calls which can't throw lead to is left without a way in.
  if (block.kind != ir::BlockKind::Normal) has_unreachable_ = true;
  std::optional<uint32_t> located;
  for (ir::ValueId v = function_.first_instruction(id); v; v = function_[v].next) {
    const ir::Instruction& i = function_[v];
    unwinds_ = block.unwind && ir::may_throw(i.op);
    if (subprogram_ != nullptr && i.position != located) {
      located = i.position;
      builder_.SetCurrentDebugLocation(module_.debug_info().location(subprogram_, i.position));
    }
    lower(v);
  }
}

// Where exceptions arrive: the value is got out of what the unwinder hands over.
FunctionWriter::Value* FunctionWriter::landed_value() {
  if (!llvm_function_->hasPersonalityFn()) llvm_function_->setPersonalityFn(module_.personality());
  auto* const type =
      llvm::StructType::get(module_.context(), {module_.pointer_type(), builder_.getInt32Ty()});
  llvm::LandingPadInst* const pad = builder_.CreateLandingPad(type, 1);
  pad->addClause(llvm::ConstantPointerNull::get(module_.pointer_type()));
  return builder_.CreateCall(module_.callees().get(Callee::rt_catch_value),
                             {builder_.CreateExtractValue(pad, 0)});
}

// The block through which calls in the current block get to its handler when they throw.
llvm::BasicBlock* FunctionWriter::way_to_handler(WayIn BlockState::* which) {
  const ir::EdgeId edge = function_.block(block_).unwind;
  const ir::BlockId handler = function_.edge(edge).target;
  BlockState& state = blocks_[handler.index];
  WayIn& way = state.*which;
  const ir::ValueId exception = function_.first_parameter(handler);
  if (way.block == nullptr) {
    const llvm::IRBuilder<>::InsertPointGuard guard(builder_);
    way.block = llvm::BasicBlock::Create(module_.context(), "", llvm_function_, state.block);
    builder_.SetInsertPoint(way.block);
    for (ir::ValueId p = function_.next_parameter(exception); p; p = function_.next_parameter(p))
      way.arguments.push_back(builder_.CreatePHI(type_of(function_[p].type), 2));
    Value* const caught = which == &BlockState::pad ? landed_value() : load_word(protected_result_);
    builder_.CreateBr(state.block);
    llvm::cast<llvm::PHINode>(value(exception))->addIncoming(caught, way.block);
    size_t index = 0;
    for (ir::ValueId p = function_.next_parameter(exception); p; p = function_.next_parameter(p))
      llvm::cast<llvm::PHINode>(value(p))->addIncoming(way.arguments[index++], way.block);
  }
  size_t index = 0;
  for (const ir::ValueId argument : function_.arguments(edge))
    way.arguments[index++]->addIncoming(value(argument), builder_.GetInsertBlock());
  return way.block;
}

void FunctionWriter::add_arguments(ir::EdgeId id, llvm::BasicBlock* from) {
  const ir::Edge& edge = function_.edge(id);
  ir::ValueId p = function_.first_parameter(edge.target);
  if (function_.block(edge.target).implicit_parameters() != 0) p = function_.next_parameter(p);
  for (const ir::ValueId argument : function_.arguments(id)) {
    llvm::cast<llvm::PHINode>(value(p))->addIncoming(value(argument), from);
    p = function_.next_parameter(p);
  }
}

// Two edges to one block need arguments of their own, and phi nodes know the block they come from:
// the second one gets a block in between.
llvm::BasicBlock* FunctionWriter::follow(ir::EdgeId id, std::vector<ir::BlockId>& seen) {
  const ir::BlockId target = function_.edge(id).target;
  llvm::BasicBlock* const block = blocks_[target.index].block;
  llvm::BasicBlock* const here = builder_.GetInsertBlock();
  if (function_.block(target).parameter_count == 0) return block;
  if (std::find(seen.begin(), seen.end(), target) == seen.end()) {
    seen.push_back(target);
    add_arguments(id, here);
    return block;
  }
  auto* const between = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  llvm::BranchInst::Create(block, between)->setDebugLoc(builder_.getCurrentDebugLocation());
  add_arguments(id, between);
  return between;
}

void FunctionWriter::jump_to_handler(ir::BlockId from, Value* exception) {
  const ir::EdgeId edge = function_.block(from).unwind;
  const ir::BlockId handler = function_.edge(edge).target;
  llvm::BasicBlock* const here = builder_.GetInsertBlock();
  llvm::cast<llvm::PHINode>(value(function_.first_parameter(handler)))
      ->addIncoming(exception, here);
  add_arguments(edge, here);
  builder_.CreateBr(blocks_[handler.index].block);
}

void FunctionWriter::look_at_uses() {
  ir::each_use(function_, [&](ir::ValueId value, ir::Use use) {
    use_counts_[value.index]++;
    if (use.user && function_[use.user].op == ir::Op::Call &&
        function_.operand(use.user, 0) == value)
      is_method_[value.index] = true;
    if (use.user && function_[value].op == ir::Op::Typeof &&
        function_[use.user].op == ir::Op::StrictEqual) {
      for (const ir::ValueId other : function_.operands(use.user)) {
        const ir::Instruction& i = function_[other];
        if (i.op == ir::Op::ConstString &&
            typeof_answer(ir_.atoms.text(i.immediate().as<ir::AtomId>())))
          fused_uses_[value.index]++;
      }
    }
  });
}

// --- calls ---

FunctionWriter::Value* FunctionWriter::call(Callee callee,
                                            std::initializer_list<Value*> arguments) {
  llvm::Function* const function = module_.callees().get(is_hot_ ? inline_form(callee) : callee);
  return call_function(function->getFunctionType(), function,
                       llvm::ArrayRef(arguments.begin(), arguments.size()), function);
}

FunctionWriter::Value* FunctionWriter::call_function(llvm::FunctionType* type, Value* callee,
                                                     llvm::ArrayRef<Value*> arguments,
                                                     llvm::Function* declaration) {
  const bool throws = declaration == nullptr || !declaration->doesNotThrow();
  if (throws) calls_ = true;
  llvm::CallBase* result = nullptr;
  if (unwinds_ && throws) {
    if (can_protect(type)) return call_protected(type, callee, arguments);
    llvm::BasicBlock* const pad = way_to_handler(&BlockState::pad);
    auto* const next = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
    result = builder_.CreateInvoke(type, callee, next, pad, arguments);
    builder_.SetInsertPoint(next);
  } else {
    result = builder_.CreateCall(type, callee, arguments);
  }
  if (module_.is_fast() && !is_hot_) result->setIsNoInline();
  if (declaration != nullptr) {
    const llvm::AttributeList attributes = declaration->getAttributes();
    llvm::SmallVector<llvm::AttributeSet, 5> parameters;
    for (unsigned i = 0; i < arguments.size(); i++)
      parameters.push_back(attributes.getParamAttrs(i));
    result->setAttributes(llvm::AttributeList::get(module_.context(),
                                                   result->getAttributes().getFnAttrs(),
                                                   attributes.getRetAttrs(), parameters));
  }
  return result;
}

constexpr Callee kProtect[] = {Callee::rt_protect0, Callee::rt_protect1, Callee::rt_protect2,
                               Callee::rt_protect3, Callee::rt_protect4, Callee::rt_protect5};

// FastISel knows no `invoke`, and leaves the whole block that ends with one to the slow selector.
bool FunctionWriter::can_protect(const llvm::FunctionType* type) const {
  const auto is_word = [](const llvm::Type* t) { return t->isIntegerTy() || t->isPointerTy(); };
  return module_.options().profile == Profile::Dev && type->getNumParams() < std::size(kProtect) &&
         std::ranges::all_of(type->params(), is_word) &&
         (type->getReturnType()->isVoidTy() || is_word(type->getReturnType()));
}

FunctionWriter::Value* FunctionWriter::call_protected(llvm::FunctionType* type, Value* callee,
                                                      llvm::ArrayRef<Value*> arguments) {
  if (protected_result_ == nullptr) {
    protected_result_ =
        new llvm::AllocaInst(module_.word_type(), 0, nullptr, llvm::Align(sizeof(uint64_t)), "");
    llvm::BasicBlock* const start = prologue_.GetInsertBlock();
    protected_result_->insertInto(start, start->begin());
  }
  llvm::SmallVector<Value*, 7> words{callee, protected_result_};
  for (Value* const argument : arguments) {
    words.push_back(argument->getType()->isPointerTy()
                        ? builder_.CreatePtrToInt(argument, module_.word_type())
                        : builder_.CreateZExt(argument, module_.word_type()));
  }
  llvm::Function* const protect = module_.callees().get(kProtect[arguments.size()]);
  llvm::CallInst* const throws = builder_.CreateCall(protect, words);
  throws->setAttributes(protect->getAttributes());
  llvm::BasicBlock* const caught = way_to_handler(&BlockState::caught);
  auto* const next = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  builder_.CreateCondBr(throws, caught, next);
  builder_.SetInsertPoint(next);
  llvm::Type* const result = type->getReturnType();
  if (result->isVoidTy()) return nullptr;
  if (result->isIntegerTy(1))
    return builder_.CreateTrunc(builder_.CreateLoad(builder_.getInt8Ty(), protected_result_),
                                result);
  return builder_.CreateLoad(result, protected_result_);
}

void FunctionWriter::call_noreturn(Callee callee, std::initializer_list<Value*> arguments) {
  call(callee, arguments);
  builder_.CreateUnreachable();
}

void FunctionWriter::throw_if(Value* condition, Callee callee,
                              std::initializer_list<Value*> arguments) {
  auto* const bad = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  auto* const good = llvm::BasicBlock::Create(module_.context(), "", llvm_function_);
  builder_.CreateCondBr(condition, bad, good,
                        llvm::MDBuilder(module_.context()).createUnlikelyBranchWeights());
  builder_.SetInsertPoint(bad);
  call_noreturn(callee, arguments);
  builder_.SetInsertPoint(good);
}

// One buffer serves all calls of a function: whoever reads it does so before it is written again.
FunctionWriter::Value* FunctionWriter::store_arguments(ir::ValueId id, uint32_t first,
                                                       uint32_t count) {
  if (count == 0) return llvm::ConstantPointerNull::get(module_.pointer_type());
  if (buffer_ == nullptr) {
    buffer_ = new llvm::AllocaInst(llvm::ArrayType::get(module_.word_type(), 1), 0, nullptr,
                                   llvm::Align(sizeof(uint64_t)), "");
    llvm::BasicBlock* const start = prologue_.GetInsertBlock();
    buffer_->insertInto(start, start->begin());
  }
  buffer_size_ = std::max(buffer_size_, count);
  for (uint32_t i = 0; i < count; i++) {
    Value* const place = builder_.CreateConstInBoundsGEP1_64(module_.word_type(), buffer_, i);
    builder_.CreateStore(boxed_operand(id, first + i), place);
  }
  return buffer_;
}

// --- memory ---

FunctionWriter::Value* FunctionWriter::field(Value* cell, size_t offset) {
  Value* const address = offset == 0 ? cell : builder_.CreateAdd(cell, word(offset));
  return builder_.CreateIntToPtr(address, module_.pointer_type());
}

FunctionWriter::Value* FunctionWriter::call_at(Callee callee,
                                               std::initializer_list<Value*> operands,
                                               llvm::Constant* key, uint32_t cell) {
  llvm::SmallVector<Value*, 5> arguments(operands.begin(), operands.end());
  if (module_.is_fast())
    callee = is_hot_ ? inline_form(callee) : callee;
  else
    callee = compact_form(callee);
  llvm::Function* const function = module_.callees().get(callee);
  if (!module_.is_fast()) {
    arguments.push_back(module_.compact_sites().add(key, cell));
  } else {
    if (key != nullptr) {
      const unsigned place = arguments.empty() ? 0 : 1;
      const bool is_word = function->getArg(place)->getType() == module_.word_type();
      arguments.insert(arguments.begin() + place, is_word ? module_.as_word(key) : key);
    }
    arguments.push_back(thread_address(cell));
  }
  return call_function(function->getFunctionType(), function, arguments, function);
}

FunctionWriter::Value* FunctionWriter::site(size_t bytes) {
  return thread_address(module_.new_site(bytes));
}

// FastISel can't address thread-local variables, so there the block's address is taken once; other
// code has it in its addressing mode.
FunctionWriter::Value* FunctionWriter::thread_address(uint32_t offset) {
  Value* base = thread_base_;
  if (base == nullptr) {
    const bool is_dev = module_.options().profile == Profile::Dev;
    llvm::IRBuilder<>& builder = is_dev ? prologue_ : builder_;
    base = module_.thread_address(builder, module_.thread_block());
    if (is_dev) thread_base_ = base;
  }
  return builder_.CreateConstInBoundsGEP1_64(builder_.getInt8Ty(), base, offset);
}

FunctionWriter::Value* FunctionWriter::binding_cell(ir::BindingId id) {
  llvm::GlobalVariable* const variable = module_.binding_variable(id);
  if (variable == nullptr) return thread_address(module_.binding_offset(id));
  if (module_.options().profile != Profile::Dev) return module_.thread_address(builder_, variable);
  Value*& address = binding_cells_.at(id);
  if (address == nullptr) address = module_.thread_address(prologue_, variable);
  return address;
}

// --- values ---

llvm::Type* FunctionWriter::type_of(ir::Type type) {
  switch (type.rep()) {
    case ir::Rep::Double:
      return builder_.getDoubleTy();
    case ir::Rep::Int32:
      return builder_.getInt32Ty();
    case ir::Rep::Bool:
      return builder_.getInt1Ty();
    default:
      return module_.word_type();
  }
}

FunctionWriter::Value* FunctionWriter::box_double(Value* number) {
  // No NaN that arithmetic makes is large enough to wrap.
  return builder_.CreateNUWAdd(builder_.CreateBitCast(number, module_.word_type()),
                               word(abi::kDoubleOffset));
}

FunctionWriter::Value* FunctionWriter::box_bool(Value* condition) {
  static_assert((abi::kFalse | 1) == abi::kTrue);
  return builder_.CreateOr(builder_.CreateZExt(condition, module_.word_type()), word(abi::kFalse));
}

FunctionWriter::Value* FunctionWriter::unbox_double(Value* boxed) {
  return builder_.CreateBitCast(builder_.CreateSub(boxed, word(abi::kDoubleOffset)),
                                builder_.getDoubleTy());
}

FunctionWriter::Value* FunctionWriter::boxed(ir::ValueId id) {
  Value* const v = value(id);
  switch (function_[id].type.rep()) {
    case ir::Rep::Double:
      return box_double(v);
    case ir::Rep::Int32:
      return box_double(builder_.CreateSIToFP(v, builder_.getDoubleTy()));
    case ir::Rep::Bool:
      return box_bool(v);
    default:
      return v;
  }
}

FunctionWriter::Value* FunctionWriter::from_boxed(Value* boxed, ir::Type type) {
  switch (type.rep()) {
    case ir::Rep::Double:
      return unbox_double(boxed);
    case ir::Rep::Int32:
      return builder_.CreateFPToSI(unbox_double(boxed), builder_.getInt32Ty());
    case ir::Rep::Bool:
      return builder_.CreateICmpEQ(boxed, word(abi::kTrue));
    default:
      return boxed;
  }
}

std::optional<uint32_t> typeof_answer(std::string_view text) {
  using abi::TypeofAnswer;
  constexpr std::pair<std::string_view, TypeofAnswer> kAnswers[] = {
      {"undefined", TypeofAnswer::Undefined}, {"boolean", TypeofAnswer::Boolean},
      {"number", TypeofAnswer::Number},       {"string", TypeofAnswer::String},
      {"symbol", TypeofAnswer::Symbol},       {"bigint", TypeofAnswer::BigInt},
      {"object", TypeofAnswer::Object},       {"function", TypeofAnswer::Function}};
  for (const auto& [word, answer] : kAnswers)
    if (word == text) return static_cast<uint32_t>(answer);
  return std::nullopt;
}

}  // namespace perry::codegen
