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

// Runs a program in a folder and waits for it. `quiet` swallows what it writes to standard output.
// Nothing when it could not be started.
enum class Output : bool { Shown, Hidden };
std::optional<Exit> run_process(const std::vector<std::string>& command, const std::string& folder,
                                Output output = Output::Shown);
// Becomes the program. Returns only when that fails.
void become(const std::vector<std::string>& command);

// A program on PATH; empty when there is none.
std::string find_on_path(std::string_view name);
// The folder of the running program.
std::string program_folder();
std::string current_directory();
bool is_executable(const std::string& path);
// Makes `path` a link to `target`, whatever there was.
bool make_link(const std::string& target, const std::string& path);

void say(std::string_view text);       // standard output
void complain(std::string_view text);  // standard error, with our name in front

}  // namespace perry::generator
