#include "runtime/builtins/iterator/helper.h"
#include "runtime/object/builtin.h"

// The Iterator constructor (27.1.3), %Iterator.prototype% (27.1.4) and what Iterator.from wraps
// with.
namespace perry::runtime::builtins {
namespace {

// 27.1.3.1.1
Value construct_iterator(Isolate& isolate, const Arguments& arguments) {
  if (!arguments.is_construct()) {
    throw_type_error(isolate, "Constructor Iterator requires 'new'");
  }
  if (arguments.new_target() == Value::cell(arguments.callee())) {
    throw_type_error(isolate, "Abstract class Iterator not directly constructable");
  }
  return Value::cell(
      new_object(isolate, get_prototype_from_constructor(isolate, arguments.new_target(),
                                                         Intrinsic::IteratorPrototype)));
}

class WrappedIterator : public Object {
 public:
  static const ObjectClass kClass;
  Value record_cell;
};
void trace(Object* object, Tracer& tracer) {
  tracer.visit(static_cast<WrappedIterator*>(object)->record_cell);
}
const ObjectClass WrappedIterator::kClass = {.name = "Object", .trace = trace};

IteratorRecord* wrapped_record(Isolate& isolate, const Arguments& arguments, const char* method) {
  auto* wrapper = try_object<WrappedIterator>(arguments.receiver());
  if (wrapper == nullptr) {
    throw_type_error(isolate, std::string("Method %WrapForValidIteratorPrototype%.") + method +
                                  " called on incompatible receiver " +
                                  describe_plain(isolate, arguments.receiver()));
  }
  return static_cast<IteratorRecord*>(wrapper->record_cell.as_cell());
}

// 27.1.3.2.1.1
Value wrapped_next(Isolate& isolate, const Arguments& arguments) {
  const IteratorRecord* record = wrapped_record(isolate, arguments, "next");
  return call(isolate, record->next, record->iterator);
}
// 27.1.3.2.1.2
Value wrapped_return(Isolate& isolate, const Arguments& arguments) {
  const IteratorRecord* record = wrapped_record(isolate, arguments, "return");
  const Value method = get_method(isolate, record->iterator, names::return_);
  if (method.is_undefined()) return new_iterator_result(isolate, Value::undefined(), true);
  return call(isolate, method, record->iterator);
}

// 27.1.3.2.1
Value from(Isolate& isolate, const Arguments& arguments) {
  IteratorRecord* record = get_iterator_flattenable(isolate, arguments[0], StringHandling::Iterate);
  if (ordinary_has_instance(isolate, intrinsic(isolate, Intrinsic::Iterator), record->iterator)) {
    return record->iterator;
  }
  auto* wrapper = new_exotic<WrappedIterator>(
      isolate, intrinsic(isolate, Intrinsic::WrapForValidIteratorPrototype));
  wrapper->record_cell = Value::cell(record);
  return Value::cell(wrapper);
}

Value return_receiver(Isolate&, const Arguments& arguments) { return arguments.receiver(); }

// 27.1.4.13
Value dispose(Isolate& isolate, const Arguments& arguments) {
  const Value method = get_method(isolate, arguments.receiver(), names::return_);
  if (!method.is_undefined()) call(isolate, method, arguments.receiver());
  return Value::undefined();
}

// SetterThatIgnoresPrototypeProperties (7.3.35).
Value set_own(Isolate& isolate, const Arguments& arguments, PropertyKey key) {
  const Value receiver = arguments.receiver();
  if (!receiver.is_object()) {
    throw_type_error(isolate, "Iterator.prototype setter called on non-object");
  }
  if (receiver == intrinsic(isolate, Intrinsic::IteratorPrototype)) {
    throw_read_only(isolate, receiver, key);
  }
  auto* object = receiver.as<Object>();
  if (has_own_property(isolate, object, key)) {
    set_or_throw(isolate, object, key, arguments[0]);
  } else {
    create_data_property_or_throw(isolate, object, key, arguments[0]);
  }
  return Value::undefined();
}

// 27.1.4.1
Value get_constructor(Isolate& isolate, const Arguments&) {
  return intrinsic(isolate, Intrinsic::Iterator);
}
Value set_constructor(Isolate& isolate, const Arguments& arguments) {
  return set_own(isolate, arguments, names::constructor);
}
// 27.1.4.14
Value get_tag(Isolate&, const Arguments&) { return Value::cell(names::Iterator.get()); }
Value set_tag(Isolate& isolate, const Arguments& arguments) {
  return set_own(isolate, arguments, well_known(isolate, WellKnown::ToStringTag));
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Iterator, 0, construct_iterator);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/iterator/iterator.def"
};
constexpr BuiltinRow kPrototypeRows[] = {
    builtin::accessor(WellKnown::ToStringTag, get_tag, set_tag),
#include "runtime/builtins/iterator/iterator_prototype.def"
};
constexpr BuiltinRow kWrapperRows[] = {
#include "runtime/builtins/iterator/wrap_for_valid.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kIterator;
constexpr BuiltinTable kIterator = builtin::function_object(kConstructor, kRows);
extern const BuiltinTable kIteratorPrototype;
constexpr BuiltinTable kIteratorPrototype = builtin::object(kPrototypeRows);
extern const BuiltinTable kWrapForValidIteratorPrototype;
constexpr BuiltinTable kWrapForValidIteratorPrototype =
    builtin::object(kWrapperRows, Intrinsic::IteratorPrototype);

}  // namespace perry::runtime::builtins
