#include <cstdint>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "perry-cc/ir/dominators.h"
#include "perry-cc/ir/loops.h"
#include "perry-cc/passes/constant.h"
#include "perry-cc/passes/edit.h"
#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/speculation.h"
#include "perry-cc/passes/vocabulary.h"

// Looks at arrays in front of loops, not at each of their elements.
//
// While a loop only makes attempts, no array changes its kind or moves its elements, and none gets
// shorter: an attempt does not do such a thing. So where the elements are and whether they are raw
// doubles is read once, in the block that leads into the loop, for every array that the loop did
// not get from itself. An access whose index is not among those asks the array, as before.
// What objects have as fields is likewise asked in front of loops, and so are globals and
// properties that no store in the loop may be one to.
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

// By row of known.def: whether it makes an array longer.
struct KnownKind {
  enum : uint8_t { Numbers, Reads, Grows };
};
constexpr bool kGrows[] = {
#define KNOWN(name, property, arguments, kind) KnownKind::kind == KnownKind::Grows,
#include "runtime/abi/known.def"
};

class Viewer {
 public:
  Viewer(const Module& module, Function& function)
      : module_(module), f_(function), dominators_(function), loops_(function, dominators_) {}
  bool run();

 private:
  // The values that describe an array: what is in front of which loop, of which array.
  struct View {
    ValueId elements, bias;
  };
  enum class Use : uint8_t { Read, Write };

  void find_quiet_loops();
  void find_stores();
  bool may_store(ir::LoopId loop, AtomId key) const;
  BlockId entrance(ir::LoopId loop) const;
  ir::LoopId loop_for(ValueId access);
  ir::LoopId loop_for_property(ValueId attempt);
  const View& view(ir::LoopId loop, ValueId array, Use use);
  ValueId index_of(ValueId access);
  void look_at(ValueId access);
  void ask_before(ValueId check);
  void get_before(ValueId attempt);
  ValueId append(ValueId place, Op op, ValueId array) {
    const ValueId operands[] = {array};
    const ValueId made = f_.make(op, operands, {}, f_[place].position);
    f_.insert_before(place, made);
    return made;
  }

  const Module& module_;
  Function& f_;
  ir::Dominators dominators_;
  ir::Loops loops_;
  std::vector<bool> is_quiet_;                      // by loop
  std::vector<BlockId> entrances_;                  // by loop; none: there is not just one
  std::vector<bool> grows_arrays_;                  // by loop: perhaps
  std::set<std::pair<uint32_t, uint32_t>> stores_;  // loop and key
  std::set<uint32_t> field_keys_;                   // of all classes that are asked for
  std::map<std::tuple<uint32_t, uint32_t, Use>, View> views_;
  // Loop, object, keys or row, and which of these.
  std::map<std::tuple<uint32_t, uint32_t, uint32_t, bool>, ValueId> checks_;
  // Loop, object, key, and whether the length is wanted as an int32.
  std::map<std::tuple<uint32_t, uint32_t, uint32_t, bool>, ValueId> gets_;
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

void Viewer::find_stores() {
  grows_arrays_.resize(loops_.all().size());
  for (const BlockId block : dominators_.order()) {
    for (ValueId v = f_.first_instruction(block); v; v = f_[v].next) {
      const Op op = f_[v].op;
      if (op == Op::HasFields)
        for (const AtomId key : module_.literals[f_[v].immediate().as<ir::LiteralId>()].keys)
          field_keys_.insert(key.index);
      const bool grows = op == Op::TrySetElem || (op == Op::TryCall && kGrows[f_[v].first]);
      if (!grows && op != Op::TrySetProp) continue;
      for (ir::LoopId loop = loops_.of(block); loop; loop = loops_[loop].parent) {
        if (grows)
          grows_arrays_[loop.index] = true;
        else
          stores_.emplace(loop.index, f_[v].first);
      }
    }
  }
}

bool Viewer::may_store(ir::LoopId loop, AtomId key) const {
  return field_keys_.contains(key.index) || stores_.contains({loop.index, key.index}) ||
         (grows_arrays_[loop.index] && module_.atoms.text(key) == "length");
}

// The outermost loop around the attempt in which it always gives the same.
ir::LoopId Viewer::loop_for_property(ValueId attempt) {
  const auto key = f_[attempt].immediate().as<AtomId>();
  const BlockId definition = f_[attempt].op == Op::TryLoadGlobal
                                 ? f_.entry()
                                 : f_[replacements_.find(f_.operand(attempt, 0))].block;
  ir::LoopId found;
  for (ir::LoopId loop = loops_.of(f_[attempt].block); loop; loop = loops_[loop].parent) {
    if (!is_quiet_[loop.index] || loops_.contains(loop, definition) || may_store(loop, key)) break;
    const BlockId entrance = entrances_[loop.index];
    if (entrance && dominators_.dominates(definition, entrance)) found = loop;
  }
  return found;
}

// The outermost loop around the access that does not change the array.
ir::LoopId Viewer::loop_for(ValueId access) {
  const BlockId definition = f_[replacements_.find(f_.operand(access, 0))].block;
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
    const Op elements = use == Use::Read ? Op::ViewReadable : Op::ViewWritable;
    at->second = {append(place, elements, array), append(place, Op::ViewBias, array)};
  }
  return at->second;
}

