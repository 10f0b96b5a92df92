#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "support/base/span.h"

namespace perry::support {

enum class Severity : uint8_t { Error, Warning };

// One row of the registry. Rows are written in `.def` tables as
//   PERRY_DIAGNOSTIC(Name, "P1001", Error, "expected {0}, found {1}", (std::string_view,
//   std::string_view))
// and declared with DiagnosticKind below, so that a wrong argument does not compile.
struct DiagnosticInfo {
  std::string_view code;
  std::string_view name;
  Severity severity;
  std::string_view message;
};

// `Args` is a function type `void(A, B)` that lists the argument types.
template <class Args>
struct DiagnosticKind;
template <class... Args>
struct DiagnosticKind<void(Args...)> {
  DiagnosticInfo info;
};

// Arguments are kept as values, not as text, so that JSON output and the stored form keep them.
using DiagnosticArg = std::variant<std::string, int64_t>;

struct DiagnosticLabel {
  Span span;
  std::string text;
};

// Replace `span` by `replacement`; several edits of one fix apply together.
struct DiagnosticEdit {
  Span span;
  std::string replacement;
};

struct DiagnosticFix {
  std::string message;
  std::vector<DiagnosticEdit> edits;
};

struct Diagnostic {
  const DiagnosticInfo* info = nullptr;
  Span span;
  std::vector<DiagnosticArg> args;
  std::vector<DiagnosticLabel> labels;
  std::vector<std::string> notes;
  std::vector<DiagnosticFix> fixes;
};

// The message with its arguments filled in.
std::string format_message(const Diagnostic& diagnostic);

class DiagnosticBuilder {
 public:
  explicit DiagnosticBuilder(Diagnostic* target) : target_(target) {}

  DiagnosticBuilder& label(Span span, std::string text) {
    if (target_ != nullptr) target_->labels.push_back({span, std::move(text)});
    return *this;
  }
  DiagnosticBuilder& note(std::string text) {
    if (target_ != nullptr) target_->notes.push_back(std::move(text));
    return *this;
  }
  DiagnosticBuilder& fix(Span span, std::string replacement, std::string message) {
    if (target_ != nullptr)
      target_->fixes.push_back({std::move(message), {{span, std::move(replacement)}}});
    return *this;
  }

 private:
  Diagnostic* target_;
};

// Collects the diagnostics of one source file in the order they were found. `mark` and `rewind`
// serve speculation: what was reported since the mark is dropped.
class DiagnosticSink {
 public:
  template <class... Args, class... Given>
  DiagnosticBuilder report(const DiagnosticKind<void(Args...)>& kind, Span span, Given&&... given) {
    static_assert(sizeof...(Args) == sizeof...(Given), "arguments must match the registry row");
    if (kind.info.severity == Severity::Error) errors_++;
    if (diagnostics_.size() >= limit_) {
      dropped_++;
      return DiagnosticBuilder(nullptr);
    }
    Diagnostic& d = diagnostics_.emplace_back();
    d.info = &kind.info;
    d.span = span;
    d.args.reserve(sizeof...(Args));
    (d.args.push_back(to_arg<Args>(std::forward<Given>(given))), ...);
    return DiagnosticBuilder(&d);
  }

  struct Mark {
    size_t count = 0, errors = 0, dropped = 0;
  };
  Mark mark() const { return {diagnostics_.size(), errors_, dropped_}; }
  void rewind(Mark m) {
    diagnostics_.erase(diagnostics_.begin() + static_cast<ptrdiff_t>(m.count), diagnostics_.end());
    errors_ = m.errors;
    dropped_ = m.dropped;
  }

  const std::vector<Diagnostic>& all() const { return diagnostics_; }
  std::vector<Diagnostic>& all() { return diagnostics_; }
  // Those beyond the limit count as well.
  bool has_errors() const { return errors_ != 0; }
  size_t dropped() const { return dropped_; }
  void set_limit(size_t limit) { limit_ = limit; }

  // By position, then by code, exact repeats removed: the order in which they are shown.
  void sort();

 private:
  template <class Arg, class Given>
  static DiagnosticArg to_arg(Given&& given) {
    static_assert(std::convertible_to<Given, Arg>, "argument type must match the registry row");
    if constexpr (std::integral<Arg>)
      return static_cast<int64_t>(static_cast<Arg>(given));
    else
      return std::string(static_cast<Arg>(std::forward<Given>(given)));
  }

  std::vector<Diagnostic> diagnostics_;
  size_t errors_ = 0;
  size_t dropped_ = 0;
  size_t limit_ = 1000;
};

}  // namespace perry::support
