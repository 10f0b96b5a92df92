#include "runtime/builtins/set/set.h"
#include "runtime/object/array.h"

// Set iterators (24.2.6).
namespace perry::runtime::builtins {
namespace {

class SetIterator : public Object {
 public:
  static const ObjectClass kClass;
  TableCursor cursor;
  SetIterationKind kind;
};
void trace(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<SetIterator*>(object)->cursor.table);
}

Value step(Isolate& isolate, Object* object) {
  auto* iterator = static_cast<SetIterator*>(object);
  const Value* words = iterator->cursor.next(isolate, iterator);
  if (words == nullptr) return {};
  if (iterator->kind == SetIterationKind::Values) return *words;
  const Value entry[] = {*words, *words};
  return Value::cell(new_array(isolate, entry, 2));
}

// 24.2.6.2.1
Value next(Isolate& isolate, const Arguments& arguments) {
  auto* iterator = this_instance<SetIterator>(isolate, arguments, "Set Iterator.prototype.next");
  return iterator_result_of_step(isolate, step(isolate, iterator));
}
constexpr IteratorSteps kSteps = {.next = next, .step = step};
const ObjectClass SetIterator::kClass = {.name = "Set Iterator", .trace = trace, .steps = &kSteps};

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {FUNCTION(next, 0, next, Object, Writes) TAG("Set Iterator")};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

Value new_set_iterator(Isolate& isolate, SetObject* set, SetIterationKind kind) {
  auto* iterator =
      new_exotic<SetIterator>(isolate, intrinsic(isolate, Intrinsic::SetIteratorPrototype));
  iterator->cursor.table = set->table_cell;
  iterator->kind = kind;
  return Value::cell(iterator);
}

extern const BuiltinTable kSetIteratorPrototype;
constexpr BuiltinTable kSetIteratorPrototype = builtin::object(kRows, Intrinsic::IteratorPrototype);

}  // namespace perry::runtime::builtins
