#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "perry-cc/codegen/debug_info.h"
#include "perry-cc/codegen/llvm_headers.h"
#include "runtime/abi/layout.h"

namespace llvm {
class AsmPrinter;
class MachineFunction;
class MCAssembler;
class MCDataFragment;
class MCSymbol;
}  // namespace llvm

namespace perry::codegen {

// The module's abi::CallTable. While machine code is printed, a label goes behind each call that
// may come to make an error. Once the assembler knows their addresses, and before it writes the
// file, the table is made of them.
class CallTable {
 public:
  // A function of the program, by the number that DebugInfo gave it.
  struct Function {
    std::string name;  // as traces show it
    bool is_hidden = false;
  };

  // What messages call the value that is called, constructed or iterated at a place.
  struct Text {
    SourcePlace place;
    abi::CallTextKind kind;
    std::string text;
  };

  CallTable(const DebugInfo& debug_info, std::vector<Function> functions, std::vector<Text> texts);

  // The table's name inside the object.
  static constexpr const char* kSymbol = ".Lperry_calls";

  // --- while code is printed, in this order ---
  void label_calls(llvm::MachineFunction& function, llvm::MCSymbol* begin);
  void end_function(llvm::MCSymbol* end);
  // As text it is a table without calls.
  void write_placeholder(llvm::AsmPrinter& printer, bool is_text);
  // --- when all is laid out ---
  void fill(const llvm::MCAssembler& assembler);

 private:
  enum class CallKind : uint8_t { Other, Constructs, Starts };  // see abi::CallColumn
  static CallKind kind_of(const llvm::MachineInstr& call);
  struct Call {
    llvm::MCSymbol* behind;
    const llvm::DILocation* location;
    CallKind kind;
  };
  struct Code {
    llvm::MCSymbol* begin;
    llvm::MCSymbol* end;
    DebugInfo::Identity identity;
    uint32_t line;
    std::vector<Call> calls;
  };
  struct Scope {
    uint32_t number;
    uint32_t parent;
    SourcePlace place;  // of the call that was replaced by it
  };

  SourcePlace place_of(const Call& call) const;
  uint32_t scope_of(const llvm::DILocation* location);
  void number_scopes();
  std::string rows_of(const Code& code, const llvm::MCAssembler& assembler);
  void put_texts(std::string& out) const;
  std::string stream(const std::vector<const Code*>& codes, const llvm::MCAssembler& assembler,
                     uint64_t base);

  const DebugInfo& debug_info_;
  std::vector<Function> functions_;
  std::vector<Text> texts_;  // in order of their places
  std::vector<Code> codes_;
  bool is_open_ = false;  // the last of them is being printed
  std::vector<Scope> scopes_;
  llvm::DenseMap<std::pair<const llvm::DISubprogram*, const llvm::DILocation*>, uint32_t>
      scope_numbers_;
  llvm::MCDataFragment* fragment_ = nullptr;
};

}  // namespace perry::codegen
