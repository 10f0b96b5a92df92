#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "support/base/arena.h"
#include "support/base/file_system.h"
#include "support/base/hash256.h"
#include "support/base/id_containers.h"

namespace perry::scan {

struct EntryTag;
using EntryId = support::Id<EntryTag>;

enum class EntryKind : uint8_t {
  Missing,
  File,
  Directory,
  // A device, socket or pipe.
  Other,
  // There is something, but links lead in a circle or access is denied.
  Unreadable,
};

// What must hold for an answer to stay right.
enum class Expectation : uint8_t {
  // The name is as the entry says: missing, a file, a directory, a link to a certain path.
  State,
  // The file's bytes are what was read.
  Contents,
  // The directory has the names that it had.
  Listing,
};

struct Fact {
  EntryId entry;
  Expectation expectation = Expectation::State;

  friend bool operator==(const Fact&, const Fact&) = default;
};

// The files as far as they were asked for, each question answered once. Entries are names below
// directories free of links, so a name is found by one look into a hash table, without building
// its path. A directory that is searched for candidates is listed, and what its listing lacks costs
// no further question; elsewhere single names are asked for, since nobody wants to list the parent
// of a project, or depend on it.
//
// Whatever is asked is recorded as a fact, also when the answer was known: `begin_facts` starts a
// list for one requester.
class FileTree {
 public:
  struct Entry {
    EntryId parent;
    std::string_view name;
    EntryKind kind = EntryKind::Missing;
    // The name is a link; `real` is where it leads, and `kind` is of what is there.
    bool is_link = false;
    bool is_in_node_modules = false;
    support::FsErrorKind error = support::FsErrorKind::NotFound;
    // Itself unless it is a link.
    EntryId real;
  };

  explicit FileTree(support::FileSystem& files);

  const Entry& operator[](EntryId id) const { return entries_[id]; }
  bool is_file(EntryId id) const { return id && entries_[id].kind == EntryKind::File; }
  bool is_directory(EntryId id) const { return id && entries_[id].kind == EntryKind::Directory; }
  EntryId real(EntryId id) const { return entries_[id].real; }
  EntryId root() const { return EntryId(size_t{0}); }
  // The directory above a real entry; the root's is the root.
  EntryId parent(EntryId id) const { return id == root() ? id : entries_[id].parent; }
  // The absolute path. Lives as long as the tree.
  std::string_view path(EntryId id);

  // A path known to exist, such as an importer's. Links are followed.
  EntryId known(std::string_view absolute_path);

  // The name below a directory: `directory` is followed if it is a link, and must be one.
  EntryId child(EntryId directory, std::string_view name);
  // The same, where the directory is to be searched and so worth listing.
  EntryId candidate(EntryId directory, std::string_view name);
  // From `directory` along a relative path, `.` and `..` resolved before any link is followed.
  // None when a name on the way is no directory; that it isn't is then a fact.
  EntryId walk(EntryId directory, std::string_view relative_path);
  // The directory that holds the path's last name, which is put into `name`. The path must have
  // one.
  EntryId walk_to_parent(EntryId directory, std::string_view relative_path, std::string_view& name);

  // The names in a directory, which becomes a fact; null when it cannot be listed.
  const std::vector<support::DirectoryEntry>* list(EntryId directory);

  // The same if it was listed already, and no fact.
  const std::vector<support::DirectoryEntry>* listed(EntryId directory) const;

  // The contents of a file, which become a fact. Not kept.
  support::FsResult<std::string> read(EntryId file, size_t limit);
  // What `read` returned, as a hash.
  std::optional<support::Hash256> contents_hash(EntryId file) const;

  // Facts in the order in which they were first asked for, each once.
  void begin_facts();
  void record(Fact fact);
  std::span<const Fact> facts() const { return facts_; }

 private:
  struct Hidden {
    std::string_view path;
    uint32_t state_epoch = 0;
    uint32_t contents_epoch = 0;
    uint32_t listing_epoch = 0;
    // One more than the index into `listings_`; kUnlistable where listing failed.
    uint32_t listing = 0;
    // One more than the index into `hashes_`.
    uint32_t contents = 0;
  };
  static constexpr uint32_t kUnlistable = 0xFFFFFFFF;

  EntryId find(EntryId directory, std::string_view name, size_t& slot) const;
  EntryId add(EntryId directory, std::string_view name, size_t slot);
  EntryId ensure_directory(std::string_view real_path);
  EntryId ask(EntryId directory, std::string_view name, bool may_list);
  void ask_system(EntryId id);
  void follow_link(EntryId id);
  const std::vector<support::DirectoryEntry>* listing_of(EntryId directory, bool may_list);
  void grow();

  support::FileSystem& files_;
  support::Arena arena_;
  support::IdVector<EntryId, Entry> entries_;
  support::IdVector<EntryId, Hidden> hidden_;
  std::vector<EntryId> table_;
  std::vector<std::unique_ptr<std::vector<support::DirectoryEntry>>> listings_;
  std::vector<support::Hash256> hashes_;
  std::vector<Fact> facts_;
  std::vector<std::string_view> names_;
  uint32_t epoch_ = 1;
};

// A fact as text, for `explain` and for tests: "missing /a/b", "file /a/b", "directory /a/b",
// "link /a/b -> /c", "contents /a/b", "listing /a".
std::string describe(FileTree& tree, Fact fact);

// What a build tool must watch so that the facts are looked at again when they may have changed:
// the files that were read, and the directories that hold, or would hold, the names asked for.
// Directories outside `boundary` are left out: every temporary file would change some of them. All
// sorted, each once.
std::vector<std::string> watch_list(FileTree& tree, std::span<const Fact> facts,
                                    std::string_view boundary);

}  // namespace perry::scan
