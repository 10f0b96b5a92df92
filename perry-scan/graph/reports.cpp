#include "perry-scan/graph/reports.h"

#include <algorithm>

namespace perry::scan {

support::DiagnosticSink& Reports::about(std::string_view path) {
  const auto place = files_.find(path);
  return place != files_.end() ? place->second.sink : files_[std::string(path)].sink;
}

void Reports::set_text(std::string_view path, std::string_view text) {
  File& file = files_[std::string(path)];
  file.text = text;
  file.has_text = true;
}

bool Reports::has_errors() const {
  return std::ranges::any_of(files_,
                             [](const auto& file) { return file.second.sink.has_errors(); });
}

}  // namespace perry::scan
