#include "runtime/modules/modules.h"

#include <unistd.h>

#include <algorithm>
#include <array>

#include "runtime/object/convert.h"
#include "runtime/object/error.h"
#include "runtime/object/property.h"
#include "runtime/object/stack_trace.h"

namespace perry::runtime {

Modules::Modules(Isolate& isolate) : isolate_(isolate) {
  isolate.heap().roots().add_tracer(trace, this);
}

Modules::~Modules() { isolate_.heap().roots().remove(this); }

void Modules::start(const abi::Program* program, char* variables) {
  program_ = program;
  variables_ = variables;
  states_.resize(program->module_count);
}

void Modules::trace(void* self, Tracer& tracer) {
  for (const ModuleState& state : static_cast<Modules*>(self)->states_) {
    for (const Value value : {state.error, state.promise, state.name_space, state.deferred,
                              state.meta, state.commonjs}) {
      tracer.visit(value);
    }
  }
}

const abi::ModuleTarget* find_target(const abi::ModuleRecord* from, const String* specifier,
                                     abi::TargetMode mode) {
  const abi::ModuleInfo* info = from->info;
  for (uint32_t i = 0; i < info->target_count; ++i) {
    const abi::ModuleTarget& target = info->targets[i];
    if (target.mode != mode) continue;
    if (equals(static_cast<const String*>(target.specifier), specifier)) return &target;
  }
  return nullptr;
}

// --- Paths ---

// Without `.` and `..` as far as they can be taken out.
static std::string normalized(const std::string& path) {
  std::vector<std::string> parts;
  for (size_t start = 0; start <= path.size();) {
    const size_t end = std::min(path.find('/', start), path.size());
    std::string part = path.substr(start, end - start);
    if (part == ".." && !parts.empty() && parts.back() != "..") {
      parts.pop_back();
    } else if (!part.empty() && part != ".") {
      parts.push_back(std::move(part));
    }
    start = end + 1;
  }
  std::string result;
  for (const std::string& part : parts) result += (result.empty() ? "" : "/") + part;
  return result;
}

const abi::ModuleRecord* find_by_path(Isolate& isolate, const abi::ModuleRecord* from,
                                      const String* specifier) {
  const std::string text = to_utf8(specifier);
  if (!text.starts_with("./") && !text.starts_with("../")) return nullptr;
  const std::string wanted = normalized(directory_of(from->info->path) + "/" + text);
  auto& modules = isolate.part<Modules>();
  for (uint32_t i = 0; i < modules.count(); ++i) {
    const abi::ModuleInfo* info = modules.record(i)->info;
    const bool is_module =
        info->kind == abi::ModuleKind::Esm || info->kind == abi::ModuleKind::CommonJs;
    if (is_module && normalized(info->path) == wanted) return modules.record(i);
  }
  return nullptr;
}

std::string absolute_path(const abi::ModuleRecord* record) {
  return Isolate::current().part<StackTraces>().paths().absolute(record->info);
}

std::string directory_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Node's import.meta.
Value meta_of(Isolate& isolate, const abi::ModuleRecord* record) {
  const Value known = isolate.part<Modules>().state(record).meta;
  if (!known.is_empty()) return known;
  const std::string path = absolute_path(record);
  Object* meta = new_object(isolate, Value::null());
  const auto add = [&](PropertyKey key, const std::string& text) {
    add_property(isolate, meta, key, string_value(isolate, text), kAllAttributes);
  };
  add(names::dirname, directory_of(path));
  add(names::filename, path);
  add(names::url, file_url(path));
  isolate.part<Modules>().state(record).meta = Value::cell(meta);
  return Value::cell(meta);
}

}  // namespace perry::runtime
