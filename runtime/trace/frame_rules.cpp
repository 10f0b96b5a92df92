#include "runtime/trace/frame_rules.h"

#include <link.h>

#include <array>
#include <cstring>
#include <string_view>

// The unwind tables of the Linux Standard Base: .eh_frame_hdr is an index by address into
// .eh_frame, whose entries are little programs (DWARF 5, 6.4.2). Compilers write only a few of
// their operations for ordinary functions; what is not understood ends the walk.
namespace perry::runtime {

namespace {

#if defined(__x86_64__)
constexpr uint64_t kStackRegister = 7;
constexpr uint64_t kPointerRegister = 6;
constexpr uint64_t kReturnRegister = 16;
#elif defined(__aarch64__)
constexpr uint64_t kStackRegister = 31;
constexpr uint64_t kPointerRegister = 29;
constexpr uint64_t kReturnRegister = 30;
#endif

// DW_EH_PE_*: what linkers and compilers write today.
constexpr uint8_t kRelativeWord = 0x1b;  // 4 bytes, signed, from where they stand
constexpr uint8_t kIndexTable = 0x3b;    // 4 bytes, signed, from the index's start
constexpr uint8_t kUnsignedWord = 0x03;

class Reader {
 public:
  Reader(const uint8_t* at, const uint8_t* end) : at_(at), end_(end) {}

  bool is_at_end() const { return at_ >= end_; }
  const uint8_t* at() const { return at_; }
  template <class T>
  T fixed() {
    T value{};
    if (at_ + sizeof value <= end_) std::memcpy(&value, at_, sizeof value);
    at_ += sizeof value;
    return value;
  }
  uint64_t unsigned_number() {
    uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = fixed<uint8_t>();
      if (shift < 64) value |= uint64_t{byte & 0x7fu} << shift;
      if ((byte & 0x80) == 0) return value;
    }
  }
  int64_t signed_number() {
    uint64_t value = 0;
    for (unsigned shift = 0;;) {
      const auto byte = fixed<uint8_t>();
      if (shift < 64) value |= uint64_t{byte & 0x7fu} << shift;
      shift += 7;
      if ((byte & 0x80) != 0) continue;
      if (shift < 64 && (byte & 0x40) != 0) value |= ~uint64_t{0} << shift;
      return static_cast<int64_t>(value);
    }
  }
  void skip(uint64_t count) { at_ += count; }
  std::string_view text() {
    const auto* const start = reinterpret_cast<const char*>(at_);
    while (!is_at_end() && *at_ != 0) at_++;
    const auto* const end = reinterpret_cast<const char*>(at_++);
    return {start, static_cast<size_t>(end - start)};
  }
  int64_t relative_word() {
    const auto here = reinterpret_cast<int64_t>(at_);
    return here + fixed<int32_t>();
  }

 private:
  const uint8_t* at_;
  const uint8_t* end_;
};

// An entry without its length.
Reader entry_at(const uint8_t* at) {
  uint32_t size = 0;
  std::memcpy(&size, at, sizeof size);
  return {at + sizeof size, at + sizeof size + size};
}

// What the entries of many functions share.
struct Common {
  uint64_t code_unit = 1;
  int64_t data_unit = 1;
  bool has_data = false;
  bool is_understood = true;
  const uint8_t* program = nullptr;
  const uint8_t* end = nullptr;
};

Common read_common(const uint8_t* at) {
  uint32_t size = 0;
  std::memcpy(&size, at, sizeof size);
  Reader in = entry_at(at);
  Common result;
  result.end = at + sizeof size + size;
  in.skip(4);
  const auto version = in.fixed<uint8_t>();
  const std::string_view augmentation = in.text();
  result.code_unit = in.unsigned_number();
  result.data_unit = in.signed_number();
  const uint64_t return_register = version == 1 ? in.fixed<uint8_t>() : in.unsigned_number();
  result.is_understood = return_register == kReturnRegister;
  if (augmentation.starts_with('z')) {
    result.has_data = true;
    const uint64_t data_size = in.unsigned_number();
    const uint8_t* const data = in.at();
    for (const char letter : augmentation.substr(1)) {
      if (letter == 'R') {
        result.is_understood &= in.fixed<uint8_t>() == kRelativeWord;
      } else if (letter == 'L') {
        in.skip(1);
      } else if (letter == 'P') {
        // A pointer of 4 bytes, or of 8 where the encoding says so.
        constexpr uint8_t kFormat = 0x07;
        const auto format = static_cast<uint8_t>(in.fixed<uint8_t>() & kFormat);
        in.skip(format == 0 || format == 4 ? 8 : format == 2 ? 2 : 4);
      } else if (letter != 'B') {
        result.is_understood = false;  // signal frames among others
      }
    }
    in = Reader(data + data_size, result.end);
  }
  result.program = in.at();
  return result;
}

// The registers of interest, as the programs describe them.
struct Row {
  uint64_t base = kStackRegister;
  int64_t frame_offset = 0;
  int64_t pointer_offset = 0;
  int64_t return_offset = 0;
  bool is_understood = true;
};

class Program {
 public:
  Program(const Common& common, uint64_t start, uint64_t pc)
      : common_(common), location_(start), pc_(pc) {}

