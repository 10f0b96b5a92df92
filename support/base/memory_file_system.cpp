#include "support/base/memory_file_system.h"

#include <cerrno>
#include <deque>
#include <utility>

#include "support/base/path.h"

namespace perry::support {

struct MemoryFileSystem::Node {
  FileStat stat;
  // A file's bytes or a link's target.
  std::string contents;
  std::map<std::string, std::unique_ptr<Node>, std::less<>> children;
  bool is_denied = false;

  bool is_directory() const { return stat.kind == FileKind::Directory; }
};

// Where a path leads: a directory, a name in it, and what the name stands for, if anything.
struct MemoryFileSystem::Place {
  Node* parent = nullptr;
  std::string name;
  Node* node = nullptr;
  std::string real_path;
};

namespace {

// As many links as Linux follows.
constexpr int kMostLinks = 40;

std::deque<std::string> split(std::string_view path) {
  std::deque<std::string> names;
  while (!path.empty()) {
    const size_t slash = path.find('/');
    const std::string_view name = path.substr(0, slash);
    if (!name.empty() && name != ".") names.emplace_back(name);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  return names;
}

std::unexpected<FsError> failure(int number, std::string_view path) {
  return std::unexpected(FsError::from_errno(number, path));
}

}  // namespace

MemoryFileSystem::MemoryFileSystem() : root_(make_node(FileKind::Directory)) {}

MemoryFileSystem::~MemoryFileSystem() = default;

std::unique_ptr<MemoryFileSystem::Node> MemoryFileSystem::make_node(FileKind kind) {
  auto node = std::make_unique<Node>();
  node->stat = {kind, 0, time_ns_, next_inode_++, 1};
  return node;
}

// Follows every link. The last name may be missing, since a write wants to know where it goes.
FsResult<MemoryFileSystem::Place> MemoryFileSystem::locate(std::string_view path) {
  if (path.empty()) return failure(ENOENT, path);
  std::deque<std::string> rest = split(path);
  std::vector<std::pair<Node*, std::string>> trail{{root_.get(), ""}};
  int links = 0;
  while (!rest.empty()) {
    const std::string name = std::move(rest.front());
    rest.pop_front();
    Node* directory = trail.back().first;
    if (!directory->is_directory()) return failure(ENOTDIR, path);
    if (name == "..") {
      if (trail.size() > 1) trail.pop_back();
      continue;
    }
    const auto child = directory->children.find(name);
    if (child == directory->children.end()) {
      if (!rest.empty()) return failure(ENOENT, path);
      return Place{directory, name, nullptr, trail.back().second + '/' + name};
    }
    Node* node = child->second.get();
    if (node->stat.kind != FileKind::Symlink) {
      trail.emplace_back(node, trail.back().second + '/' + name);
      continue;
    }
    if (++links > kMostLinks) return failure(ELOOP, path);
    if (is_absolute_path(node->contents)) trail.resize(1);
    const std::deque<std::string> target = split(node->contents);
    rest.insert(rest.begin(), target.begin(), target.end());
  }
  Node* node = trail.back().first;
  if (path.ends_with('/') && !node->is_directory()) return failure(ENOTDIR, path);
  if (trail.size() == 1) return Place{nullptr, "", node, "/"};
  const std::string& real = trail.back().second;
  return Place{trail[trail.size() - 2].first, std::string(path_base_name(real)), node, real};
}

FsResult<MemoryFileSystem::Node*> MemoryFileSystem::find(std::string_view path) {
  FsResult<Place> place = locate(path);
  if (!place) return std::unexpected(std::move(place).error());
  if (place->node == nullptr) return failure(ENOENT, path);
  return place->node;
}

FsResult<std::string> MemoryFileSystem::read_file(std::string_view path, size_t limit) {
  FsResult<Node*> node = find(path);
  if (!node) return std::unexpected(std::move(node).error());
  if ((*node)->is_denied) return failure(EACCES, path);
  if ((*node)->is_directory()) return failure(EISDIR, path);
  if ((*node)->stat.kind == FileKind::Other)
    return std::unexpected(FsError{FsErrorKind::SpecialFile, 0, std::string(path)});
  if ((*node)->contents.size() > limit)
    return std::unexpected(FsError{FsErrorKind::TooLarge, 0, std::string(path)});
  return (*node)->contents;
}

FsResult<FileStat> MemoryFileSystem::stat(std::string_view path) {
  FsResult<Node*> node = find(path);
  if (!node) return std::unexpected(std::move(node).error());
  return (*node)->stat;
}

FsResult<std::vector<DirectoryEntry>> MemoryFileSystem::list_directory(std::string_view path) {
  FsResult<Node*> node = find(path);
  if (!node) return std::unexpected(std::move(node).error());
  if (!(*node)->is_directory()) return failure(ENOTDIR, path);
  if ((*node)->is_denied) return failure(EACCES, path);
  std::vector<DirectoryEntry> entries;
  for (const auto& [name, child] : (*node)->children) entries.push_back({name, child->stat.kind});
  return entries;
}

FsResult<std::string> MemoryFileSystem::real_path(std::string_view path) {
  FsResult<Place> place = locate(path);
  if (!place) return std::unexpected(std::move(place).error());
  if (place->node == nullptr) return failure(ENOENT, path);
  return place->real_path;
}

// A write replaces the file, as the rename of the real one does, so the inode changes.
void MemoryFileSystem::put(const Place& place, FileKind kind, std::string_view contents) {
  std::unique_ptr<Node> node = make_node(kind);
  node->contents = contents;
  node->stat.size = contents.size();
  place.parent->children[place.name] = std::move(node);
  place.parent->stat.mtime_ns = time_ns_;
}

FsResult<WriteOutcome> MemoryFileSystem::write_if_changed(std::string_view path,
                                                          std::string_view contents, Durability) {
  FsResult<Place> place = locate(path);
  if (!place) return std::unexpected(std::move(place).error());
  const Node* old = place->node;
  if (old != nullptr && old->is_directory()) return failure(EISDIR, path);
  if (old != nullptr && old->stat.kind == FileKind::Other)
    return std::unexpected(FsError{FsErrorKind::SpecialFile, 0, std::string(path)});
  if (old != nullptr && !old->is_denied && old->contents == contents)
    return WriteOutcome::Unchanged;
  if (next_write_error_ != 0) return failure(std::exchange(next_write_error_, 0), path);
  if (place->parent->is_denied) return failure(EACCES, path);
  put(*place, FileKind::File, contents);
  return WriteOutcome::Written;
}

FsResult<void> MemoryFileSystem::make_directories(std::string_view path) {
  const std::string normal = join_path("/", path);
  if (normal == "/") return {};
  FsResult<Place> place = locate(normal);
  if (!place && place.error().kind == FsErrorKind::NotFound) {
    FsResult<void> parent = make_directories(path_directory(normal));
    if (!parent) return parent;
    place = locate(normal);
  }
  if (!place) return std::unexpected(std::move(place).error());
  if (place->node == nullptr) {
    if (place->parent->is_denied) return failure(EACCES, path);
    put(*place, FileKind::Directory, "");
  } else if (!place->node->is_directory()) {
    return failure(ENOTDIR, path);
  }
  return {};
}

FsResult<void> MemoryFileSystem::remove_file(std::string_view path) {
  // The last name is removed, not what it links to.
  FsResult<Node*> parent = find(join_path("/", path_directory(path)));
  if (!parent) return std::unexpected(std::move(parent).error());
  const auto child = (*parent)->children.find(path_base_name(path));
  if (child == (*parent)->children.end()) return failure(ENOENT, path);
  if (child->second->is_directory()) return failure(EISDIR, path);
  if ((*parent)->is_denied) return failure(EACCES, path);
  (*parent)->children.erase(child);
  (*parent)->stat.mtime_ns = time_ns_;
  return {};
}

FsResult<void> MemoryFileSystem::add_node(std::string_view path, FileKind kind,
                                          std::string_view contents) {
  if (FsResult<void> made = make_directories(path_directory(join_path("/", path))); !made)
    return made;
  FsResult<Place> place = locate(join_path("/", path));
  if (!place) return std::unexpected(std::move(place).error());
  if (place->node != nullptr && place->node->is_directory()) return failure(EISDIR, path);
  put(*place, kind, contents);
  return {};
}

FsResult<void> MemoryFileSystem::add_file(std::string_view path, std::string_view contents) {
  return add_node(path, FileKind::File, contents);
}

FsResult<void> MemoryFileSystem::add_symlink(std::string_view path, std::string_view target) {
  return add_node(path, FileKind::Symlink, target);
}

FsResult<void> MemoryFileSystem::add_special_file(std::string_view path) {
  return add_node(path, FileKind::Other, "");
}

FsResult<void> MemoryFileSystem::deny_access(std::string_view path) {
  FsResult<Node*> node = find(path);
  if (!node) return std::unexpected(std::move(node).error());
  (*node)->is_denied = true;
  return {};
}

}  // namespace perry::support
