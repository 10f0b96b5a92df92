#include "perry-ld/driver/inputs.h"

#include <algorithm>
#include <charconv>

#include "perry-ld/driver/codes.h"

namespace perry::ld {

namespace {

// What lies here is for the machine itself.
constexpr const char* kOwnFolders[] = {"/usr/lib64", "/lib64", "/usr/lib", "/lib"};
// Names the archives of the runtime and the libraries that they need, one a line.
constexpr const char* kRuntimeList = "libraries.txt";

class Search {
 public:
  Search(support::FileSystem& files, const Options& options, const Platform& platform,
         support::DiagnosticSink& problems);

  std::optional<Inputs> run(frontend::OutputKind output, const std::string& runtime_folder);

 private:
  bool is_file(const std::string& path) {
    const auto stat = files_.stat(path);
    return stat && stat->kind == support::FileKind::File;
  }
  void add_system(std::vector<InputFile>& to, const std::string& name);
  void add_compiler(std::vector<InputFile>& to, const std::string& name);
  void add_library(std::vector<InputFile>& to, const std::string& name);
  void add_runtime(std::vector<InputFile>& to, const std::string& folder);
  void find_compiler();
  // `where`: of this machine; `debian`: the package's name there.
  void report_missing(const std::string& name, const char* where, const std::string& debian);
  bool is_cross() const { return !platform_.is_own && options_.system_root.empty(); }

  support::FileSystem& files_;
  const Options& options_;
  const Platform& platform_;
  support::DiagnosticSink& problems_;
  std::vector<std::string> system_folders_;
  std::string compiler_;  // where its support libraries are
  size_t failed_ = 0;
};

Search::Search(support::FileSystem& files, const Options& options, const Platform& platform,
               support::DiagnosticSink& problems)
    : files_(files), options_(options), platform_(platform), problems_(problems) {
  for (const char* const folder : platform.system_folders)
    system_folders_.push_back(options.system_root + folder);
  if (is_cross()) {
    system_folders_.emplace_back(platform.cross.system_folder);
    return;
  }
  for (const char* const folder : kOwnFolders)
    system_folders_.push_back(options.system_root + folder);
}

// The newest one installed.
void Search::find_compiler() {
  unsigned newest = 0;
  std::vector<const char*> folders(platform_.compiler_folders.begin(),
                                   platform_.compiler_folders.end());
  if (is_cross()) folders.push_back(platform_.cross.compiler_folder);
  for (const char* const folder : folders) {
    const std::string root = options_.system_root + folder;
    const auto entries = files_.list_directory(root);
    if (!entries) continue;
    for (const support::DirectoryEntry& entry : *entries) {
      unsigned version = 0;
      std::from_chars(entry.name.data(), entry.name.data() + entry.name.size(), version);
      const std::string path = root + '/' + entry.name;
      if (version <= newest || !is_file(path + "/crtbegin.o")) continue;
      newest = version;
      compiler_ = path;
    }
  }
}

void Search::report_missing(const std::string& name, const char* where, const std::string& debian) {
  failed_++;
  std::string note = where;
  if (is_cross())
    note = "it is in the package `" + debian + platform_.cross.suffix +
           "` on Debian and Ubuntu; or name the root of a system for the target with --sysroot";
  problems_.report(diag::kSystemFileMissing, {}, name).note(std::move(note));
}

void Search::add_system(std::vector<InputFile>& to, const std::string& name) {
  for (const std::string& folder : system_folders_) {
    std::string path = folder;
    path.append("/").append(name);
    if (!is_file(path)) continue;
    to.push_back({"system", std::move(path)});
    return;
  }
  report_missing(name,
                 "it belongs to the C library's files for development: the package `libc6-dev` on "
                 "Debian and Ubuntu, `glibc-devel` on Fedora",
                 "libc6-dev");
}

void Search::add_compiler(std::vector<InputFile>& to, const std::string& name) {
  const std::string path = compiler_ + '/' + name;
  if (!compiler_.empty() && is_file(path)) {
    to.push_back({"system", path});
    return;
  }
  report_missing(name,
                 "it comes with GCC's C++ library: the package `libstdc++-12-dev` or newer on "
                 "Debian and Ubuntu, `libstdc++-static` on Fedora",
                 "libstdc++-12-dev");
}

void Search::add_library(std::vector<InputFile>& to, const std::string& name) {
  std::vector<std::string> folders = options_.library_folders;
  folders.insert(folders.end(), system_folders_.begin(), system_folders_.end());
  std::vector<std::string> names = {"lib" + name + ".so", "lib" + name + ".a"};
  if (name.starts_with(':')) names = {name.substr(1)};
  for (const std::string& folder : folders) {
    for (const std::string& file : names) {
      std::string path = folder;
      path.append("/").append(file);
      if (!is_file(path)) continue;
      to.push_back({"library", std::move(path)});
      return;
    }
  }
  failed_++;
  std::string looked = "looked in";
  for (const std::string& folder : folders) looked.append(" ").append(folder);
  problems_.report(diag::kLibraryNotFound, {}, name).note(std::move(looked));
}

void Search::add_runtime(std::vector<InputFile>& to, const std::string& folder) {
  const std::string list = folder + '/' + kRuntimeList;
  const auto missing = [&](const std::string& path) {
    failed_++;
    problems_.report(diag::kRuntimeMissing, {}, path)
        .note("install Perry again, or name the folder of its runtime with --runtime");
  };
  const auto text = files_.read_file(list);
  if (!text) {
    missing(list);
    return;
  }
  std::string_view rest = *text;
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.empty()) continue;
    if (line.starts_with("-l")) {
      add_library(to, line.substr(2));
    } else {
      std::string path = folder;
      path.append("/").append(line);
      if (is_file(path)) {
        to.push_back({"runtime", std::move(path)});
      } else {
        missing(path);
      }
    }
  }
}