  void run(Reader in) {
    while (!in.is_at_end() && location_ <= pc_ && row_.is_understood) step(in);
  }
  void end_common() { first_ = row_; }
  const Row& row() const { return row_; }

 private:
  void step(Reader& in);
  void step_extended(uint8_t op, Reader& in);
  void advance(uint64_t units) { location_ += units * common_.code_unit; }
  void save(uint64_t reg, int64_t offset) {
    if (reg == kPointerRegister) row_.pointer_offset = offset;
    if (reg == kReturnRegister) row_.return_offset = offset;
  }
  void lose(uint64_t reg) {
    if (reg == kPointerRegister || reg == kReturnRegister) row_.is_understood = false;
  }
  void restore(uint64_t reg) {
    if (reg == kPointerRegister) row_.pointer_offset = first_.pointer_offset;
    if (reg == kReturnRegister) row_.return_offset = first_.return_offset;
  }

  const Common& common_;
  uint64_t location_;
  uint64_t pc_;
  Row row_;
  Row first_;
  std::array<Row, 8> remembered_{};
  size_t remembered_count_ = 0;
};

void Program::step(Reader& in) {
  const auto byte = in.fixed<uint8_t>();
  const uint8_t low = byte & 0x3f;
  switch (byte >> 6) {
    case 1:
      advance(low);
      return;
    case 2:
      save(low, static_cast<int64_t>(in.unsigned_number()) * common_.data_unit);
      return;
    case 3:
      restore(low);
      return;
    default:
      step_extended(low, in);
  }
}

void Program::step_extended(uint8_t op, Reader& in) {
  switch (op) {
    case 0x00:  // nop
    case 0x2d:  // AArch64: the return address is signed from here on
      return;
    case 0x02:
      return advance(in.fixed<uint8_t>());
    case 0x03:
      return advance(in.fixed<uint16_t>());
    case 0x04:
      return advance(in.fixed<uint32_t>());
    case 0x05: {  // offset_extended
      const uint64_t reg = in.unsigned_number();
      return save(reg, static_cast<int64_t>(in.unsigned_number()) * common_.data_unit);
    }
    case 0x06:  // restore_extended
      return restore(in.unsigned_number());
    case 0x07:  // undefined: of the return address, the stack ends here
      return lose(in.unsigned_number());
    case 0x08:  // same_value
      return restore(in.unsigned_number());
    case 0x0a:  // remember_state
      if (remembered_count_ == remembered_.size())
        row_.is_understood = false;
      else
        remembered_[remembered_count_++] = row_;
      return;
    case 0x0b:  // restore_state
      if (remembered_count_ == 0)
        row_.is_understood = false;
      else
        row_ = remembered_[--remembered_count_];
      return;
    case 0x0c:  // def_cfa
      row_.base = in.unsigned_number();
      row_.frame_offset = static_cast<int64_t>(in.unsigned_number());
      return;
    case 0x0d:  // def_cfa_register
      row_.base = in.unsigned_number();
      return;
    case 0x0e:  // def_cfa_offset
      row_.frame_offset = static_cast<int64_t>(in.unsigned_number());
      return;
    case 0x10: {  // expression, of one register
      lose(in.unsigned_number());
      return in.skip(in.unsigned_number());
    }
    case 0x2e:  // GNU_args_size
      in.unsigned_number();
      return;
    default:
      row_.is_understood = false;
  }
}

// All that is walked through is what the runtime is part of: the program, or a shared library.
int find_index(dl_phdr_info* info, size_t, void* result) {
  const auto own = reinterpret_cast<uintptr_t>(&find_index) - info->dlpi_addr;
  const uint8_t* index = nullptr;
  bool is_own = false;
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const auto& header = info->dlpi_phdr[i];
    if (header.p_type == PT_GNU_EH_FRAME)
      index = reinterpret_cast<const uint8_t*>(info->dlpi_addr + header.p_vaddr);
    if (header.p_type == PT_LOAD && own - header.p_vaddr < header.p_memsz) is_own = true;
  }
  if (is_own) *static_cast<const uint8_t**>(result) = index;
  return is_own ? 1 : 0;
}

