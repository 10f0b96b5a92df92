#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "perry-cc/ir/module.h"

// From IR to an object file, through LLVM in the same process. No other folder of perry-cc knows
// LLVM; docs/codegen.md says what the code looks like.
namespace perry::codegen {

enum class Profile : uint8_t { Dev, Release, Size };
enum class Emit : uint8_t { Object, LlvmIr, Assembly, Bitcode };
// Of which kind of data file a module was made.
enum class DataKind : uint8_t { None, Json, Text };

// Where a specifier leads that the program hands over when it runs; the numbers are the runtime's.
struct Target {
  uint32_t mode;
  uint32_t phase;
  std::string specifier;
  std::string module_id;  // empty: nowhere
};

struct Options {
  Profile profile = Profile::Dev;
  Emit emit = Emit::Object;
  std::string triple;            // empty: the machine that perry-cc runs on
  std::string cpu = "baseline";  // baseline, modern, native, or a name of LLVM's
  // The text that positions count in; empty: code without lines and functions without text.
  std::string_view source;
  DataKind data = DataKind::None;
  bool keeps_lines = true;
  bool keeps_function_source = true;
  bool is_position_independent = false;
  std::vector<Target> targets;  // sorted by mode, then specifier
};

enum class ErrorKind : uint8_t {
  UnknownTarget,   // the triple
  UnknownCpu,      // the name, the triple
  CpuNotOfTarget,  // a level of another architecture, or `native` for a foreign target
  Unsupported,     // an operation that has no code
  Malformed,       // LLVM refuses what we wrote: what it says
};
struct Error {
  ErrorKind kind;
  std::string subject;
  std::string detail;
};

// The bytes of the file that `emit` asks for. A function of its arguments alone.
std::expected<std::string, Error> generate(const ir::Module& source, const Options& options);

// Whether a target and CPU make sense, without generating anything.
std::expected<void, Error> check_target(const Options& options);

}  // namespace perry::codegen
