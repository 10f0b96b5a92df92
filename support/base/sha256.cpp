#include "support/base/sha256.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>

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

// Fetched once, since the look-up costs more than hashing a small file. OpenSSL's configuration
// file is not read: a hash must not depend on the machine.
const EVP_MD* algorithm() {
  static const EVP_MD* const md = [] {
    OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
    return EVP_MD_fetch(nullptr, "SHA256", nullptr);
  }();
  return md;
}

}  // namespace

Sha256::Sha256() : context_(EVP_MD_CTX_new()) { start(); }

Sha256::~Sha256() { EVP_MD_CTX_free(context_); }

void Sha256::start() {
  require(algorithm() != nullptr && context_ != nullptr &&
          EVP_DigestInit_ex2(context_, algorithm(), nullptr) == 1);
}

void Sha256::update(std::string_view bytes) {
  require(EVP_DigestUpdate(context_, bytes.data(), bytes.size()) == 1);
}

Hash256 Sha256::finish() {
  Hash256 hash;
  require(EVP_DigestFinal_ex(context_, hash.bytes.data(), nullptr) == 1);
  start();
  return hash;
}

Hash256 sha256(std::string_view bytes) {
  // To make a context costs more than to hash a hundred bytes.
  thread_local Sha256 hasher;
  hasher.update(bytes);
  return hasher.finish();
}

}  // namespace perry::support
