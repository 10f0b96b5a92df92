#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "support/diag/diagnostic.h"

namespace perry::scan {

// Diagnostics by the file that they are about, in the order in which they are shown: what is about
// no file first, then by path. Paths are absolute.
class Reports {
 public:
  support::DiagnosticSink& about(std::string_view path);
  support::DiagnosticSink& about_no_file() { return about({}); }
  // The text that the spans are in, where it is at hand; otherwise the file is read again.
  void set_text(std::string_view path, std::string_view text);

  // One line that ends everything.
  void set_hint(std::string hint) { hint_ = std::move(hint); }
  const std::string& hint() const { return hint_; }

  bool has_errors() const;
  bool empty() const { return files_.empty(); }

  struct File {
    support::DiagnosticSink sink;
    std::string text;
    bool has_text = false;
  };
  std::map<std::string, File, std::less<>>& files() { return files_; }

 private:
  std::map<std::string, File, std::less<>> files_;
  std::string hint_;
};

}  // namespace perry::scan
