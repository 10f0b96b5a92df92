#include "support/base/file_system.h"

#include <cerrno>
#include <system_error>

namespace perry::support {

namespace {

FsErrorKind kind_of_errno(int number) {
  switch (number) {
    case ENOENT:
      return FsErrorKind::NotFound;
    case ENOTDIR:
      return FsErrorKind::NotDirectory;
    case EACCES:
    case EPERM:
      return FsErrorKind::PermissionDenied;
    case EISDIR:
      return FsErrorKind::IsDirectory;
    case ELOOP:
      return FsErrorKind::SymlinkCycle;
    case ENAMETOOLONG:
      return FsErrorKind::NameTooLong;
    case ENOSPC:
    case EDQUOT:
      return FsErrorKind::NoSpace;
    case EROFS:
      return FsErrorKind::ReadOnly;
    default:
      return FsErrorKind::Other;
  }
}

}  // namespace

FsError FsError::from_errno(int number, std::string_view path) {
  return {kind_of_errno(number), number, std::string(path)};
}

std::string FsError::reason() const {
  switch (kind) {
    case FsErrorKind::NotFound:
      return "no such file or directory";
    case FsErrorKind::NotDirectory:
      return "part of the path is not a directory";
    case FsErrorKind::PermissionDenied:
      return "permission denied";
    case FsErrorKind::IsDirectory:
      return "it is a directory";
    case FsErrorKind::SpecialFile:
      return "it is not a regular file";
    case FsErrorKind::TooLarge:
      return "it is too large";
    case FsErrorKind::SymlinkCycle:
      return "too many levels of symbolic links";
    case FsErrorKind::NameTooLong:
      return "the name is too long";
    case FsErrorKind::NoSpace:
      return "no space left";
    case FsErrorKind::ReadOnly:
      return "the file system is read-only";
    case FsErrorKind::Other:
      break;
  }
  return number != 0 ? std::generic_category().message(number) : "input/output error";
}

}  // namespace perry::support
