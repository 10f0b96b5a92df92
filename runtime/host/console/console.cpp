#include "runtime/host/console/console.h"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>

#include "runtime/host/console/inspect.h"
#include "runtime/host/console/text.h"
#include "runtime/object/builtin.h"
#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"

namespace perry::runtime {

namespace {

// Standard output is buffered until the program waits, fails or ends, or something goes to
// standard error.
struct Output {
  std::string buffer;
  std::string group;
  std::map<std::string, double> counts;
  std::map<std::string, std::chrono::steady_clock::time_point> timers;
};
Output& output() {
  static thread_local Output instance;
  return instance;
}
constexpr size_t kMostBuffered = 64 << 10;

void write_all(int file, const std::string& text) {
  for (size_t done = 0; done < text.size();) {
    const ssize_t count = ::write(file, text.data() + done, text.size() - done);
    if (count < 0 && errno != EINTR && errno != EAGAIN) return;
    if (count > 0) done += static_cast<size_t>(count);
  }
}

void print_line(int file, const std::u16string& text) {
  Output& out = output();
  std::string line = from_utf16(text);
  if (!out.group.empty()) {
    std::string indented = out.group;
    for (const char c : line) {
      indented += c;
      if (c == '\n') indented += out.group;
    }
    line = indented;
  }
  line += '\n';
  if (file == STDOUT_FILENO) {
    out.buffer += line;
    if (out.buffer.size() > kMostBuffered) flush_output();
  } else {
    flush_output();
    write_all(file, line);
  }
}

Value print(Isolate& isolate, const Arguments& arguments, int file) {
  print_line(file, format_arguments(isolate, arguments.data(), arguments.count()));
  return Value::undefined();
}

Value log(Isolate& isolate, const Arguments& arguments) {
  return print(isolate, arguments, STDOUT_FILENO);
}
Value error(Isolate& isolate, const Arguments& arguments) {
  return print(isolate, arguments, STDERR_FILENO);
}

Value trace(Isolate& isolate, const Arguments& arguments) {
  std::u16string text = u"Trace";
  if (arguments.count() != 0) {
    text += u": " + format_arguments(isolate, arguments.data(), arguments.count());
  }
  print_line(STDERR_FILENO, text);
  return Value::undefined();
}

Value dir(Isolate& isolate, const Arguments& arguments) {
  InspectOptions options;
  if (arguments[1].is_object()) {
    const Value depth = get(isolate, arguments[1].as<Object>(), names::depth);
    if (depth.is_number()) options.depth = depth.as_number();
    if (depth.is_null()) options.depth = 1e9;
  }
  print_line(STDOUT_FILENO, inspect(isolate, arguments[0], options));
  return Value::undefined();
}

Value assert_that(Isolate& isolate, const Arguments& arguments) {
  if (to_boolean(arguments[0])) return Value::undefined();
  ValueList list(isolate);
  if (arguments[1].is_string()) {
    const Value prefix = string_value(isolate, "Assertion failed: ");
    list.push(
        Value::cell(concat_or_throw(isolate, prefix.as<String>(), arguments[1].as<String>())));
  } else {
    list.push(
        string_value(isolate, arguments.count() > 1 ? "Assertion failed:" : "Assertion failed"));
    if (arguments.count() > 1) list.push(arguments[1]);
  }
  for (size_t i = 2; i < arguments.count(); ++i) list.push(arguments[i]);
  print_line(STDERR_FILENO, format_arguments(isolate, list.data(), list.size()));
  return Value::undefined();
}

Value group(Isolate& isolate, const Arguments& arguments) {
  if (arguments.count() != 0) log(isolate, arguments);
  output().group += "  ";
  return Value::undefined();
}
Value group_end(Isolate&, const Arguments&) {
  std::string& indentation = output().group;
  if (!indentation.empty()) indentation.resize(indentation.size() - 2);
  return Value::undefined();
}

std::string label_of(Isolate& isolate, const Arguments& arguments) {
  return arguments[0].is_undefined() ? "default" : to_utf8(to_string(isolate, arguments[0]));
}
Value count(Isolate& isolate, const Arguments& arguments) {
  const std::string label = label_of(isolate, arguments);
  const double number = ++output().counts[label];
  print_line(STDOUT_FILENO, to_utf16(label + ": " + std::to_string(static_cast<uint64_t>(number))));
  return Value::undefined();
}
Value count_reset(Isolate& isolate, const Arguments& arguments) {
  output().counts.erase(label_of(isolate, arguments));
  return Value::undefined();
}

Value time(Isolate& isolate, const Arguments& arguments) {
  output().timers[label_of(isolate, arguments)] = std::chrono::steady_clock::now();
  return Value::undefined();
}
void print_time(Isolate& isolate, const Arguments& arguments, bool end) {
  const std::string label = label_of(isolate, arguments);
  const auto found = output().timers.find(label);
  if (found == output().timers.end()) return;
  const double milliseconds =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - found->second)
          .count();
  std::array<char, 64> text{};
  std::snprintf(text.data(), text.size(), milliseconds < 1000 ? "%.3fms" : "%.3fs",
                milliseconds < 1000 ? milliseconds : milliseconds / 1000);
  print_line(STDOUT_FILENO, to_utf16(label + ": " + text.data()));
  if (end) output().timers.erase(found);
}
Value time_log(Isolate& isolate, const Arguments& arguments) {
  print_time(isolate, arguments, false);
  return Value::undefined();
}
Value time_end(Isolate& isolate, const Arguments& arguments) {
  print_time(isolate, arguments, true);
  return Value::undefined();
}

#define FUNCTION(name, length, entry, type, purity) \
  builtin::function(names::name, length, entry, kAllAttributes),
constexpr BuiltinRow kRows[] = {
#include "runtime/host/console/console.def"
};
#undef FUNCTION

}  // namespace

void write_output(const std::string& text) {
  output().buffer += text;
  if (output().buffer.size() > kMostBuffered) flush_output();
}

void flush_output() {
  Output& out = output();
  if (out.buffer.empty()) return;
  const std::string text = std::move(out.buffer);
  out.buffer.clear();
  write_all(STDOUT_FILENO, text);
}

Value new_console(Isolate& isolate) {
  Object* prototype = new_object(isolate);
  Object* console = new_object(isolate, Value::cell(prototype));
  add_rows(isolate, console, kRows);
  return Value::cell(console);
}

}  // namespace perry::runtime
