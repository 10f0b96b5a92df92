#pragma once

#include <string>

// `perry-cache`: what `perry-cc compile` does, unless it has been done before. A program of its
// own, because that starts in a fraction of the time that a compiler takes to start, and because
// `perry-cc` shall see its request and its source and nothing else.
namespace perry::cc {

struct CachedCompileOptions {
  std::string compiler;  // perry-cc
  std::string settings;  // of the cache; empty, or a file that is not there: none is used
  std::string log;       // where to append what was done; empty: nowhere
  std::string root;
  std::string request;
  std::string output;
};

int run_cached_compile(const CachedCompileOptions& options);

}  // namespace perry::cc
