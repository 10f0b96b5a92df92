#include "runtime/host/process.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <string>

#include "runtime/host/console/console.h"
#include "runtime/jobs/jobs.h"
#include "runtime/object/array.h"
#include "runtime/object/bigint.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

extern "C" char** environ;

namespace perry::runtime {

namespace {

Value exit_process(Isolate& isolate, const Arguments& arguments) {
  int code = exit_code(isolate);
  if (!arguments[0].is_undefined()) code = to_int32(isolate, arguments[0]);
  flush_output();
  std::_Exit(code);
}

Value cwd(Isolate& isolate, const Arguments&) {
  std::array<char, 4096> buffer{};
  const char* path = getcwd(buffer.data(), buffer.size());
  return string_value(isolate, path == nullptr ? "" : path);
}

// The callback with its arguments, as an array.
void run_tick(Isolate& isolate, Value callback, Value list, Value) {
  const auto* array = list.as<Array>();
  ValueList arguments(isolate);
  for (uint32_t i = 0; i < array->length(); ++i) arguments.push(dense_element(array, i));
  call(isolate, callback, Value::undefined(), arguments.data(), arguments.size());
}

Value next_tick(Isolate& isolate, const Arguments& arguments) {
  if (!is_callable(arguments[0])) {
    throw_type_error(isolate, "The \"callback\" argument must be of type function. Received " +
                                  describe_plain(isolate, arguments[0]));
  }
  const size_t extra = arguments.count() - 1;
  const Value list = Value::cell(new_array(isolate, arguments.data() + 1, extra));
  isolate.part<Jobs>().enqueue_tick(run_tick, arguments[0], list);
  return Value::undefined();
}

int64_t nanoseconds() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}
Value hrtime_bigint(Isolate& isolate, const Arguments&) {
  return new_bigint(isolate, nanoseconds());
}
constexpr NativeInfo kHrtimeBigint = builtin::native(&names::bigint, -1, 0, 0, hrtime_bigint);
Value hrtime(Isolate& isolate, const Arguments& arguments) {
  constexpr int64_t kSecond = 1'000'000'000;
  int64_t time = nanoseconds();
  if (arguments[0].is_object()) {
    auto* earlier = arguments[0].as<Object>();
    const double seconds = to_number(isolate, get(isolate, earlier, PropertyKey::from_index(0)));
    const double rest = to_number(isolate, get(isolate, earlier, PropertyKey::from_index(1)));
    time -= static_cast<int64_t>(seconds) * kSecond + static_cast<int64_t>(rest);
  }
  const int64_t whole = time / kSecond;
  const int64_t rest = time % kSecond;
  const Value parts[] = {Value::number(static_cast<double>(whole)),
                         Value::number(static_cast<double>(rest))};
  return Value::cell(new_array(isolate, parts, 2));
}

Value write_stdout(Isolate& isolate, const Arguments& arguments) {
  write_output(to_utf8(to_string(isolate, arguments[0])));
  return Value::boolean(true);
}
Value write_stderr(Isolate& isolate, const Arguments& arguments) {
  flush_output();
  const std::string text = to_utf8(to_string(isolate, arguments[0]));
  size_t done = 0;
  while (done < text.size()) {
    const ssize_t count = ::write(STDERR_FILENO, text.data() + done, text.size() - done);
    if (count <= 0) break;
    done += static_cast<size_t>(count);
  }
  return Value::boolean(true);
}

#include "runtime/object/builtin_rows.inc.h"
constexpr BuiltinRow kRows[] = {
#include "runtime/host/process.def"
};
constexpr BuiltinRow kStdoutRows[] = {FUNCTION(write, 1, write_stdout, Bool, Writes)};
constexpr BuiltinRow kStderrRows[] = {FUNCTION(write, 1, write_stderr, Bool, Writes)};
#include "runtime/object/builtin_rows_end.inc.h"

Value environment(Isolate& isolate) {
  Object* env = new_object(isolate);
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    const size_t equal = text.find('=');
    if (equal == std::string_view::npos) continue;
    const Value name = string_value(isolate, text.substr(0, equal));
    const Value value = string_value(isolate, text.substr(equal + 1));
    create_data_property(isolate, env, to_property_key(isolate, name), value);
  }
  return Value::cell(env);
}

}  // namespace

Value new_process(Isolate& isolate, int argc, const char* const* argv) {
  Object* process = new_object(isolate);
  const auto add = [&](PropertyKey key, Value value) {
    add_property(isolate, process, key, value, kAllAttributes);
  };
  ValueList arguments(isolate);
  // Node has the program and the script in front.
  std::array<char, 4096> path{};
  const ssize_t length = readlink("/proc/self/exe", path.data(), path.size());
  const std::string program = length > 0 ? std::string(path.data(), static_cast<size_t>(length))
                              : argc > 0 ? argv[0]
                                         : "";
  arguments.push(string_value(isolate, program));
  arguments.push(string_value(isolate, program));
  for (int i = 1; i < argc; ++i) arguments.push(string_value(isolate, argv[i]));
  add(names::title, string_value(isolate, "perry"));
  add(names::version, string_value(isolate, "v22.0.0"));
  Object* versions = new_object(isolate);
  add_property(isolate, versions, to_property_key(isolate, string_value(isolate, "node")),
               string_value(isolate, "22.0.0"), kAllAttributes);
  add(names::versions, Value::cell(versions));
  add(names::platform, string_value(isolate, "linux"));
  add(names::arch, string_value(isolate, "x64"));
  add(names::pid, Value::number(getpid()));
  add(names::argv, Value::cell(new_array(isolate, arguments)));
  add(names::execArgv, Value::cell(new_array(isolate)));
  add(names::execPath, string_value(isolate, program));
  add(names::exitCode, Value::undefined());
  add(names::env, environment(isolate));
  add_rows(isolate, process, kRows);
  const Value hrtime = get(isolate, process, names::hrtime);
  create_data_property(isolate, hrtime.as<Object>(), names::bigint,
                       Value::cell(new_native_function(isolate, &kHrtimeBigint)));
  Object* out = new_object(isolate);
  add_rows(isolate, out, kStdoutRows);
  add(names::stdout_, Value::cell(out));
  Object* err = new_object(isolate);
  add_rows(isolate, err, kStderrRows);
  add(names::stderr_, Value::cell(err));
  return Value::cell(process);
}

int exit_code(Isolate& isolate) {
  auto* global = intrinsic(isolate, Intrinsic::Global).as<Object>();
  OwnProperty found;
  if (!find_own(isolate, global, names::process, found) || !found.value.is_object()) return 0;
  const Value code = get(isolate, found.value.as<Object>(), names::exitCode);
  return code.is_undefined() ? 0 : to_int32(isolate, code);
}

}  // namespace perry::runtime
