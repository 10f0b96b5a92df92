#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "support/base/file_system.h"

// What the file-system interface has no use for elsewhere.
namespace perry::scan {

// At most `size` bytes from the start of a file.
support::FsResult<std::string> read_head(const std::string& path, size_t size);
// For a program that allocates much, frees little and ends soon, on whatever thread.
void tune_memory();
// Now, by the clock that files are stamped with.
int64_t file_clock_ns();
// The same once it is past all that was stamped before the call: a few milliseconds later.
int64_t next_file_tick_ns();
support::FsResult<void> rename_file(const std::string& from, const std::string& to);
void set_file_time(const std::string& path, int64_t time_ns);
std::string current_directory();
bool is_terminal_standard_error();
void write_standard_error(std::string_view text);
void write_standard_output(std::string_view text);

// Keeps two scans from working in one folder at once. A system that has no such locks, or a folder
// that cannot be written, does without: every single file is replaced at once anyway.
class FolderLock {
 public:
  explicit FolderLock(const std::string& path);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_;
};

}  // namespace perry::scan
