#include "runtime/object/call_site.h"

#include "runtime/object/builtin.h"
#include "runtime/object/error.h"

// The methods of V8's CallSite. Code here is strict throughout as far as they tell, so that no
// trace hands out functions or receivers.
namespace perry::runtime::builtins {
namespace {

CallSiteObject* this_site(Isolate& isolate, const Arguments& arguments) {
  auto* const site = try_object<CallSiteObject>(arguments.receiver());
  if (site == nullptr) throw_type_error(isolate, "CallSite method expects CallSite as receiver");
  return site;
}

Value get_text(Isolate& isolate, const Arguments& arguments) {
  return this_site(isolate, arguments)->text;
}
Value get_file(Isolate& isolate, const Arguments& arguments) {
  return this_site(isolate, arguments)->file;
}
Value get_line(Isolate& isolate, const Arguments& arguments) {
  return this_site(isolate, arguments)->line;
}
Value get_column(Isolate& isolate, const Arguments& arguments) {
  return this_site(isolate, arguments)->column;
}
Value get_function_name(Isolate& isolate, const Arguments& arguments) {
  return this_site(isolate, arguments)->function_name;
}
Value get_type_name(Isolate& isolate, const Arguments& arguments) {
  return this_site(isolate, arguments)->type_name;
}
Value get_method_name(Isolate& isolate, const Arguments& arguments) {
  const CallSiteObject* const site = this_site(isolate, arguments);
  return site->type_name.is_null() ? Value::null() : site->function_name;
}
Value get_nothing(Isolate& isolate, const Arguments& arguments) {
  this_site(isolate, arguments);
  return Value::undefined();
}
Value get_null(Isolate& isolate, const Arguments& arguments) {
  this_site(isolate, arguments);
  return Value::null();
}
Value is_never(Isolate& isolate, const Arguments& arguments) {
  this_site(isolate, arguments);
  return Value::boolean(false);
}
Value is_native(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(this_site(isolate, arguments)->file.is_undefined());
}
Value is_async(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(this_site(isolate, arguments)->is_async != 0);
}
Value is_constructor_call(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(this_site(isolate, arguments)->is_constructor != 0);
}
Value is_toplevel(Isolate& isolate, const Arguments& arguments) {
  return Value::boolean(this_site(isolate, arguments)->is_toplevel != 0);
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/builtins/error/call_site_prototype.def"
};
#include "runtime/object/builtin_rows_end.inc.h"

}  // namespace

extern const BuiltinTable kCallSitePrototype;
constexpr BuiltinTable kCallSitePrototype = builtin::object(kRows);

}  // namespace perry::runtime::builtins
