#include "runtime/object/symbol.h"

#include "runtime/object/objects.h"

namespace perry::runtime {

Symbol* new_symbol(Isolate& isolate, Value description, Symbol::Kind kind) {
  auto* symbol =
      isolate.heap().allocate<Symbol>(CellKind::Symbol, abi::kSymbolShape, sizeof(Symbol));
  symbol->description_ = description;
  symbol->hash_ = Value::number(isolate.part<Objects>().next_symbol_hash());
  symbol->flags_ = Value::number(static_cast<uint32_t>(kind));
  return symbol;
}

}  // namespace perry::runtime
