#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace perry::generator {

// How a process ended.
struct Exit {
  int code = 0;
  int signal = 0;  // what killed it, or 0
  bool ok() const { return code == 0 && signal == 0; }
};

// What a process reads and writes: the same as this one, or nothing.
enum class Streams : bool { Shared, None };

// Runs a program in a folder and waits for it. Nothing when it could not be started.
std::optional<Exit> run_process(const std::vector<std::string>& command, const std::string& folder,
                                Streams streams = Streams::Shared);

// What a program writes to standard output; nothing when it could not be started or failed.
std::optional<std::string> read_output(const std::vector<std::string>& command,
                                       const std::string& folder);

// A program whose output, both kinds in one, is read line by line while it runs.
class ChildProcess {
 public:
  // `variable`, `NAME=value`, is added to its environment.
  static std::optional<ChildProcess> start(const std::vector<std::string>& command,
                                           const std::string& folder, const std::string& variable);
  ChildProcess(ChildProcess&& other) noexcept;
  ChildProcess& operator=(ChildProcess&&) = delete;
  ~ChildProcess();

  // The next line, without its end; nothing behind the last one.
  std::optional<std::string> read_line();
  // When it has written all that it had to say.
  Exit wait();

 private:
  ChildProcess(int pid, int output) : pid_(pid), output_(output) {}

  int pid_;
  int output_;
  std::string pending_;
};

// Becomes the program. Returns only when that fails.
void become(const std::vector<std::string>& command);

// A program on PATH; empty when there is none.
std::string find_on_path(std::string_view name);
// The folder of the running program.
std::string program_folder();
std::string current_directory();
bool is_executable(const std::string& path);
bool is_terminal_output();
// In columns; 80 where nobody knows.
int terminal_width();
// Makes a file in a folder that nobody but the user may read.
bool write_private_file(const std::string& folder, const std::string& path, std::string_view text);
// Until what is written from now on has a later time than what was written before: file systems
// read a coarse clock.
void wait_for_later_file_times();
// Makes `path` a link to `target`, whatever there was.
bool make_link(const std::string& target, const std::string& path);

void say(std::string_view text);        // standard output
void say_error(std::string_view text);  // standard error, as it is
void flush_output();
void complain(std::string_view text);  // standard error, with our name in front

}  // namespace perry::generator
