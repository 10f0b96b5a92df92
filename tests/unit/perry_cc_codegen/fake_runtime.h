#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "runtime/fast/calls.h"

// As much of a runtime as code needs to run in a test: cells are never freed, and what a test does
// not expect to be called ends it.
namespace fake {

using Word = uint64_t;

// What a program threw.
struct Thrown {
  Word value;
};

Word number(double d);
double number_of(Word value);
Word string(std::string_view ascii);
Word object(uint32_t shape, std::initializer_list<Word> slots);
// An object with no inline slots.
Word object_with_slots(uint32_t shape, std::initializer_list<Word> slots);
Word array(std::initializer_list<Word> values);
Word double_array(std::initializer_list<double> values);
Word native(perry::abi::Entry entry);
std::vector<Word> values_of(Word array);

// Calls a closure as code does that knows nothing of it.
Word call(Word callee, std::initializer_list<Word> arguments,
          Word receiver = perry::abi::kUndefined);
Word construct(Word callee, std::initializer_list<Word> arguments);

// The property of every object that perry_rt_get is asked for: what it answers, and what it writes
// to the site. Reset by `reset`.
struct Expectation {
  Word answer = perry::abi::kUndefined;
  perry::abi::PropertySite site{};
  int asked = 0;
};
extern Expectation get;
extern Expectation set;
extern int barriers;
extern std::vector<perry::abi::FrameLayout*> started;
void reset();

}  // namespace fake
