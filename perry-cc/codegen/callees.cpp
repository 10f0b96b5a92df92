#include "perry-cc/codegen/callees.h"

namespace perry::codegen {

namespace {

// The types and attributes of the tables' rows.
enum class Kind : uint8_t { None, Value, Cell, F64, I32, U32, U64, Bool, Ptr };
enum class Effect : uint8_t { pure, reads, writes, allocates, js, silent, noreturn };

struct Parameters {
  std::array<Kind, 7> kinds{};
  uint8_t count = 0;

  template <class... Kinds>
  static constexpr Parameters of(Kinds... kinds) {
    Parameters result;
    ((result.kinds[result.count++] = kinds), ...);
    return result;
  }
};

struct Row {
  const char* symbol;
  Kind result;
  Parameters parameters;
  Effect effect;
};

constexpr Row row(const char* symbol, Kind result, Parameters parameters, Effect effect) {
  return {symbol, result, parameters, effect};
}

using enum Kind;
constexpr Row kRows[] = {
#define CALL(name, result, parameters, attributes) \
  row("perry_rt_" #name, result, Parameters::of parameters, Effect::attributes),
#include "runtime/abi/calls.def"
#define CALL(name, result, parameters, attributes) \
  row("perry_fast_" #name, result, Parameters::of parameters, Effect::attributes),
#include "runtime/abi/fast.def"
#define CALL(name, result, parameters, attributes) \
  row("perry_inline_" #name, result, Parameters::of parameters, Effect::attributes),
#include "runtime/abi/inline.def"
#define CALL(name, result, parameters, attributes) \
  row("perry_compact_" #name, result, Parameters::of parameters, Effect::attributes),
#include "runtime/abi/compact.def"
};

llvm::Type* type_of(Kind kind, llvm::LLVMContext& context) {
  switch (kind) {
    case None:
      return llvm::Type::getVoidTy(context);
    case Value:
    case Cell:
    case U64:
      return llvm::Type::getInt64Ty(context);
    case F64:
      return llvm::Type::getDoubleTy(context);
    case I32:
    case U32:
      return llvm::Type::getInt32Ty(context);
    case Bool:
      return llvm::Type::getInt1Ty(context);
    case Ptr:
      return llvm::PointerType::getUnqual(context);
  }
  __builtin_unreachable();
}

// What LLVM may assume. A call without a result is made for something that LLVM can't see, so
// nothing is said of its memory; nor of catch_value, which ends the exception's life.
void add_effect(llvm::Function* function, const Row& row, Callee callee) {
  switch (row.effect) {
    case Effect::pure:
      function->setDoesNotThrow();
      if (row.result == None || callee == Callee::rt_catch_value) return;
      function->setDoesNotAccessMemory();
      function->setWillReturn();
      return;
    case Effect::reads:
      function->setDoesNotThrow();
      function->setOnlyReadsMemory();
      function->setWillReturn();
      return;
    case Effect::writes:
      function->setDoesNotThrow();
      function->setWillReturn();
      return;
    case Effect::silent:
      function->setDoesNotThrow();
      return;
    case Effect::noreturn:
      function->setDoesNotReturn();
      function->addFnAttr(llvm::Attribute::Cold);
      return;
    case Effect::allocates:
    case Effect::js:
      return;
  }
}

}  // namespace

const char* symbol_of(Callee callee) { return kRows[static_cast<uint32_t>(callee)].symbol; }

Callee inline_form(Callee callee) {
  switch (callee) {
#define CALL(name, result, parameters, attributes) \
  case Callee::fast_##name:                        \
    return Callee::inline_##name;
#include "runtime/abi/inline.def"
    default:
      return callee;
  }
}

Callee compact_form(Callee callee) {
  switch (callee) {
    case Callee::fast_get:
    case Callee::fast_get_method:
      return Callee::compact_get;
    case Callee::fast_get_length:
      return Callee::compact_get_length;
    case Callee::fast_set:
      return Callee::compact_set;
    case Callee::fast_set_sloppy:
      return Callee::compact_set_sloppy;
    case Callee::fast_get_computed:
      return Callee::compact_get_computed;
    case Callee::fast_get_index:
      return Callee::compact_get_index;
    case Callee::fast_set_computed:
      return Callee::compact_set_computed;
    case Callee::fast_set_computed_sloppy:
      return Callee::compact_set_computed_sloppy;
    case Callee::fast_set_index:
      return Callee::compact_set_index;
    case Callee::fast_set_index_sloppy:
      return Callee::compact_set_index_sloppy;
    case Callee::fast_get_global:
      return Callee::compact_get_global;
    case Callee::fast_new_literal:
      return Callee::compact_new_literal;
    default:
      __builtin_unreachable();
  }
}

void describe_callees(llvm::Module& module) {
  for (uint32_t n = 0; n < std::size(kRows); n++) {
    llvm::Function* const function = module.getFunction(kRows[n].symbol);
    if (function != nullptr && function->isDeclaration())
      add_effect(function, kRows[n], static_cast<Callee>(n));
  }
}

llvm::Function* CalleeTable::declare(Callee callee) {
  const Row& row = kRows[static_cast<uint32_t>(callee)];
  llvm::LLVMContext& context = module_.getContext();
  llvm::SmallVector<llvm::Type*, 7> types;
  for (uint8_t i = 0; i < row.parameters.count; i++)
    types.push_back(type_of(row.parameters.kinds[i], context));
  auto* const type = llvm::FunctionType::get(type_of(row.result, context), types, false);
  auto* const function =
      llvm::Function::Create(type, llvm::Function::ExternalLinkage, row.symbol, module_);
  function->setDSOLocal(true);
  add_effect(function, row, callee);
  // C++ passes a bool as a whole byte.
  if (row.result == Bool) function->addRetAttr(llvm::Attribute::ZExt);
  for (uint8_t i = 0; i < row.parameters.count; i++)
    if (row.parameters.kinds[i] == Bool) function->addParamAttr(i, llvm::Attribute::ZExt);
  return function;
}

}  // namespace perry::codegen
