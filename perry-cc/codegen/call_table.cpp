#include "perry-cc/codegen/call_table.h"

#include <llvm/CodeGen/AsmPrinter.h>
#include <llvm/CodeGen/MachineFunction.h>
#include <llvm/MC/MCAssembler.h>
#include <llvm/MC/MCContext.h>
#include <llvm/MC/MCFragment.h>
#include <llvm/MC/MCSectionELF.h>
#include <llvm/MC/MCStreamer.h>

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_map>

#include "perry-cc/codegen/callees.h"
#include "runtime/abi/layout.h"

// docs/formats/call-table.md has the format. Addresses are known only when the assembler has chosen
// the size of every jump; fixed-size fields that it fills in itself would make the table three
// times as big.
namespace perry::codegen {

namespace {

void put(std::string& out, uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(value | 0x80);
    value >>= 7;
  }
  out += static_cast<char>(value);
}

// Small numbers of both signs become small numbers.
void put_signed(std::string& out, int64_t value) {
  put(out, static_cast<uint64_t>(value) << 1 ^ static_cast<uint64_t>(value >> 63));
}

int64_t difference(uint64_t a, uint64_t b) { return static_cast<int64_t>(a - b); }

// Whether an error may be made before the call returns.
bool may_throw(const llvm::MachineInstr& instruction) {
  for (const llvm::MachineOperand& operand : instruction.operands()) {
    if (operand.isSymbol()) return false;  // arithmetic of the target's library
    if (!operand.isGlobal()) continue;
    const auto* const callee = llvm::dyn_cast<llvm::Function>(operand.getGlobal());
    if (callee != nullptr && callee->doesNotThrow()) return false;
  }
  return true;
}

llvm::StringRef callee_of(const llvm::MachineInstr& instruction) {
  for (const llvm::MachineOperand& operand : instruction.operands())
    if (operand.isGlobal()) return operand.getGlobal()->getName();
  return {};
}

}  // namespace

CallTable::CallKind CallTable::kind_of(const llvm::MachineInstr& call) {
  const llvm::StringRef callee = callee_of(call);
  if (callee == symbol_of(Callee::rt_start_async)) return CallKind::Starts;
  if (callee == symbol_of(Callee::fast_construct_ordinary)) return CallKind::Constructs;
  return CallKind::Other;
}

CallTable::CallTable(const DebugInfo& debug_info, std::vector<Function> functions,
                     std::vector<Text> texts)
    : debug_info_(debug_info), functions_(std::move(functions)), texts_(std::move(texts)) {
  const auto key = [](const Text& text) {
    return std::tuple(text.place.line, text.place.column, text.kind);
  };
  // Code that stands for one piece of the source in several places brings its texts each time.
  std::ranges::sort(texts_, {}, [&](const Text& text) {
    return std::tuple_cat(key(text), std::tuple(std::string_view(text.text)));
  });
  const auto rest = std::ranges::unique(texts_, {}, key);
  texts_.erase(rest.begin(), rest.end());
}

void CallTable::label_calls(llvm::MachineFunction& function, llvm::MCSymbol* begin) {
  const llvm::DISubprogram* const subprogram = function.getFunction().getSubprogram();
  const std::optional<DebugInfo::Identity> identity =
      subprogram == nullptr ? std::nullopt : debug_info_.identity_of(subprogram);
  is_open_ = identity.has_value();
  if (!identity) return;
  Code code{begin, nullptr, *identity, subprogram->getLine(), {}};
  code.identity.is_hidden |= functions_[identity->number].is_hidden;
  for (llvm::MachineBasicBlock& block : function) {
    for (llvm::MachineInstr& instruction : block) {
      if (!instruction.isCall() || instruction.isReturn() || !may_throw(instruction)) continue;
      llvm::MCSymbol* behind = instruction.getPostInstrSymbol();
      if (behind == nullptr) {
        behind = function.getContext().createTempSymbol();
        instruction.setPostInstrSymbol(function, behind);
      }
      code.calls.push_back({behind, instruction.getDebugLoc().get(), kind_of(instruction)});
    }
  }
  codes_.push_back(std::move(code));
}

void CallTable::end_function(llvm::MCSymbol* end) {
  if (is_open_) codes_.back().end = end;
}

void CallTable::write_placeholder(llvm::AsmPrinter& printer, bool is_text) {
  llvm::MCStreamer& out = *printer.OutStreamer;
  // It begins with an address, which is known no sooner than a library is loaded.
  const bool is_relocated = printer.TM.isPositionIndependent();
  out.switchSection(printer.OutContext.getELFSection(
      is_relocated ? ".data.rel.ro.perry_calls" : ".rodata.perry_calls", llvm::ELF::SHT_PROGBITS,
      is_relocated ? llvm::ELF::SHF_ALLOC | llvm::ELF::SHF_WRITE : llvm::ELF::SHF_ALLOC));
  out.emitValueToAlignment(llvm::Align(alignof(abi::CallTable)));
  out.emitLabel(printer.OutContext.getOrCreateSymbol(kSymbol));
  if (codes_.empty())
    out.emitIntValue(0, sizeof(uint64_t));
  else
    out.emitSymbolValue(codes_[0].begin, sizeof(uint64_t));
  if (is_text)
    out.emitIntValue(0, sizeof(uint64_t));
  else
    fragment_ = llvm::cast<llvm::MCDataFragment>(out.getCurrentFragment());
}

