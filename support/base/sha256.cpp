#include "support/base/sha256.h"

// OpenSSL 3 wants hashes to be fetched from a provider by name. To build its table of names takes a
// millisecond, which is more than all else that a tool does when it starts for one small file. The
// functions below are the same code without the table.
#define OPENSSL_SUPPRESS_DEPRECATED  // NOLINT(cppcoreguidelines-macro-usage): OpenSSL's switch
#include <openssl/sha.h>

#include <cstdio>
#include <cstdlib>

namespace perry::support {

namespace {

// A library that cannot hash is broken beyond what a caller could handle.
void require(bool ok) {
  if (ok) return;
  std::fputs("perry: the cryptography library offers no SHA-256\n", stderr);
  std::abort();
}

}  // namespace

Sha256::Sha256() : state_(std::make_unique<SHA256_CTX>()) { start(); }

Sha256::~Sha256() = default;

void Sha256::start() { require(SHA256_Init(state_.get()) == 1); }

void Sha256::update(std::string_view bytes) {
  require(SHA256_Update(state_.get(), bytes.data(), bytes.size()) == 1);
}

Hash256 Sha256::finish() {
  Hash256 hash;
  require(SHA256_Final(hash.bytes.data(), state_.get()) == 1);
  start();
  return hash;
}

Hash256 sha256(std::string_view bytes) {
  Sha256 hasher;
  hasher.update(bytes);
  return hasher.finish();
}

}  // namespace perry::support
