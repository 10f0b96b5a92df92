#include "perry-cc/driver/source_input.h"

#include <algorithm>

#include "perry-cc/driver/codes.h"
#include "perry-cc/driver/standard_streams.h"
#include "support/base/utf8.h"
#include "support/diag/codes.h"

namespace perry::cc {

namespace {

using support::FsErrorKind;

void report_unreadable(const support::FsError& error, std::string_view name,
                       support::DiagnosticSink& sink) {
  switch (error.kind) {
    case FsErrorKind::NotFound:
    case FsErrorKind::NotDirectory:
      sink.report(support::kFileNotFound, {}, name);
      break;
    case FsErrorKind::IsDirectory:
      sink.report(support::kFileIsDirectory, {}, name);
      break;
    case FsErrorKind::SpecialFile:
      sink.report(support::kFileIsSpecial, {}, name);
      break;
    case FsErrorKind::TooLarge:
      sink.report(support::kFileTooLarge, {}, name, static_cast<int64_t>(kLargestSource));
      break;
    case FsErrorKind::SymlinkCycle:
      sink.report(support::kSymlinkCycle, {}, name);
      break;
    default:
      sink.report(support::kFileUnreadable, {}, name, error.reason());
  }
}

bool is_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

// Source text may hold a zero character, in a comment say, and may be damaged, but a file that
// begins with both is something else altogether.
bool is_binary(std::string_view text) {
  constexpr size_t kLooked = 4096;
  const std::string_view head = text.substr(0, std::min(kLooked, text.size()));
  if (head.find('\0') == std::string_view::npos) return false;
  // A character that the cut goes through is no sign of anything.
  constexpr size_t kLongestCharacter = 4;
  const size_t end = head.size() == text.size() ? head.size() : head.size() - kLongestCharacter;
  for (size_t i = 0; i < end;) {
    const support::Utf8Step step = support::decode_utf8(head, i);
    if (step.is_malformed) return true;
    i += step.size;
  }
  return false;
}

}  // namespace

std::optional<support::SourceFile> read_source(support::FileSystem& files, std::string_view path,
                                               support::DiagnosticSink& sink) {
  const bool is_stdin = path == "-";
  const std::string_view name = is_stdin ? "standard input" : path;
  auto contents =
      is_stdin ? read_standard_input(kLargestSource) : files.read_file(path, kLargestSource);
  if (!contents) {
    report_unreadable(contents.error(), name, sink);
    return std::nullopt;
  }
  if (is_utf16(*contents)) {
    sink.report(diag::kFileIsUtf16, {}, name);
    return std::nullopt;
  }
  if (is_binary(*contents)) {
    sink.report(diag::kFileIsBinary, {}, name);
    return std::nullopt;
  }
  return support::SourceFile(is_stdin ? "<stdin>" : std::string(path), std::move(*contents));
}

void report_unwritable(const support::FsError& error, support::DiagnosticSink& sink) {
  sink.report(support::kFileUnwritable, {}, error.path, error.reason());
}

}  // namespace perry::cc
