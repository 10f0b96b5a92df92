#pragma once

#include "support/base/file_descriptor_posix.h"
#include "support/store/connection.h"

// What plain and encrypted connections share. Included by `_posix.cpp` files.
namespace perry::support::posix {

// A connected TCP socket that never blocks.
RemoteResult<FileDescriptor> connect_to(const RemoteUrl& url, const Deadline& deadline);

enum class Readiness : bool { Readable, Writable };
// Waits until the socket is ready.
RemoteResult<void> wait_for(int socket, Readiness readiness, const Deadline& deadline);

RemoteResult<std::unique_ptr<Connection>> start_tls(FileDescriptor socket, const std::string& host,
                                                    const std::string& authority,
                                                    const Deadline& deadline);

}  // namespace perry::support::posix
