#include "perry-cc/ir/builder.h"

#include <algorithm>
#include <cassert>

#include "perry-cc/ir/check.h"

// SSA construction. A variable's value at a block's end is looked for backwards: first as far up as
// it is known to be the same (see History), then along single predecessors; where several ways meet
// it is a parameter, made before its arguments are looked for, so that the search ends in loops.
// The search keeps its own lists, since a chain of blocks may be as long as the source.
//
// A parameter whose arguments are all the same value (or itself) stands for that value. Most are
// found out at once; those whose arguments were themselves parameters still open are found by
// `finish`, which looks again at the users of each one it removes. Every list here is walked once
// per entry, and lists are merged small into large.
namespace perry::ir {

Builder::Builder(Function& function) : function_(function) {
  assert(function.block_count() == 0);
  const BlockId entry = make_block(BlockKind::Normal);
  seal(entry);
  enter(entry);
}

BlockId Builder::make_block(BlockKind kind) {
  const BlockId id = function_.new_block(kind);
  states_.emplace_back();
  history_.add_block();
  if (kind != BlockKind::Normal) function_.add_parameter(id, Rep::Boxed);
  return id;
}

void Builder::enter(BlockId block) {
  assert(!states_[block].ended && "the block has its end already");
  history_.on_enter(block, states_[block].sealed, sources_of(block));
  block_ = block;
}

std::span<const BlockId> Builder::sources_of(BlockId block) {
  sources_.clear();
  for (const EdgeId edge : states_[block].incoming) sources_.push_back(function_.edge(edge).source);
  return sources_;
}

void Builder::seal(BlockId block) {
  BlockState& state = states_[block];
  assert(!state.sealed);
  state.sealed = true;
  history_.on_seal(block, sources_of(block));
  for (const auto& [variable, parameter] : state.incomplete)
    to_complete_.push_back({variable, parameter, block});
  state.incomplete = {};
  drain();
}

// --- instructions ---

BlockId Builder::continue_in_new_block() {
  const BlockId next = make_block(BlockKind::Normal);
  jump(next);
  seal(next);
  enter(next);
  return next;
}

// Behind a protected operation that throws, anything but the end goes to a new block.
void Builder::make_room() {
  assert(is_open() && "nothing may be appended where control does not come");
  if (states_[block_].split_pending) continue_in_new_block();
}

void Builder::protect(Op op) {
  if (!may_throw(op)) return;
  if (handler_) {
    if (states_[block_].throws) continue_in_new_block();
    function_.block(block_).unwind = add_edge(handler_, {});
    states_[block_].split_pending = true;
    history_.on_end(block_);
  }
  states_[block_].throws = true;
}

ValueId Builder::append(Op op, std::span<const ValueId> operands, Immediate immediate, Type type) {
  assert(!ends_block(op) && op != Op::BlockParameter);
  make_room();
  protect(op);
  const ValueId id = function_.make(op, operands, immediate, position_, type);
  assert(explain_misfit(function_, id).empty());
  function_.append(block_, id);
  return id;
}

ValueId Builder::box(ValueId value) {
  const Type type = function_[value].type;
  return type.fits(Rep::Boxed) ? value : append(Op::Box, {value});
}

// --- ends of blocks ---

EdgeId Builder::add_edge(BlockId target, std::span<const ValueId> arguments) {
  assert(!states_[target].sealed && "an edge to a sealed block");
  const EdgeId id = function_.new_edge(block_, target, arguments);
  states_[target].incoming.push_back(id);
  return id;
}

void Builder::end(Op op, std::span<const ValueId> operands, Immediate immediate) {
  assert(is_open());
  const ValueId id = function_.make(op, operands, immediate, position_);
  assert(explain_misfit(function_, id).empty());
  function_.append(block_, id);
  states_[block_].ended = true;
  history_.on_end(block_);
  block_ = BlockId();
}

void Builder::end_with_targets(Op op, std::span<const ValueId> operands,
                               std::span<const Target> targets, uint16_t mode) {
  const auto first = static_cast<uint32_t>(function_.edge_count());
  for (const Target& target : targets) add_edge(target.block, target.arguments);
  end(op, operands, {mode, first, static_cast<uint32_t>(targets.size())});
}

void Builder::jump(BlockId target, std::span<const ValueId> arguments) {
  const Target targets[] = {{target, arguments}};
  end_with_targets(Op::Jump, {}, targets, 0);
}

void Builder::branch(ValueId condition, BlockId if_true, BlockId if_false) {
  branch(condition, Target{if_true, {}}, Target{if_false, {}});
}

void Builder::branch(ValueId condition, Target if_true, Target if_false) {
  const Target targets[] = {if_true, if_false};
  end_with_targets(Op::Branch, {{condition}}, targets, 0);
}

void Builder::switch_on(ValueId value, std::span<const Target> targets) {
  assert(!targets.empty());
  end_with_targets(Op::Switch, {{value}}, targets, 0);
}

void Builder::suspend(SuspendKind kind, ValueId value, BlockId resume, BlockId on_return) {
  make_room();
  protect(Op::Suspend);
  const Target targets[] = {{resume, {}}, {on_return, {}}};
  end_with_targets(Op::Suspend, {{value}}, std::span(targets, on_return ? 2 : 1),
                   static_cast<uint16_t>(kind));
}

void Builder::return_value(ValueId value) { end(Op::Return, {{value}}, {}); }

void Builder::throw_value(ValueId value) {
  make_room();
  protect(Op::Throw);
  end(Op::Throw, {{value}}, {});
}

void Builder::throw_error(ErrorKind kind, AtomId name) {
  make_room();
  protect(Op::ThrowError);
  end(Op::ThrowError, {}, Immediate::of(kind, name));
}

void Builder::unreachable() { end(Op::Unreachable, {}, {}); }

// --- variables ---

void Builder::write(VariableId variable, ValueId value) {
  assert(function_[value].type.fits(variables_[variable].type));
  // What a handler sees of this block is what held before its last operation.
  make_room();
  definitions_[key(variable, block_)] = value;
  history_.on_write(variable);
}

ValueId Builder::read(VariableId variable) {
  assert(is_open());
  const ValueId value = read_in(variable, block_);
  drain();
  return resolve(value);
}

ValueId Builder::read_in(VariableId variable, BlockId block) {
  ValueId value;
  const size_t path_start = path_.size();
  for (;;) {
    if (const auto at = definitions_.find(key(variable, block)); at != definitions_.end()) {
      value = resolve(at->second);
      break;
    }
    path_.push_back(block);
    if (const BlockId above = history_.same_value_above(variable, block); above != block) {
      block = above;
      continue;
    }
    BlockState& state = states_[block];
    if (!state.sealed) {
      value = function_.new_parameter(variables_[variable].type);
      state.incomplete.push_back({variable, value});
      break;
    }
    if (state.incoming.size() > 1) {
      value = function_.new_parameter(variables_[variable].type);
      to_complete_.push_back({variable, value, block});
      break;
    }
    // Beyond as many steps as there are blocks this is a loop that nothing enters.
    if (state.incoming.empty() || path_.size() - path_start > states_.size()) {
      value = undefined_at_entry(variables_[variable].type);
      break;
    }
    block = function_.edge(state.incoming[0]).source;
  }
  for (size_t i = path_start; i < path_.size(); i++) definitions_[key(variable, path_[i])] = value;
  path_.resize(path_start);
  return value;
}

void Builder::drain() {
  while (!to_complete_.empty()) {
    const Open open = to_complete_.back();
    to_complete_.pop_back();
    complete(open);
  }
}

void Builder::complete(const Open& open) {
  const size_t first = arguments_.size();
  ValueId only;
  bool trivial = true;
  // Indexed: reading makes no edges, but it may add to `arguments_`' owner lists.
  for (size_t i = 0; i < states_[open.block].incoming.size(); i++) {
    const EdgeId edge = states_[open.block].incoming[i];
    const ValueId value = read_in(open.variable, function_.edge(edge).source);
    arguments_.push_back({edge, value});
    if (value == open.parameter || value == only) continue;
    trivial = trivial && only.is_none();
    only = value;
  }
  if (trivial) {
    arguments_.resize(first);
    if (only.is_none()) only = undefined_at_entry(variables_[open.variable].type);
    replacements_.replace(open.parameter, only);
    return;
  }
  function_.attach_parameter(open.block, open.parameter);
  parameters_.push_back(
      {open.parameter, static_cast<uint32_t>(first), static_cast<uint32_t>(arguments_.size())});
}

// A value for paths on which nothing was written. Code that can run never sees it, unless the
// variable is declared without a value.
ValueId Builder::undefined_at_entry(Type type) {
  ValueId& value = undefined_[static_cast<uint32_t>(type.rep())];
  if (value) return value;
  switch (type.rep()) {
    case Rep::Boxed:
      value = function_.make(Op::Undefined, {}, {}, 0);
      break;
    case Rep::Double:
      value = function_.make(Op::ConstDouble, {}, Immediate::of(0.0), 0);
      break;
    case Rep::Int32:
      value = function_.make(Op::ConstInt32, {}, Immediate::of(int32_t{0}), 0);
      break;
    case Rep::Bool:
      value = function_.make(Op::ConstBool, {}, Immediate::of(false), 0);
      break;
    default:
      value = function_.make(Op::Empty, {}, {}, 0, type.rep());
      break;
  }
  if (const ValueId place = function_.first_instruction(function_.entry()))
    function_.insert_before(place, value);
  else
    function_.append(function_.entry(), value);
  return value;
}

// --- the end ---

void Builder::finish() {
  assert(!is_open() && "the last block has no end");
  remove_unreachable();
  remove_trivial_parameters();
  write_arguments();
  replacements_.apply(function_);
}

void Builder::remove_unreachable() {
  std::vector<bool> reached(function_.block_count());
  std::vector<BlockId> work = {function_.entry()};
  reached[0] = true;
  while (!work.empty()) {
    const BlockId block = work.back();
    work.pop_back();
    assert(function_.terminator(block) && "a block that can be reached has no end");
    function_.each_edge(block, [&](EdgeId edge) {
      const BlockId target = function_.edge(edge).target;
      assert(states_[target].sealed && "a block that can be reached was never sealed");
      if (!reached[target.index]) work.push_back(target);
      reached[target.index] = true;
    });
  }
  for (uint32_t i = 0; i < reached.size(); i++)
    if (!reached[i]) function_.remove_block(BlockId(i));
}

void Builder::remove_trivial_parameters() {
  // Which parameters have a value among their arguments, by number.
  support::IdMap<ValueId, uint32_t> numbers(UINT32_MAX);
  std::vector<std::vector<uint32_t>> users(parameters_.size());
  for (uint32_t i = 0; i < parameters_.size(); i++) numbers.set(parameters_[i].value, i);
  const auto each_argument = [&](const Parameter& p, auto&& f) {
    for (uint32_t a = p.first_argument; a < p.end_argument; a++)
      if (!function_.block(function_.edge(arguments_[a].edge).source).removed)
        f(resolve(arguments_[a].value));
  };
  std::vector<uint32_t> work;
  for (uint32_t i = static_cast<uint32_t>(parameters_.size()); i-- > 0;) {
    if (function_
            .block(function_[parameters_[i].value].block.is_none()
                       ? function_.entry()
                       : function_[parameters_[i].value].block)
            .removed)
      continue;
    work.push_back(i);
    each_argument(parameters_[i], [&](ValueId v) {
      if (const uint32_t n = numbers.get(v); n != UINT32_MAX) users[n].push_back(i);
    });
  }
  std::vector<bool> goes(function_.value_count());
  while (!work.empty()) {
    const uint32_t i = work.back();
    work.pop_back();
    const Parameter& p = parameters_[i];
    if (goes[p.value.index] || function_[p.value].block.is_none()) continue;
    ValueId only;
    bool trivial = true;
    each_argument(p, [&](ValueId v) {
      if (v == p.value || v == only) return;
      trivial = trivial && only.is_none();
      only = v;
    });
    if (!trivial || only.is_none()) continue;
    replacements_.replace(p.value, only);
    goes[p.value.index] = true;
    work.insert(work.end(), users[i].begin(), users[i].end());
    if (const uint32_t n = numbers.get(only); n != UINT32_MAX) {
      if (users[n].size() < users[i].size()) std::swap(users[n], users[i]);
      users[n].insert(users[n].end(), users[i].begin(), users[i].end());
    }
    users[i] = {};
  }
  // Their arguments aren't in the graph yet, so taking them out of their blocks is all.
  const auto is_gone = [&](const Parameter& p) {
    return goes[p.value.index] || function_[p.value].block.is_none();
  };
  for (const Parameter& p : parameters_) {
    if (!goes[p.value.index]) continue;
    Block& block = function_.block(function_[p.value].block);
    function_.remove(p.value);
    block.parameter_count--;
  }
  std::erase_if(parameters_, is_gone);
}

// Puts the arguments of the variables' parameters behind those that the jumps named themselves.
void Builder::write_arguments() {
  std::vector<uint32_t> starts(function_.edge_count() + 1);
  for (const Parameter& p : parameters_)
    for (uint32_t a = p.first_argument; a < p.end_argument; a++)
      starts[arguments_[a].edge.index + 1]++;
  for (size_t i = 1; i < starts.size(); i++) starts[i] += starts[i - 1];
  // In the order of `parameters_`, which is the order in which they were attached.
  std::vector<ValueId> sorted(starts.back());
  std::vector<uint32_t> next(starts.begin(), starts.end() - 1);
  for (const Parameter& p : parameters_)
    for (uint32_t a = p.first_argument; a < p.end_argument; a++)
      sorted[next[arguments_[a].edge.index]++] = resolve(arguments_[a].value);

  std::vector<ValueId> all;
  for (uint32_t e = 0; e < function_.edge_count(); e++) {
    const EdgeId id(e);
    if (starts[e] == starts[e + 1] || function_.block(function_.edge(id).source).removed) continue;
    const auto named = function_.arguments(id);
    all.assign(named.begin(), named.end());
    all.insert(all.end(), sorted.begin() + starts[e], sorted.begin() + starts[e + 1]);
    function_.set_arguments(id, all);
  }
  for (const BlockId block : function_.blocks()) {
    uint32_t index = 0;
    for (ValueId p = function_.first_parameter(block); p; p = function_.next_parameter(p))
      function_[p].first = index++;
  }
}

}  // namespace perry::ir
