#include "tests/conformance/host/realm.h"

#include <unistd.h>

#include <array>
#include <charconv>
#include <chrono>
#include <string>
#include <thread>

#include "runtime/exec/globals.h"
#include "runtime/host/timers.h"
#include "runtime/jobs/jobs.h"
#include "runtime/modules/modules.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

// The host that test262's INTERPRETING.md asks for, as far as a program that was compiled ahead of
// time can be one: there is one realm, and text becomes code only where the runner has seen it in a
// test. What is missing is missing from `$262`, so that tests which need it fail.
namespace perry::test262 {

using namespace runtime;  // NOLINT(google-build-using-namespace): a program of its own

namespace {

void write_text(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count <= 0) return;
    text.remove_prefix(static_cast<size_t>(count));
  }
}

PropertyKey key_of(Isolate& isolate, std::string_view name) {
  return to_property_key(isolate, string_value(isolate, name));
}

Value print(Isolate& isolate, const Arguments& arguments) {
  write_text(STDOUT_FILENO, to_utf8(to_string(isolate, arguments[0])) + "\n");
  return Value::undefined();
}

Value collect_garbage(Isolate& isolate, const Arguments&) {
  isolate.heap().collect(CollectionKind::Full);
  return Value::undefined();
}

// FNV-1a. The runner puts a script that a test evaluates where this leads.
std::string script_path(std::string_view text) {
  uint64_t digest = 0xCBF29CE484222325;
  for (const char c : text) digest = (digest ^ static_cast<uint8_t>(c)) * 0x100000001B3;
  std::array<char, 16> digits;
  const char* end = std::to_chars(digits.begin(), digits.end(), digest, 16).ptr;
  return "scripts/" + std::string(digits.data(), static_cast<size_t>(end - digits.data())) + ".js";
}

Value eval_script(Isolate& isolate, const Arguments& arguments) {
  const std::string text = to_utf8(to_string(isolate, arguments[0]));
  const abi::ModuleRecord* record = find_module(isolate, script_path(text));
  if (record == nullptr) {
    throw_error(isolate, ErrorType::EvalError,
                "$262.evalScript: a compiled program does not turn text into code");
  }
  return execute_module(isolate, record);
}

// `transfer` is how a program detaches a buffer. What is detached stays so.
Value detach_array_buffer(Isolate& isolate, const Arguments& arguments) {
  if (!arguments[0].is_object()) throw_type_error(isolate, "not an ArrayBuffer");
  if (get(isolate, arguments[0].as<Object>(), key_of(isolate, "detached")).is_true())
    return Value::null();
  const Value transfer = get(isolate, arguments[0].as<Object>(), key_of(isolate, "transfer"));
  call(isolate, transfer, arguments[0]);
  return Value::null();
}

Value sleep(Isolate& isolate, const Arguments& arguments) {
  const double milliseconds = to_number(isolate, arguments[0]);
  if (milliseconds > 0)
    std::this_thread::sleep_for(std::chrono::duration<double, std::milli>(milliseconds));
  return Value::undefined();
}

Value monotonic_now(Isolate&, const Arguments&) {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return Value::number(std::chrono::duration<double, std::milli>(now).count());
}

struct HostFunction {
  const char* name;
  NativeInfo info;
};
constexpr HostFunction kFunctions[] = {
    {"collectGarbage", builtin::native(nullptr, -1, 0, 0, collect_garbage)},
    {"gc", builtin::native(nullptr, -1, 0, 0, collect_garbage)},
    {"evalScript", builtin::native(nullptr, -1, 1, 0, eval_script)},
    {"detachArrayBuffer", builtin::native(nullptr, -1, 1, 0, detach_array_buffer)},
};
// Agents are given their code as text, so there are no others; what an agent has for itself works.
constexpr HostFunction kAgentFunctions[] = {
    {"sleep", builtin::native(nullptr, -1, 1, 0, sleep)},
    {"monotonicNow", builtin::native(nullptr, -1, 0, 0, monotonic_now)},
};
constexpr NativeInfo kPrint = builtin::native(nullptr, -1, 1, 0, print);

void define(Isolate& isolate, Object* object, std::string_view name, Value value) {
  define_own_property(isolate, object, key_of(isolate, name),
                      PropertyDescriptor::data(value, kHidden));
}

template <size_t N>
void define_functions(Isolate& isolate, Object* object, const HostFunction (&functions)[N]) {
  for (const HostFunction& function : functions)
    define(isolate, object, function.name,
           Value::cell(new_native_function(isolate, &function.info)));
}

// The name of its constructor, which may be the test's own.
std::string type_of(Isolate& isolate, Value error) {
  try {
    if (!error.is_object()) return "";
    const Value constructor = get(isolate, error.as<Object>(), key_of(isolate, "constructor"));
    if (!constructor.is_object()) return "";
    const Value name = get(isolate, constructor.as<Object>(), key_of(isolate, "name"));
    return name.is_string() ? to_utf8(name.as<String>()) : "";
  } catch (const JsException&) {
    return "";
  }
}

std::string message_of(Isolate& isolate, Value error) {
  try {
    if (!error.is_object()) return describe_plain(isolate, error);
    const Value message = get(isolate, error.as<Object>(), key_of(isolate, "message"));
    return to_utf8(to_string(isolate, message));
  } catch (const JsException&) {
    return "";
  }
}

// Rejections that nobody handles are no errors here: tests wait for `print`.
bool run_jobs(Isolate& isolate) {
  auto& jobs = isolate.part<Jobs>();
  do {
    jobs.run();
    while (!jobs.take_unhandled().is_empty()) {
    }
  } while (!jobs.empty());
  return true;
}

void run_record(Isolate& isolate, const abi::ModuleRecord* record) {
  if (record->info->kind != abi::ModuleKind::Esm) {
    execute_module(isolate, record);
    run_jobs(isolate);
    return;
  }
  Promise* promise = evaluate_module(isolate, record);
  run_jobs(isolate);
  if (promise->state == PromiseState::Rejected) throw_value(promise->result);
}

}  // namespace

void install(Isolate& isolate) {
  Object* global = isolate.part<Globals>().object();
  isolate.part<Timers>().install(global);
  Object* host = new_object(isolate);
  define(isolate, host, "global", Value::cell(global));
  define_functions(isolate, host, kFunctions);
  Object* agent = new_object(isolate);
  define_functions(isolate, agent, kAgentFunctions);
  define(isolate, host, "agent", Value::cell(agent));
  define(isolate, global, "$262", Value::cell(host));
  define(isolate, global, "print", Value::cell(new_native_function(isolate, &kPrint)));
}

bool run(Isolate& isolate, const abi::ModuleRecord* record) {
  Value error;
  try {
    run_record(isolate, record);
    isolate.part<Timers>().run(run_jobs);
    return true;
  } catch (const JsException& thrown) {
    error = thrown.value;
  }
  const std::string type = type_of(isolate, error);
  write_text(STDERR_FILENO, type + "\n" + message_of(isolate, error) + "\n");
  return false;
}

const abi::ModuleRecord* find_module(Isolate& isolate, std::string_view path) {
  const auto& modules = isolate.part<Modules>();
  for (uint32_t i = 0; i < modules.entry_count(); i++)
    if (modules.entry(i)->info->path == path) return modules.entry(i);
  return nullptr;
}

}  // namespace perry::test262
