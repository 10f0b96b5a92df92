#include <initializer_list>
#include <utility>

#include "support/store/remote_store.h"

// A client of Redis, in version 2 of its protocol: every server has that. A command is an array of
// strings; an answer begins with a character that says what it is.

namespace perry::support {

namespace {

using Kind = RemoteError::Kind;

constexpr size_t kLongestLine = size_t{64} << 10;

std::unexpected<RemoteError> failure(Kind kind, std::string text) {
  return std::unexpected(RemoteError{kind, std::move(text)});
}

std::string command(std::initializer_list<std::string_view> words) {
  std::string out = "*" + std::to_string(words.size()) + "\r\n";
  for (const std::string_view word : words) {
    out += "$" + std::to_string(word.size()) + "\r\n";
    out.append(word).append("\r\n");
  }
  return out;
}

class RedisStore final : public RemoteStore {
 public:
  explicit RedisStore(RemoteAccess access) : access_(std::move(access)) {}

  RemoteResult<std::optional<std::string>> fetch(const Hash256& key,
                                                 const Deadline& deadline) override {
    return ask(command({"GET", name_of(key)}), deadline);
  }

  RemoteResult<void> publish(const Hash256& key, std::string_view bytes,
                             const Deadline& deadline) override {
    const std::string ttl = std::to_string(access_.ttl_s);
    const std::string name = name_of(key);
    const auto answer = ask(access_.ttl_s == 0 ? command({"SET", name, bytes})
                                               : command({"SET", name, bytes, "EX", ttl}),
                            deadline);
    if (!answer) return std::unexpected(answer.error());
    return {};
  }

 private:
  static std::string name_of(const Hash256& key) { return "perry:" + key.to_hex(); }
  RemoteResult<void> connect(const Deadline& deadline);
  RemoteResult<std::optional<std::string>> ask(const std::string& request,
                                               const Deadline& deadline);
  RemoteResult<std::optional<std::string>> ask_connected(const std::string& request,
                                                         const Deadline& deadline);
  RemoteResult<std::string> read_line(const Deadline& deadline);
  RemoteResult<std::optional<std::string>> read_bulk(std::string_view size,
                                                     const Deadline& deadline);
  RemoteResult<void> read_more(const Deadline& deadline);

  RemoteAccess access_;
  std::unique_ptr<Connection> connection_;
  std::string input_;
};

RemoteResult<void> RedisStore::read_more(const Deadline& deadline) {
  const size_t before = input_.size();
  if (auto read = connection_->read_some(input_, deadline); !read) return read;
  if (input_.size() == before) return failure(Kind::Unreachable, "it closed the connection");
  return {};
}

RemoteResult<std::string> RedisStore::read_line(const Deadline& deadline) {
  while (true) {
    if (const size_t end = input_.find("\r\n"); end != std::string::npos) {
      std::string line = input_.substr(0, end);
      input_.erase(0, end + 2);
      return line;
    }
    if (input_.size() > kLongestLine) return failure(Kind::Garbled, "it does not speak RESP");
    if (auto read = read_more(deadline); !read) return std::unexpected(read.error());
  }
}

RemoteResult<std::optional<std::string>> RedisStore::read_bulk(std::string_view size,
                                                               const Deadline& deadline) {
  if (size == "-1") return std::nullopt;
  const auto length = read_number(size);
  if (!length || *length > kLargestRemoteEntry)
    return failure(Kind::Garbled, "its answer is too large or malformed");
  while (input_.size() < *length + 2)
    if (auto read = read_more(deadline); !read) return std::unexpected(read.error());
  if (input_.compare(*length, 2, "\r\n") != 0)
    return failure(Kind::Garbled, "its answer is malformed");
  std::string bytes = input_.substr(0, *length);
  input_.erase(0, *length + 2);
  return bytes;
}

RemoteResult<std::optional<std::string>> RedisStore::ask_connected(const std::string& request,
                                                                   const Deadline& deadline) {
  if (auto sent = connection_->write(request, deadline); !sent)
    return std::unexpected(sent.error());
  auto line = read_line(deadline);
  if (!line) return std::unexpected(line.error());
  if (line->starts_with('+')) return line->substr(1);
  if (line->starts_with('$')) return read_bulk(std::string_view(*line).substr(1), deadline);
  if (line->starts_with('-')) return failure(Kind::Refused, "it answers: " + line->substr(1));
  return failure(Kind::Garbled, "it does not speak RESP");
}

// The path of the URL is the number of the database.
RemoteResult<void> RedisStore::connect(const Deadline& deadline) {
  auto opened = open_connection(access_.url, access_.authority, deadline);
  if (!opened) return std::unexpected(opened.error());
  connection_ = std::move(*opened);
  const Credentials& who = access_.credentials;
  const std::string& secret = who.bearer.empty() ? who.password : who.bearer;
  if (!secret.empty()) {
    const auto answer = ask_connected(
        who.user.empty() ? command({"AUTH", secret}) : command({"AUTH", who.user, secret}),
        deadline);
    if (!answer) return std::unexpected(answer.error());
  }
  if (access_.url.path.empty()) return {};
  const auto answer = ask_connected(command({"SELECT", access_.url.path.substr(1)}), deadline);
  if (!answer) return std::unexpected(answer.error());
  return {};
}

RemoteResult<std::optional<std::string>> RedisStore::ask(const std::string& request,
                                                         const Deadline& deadline) {
  if (connection_ == nullptr) {
    if (auto connected = connect(deadline); !connected) {
      connection_.reset();
      return std::unexpected(connected.error());
    }
  }
  auto answer = ask_connected(request, deadline);
  if (!answer) connection_.reset();
  return answer;
}

}  // namespace

std::unique_ptr<RemoteStore> make_redis_store(RemoteAccess access) {
  return std::make_unique<RedisStore>(std::move(access));
}

}  // namespace perry::support
