#include "support/json/definition.h"

#include <algorithm>

#include "support/json/json.h"

namespace perry::support {

namespace {

constexpr std::string_view kImportMeta = "import.meta";
// What no expression begins with as a name.
constexpr std::string_view kReserved[] = {
    "await",   "break",  "case",     "catch",  "class",  "const",  "continue",   "debugger",
    "default", "delete", "do",       "else",   "enum",   "export", "extends",    "false",
    "finally", "for",    "function", "if",     "import", "in",     "instanceof", "new",
    "null",    "return", "super",    "switch", "this",   "throw",  "true",       "try",
    "typeof",  "var",    "void",     "while",  "with",   "yield"};

bool begins_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool is_identifier_name(std::string_view text) {
  return !text.empty() && begins_name(text[0]) &&
         std::ranges::all_of(text, [](char c) { return begins_name(c) || (c >= '0' && c <= '9'); });
}

bool is_dotted(std::string_view text) {
  for (;;) {
    const size_t dot = text.find('.');
    if (!is_identifier_name(text.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_json(std::string_view text) {
  JsonDocument json;
  return !json.parse(std::string(text), JsonDialect::Strict);
}

}  // namespace

bool is_value_name(std::string_view text) {
  return is_dotted(text) &&
         std::ranges::find(kReserved, text.substr(0, text.find('.'))) == std::end(kReserved);
}

bool is_definable_name(std::string_view text) {
  if (text.starts_with(kImportMeta) && text.size() > kImportMeta.size())
    return text[kImportMeta.size()] == '.' && is_dotted(text.substr(kImportMeta.size() + 1));
  return text == kImportMeta || is_value_name(text);
}

std::expected<Definition, std::string> make_definition(std::string_view name,
                                                       std::string_view value) {
  const std::string quoted = "`" + std::string(name) + "`";
  if (!is_definable_name(name))
    return std::unexpected(quoted +
                           " cannot be defined: it is no global name such as `DEBUG`, "
                           "`process.env.NODE_ENV` or `import.meta.env.MODE`");
  if (!is_json(value) && !is_value_name(value))
    return std::unexpected("`" + std::string(value) + "` cannot stand for " + quoted +
                           ": it is neither JSON nor a name; a string has double quotes, "
                           "'\"text\"'");
  return Definition{std::string(name), std::string(value)};
}

std::expected<Definition, std::string> read_definition(std::string_view text) {
  const size_t sign = text.find('=');
  if (sign == std::string_view::npos)
    return std::unexpected("`" + std::string(text) + "` says no value: write NAME=VALUE");
  return make_definition(text.substr(0, sign), text.substr(sign + 1));
}

}  // namespace perry::support
