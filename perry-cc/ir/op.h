#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <optional>
#include <string_view>

#include "perry-cc/ir/type.h"

// The vocabulary of the IR, derived from ops.def.
namespace perry::ir {

enum class Op : uint16_t {
#define OP(name, text, operands, result, effects, immediate) name,
#include "perry-cc/ir/ops.def"
};
inline constexpr uint32_t kOpCount = 0
#define OP(name, text, operands, result, effects, immediate) +1
#include "perry-cc/ir/ops.def"
    ;

enum class Effects : uint8_t {
  Pure = 0,
  Reads = 1 << 0,  // the heap that a program can see
  Writes = 1 << 1,
  Allocates = 1 << 2,  // makes a cell with an identity
  Throws = 1 << 3,
  RunsJs = 1 << 4,
  Ends = 1 << 5,  // ends a block
  JsSilent = Reads | Writes | Allocates | RunsJs,
  Js = JsSilent | Throws,
};
constexpr Effects operator|(Effects a, Effects b) {
  return static_cast<Effects>(static_cast<uint8_t>(a) | static_cast<uint8_t>(b));
}
constexpr Effects operator&(Effects a, Effects b) {
  return static_cast<Effects>(static_cast<uint8_t>(a) & static_cast<uint8_t>(b));
}
constexpr bool has(Effects set, Effects any_of) { return (set & any_of) != Effects::Pure; }

// What an instruction carries beside its operands: a mode (a small enumeration) and two words.
enum class ImmediateKind : uint8_t {
  None,
  Double,  // both words
  Int32,
  Bool,
  Index,
  Atom,
  AtomStrict,  // and whether the code is strict
  Strict,
  RegExp,  // pattern, flags
  Comparison,
  BinaryOperator,
  Relation,
  UnaryOperator,
  Method,  // what kind, and whether it is enumerable
  IteratorKind,
  DisposeKind,
  CheckKind,
  Function,
  Literal,
  Template,
  Data,
  ModuleBinding,
  Import,   // the phase, and which of the module's requests (or none) it is
  Error,    // which, and the name in its message
  Leave,    // why, and the state to go on in
  Edges,    // first edge, how many
  Suspend,  // the same, and why
};

enum class Comparison : uint16_t { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual };
enum class BinaryOperator : uint16_t {
  Add,
  Subtract,
  Multiply,
  Divide,
  Remainder,
  Power,
  BitAnd,
  BitOr,
  BitXor,
  ShiftLeft,
  ShiftRight,
  ShiftRightUnsigned,
};
enum class Relation : uint16_t {
  Equal,
  NotEqual,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  In,
  Instanceof,
};
enum class UnaryOperator : uint16_t { Negate, BitNot, Increment, Decrement };
enum class MethodKind : uint16_t { Method, Get, Set, Field };  // Field: a private one, or no prefix
enum class IteratorKind : uint16_t { Sync, Async };
enum class DisposeKind : uint16_t { Sync, Async };
enum class CheckKind : uint16_t { IteratorResult, Receiver, Heritage };
enum class ImportPhase : uint16_t { Evaluation, Source, Defer };
enum class ErrorKind : uint16_t {
  ConstAssignment,     // TypeError: the name
  Uninitialized,       // ReferenceError: the name
  DeleteSuper,         // ReferenceError
  MissingThrowMethod,  // TypeError: `yield*` was sent a throw that its iterator has no method for
  InvalidAssignment,   // ReferenceError: an assignment to a call, in sloppy code
  NotDefined,          // ReferenceError: the name
};
enum class SuspendKind : uint16_t {
  Initial,  // of a generator: behind the parameters, before the body
  Await,
  Yield,
  Delegate,  // of `yield*`: the value is the inner iterator's result object, passed on as it is
};
// Why a resume function returns; the numbers are the runtime's.
enum class LeaveReason : uint16_t { Done, Initial, Await, Yield, Delegate };
enum class Strictness : uint8_t { Sloppy, Strict };
enum class Enumerable : uint8_t { No, Yes };

struct Immediate {
  uint16_t mode = 0;
  uint32_t first = 0;
  uint32_t second = 0;

  static constexpr uint16_t kEnumerable = 1 << 8;  // beside a MethodKind

