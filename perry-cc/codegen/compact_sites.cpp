#include "perry-cc/codegen/compact_sites.h"

#include "runtime/abi/layout.h"

namespace perry::codegen {

CompactSites::CompactSites(llvm::Module& module, Markers* markers)
    : module_(module),
      markers_(markers),
      variable_(new llvm::GlobalVariable(module, llvm::Type::getInt8Ty(module.getContext()), false,
                                         llvm::GlobalValue::ExternalLinkage, nullptr,
                                         "sites.unsized")) {}

uint32_t CompactSites::new_site(llvm::Constant* key, uint32_t cell) {
  uint32_t number = 0;
  if (key != nullptr) {
    const auto [found, is_new] = numbers_.try_emplace(key, static_cast<uint32_t>(keys_.size()));
    if (is_new) keys_.push_back(key);
    number = found->second;
  }
  const auto distance =
      static_cast<uint32_t>(sizeof(abi::SiteTable) + words_.size() * sizeof(uint32_t));
  static_assert(sizeof(abi::CompactSite) == 3 * sizeof(uint32_t));
  words_.insert(words_.end(), {distance, number, cell});
  return distance;
}

llvm::Constant* CompactSites::place(uint32_t offset, bool is_code) {
  if (is_code && markers_ != nullptr) return markers_->place_in(variable_, offset);
  llvm::LLVMContext& context = module_.getContext();
  return llvm::ConstantExpr::getInBoundsGetElementPtr(
      llvm::Type::getInt8Ty(context), variable_,
      llvm::ArrayRef<llvm::Constant*>(
          llvm::ConstantInt::get(llvm::Type::getInt64Ty(context), offset)));
}

void CompactSites::finish(llvm::GlobalVariable* block, llvm::ArrayRef<llvm::Function*> first) {
  if (!is_empty()) {
    llvm::LLVMContext& context = module_.getContext();
    llvm::IntegerType* const word = llvm::Type::getInt64Ty(context);
    llvm::PointerType* const pointer = llvm::PointerType::getUnqual(context);
    auto* const keys_type = llvm::ArrayType::get(pointer, keys_.size());
    auto* const keys =
        new llvm::GlobalVariable(module_, keys_type, true, llvm::GlobalValue::PrivateLinkage,
                                 llvm::ConstantArray::get(keys_type, keys_), "keys");
    llvm::Constant* const contents = llvm::ConstantStruct::getAnon(
        {llvm::ConstantInt::get(word, 0), keys, llvm::ConstantDataArray::get(context, words_)});
    auto* const table = new llvm::GlobalVariable(
        module_, contents->getType(), false, llvm::GlobalValue::InternalLinkage, contents, "sites");
    table->setAlignment(llvm::Align(alignof(abi::SiteTable)));
    variable_->replaceAllUsesWith(table);
    for (llvm::Function* const function : first) {
      llvm::BasicBlock& entry = function->getEntryBlock();
      llvm::IRBuilder<> builder(&entry, entry.getFirstNonPHIOrDbgOrAlloca());
      builder.SetCurrentDebugLocation(entry.getTerminator()->getDebugLoc());
      llvm::Value* const here =
          builder.CreatePtrToInt(builder.CreateThreadLocalAddress(block), word);
      llvm::Value* const thread = builder.CreatePtrToInt(
          builder.CreateIntrinsic(llvm::Intrinsic::thread_pointer, {}, {}), word);
      // The same for all threads, and stored by whichever comes.
      llvm::StoreInst* const store = builder.CreateStore(builder.CreateSub(here, thread), table);
      store->setAtomic(llvm::AtomicOrdering::Monotonic);
    }
  }
  variable_->eraseFromParent();
}

}  // namespace perry::codegen
