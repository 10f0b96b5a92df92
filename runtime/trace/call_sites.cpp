#include "runtime/trace/call_sites.h"

#include <algorithm>

namespace perry::runtime {

namespace {

class Stream {
 public:
  explicit Stream(const uint8_t* at) : at_(at) {}

  const uint8_t* at() const { return at_; }
  void skip(uint32_t count) { at_ += count; }
  uint32_t number() {
    uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const uint8_t byte = *at_++;
      value |= (byte & 0x7fu) << shift;
      if ((byte & 0x80) == 0) return value;
    }
  }
  int32_t signed_number() {
    const uint32_t value = number();
    return static_cast<int32_t>(value >> 1 ^ (0u - (value & 1)));
  }

 private:
  const uint8_t* at_;
};

}  // namespace

CallSites::CallSites(const abi::Program* program) {
  if (program == nullptr) return;
  modules_.reserve(program->module_count);
  for (uint32_t i = 0; i < program->module_count; i++) {
    const abi::ModuleRecord* const record = program->modules[i];
    const abi::CallTable* const table = record->info->calls;
    if (table == nullptr || table->code_size == 0) continue;
    Module module;
    module.start = reinterpret_cast<uint64_t>(table->code);
    module.end = module.start + table->code_size;
    module.record = record;
    modules_.push_back(std::move(module));
  }
  std::ranges::sort(modules_, {}, &Module::start);
}

void CallSites::read(Module& module) {
  module.is_read = true;
  const abi::CallTable* const table = module.record->info->calls;
  Stream in(reinterpret_cast<const uint8_t*>(table + 1));
  module.names.resize(in.number());
  for (std::string_view& name : module.names) {
    const uint32_t size = in.number();
    name = {reinterpret_cast<const char*>(in.at()), size};
    in.skip(size);
  }
  module.scopes.resize(in.number());
  for (Scope& scope : module.scopes) {
    scope.function = in.number();
    scope.parent = in.number();
    scope.line = in.number();
    scope.column = in.number();
  }
  module.functions.resize(in.number());
  uint64_t address = module.start;
  uint32_t line = 0;
  for (Function& function : module.functions) {
    function.start = address + in.number();
    function.end = function.start + in.number();
    const uint32_t number = in.number();
    function.number = number >> 1;
    function.is_hidden = (number & abi::kCallFunctionHidden) != 0;
    function.line = line + static_cast<uint32_t>(in.signed_number());
    const uint32_t size = in.number();
    function.rows = in.at();
    in.skip(size);
    function.rows_end = in.at();
    address = function.end;
    line = function.line;
  }
  module.texts = in.at();
}

std::string_view CallSites::text_at(const CallSite& site, abi::CallTextKind kind) {
  const auto module = std::ranges::find(modules_, site.module, &Module::record);
  if (module == modules_.end()) return {};
  if (!module->is_read) read(*module);
  Stream in(module->texts);
  std::vector<std::string_view> texts(in.number());
  for (std::string_view& text : texts) {
    const uint32_t size = in.number();
    text = {reinterpret_cast<const char*>(in.at()), size};
    in.skip(size);
  }
  uint32_t line = 0;
  for (uint32_t count = in.number(); count > 0; count--) {
    line += in.number();
    const uint32_t column = in.number();
    const uint32_t text = in.number();
    if (line > site.line) break;
    if (line == site.line && column == site.column && (text & 1) == static_cast<uint32_t>(kind))
      return texts[text >> 1];
  }
  return {};
}

CallSites::Module* CallSites::module_at(uint64_t address) {
  auto above = std::ranges::upper_bound(modules_, address, {}, &Module::start);
  if (above == modules_.begin()) return nullptr;
  Module& module = *std::prev(above);
  if (address >= module.end) return nullptr;
  if (!module.is_read) read(module);
  return &module;
}

const CallSites::Function* CallSites::function_in(const Module& module, uint64_t address) {
  auto above = std::ranges::upper_bound(module.functions, address, {}, &Function::start);
  if (above == module.functions.begin()) return nullptr;
  const Function& function = *std::prev(above);
  return address < function.end ? &function : nullptr;
}

CallSite CallSites::function_at(uint64_t address) {
  CallSite site;
  const Module* const module = module_at(address);
  const Function* const function = module == nullptr ? nullptr : function_in(*module, address);
  if (function == nullptr) return site;
  site.module = module->record;
  site.function = function->number;
  site.name = module->names[function->number];
  site.line = function->line;
  site.is_hidden = function->is_hidden;
  return site;
}

void CallSites::find(uint64_t return_address, std::vector<CallSite>& sites) {
  const Module* const module = module_at(return_address - 1);
  if (module == nullptr) return;
  const Function* const function = function_in(*module, return_address - 1);
  if (function == nullptr) return;
  // The last row that is not beyond the address.
  Stream in(function->rows);
  uint64_t address = function->start;
  uint32_t next_line = function->line;
  uint32_t line = function->line;
  uint32_t column = 1;
  uint32_t scope = 0;
  while (in.at() < function->rows_end) {
    address += in.number();
    if (address > return_address) break;
    next_line += static_cast<uint32_t>(in.signed_number());
    line = next_line;
    column = in.number();
    scope = module->scopes.empty() ? 0 : in.number();
  }
  const auto add = [&](uint32_t number, bool is_hidden) {
    CallSite site;
    site.module = module->record;
    site.function = number;
    site.name = module->names[number];
    site.line = line;
    site.column = column;
    site.is_hidden = is_hidden;
    sites.push_back(site);
  };
  while (scope != 0) {
    const Scope& inlined = module->scopes[scope - 1];
    add(inlined.function, false);
    line = inlined.line;
    column = inlined.column;
    scope = inlined.parent;
  }
  add(function->number, function->is_hidden);
}

}  // namespace perry::runtime
