#include "runtime/object/call_site.h"

#include "runtime/object/array.h"
#include "runtime/object/convert.h"
#include "runtime/object/objects.h"

namespace perry::runtime {

namespace {

void trace_call_site(Object* object, Tracer& tracer) {
  tracer.visit(&static_cast<CallSiteObject*>(object)->text, 6);
}

Value text_or_null(Isolate& isolate, std::string_view text) {
  return text.empty() ? Value::null() : string_value(isolate, text);
}
Value number_or_null(uint32_t number) {
  return number == 0 ? Value::null() : Value::number(number);
}

Value new_call_site(Isolate& isolate, const TraceFrame& frame) {
  auto* const site =
      new_exotic<CallSiteObject>(isolate, intrinsic(isolate, Intrinsic::CallSitePrototype));
  const Value result = Value::cell(site);
  const auto set = [&](Value& place, Value value) { store(isolate.heap(), site, &place, value); };
  for (Value* place = &site->text; place <= &site->column; place++) *place = Value::null();
  set(site->text, string_value(isolate, frame_text(isolate, frame)));
  set(site->file,
      frame.module == nullptr
          ? Value::undefined()
          : string_value(isolate, isolate.part<StackTraces>().paths().shown(frame.module->info)));
  std::string_view name = frame.name;
  if (name.starts_with("new ")) name.remove_prefix(4);
  if (name.starts_with('<')) name = {};
  const size_t dot = name.find('.');
  if (dot != std::string_view::npos)
    set(site->type_name, text_or_null(isolate, name.substr(0, dot)));
  set(site->function_name,
      text_or_null(isolate, dot == std::string_view::npos ? name : name.substr(dot + 1)));
  site->line = number_or_null(frame.line);
  site->column = number_or_null(frame.column);
  site->is_constructor = static_cast<uint64_t>(frame.is_constructor);
  site->is_async = static_cast<uint64_t>(frame.is_async);
  site->is_toplevel = static_cast<uint64_t>(!frame.is_constructor && dot == std::string_view::npos);
  return result;
}

}  // namespace

const ObjectClass CallSiteObject::kClass = {.name = "CallSite", .trace = trace_call_site};

Value new_call_sites(Isolate& isolate, const std::vector<TraceFrame>& frames) {
  ValueList sites(isolate);
  for (const TraceFrame& frame : frames) sites.push(new_call_site(isolate, frame));
  return Value::cell(new_array(isolate, sites));
}

}  // namespace perry::runtime
