#include "runtime/host/uncaught.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "runtime/host/console/console.h"
#include "runtime/host/console/inspect.h"
#include "runtime/host/console/text.h"
#include "runtime/object/error.h"
#include "runtime/object/stack_trace.h"

namespace perry::runtime {

namespace {

void write_error(std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(STDERR_FILENO, text.data(), text.size());
    if (count <= 0) return;
    text.remove_prefix(static_cast<size_t>(count));
  }
}

struct Place {
  const abi::ModuleInfo* module = nullptr;
  uint32_t line = 0;
  uint32_t column = 0;
};

// Where the program itself threw the value.
Place place_of_throw(Isolate& isolate, Value value) {
  const void* const address = throw_place(value);
  if (address == nullptr) return {};
  std::vector<CallSite> sites;
  isolate.part<StackTraces>().sites().find(reinterpret_cast<uint64_t>(address), sites);
  if (sites.empty()) return {};
  return {sites[0].module->info, sites[0].line, sites[0].column};
}

// Where an error was made.
Place place_of_making(Isolate& isolate, Value value) {
  std::vector<TraceFrame> frames;
  if (!is_error(value) || !trace_frames(isolate, value.as<Object>(), frames)) return {};
  for (const TraceFrame& frame : frames)
    if (frame.module != nullptr) return {frame.module->info, frame.line, frame.column};
  return {};
}

// Sources are not part of programs. One that is younger than the program says nothing of it.
bool is_of_this_program(const std::string& path) {
  struct stat source{};
  struct stat program{};
  return stat(path.c_str(), &source) == 0 && stat("/proc/self/exe", &program) == 0 &&
         source.st_mtime <= program.st_mtime;
}

bool read_line(const std::string& path, uint32_t number, std::string& line) {
  if (!is_of_this_program(path)) return false;
  const std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (file == nullptr) return false;
  for (uint32_t at = 1; at < number;) {
    const int c = std::fgetc(file.get());
    if (c == EOF) return false;
    if (c == '\n') at++;
  }
  int c = std::fgetc(file.get());
  if (c == EOF) return false;
  for (; c != EOF && c != '\n'; c = std::fgetc(file.get())) line += static_cast<char>(c);
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

// The blanks in front of a mark below the column, which counts UTF-16 code units.
std::string blanks_before(const std::string& line, uint32_t column) {
  std::string blanks;
  size_t at = 0;
  for (uint32_t units = 1; units < column && at < line.size();) {
    const size_t start = at;
    do at++;
    while (at < line.size() && (static_cast<uint8_t>(line[at]) & 0xc0) == 0x80);
    constexpr size_t kBytesOfTwoUnits = 4;
    units += at - start == kBytesOfTwoUnits ? 2 : 1;
    blanks += line[start] == '\t' ? '\t' : ' ';
  }
  return blanks;
}

// As Node shows a place; nothing if the source isn't at hand.
std::string frame_of(Isolate& isolate, const Place& place) {
  if (place.module == nullptr || place.line == 0) return {};
  SourcePaths& paths = isolate.part<StackTraces>().paths();
  std::string line;
  if (!read_line(paths.absolute(place.module), place.line, line)) return {};
  return paths.shown(place.module) + ':' + std::to_string(place.line) + '\n' + line + '\n' +
         blanks_before(line, place.column) + "^\n";
}

// As Node shows it: a string as it is, and objects deeper than `console` does.
std::string shown(Isolate& isolate, Value value) {
  if (value.is_string()) return to_utf8(value.as<String>());
  constexpr double kDepth = 5;
  return from_utf16(inspect(isolate, value, {.depth = kDepth}));
}

std::string text_of(Isolate& isolate, Value value, const Place& place) {
  try {
    // The trace is asked for before its text, which takes its place.
    std::string frame = frame_of(isolate, place);
    if (!frame.empty() && is_error(value)) frame += '\n';
    return frame + shown(isolate, value);
  } catch (const JsException&) {
    return "Uncaught exception, which can't be shown: showing it throws";
  }
}

[[noreturn]] void die(Isolate& isolate, Value value, const Place& place) {
  flush_output();
  write_error(text_of(isolate, value, place) + '\n');
  std::_Exit(1);
}

Place place_of_uncaught(Isolate& isolate, Value value) {
  const Place thrown = place_of_throw(isolate, value);
  return thrown.module != nullptr ? thrown : place_of_making(isolate, value);
}

}  // namespace

std::string uncaught_text(Isolate& isolate, Value value) {
  return text_of(isolate, value, place_of_uncaught(isolate, value));
}

void die_of_uncaught(Isolate& isolate, Value value) {
  die(isolate, value, place_of_uncaught(isolate, value));
}

// It failed through its promise, so that what counts is where an error was made.
void die_of_failed_module(Isolate& isolate, Value reason) {
  const Place made = place_of_making(isolate, reason);
  die(isolate, reason, made.module != nullptr ? made : place_of_throw(isolate, reason));
}

void die_of_unhandled(Isolate& isolate, Value reason) {
  if (is_error(reason)) die(isolate, reason, place_of_making(isolate, reason));
  flush_output();
  write_error(
      "[UnhandledPromiseRejection: This error originated either by throwing inside of an async "
      "function without a catch block, or by rejecting a promise which was not handled with "
      ".catch(). The promise rejected with the reason \"" +
      describe_plain(isolate, reason) + "\".] {\n  code: 'ERR_UNHANDLED_REJECTION'\n}\n");
  std::_Exit(1);
}

void warn_of_unsettled(Isolate& isolate, const abi::ModuleInfo* module) {
  flush_output();
  write_error("Warning: Detected unsettled top-level await at " +
              isolate.part<StackTraces>().paths().shown(module) + '\n');
}

}  // namespace perry::runtime
