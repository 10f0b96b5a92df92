// NOLINT(llvm-header-guard): included many times, undone by builtin_rows_end.inc.h
//
// The macros of the tables of built-ins. A table is an array of rows:
//
//   #include "runtime/object/builtin_rows.inc.h"
//   constexpr BuiltinRow kRows[] = {
//   #include "runtime/builtins/math/math.def"
//   };
//   #include "runtime/object/builtin_rows_end.inc.h"
//
// with a .def file of these:
//
//   FUNCTION(name, length, entry, type, purity)
//   SYMBOL_FUNCTION(WellKnown, length, entry, type, purity[, attributes])
//   GETTER(name, entry, type, purity)            ACCESSOR(name, getter, setter, type)
//   SYMBOL_GETTER(WellKnown, entry, type, purity)
//   NUMBER(name, value, attributes)              CONSTANT(name, value, attributes)
//   OBJECT(name, Intrinsic, attributes)          LAZY(name, make, attributes)
//   LAZY_SYMBOL(WellKnown, make, attributes)
//   TAG("text")                                  Symbol.toStringTag
//
// `type` is what the function returns, as the compiler's IR names types (Boxed: anything). `purity`
// is Pure, Reads, Writes, Allocates or Js, as the IR's effects are.
#define FUNCTION(name, length, entry, type, purity) \
  ::perry::runtime::builtin::function(::perry::runtime::names::name, length, entry),
#define SYMBOL_FUNCTION(symbol, length, entry, type, purity, ...)                  \
  ::perry::runtime::builtin::function(::perry::runtime::WellKnown::symbol, length, \
                                      entry __VA_OPT__(, ) __VA_ARGS__),
#define GETTER(name, entry, type, purity) \
  ::perry::runtime::builtin::accessor(::perry::runtime::names::name, entry, nullptr),
#define SYMBOL_GETTER(symbol, entry, type, purity) \
  ::perry::runtime::builtin::accessor(::perry::runtime::WellKnown::symbol, entry, nullptr),
#define ACCESSOR(name, getter, setter, type) \
  ::perry::runtime::builtin::accessor(::perry::runtime::names::name, getter, setter),
#define NUMBER(name, value, attributes) \
  ::perry::runtime::builtin::number(::perry::runtime::names::name, value, attributes),
#define CONSTANT(name, value, attributes) \
  ::perry::runtime::builtin::constant(::perry::runtime::names::name, value, attributes),
#define OBJECT(name, id, attributes)                                  \
  ::perry::runtime::builtin::intrinsic(::perry::runtime::names::name, \
                                       ::perry::runtime::Intrinsic::id, attributes),
#define LAZY(name, make, attributes) \
  ::perry::runtime::builtin::lazy(::perry::runtime::names::name, make, attributes),
#define LAZY_SYMBOL(symbol, make, attributes) \
  ::perry::runtime::builtin::lazy(::perry::runtime::WellKnown::symbol, make, attributes),
#define TAG(text)                                                                      \
  ::perry::runtime::builtin::lazy(                                                     \
      ::perry::runtime::WellKnown::ToStringTag,                                        \
      [](::perry::runtime::Isolate& isolate) {                                         \
        return ::perry::runtime::Value::cell(::perry::runtime::intern(isolate, text)); \
      },                                                                               \
      ::perry::runtime::kConfigurable),
