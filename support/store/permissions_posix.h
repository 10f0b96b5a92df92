#pragma once

#include <sys/types.h>

#include <string>

// Who may use what a store makes. A folder that a group shares has the set-group-ID bit; what is
// made in it gets its permissions, whatever the user's umask says. Included by `_posix.cpp` files.
namespace perry::support {

struct StorePermissions {
  mode_t folder = 0;  // 0: as the umask has it
  mode_t file = 0;
};

StorePermissions store_permissions(const std::string& folder);
// Gives an open file of the store its permissions.
void share_file(int file, const std::string& folder);

}  // namespace perry::support
