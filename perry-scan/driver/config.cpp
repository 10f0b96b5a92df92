#include "perry-scan/driver/config.h"

#include <utility>

#include "perry-scan/plan/ninja_file.h"
#include "support/json/json.h"

namespace perry::scan {

namespace {

using support::JsonDialect;
using support::JsonDocument;
using support::JsonId;
using support::JsonKind;

std::optional<frontend::Profile> profile_named(std::string_view name) {
  for (const auto profile :
       {frontend::Profile::Dev, frontend::Profile::Release, frontend::Profile::Size})
    if (frontend::to_string(profile) == name) return profile;
  return std::nullopt;
}

std::optional<frontend::OutputKind> output_named(std::string_view name) {
  using frontend::OutputKind;
  for (const auto output :
       {OutputKind::Program, OutputKind::StaticLibrary, OutputKind::SharedLibrary})
    if (frontend::to_string(output) == name) return output;
  return std::nullopt;
}

std::optional<std::string> text_of(const JsonDocument& json, JsonId object, std::string_view key) {
  const auto value = json.find_string(object, key);
  return value ? std::optional<std::string>(*value) : std::nullopt;
}

// `entry` is one path; `entries` are many, and with `"goal": "script"` scripts instead of modules.
std::vector<Config::Entry> read_entries(const JsonDocument& json, JsonId program) {
  if (auto entry = text_of(json, program, "entry")) return {{.path = std::move(*entry)}};
  std::vector<Config::Entry> entries;
  const JsonId list = json.find(program, "entries");
  if (!json.is(list, JsonKind::Array)) return {};
  for (JsonId id = json.first_child(list); id; id = json.next(id)) {
    auto path = text_of(json, id, "path");
    const std::string goal = text_of(json, id, "goal").value_or("module");
    if (!path || (goal != "module" && goal != "script")) return {};
    entries.push_back(
        {.path = std::move(*path),
         .kind = goal == "script" ? frontend::ModuleKind::Script : frontend::ModuleKind::Module});
  }
  return entries;
}

bool read_definitions(const JsonDocument& json, std::vector<support::Definition>& definitions) {
  const JsonId object = json.find(json.root(), "define");
  if (!json.is(object, JsonKind::Object)) return object.is_none();
  for (JsonId id = json.first_child(object); id; id = json.next(id)) {
    if (!json.is(id, JsonKind::String)) return false;
    auto definition = support::make_definition(json.key(id), json.string(id));
    if (!definition) return false;
    definitions.push_back(std::move(*definition));
  }
  return true;
}

// The first member that is missing or wrong; empty when there is none.
std::string read_members(const JsonDocument& json, Config& config) {
  const JsonId root = json.root();
  const auto need = [&](std::string_view key, std::string& target) {
    const auto value = text_of(json, root, key);
    if (value) target = *value;
    return value.has_value();
  };
  if (!need("root", config.root)) return "root";
  if (!need("triple", config.target.triple)) return "triple";
  if (!need("cpu", config.target.cpu)) return "cpu";
  const auto profile = profile_named(json.find_string(root, "profile").value_or(""));
  if (!profile) return "profile";
  config.profile = *profile;
  const auto output = output_named(json.find_string(root, "output").value_or("program"));
  if (!output) return "output";
  config.output = *output;
  const bool is_library = *output != frontend::OutputKind::Program;
  config.tsconfig = text_of(json, root, "tsconfig");
  const auto take_list = [&](std::string_view key, std::vector<std::string>& target) {
    const JsonId list = json.find(root, key);
    if (!json.is(list, JsonKind::Array)) return;
    for (JsonId id = json.first_child(list); id; id = json.next(id))
      target.emplace_back(json.string(id));
  };
  take_list("conditions", config.conditions);
  take_list("externals", config.externals);
  if (!read_definitions(json, config.definitions)) return "define";
  const JsonId programs = json.find(root, "programs");
  if (!json.is(programs, JsonKind::Array)) return "programs";
  for (JsonId id = json.first_child(programs); id; id = json.next(id)) {
    auto entries = read_entries(json, id);
    const auto name = text_of(json, id, "name");
    if (entries.empty() || !name || is_reserved_name(*name)) return "programs";
    if (is_library && !frontend::is_library_name(*name)) return "programs";
    config.programs.push_back({.entries = std::move(entries), .name = *name});
  }
  return config.programs.empty() ? "programs" : "";
}

}  // namespace

std::expected<Config, std::string> read_config(std::string text) {
  JsonDocument json;
  if (const auto error = json.parse(std::move(text), JsonDialect::Strict))
    return std::unexpected(error->message);
  if (!json.is(json.root(), JsonKind::Object)) return std::unexpected("it holds no object");
  Config config;
  const std::string wrong = read_members(json, config);
  if (!wrong.empty()) return std::unexpected("its `" + wrong + "` is missing or wrong");
  return config;
}

}  // namespace perry::scan
