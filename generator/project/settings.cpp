#include "generator/project/settings.h"

#include <algorithm>
#include <string_view>

#include "support/base/path.h"
#include "support/json/json.h"

namespace perry::generator {

namespace {

using support::JsonDialect;
using support::JsonDocument;
using support::JsonId;
using support::JsonKind;

// What others read is in the same member: the lists of packages are the scan's.
constexpr std::string_view kMembers[] = {"allow",  "compilePackages", "conditions", "cpu",
                                         "define", "entry",           "external",   "profile",
                                         "target", "tsconfig"};
constexpr std::string_view kProfiles[] = {"dev", "release", "size"};

class SettingsReader {
 public:
  SettingsReader(const JsonDocument& json, JsonId object, const std::string& root)
      : json_(json), object_(object), root_(root) {}

  std::expected<Settings, std::string> run();

 private:
  void need_text(std::string_view key, std::optional<std::string>& target);
  void need_list(std::string_view key, std::vector<std::string>& target);
  void read_definitions();
  void read_entries();
  void add_entry(JsonId value, std::string name);
  void fail(std::string text) {
    if (error_.empty()) error_ = "`perry` in package.json: " + std::move(text);
  }

  const JsonDocument& json_;
  JsonId object_;
  const std::string& root_;
  Settings settings_;
  std::string error_;
};

void SettingsReader::need_text(std::string_view key, std::optional<std::string>& target) {
  const JsonId value = json_.find(object_, key);
  if (value.is_none()) return;
  if (!json_.is(value, JsonKind::String)) return fail("`" + std::string(key) + "` is no string");
  target = json_.string(value);
}

void SettingsReader::need_list(std::string_view key, std::vector<std::string>& target) {
  const JsonId value = json_.find(object_, key);
  if (value.is_none()) return;
  const std::string problem = "`" + std::string(key) + "` is no array of strings";
  if (!json_.is(value, JsonKind::Array)) return fail(problem);
  for (JsonId id = json_.first_child(value); id; id = json_.next(id)) {
    if (!json_.is(id, JsonKind::String)) return fail(problem);
    target.emplace_back(json_.string(id));
  }
}

// Text is what stands behind NAME= on the command line; any other JSON stands for itself.
void SettingsReader::read_definitions() {
  const JsonId object = json_.find(object_, "define");
  if (object.is_none()) return;
  if (!json_.is(object, JsonKind::Object)) return fail("`define` is no object");
  for (JsonId id = json_.first_child(object); id; id = json_.next(id)) {
    const support::Span span = json_.span(id);
    const std::string_view value =
        json_.is(id, JsonKind::String)
            ? json_.string(id)
            : std::string_view(json_.text()).substr(span.start, span.size());
    auto definition = support::make_definition(json_.key(id), value);
    if (!definition) return fail("`define`: " + definition.error());
    settings_.definitions.push_back(std::move(*definition));
  }
}

void SettingsReader::add_entry(JsonId value, std::string name) {
  if (!json_.is(value, JsonKind::String))
    return fail("`entry` is a file, a list of files, or an object of names and files");
  settings_.entries.push_back(
      {.path = support::join_path(root_, json_.string(value)), .name = std::move(name)});
}

void SettingsReader::read_entries() {
  const JsonId value = json_.find(object_, "entry");
  if (value.is_none()) return;
  if (!json_.is(value, JsonKind::Array) && !json_.is(value, JsonKind::Object))
    return add_entry(value, {});
  for (JsonId id = json_.first_child(value); id; id = json_.next(id))
    add_entry(id, std::string(json_.key(id)));
}

std::expected<Settings, std::string> SettingsReader::run() {
  for (JsonId id = json_.first_child(object_); id; id = json_.next(id))
    if (std::ranges::find(kMembers, json_.key(id)) == std::end(kMembers))
      fail("it has no member `" + std::string(json_.key(id)) + "`");
  read_entries();
  std::optional<std::string> profile;
  need_text("profile", profile);
  if (profile && std::ranges::find(kProfiles, *profile) == std::end(kProfiles))
    fail("`profile` is dev, release or size");
  settings_.profile = profile.value_or(settings_.profile);
  need_text("target", settings_.target);
  need_text("cpu", settings_.cpu);
  need_text("tsconfig", settings_.tsconfig);
  if (settings_.tsconfig) settings_.tsconfig = support::join_path(root_, *settings_.tsconfig);
  need_list("conditions", settings_.conditions);
  need_list("external", settings_.externals);
  read_definitions();
  if (!error_.empty()) return std::unexpected(std::move(error_));
  return std::move(settings_);
}

bool is_source(std::string_view path) {
  constexpr std::string_view kDeclarations[] = {".d.ts", ".d.mts", ".d.cts"};
  return std::ranges::none_of(kDeclarations,
                              [&](std::string_view end) { return path.ends_with(end); });
}

// A project whose tsconfig.json names its one source names its entry.
void take_entry_of_tsconfig(support::FileSystem& files, const std::string& root,
                            Settings& settings) {
  auto text = files.read_file(support::join_path(root, "tsconfig.json"));
  JsonDocument json;
  // What is wrong with it, the scan will say better.
  if (!text || json.parse(std::move(*text), JsonDialect::WithComments)) return;
  const JsonId list = json.find(json.root(), "files");
  if (!json.is(list, JsonKind::Array)) return;
  std::vector<std::string_view> sources;
  for (JsonId id = json.first_child(list); id; id = json.next(id))
    if (json.is(id, JsonKind::String) && is_source(json.string(id)))
      sources.push_back(json.string(id));
  if (sources.size() == 1)
    settings.entries.push_back({.path = support::join_path(root, sources[0]), .name = {}});
}

}  // namespace

std::expected<Settings, std::string> read_settings(support::FileSystem& files,
                                                   const std::string& root) {
  Settings settings;
  auto text = files.read_file(support::join_path(root, "package.json"));
  if (text) {
    JsonDocument json;
    if (const auto error = json.parse(std::move(*text), JsonDialect::Strict))
      return std::unexpected("package.json is no JSON: " + error->message);
    const JsonId object = json.find(json.root(), "perry");
    if (!object.is_none()) {
      if (!json.is(object, JsonKind::Object))
        return std::unexpected("`perry` in package.json is no object");
      auto read = SettingsReader(json, object, root).run();
      if (!read) return read;
      settings = std::move(*read);
    }
  }
  if (settings.entries.empty()) take_entry_of_tsconfig(files, root, settings);
  return settings;
}

std::expected<void, std::string> apply(const Options& options, const std::string& here,
                                       Settings& settings) {
  if (options.profile) settings.profile = *options.profile;
  if (options.library) settings.output = *options.library;
  if (options.target) settings.target = options.target;
  // A processor belongs to its target.
  if (options.cpu || options.target) settings.cpu = options.cpu;
  if (options.tsconfig) settings.tsconfig = support::join_path(here, *options.tsconfig);
  const auto add = [](std::vector<std::string>& to, const std::vector<std::string>& more) {
    to.insert(to.end(), more.begin(), more.end());
  };
  add(settings.conditions, options.conditions);
  add(settings.externals, options.externals);
  for (const std::string& text : options.definitions) {
    auto definition = support::read_definition(text);
    if (!definition) return std::unexpected("--define: " + definition.error());
    std::erase_if(settings.definitions,
                  [&](const support::Definition& d) { return d.name == definition->name; });
    settings.definitions.push_back(std::move(*definition));
  }
  // So that their order decides nothing.
  std::ranges::sort(settings.definitions, {}, &support::Definition::name);
  return {};
}

}  // namespace perry::generator
