#include "runtime/object/proxy.h"

#include "runtime/object/builtin.h"
#include "runtime/object/error.h"
#include "runtime/object/function.h"

// The Proxy constructor (28.2); runtime/object/proxy.cpp has the objects.
namespace perry::runtime::builtins {
namespace {

Value create(Isolate& isolate, const Arguments& arguments) {
  if (!arguments[0].is_object() || !arguments[1].is_object()) {
    throw_type_error(isolate, "Cannot create proxy with a non-object as target or handler");
  }
  return new_proxy(isolate, arguments[0], arguments[1]);
}

// 28.2.1.1
Value construct_proxy(Isolate& isolate, const Arguments& arguments) {
  if (!arguments.is_construct()) {
    throw_type_error(isolate, "Constructor Proxy requires 'new'");
  }
  return create(isolate, arguments);
}

// 28.2.2.1.1
Value revoke(Isolate& isolate, const Arguments& arguments) {
  Value& proxy = arguments.callee()->captures()[0];
  if (proxy.is_null()) return Value::undefined();
  const Value revoked = proxy;
  proxy = Value::null();
  revoke_proxy(isolate, revoked);
  return Value::undefined();
}
constexpr NativeInfo kRevoke = builtin::native(nullptr, -1, 0, 0, revoke);

// 28.2.2.1
Value revocable(Isolate& isolate, const Arguments& arguments) {
  const Value proxy = create(isolate, arguments);
  const Value revoker = Value::cell(new_native_function(isolate, &kRevoke, {proxy}));
  Object* result = new_object(isolate);
  add_property(isolate, result, names::proxy, proxy, kAllAttributes);
  add_property(isolate, result, names::revoke, revoker, kAllAttributes);
  return Value::cell(result);
}

constexpr NativeInfo kConstructor = builtin::constructor(names::Proxy, 2, construct_proxy);
#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {FUNCTION(revocable, 2, revocable, Object, Allocates)};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kProxy;
constexpr BuiltinTable kProxy = builtin::function_object(kConstructor, kRows);

}  // namespace perry::runtime::builtins
