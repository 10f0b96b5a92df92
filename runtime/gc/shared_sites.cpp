#include "runtime/gc/shared_sites.h"

#include <deque>

#include "runtime/gc/thread_block.h"

extern "C" {
thread_local constinit perry::runtime::SharedSites* perry_rt_shared_gets = nullptr;
thread_local constinit perry::runtime::SharedSites* perry_rt_shared_sets = nullptr;
}

namespace perry::runtime {

namespace {

// For the life of the thread, as the sites are.
thread_local std::deque<SiteWays> all_ways;

}  // namespace

void share_site(SharedSites*& table, uint32_t shape, uint64_t key, const abi::PropertySite& site) {
  if (table == nullptr) table = new SharedSites();
  table->at(shape, key) = {key, site, 0};
}

void add_way(abi::PropertySite& site, const abi::PropertyWay& way) {
  if (site.ways == nullptr) site.ways = &all_ways.emplace_back();
  auto& ways = const_cast<SiteWays&>(static_cast<const SiteWays&>(*site.ways));
  if (way.slot != nullptr && ways.epoch != perry_rt_thread.epoch) {
    for (abi::PropertyWay& known : ways.ways)
      if (known.slot != nullptr) known = {};
    ways.epoch = perry_rt_thread.epoch;
  }
  for (const uint32_t wanted : {way.shape, uint32_t{0}}) {
    for (abi::PropertyWay& known : ways.ways) {
      if (known.shape != wanted) continue;
      known = way;
      return;
    }
  }
  ways.ways[ways.next++ % abi::PropertyWays::kCount] = way;
}

void drop_shared_sites() {
  delete perry_rt_shared_gets;
  delete perry_rt_shared_sets;
  perry_rt_shared_gets = perry_rt_shared_sets = nullptr;
}

}  // namespace perry::runtime
