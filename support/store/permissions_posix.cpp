#include "support/store/permissions_posix.h"

#include <sys/stat.h>

namespace perry::support {

StorePermissions store_permissions(const std::string& folder) {
  struct stat info;
  if (::stat(folder.c_str(), &info) != 0 || (info.st_mode & S_ISGID) == 0) return {};
  return {.folder = info.st_mode & 07777, .file = info.st_mode & 0666};
}

void share_file(int file, const std::string& folder) {
  const StorePermissions permissions = store_permissions(folder);
  if (permissions.file != 0) (void)::fchmod(file, permissions.file);
}

}  // namespace perry::support
