#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "frontend/module/codec.h"
#include "frontend/module/envelope.h"
#include "frontend/module/link_plan.h"
#include "frontend/module/request.h"
#include "frontend/module/signature.h"
#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"

using namespace perry;
using namespace perry::frontend;

namespace {

constexpr size_t kHeadSize = 5;  // the letters and the version

// What a format accepts it must write again byte for byte.
void require_equal(std::string_view written, std::string_view read) {
  if (written != read) std::abort();
}

// `body` in the frame of a format, whose head is that of any of its files. Nobody finds a right
// checksum by chance.
std::string framed(std::string_view any, std::string_view body) {
  support::BinaryWriter out;
  out.raw(any.substr(0, kHeadSize));
  out.raw(body);
  return close_envelope(out);
}

void read_record(std::string_view body) {
  const std::string bytes = encode_record({}).substr(0, kHeadSize) + std::string(body);
  if (const auto record = decode_record(bytes)) require_equal(encode_record(*record), bytes);
}

void read_signature_alone(std::string_view body) {
  support::BinaryReader in(body);
  const ModuleSignature signature = read_signature(in);
  in.finish();
  if (!in.ok()) return;
  support::BinaryWriter out;
  write_signature(out, signature);
  require_equal(out.bytes(), body);
}

void read_request(std::string_view body) {
  const std::string bytes = framed(encode_request({}), body);
  const auto request = decode_request(bytes);
  if (!request) return;
  require_equal(encode_request(*request), bytes);
  dump_request(*request);
}

void read_plan(std::string_view body) {
  const std::string bytes = framed(encode_link_plan({}), body);
  const auto plan = decode_link_plan(bytes);
  if (!plan) return;
  require_equal(encode_link_plan(*plan), bytes);
  dump_link_plan(*plan);
}

}  // namespace

// The first byte says which format the rest is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  if (size == 0) return 0;
  const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] & 3) {
    case 0:
      read_record(body);
      break;
    case 1:
      read_signature_alone(body);
      break;
    case 2:
      read_request(body);
      break;
    default:
      read_plan(body);
  }
  return 0;
}
