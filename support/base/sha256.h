#pragma once

#include <string_view>

#include "support/base/hash256.h"

struct evp_md_ctx_st;

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

  evp_md_ctx_st* context_;
};

Hash256 sha256(std::string_view bytes);

}  // namespace perry::support
