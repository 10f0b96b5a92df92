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
  TypedArray,
  Exotic,  // an object with internal methods of its own; see the shape's class
};
inline constexpr int kCellKindCount = 18;

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
// `perry_rt_thread`, at a fixed distance from it. Allocation of `n` bytes, a multiple of kCellUnit
// and at most kLargestSmallCell, is
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
  // Changes whenever an object that is a prototype gets, loses or redefines a property, or gets
  // another prototype, and when a function's `prototype` is assigned to. Never 0.
  uint64_t epoch;
};
inline constexpr size_t kCursorOffset = offsetof(ThreadBlock, cursor);
inline constexpr size_t kLimitOffset = offsetof(ThreadBlock, limit);
inline constexpr size_t kStackLimitOffset = offsetof(ThreadBlock, stack_limit);
inline constexpr size_t kEpochOffset = offsetof(ThreadBlock, epoch);

// Fixed shape numbers: cells that are no objects, then the first shapes of an isolate, so that
// generated code allocates what has them without asking. All others begin at kFirstFreeShape.
// A number is never used again for another shape.
enum FixedShape : uint32_t {
  kNoShape,
  kStringShape,
  kSymbolShape,
  kBigIntShape,
  kFirstObjectShape = 16,
  kObjectShape = kFirstObjectShape,  // {}
  kArrayShape,                       // []
  kConstructorShape,                 // a function with [[Construct]]
  kFunctionShape,                    // arrows and methods
  kAsyncFunctionShape,
  kGeneratorFunctionShape,
  kAsyncGeneratorFunctionShape,
  kFirstFreeShape,
};
// `{}` gets this many inline slots; every other literal as many as it has keys.
inline constexpr uint32_t kEmptyLiteralSlots = 4;

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

// In the low byte of `flags`. An empty array is PackedDouble.
enum class ElementsKind : uint8_t { PackedDouble, HoleyDouble, Packed, Holey, Sparse };
enum ArrayFlag : uint32_t {
  kArrayKindMask = 0xff,
  kArrayFrozenLength = 1 << 8,   // `length` is read-only
  kArrayNotExtensible = 1 << 9,  // sealed and frozen arrays are Sparse
};
// A hole among raw doubles: a NaN that no value is made of.
inline constexpr uint64_t kHoleDouble = 0xfffe'0000'0000'0000;

// A typed array knows where its elements are, so that `i < length` is all that has to be checked:
// when its buffer is detached or changes its size, it is told. Only a view that follows a shared
// buffer, which other threads may grow, can have a length that lies behind.
struct TypedArrayLayout {
  ObjectLayout object;
  uint64_t buffer;  // an Exotic cell
  uint8_t* data;    // of element 0; anything while the length is 0
  uint64_t length;  // elements within reach: none when detached or out of bounds
  uint32_t type;    // TypedArrayType
  uint32_t flags;   // TypedArrayFlag
};
enum TypedArrayFlag : uint32_t {
  kTypedArrayTracking = 1 << 0,     // as long as its buffer
  kTypedArrayOutOfBounds = 1 << 1,  // or detached
  kTypedArrayBehind = 1 << 2,       // other threads may have made it longer
};
enum class TypedArrayType : uint32_t {
  Int8,
  Uint8,
  Uint8Clamped,
  Int16,
  Uint16,
  Int32,
  Uint32,
  BigInt64,
  BigUint64,
  Float16,
  Float32,
  Float64,
};
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
// The one calling convention of calls whose target isn't known. `argv` holds `argc` values;
// `new_target` is undefined in plain calls, and `receiver` is Empty in [[Construct]]: a base
// constructor makes its own `this`, unless its FunctionInfo says otherwise.
using Entry = uint64_t (*)(uint64_t callee, uint64_t receiver, uint64_t new_target, uint64_t argc,
                           const uint64_t* argv);

struct FunctionLayout {
  ObjectLayout object;
  Entry entry;
  const FunctionInfo* info;
  uint64_t home_object;  // for `super`; Empty without one
  // uint64_t captures[];   boxes, or values that never change after capture
};
inline constexpr size_t kCapturesOffset = sizeof(FunctionLayout);

