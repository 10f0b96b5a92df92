#pragma once

#include <cstdint>
#include <vector>

#include "perry-cc/ir/ir.h"
#include "perry-cc/ir/liveness.h"
#include "support/base/id_containers.h"

// What the lowering of suspension is made of; suspend.cpp puts it together.
namespace perry::passes {

// How a value gets across a suspension.
enum class Keep : uint8_t {
  None,  // it need not
  Slot,
  Constant,  // made again, at the entry
  Closure,   // made again where the function resumes: a constant of its closure
};

struct Suspension {
  ir::BlockId block;  // `end` ends it
  ir::ValueId end;
  std::vector<ir::ValueId> live;  // needed behind it, in order of their ids
  ir::BlockId dispatch;           // of the resume function: where it goes on
  ir::BlockId on_throw;
};

// Slots for the values to keep in one: those that are never kept at the same time share. Values and
// raw numbers are counted apart.
struct SlotPlan {
  support::IdMap<ir::ValueId, uint32_t> slots;
  uint32_t value_slots = 0;
  uint32_t raw_slots = 0;
};
SlotPlan plan_slots(const ir::Function& body, const std::vector<Suspension>& suspensions,
                    const support::IdMap<ir::ValueId, Keep>& keep);

// Puts the values that are kept back into reach: where a resume function goes on they are loaded or
// made again, and where ways with and without a suspension meet, blocks get parameters for them.
class Reloads {
 public:
  // `liveness` is that of the function before it was split, whose blocks `resume` still has.
  Reloads(ir::Function& resume, ir::ValueId frame, const std::vector<Suspension>& suspensions,
          const ir::Liveness& liveness, const support::IdMap<ir::ValueId, Keep>& keep,
          const support::IdMap<ir::ValueId, uint32_t>& slots);

  void run();
  // What stands for the value at the end of the block.
  ir::ValueId at_end(ir::BlockId block, ir::ValueId value);
  // Whether it may have been made since the function went on, so that its slot has it not yet.
  bool is_fresh_at_end(ir::BlockId block, ir::ValueId value);

 private:
  // A kept value that is live where a block begins.
  struct Entry {
    ir::ValueId value;
    ir::ValueId reaching;  // what stands for it there
    bool is_fresh = false;
  };

  bool is_kept(ir::ValueId value) const {
    const Keep keep = keep_.get(value);
    return keep == Keep::Slot || keep == Keep::Closure;
  }
  Entry* find(ir::BlockId block, ir::ValueId value);
  void load_all(const Suspension& suspension);
  ir::ValueId load(const Suspension& suspension, ir::ValueId value);
  void enter(ir::BlockId block, std::span<const ir::EdgeId> incoming);
  ir::ValueId common_value(ir::ValueId value, std::span<const ir::EdgeId> incoming);
  void rename(ir::BlockId block);
  void pass_arguments(ir::BlockId block, std::span<const ir::EdgeId> incoming);
  void spread_freshness(ir::ValueId value);

  ir::Function& f_;
  ir::ValueId frame_;
  const std::vector<Suspension>& suspensions_;
  const support::IdMap<ir::ValueId, Keep>& keep_;
  const support::IdMap<ir::ValueId, uint32_t>& slots_;
  std::vector<std::vector<Entry>> live_;                  // by block, in order of the values
  std::vector<std::vector<ir::ValueId>> new_parameters_;  // by block: the values they stand for
  std::vector<bool> entered_;
};

}  // namespace perry::passes
