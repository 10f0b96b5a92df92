#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

#include "perry-cc/ir/function.h"
#include "perry-cc/ir/history.h"
#include "support/base/id_containers.h"

namespace perry::ir {

// Writes a function's graph from front to back, and turns local variables into SSA values on the
// way (after Braun, Buchwald, Hack, Leißa, Mallon, Zwinkau, "Simple and Efficient Construction of
// Static Single Assignment Form", 2013).
//
// A block is *sealed* when all edges to it exist; until then a variable read in it becomes a
// parameter whose arguments are found later. Blocks are made open; the entry is sealed.
//
// Protected code: `set_handler` names the block that exceptions of everything appended from then on
// go to. The builder keeps the rule that only the last operation of such a block may throw: behind
// an operation that throws it goes on in a new block, so `block()` changes under the caller's feet
// and variables at the handler have the values they had when it threw.
//
// Where the current place can't be reached (behind a return, say) nothing may be appended until
// `enter`. Values handed out by `read` stand for what they turn out to be: `finish` puts the final
// ones into every instruction.
class Builder {
 public:
  explicit Builder(Function& function);
  Builder(const Builder&) = delete;
  Builder& operator=(const Builder&) = delete;

  Function& function() { return function_; }

  // --- places ---
  BlockId new_block() { return make_block(BlockKind::Normal); }
  // Handler and resume blocks get their first parameter at once.
  BlockId new_handler() { return make_block(BlockKind::Handler); }
  BlockId new_resume() { return make_block(BlockKind::Resume); }
  // The exception of a handler, the value sent to a resume block.
  ValueId received(BlockId block) const { return function_.block(block).first; }
  // Goes on at the end of `block`, which nothing ends yet.
  void enter(BlockId block);
  BlockId block() const { return block_; }
  // False behind the end of a block.
  bool is_open() const { return !block_.is_none(); }
  void seal(BlockId block);
  bool is_sealed(BlockId block) const { return states_[block].sealed; }
  // Whether any edge leads to it so far.
  bool has_edges(BlockId block) const { return !states_[block].incoming.empty(); }

  // Of everything appended from now on.
  void set_position(uint32_t position) { position_ = position; }
  uint32_t position() const { return position_; }
  // None: exceptions leave the function. Gives back the one before.
  BlockId set_handler(BlockId handler) { return std::exchange(handler_, handler); }
  BlockId handler() const { return handler_; }

  // --- instructions ---
  ValueId append(Op op, std::span<const ValueId> operands, Immediate immediate = {},
                 Type type = Type());
  ValueId append(Op op, std::initializer_list<ValueId> operands = {}, Immediate immediate = {},
                 Type type = Type()) {
    return append(op, std::span(operands.begin(), operands.size()), immediate, type);
  }
  ValueId number(double value) { return append(Op::ConstDouble, {}, Immediate::of(value)); }
  ValueId int32(int32_t value) { return append(Op::ConstInt32, {}, Immediate::of(value)); }
  ValueId boolean(bool value) { return append(Op::ConstBool, {}, Immediate::of(value)); }
  ValueId string(AtomId text) { return append(Op::ConstString, {}, Immediate::of(text)); }
  ValueId undefined() { return append(Op::Undefined); }
  ValueId null() { return append(Op::Null); }
  ValueId empty() { return append(Op::Empty); }
  // The value in boxed form: itself where it is one already.
  ValueId box(ValueId value);
  // A parameter that jumps pass explicitly. Before the first edge to the block.
  ValueId add_parameter(BlockId block, Type type) { return function_.add_parameter(block, type); }

  // --- ends of blocks ---
  void jump(BlockId target, std::span<const ValueId> arguments = {});
  void jump(BlockId target, std::initializer_list<ValueId> arguments) {
    jump(target, std::span(arguments.begin(), arguments.size()));
  }
  void branch(ValueId condition, BlockId if_true, BlockId if_false);
  struct Target {
    BlockId block;
    std::span<const ValueId> arguments;
  };
  void branch(ValueId condition, Target if_true, Target if_false);
  // Case i goes to targets[i], everything else to the last one.
  void switch_on(ValueId value, std::span<const Target> targets);
  // `on_return`: none for those kinds that can't be sent a return.
  void suspend(SuspendKind kind, ValueId value, BlockId resume, BlockId on_return = BlockId());
  void return_value(ValueId value);
  void throw_value(ValueId value);
  void throw_error(ErrorKind kind, AtomId name = AtomId());
  void unreachable();

  // --- variables ---
  VariableId new_variable(Type type = Rep::Boxed) {
    history_.add_variable();
    return variables_.push_back({type});
  }
  void write(VariableId variable, ValueId value);
  // Where no write reaches, the value is undefined.
  ValueId read(VariableId variable);

  // Once, at the end: every block is sealed and ended. Parameters that turned out to have one value
  // are gone from the graph, and blocks that nothing reaches too.
  void finish();

 private:
  struct Variable {
    Type type;
  };
  struct BlockState {
    bool sealed = false;
    bool ended = false;
    bool throws = false;         // holds an operation that may throw
    bool split_pending = false;  // ... and is protected: more goes to a new block
    std::vector<EdgeId> incoming;
    std::vector<std::pair<VariableId, ValueId>> incomplete;  // parameters waiting for the seal
  };
  // A parameter that stands for a variable and has no arguments yet.
  struct Open {
    VariableId variable;
    ValueId parameter;
    BlockId block;
  };
  struct Argument {
    EdgeId edge;
    ValueId value;
  };
  // A parameter that stands for a variable, with its range of `arguments_`.
  struct Parameter {
    ValueId value;
    uint32_t first_argument;
    uint32_t end_argument;
  };

  static uint64_t key(VariableId variable, BlockId block) {
    return uint64_t{variable.index} << 32 | block.index;
  }

  BlockId make_block(BlockKind kind);
  BlockId continue_in_new_block();
  void make_room();
  void protect(Op op);
  EdgeId add_edge(BlockId target, std::span<const ValueId> arguments);
  void end(Op op, std::span<const ValueId> operands, Immediate immediate);
  void end_with_targets(Op op, std::span<const ValueId> operands, std::span<const Target> targets,
                        uint16_t mode);
  ValueId resolve(ValueId value) { return replacements_.find(value); }

  ValueId read_in(VariableId variable, BlockId block);
  std::span<const BlockId> sources_of(BlockId block);
  void complete(const Open& open);
  void drain();
  ValueId undefined_at_entry(Type type);
  void remove_trivial_parameters();
  void write_arguments();
  void remove_unreachable();

  Function& function_;
  BlockId block_;
  BlockId handler_;
  uint32_t position_ = 0;
  support::IdVector<VariableId, Variable> variables_;
  support::IdVector<BlockId, BlockState> states_;
  std::unordered_map<uint64_t, ValueId> definitions_;  // the value of a variable at a block's end
  History history_;
  std::vector<BlockId> sources_;  // of `sources_of`
  std::vector<BlockId> path_;     // of `read_in`
  std::vector<Open> to_complete_;
  std::vector<Argument> arguments_;
  std::vector<Parameter> parameters_;
  Replacements replacements_;
  std::array<ValueId, kRepCount> undefined_{};  // `undefined_at_entry`, by representation
};

}  // namespace perry::ir