enum FunctionFlag : uint32_t {
  kFunctionStrict = 1 << 0,
  kFunctionArrow = 1 << 1,
  kFunctionMethod = 1 << 2,
  kFunctionClass = 1 << 3,  // must be called with new
  kFunctionDerived = 1 << 4,
  kFunctionGenerator = 1 << 5,
  kFunctionAsync = 1 << 6,
  kFunctionGetter = 1 << 7,
  kFunctionSetter = 1 << 8,
  kFunctionNative = 1 << 9,
  kFunctionConstructor = 1 << 10,  // has [[Construct]]
  kFunctionNoSource = 1 << 11,     // toString gives the native form
  kFunctionHidden = 1 << 12,  // not shown in stack traces: field initialisers, modules' declare
};

// One constant a function, emitted beside its code. `name` and `length` become properties when
// somebody asks for them, as does the `prototype` of constructors and generators.
struct FunctionInfo {
  Entry entry;
  const void* name;    // static string cell
  const char* source;  // its text, for toString; null in profiles that drop it
  uint32_t source_size;
  uint32_t flags;
  uint32_t length;  // the `length` property
  uint32_t capture_count;
  uint32_t instance_slots;  // inline slots to give what its [[Construct]] creates
  uint32_t number;          // among the module's functions, see CallTable; of a native function its
                            // KnownFunction and kFirstKnown, or 0
  // Of a base constructor whose Entry does not make `this`: the CompactSite of the ReceiverSite
  // with which whoever constructs makes it. Null: the Entry is called with an empty receiver.
  const void* receiver;
};

// The native functions that generated code knows: known.def says which.
enum class KnownFunction : uint32_t {
#define KNOWN(name, property, arguments, kind) name,
#include "runtime/abi/known.def"
};
// No module has so many functions.
inline constexpr uint32_t kFirstKnown = 1u << 31;

// --- inline caches: thread-local, internal to a module, all zero at the start ---
//
// `get` of a property, on a receiver v that is a cell (not Empty), with s = shape of v:
//   s == site.shape:              the slot at site.offset, see below
//   s == site.holder_shape and site.epoch == thread.epoch:   *site.slot
//   otherwise perry_rt_get, which fills the site.
// `set` on a cell v:
//   s == site.shape:              a writable slot at site.offset; barrier
//   s == site.holder_shape and site.epoch == thread.epoch:   an addition: store at site.add_offset,
//                                 which is inline, then the shape becomes site.next_shape; barrier
//   otherwise perry_rt_set or perry_rt_set_sloppy.
// An offset from 0 on counts bytes from the cell. A negative one, as ~offset, counts bytes from
// the cell's Slots cell. Numbers of strings, symbols and bigints occur as holder_shape only.
// `set` of an element at the end of an array, by set_computed: s == site.holder_shape and
// site.epoch
// == thread.epoch promise that nothing on the prototypes of arrays with this shape has a say in new
// elements. Then it may be stored in place where capacity is left and the elements' kind fits.
// `get` of `length` on a typed array: s == site.holder_shape, site.epoch == thread.epoch and no
// site.slot promise that it is the number of elements. Such a site is asked by get_length alone.
// `get` of a global uses shape as "epoch is good for slot": site.epoch == thread.epoch and
// site.slot != 0.
// A site of a property that has seen several shapes may have ways: s == way.shape, and the slot is
// at way.offset, or it is *way.slot where that is not 0 and ways.epoch == thread.epoch. Those of a
// site that writes have no way.slot.
// Where several of these shapes have the property in one and the same inline slot, as instances of
// a class and of those derived from it have its fields, they are in site.alike and the slot is at
// site.alike_offset. An entry that is 0 is none.
struct PropertyWay {
  uint32_t shape;
  int32_t offset;
  const uint64_t* slot;
};
struct PropertyWays {
  static constexpr uint32_t kCount = 4;
  uint64_t epoch;
  PropertyWay ways[kCount];
};
struct PropertySite {
  uint32_t shape;
  int32_t offset;
  uint32_t holder_shape;
  uint32_t next_shape;
  uint64_t epoch;
  union {
    const uint64_t* slot;
    uint64_t add_offset;
  };
  const PropertyWays* ways;  // null: none
  uint32_t alike_offset;
  uint32_t reserved;
  uint32_t alike[PropertyWays::kCount];
};
// An object literal: the header word of its cells, 0 before perry_rt_literal_shape was asked.
struct LiteralSite {
  uint64_t header;
};
// The `this` of a base constructor: while new_target is the same and the epoch too, a fresh cell
// with `header` will do (slots null, the inline slots zero).
struct ReceiverSite {
  uint64_t new_target;
  uint64_t epoch;
  uint64_t header;
};
// A value made once: template objects, bigints, big literals' shapes.
struct ValueSite {
  uint64_t value;
};

