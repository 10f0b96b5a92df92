#include "runtime/trace/source_paths.h"

#include <unistd.h>

#include <array>

namespace perry::runtime {

namespace {

bool exists(const std::string& path) { return access(path.c_str(), F_OK) == 0; }

std::string join(const std::string& folder, std::string_view path) {
  if (path.starts_with('/') || folder.empty()) return std::string(path);
  return (folder == "/" ? std::string() : folder) + '/' + std::string(path);
}

}  // namespace

SourcePaths::SourcePaths(const abi::Program* program) : program_(program) {
  std::array<char, 4096> buffer{};
  if (getcwd(buffer.data(), buffer.size()) != nullptr) start_folder_ = buffer.data();
}

const std::string& SourcePaths::root() {
  if (knows_root_ || program_ == nullptr || program_->entry_count == 0) return root_;
  knows_root_ = true;
  const abi::ModuleRecord* const main =
      program_->modules[program_->entries[program_->entry_count - 1]];
  const std::string_view source = main->info->path;
  if (exists(join(start_folder_, source))) return root_ = start_folder_;
  std::array<char, 4096> buffer{};
  const ssize_t size = readlink("/proc/self/exe", buffer.data(), buffer.size() - 1);
  std::string folder(buffer.data(), size > 0 ? static_cast<size_t>(size) : 0);
  for (;;) {
    const size_t slash = folder.rfind('/');
    if (slash == std::string::npos || folder == "/") return root_;
    folder.resize(slash == 0 ? 1 : slash);
    if (exists(join(folder, source))) return root_ = folder;
  }
}

std::string SourcePaths::absolute(const abi::ModuleInfo* module) {
  return join(root().empty() ? start_folder_ : root(), module->path);
}

std::string SourcePaths::shown(const abi::ModuleInfo* module) {
  const bool is_absolute = module->path[0] == '/';
  if (root().empty() && !is_absolute) return module->path;
  const std::string path = absolute(module);
  return module->kind == abi::ModuleKind::Esm ? file_url(path) : path;
}

std::string file_url(std::string_view path) {
  std::string url = "file://";
  for (const char c : path) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') ||
                          std::string_view("/-_.~!$&'()*+,;=:@").find(c) != std::string_view::npos;
    if (is_plain) {
      url += c;
      continue;
    }
    constexpr std::string_view kHex = "0123456789ABCDEF";
    url += '%';
    url += kHex[static_cast<uint8_t>(c) >> 4];
    url += kHex[static_cast<uint8_t>(c) & 15];
  }
  return url;
}

}  // namespace perry::runtime
