#include "perry-cc/driver/language.h"

#include "support/base/path.h"

namespace perry::cc {

namespace {

using frontend::Goal;

struct Suffix {
  std::string_view text;
  Goal goal;
  Language language;
};

// Longest first, so that `.d.ts` wins over `.ts`.
constexpr Suffix kSuffixes[] = {
    {".d.mts", Goal::Module, Language::Declarations},
    {".d.cts", Goal::CommonJS, Language::Declarations},
    {".d.ts", Goal::Module, Language::Declarations},
    {".tsx", Goal::Module, Language::Tsx},
    {".mts", Goal::Module, Language::TypeScript},
    {".cts", Goal::CommonJS, Language::TypeScript},
    {".jsx", Goal::Module, Language::Jsx},
    {".mjs", Goal::Module, Language::JavaScript},
    {".cjs", Goal::CommonJS, Language::JavaScript},
    {".ts", Goal::Module, Language::TypeScript},
    {".js", Goal::Module, Language::Jsx},
};
constexpr Suffix kUnknown = {"", Goal::Module, Language::Jsx};

// `x.d.css.ts` declares what a stylesheet exports.
bool declares_another_language(std::string_view name) {
  const size_t mark = name.find(".d.");
  return mark != std::string_view::npos && name.ends_with(".ts");
}

Suffix suffix_of(std::string_view path) {
  const std::string_view name = support::path_base_name(path);
  if (declares_another_language(name)) return {"", Goal::Module, Language::Declarations};
  for (const Suffix& s : kSuffixes)
    if (name.ends_with(s.text)) return s;
  return kUnknown;
}

}  // namespace

frontend::SourceOptions source_options(const Options& options, std::string_view path) {
  const Suffix suffix = suffix_of(path);
  const Language language = options.language.value_or(suffix.language);

  frontend::SourceOptions result;
  result.goal = options.goal.value_or(suffix.goal);
  result.annex_b = options.annex_b;
  result.jsx = language == Language::Jsx || language == Language::Tsx;
  result.declaration_file = language == Language::Declarations;
  result.reserve_angle_brackets = path.ends_with(".mts") || path.ends_with(".cts");
  result.dialect = language == Language::JavaScript || language == Language::Jsx
                       ? frontend::Dialect::JavaScript
                       : frontend::Dialect::TypeScript;
  return result;
}

}  // namespace perry::cc
