#pragma once

#include <cstdint>
#include <span>

#include "perry-scan/database/sources.h"
#include "perry-scan/replay/last_scan.h"
#include "perry-scan/resolve/file_tree.h"
#include "support/base/file_system.h"

namespace perry::scan {

// Puts the facts into `last`, but for those about the contents of sources, which the database has.
// False where one of them cannot be checked later. The texts are the tree's.
bool note_surroundings(FileTree& tree, std::span<const Fact> facts, const Sources& sources,
                       support::FileSystem& files, int64_t now_ns, LastScan& last);

// Whether all that `last` says of folders and files is so. Identities become today's; `is_changed`
// is set when one was another.
bool surroundings_hold(LastScan& last, support::FileSystem& files, int64_t now_ns,
                       bool& is_changed);

}  // namespace perry::scan
