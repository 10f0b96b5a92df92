#include "runtime/object/element_types.h"

#include "runtime/object/bigint.h"
#include "runtime/object/convert.h"

namespace perry::runtime {

static_assert(static_cast<size_t>(ElementType::Float64) + 1 == kElementTypeCount);

std::string_view typed_array_name(ElementType type) {
  static constexpr std::string_view kNames[kElementTypeCount] = {
#define ELEMENT_TYPE(name, storage, shift) #name "Array",
#include "runtime/object/element_types.def"
  };
  return kNames[static_cast<size_t>(type)];
}

uint64_t element_bits_of_number(ElementType type, double number) {
  return with_element(type,
                      [&](auto element) { return element_to_bits(element.from_number(number)); });
}

uint64_t element_bits(Isolate& isolate, ElementType type, Value value) {
  if (holds_bigints(type)) return bigint_to_uint64(to_bigint(isolate, value));
  return element_bits_of_number(type, to_number(isolate, value));
}

Value element_value(Isolate& isolate, ElementType type, uint64_t bits) {
  return with_element(type, [&](auto element) {
    using Element = decltype(element);
    const auto raw = element_from_bits<typename Element::Storage>(bits);
    if constexpr (Element::kType == ElementType::BigUint64) {
      return new_bigint(isolate, BigNumber::from_uint64(raw));
    } else if constexpr (Element::kIsBigInt) {
      return new_bigint(isolate, raw);
    } else if constexpr (Element::kIsFloat) {
      return Value::number_from_outside(Element::to_number(raw));
    } else {
      return Value::number(Element::to_number(raw));
    }
  });
}

}  // namespace perry::runtime
