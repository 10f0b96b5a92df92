#pragma once

#include <cstdint>
#include <string_view>

#include "support/base/ids.h"

namespace perry::ir {

using ValueId = support::Id<struct ValueTag>;  // an instruction, and the value it makes
using BlockId = support::Id<struct BlockTag>;
using EdgeId = support::Id<struct EdgeTag>;
using FunctionId = support::Id<struct FunctionTag>;
using AtomId = support::Id<struct TextTag>;        // a text of the module
using LiteralId = support::Id<struct LiteralTag>;  // the shape of an object literal
using TemplateId = support::Id<struct TemplateTag>;
using DataId = support::Id<struct DataTag>;              // a big literal, kept as data
using BindingId = support::Id<struct ModuleBindingTag>;  // a variable of the module or an import
using ClassId = support::Id<struct ClassTag>;            // a class layout

// How a value is held at run time.
enum class Rep : uint8_t {
  None,   // no value
  Boxed,  // any JavaScript value in 64 bits
  Double,
  Int32,
  Bool,
  String,  // the last four JavaScript values are cells, so they are their own boxes
  Symbol,
  BigInt,
  Object,
  Cell,   // a heap cell that no program sees: a captured variable's box, an iterator's record
  State,  // a frame state: exists in the compiler only
  Any,    // in ops.def: whatever the instruction says
};
inline constexpr uint32_t kRepCount = 12;

std::string_view rep_name(Rep rep);

// A representation and, for an object, the layout of its class where that is proven.
class Type {
 public:
  constexpr Type() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a Rep is a type as it is
  constexpr Type(Rep rep) : bits_(static_cast<uint32_t>(rep)) {}
  static constexpr Type object_of(ClassId id) {
    Type type(Rep::Object);
    type.bits_ |= (id.index + 1) << kClassShift;
    return type;
  }

  constexpr Rep rep() const { return static_cast<Rep>(bits_ & ((1 << kClassShift) - 1)); }
  constexpr ClassId class_id() const {
    const uint32_t number = bits_ >> kClassShift;
    return number == 0 ? ClassId() : ClassId(number - 1);
  }
  // A cell whose address is its boxed form.
  constexpr bool is_reference() const { return rep() >= Rep::String && rep() <= Rep::Object; }
  // May stand where an operand of type `wanted` is asked for.
  constexpr bool fits(Type wanted) const {
    if (bits_ == wanted.bits_) return true;
    switch (wanted.rep()) {
      case Rep::Any:
        return rep() != Rep::None && rep() != Rep::State;
      case Rep::Boxed:
        return is_reference();
      case Rep::Object:
        return rep() == Rep::Object && wanted.class_id().is_none();
      default:
        return false;
    }
  }

  friend constexpr bool operator==(Type, Type) = default;

 private:
  static constexpr uint32_t kClassShift = 8;
  uint32_t bits_ = 0;
};

}  // namespace perry::ir
