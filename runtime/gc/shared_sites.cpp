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

void keep_way(SiteWays& ways, const abi::PropertyWay& way) {
  for (const uint32_t wanted : {way.shape, uint32_t{0}}) {
    for (abi::PropertyWay& known : ways.ways) {
      if (known.shape != wanted) continue;
      known = way;
      return;
    }
  }
  ways.ways[ways.next++ % abi::PropertyWays::kCount] = way;
}

// What one comparison can tell of all of them at once has no use for a first guess.
void find_alike(abi::PropertySite& site, const abi::PropertyWay& like) {
  uint32_t count = 0;
  uint32_t alike[abi::PropertyWays::kCount] = {};
  for (const abi::PropertyWay& way : site.ways->ways)
    if (way.shape != 0 && way.slot == nullptr && way.offset == like.offset)
      alike[count++] = way.shape;
  if (count < 2) return;
  site.alike_offset = static_cast<uint32_t>(like.offset);
  std::copy(std::begin(alike), std::end(alike), std::begin(site.alike));
  if (std::find(std::begin(alike), std::end(alike), site.shape) != std::end(alike)) site.shape = 0;
}

// The same of what they all inherit from one place, which is the site's slot.
void find_alike_methods(abi::PropertySite& site) {
  if (site.alike_offset != 0 || site.epoch != site.ways->epoch) return;
  uint32_t count = 0;
  uint32_t alike[abi::PropertyWays::kCount] = {};
  for (const abi::PropertyWay& way : site.ways->ways)
    if (way.slot != nullptr && way.slot == site.slot) alike[count++] = way.shape;
  if (count > 1) std::copy(std::begin(alike), std::end(alike), std::begin(site.alike));
}

}  // namespace

void share_site(SharedSites*& table, uint32_t shape, uint64_t key, const abi::PropertySite& site) {
  if (table == nullptr) table = new SharedSites();
  SharedSite& shared = table->at(shape, key);
  shared = {key, site, 0};
  shared.site.alike_offset = 0;
  std::fill(std::begin(shared.site.alike), std::end(shared.site.alike), 0);
}

void forget_alike_methods(abi::PropertySite& site) {
  if (site.alike_offset == 0) std::fill(std::begin(site.alike), std::end(site.alike), 0);
}

void add_way(abi::PropertySite& site, const abi::PropertyWay& way) {
  if (site.ways == nullptr) site.ways = &all_ways.emplace_back();
  auto& ways = const_cast<SiteWays&>(static_cast<const SiteWays&>(*site.ways));
  if (way.slot != nullptr && ways.epoch != perry_rt_thread.epoch) {
    for (abi::PropertyWay& known : ways.ways)
      if (known.slot != nullptr) known = {};
    ways.epoch = perry_rt_thread.epoch;
  }
  keep_way(ways, way);
  if (way.slot != nullptr)
    find_alike_methods(site);
  else if (way.offset >= 0)
    find_alike(site, way);
}

void drop_shared_sites() {
  delete perry_rt_shared_gets;
  delete perry_rt_shared_sets;
  perry_rt_shared_gets = perry_rt_shared_sets = nullptr;
}

}  // namespace perry::runtime
