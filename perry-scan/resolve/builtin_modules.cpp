#include "perry-scan/resolve/builtin_modules.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>

#include "perry-scan/resolve/similar_name.h"

namespace perry::scan {

namespace {

enum class Form : uint8_t { Either, PrefixOnly };

struct Row {
  std::string_view canonical;
  Form form;

  std::string_view name() const { return canonical.substr(5); }
};

constexpr Row kRows[] = {
#define PERRY_BUILTIN_MODULE(name, form) {"node:" name, Form::form},
#include "perry-scan/resolve/builtin_modules.def"
#undef PERRY_BUILTIN_MODULE
};
static_assert(std::ranges::is_sorted(kRows, {}, &Row::canonical));

}  // namespace

std::optional<std::string_view> find_builtin_module(std::string_view specifier) {
  const bool has_prefix = specifier.starts_with("node:");
  const std::string_view name = has_prefix ? specifier.substr(5) : specifier;
  const Row* row = std::ranges::lower_bound(kRows, name, {}, &Row::name);
  if (row == std::end(kRows) || row->name() != name) return std::nullopt;
  if (!has_prefix && row->form == Form::PrefixOnly) return std::nullopt;
  return row->canonical;
}

std::optional<std::string_view> similar_builtin_module(std::string_view name) {
  SimilarName best(name);
  for (const Row& row : kRows) best.consider(row.name());
  if (!best.found()) return std::nullopt;
  return find_builtin_module("node:" + std::string(*best.found()));
}

}  // namespace perry::scan
