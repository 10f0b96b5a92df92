#include "perry-scan/resolve/file_tree.h"

#include <algorithm>
#include <functional>
#include <unordered_set>
#include <utility>

#include "perry-scan/resolve/text.h"
#include "support/base/path.h"
#include "support/base/sha256.h"

namespace perry::scan {

using support::DirectoryEntry;
using support::FileKind;
using support::FsResult;

namespace {

constexpr size_t kFirstTableSize = 1024;

size_t hash_of(EntryId directory, std::string_view name) {
  const size_t hash = std::hash<std::string_view>()(name);
  return hash ^ (size_t{directory.index} * 0x9E3779B97F4A7C15ull);
}

EntryKind kind_of(FileKind kind) {
  switch (kind) {
    case FileKind::File:
      return EntryKind::File;
    case FileKind::Directory:
      return EntryKind::Directory;
    default:
      return EntryKind::Other;
  }
}

}  // namespace

FileTree::FileTree(support::FileSystem& files) : files_(files), table_(kFirstTableSize) {
  Entry& root = entries_[entries_.push_back(Entry{})];
  hidden_.push_back(Hidden{});
  root.parent = EntryId(size_t{0});
  root.real = EntryId(size_t{0});
  root.kind = EntryKind::Directory;
  hidden_[EntryId(size_t{0})].path = "/";
}

std::string_view FileTree::path(EntryId id) {
  if (!hidden_[id].path.empty()) return hidden_[id].path;
  // From the nearest ancestor whose path is known.
  std::vector<EntryId> missing;
  EntryId at = id;
  while (hidden_[at].path.empty()) {
    missing.push_back(at);
    at = entries_[at].parent;
  }
  while (!missing.empty()) {
    const EntryId next = missing.back();
    missing.pop_back();
    std::string text(hidden_[at].path);
    if (text != "/") text += '/';
    text += entries_[next].name;
    hidden_[next].path = arena_.copy(text);
    at = next;
  }
  return hidden_[id].path;
}

EntryId FileTree::find(EntryId directory, std::string_view name, size_t& slot) const {
  slot = hash_of(directory, name) & (table_.size() - 1);
  while (table_[slot]) {
    const Entry& entry = entries_[table_[slot]];
    if (entry.parent == directory && entry.name == name) return table_[slot];
    slot = (slot + 1) & (table_.size() - 1);
  }
  return EntryId::none();
}

EntryId FileTree::add(EntryId directory, std::string_view name, size_t slot) {
  Entry entry;
  entry.parent = directory;
  entry.name = arena_.copy(name);
  entry.is_in_node_modules = entries_[directory].is_in_node_modules || name == "node_modules";
  entry.real = entries_.next_id();
  const EntryId id = entries_.push_back(entry);
  hidden_.push_back(Hidden{});
  table_[slot] = id;
  if (entries_.size() * 2 > table_.size()) grow();
  return id;
}

void FileTree::grow() {
  std::vector<EntryId> old = std::exchange(table_, std::vector<EntryId>(table_.size() * 2));
  for (EntryId id : old) {
    if (id.is_none()) continue;
    size_t slot = hash_of(entries_[id].parent, entries_[id].name) & (table_.size() - 1);
    while (table_[slot]) slot = (slot + 1) & (table_.size() - 1);
    table_[slot] = id;
  }
}

// A path free of links whose directories are known to exist: nothing is asked.
EntryId FileTree::ensure_directory(std::string_view real_path) {
  EntryId at = root();
  size_t start = 1;
  while (start < real_path.size()) {
    const size_t end = std::min(real_path.find('/', start), real_path.size());
    const std::string_view name = real_path.substr(start, end - start);
    start = end + 1;
    if (name.empty()) continue;
    size_t slot;
    EntryId next = find(at, name, slot);
    if (next.is_none()) next = add(at, name, slot);
    Entry& entry = entries_[next];
    if (entry.is_link) {
      next = entry.real;
    } else {
      entry.kind = EntryKind::Directory;
    }
    at = next;
  }
  return at;
}

EntryId FileTree::known(std::string_view absolute_path) {
  // Through the tree as far as it knows the way.
  EntryId at = root();
  size_t start = 1;
  while (start < absolute_path.size()) {
    const size_t end = std::min(absolute_path.find('/', start), absolute_path.size());
    size_t slot;
    const EntryId next = find(at, absolute_path.substr(start, end - start), slot);
    if (next.is_none() || entries_[next].kind == EntryKind::Missing) break;
    at = entries_[next].real;
    start = end + 1;
  }
  if (start >= absolute_path.size()) return at;

  const FsResult<std::string> resolved = files_.real_path(absolute_path);
  const std::string real = resolved ? *resolved : support::normalize_path(absolute_path);
  if (real == "/") return root();
  const EntryId directory = ensure_directory(support::path_directory(real));
  const std::string_view name = support::path_base_name(real);
  size_t slot;
  EntryId id = find(directory, name, slot);
  if (id.is_none()) {
    id = add(directory, name, slot);
    if (const FsResult<support::FileStat> stat = files_.stat(real))
      entries_[id].kind = kind_of(stat->kind);
  }
  return entries_[id].real;
}

// One name by itself. Most names that are asked for this way do not exist.
void FileTree::ask_system(EntryId id) {
  const std::string_view path = this->path(id);
  const FsResult<support::FileStat> stat = files_.stat(path);
  if (!stat) {
    Entry& entry = entries_[id];
    entry.error = stat.error().kind;
    if (!stat.error().is_missing()) entry.kind = EntryKind::Unreadable;
    return;
  }
  const FsResult<std::string> real = files_.real_path(path);
  if (real && *real != path) {
    follow_link(id);
  } else {
    entries_[id].kind = kind_of(stat->kind);
  }
}

void FileTree::follow_link(EntryId id) {
  entries_[id].is_link = true;
  const std::string_view path = this->path(id);
  const FsResult<std::string> real = files_.real_path(path);
  if (!real) {
    Entry& entry = entries_[id];
    entry.error = real.error().kind;
    // A link to nothing is as good as nothing.
    entry.kind = real.error().is_missing() ? EntryKind::Missing : EntryKind::Unreadable;
    return;
  }
  const FsResult<support::FileStat> stat = files_.stat(path);
  const EntryKind kind = stat ? kind_of(stat->kind) : EntryKind::Unreadable;
  EntryId target = root();
  if (*real != "/") {
    const EntryId directory = ensure_directory(support::path_directory(*real));
    const std::string_view name = support::path_base_name(*real);
    size_t slot;
    target = find(directory, name, slot);
    if (target.is_none()) target = add(directory, name, slot);
    entries_[target].kind = kind;
  }
  entries_[id].kind = kind;
  entries_[id].real = target;
}

const std::vector<DirectoryEntry>* FileTree::listing_of(EntryId directory, bool may_list) {
  uint32_t& listing = hidden_[directory].listing;
  if (listing == kUnlistable) return nullptr;
  if (listing == 0) {
    if (!may_list) return nullptr;
    FsResult<std::vector<DirectoryEntry>> names = files_.list_directory(path(directory));
    if (!names) {
      listing = kUnlistable;
      return nullptr;
    }
    listings_.push_back(std::make_unique<std::vector<DirectoryEntry>>(std::move(names).value()));
    listing = static_cast<uint32_t>(listings_.size());
  }
  return listings_[listing - 1].get();
}

EntryId FileTree::ask(EntryId directory, std::string_view name, bool may_list) {
  directory = entries_[directory].real;
  size_t slot;
  EntryId id = find(directory, name, slot);
  if (id.is_none()) {
    id = add(directory, name, slot);
    if (const std::vector<DirectoryEntry>* names = listing_of(directory, may_list)) {
      const auto place = std::ranges::lower_bound(*names, name, {}, &DirectoryEntry::name);
      if (place != names->end() && place->name == name) {
        if (place->kind == FileKind::Symlink) {
          follow_link(id);
        } else {
          entries_[id].kind = kind_of(place->kind);
        }
      }
    } else {
      ask_system(id);
    }
  }
  record({id, Expectation::State});
  return id;
}

EntryId FileTree::child(EntryId directory, std::string_view name) {
  return ask(directory, name, false);
}

EntryId FileTree::candidate(EntryId directory, std::string_view name) {
  return ask(directory, name, true);
}

EntryId FileTree::walk(EntryId directory, std::string_view relative_path) {
  // `..` takes back names that were not followed yet; those beyond climb from the start.
  EntryId at = entries_[directory].real;
  names_.clear();
  size_t start = 0;
  while (start < relative_path.size()) {
    const size_t end = std::min(relative_path.find('/', start), relative_path.size());
    const std::string_view name = relative_path.substr(start, end - start);
    start = end + 1;
    if (name.empty() || name == ".") continue;
    if (name != "..") {
      names_.push_back(name);
    } else if (!names_.empty()) {
      names_.pop_back();
    } else {
      at = parent(at);
    }
  }
  for (std::string_view name : names_) {
    if (!is_directory(at)) return EntryId::none();
    at = entries_[ask(at, name, true)].real;
  }
  return at;
}

EntryId FileTree::walk_to_parent(EntryId directory, std::string_view relative_path,
                                 std::string_view& name) {
  const size_t slash = relative_path.rfind('/');
  if (slash == std::string_view::npos) {
    name = relative_path;
    return entries_[directory].real;
  }
  name = relative_path.substr(slash + 1);
  const EntryId parent = walk(directory, relative_path.substr(0, slash));
  return is_directory(parent) ? parent : EntryId::none();
}

const std::vector<DirectoryEntry>* FileTree::list(EntryId directory) {
  directory = entries_[directory].real;
  record({directory, Expectation::Listing});
  return listing_of(directory, true);
}

const std::vector<DirectoryEntry>* FileTree::listed(EntryId directory) const {
  const uint32_t listing = hidden_[directory].listing;
  return listing == 0 || listing == kUnlistable ? nullptr : listings_[listing - 1].get();
}

FsResult<std::string> FileTree::read(EntryId file, size_t limit) {
  file = entries_[file].real;
  record({file, Expectation::Contents});
  FsResult<std::string> contents = files_.read_file(path(file), limit);
  if (contents && hidden_[file].contents == 0) {
    hashes_.push_back(support::sha256(*contents));
    hidden_[file].contents = static_cast<uint32_t>(hashes_.size());
  }
  return contents;
}

std::optional<support::Hash256> FileTree::contents_hash(EntryId file) const {
  const uint32_t index = hidden_[entries_[file].real].contents;
  if (index == 0) return std::nullopt;
  return hashes_[index - 1];
}

void FileTree::begin_facts() {
  facts_.clear();
  epoch_++;
}

void FileTree::record(Fact fact) {
  Hidden& hidden = hidden_[fact.entry];
  uint32_t& seen = fact.expectation == Expectation::State      ? hidden.state_epoch
                   : fact.expectation == Expectation::Contents ? hidden.contents_epoch
                                                               : hidden.listing_epoch;
  if (seen == epoch_) return;
  seen = epoch_;
  facts_.push_back(fact);
}

std::string describe(FileTree& tree, Fact fact) {
  const std::string_view path = tree.path(fact.entry);
  if (fact.expectation == Expectation::Contents) return compose("contents {}", path);
  if (fact.expectation == Expectation::Listing) return compose("listing {}", path);
  const FileTree::Entry& entry = tree[fact.entry];
  if (entry.is_link && entry.real != fact.entry)
    return compose("link {} -> {}", path, tree.path(entry.real));
  switch (entry.kind) {
    case EntryKind::Missing:
      return compose("missing {}", path);
    case EntryKind::File:
      return compose("file {}", path);
    case EntryKind::Directory:
      return compose("directory {}", path);
    case EntryKind::Other:
      return compose("special {}", path);
    case EntryKind::Unreadable:
      return compose("unreadable {}", path);
  }
  return {};
}

std::vector<std::string> watch_list(FileTree& tree, std::span<const Fact> facts,
                                    std::string_view boundary) {
  std::vector<std::string> paths;
  std::unordered_set<uint32_t> seen;  // directories: most facts are about files in few of them
  auto add_directory = [&](EntryId directory) {
    if (!seen.insert(directory.index).second) return;
    const std::string_view path = tree.path(directory);
    if (support::is_path_inside(path, boundary)) paths.emplace_back(path);
  };
  for (const Fact& fact : facts) {
    switch (fact.expectation) {
      case Expectation::Contents:
        paths.emplace_back(tree.path(fact.entry));
        break;
      case Expectation::Listing:
        add_directory(fact.entry);
        break;
      case Expectation::State:
        add_directory(tree.parent(fact.entry));
        break;
    }
  }
  std::ranges::sort(paths);
  const auto repeats = std::ranges::unique(paths);
  paths.erase(repeats.begin(), repeats.end());
  return paths;
}

}  // namespace perry::scan
