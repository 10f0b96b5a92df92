#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

// How to get from a function's frame to its caller's. The unwind tables tell it for every
// instruction, but reading them takes a few hundred nanoseconds, and a program that makes many
// errors makes them in few places; so what was read is kept, by return address. Exceptions are
// unwound by the C++ runtime and have nothing to do with this.
namespace perry::runtime {

// Where a function's registers are when the call that returns to `pc` is in progress.
struct FrameRule {
  uint64_t pc = 0;
  uint64_t function = 0;       // where its code begins
  int32_t frame_offset = 0;    // its frame ends (the CFA) so far above `base`
  int32_t return_offset = 0;   // from there: the return address
  int32_t pointer_offset = 0;  // the caller's frame pointer; 0: it is still in its register
  enum class Base : uint8_t { None, Stack, Pointer } base = Base::None;  // None: the walk ends
  uint8_t kind = 0;      // what the owner of the rules makes of the function
  uint16_t visible = 0;  // and how many lines of a trace it stands for
};

class FrameRules {
 public:
  FrameRules();

  // `is_known` false: it has just been read, and `kind` and `visible` are to be filled in.
  FrameRule& find(uint64_t pc, bool& is_known) {
    FrameRule& rule = rules_[(pc ^ pc >> 12) % kRuleCount];
    is_known = rule.pc == pc;
    if (!is_known) [[unlikely]]
      rule = read(pc);
    return rule;
  }

 private:
  static constexpr size_t kRuleCount = 1024;

  FrameRule read(uint64_t pc) const;

  const uint8_t* index_ = nullptr;  // .eh_frame_hdr; null: there is none
  std::unique_ptr<FrameRule[]> rules_;
};

// The frames of this thread's stack, from the one that makes the walk on.
class StackWalk {
 public:
  [[gnu::always_inline]] explicit StackWalk(FrameRules& rules) : rules_(rules) {
#if defined(__x86_64__)
    asm volatile("leaq (%%rip), %0\n\tmovq %%rsp, %1\n\tmovq %%rbp, %2"
                 : "=r"(pc_), "=r"(stack_), "=r"(pointer_));
#elif defined(__aarch64__)
    asm volatile("adr %0, .\n\tmov %1, sp\n\tmov %2, x29"
                 : "=r"(pc_), "=r"(stack_), "=r"(pointer_));
#endif
    bool is_known = false;
    rule_ = &rules_.find(pc_, is_known);
  }

  // False at the stack's end. `is_known` as above, of the frame that the walk comes to.
  bool to_caller(bool& is_known);

  const FrameRule& rule() const { return *rule_; }
  FrameRule& rule() { return *rule_; }
  uint64_t pc() const { return pc_; }
  // Where the frame ends.
  uint64_t end() const {
    return (rule_->base == FrameRule::Base::Stack ? stack_ : pointer_) +
           static_cast<int64_t>(rule_->frame_offset);
  }

 private:
  FrameRules& rules_;
  FrameRule* rule_;
  uint64_t pc_ = 0;
  uint64_t stack_ = 0;
  uint64_t pointer_ = 0;
};

}  // namespace perry::runtime
