#pragma once

#include <cstdint>

// How a JavaScript value is spelled in 64 bits. Generated code and the runtime both read this file.
//
//   0x0000 pppp pppp ppp0/8   a cell: the plain address
//   0x0000 0000 0000 000x     the constants below: small, with some of the low three bits set
//   0x0002 .... to 0xfffc ... a double, its bits plus 2^49
//
// Property access is the commonest operation, so cells are plain addresses: no unmasking, and a
// conservative scan of a stack sees real pointers. A number is always a double; int32 exists
// unboxed in the compiler only. NaN is canonical wherever raw bits become a value, so no double
// can look like a cell.
namespace perry::abi {

inline constexpr uint64_t kDoubleOffset = uint64_t{1} << 49;

// A hole in an array, a binding before its initialisation, "no value": never seen by a program.
// It passes is_cell, so whoever may meet it asks for it first. It is what fresh heap memory holds.
inline constexpr uint64_t kEmpty = 0x0;
inline constexpr uint64_t kNull = 0x2;
inline constexpr uint64_t kFalse = 0x6;
inline constexpr uint64_t kTrue = 0x7;
inline constexpr uint64_t kUndefined = 0xa;

// v & kNotCellMask == 0: a cell (or empty).
inline constexpr uint64_t kNotCellMask = 0xfffe'0000'0000'0007;
// v & ~kUndefinedBit == kNull: undefined or null.
inline constexpr uint64_t kUndefinedBit = 0x8;
// v & ~1 == kFalse: a boolean.
inline constexpr uint64_t kCanonicalNaN = 0x7ff8'0000'0000'0000;
// Only NaNs with a payload that no arithmetic makes have bits from here on.
inline constexpr uint64_t kFirstForbiddenDouble = 0xfffe'0000'0000'0000;

}  // namespace perry::abi
