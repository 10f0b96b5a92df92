#include <arpa/inet.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <memory>
#include <utility>

#include "support/store/socket_posix.h"

// TLS over a socket that never blocks. Certificates and names are always checked. OpenSSL's
// configuration file is not read, so that no machine makes it weaker.

namespace perry::support::posix {

namespace {

using Kind = RemoteError::Kind;

// Where systems keep the certificates that they trust. The library's own notion is that of the
// machine where it was built.
constexpr const char* kSystemAuthorities[] = {"/etc/ssl/certs/ca-certificates.crt",
                                              "/etc/pki/tls/certs/ca-bundle.crt",
                                              "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"};

struct FreeContext {
  void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct FreeSsl {
  void operator()(SSL* ssl) const { SSL_free(ssl); }
};
using ContextPointer = std::unique_ptr<SSL_CTX, FreeContext>;
using SslPointer = std::unique_ptr<SSL, FreeSsl>;

std::unexpected<RemoteError> failure(Kind kind, std::string text) {
  return std::unexpected(RemoteError{kind, std::move(text)});
}

std::string library_text() {
  const unsigned long code = ERR_peek_last_error();
  const char* const reason = code != 0 ? ERR_reason_error_string(code) : nullptr;
  return reason != nullptr ? reason : "the encrypted connection broke";
}

bool trust(SSL_CTX* context, const std::string& authority) {
  if (!authority.empty())
    return SSL_CTX_load_verify_locations(context, authority.c_str(), nullptr) == 1;
  for (const char* const file : kSystemAuthorities)
    if (::access(file, R_OK) == 0 && SSL_CTX_load_verify_locations(context, file, nullptr) == 1)
      return true;
  return false;
}

bool is_address(const std::string& host) {
  std::array<unsigned char, 16> bytes;
  return ::inet_pton(AF_INET, host.c_str(), bytes.data()) == 1 ||
         ::inet_pton(AF_INET6, host.c_str(), bytes.data()) == 1;
}

bool expect_host(SSL* ssl, const std::string& host) {
  if (is_address(host))
    return X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str()) == 1;
  return SSL_set1_host(ssl, host.c_str()) == 1 && SSL_set_tlsext_host_name(ssl, host.c_str()) == 1;
}

class TlsConnection final : public Connection {
 public:
  TlsConnection(FileDescriptor socket, ContextPointer context, SslPointer ssl)
      : socket_(std::move(socket)), context_(std::move(context)), ssl_(std::move(ssl)) {}

  RemoteResult<void> shake_hands(const Deadline& deadline) {
    while (true) {
      ERR_clear_error();
      const int done = SSL_connect(ssl_.get());
      if (done == 1) return {};
      if (auto waited = wait_after(done, deadline); !waited) return explain(waited.error());
    }
  }

  RemoteResult<void> write(std::string_view bytes, const Deadline& deadline) override {
    while (!bytes.empty()) {
      ERR_clear_error();
      size_t sent = 0;
      const int done = SSL_write_ex(ssl_.get(), bytes.data(), bytes.size(), &sent);
      if (done == 1)
        bytes.remove_prefix(sent);
      else if (auto waited = wait_after(done, deadline); !waited)
        return waited;
    }
    return {};
  }

  RemoteResult<void> read_some(std::string& bytes, const Deadline& deadline) override {
    std::array<char, size_t{16} << 10> buffer;
    while (true) {
      ERR_clear_error();
      size_t got = 0;
      const int done = SSL_read_ex(ssl_.get(), buffer.data(), buffer.size(), &got);
      if (done == 1) {
        bytes.append(buffer.data(), got);
        return {};
      }
      // Only this is an end that nobody has forged.
      if (SSL_get_error(ssl_.get(), done) == SSL_ERROR_ZERO_RETURN) return {};
      if (auto waited = wait_after(done, deadline); !waited) return waited;
    }
  }

 private:
  RemoteResult<void> wait_after(int result, const Deadline& deadline) {
    switch (SSL_get_error(ssl_.get(), result)) {
      case SSL_ERROR_WANT_READ:
        return wait_for(socket_.number(), Readiness::Readable, deadline);
      case SSL_ERROR_WANT_WRITE:
        return wait_for(socket_.number(), Readiness::Writable, deadline);
      default:
        return failure(Kind::Unreachable, library_text());
    }
  }

  RemoteResult<void> explain(const RemoteError& error) {
    const long verdict = SSL_get_verify_result(ssl_.get());
    if (error.kind == Kind::TimedOut || verdict == X509_V_OK) return std::unexpected(error);
    return failure(Kind::Refused, std::string("its certificate is not trusted: ") +
                                      X509_verify_cert_error_string(verdict));
  }

  FileDescriptor socket_;
  ContextPointer context_;
  SslPointer ssl_;
};

}  // namespace

RemoteResult<std::unique_ptr<Connection>> start_tls(FileDescriptor socket, const std::string& host,
                                                    const std::string& authority,
                                                    const Deadline& deadline) {
  // The library writes to sockets that may have been closed at the other end.
  (void)std::signal(SIGPIPE, SIG_IGN);
  OPENSSL_init_ssl(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
  ContextPointer context(SSL_CTX_new(TLS_client_method()));
  if (context == nullptr) return failure(Kind::Unreachable, library_text());
  SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION);
  SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
  if (!trust(context.get(), authority))
    return failure(Kind::Refused, "there are no certificates to trust" +
                                      (authority.empty() ? "" : " in `" + authority + "`"));
  SslPointer ssl(SSL_new(context.get()));
  if (ssl == nullptr || !expect_host(ssl.get(), host) ||
      SSL_set_fd(ssl.get(), socket.number()) != 1)
    return failure(Kind::Unreachable, library_text());
  auto connection =
      std::make_unique<TlsConnection>(std::move(socket), std::move(context), std::move(ssl));
  if (auto shaken = connection->shake_hands(deadline); !shaken)
    return std::unexpected(shaken.error());
  return connection;
}

}  // namespace perry::support::posix
