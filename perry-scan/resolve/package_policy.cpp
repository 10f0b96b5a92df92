#include "perry-scan/resolve/package_policy.h"

#include <algorithm>
#include <utility>

#include "perry-scan/resolve/text.h"
#include "support/base/json_writer.h"

namespace perry::scan {

namespace {

void sort_unique(std::vector<std::string>& names) {
  std::ranges::sort(names);
  const auto repeats = std::ranges::unique(names);
  names.erase(repeats.begin(), repeats.end());
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::binary_search(names, name);
}

void write_list(support::JsonWriter& out, const std::vector<std::string>& names) {
  out.key("compilePackages");
  out.begin_array();
  for (const std::string& name : names) out.string(name);
  out.end_array();
}

}  // namespace

PackagePolicy PackagePolicy::from(const JsonDocument& package_json,
                                  std::vector<ConfigProblem>& problems, std::string_view file) {
  PackagePolicy policy;
  const JsonId perry = package_json.find(package_json.root(), "perry");
  auto read = [&](JsonId object, std::string_view name, std::vector<std::string>& names) {
    const JsonId list = package_json.find(object, "compilePackages");
    if (list.is_none()) return;
    policy.restricts_ = true;
    auto problem = [&](JsonId at) {
      problems.push_back({std::string(file), package_json.text(), package_json.span(at),
                          compose("`{}` is an array of names of packages", name)});
    };
    if (!package_json.is(list, JsonKind::Array)) return problem(list);
    for (JsonId item = package_json.first_child(list); item; item = package_json.next(item)) {
      if (package_json.is(item, JsonKind::String)) {
        names.emplace_back(package_json.string(item));
      } else {
        problem(item);
      }
    }
    sort_unique(names);
  };
  read(perry, "perry.compilePackages", policy.listed_);
  read(package_json.find(perry, "allow"), "perry.allow.compilePackages", policy.allowed_);
  return policy;
}

PolicyVerdict PackagePolicy::verdict(std::string_view package) const {
  if (!restricts_) return PolicyVerdict::Allowed;
  const bool is_listed = has(listed_, package);
  const bool is_allowed = has(allowed_, package);
  if (is_listed && is_allowed) return PolicyVerdict::Allowed;
  if (is_allowed) return PolicyVerdict::NotListed;
  return is_listed ? PolicyVerdict::NotAllowed : PolicyVerdict::NeitherListedNorAllowed;
}

std::string PackagePolicy::json_allowing(std::span<const std::string_view> packages) const {
  std::vector<std::string> listed = listed_;
  std::vector<std::string> allowed = allowed_;
  for (std::string_view package : packages) {
    listed.emplace_back(package);
    allowed.emplace_back(package);
  }
  sort_unique(listed);
  sort_unique(allowed);
  std::string text = "\"perry\": ";
  support::JsonWriter out(text);
  out.begin_object();
  write_list(out, listed);
  out.key("allow");
  out.begin_object();
  write_list(out, allowed);
  out.end_object();
  out.end_object();
  return text;
}

std::string explain_refusal(const PackagePolicy& policy, std::string_view package) {
  switch (policy.verdict(package)) {
    case PolicyVerdict::Allowed:
      return {};
    case PolicyVerdict::NotListed:
      return compose(
          "`{0}` is missing in `perry.compilePackages` of the project's "
          "package.json: add `\"{0}\"` to \"perry\": {{\"compilePackages\": […]}}",
          package);
    case PolicyVerdict::NotAllowed:
      return compose(
          "`{0}` is missing in `perry.allow.compilePackages` of the project's package.json: add "
          "`\"{0}\"` to \"perry\": {{\"allow\": {{\"compilePackages\": […]}}}}",
          package);
    case PolicyVerdict::NeitherListedNorAllowed:
      return compose(
          "`{0}` is missing in `perry.compilePackages` and in `perry.allow.compilePackages` of the "
          "project's package.json: add `\"{0}\"` to \"perry\": {{\"compilePackages\": […], "
          "\"allow\": {{\"compilePackages\": […]}}}}",
          package);
  }
  return {};
}

std::string policy_hint(const PackagePolicy& policy, std::span<const std::string_view> packages) {
  std::vector<std::string> names;
  for (std::string_view package : packages) {
    if (policy.verdict(package) != PolicyVerdict::Allowed) names.emplace_back(package);
  }
  sort_unique(names);
  if (names.empty()) return {};
  const std::vector<std::string_view> views(names.begin(), names.end());
  return compose("to allow {} package{}, let the project's package.json say {}",
                 std::to_string(names.size()), names.size() == 1 ? "" : "s",
                 policy.json_allowing(views));
}

}  // namespace perry::scan