// --- sites by one address ---
//
// Code that is to be small, and soon compiled, names a site and what else an operation knows
// beforehand by the address of a constant (compact.def). The constants of a module stand in one
// variable, behind its table.
struct SiteTable {
  int64_t cells;  // where the module's thread-local block begins, from the thread pointer;
                  // stored by whatever runs first of the module
  const void* const* keys;  // static strings, and LiteralInfos
};
struct CompactSite {
  uint32_t table;  // how many bytes in front of this the table begins
  uint32_t key;    // its number among the table's
  uint32_t cell;   // where the site is in the block, in bytes
};

// --- descriptors of constants ---

// An object literal's keys: atoms, as the literal gives them, none an array index.
struct LiteralInfo {
  uint32_t count;
  uint32_t reserved;
  const void* const* keys;
};
struct TemplatePiece {
  const void* cooked;  // null: undefined
  const void* raw;
};
struct TemplateInfo {
  uint32_t count;
  uint32_t reserved;
  const TemplatePiece* pieces;
};
// A big literal. `values` are boxed constants: cells are static strings; a nested literal is the
// address of its DataInfo plus 1. A hole is Empty.
struct DataInfo {
  uint32_t is_array;
  uint32_t count;
  const LiteralInfo* keys;  // of an object
  const uint64_t* values;
};
// A script's global declarations.
struct GlobalInfo {
  const void* name;
  uint32_t kind;  // 0 var, 1 function, 2 let, 3 const
  uint32_t reserved;
};

// --- suspended functions ---

// How a resume function is entered, and why it left.
enum class ResumeMode : uint32_t { Next, Throw, Return };
enum class SuspendReason : uint32_t { Done, Initial, Await, Yield, Delegate };

struct FrameInfo;
// Of the source: counted from 1, columns in UTF-16 code units; 0: nobody knows.
struct Place {
  uint32_t line;
  uint32_t column;
};
struct FrameLayout {
  CellHeader header;
  const FrameInfo* info;
  uint64_t owner;  // the generator object, or the async function's promise
  uint32_t state;  // where to go on; 0 before the first entry
  SuspendReason reason;
  // uint64_t slots[];
};
inline constexpr size_t kFrameSlotsOffset = sizeof(FrameLayout);
// Runs until the next suspension or the end; returns what is awaited, yielded or returned, and
// `reason` says which. What it throws is the function's completion.
using Resume = uint64_t (*)(uint64_t frame, uint64_t mode, uint64_t value);
struct FrameInfo {
  Resume resume;
  const FunctionInfo* function;
  uint32_t slot_count;
  uint32_t place_count;
  const uint64_t* holds_values;  // one bit a slot; the others hold raw numbers
  const Place* places;           // where it waits in each state, as far as anybody knows
};

// --- modules ---

