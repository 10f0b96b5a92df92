#include "perry-scan/replay/surroundings.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "perry-scan/database/database.h"
#include "support/base/path.h"
#include "support/base/sha256.h"

namespace perry::scan {

namespace {

using support::DirectoryEntry;
using support::FileKind;

uint64_t checksum_of(const std::vector<DirectoryEntry>& listing) {
  std::string text;
  for (const DirectoryEntry& entry : listing) {
    text += entry.name;
    text += '\0';
    text += static_cast<char>(entry.kind);
  }
  return checksum(text);
}

class Notes {
 public:
  Notes(FileTree& tree, support::FileSystem& files, int64_t now_ns, LastScan& last)
      : tree_(tree), files_(files), now_ns_(now_ns), last_(last) {}

  bool add_state(EntryId id);
  bool add_listing(EntryId directory);
  bool add_contents(EntryId file);

 private:
  KnownFolder* folder(EntryId directory);

  FileTree& tree_;
  support::FileSystem& files_;
  int64_t now_ns_;
  LastScan& last_;
  std::unordered_map<uint32_t, size_t> places_;  // of directories, in last_.folders
};

KnownFolder* Notes::folder(EntryId directory) {
  const auto [place, is_new] = places_.try_emplace(directory.index, last_.folders.size());
  if (!is_new) return &last_.folders[place->second];
  const auto stat = files_.stat(tree_.path(directory));
  if (!stat) return nullptr;
  KnownFolder& added = last_.folders.emplace_back();
  added.path = tree_.path(directory);
  added.identity = identity_of(*stat, now_ns_);
  if (const auto* listing = tree_.listed(directory)) added.listing = checksum_of(*listing);
  return &added;
}

bool Notes::add_state(EntryId id) {
  const FileTree::Entry entry = tree_[id];
  if (entry.kind == EntryKind::Unreadable) return false;
  KnownFolder* const folder = this->folder(entry.parent);
  if (folder == nullptr) return false;
  if (folder->listing && !entry.is_link) return true;
  const bool leads_on = entry.is_link && entry.real != id;
  folder->names.push_back({.name = entry.name,
                           .kind = entry.kind,
                           .is_link = entry.is_link,
                           .target = leads_on ? tree_.path(entry.real) : std::string_view()});
  return true;
}

bool Notes::add_listing(EntryId directory) {
  const KnownFolder* const folder = this->folder(directory);
  return folder != nullptr && folder->listing;
}

bool Notes::add_contents(EntryId file) {
  const auto hash = tree_.contents_hash(file);
  const auto stat = files_.stat(tree_.path(file));
  if (!hash || !stat) return false;
  last_.files.push_back(
      {.path = tree_.path(file), .identity = identity_of(*stat, now_ns_), .hash = *hash});
  return true;
}

bool is_as_known(const KnownName& name, const std::string& path, support::FileSystem& files) {
  const auto stat = files.stat(path);
  if (!stat) return stat.error().is_missing() && name.kind == EntryKind::Missing;
  const EntryKind kind = stat->kind == FileKind::File        ? EntryKind::File
                         : stat->kind == FileKind::Directory ? EntryKind::Directory
                                                             : EntryKind::Other;
  if (kind != name.kind) return false;
  const auto real = files.real_path(path);
  return real && *real == (name.target.empty() ? path : name.target);
}

// A folder that got, lost or renamed something has another time. Where links lead may change
// without that.
bool holds(KnownFolder& folder, support::FileSystem& files, int64_t now_ns, bool& is_changed) {
  const auto real = files.real_path(folder.path);
  if (!real || *real != folder.path) return false;
  const auto stat = files.stat(folder.path);
  if (!stat || stat->kind != FileKind::Directory || stat->inode != folder.identity.inode)
    return false;
  const FileIdentity now = identity_of(*stat, now_ns);
  const bool is_untouched = is_same(folder.identity, now);
  if (!is_untouched && folder.listing) {
    const auto listing = files.list_directory(folder.path);
    if (!listing || checksum_of(*listing) != *folder.listing) return false;
  }
  for (const KnownName& name : folder.names) {
    if (is_untouched && !name.is_link) continue;
    if (!is_as_known(name, support::join_path(folder.path, name.name), files)) return false;
  }
  is_changed = is_changed || now.mtime_ns != folder.identity.mtime_ns;
  folder.identity = now;
  return true;
}

bool holds(KnownFile& file, support::FileSystem& files, int64_t now_ns, bool& is_changed) {
  const auto stat = files.stat(file.path);
  if (!stat || stat->kind != FileKind::File) return false;
  const FileIdentity now = identity_of(*stat, now_ns);
  if (is_same(file.identity, now)) return true;
  const auto text = files.read_file(file.path, kLargestSource);
  if (!text || support::sha256(*text) != file.hash) return false;
  file.identity = now;
  is_changed = true;
  return true;
}

}  // namespace

bool note_surroundings(FileTree& tree, std::span<const Fact> facts, const Sources& sources,
                       support::FileSystem& files, int64_t now_ns, LastScan& last) {
  Notes notes(tree, files, now_ns, last);
  for (const Fact& fact : facts) {
    switch (fact.expectation) {
      case Expectation::State:
        if (!notes.add_state(fact.entry)) return false;
        break;
      case Expectation::Listing:
        if (!notes.add_listing(fact.entry)) return false;
        break;
      case Expectation::Contents:
        if (!sources.remembers(tree.path(fact.entry)) && !notes.add_contents(fact.entry))
          return false;
        break;
    }
  }
  return true;
}

bool surroundings_hold(LastScan& last, support::FileSystem& files, int64_t now_ns,
                       bool& is_changed) {
  for (KnownFolder& folder : last.folders)
    if (!holds(folder, files, now_ns, is_changed)) return false;
  for (KnownFile& file : last.files)
    if (!holds(file, files, now_ns, is_changed)) return false;
  return true;
}

}  // namespace perry::scan
