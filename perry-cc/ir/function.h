#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <vector>

#include "perry-cc/ir/op.h"
#include "perry-cc/ir/type.h"
#include "support/base/id_containers.h"
#include "support/base/span.h"

namespace perry::ir {

// One operation, and the value it makes. Instructions of a block are a doubly linked list: its
// parameters first, the instruction that ends it last.
struct Instruction {
  Op op = Op::Unreachable;
  uint16_t mode = 0;  // see Immediate
  Type type;
  uint32_t position = 0;  // byte offset in the source
  uint32_t operands = 0;  // start in the function's pool
  uint32_t operand_count = 0;
  uint32_t first = 0;  // the immediate's words
  uint32_t second = 0;
  ValueId previous;
  ValueId next;
  BlockId block;  // none: not part of the function any more

  Immediate immediate() const { return {mode, first, second}; }
};

// How a block is entered.
enum class BlockKind : uint8_t {
  Normal,   // by jumps, branches and switches, with an argument for each parameter
  Handler,  // by unwind edges: the first parameter is the exception
  Resume,   // by suspensions: the first parameter is the value sent in
};

struct Block {
  ValueId first;
  ValueId last;
  EdgeId unwind;  // where what it throws goes; none: to the caller
  uint32_t parameter_count = 0;
  BlockKind kind = BlockKind::Normal;
  bool removed = false;
  bool is_generic = false;  // of the version of the body that assumes nothing

  // Parameters that no argument stands for.
  uint32_t implicit_parameters() const { return kind == BlockKind::Normal ? 0 : 1; }
};

// A way from one block to another, with what it passes on.
struct Edge {
  BlockId source;
  BlockId target;
  uint32_t arguments = 0;  // start in the pool
  uint32_t argument_count = 0;
};

enum class FunctionKind : uint8_t {
  Function,
  ModuleInit,     // a module's top level
  ModuleDeclare,  // what comes before any module's top level: hoisted functions, `var`s
  Script,
  CommonJS,  // the function around a CommonJS module
  Resume,    // goes on with a function that suspended; what it is called with is resume.*
};

enum class FunctionFlag : uint32_t {
  None = 0,
  Strict = 1 << 0,
  Arrow = 1 << 1,
  Method = 1 << 2,  // no [[Construct]]
  Getter = 1 << 3,
  Setter = 1 << 4,
  Class = 1 << 5,  // must be called with `new`
  Derived = 1 << 6,
  Async = 1 << 7,
  Generator = 1 << 8,
  UsesThis = 1 << 9,
  UsesArguments = 1 << 10,
  FieldInit = 1 << 11,  // runs a class's field initialisers; never seen by a program
};
constexpr FunctionFlag operator|(FunctionFlag a, FunctionFlag b) {
  return static_cast<FunctionFlag>(static_cast<uint32_t>(a) | static_cast<uint32_t>(b));
}
constexpr FunctionFlag operator&(FunctionFlag a, FunctionFlag b) {
  return static_cast<FunctionFlag>(static_cast<uint32_t>(a) & static_cast<uint32_t>(b));
}
constexpr bool has(FunctionFlag set, FunctionFlag flag) { return (set & flag) == flag; }

// A variable of an enclosing function that a closure keeps.
struct Capture {
  enum class Kind : uint8_t { Box, Value };  // Value: it never changes after the capture
  Kind kind = Kind::Box;
  AtomId name;

  friend bool operator==(const Capture&, const Capture&) = default;
};

// The heap frame of a resume function: slots that hold values first, raw numbers behind them.
struct FrameSlots {
  FunctionId start;  // the function that makes the frame
  uint32_t value_slots = 0;
  uint32_t raw_slots = 0;

  // The collector traces what every other representation stands for.
  static constexpr bool is_raw(Rep rep) {
    return rep == Rep::Double || rep == Rep::Int32 || rep == Rep::Bool;
  }
};

// What a function's closures carry beside its code.
struct FunctionInfo {
  AtomId name;
  AtomId shown_name;  // in stack traces; none: the name
  FunctionKind kind = FunctionKind::Function;
  FunctionFlag flags = FunctionFlag::None;
  uint32_t length = 0;  // the `length` property
  uint32_t parameter_count = 0;
  support::Span source;  // its text, for toString
  ClassId class_id;      // a constructor's layout, where one is known
  std::vector<Capture> captures;
  FrameSlots frame;  // of a resume function
};

// A function's graph. Ids are dense and stay valid; what is removed leaves a gap. Block 0 is the
// entry. Spans over operands and arguments last until the next ones are added.
class Function {
 public:
  FunctionInfo info;
  FunctionId self;  // its id in its module

  // --- blocks ---
  BlockId entry() const { return BlockId(0); }
  size_t block_count() const { return blocks_.size(); }
  Block& block(BlockId id) { return blocks_[id]; }
  const Block& block(BlockId id) const { return blocks_[id]; }
  BlockId new_block(BlockKind kind = BlockKind::Normal) {
    Block block;
    block.kind = kind;
    return blocks_.push_back(block);
  }
  // Removes it with its instructions; nobody may jump to it any more.
  void remove_block(BlockId id);
  // All blocks that are not removed, in order of creation.
  auto blocks() const { return BlockRange{this}; }

  // --- instructions ---
  size_t value_count() const { return instructions_.size(); }
  Instruction& operator[](ValueId id) { return instructions_[id]; }
  const Instruction& operator[](ValueId id) const { return instructions_[id]; }
  bool contains(ValueId id) const { return instructions_.contains(id); }
  void reserve(size_t instructions) { instructions_.reserve(instructions); }

