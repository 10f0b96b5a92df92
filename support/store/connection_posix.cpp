#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "support/store/connection.h"
#include "support/store/socket_posix.h"

namespace perry::support {

namespace {

using posix::FileDescriptor;
using posix::Readiness;
using Kind = RemoteError::Kind;

constexpr size_t kReadSize = size_t{64} << 10;

std::unexpected<RemoteError> failure(Kind kind, std::string text) {
  return std::unexpected(RemoteError{kind, std::move(text)});
}

std::string system_text(int number) { return std::generic_category().message(number); }

struct Address {
  int family = 0;
  sockaddr_storage storage{};
  socklen_t size = 0;
};

struct NameLookup {
  std::mutex mutex;
  std::condition_variable changed;
  bool is_done = false;
  int error = 0;
  std::vector<Address> addresses;
};

void look_up(NameLookup& lookup, const std::string& host, const std::string& port) {
  addrinfo hints = {};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_NUMERICSERV;
  addrinfo* first = nullptr;
  const int error = ::getaddrinfo(host.c_str(), port.c_str(), &hints, &first);
  std::vector<Address> addresses;
  for (const addrinfo* at = first; error == 0 && at != nullptr; at = at->ai_next) {
    Address& address = addresses.emplace_back();
    address.family = at->ai_family;
    address.size = at->ai_addrlen;
    std::memcpy(&address.storage, at->ai_addr, at->ai_addrlen);
  }
  if (error == 0) ::freeaddrinfo(first);
  const std::lock_guard guard(lookup.mutex);
  lookup.error = error;
  lookup.addresses = std::move(addresses);
  lookup.is_done = true;
  lookup.changed.notify_all();
}

// The system's look-up of names waits as long as it likes, so it gets a thread that nobody need
// wait for.
RemoteResult<std::vector<Address>> addresses_of(const RemoteUrl& url, const Deadline& deadline) {
  auto lookup = std::make_shared<NameLookup>();
  std::thread([lookup, host = url.host, port = url.port] {
    look_up(*lookup, host, port);
  }).detach();
  std::unique_lock guard(lookup->mutex);
  const std::chrono::milliseconds rest(deadline.rest_ms());
  if (!lookup->changed.wait_for(guard, rest, [&] { return lookup->is_done; }))
    return failure(Kind::TimedOut, "its name was not found in time");
  if (lookup->error != 0) return failure(Kind::Unreachable, ::gai_strerror(lookup->error));
  return std::move(lookup->addresses);
}

RemoteResult<FileDescriptor> connect_to_address(const Address& address, const Deadline& deadline) {
  FileDescriptor socket(
      ::socket(address.family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, IPPROTO_TCP));
  if (!socket.is_open()) return failure(Kind::Unreachable, system_text(errno));
  const int on = 1;
  (void)::setsockopt(socket.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  const auto* const name = reinterpret_cast<const sockaddr*>(&address.storage);
  if (::connect(socket.number(), name, address.size) == 0) return socket;
  if (errno != EINPROGRESS) return failure(Kind::Unreachable, system_text(errno));
  if (const auto ready = posix::wait_for(socket.number(), Readiness::Writable, deadline); !ready)
    return std::unexpected(ready.error());
  int error = 0;
  socklen_t size = sizeof error;
  if (::getsockopt(socket.number(), SOL_SOCKET, SO_ERROR, &error, &size) != 0) error = errno;
  if (error != 0) return failure(Kind::Unreachable, system_text(error));
  return socket;
}

class PlainConnection final : public Connection {
 public:
  explicit PlainConnection(FileDescriptor socket) : socket_(std::move(socket)) {}

  RemoteResult<void> write(std::string_view bytes, const Deadline& deadline) override {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent >= 0) {
        bytes.remove_prefix(static_cast<size_t>(sent));
        continue;
      }
      if (errno == EINTR) continue;
      if (errno != EAGAIN) return failure(Kind::Unreachable, system_text(errno));
      if (auto ready = posix::wait_for(socket_.number(), Readiness::Writable, deadline); !ready)
        return ready;
    }
    return {};
  }

  RemoteResult<void> read_some(std::string& bytes, const Deadline& deadline) override {
    std::array<char, kReadSize> buffer;
    while (true) {
      const ssize_t got = ::recv(socket_.number(), buffer.data(), buffer.size(), 0);
      if (got >= 0) {
        bytes.append(buffer.data(), static_cast<size_t>(got));
        return {};
      }
      if (errno == EINTR) continue;
      if (errno != EAGAIN) return failure(Kind::Unreachable, system_text(errno));
      if (auto ready = posix::wait_for(socket_.number(), Readiness::Readable, deadline); !ready)
        return ready;
    }
  }

 private:
  FileDescriptor socket_;
};

}  // namespace

int Deadline::rest_ms() const {
  const auto rest =
      std::chrono::ceil<std::chrono::milliseconds>(end_ - std::chrono::steady_clock::now());
  return rest.count() > 0 ? static_cast<int>(rest.count()) : 0;
}

namespace posix {

RemoteResult<void> wait_for(int socket, Readiness readiness, const Deadline& deadline) {
  pollfd polled = {.fd = socket,
                   .events = readiness == Readiness::Readable ? short{POLLIN} : short{POLLOUT},
                   .revents = 0};
  while (true) {
    const int rest = deadline.rest_ms();
    if (rest == 0) return failure(Kind::TimedOut, "it did not answer in time");
    const int ready = ::poll(&polled, 1, rest);
    if (ready > 0) return {};
    if (ready < 0 && errno != EINTR) return failure(Kind::Unreachable, system_text(errno));
  }
}

RemoteResult<FileDescriptor> connect_to(const RemoteUrl& url, const Deadline& deadline) {
  auto addresses = addresses_of(url, deadline);
  if (!addresses) return std::unexpected(addresses.error());
  RemoteError last = {Kind::Unreachable, "its name has no address"};
  for (const Address& address : *addresses) {
    auto socket = connect_to_address(address, deadline);
    if (socket) return socket;
    last = std::move(socket.error());
    if (last.kind == Kind::TimedOut) break;
  }
  return std::unexpected(last);
}

}  // namespace posix

RemoteResult<std::unique_ptr<Connection>> open_connection(const RemoteUrl& url,
                                                          const std::string& authority,
                                                          const Deadline& deadline) {
  auto socket = posix::connect_to(url, deadline);
  if (!socket) return std::unexpected(socket.error());
  if (url.is_encrypted())
    return posix::start_tls(std::move(*socket), url.host, authority, deadline);
  return std::make_unique<PlainConnection>(std::move(*socket));
}

}  // namespace perry::support
