#pragma once

#include <chrono>
#include <cstddef>
#include <expected>
#include <memory>
#include <string>
#include <string_view>

#include "support/store/remote_url.h"

namespace perry::support {

// Why a remote could not be used.
struct RemoteError {
  enum class Kind : uint8_t {
    Unreachable,  // there is nobody, or the connection broke
    TimedOut,
    Refused,  // it answers that it will not
    Garbled,  // it answers what is no answer, or something else than was kept
  };
  Kind kind = Kind::Unreachable;
  std::string text;  // a phrase
};

template <class T>
using RemoteResult = std::expected<T, RemoteError>;

// When somebody stops waiting. One deadline covers a whole operation, whatever it consists of.
class Deadline {
 public:
  explicit Deadline(std::chrono::milliseconds after)
      : end_(std::chrono::steady_clock::now() + after) {}
  // Zero when it has passed.
  int rest_ms() const;

 private:
  std::chrono::steady_clock::time_point end_;
};

// A byte stream to a remote, TCP or TLS over it. No call outlasts the deadline that it is given;
// neither the look-up of the name nor the handshake does.
class Connection {
 public:
  virtual ~Connection() = default;
  virtual RemoteResult<void> write(std::string_view bytes, const Deadline& deadline) = 0;
  // Appends what there is, at least one byte; nothing only at the end.
  virtual RemoteResult<void> read_some(std::string& bytes, const Deadline& deadline) = 0;
};

// `authority` names a file of certificates to trust; empty: the system's.
RemoteResult<std::unique_ptr<Connection>> open_connection(const RemoteUrl& url,
                                                          const std::string& authority,
                                                          const Deadline& deadline);

}  // namespace perry::support
