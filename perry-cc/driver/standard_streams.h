#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "frontend/dump/text_writer.h"
#include "support/base/file_system.h"
#include "support/diag/color.h"

// The three streams that a process is born with. Files are reached through a FileSystem.
namespace perry::cc {

// A reader that went away is a failed write, not a signal that kills.
void survive_closed_pipes();

// Standard output. Remembers the first failure and writes nothing after it.
class StandardOutput final : public frontend::TextSink {
 public:
  void write(std::string_view text) override;
  const std::optional<support::FsError>& error() const { return error_; }

 private:
  std::optional<support::FsError> error_;
};

// Standard input to its end, or a failure; more than `limit` bytes are one.
support::FsResult<std::string> read_standard_input(size_t limit);
// What standard input has ready, appended to `buffer`. False at the end or on a failure.
bool read_some_standard_input(std::string& buffer);

void write_standard_error(std::string_view text);

// Whether diagnostics are colored. This is all that is read from the environment: nothing that is
// compiled depends on it.
support::ColorUse standard_error_color(support::ColorChoice choice);

}  // namespace perry::cc
