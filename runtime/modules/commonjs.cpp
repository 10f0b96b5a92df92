#include <string>

#include "runtime/modules/modules.h"
#include "runtime/object/array.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// CommonJS as Node's loader does it: `module` objects, cycles that see unfinished exports, and
// `require` of ES modules.
namespace perry::runtime {

static Value require_esm(Isolate& isolate, const abi::ModuleRecord* record);

namespace {

using abi::ModuleRecord;

Value require_function(Isolate& isolate, const Arguments& arguments) {
  const auto index = static_cast<uint32_t>(arguments.capture(0).as_number());
  if (!arguments[0].is_string()) {
    throw_type_error(isolate, "The \"id\" argument must be of type string. Received " +
                                  describe_plain(isolate, arguments[0]));
  }
  return require(isolate, isolate.part<Modules>().record(index), arguments[0].as<String>());
}
constexpr NativeInfo kRequire = builtin::native(&names::require, -1, 1, 0, require_function);

Object* new_module_object(Isolate& isolate, const ModuleRecord* record, const std::string& path) {
  Object* module = new_object(isolate);
  const auto add = [&](PropertyKey key, Value value) {
    add_property(isolate, module, key, value, kAllAttributes);
  };
  const bool is_main = isolate.part<Modules>().main() == record;
  add(names::id, string_value(isolate, is_main ? "." : path));
  add(names::path, string_value(isolate, directory_of(path)));
  add(names::exports, Value::cell(new_object(isolate)));
  add(names::filename, string_value(isolate, path));
  add(names::loaded, Value::boolean(false));
  add(names::children, Value::cell(new_array(isolate)));
  add(names::paths, Value::cell(new_array(isolate)));
  return module;
}

// What ES modules import from here: `default` and the names that the compiler found.
void publish_exports(Isolate& isolate, const ModuleRecord* record, Value exports) {
  for (uint32_t i = 0; i < record->commonjs_name_count; ++i) {
    const abi::CommonJsName& row = record->commonjs_names[i];
    auto* name = static_cast<String*>(const_cast<void*>(row.name));
    Value value = exports;
    if (!equals(name, "default") && !equals(name, "module.exports")) {
      value = exports.is_object()
                  ? get(isolate, exports.as<Object>(), to_property_key(isolate, Value::cell(name)))
                  : Value::undefined();
    }
    *isolate.part<Modules>().variable_at(row.cell) = value.bits();
  }
}

// What TypeScript's `import` asks for in a CommonJS module: evaluated before it.
void require_imports(Isolate& isolate, const ModuleRecord* record) {
  for (uint32_t i = 0; i < record->request_count; ++i) {
    const ModuleRecord* const imported = record->requests[i].module;
    if (imported == nullptr) continue;
    if (imported->info->kind == abi::ModuleKind::CommonJs) {
      require_module(isolate, imported);
    } else {
      require_esm(isolate, imported);
    }
  }
}

Value exports_of(Isolate& isolate, Value module) {
  return get(isolate, module.as<Object>(), names::exports);
}

[[noreturn]] void throw_not_found(Isolate& isolate, const ModuleRecord* from,
                                  const String* specifier) {
  Object* error = new_error(
      isolate, ErrorType::Error,
      "Cannot find module '" + to_utf8(specifier) + "'\nRequire stack:\n- " + absolute_path(from));
  add_property(isolate, error, names::code, string_value(isolate, "MODULE_NOT_FOUND"),
               kAllAttributes);
  throw_value(Value::cell(error));
}

}  // namespace

Value require_module(Isolate& isolate, const ModuleRecord* record) {
  const Value known = isolate.part<Modules>().state(record).commonjs;
  if (!known.is_empty()) return exports_of(isolate, known);
  const std::string path = absolute_path(record);
  Object* module = new_module_object(isolate, record, path);
  const Value module_value = Value::cell(module);
  isolate.part<Modules>().state(record).commonjs = module_value;
  Function* require = new_native_function(isolate, &kRequire, {Value::number(record->index)});
  const ModuleRecord* main = isolate.part<Modules>().main();
  const Value main_module = isolate.part<Modules>().state(main).commonjs;
  create_data_property(isolate, require, names::main,
                       main_module.is_empty() ? Value::undefined() : main_module);
  const Value exports = exports_of(isolate, module_value);
  const Value function = Value::cell(new_function(isolate, record->info->evaluate, nullptr, 0));
  const Value filename = string_value(isolate, path);
  const Value dirname = string_value(isolate, directory_of(path));
  Value error;
  try {
    require_imports(isolate, record);
    call(isolate, function, exports,
         {exports, Value::cell(require), module_value, filename, dirname});
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  if (!error.is_empty()) {
    isolate.part<Modules>().state(record).commonjs = Value();
    throw_value(error);
  }
  set_or_throw(isolate, module, names::loaded, Value::boolean(true));
  const Value result = exports_of(isolate, module_value);
  publish_exports(isolate, record, result);
  return result;
}

// Of a data module.
static Value default_export(const ModuleRecord* record) {
  const abi::ModuleInfo* info = record->info;
  for (uint32_t i = 0; i < info->export_count; ++i) {
    if (!equals(static_cast<const String*>(info->export_names[i]), "default")) continue;
    return Value::from_bits(*info->export_cell(i));
  }
  return Value::undefined();
}

static Value require_esm(Isolate& isolate, const ModuleRecord* record) {
  Promise* promise = evaluate_module(isolate, record);
  if (promise->state == PromiseState::Rejected) {
    promise->is_handled = 1;
    throw_value(promise->result);
  }
  if (promise->state == PromiseState::Pending && record->info->is_async != 0) {
    Object* error = new_error(isolate, ErrorType::Error,
                              "require() cannot be used on an ESM graph with top-level await. Use "
                              "import() instead.");
    add_property(isolate, error, names::code, string_value(isolate, "ERR_REQUIRE_ASYNC_MODULE"),
                 kAllAttributes);
    throw_value(Value::cell(error));
  }
  const Value space = namespace_of(isolate, record);
  const PropertyKey replacement = PropertyKey::from_atom(intern(isolate, "module.exports"));
  if (has_property(isolate, space.as<Object>(), replacement)) {
    return get(isolate, space.as<Object>(), replacement);
  }
  return space;
}

Value require(Isolate& isolate, const ModuleRecord* from, String* specifier) {
  specifier->flatten(isolate);
  const abi::ModuleTarget* target = find_target(from, specifier, abi::TargetMode::Require);
  if (target == nullptr || target->module == nullptr) throw_not_found(isolate, from, specifier);
  const ModuleRecord* record = target->module;
  switch (record->info->kind) {
    case abi::ModuleKind::CommonJs:
      return require_module(isolate, record);
    case abi::ModuleKind::Json:
    case abi::ModuleKind::Text: {
      require_esm(isolate, record);
      return default_export(record);
    }
    default:
      return require_esm(isolate, record);
  }
}

}  // namespace perry::runtime