// The entry of the function that `pc` is in, or may be in.
const uint8_t* find_entry(const uint8_t* index, uint64_t pc) {
  uint32_t count = 0;
  std::memcpy(&count, index + 8, sizeof count);
  const auto* const table = reinterpret_cast<const int32_t*>(index + 12);
  const auto base = reinterpret_cast<int64_t>(index);
  const auto target = static_cast<int64_t>(pc) - base;
  size_t low = 0;
  size_t high = count;
  while (low < high) {
    const size_t middle = (low + high) / 2;
    if (table[2 * middle] <= target)
      low = middle + 1;
    else
      high = middle;
  }
  return low == 0 ? nullptr : index + table[2 * (low - 1) + 1];
}

}  // namespace

FrameRules::FrameRules() : rules_(std::make_unique<FrameRule[]>(kRuleCount)) {
  dl_iterate_phdr(find_index, static_cast<void*>(&index_));
  const bool is_understood = index_ != nullptr && index_[0] == 1 && index_[2] == kUnsignedWord &&
                             index_[3] == kIndexTable && (index_[1] & 0x0f) == 0x0b;
  if (!is_understood) index_ = nullptr;
}

FrameRule FrameRules::read(uint64_t pc) const {
  FrameRule rule;
  rule.pc = pc;
  if (index_ == nullptr) return rule;
  // A call may be the last instruction of its function.
  const uint64_t call = pc - 1;
  const uint8_t* const entry = find_entry(index_, call);
  if (entry == nullptr) return rule;
  uint32_t size = 0;
  std::memcpy(&size, entry, sizeof size);
  Reader in = entry_at(entry);
  const uint8_t* const link = in.at();
  const Common common = read_common(link - in.fixed<uint32_t>());
  if (!common.is_understood) return rule;
  const auto start = static_cast<uint64_t>(in.relative_word());
  const uint64_t end = start + in.fixed<uint32_t>();
  if (call >= end) return rule;
  if (common.has_data) in.skip(in.unsigned_number());

  Program program(common, start, call);
  program.run(Reader(common.program, common.end));
  program.end_common();
  program.run(Reader(in.at(), entry + sizeof size + size));
  const Row& row = program.row();
  rule.function = start;
  const bool is_simple = row.base == kStackRegister || row.base == kPointerRegister;
  if (!row.is_understood || !is_simple || row.return_offset == 0) return rule;
  rule.base = row.base == kStackRegister ? FrameRule::Base::Stack : FrameRule::Base::Pointer;
  rule.frame_offset = static_cast<int32_t>(row.frame_offset);
  rule.return_offset = static_cast<int32_t>(row.return_offset);
  rule.pointer_offset = static_cast<int32_t>(row.pointer_offset);
  return rule;
}

bool StackWalk::to_caller(bool& is_known) {
  if (rule_->base == FrameRule::Base::None) return false;
  const uint64_t end = this->end();
  const auto word_at = [end](int32_t offset) {
    return *reinterpret_cast<const uint64_t*>(end + static_cast<int64_t>(offset));
  };
  if (end <= stack_ || end % sizeof(uint64_t) != 0) return false;
  pc_ = word_at(rule_->return_offset);
  if (rule_->pointer_offset != 0) pointer_ = word_at(rule_->pointer_offset);
  stack_ = end;
  rule_ = &rules_.find(pc_, is_known);
  return pc_ != 0;
}

}  // namespace perry::runtime
