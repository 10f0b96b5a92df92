#include "perry-scan/plan/ninja_file.h"

#include <algorithm>

#include "generator/ninja/output_file.h"
#include "generator/ninja/writer.h"
#include "support/base/path.h"

namespace perry::scan {

namespace {

using generator::NinjaEdge;
using generator::NinjaWriter;

// Half of a SHA-256: enough that no two requests ever meet, and a third of the file's text less.
constexpr size_t kKeyDigits = 32;
// Links need memory by the gigabyte, so few of them run at once.
constexpr size_t kLinkPoolDepth = 2;

void write_rules(NinjaWriter& out, const std::string& root) {
  out.variable("ninja_required_version", "1.10");
  out.blank();
  out.pool("link", kLinkPoolDepth);
  out.blank();
  out.rule("scan", {{"command", std::string(kScanTool) + " --config " + std::string(kConfigFile)},
                    {"description", "SCAN"},
                    {"generator", "1"},
                    {"restat", "1"}});
  // How the cache is used stands in a file and not here: it changes no object, so it must change no
  // command.
  const std::string log = " --log " + std::string(kEdgeLogFile);
  out.rule("cc", {{"command", std::string(kCacheTool) + " --compiler " + std::string(kCompileTool) +
                                  " --settings " + std::string(kCacheSettingsFile) + log +
                                  " --root " + generator::quote_for_shell(root) + " --request " +
                                  std::string(kRequestFolder) + "/$key.req -o $out"},
                  {"description", "CC $source"},
                  {"restat", "1"}});
  out.rule("ld", {{"command", std::string(kLinkTool) + " link --plan " + std::string(kPlanFolder) +
                                  "/$key.plan --runtime " + std::string(kRuntimeFolder) + log +
                                  " -o $program @$objects"},
                  {"description", "LD $out"},
                  {"rspfile", "$objects"},
                  {"rspfile_content", "$in_newline"},
                  {"pool", "link"},
                  {"restat", "1"}});
  out.rule("clean", {{"command", "ninja -t clean"}, {"description", "CLEAN"}});
}

class FileMaker {
 public:
  explicit FileMaker(const NinjaInput& input)
      : input_(input),
        graph_(*input.graph),
        settings_(*input.settings),
        objects_(graph_.modules.size()) {
    for (ModuleIndex m = 0; m < graph_.modules.size(); m++) {
      if (graph_[m].kind == frontend::ModuleKind::Builtin) continue;
      objects_[m] = object_file(graph_[m].id);
      order_.push_back(m);
    }
    std::ranges::sort(order_, {}, [&](ModuleIndex m) { return std::string_view(objects_[m]); });
  }

  std::string run();

 private:
  // As Ninja, running in the build folder, sees it.
  std::string relative(std::string_view path) const {
    return support::relative_path(path, settings_.build);
  }
  void write_compiles();
  void write_programs();
  void write_other_targets();
  void write_scan();

