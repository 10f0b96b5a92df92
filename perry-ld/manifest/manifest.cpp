#include "perry-ld/manifest/manifest.h"

#include "support/base/sha256.h"

namespace perry::ld {

namespace {

constexpr std::string_view kHeading = "perry link manifest 1";

// Takes the text up to `end` from the front; nothing if there is no `end`.
std::optional<std::string_view> take(std::string_view& text, char end) {
  const size_t at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view result = text.substr(0, at);
  text.remove_prefix(at + 1);
  return result;
}

std::string body_of(const Manifest& m) {
  std::string text(kHeading);
  text += "\nlinker " + m.linker;
  text += "\nplan " + m.plan.to_hex();
  text += "\noutput " + m.output.to_hex();
  for (const std::string& flag : m.flags) text += "\nflag " + flag;
  for (const ManifestInput& input : m.inputs)
    text += "\n" + input.role + ' ' + input.hash.to_hex() + ' ' + input.path;
  return text + '\n';
}

bool read_hash(std::string_view hex, support::Hash256& hash) {
  const auto value = support::Hash256::from_hex(hex);
  if (value) hash = *value;
  return value.has_value();
}

bool read_line(std::string_view line, Manifest& m) {
  const auto word = take(line, ' ');
  if (!word) return false;
  if (*word == "linker") {
    m.linker = line;
    return true;
  }
  if (*word == "plan") return read_hash(line, m.plan);
  if (*word == "output") return read_hash(line, m.output);
  if (*word == "flag") {
    m.flags.emplace_back(line);
    return true;
  }
  const auto hash = take(line, ' ');
  ManifestInput input{std::string(*word), std::string(line), {}};
  if (!hash || !read_hash(*hash, input.hash)) return false;
  m.inputs.push_back(std::move(input));
  return true;
}

}  // namespace

support::Hash256 fingerprint(const Manifest& m) {
  support::Sha256 hash;
  const auto add = [&](std::string_view text) {
    hash.update(std::to_string(text.size()) + ':');
    hash.update(text);
  };
  add(m.linker);
  add(m.plan.to_hex());
  for (const std::string& flag : m.flags) add(flag);
  for (const ManifestInput& input : m.inputs) {
    add(input.role);
    add(input.hash.to_hex());
  }
  return hash.finish();
}

std::string write_manifest(const Manifest& m) {
  std::string text = body_of(m);
  return text + "end " + support::sha256(text).to_hex() + '\n';
}

std::optional<Manifest> read_manifest(std::string_view text) {
  const size_t last = text.rfind("end ");
  if (last == std::string_view::npos || !text.ends_with('\n')) return std::nullopt;
  const std::string_view body = text.substr(0, last);
  support::Hash256 checksum;
  if (!read_hash(text.substr(last + 4, text.size() - last - 5), checksum)) return std::nullopt;
  if (checksum != support::sha256(body)) return std::nullopt;
  std::string_view rest = body;
  if (take(rest, '\n') != kHeading) return std::nullopt;
  Manifest manifest;
  while (!rest.empty()) {
    const auto line = take(rest, '\n');
    if (!line || !read_line(*line, manifest)) return std::nullopt;
  }
  return manifest;
}

}  // namespace perry::ld
