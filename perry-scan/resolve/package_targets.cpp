#include "perry-scan/resolve/package_targets.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "perry-scan/resolve/specifier.h"

namespace perry::scan {

namespace {

constexpr int kDeepestTarget = 100;

// One segment of a path: whether it would lead out of where the package says it is.
bool is_forbidden_segment(std::string_view segment) {
  std::string plain;
  for (size_t i = 0; i < segment.size(); i++) {
    char c = segment[i];
    if (c == '%' && i + 2 < segment.size()) {
      auto value = [](char digit) {
        if (digit >= '0' && digit <= '9') return digit - '0';
        const char lower = static_cast<char>(digit | 0x20);
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
      };
      const int high = value(segment[i + 1]);
      const int low = value(segment[i + 2]);
      if (high >= 0 && low >= 0) {
        c = static_cast<char>(high * 16 + low);
        i += 2;
      }
    }
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return plain == "." || plain == ".." || plain == "node_modules";
}

bool has_forbidden_segment(std::string_view path) {
  size_t start = 0;
  while (start <= path.size()) {
    const size_t end = std::min(path.find_first_of("/\\", start), path.size());
    if (is_forbidden_segment(path.substr(start, end - start))) return true;
    start = end + 1;
  }
  return false;
}

bool is_array_index(std::string_view key) {
  if (key.empty() || key.size() > 10 || (key[0] == '0' && key.size() > 1)) return false;
  uint64_t value = 0;
  for (char c : key) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + static_cast<uint64_t>(c - '0');
  }
  return value < 0xFFFFFFFF;
}

enum class TargetKind : uint8_t { Export, Import };

// What one target says for one subpath.
class TargetResolver {
 public:
  TargetResolver(const JsonDocument& json, TargetKind kind, const Conditions& conditions)
      : json_(json), kind_(kind), conditions_(conditions) {}

  // `match` stands for `*` when the key is a pattern.
  TargetResult resolve(JsonId target, const std::string_view* match, int depth = 0) const {
    if (depth > kDeepestTarget)
      return {TargetStatus::InvalidConfig, "", target, "conditions are nested too deeply"};
    switch (json_.kind(target)) {
      case JsonKind::String:
        return resolve_string(target, match);
      case JsonKind::Array:
        return resolve_array(target, match, depth);
      case JsonKind::Object:
        return resolve_object(target, match, depth);
      case JsonKind::Null:
        return {TargetStatus::Closed, "", target, ""};
      default:
        return {TargetStatus::InvalidTarget, "", target,
                "a target is a string, an array, an object or null"};
    }
  }

 private:
  TargetResult resolve_string(JsonId at, const std::string_view* match) const {
    const std::string_view target = json_.string(at);
    if (!target.starts_with("./")) {
      if (kind_ == TargetKind::Import && !target.starts_with("../") && !target.starts_with('/') &&
          url_scheme(target).empty())
        return {TargetStatus::Package, match ? fill_pattern(target, *match) : std::string(target),
                at, ""};
      return {TargetStatus::InvalidTarget, "", at,
              url_scheme(target).empty() ? "a target starts with `./`"
                                         : "a target is a path or a package, not a URL"};
    }
    if (has_forbidden_segment(target.substr(2)))
      return {TargetStatus::InvalidTarget, "", at,
              "a target has no `.`, `..` or `node_modules` in it"};
    if (match == nullptr) return {TargetStatus::File, std::string(target), at, ""};
    if (has_forbidden_segment(*match))
      return {TargetStatus::InvalidSubpath, "", at,
              "`*` stands for no `.`, `..` or `node_modules`"};
    return {TargetStatus::File, fill_pattern(target, *match), at, ""};
  }

  // The first target that is valid is taken, whether or not there is such a file.
  TargetResult resolve_array(JsonId array, const std::string_view* match, int depth) const {
    TargetResult last{TargetStatus::Closed, "", array, ""};
    bool only_skipped = true;
    for (JsonId item = json_.first_child(array); item; item = json_.next(item)) {
      TargetResult result = resolve(item, match, depth + 1);
      if (result.status == TargetStatus::NoCondition) continue;
      only_skipped = false;
      if (result.status != TargetStatus::InvalidTarget && result.status != TargetStatus::Closed)
        return result;
      last = std::move(result);
    }
    if (only_skipped && json_.first_child(array)) last.status = TargetStatus::NoCondition;
    return last;
  }

  TargetResult resolve_object(JsonId object, const std::string_view* match, int depth) const {
    for (JsonId member = json_.first_child(object); member; member = json_.next(member)) {
      if (is_array_index(json_.key(member)))
        return {TargetStatus::InvalidConfig, "", member, "a condition is not a number"};
    }
    for (JsonId member = json_.first_child(object); member; member = json_.next(member)) {
      const std::string_view key = json_.key(member);
      if (key != "default" && !conditions_.has(key)) continue;
      TargetResult result = resolve(member, match, depth + 1);
      if (result.status != TargetStatus::NoCondition) return result;
    }
    return {TargetStatus::NoCondition, "", object, ""};
  }

