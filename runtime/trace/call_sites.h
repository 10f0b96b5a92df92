#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/abi/layout.h"

// From return addresses to places in the source, over the tables that come with the modules
// (docs/formats/call-table.md). A table is read when the first address of its module is asked for.
namespace perry::runtime {

// One function that a return address lies in: several, where some were inlined.
struct CallSite {
  const abi::ModuleRecord* module = nullptr;
  uint32_t function = 0;  // its number
  std::string_view name;
  uint32_t line = 0;    // 0: nobody knows
  uint32_t column = 0;  // see abi::CallColumn
  bool is_hidden = false;
};

class CallSites {
 public:
  explicit CallSites(const abi::Program* program);

  // From the innermost function out; nothing for what is no module's code.
  void find(uint64_t return_address, std::vector<CallSite>& sites);
  // How the source writes what is called or iterated at the site; empty: nobody knows.
  std::string_view text_at(const CallSite& site, abi::CallTextKind kind);
  // The function whose code begins at, or has, `address`; no module: none has.
  CallSite function_at(uint64_t address);

 private:
  struct Function {
    uint64_t start;
    uint64_t end;
    uint32_t number;
    uint32_t line;
    bool is_hidden;
    const uint8_t* rows;
    const uint8_t* rows_end;
  };
  struct Scope {
    uint32_t function;
    uint32_t parent;
    uint32_t line;
    uint32_t column;
  };
  struct Module {
    uint64_t start = 0;
    uint64_t end = 0;
    const abi::ModuleRecord* record = nullptr;
    bool is_read = false;
    std::vector<std::string_view> names;
    std::vector<Scope> scopes;
    std::vector<Function> functions;  // in order of their addresses
    const uint8_t* texts = nullptr;
  };

  static void read(Module& module);
  Module* module_at(uint64_t address);
  static const Function* function_in(const Module& module, uint64_t address);

  std::vector<Module> modules_;  // in order of their addresses
};

}  // namespace perry::runtime