  const NinjaInput& input_;
  const Graph& graph_;
  const BuildSettings& settings_;
  std::vector<std::string> objects_;  // by module; those that are not compiled have none
  std::vector<ModuleIndex> order_;    // of those that are, by object
  NinjaWriter out_;
};

void FileMaker::write_compiles() {
  NinjaEdge edge;
  edge.rule = "cc";
  for (const ModuleIndex index : order_) {
    const GraphModule& module = graph_[index];
    const std::string source = relative(module.path);
    const std::string key = key_text(input_.keys[index]);
    const std::string shown = generator::escape_ninja_value(module.source_path);
    edge.outputs.assign({objects_[index]});
    edge.order_only.assign({source});
    edge.variables.assign({{"key", key}, {"source", shown}});
    out_.build(edge);
  }
}

void FileMaker::write_programs() {
  std::vector<std::string> archives;
  archives.reserve(settings_.archives.size() + 1);
  for (const std::string& archive : settings_.archives)
    archives.push_back(std::string(kRuntimeFolder) + "/" + archive);
  archives.emplace_back(kRuntimeList);
  std::vector<std::string> files;
  files.reserve(input_.programs->size());
  for (size_t i = 0; i < input_.programs->size(); i++) {
    const Program& program = (*input_.programs)[i];
    const std::string& file = files.emplace_back(
        generator::output_file(frontend::to_string(settings_.output), program.name));
    NinjaEdge edge;
    edge.outputs = {file};
    edge.rule = "ld";
    // Another runtime is looked at; whether that changes the program, perry-ld finds.
    edge.implicit.assign(archives.begin(), archives.end());
    for (const ModuleIndex m : program.modules)
      if (!objects_[m].empty()) edge.inputs.emplace_back(objects_[m]);
    const std::string key = key_text(input_.plan_keys[i]);
    const std::string output = generator::quote_for_shell(file);
    const std::string objects = std::string(kPlanFolder) + "/" + key + ".rsp";
    edge.variables = {{"key", key}, {"program", output}, {"objects", objects}};
    out_.build(edge);
  }
  out_.build({.outputs = {"all"},
              .rule = "phony",
              .inputs = {files.begin(), files.end()},
              .implicit = {},
              .order_only = {},
              .variables = {}});
  out_.defaults({"all"});
}

// `check` compiles everything and links nothing. `clean` removes what edges made, as Ninja does it
// when it is asked to directly.
void FileMaker::write_other_targets() {
  NinjaEdge check;
  check.outputs = {"check"};
  check.rule = "phony";
  for (const ModuleIndex index : order_) check.inputs.emplace_back(objects_[index]);
  out_.build(check);
  out_.build({.outputs = {"clean"},
              .rule = "clean",
              .inputs = {},
              .implicit = {},
              .order_only = {},
              .variables = {}});
}

// What the scan looked at are inputs of the edge that runs it again. They are outputs of an edge
// without a command, so that one which has vanished is a reason to scan, not an error.
void FileMaker::write_scan() {
  std::vector<std::string> watched;
  watched.reserve(input_.watched.size());
  for (const std::string& path : input_.watched) watched.push_back(relative(path));
  if (!std::ranges::is_sorted(watched)) std::ranges::sort(watched);
  NinjaEdge scan;
  scan.outputs = {kNinjaFile};
  scan.rule = "scan";
  scan.implicit.assign(watched.begin(), watched.end());
  for (const std::string_view own : {kConfigFile, kScanTool, kCompileTool, kLinkTool, kRuntimeList})
    scan.implicit.push_back(own);
  out_.build(scan);
  if (watched.empty()) return;
  NinjaEdge there;
  there.outputs.assign(watched.begin(), watched.end());
  there.rule = "phony";
  out_.build(there);
}

std::string FileMaker::run() {
  out_.comment("Made by perry-scan. Changes are lost.");
  write_rules(out_, relative(settings_.root));
  out_.blank();
  write_compiles();
  out_.blank();
  write_programs();
  write_other_targets();
  out_.blank();
  write_scan();
  return out_.take();
}

}  // namespace

std::string key_text(const support::Hash256& key) { return key.short_hex(kKeyDigits); }

std::string request_file(const support::Hash256& key) {
  return std::string(kRequestFolder) + "/" + key_text(key) + ".req";
}

std::string plan_file(const support::Hash256& key) {
  return std::string(kPlanFolder) + "/" + key_text(key) + ".plan";
}

std::string object_file(std::string_view module_id) {
  std::string path;
  path.reserve(kObjectFolder.size() + module_id.size() + 6);
  path.append(kObjectFolder).append("/").append(module_id.substr(0, 2)).append("/");
  path.append(module_id).append(".o");
  return path;
}

bool is_reserved_name(std::string_view name) {
  constexpr std::string_view kReserved[] = {
      kConfigFile,   kNinjaFile,         kNextNinjaFile, kDatabaseFile, kRequestFolder, kPlanFolder,
      kObjectFolder, kCacheSettingsFile, kEdgeLogFile,   "tools",       "all",          "check",
      "clean",       ".ninja_log",       ".ninja_deps",
  };
  return std::ranges::find(kReserved, name) != std::end(kReserved);
}

std::string make_ninja_file(const NinjaInput& input) { return FileMaker(input).run(); }

}  // namespace perry::scan
