#include <elf.h>
#include <link.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "support/base/program_build_id.h"

namespace perry::support {

namespace {

constexpr size_t align4(size_t size) { return (size + 3) & ~size_t{3}; }

std::string to_hex(const unsigned char* bytes, size_t size) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string result;
  for (size_t i = 0; i < size; i++) {
    result += kDigits[bytes[i] >> 4];
    result += kDigits[bytes[i] & 15];
  }
  return result;
}

// The notes of one segment, looking for the one of type NT_GNU_BUILD_ID.
std::string find_in_notes(const unsigned char* at, size_t size) {
  const unsigned char* const end = at + size;
  while (static_cast<size_t>(end - at) >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, at, sizeof note);
    const unsigned char* name = at + sizeof note;
    const unsigned char* contents = name + align4(note.n_namesz);
    if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && std::memcmp(name, "GNU", 4) == 0)
      return to_hex(contents, note.n_descsz);
    at = contents + align4(note.n_descsz);
  }
  return {};
}

// Called for the program itself first; a value other than zero ends the walk over libraries.
int visit_object(dl_phdr_info* info, size_t, void* result) {
  for (size_t i = 0; i < info->dlpi_phnum; i++) {
    const auto& segment = info->dlpi_phdr[i];
    if (segment.p_type != PT_NOTE) continue;
    const auto* notes = reinterpret_cast<const unsigned char*>(info->dlpi_addr + segment.p_vaddr);
    const std::string id = find_in_notes(notes, segment.p_memsz);
    if (!id.empty()) *static_cast<std::string*>(result) = id;
  }
  return 1;
}

}  // namespace

std::string program_build_id() {
  std::string result = "unknown";
  dl_iterate_phdr(visit_object, &result);
  return result;
}

}  // namespace perry::support
