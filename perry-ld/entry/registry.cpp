#include "perry-ld/entry/registry.h"

#include <algorithm>
#include <vector>

#include "frontend/module/symbols.h"
#include "perry-ld/entry/elf_object.h"
#include "perry-ld/entry/static_string.h"
#include "runtime/abi/library.h"
#include "runtime/abi/namespace_cells.h"

namespace perry::ld {

using frontend::LinkPlan;
using frontend::PlanExport;
using frontend::PlanModule;

namespace {

constexpr uint64_t kWord = sizeof(uint64_t);

static_assert(sizeof(abi::ModuleRequest) == 16);
static_assert(sizeof(abi::NamespaceName) == 24);
static_assert(sizeof(abi::CommonJsName) == 16);
static_assert(sizeof(abi::ModuleRecord) == 56);
static_assert(sizeof(abi::Program) == 64);
static_assert(sizeof(abi::Library) == 72);

constexpr std::string_view kVariables = ".tbss";

class Registry {
 public:
  Registry(const LinkPlan& plan, ElfObject::Machine machine, std::string_view abi_hash,
           std::string_view build_id)
      : plan_(plan),
        abi_hash_(abi_hash),
        build_id_(build_id),
        is_library_(plan.output != frontend::OutputKind::Program),
        object_(machine),
        data_(is_library_ ? object_.add_relocated_section(".data.rel.ro.perry_modules", kWord)
                          : object_.add_section(".rodata.perry_modules", kWord)),
        text_(object_.add_section(".rodata.perry_names", 1)),
        variables_(object_.add_thread_section(kVariables, kWord)) {}

  std::string write();

 private:
  using Symbol = ElfObject::SymbolId;

  // A text that ends in a zero byte.
  Symbol add_text(std::string_view text);
  // The place that comes next in the data.
  Symbol here() { return object_.add_local(data_, object_.size(data_)); }
  Symbol record_of(uint32_t module) {
    return object_.symbol(record_symbol(plan_.modules[module].id));
  }
  void append_address_or_null(Symbol symbol, bool is_there) {
    if (is_there)
      object_.append_address(data_, symbol);
    else
      object_.append_u64(data_, 0);
  }
  Symbol add_requests(const PlanModule& module);
  Symbol add_names(const PlanModule& module);
  Symbol add_commonjs_names(const PlanModule& module);
  void add_record(uint32_t index);
  void add_program();
  void add_variables_of_library();

  const LinkPlan& plan_;
  std::string_view abi_hash_;
  std::string_view build_id_;
  bool is_library_;
  ElfObject object_;
  ElfObject::SectionId data_;
  ElfObject::SectionId text_;
  ElfObject::SectionId variables_;
};

Registry::Symbol Registry::add_text(std::string_view text) {
  const Symbol symbol = object_.add_local(text_, object_.size(text_));
  object_.append(text_, text);
  object_.append(text_, std::string_view("\0", 1));
  return symbol;
}

Registry::Symbol Registry::add_requests(const PlanModule& module) {
  const Symbol start = here();
  for (const frontend::PlanRequest& request : module.requests) {
    object_.append_address(data_, record_of(request.module));
    object_.append_u32(data_, static_cast<uint32_t>(request.phase));
    object_.append_u32(data_, 0);
  }
  return start;
}

Registry::Symbol Registry::add_names(const PlanModule& module) {
  struct Row {
    std::vector<uint16_t> units;
    const PlanExport* name;
  };
  std::vector<Row> rows;
  rows.reserve(module.exports.size());
  for (const PlanExport& e : module.exports) rows.push_back({utf16_of(e.exported), &e});
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.units < b.units; });
  const Symbol start = here();
  for (const Row& row : rows) {
    const PlanExport& e = *row.name;
    object_.append_address(data_, add_atom(object_, e.exported));
    object_.append_address(data_, record_of(e.module));
    if (e.target == PlanExport::Target::Namespace)
      object_.append_u64(data_, abi::kNamespaceCell);
    else if (e.target == PlanExport::Target::DeferredNamespace)
      object_.append_u64(data_, abi::kDeferredCell);
    else
      object_.append_thread_offset(data_, object_.thread_symbol(frontend::export_symbol(
                                              plan_.modules[e.module].id, e.name)));
  }
  return start;
}

// `default` and what was detected, each with its variable.
Registry::Symbol Registry::add_commonjs_names(const PlanModule& module) {
  const Symbol start = here();
  const auto add = [&](std::string_view name) {
    const Symbol variable = object_.thread_symbol(frontend::export_symbol(module.id, name));
    object_.define(variable, variables_, object_.reserve(variables_, kWord), kWord);
    object_.append_address(data_, add_atom(object_, name));
    object_.append_thread_offset(data_, variable);
  };
  add("default");
  for (const std::string& name : module.commonjs_names) add(name);
  return start;
}

