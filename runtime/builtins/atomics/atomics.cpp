#include "runtime/builtins/atomics/atomics.h"

#include <string>

#include "runtime/object/bigint.h"

// Atomics (25.4): everything is sequentially consistent.
namespace perry::runtime::builtins {

namespace {

[[noreturn]] void throw_invalid_index(Isolate& isolate) {
  throw_range_error(isolate, "Invalid atomic access index");
}
[[noreturn]] void throw_detached(Isolate& isolate, const char* method) {
  throw_type_error(isolate, std::string("Cannot perform ") + method + " on a detached ArrayBuffer");
}

bool allows(ElementType type, AtomicAccess access) {
  if (access == AtomicAccess::Waitable) {
    return type == ElementType::Int32 || type == ElementType::BigInt64;
  }
  return !holds_floats(type) && type != ElementType::Uint8Clamped;
}

}  // namespace

TypedArray* integer_typed_array(Isolate& isolate, Value value, AtomicAccess access,
                                const char* method) {
  TypedArray* array = try_typed_array(value);
  if (array == nullptr || !allows(array->type(), access)) {
    throw_type_error(
        isolate, describe_plain(isolate, value) + (access == AtomicAccess::Waitable
                                                       ? " is not an int32 or BigInt64 typed array."
                                                       : " is not an integer typed array."));
  }
  if (array->is_out_of_bounds()) throw_detached(isolate, method);
  return array;
}

size_t atomic_index(Isolate& isolate, TypedArray* array, Value index) {
  const size_t length = array->length();
  const double number = to_integer_or_infinity(isolate, index);
  if (!(number >= 0 && number < static_cast<double>(length))) throw_invalid_index(isolate);
  return static_cast<size_t>(number);
}

namespace {

// An element that an operation is about, and what is done to it.
class Access {
 public:
  Access(Isolate& given, const Arguments& arguments, const char* method)
      : isolate_(given),
        method_(method),
        array_(integer_typed_array(given, arguments[0], AtomicAccess::Integer, method)),
        index_(atomic_index(given, array_, arguments[1])) {}

  ElementType type() const { return array_->type(); }
  // An operand, as a whole number or a bigint.
  Value operand(Value value) const {
    if (holds_bigints(type())) return to_bigint(isolate_, value);
    return Value::number(to_integer_or_infinity(isolate_, value));
  }
  uint64_t bits(Value operand) const { return element_bits(isolate_, type(), operand); }

  // Calls `operate(pointer to the element)`, which gives an element. Operands have been converted
  // by now, which may have changed the buffer.
  template <typename Operate>
  Value run(Operate&& operate) const {
    if (array_->is_out_of_bounds()) throw_detached(isolate_, method_);
    if (index_ >= array_->length()) throw_invalid_index(isolate_);
    uint64_t result = 0;
    with_element(type(), [&](auto element) {
      using Storage = typename decltype(element)::Storage;
      if constexpr (std::is_integral_v<Storage>) {
        auto* place = reinterpret_cast<Storage*>(array_->place(index_));
        result = element_to_bits(static_cast<Storage>(operate(place)));
      }
    });
    return element_value(isolate_, type(), result);
  }

 private:
  Isolate& isolate_;
  const char* method_;
  TypedArray* array_;
  size_t index_;
};

enum class Operation : uint8_t { Add, Sub, And, Or, Xor, Exchange };
constexpr const char* kMethods[] = {"Atomics.add", "Atomics.sub", "Atomics.and",
                                    "Atomics.or",  "Atomics.xor", "Atomics.exchange"};

// AtomicReadModifyWrite (25.4.3.8): 25.4.4, 25.4.6, 25.4.9, 25.4.12, 25.4.15 and 25.4.7
template <Operation kOperation>
Value modify(Isolate& isolate, const Arguments& arguments) {
  const Access access(isolate, arguments, kMethods[static_cast<size_t>(kOperation)]);
  const uint64_t bits = access.bits(access.operand(arguments[2]));
  return access.run([&](auto* place) {
    using Storage = std::remove_pointer_t<decltype(place)>;
    const auto operand = element_from_bits<Storage>(bits);
    switch (kOperation) {
      case Operation::Add:
        return __atomic_fetch_add(place, operand, __ATOMIC_SEQ_CST);
      case Operation::Sub:
        return __atomic_fetch_sub(place, operand, __ATOMIC_SEQ_CST);
      case Operation::And:
        return __atomic_fetch_and(place, operand, __ATOMIC_SEQ_CST);
      case Operation::Or:
        return __atomic_fetch_or(place, operand, __ATOMIC_SEQ_CST);
      case Operation::Xor:
        return __atomic_fetch_xor(place, operand, __ATOMIC_SEQ_CST);
      case Operation::Exchange:
        return __atomic_exchange_n(place, operand, __ATOMIC_SEQ_CST);
    }
  });
}

// 25.4.5
Value compare_exchange(Isolate& isolate, const Arguments& arguments) {
  const Access access(isolate, arguments, "Atomics.compareExchange");
  const uint64_t expected_bits = access.bits(access.operand(arguments[2]));
  const uint64_t bits = access.bits(access.operand(arguments[3]));
  return access.run([&](auto* place) {
    using Storage = std::remove_pointer_t<decltype(place)>;
    auto expected = element_from_bits<Storage>(expected_bits);
    __atomic_compare_exchange_n(place, &expected, element_from_bits<Storage>(bits), false,
                                __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    return expected;
  });
}

// 25.4.8
Value is_lock_free(Isolate& isolate, const Arguments& arguments) {
  const double size = to_integer_or_infinity(isolate, arguments[0]);
  return Value::boolean(size == 1 || size == 2 || size == 4 || size == 8);
}

// 25.4.10
Value load(Isolate& isolate, const Arguments& arguments) {
  const Access access(isolate, arguments, "Atomics.load");
  return access.run([](auto* place) { return __atomic_load_n(place, __ATOMIC_SEQ_CST); });
}

// 25.4.13
Value store(Isolate& isolate, const Arguments& arguments) {
  const Access access(isolate, arguments, "Atomics.store");
  const Value operand = access.operand(arguments[2]);
  const uint64_t bits = access.bits(operand);
  access.run([&](auto* place) {
    using Storage = std::remove_pointer_t<decltype(place)>;
    __atomic_store_n(place, element_from_bits<Storage>(bits), __ATOMIC_SEQ_CST);
    return element_from_bits<Storage>(bits);
  });
  return operand;
}

// 25.4.11
Value pause(Isolate& isolate, const Arguments& arguments) {
  const Value count = arguments[0];
  const bool is_integral = count.is_number() && std::isfinite(count.as_number()) &&
                           std::trunc(count.as_number()) == count.as_number();
  if (!count.is_undefined() && !is_integral) {
    throw_type_error(isolate, "Atomics.pause argument must be undefined or an integer");
  }
#if defined(__x86_64__)
  __builtin_ia32_pause();
#elif defined(__aarch64__)
  __builtin_arm_yield();
#endif
  return Value::undefined();
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/atomics/atomics.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kAtomics;
constexpr BuiltinTable kAtomics = builtin::object(kRows);

}  // namespace perry::runtime::builtins
