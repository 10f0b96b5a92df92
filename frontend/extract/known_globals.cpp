#include "frontend/extract/known_globals.h"

#include <algorithm>

namespace perry::frontend {

namespace {

template <size_t N>
bool contains(const std::string_view (&sorted)[N], std::string_view name) {
  static_assert(N != 0);
  return std::ranges::binary_search(sorted, name);
}

// All tables are sorted by byte.
constexpr std::string_view kClasses[] = {
    "AggregateError",
    "Array",
    "ArrayBuffer",
    "BigInt64Array",
    "BigUint64Array",
    "Boolean",
    "DataView",
    "Date",
    "Error",
    "EvalError",
    "FinalizationRegistry",
    "Float32Array",
    "Float64Array",
    "Function",
    "Int16Array",
    "Int32Array",
    "Int8Array",
    "Map",
    "Number",
    "Object",
    "Promise",
    "RangeError",
    "ReferenceError",
    "RegExp",
    "Set",
    "String",
    "SyntaxError",
    "TypeError",
    "URIError",
    "Uint16Array",
    "Uint32Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "WeakMap",
    "WeakRef",
    "WeakSet",
};
constexpr std::string_view kOtherGlobals[] = {
    "Atomics",
    "BigInt",
    "Infinity",
    "JSON",
    "Math",
    "NaN",
    "Proxy",
    "Reflect",
    "Symbol",
    "decodeURI",
    "decodeURIComponent",
    "encodeURI",
    "encodeURIComponent",
    "globalThis",
    "isFinite",
    "isNaN",
    "parseFloat",
    "parseInt",
    "undefined",
};
constexpr std::string_view kSymbols[] = {
    "asyncDispose", "asyncIterator", "dispose",     "hasInstance", "isConcatSpreadable",
    "iterator",     "match",         "matchAll",    "replace",     "search",
    "species",      "split",         "toPrimitive", "toStringTag", "unscopables",
};
constexpr std::string_view kMathConstants[] = {
    "E", "LN10", "LN2", "LOG10E", "LOG2E", "PI", "SQRT1_2", "SQRT2",
};
constexpr std::string_view kNumberConstants[] = {
    "EPSILON",   "MAX_SAFE_INTEGER",  "MAX_VALUE", "MIN_SAFE_INTEGER",
    "MIN_VALUE", "NEGATIVE_INFINITY", "NaN",       "POSITIVE_INFINITY",
};
constexpr std::string_view kConstructors[] = {
    "Array", "Date", "Map", "Object", "Set", "WeakMap", "WeakSet",
};

static_assert(std::ranges::is_sorted(kClasses));
static_assert(std::ranges::is_sorted(kOtherGlobals));
static_assert(std::ranges::is_sorted(kSymbols));
static_assert(std::ranges::is_sorted(kMathConstants));
static_assert(std::ranges::is_sorted(kNumberConstants));
static_assert(std::ranges::is_sorted(kConstructors));

}  // namespace

bool is_known_class(std::string_view name) { return contains(kClasses, name); }

bool is_known_global(std::string_view name) {
  return is_known_class(name) || contains(kOtherGlobals, name);
}

bool is_known_symbol(std::string_view member) { return contains(kSymbols, member); }

bool is_known_constant(std::string_view object, std::string_view member) {
  if (object == "Symbol") return is_known_symbol(member);
  if (object == "Math") return contains(kMathConstants, member);
  if (object == "Number") return contains(kNumberConstants, member);
  return member == "prototype" && is_known_class(object);
}

bool is_known_constructor(std::string_view name) { return contains(kConstructors, name); }

}  // namespace perry::frontend
