#include "runtime/builtins/map/map_iterator.h"

#include "runtime/object/array.h"

// Map iterators (24.1.5).
namespace perry::runtime::builtins {
namespace {

class MapIterator : public Object {
 public:
  static const ObjectClass kClass;
  TableCursor cursor;
  MapIterationKind kind;
};
void trace(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<MapIterator*>(object)->cursor.table);
}

Value step(Isolate& isolate, Object* object) {
  auto* iterator = static_cast<MapIterator*>(object);
  const Value* words = iterator->cursor.next(isolate, iterator);
  if (words == nullptr) return {};
  if (iterator->kind == MapIterationKind::Entries) return Value::cell(new_array(isolate, words, 2));
  return words[iterator->kind == MapIterationKind::Keys ? 0 : 1];
}

// 24.1.5.2.1
Value next(Isolate& isolate, const Arguments& arguments) {
  auto* iterator = this_instance<MapIterator>(isolate, arguments, "Map Iterator.prototype.next");
  return iterator_result_of_step(isolate, step(isolate, iterator));
}
constexpr IteratorSteps kSteps = {.next = next, .step = step};
const ObjectClass MapIterator::kClass = {.name = "Map Iterator", .trace = trace, .steps = &kSteps};

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {FUNCTION(next, 0, next, Object, Writes) TAG("Map Iterator")};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

Value new_map_iterator(Isolate& isolate, MapObject* map, MapIterationKind kind) {
  auto* iterator =
      new_exotic<MapIterator>(isolate, intrinsic(isolate, Intrinsic::MapIteratorPrototype));
  iterator->cursor.table = map->table_cell;
  iterator->kind = kind;
  return Value::cell(iterator);
}

extern const BuiltinTable kMapIteratorPrototype;
constexpr BuiltinTable kMapIteratorPrototype = builtin::object(kRows, Intrinsic::IteratorPrototype);

}  // namespace perry::runtime::builtins
