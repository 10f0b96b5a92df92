#pragma once

#include <string>
#include <string_view>

#include "runtime/abi/layout.h"

// Where the sources are, or would be. Programs know the paths of their modules relative to the
// project's root only, so that they are the same wherever they are built.
namespace perry::runtime {

class SourcePaths {
 public:
  // The folder that the program was started in.
  explicit SourcePaths(const abi::Program* program);

  // The project's root: the folder that the program was started in, or one above the program's
  // file, whichever first has the main module's source; empty: none has.
  const std::string& root();
  // Below the root; without one, below the folder that the program was started in.
  std::string absolute(const abi::ModuleInfo* module);
  // As stack traces show it: as Node does below the root, and without one as the module knows it.
  std::string shown(const abi::ModuleInfo* module);

 private:
  const abi::Program* program_;
  std::string start_folder_;
  std::string root_;
  bool knows_root_ = false;
};

std::string file_url(std::string_view path);

}  // namespace perry::runtime
