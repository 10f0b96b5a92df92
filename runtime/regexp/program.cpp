#include "runtime/regexp/program.h"

namespace perry::runtime::regexp {

bool NameReader::next() {
  if (left_ == 0) return false;
  --left_;
  const uint32_t length = *at_++;
  name = {reinterpret_cast<const char16_t*>(at_), length};
  at_ += (length + 1) / 2;
  group_count = *at_++;
  groups = at_;
  at_ += group_count;
  return true;
}

}  // namespace perry::runtime::regexp