// Where calls of the module's code return to, from which stack traces are made. Behind the header
// comes a stream of bytes, which docs/formats/call-table.md describes.
struct CallTable {
  const char* code;  // the module's first function
  uint32_t code_size;
  uint32_t size;  // of the stream
  // uint8_t stream[];
};
// The column of a call by which a function only goes on in itself, which is no line of a trace: in
// line 0 an async function that begins, otherwise one that is constructed.
enum CallColumn : uint32_t { kCallsItself = 0 };
enum CallFunctionFlag : uint32_t { kCallFunctionHidden = 1 };
// What the value is for that an expression's text is kept for.
enum class CallTextKind : uint32_t { Callee, Iterable };

struct ModuleRecord;

// The export of Json is its text until it is evaluated, that of Text is ready.
enum class ModuleKind : uint32_t { Esm, CommonJs, Script, Json, Text };
// Where a specifier leads that the program hands over when it runs, as far as it stands in the
// source.
enum class TargetMode : uint32_t { Import, Require, Resolve, ImportMetaResolve, Worker };
struct ModuleTarget {
  const void* specifier;       // static string
  const ModuleRecord* module;  // null: there is none, asking throws
  TargetMode mode;
  uint32_t phase;  // ModulePhase
};
// What perry-cc emits for a module, as the symbol `p.<module id>`. Cells of bindings are
// thread-local and Empty (zero) at the start.
struct ModuleInfo {
  ModuleKind kind;
  uint32_t is_async;             // has a top-level await
  const char* path;              // relative to the project, for traces and import.meta
  const FunctionInfo* declare;   // hoisted functions and `var`s get their values; null: none
  const FunctionInfo* evaluate;  // the body; of CommonJS: takes exports, require, module,
                                 // __filename, __dirname
  // This thread's cell of the module's own export `index`, in byte order of the names.
  uint64_t* (*export_cell)(uint32_t index);
  const void* const* export_names;  // atoms, in that order
  const ModuleTarget* targets;      // in order of mode, then of the specifiers' bytes
  uint32_t export_count;
  uint32_t target_count;
  const CallTable* calls;
};

// What perry-ld emits for it, as the symbol `r.<module id>`: how it stands in this program. A cell
// is a variable's distance from the thread pointer (in a library, see Library), for all threads.
inline uint64_t* variable_at(int64_t cell) {
  return reinterpret_cast<uint64_t*>(static_cast<char*>(__builtin_thread_pointer()) + cell);
}
// What a module asks for by declaration, in the order of evaluation.
struct ModuleRequest {
  const ModuleRecord* module;
  uint32_t phase;  // ModulePhase
  uint32_t reserved;
};
enum class ModulePhase : uint32_t { Evaluation, Source, Defer };
// A name of a namespace object; the rows are in order of UTF-16 code units.
struct NamespaceName {
  const void* name;            // static string
  const ModuleRecord* module;  // that has the variable
  int64_t cell;                // 0: none, it is the module's namespace object itself
};
// What importers see of a CommonJS module: `default` and the names that were detected. The registry
// has the variables, as `p.<module id>.<name>`; the runtime fills them when the module was
// evaluated.
struct CommonJsName {
  const void* name;  // static string
  int64_t cell;
};
struct ModuleRecord {
  const ModuleInfo* info;
  const char* id;
  uint32_t index;  // in the program's modules
  uint32_t request_count;
  const ModuleRequest* requests;
  const NamespaceName* names;  // of its namespace object; null when the program can't see one
  const CommonJsName* commonjs_names;
  uint32_t name_count;
  uint32_t commonjs_name_count;
};
// The program, as the symbol `perry_program`; a library, as `perry_library_<name>`.
struct Program {
  const ModuleRecord* const* modules;  // in order of their ids
  const uint32_t* entries;  // evaluated one after the other; the last one is the main module
  uint32_t module_count;
  uint32_t entry_count;
  const char* abi;         // of the linker; objects refer to theirs by name
  const char* build_id;    // of everything that the program consists of
  const void* runtime;     // its symbol of that name, in the runtime that it was linked with
  int64_t first_variable;  // of a library: the cell at which its thread-local variables begin,
  int64_t end_variable;    // and the one behind them, so that they can be cleared
};

}  // namespace perry::abi
