#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/graph/graph.h"
#include "perry-scan/plan/link_plan.h"
#include "perry-scan/plan/settings.h"

namespace perry::scan {

// Names below the build folder.
inline constexpr std::string_view kConfigFile = "perry.json";
inline constexpr std::string_view kNinjaFile = "build.ninja";
inline constexpr std::string_view kNextNinjaFile = "build.ninja.next";  // while it is written
inline constexpr std::string_view kDatabaseFile = "scan.db";
inline constexpr std::string_view kRequestFolder = "req";
inline constexpr std::string_view kPlanFolder = "plan";
inline constexpr std::string_view kObjectFolder = "obj";
inline constexpr std::string_view kScanTool = "tools/perry-scan";
inline constexpr std::string_view kCompileTool = "tools/perry-cc";
inline constexpr std::string_view kLinkTool = "tools/perry-ld";
inline constexpr std::string_view kCacheTool = "tools/perry-cache";
inline constexpr std::string_view kCacheSettingsFile = "cache.conf";
inline constexpr std::string_view kEdgeLogFile = "edges.log";
inline constexpr std::string_view kRuntimeFolder = "tools/runtime";
// Names the archives in the runtime's folder that programs are linked with.
inline constexpr std::string_view kRuntimeList = "tools/runtime/libraries.txt";

// Requests and plans are named after their contents: this much of the key.
std::string key_text(const support::Hash256& key);
std::string request_file(const support::Hash256& key);
std::string plan_file(const support::Hash256& key);
std::string object_file(std::string_view module_id);
// A program cannot have the name of something else in the build folder.
bool is_reserved_name(std::string_view name);

struct NinjaInput {
  const Graph* graph;
  const BuildSettings* settings;
  const std::vector<Program>* programs;
  std::vector<support::Hash256> keys;       // of the modules' requests
  std::vector<support::Hash256> plan_keys;  // of the programs' plans
  std::vector<std::string> watched;         // absolute
};

// The build as Ninja reads it. docs/build-graph.md explains each edge.
std::string make_ninja_file(const NinjaInput& input);

}  // namespace perry::scan