// The key of the access as a boxed int32; none if it may be no index.
ValueId Viewer::index_of(ValueId access) {
  const ValueId key = f_.operand(access, 1);
  if (f_[key].op != Op::Box) return ValueId();
  const ValueId number = f_.operand(key, 0);
  if (f_[number].type == Type(Rep::Int32)) return key;
  const auto constant = constant_of(f_, number);
  if (!constant || !fits(*constant, Rep::Int32)) return ValueId();
  return append(access, Op::Box, insert_constant(f_, access, *constant, Rep::Int32));
}

void Viewer::look_at(ValueId access) {
  const Op op = f_[access].op;
  const ir::LoopId loop = loop_for(access);
  if (!loop) return;
  const ValueId key = index_of(access);
  if (!key) return;
  const ValueId array = replacements_.find(f_.operand(access, 0));
  const View known = view(loop, array, op == Op::TryGetElem ? Use::Read : Use::Write);
  std::vector<ValueId> operands(f_.operands(access).begin(), f_.operands(access).end());
  operands[1] = key;
  operands.insert(operands.end(), {known.elements, known.bias});
  const Op by = op == Op::TryGetElem ? Op::TryGetElemView : Op::TrySetElemView;
  f_.rewrite(access, by, operands, f_[access].immediate());
  changed_ = true;
}

void Viewer::ask_before(ValueId check) {
  const ir::LoopId loop = loop_for(check);
  if (!loop) return;
  const ValueId object = replacements_.find(f_.operand(check, 0));
  const bool is_known = f_[check].op == Op::IsKnown;
  ValueId& before = checks_[{loop.index, object.index, f_[check].first, is_known}];
  if (!before) {
    const ValueId place = f_.terminator(entrances_[loop.index]);
    const ValueId operands[] = {object};
    before = f_.make(f_[check].op, operands, f_[check].immediate(), f_[check].position);
    f_.insert_before(place, before);
  }
  replacements_.replace(check, before);
  f_.remove(check);
  changed_ = true;
}

void Viewer::get_before(ValueId attempt) {
  const ir::LoopId loop = loop_for_property(attempt);
  if (!loop) return;
  std::vector<ValueId> operands;
  for (const ValueId operand : f_.operands(attempt))
    operands.push_back(replacements_.find(operand));
  const uint32_t object = operands.empty() ? UINT32_MAX : operands[0].index;
  const bool is_length = f_[attempt].op == Op::TryLength;
  ValueId& before = gets_[{loop.index, object, f_[attempt].first, is_length}];
  if (!before) {
    const ValueId place = f_.terminator(entrances_[loop.index]);
    // Whether an attempt that has been moved too has found something is only asked in the loop.
    const auto is_attempt = [](Op op) { return op == Op::TryGetProp || op == Op::TryLoadGlobal; };
    if (!operands.empty() && is_attempt(f_[operands[0]].op))
      operands[0] = append(place, Op::UndefinedIfEmpty, operands[0]);
    before = f_.make(f_[attempt].op, operands, f_[attempt].immediate(), f_[attempt].position);
    f_.insert_before(place, before);
  }
  replacements_.replace(attempt, before);
  f_.remove(attempt);
  changed_ = true;
}

bool Viewer::run() {
  if (loops_.all().empty()) return false;
  find_quiet_loops();
  find_stores();
  for (const BlockId block : dominators_.order()) {
    for (ValueId v = f_.first_instruction(block), next; v; v = next) {
      next = f_[v].next;
      if (f_[v].op == Op::TryGetElem || f_[v].op == Op::TrySetElem) look_at(v);
      if (f_[v].op == Op::HasFields || f_[v].op == Op::IsKnown) ask_before(v);
      if (f_[v].op == Op::TryGetProp || f_[v].op == Op::TryLength || f_[v].op == Op::TryLoadGlobal)
        get_before(v);
    }
  }
  replacements_.apply(f_);
  return changed_;
}

}  // namespace

bool view_arrays(Module& module, Function& body) { return Viewer(module, body).run(); }

}  // namespace perry::passes
