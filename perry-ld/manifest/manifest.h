#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/base/hash256.h"

// What went into a program, kept beside it as PROGRAM.link: as long as all of it is the same, there
// is nothing to link. docs/formats/link-manifest.md describes the text.
namespace perry::ld {

struct ManifestInput {
  std::string role;  // object, runtime, library, start
  std::string path;  // as it was named or found
  support::Hash256 hash;

  friend bool operator==(const ManifestInput&, const ManifestInput&) = default;
};

struct Manifest {
  std::string linker;  // its build
  support::Hash256 plan;
  std::vector<std::string> flags;  // of the linker, in order
  std::vector<ManifestInput> inputs;
  support::Hash256 output;

  friend bool operator==(const Manifest&, const Manifest&) = default;
};

// Of everything but the output and the paths: where files lie does not change what is linked.
support::Hash256 fingerprint(const Manifest& manifest);

std::string write_manifest(const Manifest& manifest);
// Nothing for what is no manifest, damaged or another version's.
std::optional<Manifest> read_manifest(std::string_view text);

}  // namespace perry::ld
