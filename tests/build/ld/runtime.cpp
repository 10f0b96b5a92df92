// A runtime that runs nothing: it prints what the registry says.
#include <cstdio>
#include <cstring>

#include "runtime/abi/layout.h"

extern "C" const perry::abi::Program perry_program;
extern "C" const char perry_abi asm(PERRY_ABI_SYMBOL);
const char perry_abi = 0;

namespace {

using namespace perry::abi;

struct Info {
  int kind;
  int is_async;
  const char* path;
};

const char* path_of(const ModuleRecord& record) {
  return reinterpret_cast<const Info*>(record.info)->path;
}

void print_string(const void* cell) {
  const auto* string = static_cast<const StringLayout*>(cell);
  const auto* characters = static_cast<const unsigned char*>(cell) + kStringCharsOffset;
  const unsigned length = string->length_and_flags >> kStringLengthShift;
  const bool two = string->length_and_flags & kTwoByte;
  for (unsigned i = 0; i < length; i++) {
    const unsigned unit = two ? characters[2 * i] | characters[2 * i + 1] << 8 : characters[i];
    if (unit < 0x7f)
      std::putchar(static_cast<int>(unit));
    else
      std::printf("\\u%04x", unit);
  }
}

unsigned long& variable(int64_t cell) {
  return *reinterpret_cast<unsigned long*>(static_cast<char*>(__builtin_thread_pointer()) + cell);
}

void print_module(const ModuleRecord& record) {
  std::printf("%u %s %s\n", record.index, record.id, path_of(record));
  for (unsigned i = 0; i < record.request_count; i++)
    std::printf("  asks for %s, phase %u\n", record.requests[i].module->id,
                record.requests[i].phase);
  for (unsigned i = 0; i < record.name_count; i++) {
    const NamespaceName& row = record.names[i];
    std::printf("  ");
    print_string(row.name);
    std::printf(" of %s", row.module->id);
    if (row.cell == 0)
      std::printf(" itself\n");
    else
      std::printf(" is %lu\n", variable(row.cell));
  }
  for (unsigned i = 0; i < record.commonjs_name_count; i++) {
    std::printf("  CommonJS ");
    print_string(record.commonjs_names[i].name);
    variable(record.commonjs_names[i].cell) = 100 + i;
    std::printf(" was set\n");
  }
}

}  // namespace

int main() {
  for (unsigned i = 0; i < perry_program.module_count; i++) print_module(*perry_program.modules[i]);
  for (unsigned i = 0; i < perry_program.entry_count; i++)
    std::printf("entry %u\n", perry_program.entries[i]);
  for (unsigned i = 0; i < perry_program.module_count; i++) print_module(*perry_program.modules[i]);
}
