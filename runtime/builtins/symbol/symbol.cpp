#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/primitive_object.h"
#include "runtime/object/property.h"

// Symbol (20.4).
namespace perry::runtime::builtins {
namespace {

Value construct_symbol(Isolate& isolate, const Arguments& arguments) {
  if (arguments.is_construct()) throw_type_error(isolate, "Symbol is not a constructor");
  const Value description = arguments[0].is_undefined()
                                ? Value::undefined()
                                : Value::cell(to_string(isolate, arguments[0]));
  return Value::cell(new_symbol(isolate, description));
}

// The registry is an object without prototype, from text to symbol.
Value symbol_for(Isolate& isolate, const Arguments& arguments) {
  String* text = to_string(isolate, arguments[0]);
  const PropertyKey key = to_property_key(isolate, Value::cell(text));
  Object* registry = isolate.part<Objects>().symbol_registry();
  OwnProperty found;
  if (find_own(isolate, registry, key, found)) return found.value;
  const Value symbol = Value::cell(new_symbol(isolate, Value::cell(text), Symbol::kRegistered));
  create_data_property(isolate, registry, key, symbol);
  return symbol;
}

Value key_for(Isolate& isolate, const Arguments& arguments) {
  if (!arguments[0].is_symbol()) {
    throw_type_error(isolate, describe_plain(isolate, arguments[0]) + " is not a symbol");
  }
  const auto* symbol = arguments[0].as<Symbol>();
  return symbol->is_registered() ? symbol->description() : Value::undefined();
}

template <WellKnown id>
Value well_known_symbol(Isolate& isolate) {
  return Value::cell(isolate.part<Objects>().well_known(id));
}

Symbol* this_symbol(Isolate& isolate, const Arguments& arguments, const char* method) {
  const Value receiver = arguments.receiver();
  if (receiver.is_symbol()) return receiver.as<Symbol>();
  const PrimitiveObject* wrapper = try_primitive_object(receiver);
  if (wrapper == nullptr || !wrapper->primitive.is_symbol()) {
    throw_type_error(isolate, std::string(method) + " requires that 'this' be a Symbol");
  }
  return wrapper->primitive.as<Symbol>();
}

Value symbol_to_string(Isolate& isolate, const Arguments& arguments) {
  return string_value(
      isolate,
      describe(isolate, Value::cell(this_symbol(isolate, arguments, "Symbol.prototype.toString"))));
}
Value value_of(Isolate& isolate, const Arguments& arguments) {
  return Value::cell(this_symbol(isolate, arguments, "Symbol.prototype.valueOf"));
}
Value description(Isolate& isolate, const Arguments& arguments) {
  return this_symbol(isolate, arguments, "Symbol.prototype.description")->description();
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Symbol, 0, construct_symbol);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/symbol/symbol.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
#include "runtime/builtins/symbol/symbol_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kSymbol;
constexpr BuiltinTable kSymbol = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kSymbolPrototype;
constexpr BuiltinTable kSymbolPrototype = builtin::object(kPrototypeRows);

}  // namespace perry::runtime::builtins