  const JsonDocument& json_;
  TargetKind kind_;
  const Conditions& conditions_;
};

// The member of `table` that `name` selects, and what `*` stands for.
struct Match {
  JsonId target;
  bool is_pattern = false;
  std::string_view star;
};

Match match_key(const JsonDocument& json, JsonId table, std::string_view name) {
  if (name.find('*') == std::string_view::npos && !name.ends_with('/')) {
    if (const JsonId exact = json.find(table, name)) return {exact, false, {}};
  }
  Match best;
  std::string_view best_key;
  for (JsonId member = json.first_child(table); member; member = json.next(member)) {
    const std::string_view key = json.key(member);
    const size_t star = key.find('*');
    if (star == std::string_view::npos || key.rfind('*') != star) continue;
    if (name.size() < key.size() || !name.starts_with(key.substr(0, star)) ||
        !name.ends_with(key.substr(star + 1)))
      continue;
    if (best.target && compare_pattern_keys(best_key, key) != 1) continue;
    best_key = key;
    best = {member, true, name.substr(star, name.size() - (key.size() - 1))};
  }
  return best;
}

TargetResult resolve_match(const JsonDocument& json, TargetKind kind, const Conditions& conditions,
                           const Match& match) {
  if (match.target.is_none()) return {};
  return TargetResolver(json, kind, conditions)
      .resolve(match.target, match.is_pattern ? &match.star : nullptr);
}

bool has_mixed_keys(const JsonDocument& json, JsonId object) {
  bool has_subpath = false;
  bool has_condition = false;
  for (JsonId member = json.first_child(object); member; member = json.next(member))
    (json.key(member).starts_with('.') ? has_subpath : has_condition) = true;
  return has_subpath && has_condition;
}

void collect_conditions(const JsonDocument& json, JsonId target, std::vector<std::string>& out,
                        int depth) {
  if (depth > kDeepestTarget) return;
  const bool is_object = json.is(target, JsonKind::Object);
  if (!is_object && !json.is(target, JsonKind::Array)) return;
  for (JsonId member = json.first_child(target); member; member = json.next(member)) {
    if (is_object && std::ranges::find(out, json.key(member)) == out.end() && out.size() < 20)
      out.emplace_back(json.key(member));
    collect_conditions(json, member, out, depth + 1);
  }
}

}  // namespace

void Conditions::add(std::string_view name) {
  if (!has(name)) names_.emplace_back(name);
}

bool Conditions::has(std::string_view name) const {
  return std::ranges::find(names_, name) != names_.end();
}

bool is_main_export(const JsonDocument& json, JsonId exports) {
  if (!json.is(exports, JsonKind::Object)) return true;
  const JsonId first = json.first_child(exports);
  return first && !json.key(first).starts_with('.');
}

TargetResult resolve_exports(const Manifest& manifest, std::string_view subpath,
                             const Conditions& conditions) {
  const JsonDocument& json = manifest.json;
  if (json.is(manifest.exports, JsonKind::Object) && has_mixed_keys(json, manifest.exports))
    return {TargetStatus::InvalidConfig, "", manifest.exports,
            "`exports` has both subpaths and conditions"};
  if (is_main_export(json, manifest.exports)) {
    if (subpath != ".") return {};
    const JsonKind kind = json.kind(manifest.exports);
    if (kind == JsonKind::Number || kind == JsonKind::Boolean) return {};
    return resolve_match(json, TargetKind::Export, conditions, {manifest.exports, false, {}});
  }
  return resolve_match(json, TargetKind::Export, conditions,
                       match_key(json, manifest.exports, subpath));
}

TargetResult resolve_imports(const Manifest& manifest, std::string_view name,
                             const Conditions& conditions) {
  return resolve_match(manifest.json, TargetKind::Import, conditions,
                       match_key(manifest.json, manifest.imports, name));
}

int compare_pattern_keys(std::string_view a, std::string_view b) {
  const size_t a_star = a.find('*');
  const size_t b_star = b.find('*');
  const size_t a_base = a_star == std::string_view::npos ? a.size() : a_star + 1;
  const size_t b_base = b_star == std::string_view::npos ? b.size() : b_star + 1;
  if (a_base != b_base) return a_base > b_base ? -1 : 1;
  if (a_star == std::string_view::npos) return 1;
  if (b_star == std::string_view::npos) return -1;
  if (a.size() != b.size()) return a.size() > b.size() ? -1 : 1;
  return 0;
}

std::string fill_pattern(std::string_view pattern, std::string_view text) {
  std::string out;
  for (char c : pattern) {
    if (c == '*') {
      out += text;
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<std::string> exported_subpaths(const Manifest& manifest) {
  const JsonDocument& json = manifest.json;
  if (is_main_export(json, manifest.exports)) return {"."};
  std::vector<std::string> subpaths;
  for (JsonId member = json.first_child(manifest.exports); member; member = json.next(member)) {
    if (json.kind(member) != JsonKind::Null) subpaths.emplace_back(json.key(member));
  }
  return subpaths;
}

std::vector<std::string> conditions_of_target(const JsonDocument& json, JsonId target) {
  std::vector<std::string> conditions;
  collect_conditions(json, target, conditions, 0);
  return conditions;
}

}  // namespace perry::scan
