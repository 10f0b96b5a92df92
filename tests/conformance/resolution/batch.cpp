#include <chrono>
#include <iostream>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "perry-scan/resolve/resolver.h"
#include "support/base/real_file_system.h"

// Answers one request a line: rules, conditions (with commas), kind, importer and specifier, with
// tabs between them. An answer is "ok", format, path and suffix, or "fail", kind, message and
// hints; nothing but the specifier is checked. At the end the time is told on the error output.

namespace {

using namespace perry;

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

scan::RequestKind kind_of(std::string_view name) {
  if (name == "require") return scan::RequestKind::Require;
  if (name == "type-import") return scan::RequestKind::TypeImport;
  if (name == "type-require") return scan::RequestKind::TypeRequire;
  if (name == "asset") return scan::RequestKind::Asset;
  return scan::RequestKind::Import;
}

void print(const scan::Resolution& resolution) {
  if (resolution.ok()) {
    std::cout << "ok\t" << scan::to_string(resolution.format) << '\t' << resolution.path << '\t'
              << resolution.suffix << '\n';
    return;
  }
  const scan::Failure& failure = *resolution.failure;
  std::cout << "fail\t" << scan::to_string(failure.kind) << '\t' << failure.message;
  for (const std::string& hint : failure.hints) std::cout << "; " << hint;
  if (failure.kind == scan::FailureKind::UnknownFormat) std::cout << '\t' << failure.tried[0].path;
  std::cout << '\n';
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  support::RealFileSystem files;
  std::map<std::string, std::unique_ptr<scan::Resolver>> resolvers;
  std::chrono::nanoseconds spent{};
  size_t count = 0;
  size_t facts = 0;
  std::string line;
  while (std::getline(std::cin, line)) {
    const std::vector<std::string> fields = split(line, '\t');
    if (fields.size() != 5) {
      std::cerr << "expected five fields in: " << line << '\n';
      return 2;
    }
    std::unique_ptr<scan::Resolver>& resolver = resolvers[fields[0] + '\t' + fields[1]];
    if (resolver == nullptr) {
      scan::ResolverOptions options;
      options.project =
          fields[0] == "bundler" ? scan::ModuleResolution::Bundler : scan::ModuleResolution::Node;
      options.conditions.clear();
      if (!fields[1].empty()) options.conditions = split(fields[1], ',');
      resolver = std::make_unique<scan::Resolver>(files, std::move(options));
    }
    const auto start = std::chrono::steady_clock::now();
    const scan::Resolution resolution = resolver->resolve(
        {.specifier = fields[4], .importer = fields[3], .kind = kind_of(fields[2])});
    spent += std::chrono::steady_clock::now() - start;
    count++;
    facts += resolution.facts.size();
    print(resolution);
  }
  std::cerr << count << " requests, " << facts << " facts, "
            << std::chrono::duration_cast<std::chrono::microseconds>(spent).count() << " us\n";
  return 0;
}