  static constexpr Immediate of(double value) {
    // One NaN, so that equal programs have equal bytes.
    const uint64_t bits =
        value != value ? uint64_t{0x7ff8'0000'0000'0000} : std::bit_cast<uint64_t>(value);
    return {0, static_cast<uint32_t>(bits), static_cast<uint32_t>(bits >> 32)};
  }
  static constexpr Immediate of(int32_t value) { return {0, static_cast<uint32_t>(value), 0}; }
  static constexpr Immediate of(bool value) { return {0, value ? 1u : 0u, 0}; }
  static constexpr Immediate index(uint32_t value) { return {0, value, 0}; }
  template <class Tag>
  static constexpr Immediate of(support::Id<Tag> id) {
    return {0, id.index, 0};
  }
  static constexpr Immediate of(AtomId id, Strictness strict) {
    return {static_cast<uint16_t>(strict), id.index, 0};
  }
  static constexpr Immediate of(Strictness strict) { return {static_cast<uint16_t>(strict), 0, 0}; }
  static constexpr Immediate of(AtomId pattern, AtomId flags) {
    return {0, pattern.index, flags.index};
  }
  static constexpr Immediate of(Comparison v) { return {static_cast<uint16_t>(v), 0, 0}; }
  static constexpr Immediate of(BinaryOperator v) { return {static_cast<uint16_t>(v), 0, 0}; }
  static constexpr Immediate of(Relation v) { return {static_cast<uint16_t>(v), 0, 0}; }
  static constexpr Immediate of(UnaryOperator v) { return {static_cast<uint16_t>(v), 0, 0}; }
  static constexpr Immediate of(IteratorKind v) { return {static_cast<uint16_t>(v), 0, 0}; }
  static constexpr Immediate of(DisposeKind v) { return {static_cast<uint16_t>(v), 0, 0}; }
  static constexpr Immediate of(CheckKind v) { return {static_cast<uint16_t>(v), 0, 0}; }
  static constexpr Immediate of(MethodKind v, Enumerable enumerable = Enumerable::No) {
    return {static_cast<uint16_t>(static_cast<uint16_t>(v) |
                                  (enumerable == Enumerable::Yes ? kEnumerable : 0)),
            0, 0};
  }
  static constexpr Immediate of(ImportPhase v, uint32_t request) {
    return {static_cast<uint16_t>(v), request, 0};
  }
  static constexpr Immediate of(ErrorKind v, AtomId name) {
    return {static_cast<uint16_t>(v), name.index, 0};
  }

  static constexpr Immediate of(LeaveReason v, uint32_t state) {
    return {static_cast<uint16_t>(v), state, 0};
  }

  constexpr double as_double() const {
    return std::bit_cast<double>(uint64_t{second} << 32 | first);
  }
  constexpr int32_t as_int32() const { return static_cast<int32_t>(first); }
  constexpr bool as_bool() const { return first != 0; }
  template <class IdType>
  constexpr IdType as() const {
    return IdType(first);
  }

  friend constexpr bool operator==(const Immediate&, const Immediate&) = default;
};

struct OpInfo {
  static constexpr uint32_t kMaxListed = 6;

  std::string_view name;  // in C++
  std::string_view text;  // in the textual form
  std::array<Rep, kMaxListed> operands{};
  uint8_t listed = 0;    // how many of `operands`
  bool repeats = false;  // the last one stands for any number
  Rep result = Rep::None;
  Effects effects = Effects::Pure;
  ImmediateKind immediate = ImmediateKind::None;

  uint32_t min_operands() const { return listed - (repeats ? 1u : 0u); }
  bool takes(uint32_t count) const { return repeats ? count >= min_operands() : count == listed; }
  Rep operand(uint32_t index) const { return operands[index < listed ? index : listed - 1u]; }
};

const OpInfo& op_info(Op op);
std::optional<Op> op_by_text(std::string_view text);

constexpr bool ends_block(Op op) { return op >= Op::Jump; }
inline Effects effects_of(Op op) { return op_info(op).effects; }
inline bool may_throw(Op op) { return has(effects_of(op), Effects::Throws); }
// Nothing is lost when its result is used by nobody.
inline bool is_removable(Op op) {
  return !has(effects_of(op), Effects::Writes | Effects::Throws | Effects::RunsJs | Effects::Ends);
}
inline bool is_pure(Op op) { return effects_of(op) == Effects::Pure; }

// Whether `second` of the immediate may tell operations that share an inline cache: those of a
// function with the same number, unless it is 0.
constexpr bool has_site(Op op) {
  switch (op) {
    case Op::GetProp:
    case Op::SetProp:
    case Op::SetElem:
    case Op::LoadGlobal:
    case Op::TryGetProp:
    case Op::TryLength:
    case Op::TrySetProp:
    case Op::TrySetElem:
    case Op::TrySetElemView:
    case Op::TryLoadGlobal:
      return true;
    default:
      return false;
  }
}

// The words of the enumerations above in the textual form; empty beyond the last one.
std::string_view mode_name(ImmediateKind kind, uint32_t mode);

}  // namespace perry::ir
