#include "support/diag/diagnostic.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace perry::support {

namespace {

void append_arg(std::string& out, const DiagnosticArg& arg) {
  if (const std::string* text = std::get_if<std::string>(&arg))
    out += *text;
  else
    out += std::to_string(std::get<int64_t>(arg));
}

bool is_before(const Diagnostic& a, const Diagnostic& b) {
  return std::tie(a.span.start, a.span.end, a.info->code, a.args) <
         std::tie(b.span.start, b.span.end, b.info->code, b.args);
}

bool is_repeat(const Diagnostic& a, const Diagnostic& b) {
  return a.info == b.info && a.span == b.span && a.args == b.args;
}

}  // namespace

// `{0}` stands for the first argument and `{{` for a brace. Any other brace stands for itself,
// since messages about JavaScript are full of them.
std::string format_message(const Diagnostic& diagnostic) {
  const std::string_view text = diagnostic.info->message;
  std::string out;
  out.reserve(text.size() + 32);
  for (size_t i = 0; i < text.size(); i++) {
    if (text[i] != '{') {
      out += text[i];
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == '{') {
      out += '{';
      i++;
      continue;
    }
    const bool is_placeholder = i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' &&
                                static_cast<size_t>(text[i + 1] - '0') < diagnostic.args.size();
    if (!is_placeholder) {
      out += '{';
      continue;
    }
    append_arg(out, diagnostic.args[static_cast<size_t>(text[i + 1] - '0')]);
    i += 2;
  }
  return out;
}

void DiagnosticSink::sort() {
  std::vector<size_t> order(diagnostics_.size());
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [this](size_t a, size_t b) {
    if (is_before(diagnostics_[a], diagnostics_[b])) return true;
    if (is_before(diagnostics_[b], diagnostics_[a])) return false;
    return a < b;
  });

  std::vector<Diagnostic> sorted;
  sorted.reserve(order.size());
  for (size_t index : order) {
    Diagnostic& next = diagnostics_[index];
    if (sorted.empty() || !is_repeat(sorted.back(), next))
      sorted.push_back(std::move(next));
    else if (next.info->severity == Severity::Error)
      errors_--;
  }
  diagnostics_ = std::move(sorted);
}

}  // namespace perry::support
