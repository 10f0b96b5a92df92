#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "runtime/abi/layout.h"

// Where sites that see objects of several shapes find the answers that don't fit into themselves:
// one table for all sites that read a property, and one for those that write. A site that misses
// looks here before the runtime searches the object; the runtime fills both. Nothing in it is a
// root: an answer holds while shape and epoch are what they were.
namespace perry::runtime {

// The ways of one site.
struct SiteWays : abi::PropertyWays {
  // A site whose objects have changed for good gets the answer for itself after a while. One that
  // keeps seeing all of them has none: what is asked first is then never the wrong one.
  static constexpr uint32_t kUsesToMove = 16;
  static constexpr uint32_t kUsesToSettle = 256;

  uint32_t uses = 0;
  uint32_t next = 0;  // whose place the next one takes when all are taken

  static const abi::PropertyWay* find(const abi::PropertySite* site, uint32_t shape) {
    if (site->ways == nullptr) return nullptr;
    for (const abi::PropertyWay& way : site->ways->ways)
      if (way.shape == shape) return &way;
    return nullptr;
  }
  // A site that reads an own property has found it by a way: whether that is to be `moved`.
  static bool use(const abi::PropertySite* site) {
    if (site->shape == 0) return false;
    auto& ways = const_cast<SiteWays&>(static_cast<const SiteWays&>(*site->ways));
    return ++ways.uses % kUsesToMove == 0;
  }
  static void move(abi::PropertySite* site, const abi::PropertyWay* way) {
    const bool is_settled = static_cast<const SiteWays&>(*site->ways).uses >= kUsesToSettle;
    site->shape = is_settled ? 0 : way->shape;
    site->offset = is_settled ? 0 : way->offset;
  }
};

struct SharedSite {
  uint64_t key;            // the atom's cell, which is static; 0: none
  abi::PropertySite site;  // what a site of that key may hold
  uint64_t uses;
};

struct SharedSites {
  static constexpr uint32_t kBits = 10;
  // Of what is nearly always one site's business, most never comes here.
  static constexpr uint64_t kUsesToMove = 16;

  SharedSite sites[1u << kBits];

  SharedSite& at(uint32_t shape, uint64_t key) {
    const uint32_t hash = (shape ^ static_cast<uint32_t>(key >> 4) * 0x85eb'ca6bu) * 0x9e37'79b1u;
    return sites[hash >> (32 - kBits)];
  }
  const abi::PropertySite* peek(uint32_t shape, uint64_t key) {
    const SharedSite& shared = at(shape, key);
    return shared.key == key ? &shared.site : nullptr;
  }
  // The answers for a key and a shape, if there are any. A site whose objects have changed for good
  // gets them for itself after a while.
  const abi::PropertySite* find(uint32_t shape, uint64_t key, abi::PropertySite* asking) {
    SharedSite& shared = at(shape, key);
    if (shared.key != key) return nullptr;
    if (++shared.uses % kUsesToMove == 0) {
      const abi::PropertySite before = *asking;
      *asking = shared.site;
      asking->ways = before.ways;
      if (before.alike_offset != 0) {
        asking->alike_offset = before.alike_offset;
        std::copy(std::begin(before.alike), std::end(before.alike), std::begin(asking->alike));
      }
    }
    return &shared.site;
  }
};

}  // namespace perry::runtime

extern "C" {
// Null until a site had to be filled for the second time.
extern thread_local constinit perry::runtime::SharedSites* perry_rt_shared_gets
    [[gnu::tls_model("initial-exec"), gnu::visibility("hidden")]];
extern thread_local constinit perry::runtime::SharedSites* perry_rt_shared_sets
    [[gnu::tls_model("initial-exec"), gnu::visibility("hidden")]];
}

namespace perry::runtime {

// Takes over what a site has learned.
void share_site(SharedSites*& table, uint32_t shape, uint64_t key, const abi::PropertySite& site);
// The site keeps this answer as a way.
void add_way(abi::PropertySite& site, const abi::PropertyWay& way);
// Its slot is another one.
void forget_alike_methods(abi::PropertySite& site);
void drop_shared_sites();

}  // namespace perry::runtime
