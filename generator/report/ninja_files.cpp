#include "generator/report/ninja_files.h"

#include <array>
#include <charconv>

namespace perry::generator {

namespace {

std::string_view next_line(std::string_view& rest) {
  const size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

// One path of a build statement; `at` moves behind it. Empty at the end.
std::string next_path(std::string_view line, size_t& at) {
  while (at < line.size() && line[at] == ' ') at++;
  std::string path;
  for (; at < line.size() && line[at] != ' ' && line[at] != ':'; at++) {
    if (line[at] == '$' && at + 1 < line.size()) at++;
    path += line[at];
  }
  return path;
}

int64_t number_of(std::string_view text) {
  int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

constexpr std::string_view kBuild = "build ";

}  // namespace

std::vector<BuildEdge> read_edges(std::string_view build_ninja) {
  std::vector<BuildEdge> edges;
  while (!build_ninja.empty()) {
    const std::string_view line = next_line(build_ninja);
    constexpr std::string_view kSource = "  source = ";
    if (line.starts_with(kSource) && !edges.empty()) {
      std::string& subject = edges.back().subject;
      subject.clear();
      // `$$` is the only escape that a value of ours has.
      for (const char c : line.substr(kSource.size()))
        if (c != '$' || !subject.ends_with('$')) subject += c;
      continue;
    }
    if (!line.starts_with(kBuild)) continue;
    size_t at = kBuild.size();
    BuildEdge edge;
    edge.output = next_path(line, at);
    at++;
    edge.rule = next_path(line, at);
    edge.subject = edge.output;
    if (edge.rule == "cc" || edge.rule == "ld" || edge.rule == "scan")
      edges.push_back(std::move(edge));
  }
  return edges;
}

std::vector<std::string> read_inputs(std::string_view build_ninja, std::string_view output) {
  std::vector<std::string> inputs;
  while (!build_ninja.empty()) {
    const std::string_view line = next_line(build_ninja);
    if (!line.starts_with(kBuild)) continue;
    size_t at = kBuild.size();
    if (next_path(line, at) != output) continue;
    at++;
    next_path(line, at);  // the rule
    for (std::string path = next_path(line, at); !path.empty(); path = next_path(line, at))
      if (path != "|" && path != "||") inputs.push_back(std::move(path));
    return inputs;
  }
  return inputs;
}

std::map<std::string, EdgeTime, std::less<>> read_ninja_log(std::string_view text) {
  std::map<std::string, EdgeTime, std::less<>> times;
  while (!text.empty()) {
    std::string_view line = next_line(text);
    if (line.starts_with('#')) continue;
    std::array<std::string_view, 4> fields;
    bool is_whole = true;
    for (std::string_view& field : fields) {
      const size_t tab = line.find('\t');
      is_whole &= tab != std::string_view::npos;
      field = line.substr(0, tab);
      line.remove_prefix(is_whole ? tab + 1 : line.size());
    }
    if (is_whole)
      times[std::string(fields[3])] = {.start_ms = number_of(fields[0]),
                                       .end_ms = number_of(fields[1]),
                                       .file_time = std::string(fields[2])};
  }
  return times;
}

}  // namespace perry::generator
