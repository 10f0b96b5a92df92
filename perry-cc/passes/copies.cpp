#include <vector>

#include "perry-cc/passes/pass.h"
#include "perry-cc/passes/vocabulary.h"

// Removes parameters whose arguments are all one value, or the parameter itself: they stand for
// that value. Removing one may make those equal that it is an argument of, so its users are looked
// at again; lists of users are merged small into large.
//
// Where two versions of a body lead into each other, parameters are arguments of each other in
// circles that one value enters. So before that, each is assumed to stand for the first value that
// is seen to reach it, until another one does: then it stands for itself, and for good, so that
// this ends. What is lost where what it stood for turns out to be a parameter of its own, is found
// behind.
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
  void find_circles();
  ValueId reaching_value(ValueId parameter) const;
  void replace(ValueId parameter, ValueId by);
  ValueId only_value(ValueId parameter);

  Function& f_;
  std::vector<Incoming> incoming_;
  std::vector<uint32_t> first_;              // by value, into `incoming_`
  std::vector<ValueId> parameters_;          // with arguments, the last one first
  std::vector<std::vector<ValueId>> users_;  // parameters that are passed the value
  std::vector<ValueId> stands_for_;          // by parameter, as far as seen
  std::vector<bool> goes_;
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

// The one value that its arguments stand for; itself: there are several; none: nothing seen so far.
ValueId Parameters::reaching_value(ValueId parameter) const {
  ValueId only;
  for (uint32_t i = first_[parameter.index]; i != kEnd; i = incoming_[i].next) {
    ValueId value = incoming_[i].value;
    if (f_[value].op == Op::BlockParameter && first_[value.index] != kEnd)
      value = stands_for_[value.index];
    if (value.is_none() || value == parameter || value == only) continue;
    if (only) return parameter;
    only = value;
  }
  return only;
}

void Parameters::find_circles() {
  stands_for_.resize(f_.value_count());
  std::vector<ValueId> work = parameters_;
  while (!work.empty()) {
    const ValueId p = work.back();
    work.pop_back();
    ValueId& known = stands_for_[p.index];
    if (known == p) continue;
    const ValueId reaching = reaching_value(p);
    if (reaching.is_none() || reaching == known) continue;
    known = known ? p : reaching;
    const auto& users = users_[p.index];
    work.insert(work.end(), users.begin(), users.end());
  }
  for (const ValueId p : parameters_)
    if (const ValueId by = stands_for_[p.index]; by && by != p) replace(p, by);
}

void Parameters::replace(ValueId parameter, ValueId by) {
  goes_[parameter.index] = true;
  replacements_.replace(parameter, by);
  auto& mine = users_[parameter.index];
  auto& theirs = users_[by.index];
  if (theirs.size() < mine.size()) std::swap(theirs, mine);
  theirs.insert(theirs.end(), mine.begin(), mine.end());
  mine = {};
}

bool Parameters::run() {
  gather();
  goes_.resize(f_.value_count());
  for (uint32_t i = static_cast<uint32_t>(first_.size()); i-- > 0;)
    if (first_[i] != kEnd) parameters_.push_back(ValueId(i));
  find_circles();
  std::vector<ValueId> work = std::move(parameters_);
  while (!work.empty()) {
    const ValueId p = work.back();
    work.pop_back();
    if (goes_[p.index]) continue;
    const ValueId only = only_value(p);
    if (only.is_none()) continue;
    work.insert(work.end(), users_[p.index].begin(), users_[p.index].end());
    replace(p, only);
  }
  if (replacements_.empty()) return false;
  f_.remove_parameters(goes_);
  replacements_.apply(f_);
  return true;
}

}  // namespace

bool remove_copies(Module&, Function& body) { return Parameters(body).run(); }

}  // namespace perry::passes