std::optional<Inputs> Search::run(frontend::OutputKind output, const std::string& runtime_folder) {
  find_compiler();
  Inputs inputs;
  auto& before = inputs.before_registry;
  const auto add_objects = [&] {
    for (const std::string& object : options_.objects) before.push_back({"object", object});
  };
  // The runtime, and what that needs, is linked into the host.
  if (output == frontend::OutputKind::StaticLibrary) {
    add_objects();
    return inputs;
  }
  const bool is_program = output == frontend::OutputKind::Program;
  if (is_program) add_system(before, "crt1.o");
  add_system(before, "crti.o");
  add_compiler(before, is_program ? "crtbegin.o" : "crtbeginS.o");
  add_objects();
  auto& behind = inputs.behind_registry;
  add_runtime(behind, runtime_folder);
  for (const std::string& name : options_.libraries) add_library(behind, name);
  for (const char* const name : {"libstdc++.a", "libgcc_eh.a", "libgcc.a"})
    add_compiler(behind, name);
  for (const char* const name : {"libm.so", "libc.so"}) add_system(behind, name);
  add_compiler(behind, is_program ? "crtend.o" : "crtendS.o");
  add_system(behind, "crtn.o");
  if (failed_ > 0) return std::nullopt;
  return inputs;
}

}  // namespace

std::optional<Inputs> find_inputs(support::FileSystem& files, const Options& options,
                                  const Platform& platform, frontend::OutputKind output,
                                  const std::string& runtime_folder,
                                  support::DiagnosticSink& problems) {
  return Search(files, options, platform, problems).run(output, runtime_folder);
}

std::vector<std::string> files_in_script(std::string_view text) {
  std::vector<std::string> result;
  if (text.size() > kLongestScript || text.starts_with("\177ELF")) return result;
  for (size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with("/*")) {
      const size_t end = text.find("*/", at);
      at = end == std::string_view::npos ? text.size() : end + 2;
      continue;
    }
    const size_t end = std::min(text.find_first_of(" \t\r\n()", at), text.size());
    if (end > at && text[at] == '/') result.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return result;
}

}  // namespace perry::ld
