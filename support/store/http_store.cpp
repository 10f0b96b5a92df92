#include <utility>

#include "support/base/sha256.h"
#include "support/store/action_result.h"
#include "support/store/http_message.h"
#include "support/store/remote_store.h"

// A client for what Bazel's HTTP cache protocol needs, and no more: GET and PUT over one connection
// that is kept as long as the server likes. Why not a library: docs/decisions/0011-http-client.md.

namespace perry::support {

namespace {

using Kind = RemoteError::Kind;

constexpr size_t kLargestHead = size_t{64} << 10;
constexpr size_t kLargestActionResult = size_t{1} << 20;

constexpr int kOk = 200;
constexpr int kNotFound = 404;
constexpr int kGone = 410;

std::unexpected<RemoteError> failure(Kind kind, std::string text) {
  return std::unexpected(RemoteError{kind, std::move(text)});
}

struct Answer {
  int status = 0;
  std::string body;
};

class HttpStore final : public RemoteStore {
 public:
  explicit HttpStore(RemoteAccess access) : access_(std::move(access)) {}

  RemoteResult<std::optional<std::string>> fetch(const Hash256& key,
                                                 const Deadline& deadline) override;
  RemoteResult<void> publish(const Hash256& key, std::string_view bytes,
                             const Deadline& deadline) override;

 private:
  std::string head_for(std::string_view method, const std::string& path, size_t size) const;
  RemoteResult<Answer> ask(std::string_view method, const std::string& path, std::string_view body,
                           size_t limit, const Deadline& deadline);
  RemoteResult<Answer> ask_once(const std::string& request, std::string_view body, size_t limit,
                                const Deadline& deadline);
  RemoteResult<HttpHead> read_head(const Deadline& deadline);
  RemoteResult<std::string> read_body(const HttpHead& head, size_t limit, const Deadline& deadline);
  RemoteResult<std::optional<std::string>> get(const std::string& path, size_t limit,
                                               const Deadline& deadline);
  RemoteResult<void> put(const std::string& path, std::string_view body, const Deadline& deadline);

