#pragma once

#include <memory>
#include <string_view>

#include "support/base/hash256.h"

struct SHA256state_st;  // NOLINT(readability-identifier-naming): OpenSSL's name

namespace perry::support {

// SHA-256 over a stream of bytes. After `finish` the object starts afresh.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void update(std::string_view bytes);
  Hash256 finish();

 private:
  void start();

  std::unique_ptr<SHA256state_st> state_;
};

Hash256 sha256(std::string_view bytes);

}  // namespace perry::support
