#include "perry-scan/driver/tool_identity.h"

#include <elf.h>

#include <cstring>
#include <string_view>

#include "perry-scan/driver/system.h"
#include "support/base/sha256.h"

namespace perry::scan {

namespace {

constexpr size_t align4(size_t size) { return (size + 3) & ~size_t{3}; }

template <class T>
bool read_at(std::string_view bytes, size_t offset, T& value) {
  if (offset > bytes.size() || bytes.size() - offset < sizeof value) return false;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return true;
}

std::string to_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  for (const char c : bytes) {
    result += kDigits[static_cast<unsigned char>(c) >> 4];
    result += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return result;
}

std::string find_in_notes(std::string_view notes) {
  Elf64_Nhdr note;
  for (size_t at = 0; read_at(notes, at, note);) {
    const size_t name = at + sizeof note;
    const size_t contents = name + align4(note.n_namesz);
    if (contents > notes.size() || notes.size() - contents < note.n_descsz) return {};
    if (note.n_type == NT_GNU_BUILD_ID &&
        notes.substr(name, note.n_namesz) == std::string_view("GNU\0", 4))
      return to_hex(notes.substr(contents, note.n_descsz));
    at = contents + align4(note.n_descsz);
  }
  return {};
}

// From the start of the file, where linkers put notes.
std::string find_build_id(std::string_view head) {
  Elf64_Ehdr elf;
  if (!read_at(head, 0, elf) || std::memcmp(elf.e_ident, ELFMAG, SELFMAG) != 0 ||
      elf.e_ident[EI_CLASS] != ELFCLASS64 || elf.e_phentsize != sizeof(Elf64_Phdr))
    return {};
  for (size_t i = 0; i < elf.e_phnum; i++) {
    Elf64_Phdr segment;
    if (!read_at(head, elf.e_phoff + i * sizeof segment, segment)) return {};
    if (segment.p_type != PT_NOTE || segment.p_offset > head.size()) continue;
    const std::string id = find_in_notes(head.substr(segment.p_offset, segment.p_filesz));
    if (!id.empty()) return id;
  }
  return {};
}

}  // namespace

support::FsResult<std::string> tool_identity(support::FileSystem& files, const std::string& path) {
  constexpr size_t kHead = size_t{64} << 10;
  const auto head = read_head(path, kHead);
  if (!head) return std::unexpected(head.error());
  std::string id = find_build_id(*head);
  if (!id.empty()) return id;
  const auto all = files.read_file(path);
  if (!all) return std::unexpected(all.error());
  return support::sha256(*all).to_hex();
}

}  // namespace perry::scan