void CallTable::fill(const llvm::MCAssembler& assembler) {
  if (fragment_ == nullptr) return;
  std::vector<const Code*> codes;
  uint64_t base = 0;
  uint64_t end = 0;
  if (!codes_.empty()) {
    base = assembler.getSymbolOffset(*codes_[0].begin);
    for (const Code& code : codes_) {
      if (&code.begin->getSection() != &codes_[0].begin->getSection()) continue;
      codes.push_back(&code);
      end = assembler.getSymbolOffset(*code.end);
    }
  }
  const std::string bytes = stream(codes, assembler, base);
  const uint32_t header[] = {static_cast<uint32_t>(end - base),
                             static_cast<uint32_t>(bytes.size())};
  static_assert(sizeof(uint64_t) + sizeof header == sizeof(abi::CallTable));
  auto& contents = fragment_->getContents();
  contents.append(reinterpret_cast<const char*>(header),
                  reinterpret_cast<const char*>(header) + sizeof header);
  contents.append(bytes.begin(), bytes.end());
}

// --- inlined functions ---

uint32_t CallTable::scope_of(const llvm::DILocation* location) {
  if (location == nullptr || location->getInlinedAt() == nullptr) return 0;
  const llvm::DILocation* const at = location->getInlinedAt();
  const llvm::DISubprogram* const function = location->getScope()->getSubprogram();
  const uint32_t parent = scope_of(at);
  const std::optional<DebugInfo::Identity> identity = debug_info_.identity_of(function);
  if (!identity || identity->is_hidden) return parent;
  const auto [found, is_new] =
      scope_numbers_.try_emplace({function, at}, static_cast<uint32_t>(scopes_.size()) + 1);
  if (is_new) scopes_.push_back({identity->number, parent, debug_info_.place_of(*at)});
  return found->second;
}

// All of them before the rows, which are shorter where there are none.
void CallTable::number_scopes() {
  for (const Code& code : codes_)
    for (const Call& call : code.calls) scope_of(call.location);
}

// --- rows ---

SourcePlace CallTable::place_of(const Call& call) const {
  if (call.location == nullptr) return {};
  SourcePlace place = debug_info_.place_of(*call.location);
  // A call that no piece of the source stands for is its function's own.
  if (place.line == 0) place = {call.location->getScope()->getSubprogram()->getLine(), 1};
  return place;
}

std::string CallTable::rows_of(const Code& code, const llvm::MCAssembler& assembler) {
  std::string out;
  uint64_t address = assembler.getSymbolOffset(*code.begin);
  uint32_t line = code.line;
  SourcePlace last_place;
  uint32_t last_scope = 0;
  bool is_first = true;
  for (const Call& call : code.calls) {
    SourcePlace place = place_of(call);
    if (place.line == 0) place = {code.line, 1};
    if (call.kind != CallKind::Other) place.column = abi::kCallsItself;
    if (call.kind == CallKind::Starts) place.line = 0;
    const uint32_t scope = scope_of(call.location);
    if (!is_first && place == last_place && scope == last_scope) continue;
    is_first = false;
    const uint64_t behind = assembler.getSymbolOffset(*call.behind);
    put(out, behind - address);
    put_signed(out, difference(place.line, line));
    put(out, place.column);
    if (!scopes_.empty()) put(out, scope);
    address = behind;
    line = place.line;
    last_place = place;
    last_scope = scope;
  }
  return out;
}

void CallTable::put_texts(std::string& out) const {
  std::vector<std::string_view> unique;
  std::unordered_map<std::string_view, size_t> numbers;
  for (const Text& text : texts_)
    if (numbers.try_emplace(text.text, unique.size()).second) unique.push_back(text.text);
  put(out, unique.size());
  for (const std::string_view text : unique) {
    put(out, text.size());
    out += text;
  }
  put(out, texts_.size());
  uint32_t line = 0;
  for (const Text& text : texts_) {
    put(out, text.place.line - line);
    put(out, text.place.column);
    put(out, numbers.at(text.text) << 1 | static_cast<uint32_t>(text.kind));
    line = text.place.line;
  }
}

std::string CallTable::stream(const std::vector<const Code*>& codes,
                              const llvm::MCAssembler& assembler, uint64_t base) {
  std::string out;
  number_scopes();
  std::vector<bool> is_used(functions_.size());
  for (const Code* code : codes) is_used[code->identity.number] = true;
  for (const Scope& scope : scopes_) is_used[scope.number] = true;
  put(out, functions_.size());
  for (size_t i = 0; i < functions_.size(); i++) {
    const std::string_view name = is_used[i] ? functions_[i].name : std::string_view();
    put(out, name.size());
    out += name;
  }
  put(out, scopes_.size());
  for (const Scope& scope : scopes_) {
    put(out, scope.number);
    put(out, scope.parent);
    put(out, scope.place.line);
    put(out, scope.place.column);
  }
  put(out, codes.size());
  uint64_t address = base;
  uint32_t line = 0;
  for (const Code* code : codes) {
    const uint64_t begin = assembler.getSymbolOffset(*code->begin);
    const uint64_t end = assembler.getSymbolOffset(*code->end);
    put(out, begin - address);
    put(out, end - begin);
    put(out, code->identity.number << 1 | static_cast<uint32_t>(code->identity.is_hidden));
    put_signed(out, difference(code->line, line));
    const std::string rows = rows_of(*code, assembler);
    put(out, rows.size());
    out += rows;
    address = end;
    line = code->line;
  }
  put_texts(out);
  return out;
}

}  // namespace perry::codegen
