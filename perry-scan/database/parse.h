#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "frontend/lex/options.h"
#include "frontend/module/record.h"
#include "frontend/module/signature.h"
#include "support/base/hash256.h"
#include "support/base/stack.h"
#include "support/diag/diagnostic.h"

namespace perry::scan {

// How a file's text is to be read, as far as that is known beforehand.
struct Reading {
  frontend::SourceOptions options;
  // A module if it has the syntax of one, CommonJS otherwise.
  bool is_ambiguous = false;
  friend bool operator==(const Reading&, const Reading&) = default;
};

// What the graph needs to know of a source file.
struct SourceFacts {
  support::Hash256 hash;
  // As it was read in the end: the goal is decided.
  frontend::SourceOptions options;
  frontend::ModuleRecord record;
  frontend::ModuleSignature signature;
  std::string mentions;  // mentions.h
  // What is wrong with it. Kept nowhere: such a file is parsed again each time.
  support::DiagnosticSink diagnostics;
};

// `stack` is the calling thread's limit.
SourceFacts parse_source(std::string_view text, const Reading& reading, support::StackLimit stack);

}  // namespace perry::scan
