#pragma once

#include <string>
#include <string_view>

#include "perry-scan/graph/graph.h"

namespace perry::scan {

// The graph for programs, for Graphviz, and as a page that shows it and needs nothing else.
std::string graph_as_json(const Graph& graph);
std::string graph_as_dot(const Graph& graph);
std::string graph_as_html(const Graph& graph);

// The page, with a mark where the graph goes.
std::string_view graph_page();

}  // namespace perry::scan
