#include "runtime/builtins/string/string_natives.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/builtin.h"

// String iterators (22.1.5): by code points.
namespace perry::runtime::builtins {
namespace {

class StringIterator : public Object {
 public:
  static const ObjectClass kClass;
  Value string;  // undefined at the end
  uint64_t position;
};

void trace(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<StringIterator*>(object)->string);
}

Value step(Isolate& isolate, Object* object) {
  auto* iterator = static_cast<StringIterator*>(object);
  if (iterator->string.is_undefined()) return {};
  auto* string = iterator->string.as<String>();
  const StringView text = string->flatten(isolate);
  const size_t position = iterator->position;
  if (position >= text.length()) {
    iterator->string = Value::undefined();
    return {};
  }
  const char16_t lead = text[position];
  const bool pair = (lead & 0xfc00) == 0xd800 && position + 1 < text.length() &&
                    (text[position + 1] & 0xfc00) == 0xdc00;
  iterator->position = position + (pair ? 2 : 1);
  return Value::cell(pair ? substring(isolate, string, position, position + 2)
                          : single_unit_string(isolate, lead));
}

// 22.1.5.1.1
Value next(Isolate& isolate, const Arguments& arguments) {
  auto* iterator = try_object<StringIterator>(arguments.receiver());
  if (iterator == nullptr) {
    throw_type_error(isolate,
                     "Method String Iterator.prototype.next called on incompatible receiver " +
                         describe_plain(isolate, arguments.receiver()));
  }
  return iterator_result_of_step(isolate, step(isolate, iterator));
}
constexpr IteratorSteps kSteps = {.next = next, .step = step};
const ObjectClass StringIterator::kClass = {
    .name = "String Iterator", .trace = trace, .steps = &kSteps};

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {FUNCTION(next, 0, next, Object, Writes) TAG("String Iterator")};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

// 22.1.3.36
Value string_iterator(Isolate& isolate, const Arguments& arguments) {
  String* string = this_string(isolate, arguments, "String.prototype[Symbol.iterator]");
  auto* iterator =
      new_exotic<StringIterator>(isolate, intrinsic(isolate, Intrinsic::StringIteratorPrototype));
  iterator->string = Value::cell(string);
  return Value::cell(iterator);
}

extern const BuiltinTable kStringIteratorPrototype;
constexpr BuiltinTable kStringIteratorPrototype =
    builtin::object(kRows, Intrinsic::IteratorPrototype);

}  // namespace perry::runtime::builtins
