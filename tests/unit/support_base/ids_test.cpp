#include <doctest/doctest.h>

#include <string>
#include <unordered_set>

#include "support/base/id_containers.h"

using namespace perry::support;

namespace {

using NodeId = Id<struct NodeTag>;

TEST_CASE("an id is none until it is given an index") {
  NodeId id;
  CHECK(id.is_none());
  CHECK_FALSE(static_cast<bool>(id));
  CHECK(NodeId(0) != NodeId::none());
  CHECK(NodeId(0) < NodeId(1));
  std::unordered_set<NodeId> set{NodeId(1), NodeId(2), NodeId(1)};
  CHECK(set.size() == 2);
}

TEST_CASE("IdVector hands out consecutive ids") {
  IdVector<NodeId, std::string> names;
  CHECK(names.next_id() == NodeId(0));
  const NodeId a = names.push_back("a");
  const NodeId b = names.emplace_back(3u, 'b');
  CHECK(names[a] == "a");
  CHECK(names[b] == "bbb");
  CHECK(names.contains(b));
  CHECK_FALSE(names.contains(NodeId(2)));
  CHECK_FALSE(names.contains(NodeId::none()));
  names[a] = "z";
  CHECK(*names.begin() == "z");
  CHECK(names.size() == 2);
}

TEST_CASE("IdMap answers for ids that were never set") {
  IdMap<NodeId, int> weights(-1);
  CHECK(weights.get(NodeId(7)) == -1);
  weights.set(NodeId(5), 2);
  weights.at(NodeId(6))++;
  CHECK(weights.get(NodeId(5)) == 2);
  CHECK(weights.get(NodeId(6)) == 0);
  CHECK(weights.get(NodeId(4)) == -1);
  CHECK(weights.get(NodeId::none()) == -1);
}

}  // namespace
