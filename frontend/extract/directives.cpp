#include "frontend/extract/directives.h"

#include <algorithm>
#include <optional>

#include "frontend/diag/codes.h"

namespace perry::frontend {

namespace {

constexpr std::string_view kBlank = " \t\v\f\r\n";

std::string_view trim_start(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text;
}

std::string_view take_word(std::string_view& text) {
  const size_t end = std::min(text.find_first_of(kBlank), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end);
  return word;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool equals_ignoring_case(std::string_view a, std::string_view lower_case) {
  return std::ranges::equal(a, lower_case, {}, lower);
}

struct Attribute {
  std::string_view name;
  Directive::Kind kind;
};
// In TypeScript's order of preference.
constexpr Attribute kAttributes[] = {
    {"no-default-lib", Directive::Kind::ReferenceNoDefaultLib},
    {"types", Directive::Kind::ReferenceTypes},
    {"lib", Directive::Kind::ReferenceLib},
    {"path", Directive::Kind::ReferencePath},
};
constexpr Attribute kJsxPragmas[] = {
    {"jsx", Directive::Kind::Jsx},
    {"jsxfrag", Directive::Kind::JsxFragment},
    {"jsxruntime", Directive::Kind::JsxRuntime},
    {"jsximportsource", Directive::Kind::JsxImportSource},
};

class DirectiveReader {
 public:
  DirectiveReader(std::string_view source, const SourceOptions& options,
                  support::DiagnosticSink& sink)
      : source_(source), options_(options), sink_(sink) {}

  void read(const Comment& comment) {
    const std::string_view text = source_.substr(comment.start, comment.end - comment.start);
    if (comment.kind == Comment::Kind::Block) return block(text);
    if (comment.kind != Comment::Kind::Line) return;
    if (text.starts_with("///") && trim_start(text.substr(3)).starts_with("<"))
      return reference(text);
    line(text.substr(text.starts_with("///") ? 3 : 2));
  }

  std::vector<Directive> take() { return std::move(directives_); }

 private:
  support::Span span_of(std::string_view part) const {
    const auto start = static_cast<uint32_t>(part.data() - source_.data());
    return {start, start + static_cast<uint32_t>(part.size())};
  }

  void add(Directive::Kind kind, std::string_view value) {
    directives_.push_back({kind, std::string(value), span_of(value)});
  }

  // `/// <reference path="x" />`. Other elements belong to other tools.
  void reference(std::string_view text) {
    std::string_view rest = trim_start(text.substr(3)).substr(1);
    const size_t end = rest.find("/>");
    if (take_word(rest) != "reference" || end == std::string_view::npos) return;
    rest = rest.substr(0, rest.find("/>"));
    for (const Attribute& attribute : kAttributes) {
      const auto value = find_attribute(rest, attribute.name);
      if (!value) continue;
      if (attribute.kind != Directive::Kind::ReferenceNoDefaultLib || *value == "true")
        add(attribute.kind, *value);
      return;
    }
    if (options_.typescript()) sink_.report(diag::kReferenceDirective, span_of(text));
  }

  static std::optional<std::string_view> find_attribute(std::string_view text,
                                                        std::string_view name) {
    for (size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
      if (at == 0 || kBlank.find(text[at - 1]) == std::string_view::npos) continue;
      std::string_view rest = trim_start(text.substr(at + name.size()));
      if (!rest.starts_with('=')) continue;
      rest = trim_start(rest.substr(1));
      if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) continue;
      const size_t end = rest.find(rest[0], 1);
      if (end != std::string_view::npos) return rest.substr(1, end - 1);
    }
    return std::nullopt;
  }

  // `// @ts-check`, with or without words behind it.
  void line(std::string_view text) {
    text = trim_start(text);
    if (!text.starts_with('@')) return;
    const std::string_view name =
        text.substr(1, std::min(text.find_first_of(" \t:"), text.size()) - 1);
    if (equals_ignoring_case(name, "ts-check"))
      directives_.push_back(
          {Directive::Kind::TsCheck, {}, span_of(text.substr(0, name.size() + 1))});
    else if (equals_ignoring_case(name, "ts-nocheck"))
      directives_.push_back(
          {Directive::Kind::TsNoCheck, {}, span_of(text.substr(0, name.size() + 1))});
    else if (!options_.typescript())
      jsx_pragmas(text);  // as Babel reads them
  }

  void block(std::string_view text) {
    if (text.ends_with("*/")) text.remove_suffix(2);
    jsx_pragmas(text);
  }

  void jsx_pragmas(std::string_view text) {
    for (size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
      std::string_view rest = text.substr(at + 1);
      const std::string_view name = take_word(rest);
      const auto pragma = std::ranges::find_if(kJsxPragmas, [&](const Attribute& known) {
        return equals_ignoring_case(name, known.name);
      });
      if (pragma == std::end(kJsxPragmas)) continue;
      rest = rest.substr(0, rest.find_first_of("\r\n"));
      rest = trim_start(rest);
      const std::string_view value = take_word(rest);
      if (value.empty()) continue;
      if (pragma->kind == Directive::Kind::JsxRuntime && value != "classic" && value != "automatic")
        sink_.report(diag::kJsxRuntimePragma, span_of(value), value);
      add(pragma->kind, value);
    }
  }

  std::string_view source_;
  const SourceOptions& options_;
  support::DiagnosticSink& sink_;
  std::vector<Directive> directives_;
};

}  // namespace

std::vector<Directive> read_directives(std::string_view source, std::span<const Comment> comments,
                                       uint32_t code_start, const SourceOptions& options,
                                       support::DiagnosticSink& sink) {
  DirectiveReader reader(source, options, sink);
  for (const Comment& comment : comments) {
    if (comment.start >= code_start) break;
    reader.read(comment);
  }
  return reader.take();
}

}  // namespace perry::frontend