  std::span<ValueId> operands(ValueId id) {
    const Instruction& i = instructions_[id];
    return {pool_.data() + i.operands, i.operand_count};
  }
  std::span<const ValueId> operands(ValueId id) const {
    const Instruction& i = instructions_[id];
    return {pool_.data() + i.operands, i.operand_count};
  }
  ValueId operand(ValueId id, uint32_t index) const { return operands(id)[index]; }

  // Makes an instruction that stands nowhere yet. `type` none: the row's result.
  ValueId make(Op op, std::span<const ValueId> operands, Immediate immediate, uint32_t position,
               Type type = Type());
  void append(BlockId block, ValueId id);
  void insert_before(ValueId place, ValueId id);
  void insert_after(ValueId place, ValueId id);
  // Takes it out of its block; its value must be used by nobody. Not for parameters.
  void remove(ValueId id);
  // Turns the instruction into another one in the same place, with the same id.
  void rewrite(ValueId id, Op op, std::span<const ValueId> operands, Immediate immediate,
               Type type = Type());

  // A new last parameter. The edges that lead here must get an argument.
  ValueId add_parameter(BlockId block, Type type);
  // The same in two steps, for whoever needs the value before it knows that it stays.
  ValueId new_parameter(Type type);
  void attach_parameter(BlockId block, ValueId id);
  // `parameters(b)[i]` in a loop: for (ValueId p = first_parameter(b); p; p = next_parameter(p)).
  ValueId first_parameter(BlockId block) const {
    return blocks_[block].parameter_count == 0 ? ValueId() : blocks_[block].first;
  }
  ValueId next_parameter(ValueId id) const {
    const ValueId next = instructions_[id].next;
    return next && instructions_[next].op == Op::BlockParameter ? next : ValueId();
  }
  // The first instruction that is no parameter.
  ValueId first_instruction(BlockId block) const;
  // The instruction that ends the block; none while the block is open.
  ValueId terminator(BlockId block) const {
    const ValueId last = blocks_[block].last;
    return last && ends_block(instructions_[last].op) ? last : ValueId();
  }
  // Takes away every parameter for which `goes` (by value) holds, and its argument on every edge;
  // linear in the size of the function. The values must be used by nobody.
  void remove_parameters(const std::vector<bool>& goes);

  // --- edges ---
  size_t edge_count() const { return edges_.size(); }
  Edge& edge(EdgeId id) { return edges_[id]; }
  const Edge& edge(EdgeId id) const { return edges_[id]; }
  std::span<ValueId> arguments(EdgeId id) {
    const Edge& e = edges_[id];
    return {pool_.data() + e.arguments, e.argument_count};
  }
  std::span<const ValueId> arguments(EdgeId id) const {
    const Edge& e = edges_[id];
    return {pool_.data() + e.arguments, e.argument_count};
  }
  EdgeId new_edge(BlockId source, BlockId target, std::span<const ValueId> arguments);
  void set_arguments(EdgeId id, std::span<const ValueId> arguments);
  // How many edges the instruction has; edge `i` is EdgeId(first + i).
  uint32_t edge_count(ValueId terminator) const;
  EdgeId edge_of(ValueId terminator, uint32_t index) const {
    assert(index < edge_count(terminator));
    return EdgeId(size_t{instructions_[terminator].first} + index);
  }
  // Every edge out of the block: those of its end, then the unwind edge.
  template <class F>
  void each_edge(BlockId block, F&& f) const {
    if (const ValueId end = terminator(block)) {
      const uint32_t count = edge_count(end);
      for (uint32_t i = 0; i < count; i++) f(edge_of(end, i));
    }
    if (blocks_[block].unwind) f(blocks_[block].unwind);
  }
  // The same by number, for walks that keep their place: none beyond the last one.
  EdgeId successor(BlockId block, uint32_t index) const;

  size_t pool_size() const { return pool_.size(); }
  // Every operand and argument, for rewriting all of them at once.
  std::span<ValueId> pool() { return pool_; }

  class BlockRange {
   public:
    struct Iterator {
      const Function* function;
      uint32_t index;
      BlockId operator*() const { return BlockId(index); }
      Iterator& operator++() {
        index++;
        skip();
        return *this;
      }
      void skip() {
        while (index < function->block_count() && function->block(BlockId(index)).removed) index++;
      }
      bool operator==(const Iterator& other) const { return index == other.index; }
    };
    const Function* function;
    Iterator begin() const {
      Iterator i{function, 0};
      i.skip();
      return i;
    }
    Iterator end() const { return {function, static_cast<uint32_t>(function->block_count())}; }
  };

 private:
  uint32_t add_to_pool(std::span<const ValueId> values);

  support::IdVector<BlockId, Block> blocks_;
  support::IdVector<ValueId, Instruction> instructions_;
  support::IdVector<EdgeId, Edge> edges_;
  std::vector<ValueId> pool_;
};

// Values that others take the place of, applied to a whole function at once.
class Replacements {
 public:
  bool empty() const { return count_ == 0; }
  void replace(ValueId old, ValueId by) {
    assert(old != by);
    by_.set(old, by);
    count_++;
  }
  // What stands for `id` in the end.
  ValueId find(ValueId id);
  void apply(Function& function);

 private:
  support::IdMap<ValueId, ValueId> by_;
  size_t count_ = 0;
};

}  // namespace perry::ir
