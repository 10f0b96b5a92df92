#include "runtime/builtins/regexp/regexp_natives.h"
#include "runtime/exec/iteration.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// %RegExpStringIteratorPrototype% (22.2.9): what matchAll gives.
namespace perry::runtime::builtins {
namespace {

class RegExpStringIterator : public Object {
 public:
  static const ObjectClass kClass;
  Value regexp;
  Value string;  // undefined at the end
  bool global;
  bool unicode;
};

void trace(Object* object, Tracer& tracer) {
  auto* iterator = static_cast<RegExpStringIterator*>(object);
  tracer.visit(iterator->regexp);
  tracer.visit(iterator->string);
}
const ObjectClass RegExpStringIterator::kClass = {.name = "RegExp String Iterator", .trace = trace};

// 22.2.9.2.1
Value next(Isolate& isolate, const Arguments& arguments) {
  auto* iterator = try_object<RegExpStringIterator>(arguments.receiver());
  if (iterator == nullptr) {
    throw_type_error(
        isolate, "Method %RegExpStringIterator%.prototype.next called on incompatible receiver " +
                     describe_plain(isolate, arguments.receiver()));
  }
  if (iterator->string.is_undefined()) {
    return new_iterator_result(isolate, Value::undefined(), true);
  }
  auto* regexp = iterator->regexp.as<Object>();
  auto* string = iterator->string.as<String>();
  const Value match = regexp_exec_like(isolate, regexp, string);
  if (match.is_null() || !iterator->global) iterator->string = Value::undefined();
  if (match.is_null()) return new_iterator_result(isolate, Value::undefined(), true);
  if (iterator->global) {
    const String* text =
        to_string(isolate, get(isolate, match.as<Object>(), PropertyKey::from_index(0)));
    if (text->length() == 0) {
      const double index = get_last_index(isolate, regexp);
      set_last_index(isolate, regexp, advance_index(isolate, string, index, iterator->unicode));
    }
  }
  return new_iterator_result(isolate, match, false);
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {FUNCTION(next, 0, next, Object, Js) TAG("RegExp String Iterator")};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

Value new_regexp_string_iterator(Isolate& isolate, Value regexp, String* string, bool global,
                                 bool unicode) {
  auto* iterator = new_exotic<RegExpStringIterator>(
      isolate, intrinsic(isolate, Intrinsic::RegExpStringIteratorPrototype));
  iterator->regexp = regexp;
  iterator->string = Value::cell(string);
  iterator->global = global;
  iterator->unicode = unicode;
  return Value::cell(iterator);
}

extern const BuiltinTable kRegExpStringIteratorPrototype;
constexpr BuiltinTable kRegExpStringIteratorPrototype =
    builtin::object(kRows, Intrinsic::IteratorPrototype);

}  // namespace perry::runtime::builtins