void Registry::add_record(uint32_t index) {
  const PlanModule& module = plan_.modules[index];
  const bool is_commonjs = module.kind == frontend::ModuleKind::CommonJs;
  const Symbol id = add_text(module.id);
  const Symbol requests = add_requests(module);
  const Symbol names = add_names(module);
  const Symbol commonjs_names = is_commonjs ? add_commonjs_names(module) : 0;
  const uint64_t start = object_.size(data_);
  object_.append_address(data_, object_.symbol(frontend::init_symbol(module.id)));
  object_.append_address(data_, id);
  object_.append_u32(data_, index);
  object_.append_u32(data_, static_cast<uint32_t>(module.requests.size()));
  append_address_or_null(requests, !module.requests.empty());
  append_address_or_null(names, module.needs_namespace);
  append_address_or_null(commonjs_names, is_commonjs);
  object_.append_u32(data_, static_cast<uint32_t>(module.exports.size()));
  object_.append_u32(data_,
                     is_commonjs ? static_cast<uint32_t>(module.commonjs_names.size()) + 1 : 0);
  object_.define(record_of(index), data_, start, sizeof(abi::ModuleRecord));
}

void Registry::add_program() {
  const Symbol modules = here();
  for (uint32_t i = 0; i < plan_.modules.size(); i++) object_.append_address(data_, record_of(i));
  const Symbol entries = here();
  for (const uint32_t entry : plan_.entries) object_.append_u32(data_, entry);
  object_.align(data_, kWord);
  const uint64_t start = object_.size(data_);
  object_.append_address(data_, modules);
  object_.append_address(data_, entries);
  object_.append_u32(data_, static_cast<uint32_t>(plan_.modules.size()));
  object_.append_u32(data_, static_cast<uint32_t>(plan_.entries.size()));
  object_.append_address(data_, add_text(abi_hash_));
  object_.append_address(data_, add_text(build_id_));
  // Only a runtime with the same contract links.
  object_.append_address(data_, object_.symbol("perry_abi_" + std::string(abi_hash_)));
  if (is_library_) {
    add_variables_of_library();
  } else {
    object_.append_u64(data_, 0);
    object_.append_u64(data_, 0);
  }
  const Symbol program =
      object_.symbol(is_library_ ? library_symbol(plan_.library) : "perry_program");
  object_.define(program, data_, start, object_.size(data_) - start);
  if (plan_.output == frontend::OutputKind::SharedLibrary) object_.export_symbol(program);
}

// This object is the last one that has variables.
void Registry::add_variables_of_library() {
  const Symbol end = object_.thread_symbol("perry.end_variable");
  object_.define(end, variables_, object_.reserve(variables_, kWord), kWord);
  object_.append_u64(data_, 0);
  object_.append_thread_offset(data_, end);
  const ElfObject::SectionId code = object_.add_code_section(".text.perry_variables");
  const Symbol function = object_.add_local(code, 0);
  // movq %fs:0, %rax; addq perry.first_variable@gottpoff(%rip), %rax; ret
  object_.append(code, std::string_view("\x64\x48\x8b\x04\x25\0\0\0\0\x48\x03\x05", 12));
  object_.append_place_of_thread_offset(code, object_.thread_symbol(kFirstVariable));
  object_.append(code, "\xc3");
  object_.append_address(data_, function);
}

std::string Registry::write() {
  for (uint32_t i = 0; i < plan_.modules.size(); i++) add_record(i);
  add_program();
  return object_.finish();
}

}  // namespace

std::string record_symbol(std::string_view module_id) { return "r." + std::string(module_id); }

std::string library_symbol(std::string_view name) { return "perry_library_" + std::string(name); }

std::string write_first_variable() {
  ElfObject object(ElfObject::Machine::X86_64);
  const ElfObject::SectionId variables = object.add_thread_section(kVariables, kWord);
  object.define(object.thread_symbol(kFirstVariable), variables, object.reserve(variables, kWord),
                kWord);
  return object.finish();
}

std::expected<std::string, std::string> write_registry(const LinkPlan& plan,
                                                       std::string_view abi_hash,
                                                       std::string_view build_id) {
  const std::string& triple = plan.target.triple;
  const bool is_x64 = triple.starts_with("x86_64-");
  if ((!is_x64 && !triple.starts_with("aarch64-")) || triple.find("linux") == std::string::npos)
    return std::unexpected("target `" + triple + "`");
  // How a library finds its variables is code.
  if (!is_x64 && plan.output != frontend::OutputKind::Program)
    return std::unexpected("target `" + triple + "`: of libraries there are those of x86-64 only");
  return Registry(plan, is_x64 ? ElfObject::Machine::X86_64 : ElfObject::Machine::AArch64, abi_hash,
                  build_id)
      .write();
}

}  // namespace perry::ld
