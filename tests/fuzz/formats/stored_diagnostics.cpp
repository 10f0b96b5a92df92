#include "support/diag/stored_diagnostics.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"
#include "support/diag/codes.h"
#include "support/diag/registry.h"

using namespace perry::support;

namespace {

// Where reading stopped must lie in the input, and what was read must be written the same way.
void require(bool condition) {
  if (!condition) std::abort();
}

// One value after the other, each of the kind that a letter of `script` asks for, then again as
// the writer writes it.
void read_values(std::string_view script, std::string_view bytes) {
  BinaryReader in(bytes);
  BinaryWriter out;
  std::vector<size_t> records;
  std::vector<size_t> written;
  for (const char letter : script) {
    switch (letter & 15) {
      case 0:
        out.u8(in.u8());
        break;
      case 1:
        out.u16(in.u16());
        break;
      case 2:
        out.u32(in.u32());
        break;
      case 3:
        out.u64(in.u64());
        break;
      case 4:
        out.boolean(in.boolean());
        break;
      case 5:
        out.f64(in.f64());
        break;
      case 6:
        out.varint(in.varint());
        break;
      case 7:
        out.varint(in.varint32());
        break;
      case 8:
        out.signed_varint(in.signed_varint());
        break;
      case 9:
        out.string(in.string());
        break;
      case 10:
        out.raw(in.raw(static_cast<uint8_t>(letter) >> 4));
        break;
      case 11:
        out.hash(in.hash());
        break;
      case 12: {
        const size_t count = in.count(1 + (static_cast<uint8_t>(letter) >> 4));
        require(count <= in.remaining());
        out.varint(count);
        break;
      }
      case 13:
        records.push_back(in.enter_record());
        written.push_back(out.begin_record());
        break;
      default:
        if (records.empty()) break;
        in.leave_record(records.back());
        out.end_record(written.back());
        records.pop_back();
        written.pop_back();
    }
    require(in.offset() <= bytes.size());
    if (!in.ok()) return;
  }
  if (records.empty()) require(bytes.starts_with(out.bytes()) && out.size() == in.offset());
}

void read_diagnostics(std::string_view bytes) {
  static const DiagnosticRegistry registry{all_support_diagnostics()};
  constexpr uint32_t kSourceSize = 100;
  BinaryReader in(bytes);
  const auto loaded = load_diagnostics(in, registry, kSourceSize);
  if (!loaded) return;
  for (const Diagnostic& d : *loaded) {
    require(d.span.start <= d.span.end && d.span.end <= kSourceSize);
    format_message(d);
  }
  BinaryWriter out;
  store_diagnostics(out, *loaded);
  require(bytes.starts_with(out.bytes()) && out.size() == in.offset());
}

}  // namespace

// The first byte says what the rest is: diagnostics, or (from 1 on) a script of so many letters
// and the bytes that it reads.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  if (input.empty()) return 0;
  const std::string_view rest = input.substr(1);
  const size_t script = static_cast<uint8_t>(input[0]) & 31;
  if (script == 0)
    read_diagnostics(rest);
  else if (rest.size() >= script)
    read_values(rest.substr(0, script), rest.substr(script));
  return 0;
}
