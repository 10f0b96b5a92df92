#pragma once

#include <cstddef>
#include <cstdint>

// Where generated code finds things in cells. The runtime's classes begin with these structs and
// assert their offsets; the compiler reads nothing else of the runtime.
namespace perry::abi {

enum class CellKind : uint8_t {
  Free,    // never a live cell
  String,  // flat, Latin-1 or UTF-16 behind the header
  Rope,    // concatenation not yet flattened
  Slice,   // a piece of a flat string
  Symbol,
  BigInt,
  Box,  // one captured variable
  Shape,
  Slots,     // an object's out-of-line properties
  Elements,  // an array's or object's indexed properties, boxed
  Doubles,   // the same as raw doubles: nothing in it to trace
  Frame,     // a suspended function
  Internal,  // the runtime's own tables
  Object,    // every kind from here on is a JavaScript object
  Array,
  Function,
  Exotic,  // an object with internal methods of its own; see the shape's class
};
inline constexpr int kCellKindCount = 17;

// Bits of CellHeader::gc. Fresh cells have none. The two marks take turns with each full
// collection, so that starting one does not have to clear a bit in every cell.
enum GcBit : uint8_t {
  kMarkA = 1 << 0,
  kMarkB = 1 << 1,
  kStatic = 1 << 2,  // laid out by the linker, possibly read-only: never marked, freed or moved
  // Survived a collection, and a write to it must be reported: the write barrier's one test.
  kOld = 1 << 3,
  kPinned = 1 << 4,  // not to be moved; nothing moves yet
};

// Eight bytes in front of every cell. `shape` alone decides an inline cache, so it differs between
// any two cells that a cache must tell apart, objects or not.
struct CellHeader {
  uint32_t shape;  // number of the Shape; fixed numbers for cells that are no objects
  CellKind kind;
  uint8_t gc;
  uint16_t
      size;  // in units of 8 bytes; 0: a large cell, its size in bytes stands in the word before
};
static_assert(sizeof(CellHeader) == 8);

inline constexpr size_t kCellUnit = 8;
inline constexpr size_t kSmallestCell = 16;
inline constexpr size_t kLargestSmallCell = 16 * 1024;

// The header of a fresh cell as one word: what inline allocation stores.
constexpr uint64_t header_word(CellKind kind, uint32_t shape, size_t bytes, uint8_t gc = 0) {
  const uint64_t units = bytes <= kLargestSmallCell ? (bytes + kCellUnit - 1) / kCellUnit : 0;
  return shape | uint64_t{static_cast<uint8_t>(kind)} << 32 | uint64_t{gc} << 40 | units << 48;
}
inline constexpr size_t kGcByteOffset = offsetof(CellHeader, gc);

// What generated code reaches through the thread pointer: the thread-local symbol
// `perry_rt_thread`, in the local-exec model. Allocation of `n` bytes, a multiple of kCellUnit and
// at most kLargestSmallCell, is
//
//   cell = cursor; if (limit - cell < n) goto slow; cursor = cell + n; *cell = header_word(...)
//
// where slow is perry_rt_allocate(header). Memory between cursor and limit is zero. A cell must be
// complete, as far as zero is not a good value for its fields, before anything else may collect.
struct ThreadBlock {
  uint64_t cursor;
  uint64_t limit;
  uint64_t stack_limit;  // a function whose frame would reach below calls stack_check_failed
  void* isolate;
};
inline constexpr size_t kCursorOffset = offsetof(ThreadBlock, cursor);
inline constexpr size_t kLimitOffset = offsetof(ThreadBlock, limit);
inline constexpr size_t kStackLimitOffset = offsetof(ThreadBlock, stack_limit);

// Fixed shape numbers; objects' begin at kFirstObjectShape.
enum FixedShape : uint32_t {
  kNoShape,
  kStringShape,
  kSymbolShape,
  kBigIntShape,
  kFirstObjectShape = 16,
};

// Object, Function, Exotic: named properties in slots, the first of them inline.
struct ObjectLayout {
  CellHeader header;
  uint64_t slots;  // Slots cell, or 0
  // uint64_t inline_slots[];   as many as the shape says
};
inline constexpr size_t kInlineSlotsOffset = sizeof(ObjectLayout);

struct ArrayLayout {
  ObjectLayout object;
  uint64_t elements;  // Elements cell, never 0
  uint32_t length;    // of packed and holey elements; sparse arrays keep theirs elsewhere
  uint32_t flags;     // ElementsKind and frozen/length-read-only bits
};

enum class ElementsKind : uint8_t { PackedDouble, HoleyDouble, Packed, Holey, Sparse };

struct ElementsLayout {
  CellHeader header;
  uint32_t capacity;
  uint32_t initialized;  // entries beyond it have never been written
  // uint64_t values[];         boxed values, or raw doubles for the Double kinds
};
inline constexpr size_t kElementsOffset = sizeof(ElementsLayout);

struct BoxLayout {
  CellHeader header;
  uint64_t value;  // Empty before initialisation
};

struct StringLayout {
  CellHeader header;
  uint32_t hash;              // 0: not computed yet
  uint32_t length_and_flags;  // length in code units << kStringLengthShift | StringFlag
  // uint8_t latin1[] or uint16_t utf16[] of a flat string
};
enum StringFlag : uint32_t {
  kTwoByte = 1,
  kAtom = 2,   // flat, hashed, and the only atom with this text; two-byte only where it must be
  kIndex = 4,  // an atom that spells an array index, "0" to "4294967294"
};
// A static atom is a constant cell with all of its fields set, in the section `perry_atoms`,
// aligned to 8 and padded to a multiple of 8, in a COMDAT named like its symbol: "perry.atom." and
// the text's UTF-8 (lone surrogates as three bytes), in which every byte that is not in
// [A-Za-z0-9_$] is written as '.' and two lower-case hexadecimal digits. From 200 bytes on, what
// follows "perry.atom." is ".h" and the text's SHA-256 in hexadecimal. Nothing else may be in the
// section: the runtime reads it as an array of cells. Text of kLongestStaticAtom bytes and more is
// no atom, but a static String cell elsewhere, with the size 0 when it is large.
inline constexpr size_t kLongestStaticAtom = 1024;

inline constexpr uint32_t kStringLengthShift = 3;
inline constexpr size_t kStringCharsOffset = sizeof(StringLayout);
inline constexpr uint32_t kLongestString = (1u << 29) - 24;  // V8's limit, so errors agree

// Rope and Slice have one size: flattening turns the one into the other.
struct RopeLayout {
  StringLayout string;
  uint64_t left;   // a Slice's flat string
  uint64_t right;  // a Slice's offset in code units
};

struct FunctionInfo;
// The one calling convention of calls whose target isn't known. `argv` holds at least `argc`
// values; `new_target` is undefined in plain calls.
using Entry = uint64_t (*)(uint64_t callee, uint64_t receiver, uint64_t new_target, uint64_t argc,
                           const uint64_t* argv);

struct FunctionLayout {
  ObjectLayout object;
  Entry entry;
  const FunctionInfo* info;
  uint64_t home_object;  // for `super`; undefined without one
  uint64_t receiver;     // of an arrow: the outer `this` when it is captured by value
  // uint64_t captures[];       boxes, or values that never change after capture
};
inline constexpr size_t kCapturesOffset = sizeof(FunctionLayout);

enum FunctionFlag : uint32_t {
  kFunctionStrict = 1 << 0,
  kFunctionArrow = 1 << 1,
  kFunctionMethod = 1 << 2,  // no [[Construct]]
  kFunctionClass = 1 << 3,   // must be called with new
  kFunctionDerived = 1 << 4,
  kFunctionGenerator = 1 << 5,
  kFunctionAsync = 1 << 6,
  kFunctionGetter = 1 << 7,
  kFunctionSetter = 1 << 8,
  kFunctionNative = 1 << 9,
};

// One constant a function, emitted beside its code.
struct FunctionInfo {
  Entry entry;
  const void* name;    // static string cell
  const char* source;  // its text, for toString; null in profiles that drop it
  uint32_t source_size;
  uint32_t flags;
  uint32_t length;  // the `length` property
  uint32_t capture_count;
  uint32_t instance_slots;  // inline slots to give what its [[Construct]] creates
  uint32_t line;
};

}  // namespace perry::abi
