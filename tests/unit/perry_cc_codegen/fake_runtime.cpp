#include "tests/unit/perry_cc_codegen/fake_runtime.h"

#include <cxxabi.h>

#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include "runtime/gc/thread_block.h"

namespace fake {

using namespace perry::abi;

Expectation get;
Expectation set;
int barriers = 0;
std::vector<FrameLayout*> started;

constexpr size_t kArena = size_t{1} << 20;

static Word cell(CellKind kind, uint32_t shape, size_t bytes) {
  auto* const memory = static_cast<uint64_t*>(std::calloc(bytes / 8 + 1, 8));
  *memory = header_word(kind, shape, bytes);
  return reinterpret_cast<Word>(memory);
}

template <class T>
static T* as(Word word) {
  return reinterpret_cast<T*>(word);
}

static Word elements(CellKind kind, const std::vector<Word>& values) {
  const Word result = cell(kind, kNoShape, kElementsOffset + values.size() * 8);
  as<ElementsLayout>(result)->capacity = static_cast<uint32_t>(values.size());
  as<ElementsLayout>(result)->initialized = static_cast<uint32_t>(values.size());
  if (!values.empty())
    std::memcpy(as<char>(result) + kElementsOffset, values.data(), values.size() * 8);
  return result;
}

static Word array_of(ElementsKind kind, const std::vector<Word>& values) {
  const Word result = cell(CellKind::Array, kArrayShape, sizeof(ArrayLayout));
  const bool is_raw = kind <= ElementsKind::HoleyDouble;
  as<ArrayLayout>(result)->elements =
      elements(is_raw ? CellKind::Doubles : CellKind::Elements, values);
  as<ArrayLayout>(result)->length = static_cast<uint32_t>(values.size());
  as<ArrayLayout>(result)->flags = static_cast<uint32_t>(kind);
  return result;
}

Word number(double d) { return perry::abi::fast::box(d); }
double number_of(Word value) { return perry::abi::fast::number_of(value); }

Word string(std::string_view ascii) {
  const Word result = cell(CellKind::String, kStringShape, kStringCharsOffset + ascii.size());
  as<StringLayout>(result)->length_and_flags =
      static_cast<uint32_t>(ascii.size() << kStringLengthShift);
  std::memcpy(as<char>(result) + kStringCharsOffset, ascii.data(), ascii.size());
  return result;
}

Word object(uint32_t shape, std::initializer_list<Word> slots) {
  const Word result = cell(CellKind::Object, shape, kInlineSlotsOffset + slots.size() * 8);
  std::memcpy(as<char>(result) + kInlineSlotsOffset, slots.begin(), slots.size() * 8);
  return result;
}

Word object_with_slots(uint32_t shape, std::initializer_list<Word> slots) {
  const Word result = object(shape, {});
  const Word outside = cell(CellKind::Slots, kNoShape, 8 + slots.size() * 8);
  std::memcpy(as<char>(outside) + 8, slots.begin(), slots.size() * 8);
  as<ObjectLayout>(result)->slots = outside;
  return result;
}

Word array(std::initializer_list<Word> values) {
  return array_of(ElementsKind::Packed, std::vector<Word>(values));
}

Word double_array(std::initializer_list<double> values) {
  std::vector<Word> raw;
  for (const double d : values) raw.push_back(std::bit_cast<Word>(d));
  return array_of(ElementsKind::PackedDouble, raw);
}

Word native(Entry entry) {
  const Word result = cell(CellKind::Function, kFunctionShape, sizeof(FunctionLayout));
  as<FunctionLayout>(result)->entry = entry;
  return result;
}

std::vector<Word> values_of(Word array) {
  const auto* const layout = as<ArrayLayout>(array);
  const auto* const first = as<const Word>(layout->elements + kElementsOffset);
  return {first, first + layout->length};
}

Word call(Word callee, std::initializer_list<Word> arguments, Word receiver) {
  return as<FunctionLayout>(callee)->entry(callee, receiver, kUndefined, arguments.size(),
                                           arguments.begin());
}

Word construct(Word callee, std::initializer_list<Word> arguments) {
  return fast::perry_fast_construct(callee, callee, arguments.size(),
                                    const_cast<Word*>(arguments.begin()));
}

template <class... Words>
static bool protect(void* function, void* result, Words... words) {
  try {
    *static_cast<Word*>(result) = reinterpret_cast<Word (*)(Words...)>(function)(words...);
    return false;
  } catch (const Thrown& thrown) {
    *static_cast<Word*>(result) = thrown.value;
    return true;
  }
}

void reset() {
  static uint64_t arena[kArena / 8];
  if (perry_rt_thread.cursor == 0) {
    perry_rt_thread.cursor = reinterpret_cast<uint64_t>(arena);
    perry_rt_thread.limit = perry_rt_thread.cursor + kArena;
    perry_rt_thread.epoch = 1;
  }
  perry_rt_thread.stack_limit = 0;
  get = {};
  set = {};
  barriers = 0;
  started.clear();
}

}  // namespace fake

