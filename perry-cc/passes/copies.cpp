#include <vector>

#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Removes parameters whose arguments are all one value, or the parameter itself: they stand for
// that value. Removing one may make those equal that it is an argument of, so its users are looked
// at again; lists of users are merged small into large.
namespace perry::passes {

namespace {

class Parameters {
 public:
  explicit Parameters(Function& function) : f_(function) {}
  bool run();

 private:
  // An edge's argument, for the parameter it is passed to.
  struct Incoming {
    uint32_t next;  // of the same parameter
    ValueId value;
  };

  void gather();
  ValueId only_value(ValueId parameter);

  Function& f_;
  std::vector<Incoming> incoming_;
  std::vector<uint32_t> first_;              // by value, into `incoming_`
  std::vector<std::vector<ValueId>> users_;  // parameters that are passed the value
  ir::Replacements replacements_;
};

constexpr uint32_t kEnd = UINT32_MAX;

void Parameters::gather() {
  first_.assign(f_.value_count(), kEnd);
  users_.resize(f_.value_count());
  for (const BlockId block : f_.blocks()) {
    f_.each_edge(block, [&](EdgeId e) {
      const BlockId target = f_.edge(e).target;
      ValueId p = f_.first_parameter(target);
      if (f_.block(target).implicit_parameters() > 0) p = f_.next_parameter(p);
      for (const ValueId value : f_.arguments(e)) {
        incoming_.push_back({first_[p.index], value});
        first_[p.index] = static_cast<uint32_t>(incoming_.size() - 1);
        if (f_[value].op == Op::BlockParameter && value != p) users_[value.index].push_back(p);
        p = f_.next_parameter(p);
      }
    });
  }
}

ValueId Parameters::only_value(ValueId parameter) {
  ValueId only;
  for (uint32_t i = first_[parameter.index]; i != kEnd; i = incoming_[i].next) {
    const ValueId value = replacements_.find(incoming_[i].value);
    if (value == parameter || value == only) continue;
    if (only) return ValueId();
    only = value;
  }
  // A value of a narrower type is fine; one of another representation can't be.
  return only;
}

bool Parameters::run() {
  gather();
  std::vector<ValueId> work;
  for (uint32_t i = static_cast<uint32_t>(first_.size()); i-- > 0;)
    if (first_[i] != kEnd) work.push_back(ValueId(i));
  std::vector<bool> goes(f_.value_count());
  while (!work.empty()) {
    const ValueId p = work.back();
    work.pop_back();
    if (goes[p.index]) continue;
    const ValueId only = only_value(p);
    if (only.is_none()) continue;
    goes[p.index] = true;
    replacements_.replace(p, only);
    auto& mine = users_[p.index];
    work.insert(work.end(), mine.begin(), mine.end());
    auto& theirs = users_[only.index];
    if (theirs.size() < mine.size()) std::swap(theirs, mine);
    theirs.insert(theirs.end(), mine.begin(), mine.end());
    mine = {};
  }
  if (replacements_.empty()) return false;
  f_.remove_parameters(goes);
  replacements_.apply(f_);
  return true;
}

}  // namespace

bool remove_copies(Module&, Function& body) { return Parameters(body).run(); }

}  // namespace perry::passes
