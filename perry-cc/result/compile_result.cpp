#include "perry-cc/result/compile_result.h"

#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"

namespace perry::cc {

namespace {

constexpr std::string_view kMagic = "PCRS";
constexpr uint8_t kVersion = 1;

}  // namespace

std::string encode_result(const CompileResult& result) {
  support::BinaryWriter out;
  out.raw(kMagic);
  out.u8(kVersion);
  out.boolean(result.has_all_diagnostics);
  out.string(result.diagnostics);
  out.string(result.object);
  return out.take();
}

std::optional<CompileResult> decode_result(std::string_view bytes) {
  support::BinaryReader in(bytes);
  if (in.raw(kMagic.size()) != kMagic || in.u8() != kVersion) return std::nullopt;
  CompileResult result;
  result.has_all_diagnostics = in.boolean();
  result.diagnostics = in.string();
  result.object = in.string();
  in.finish();
  if (!in.ok()) return std::nullopt;
  return result;
}

}  // namespace perry::cc