namespace {

constexpr uint32_t kShapeOfLiterals = 100;

uint64_t ask(fake::Expectation& expectation, void* place) {
  expectation.asked++;
  *static_cast<perry::abi::PropertySite*>(place) = expectation.site;
  return expectation.answer;
}

}  // namespace

thread_local constinit perry::abi::ThreadBlock perry_rt_thread{};

extern "C" {
namespace perry::abi::fast {

Value perry_rt_get(Value, Cell, Ptr place) { return ask(fake::get, place); }
None perry_rt_set(Value, Cell, Value, Ptr place) { ask(fake::set, place); }
None perry_rt_write_barrier(Cell cell, Ptr) {
  fake::barriers++;
  at<CellHeader>(cell)->gc = 0;
}
Value perry_rt_new_array(U64 count, Ptr values) {
  const auto* const first = static_cast<const uint64_t*>(values);
  return fake::array_of(abi::ElementsKind::Packed, {first, first + count});
}
Value perry_rt_rest_array(U64 first, U64 argc, Ptr argv) {
  const auto* const values = static_cast<const uint64_t*>(argv);
  return fake::array_of(abi::ElementsKind::Packed,
                        {values + (first < argc ? first : argc), values + argc});
}
U64 perry_rt_literal_shape(Ptr info, Ptr place) {
  const uint32_t count = static_cast<const LiteralInfo*>(info)->count;
  const uint64_t header =
      header_word(CellKind::Object, kShapeOfLiterals + count, kInlineSlotsOffset + count * 8);
  static_cast<LiteralSite*>(place)->header = header;
  return header;
}
// Descriptors as they are, for the test to look at.
Value perry_rt_new_from_data(Ptr info, Ptr) { return reinterpret_cast<Value>(info); }
Value perry_rt_template_object(Ptr info, Ptr) { return reinterpret_cast<Value>(info); }
Value perry_rt_new_receiver(Value new_target, Ptr place) {
  auto* const site = static_cast<ReceiverSite*>(place);
  site->new_target = new_target;
  site->epoch = perry_rt_thread.epoch;
  site->header = header_word(CellKind::Object, kShapeOfLiterals, 32);
  fake::get.asked++;
  return perry_rt_allocate(site->header);
}
Cell perry_rt_allocate(U64 header) {
  return fake::cell(static_cast<CellKind>(header >> 32 & 0xff), static_cast<uint32_t>(header),
                    (header >> 48) * 8);
}
Value perry_rt_start_async(Cell frame) {
  fake::started.push_back(at<FrameLayout>(frame));
  return frame;
}
None perry_rt_throw(Value value) { throw fake::Thrown{value}; }
None perry_rt_throw_uninitialized(Cell name) { throw fake::Thrown{name}; }
None perry_rt_throw_class_call(Value) { throw fake::Thrown{fake::number(-1)}; }
None perry_rt_stack_check_failed() { throw fake::Thrown{fake::number(-2)}; }
Value perry_rt_catch_value(Ptr exception) {
  const auto* const thrown = static_cast<fake::Thrown*>(__cxxabiv1::__cxa_begin_catch(exception));
  const uint64_t value = thrown->value;
  __cxxabiv1::__cxa_end_catch();
  return value;
}
Bool perry_rt_protect0(Ptr function, Ptr result) { return fake::protect(function, result); }
Bool perry_rt_protect1(Ptr function, Ptr result, U64 a) {
  return fake::protect(function, result, a);
}
Bool perry_rt_protect2(Ptr function, Ptr result, U64 a, U64 b) {
  return fake::protect(function, result, a, b);
}
Bool perry_rt_protect3(Ptr function, Ptr result, U64 a, U64 b, U64 c) {
  return fake::protect(function, result, a, b, c);
}
Bool perry_rt_protect4(Ptr function, Ptr result, U64 a, U64 b, U64 c, U64 d) {
  return fake::protect(function, result, a, b, c, d);
}
Bool perry_rt_protect5(Ptr function, Ptr result, U64 a, U64 b, U64 c, U64 d, U64 e) {
  return fake::protect(function, result, a, b, c, d, e);
}
I32 perry_rt_number_to_int32(F64 number) {
  return static_cast<int32_t>(static_cast<uint32_t>(std::fmod(number, 4294967296.0)));
}
F64 perry_rt_remainder_f64(F64 a, F64 b) { return std::fmod(a, b); }
Bool perry_rt_to_boolean(Value string) {
  return at<StringLayout>(string)->length_and_flags >> kStringLengthShift != 0;
}
Value perry_rt_call(Value, Value, U64, Ptr) { throw fake::Thrown{fake::number(-3)}; }
None perry_rt_set_computed(Value, Value, Value, Ptr place) { ask(fake::set, place); }
Value perry_rt_get_computed(Value, Value, Ptr place) { return ask(fake::get, place); }

}  // namespace perry::abi::fast
}  // extern "C"
