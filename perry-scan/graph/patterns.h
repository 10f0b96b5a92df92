#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/resolve/file_tree.h"

namespace perry::scan {

// The specifiers that a pattern (`./lib/*.js`, as a RequestKind::DynamicPattern has it) may turn
// out to be, by what lies in the folders that it names. Sorted, each once; whether one leads
// anywhere is resolution's to say. Folders that were listed are facts of the tree.
//
// A pattern begins with a relative folder: what could be anything leads nowhere. A hole stands for
// (part of) one name: it never crosses a slash, and never enters `node_modules` or what is hidden.
std::vector<std::string> pattern_candidates(FileTree& tree, EntryId importer_directory,
                                            std::string_view pattern);

}  // namespace perry::scan
