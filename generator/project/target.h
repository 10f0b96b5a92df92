#pragma once

#include <expected>
#include <optional>
#include <string>
#include <string_view>

// Which machine a program is for.
namespace perry::generator {

struct Target {
  std::string triple;  // x86_64-unknown-linux-gnu
  std::string cpu;     // as LLVM names it: x86-64-v2
  friend bool operator==(const Target&, const Target&) = default;
};

// The machine at hand.
struct Host {
  std::string triple;
  std::string cpu;  // the highest of the levels that it has
};
Host this_host();

// The triple of what is called by its own name or by a short one, `linux-x64`. Nothing for others.
std::optional<std::string> find_triple(std::string_view name);

// `target` and `cpu` as a user gave them, if so; the error is a sentence for that user. Levels are
// resolved here, so that what is written down means the same on every machine. Whether LLVM knows
// a processor's name, only perry-cc can tell.
std::expected<Target, std::string> choose_target(const std::optional<std::string>& target,
                                                 const std::optional<std::string>& cpu,
                                                 const Host& host);
// Whether the name is one of those that choose_target resolved and that need no asking.
bool is_known_cpu(std::string_view cpu);

}  // namespace perry::generator
