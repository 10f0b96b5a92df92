#pragma once

#include <optional>
#include <string_view>

#include "support/base/file_system.h"
#include "support/diag/diagnostic.h"
#include "support/source/source_file.h"

namespace perry::cc {

// Nobody writes such a file by hand, and a program that produced it has gone wrong.
inline constexpr size_t kLargestSource = size_t{100} * 1024 * 1024;

// The source file at `path`, or standard input for `-`. What keeps it from being read is reported
// to `sink`.
std::optional<support::SourceFile> read_source(support::FileSystem& files, std::string_view path,
                                               support::DiagnosticSink& sink);

// The diagnostic for an output that cannot be written.
void report_unwritable(const support::FsError& error, support::DiagnosticSink& sink);

}  // namespace perry::cc