  RemoteAccess access_;
  std::unique_ptr<Connection> connection_;
  std::string input_;  // what the server has sent beyond what was taken
};

std::string HttpStore::head_for(std::string_view method, const std::string& path,
                                size_t size) const {
  std::string head(method);
  head += " " + access_.url.path + path + " HTTP/1.1\r\nHost: " + access_.url.authority() +
          "\r\nUser-Agent: perry\r\nAccept: */*\r\n";
  const Credentials& who = access_.credentials;
  if (!who.bearer.empty())
    head += "Authorization: Bearer " + who.bearer + "\r\n";
  else if (!who.user.empty() || !who.password.empty())
    head += "Authorization: Basic " + encode_base64(who.user + ":" + who.password) + "\r\n";
  if (method == "PUT")
    head += "Content-Type: application/octet-stream\r\nContent-Length: " + std::to_string(size) +
            "\r\n";
  return head + "\r\n";
}

RemoteResult<HttpHead> HttpStore::read_head(const Deadline& deadline) {
  while (true) {
    const size_t end = input_.find("\r\n\r\n");
    if (end == std::string::npos) {
      if (input_.size() > kLargestHead) return failure(Kind::Garbled, "it answers without an end");
      const size_t before = input_.size();
      if (auto read = connection_->read_some(input_, deadline); !read)
        return std::unexpected(read.error());
      if (input_.size() == before)
        return failure(Kind::Unreachable, "it closed the connection without an answer");
      continue;
    }
    const auto head = parse_http_head(std::string_view(input_).substr(0, end));
    if (!head) return failure(Kind::Garbled, "it does not speak HTTP/1.1");
    input_.erase(0, end + 4);
    if (head->status >= kOk) return *head;
  }
}

RemoteResult<std::string> HttpStore::read_body(const HttpHead& head, size_t limit,
                                               const Deadline& deadline) {
  HttpBodyReader reader(head, limit);
  while (true) {
    auto state = reader.feed(input_);
    if (state == HttpBodyReader::State::Incomplete) {
      const size_t before = input_.size();
      if (auto read = connection_->read_some(input_, deadline); !read)
        return std::unexpected(read.error());
      if (input_.size() != before) continue;
      state = reader.end();
    }
    switch (state) {
      case HttpBodyReader::State::Complete:
        return reader.take();
      case HttpBodyReader::State::TooLarge:
        return failure(Kind::Garbled, "its answer is too large");
      default:
        return failure(Kind::Garbled, "its answer is cut off or malformed");
    }
  }
}

RemoteResult<Answer> HttpStore::ask_once(const std::string& request, std::string_view body,
                                         size_t limit, const Deadline& deadline) {
  if (connection_ == nullptr) {
    auto opened = open_connection(access_.url, access_.authority, deadline);
    if (!opened) return std::unexpected(opened.error());
    connection_ = std::move(*opened);
    input_.clear();
  }
  if (auto sent = connection_->write(request, deadline); !sent)
    return std::unexpected(sent.error());
  // A server that refuses may say so before it has read everything, so its answer is looked for
  // even then.
  const auto sent = connection_->write(body, deadline);
  auto head = read_head(deadline);
  if (!head) return std::unexpected(sent ? head.error() : sent.error());
  auto answer = read_body(*head, limit, deadline);
  if (!answer) return std::unexpected(answer.error());
  if (head->closes || !sent) connection_.reset();
  return Answer{head->status, std::move(*answer)};
}

RemoteResult<Answer> HttpStore::ask(std::string_view method, const std::string& path,
                                    std::string_view body, size_t limit, const Deadline& deadline) {
  const std::string request = head_for(method, path, body.size());
  const bool is_kept = connection_ != nullptr;
  auto answer = ask_once(request, body, limit, deadline);
  if (answer) return answer;
  connection_.reset();
  // The server may have grown tired of a connection that it kept.
  if (!is_kept || answer.error().kind != Kind::Unreachable) return answer;
  answer = ask_once(request, body, limit, deadline);
  if (!answer) connection_.reset();
  return answer;
}

RemoteError refusal(int status) {
  return {Kind::Refused, "it answers with status " + std::to_string(status)};
}

RemoteResult<std::optional<std::string>> HttpStore::get(const std::string& path, size_t limit,
                                                        const Deadline& deadline) {
  auto answer = ask("GET", path, {}, limit, deadline);
  if (!answer) return std::unexpected(answer.error());
  if (answer->status == kNotFound || answer->status == kGone) return std::nullopt;
  if (answer->status != kOk) return std::unexpected(refusal(answer->status));
  return std::move(answer->body);
}

RemoteResult<void> HttpStore::put(const std::string& path, std::string_view body,
                                  const Deadline& deadline) {
  const auto answer = ask("PUT", path, body, kLargestActionResult, deadline);
  if (!answer) return std::unexpected(answer.error());
  if (answer->status / 100 == 2) return {};
  return std::unexpected(refusal(answer->status));
}

RemoteResult<std::optional<std::string>> HttpStore::fetch(const Hash256& key,
                                                          const Deadline& deadline) {
  auto named = get("/ac/" + key.to_hex(), kLargestActionResult, deadline);
  if (!named || !*named) return named;
  const auto result = decode_action_result(**named);
  if (!result || result->size > kLargestRemoteEntry)
    return failure(Kind::Garbled, "what it keeps for the key is not ours");
  auto bytes = get("/cas/" + result->hash.to_hex(), kLargestRemoteEntry, deadline);
  if (!bytes || !*bytes) return bytes;
  if ((*bytes)->size() != result->size || sha256(**bytes) != result->hash)
    return failure(Kind::Garbled, "what it sends is not what was kept");
  return bytes;
}

// What is named comes first, so that whoever finds the name finds that, too.
RemoteResult<void> HttpStore::publish(const Hash256& key, std::string_view bytes,
                                      const Deadline& deadline) {
  const ActionResult result = {sha256(bytes), bytes.size()};
  if (auto sent = put("/cas/" + result.hash.to_hex(), bytes, deadline); !sent) return sent;
  return put("/ac/" + key.to_hex(), encode_action_result(result), deadline);
}

}  // namespace

std::unique_ptr<RemoteStore> make_http_store(RemoteAccess access) {
  return std::make_unique<HttpStore>(std::move(access));
}

}  // namespace perry::support
