#include <cstdio>
#include <string>
#include <string_view>

#include "perry-cc/codegen/codegen.h"
#include "perry-cc/ir/read.h"
#include "perry-cc/ir/verify.h"

// Reads IR and writes code: `perry_codegen [--profile=P] [--cpu=C] [--target=T] [--emit=E] FILE
// OUT`. A tool of the tests; the compiler has the same behind its own front end.
namespace {

using perry::codegen::Emit;
using perry::codegen::Options;
using perry::codegen::Profile;

bool read_file(const char* path, std::string& text) {
  std::FILE* const file = std::fopen(path, "rb");
  if (file == nullptr) return false;
  char buffer[4096];
  for (size_t size; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
    text.append(buffer, size);
  std::fclose(file);
  return true;
}

bool write_file(const char* path, std::string_view bytes) {
  std::FILE* const file = std::fopen(path, "wb");
  if (file == nullptr) return false;
  const bool is_written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  return std::fclose(file) == 0 && is_written;
}

bool read_option(std::string_view arg, Options& options) {
  const size_t equals = arg.find('=');
  if (equals == std::string_view::npos) return false;
  const std::string_view name = arg.substr(0, equals);
  const std::string value(arg.substr(equals + 1));
  if (name == "--cpu") return options.cpu = value, true;
  if (name == "--target") return options.triple = value, true;
  if (name == "--profile") {
    options.profile = value == "release" ? Profile::Release
                      : value == "size"  ? Profile::Size
                                         : Profile::Dev;
    return true;
  }
  if (name != "--emit") return false;
  options.emit = value == "llvm-ir"   ? Emit::LlvmIr
                 : value == "asm"     ? Emit::Assembly
                 : value == "bitcode" ? Emit::Bitcode
                                      : Emit::Object;
  return true;
}

int fail(const std::string& message) {
  std::fprintf(stderr, "perry_codegen: %s\n", message.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  const char* paths[2] = {};
  int count = 0;
  for (int i = 1; i < argc; i++) {
    if (argv[i][0] != '-' && count < 2)
      paths[count++] = argv[i];
    else if (!read_option(argv[i], options))
      return fail("unexpected `" + std::string(argv[i]) + "`");
  }
  std::string text;
  if (count != 2 || !read_file(paths[0], text)) return fail("no file to read, or none to write");
  const auto module = perry::ir::read(text);
  if (!module) return fail(module.error().text());
  if (const auto faults = perry::ir::verify(*module); !faults.empty())
    return fail(perry::ir::fault_text(*module, faults.front()));
  const auto bytes = perry::codegen::generate(*module, options);
  if (!bytes) return fail(bytes.error().subject + " " + bytes.error().detail);
  return write_file(paths[1], *bytes) ? 0 : fail("can't write");
}
