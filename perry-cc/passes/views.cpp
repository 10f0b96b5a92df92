#include <map>
#include <tuple>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/loops.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/speculation.h"
#include "perry-cc/passes/vocabulary.h"

// Looks at arrays in front of loops, not at each of their elements.
//
// While a loop only makes attempts, no array changes its kind or moves its elements, and none gets
// shorter: an attempt does not do such a thing. So where the elements are, how many there are, and
// whether they are raw doubles is read once, in the block that leads into the loop, for every array
// that the loop did not get from itself. An access whose index is not among those asks the array
// as it is now, as before: it may have grown.
// What objects have as fields is likewise asked in front of loops.
namespace perry::passes {

bool is_quiet(Op op) {
  switch (op) {
    case Op::TrySetProp:
    case Op::TrySetElem:
    case Op::TryCall:
    case Op::StoreField:
    case Op::StoreBox:
    case Op::StoreModule:
      return true;
    default:
      return !has(ir::effects_of(op), Effects::Writes) && !has(ir::effects_of(op), Effects::RunsJs);
  }
}

namespace {

class Viewer {
 public:
  explicit Viewer(Function& function)
      : f_(function), dominators_(function), loops_(function, dominators_) {}
  bool run();

 private:
  // The values that describe an array: what is in front of which loop, of which array.
  struct View {
    ValueId values, count, bias;
  };
  enum class Use : uint8_t { Read, Write };

  void find_quiet_loops();
  BlockId entrance(ir::LoopId loop) const;
  ir::LoopId loop_for(ValueId access) const;
  const View& view(ir::LoopId loop, ValueId array, Use use);
  void look_at(ValueId access);
  void ask_before(ValueId check);
  ValueId append(ValueId place, Op op, ValueId array) {
    const ValueId operands[] = {array};
    const ValueId made = f_.make(op, operands, {}, f_[place].position);
    f_.insert_before(place, made);
    return made;
  }

  Function& f_;
  ir::Dominators dominators_;
  ir::Loops loops_;
  std::vector<bool> is_quiet_;      // by loop
  std::vector<BlockId> entrances_;  // by loop; none: there is not just one
  std::map<std::tuple<uint32_t, uint32_t, Use>, View> views_;
  std::map<std::tuple<uint32_t, uint32_t, uint32_t>, ValueId> checks_;  // loop, object, keys
  ir::Replacements replacements_;
  bool changed_ = false;
};

void Viewer::find_quiet_loops() {
  is_quiet_.assign(loops_.all().size(), true);
  for (const BlockId block : dominators_.order()) {
    ir::LoopId loop = loops_.of(block);
    if (!loop) continue;
    bool quiet = true;
    for (ValueId v = f_.first_instruction(block); v && quiet; v = f_[v].next)
      quiet = is_quiet(f_[v].op);
    if (quiet) continue;
    for (; loop; loop = loops_[loop].parent) is_quiet_[loop.index] = false;
  }
  const ir::Predecessors predecessors(f_);
  for (const ir::Loop& loop : loops_.all()) {
    BlockId entrance;
    int count = 0;
    for (const EdgeId e : predecessors.of(loop.header)) {
      if (dominators_.dominates(loop.header, f_.edge(e).source)) continue;
      entrance = f_.edge(e).source;
      count++;
    }
    const bool is_only = count == 1 && f_[f_.terminator(entrance)].op == Op::Jump;
    entrances_.push_back(is_only ? entrance : BlockId());
  }
}

// The outermost loop around the access that does not change the array.
ir::LoopId Viewer::loop_for(ValueId access) const {
  const BlockId definition = f_[f_.operand(access, 0)].block;
  ir::LoopId found;
  for (ir::LoopId loop = loops_.of(f_[access].block); loop; loop = loops_[loop].parent) {
    if (!is_quiet_[loop.index] || loops_.contains(loop, definition)) break;
    const BlockId entrance = entrances_[loop.index];
    if (entrance && dominators_.dominates(definition, entrance)) found = loop;
  }
  return found;
}

const Viewer::View& Viewer::view(ir::LoopId loop, ValueId array, Use use) {
  const auto [at, is_new] = views_.try_emplace({loop.index, array.index, use});
  if (is_new) {
    const ValueId place = f_.terminator(entrances_[loop.index]);
    at->second = {append(place, Op::ViewValues, array),
                  append(place, use == Use::Read ? Op::ViewReadable : Op::ViewWritable, array),
                  append(place, Op::ViewBias, array)};
  }
  return at->second;
}

void Viewer::look_at(ValueId access) {
  const Op op = f_[access].op;
  const ValueId key = f_.operand(access, 1);
  if (f_[key].op != Op::Box || f_[f_.operand(key, 0)].type != Type(Rep::Int32)) return;
  const ir::LoopId loop = loop_for(access);
  if (!loop) return;
  const ValueId array = f_.operand(access, 0);
  const View known = view(loop, array, op == Op::TryGetElem ? Use::Read : Use::Write);
  std::vector<ValueId> operands(f_.operands(access).begin(), f_.operands(access).end());
  operands.insert(operands.end(), {known.values, known.count, known.bias});
  const Op by = op == Op::TryGetElem ? Op::TryGetElemView : Op::TrySetElemView;
  f_.rewrite(access, by, operands, f_[access].immediate());
  changed_ = true;
}

void Viewer::ask_before(ValueId check) {
  const ir::LoopId loop = loop_for(check);
  if (!loop) return;
  const ValueId object = f_.operand(check, 0);
  ValueId& before = checks_[{loop.index, object.index, f_[check].first}];
  if (!before) {
    const ValueId place = f_.terminator(entrances_[loop.index]);
    const ValueId operands[] = {object};
    before = f_.make(Op::HasFields, operands, f_[check].immediate(), f_[check].position);
    f_.insert_before(place, before);
  }
  replacements_.replace(check, before);
  f_.remove(check);
  changed_ = true;
}

bool Viewer::run() {
  if (loops_.all().empty()) return false;
  find_quiet_loops();
  for (const BlockId block : dominators_.order()) {
    for (ValueId v = f_.first_instruction(block), next; v; v = next) {
      next = f_[v].next;
      if (f_[v].op == Op::TryGetElem || f_[v].op == Op::TrySetElem) look_at(v);
      if (f_[v].op == Op::HasFields) ask_before(v);
    }
  }
  replacements_.apply(f_);
  return changed_;
}

}  // namespace

bool view_arrays(Module&, Function& body) { return Viewer(body).run(); }

}  // namespace perry::passes
