#include "runtime/gc/shared_sites.h"

extern "C" {
thread_local constinit perry::runtime::SharedSites* perry_rt_shared_gets = nullptr;
thread_local constinit perry::runtime::SharedSites* perry_rt_shared_sets = nullptr;
}

namespace perry::runtime {

void share_site(SharedSites*& table, uint32_t shape, uint64_t key, const abi::PropertySite& site) {
  if (table == nullptr) table = new SharedSites();
  table->at(shape, key) = {key, site, 0};
}

void drop_shared_sites() {
  delete perry_rt_shared_gets;
  delete perry_rt_shared_sets;
  perry_rt_shared_gets = perry_rt_shared_sets = nullptr;
}

}  // namespace perry::runtime
