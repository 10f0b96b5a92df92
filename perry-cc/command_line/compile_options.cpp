#include "perry-cc/command_line/compile_options.h"

#include "perry-cc/command_line/exit_codes.h"
#include "perry-cc/command_line/option_groups.h"
#include "support/command_line/command_line.h"

namespace perry::cc {

namespace {

const support::Words<Profile> kProfiles = {
    {"dev", Profile::Dev}, {"release", Profile::Release}, {"size", Profile::Size}};
const support::Words<Emit> kEmits = {{"obj", Emit::Object},
                                     {"llvm-ir", Emit::LlvmIr},
                                     {"asm", Emit::Assembly},
                                     {"bitcode", Emit::Bitcode},
                                     {"result", Emit::Result}};

constexpr const char* kCompileDescription =
    "perry-cc compile turns one TypeScript or JavaScript file into an object file.\n"
    "Exit codes: 0 no errors, 1 errors, 2 wrong usage, 3 an error of the compiler.\n";

constexpr const char* kCompileFooter =
    "\nFILE may hold the compiler's IR in its textual form, if its name ends in `.ir`.\n"
    "A request, which perry-scan writes, says everything but where the root is and what to "
    "write.\n"
    "\nWith --batch, standard input has a request's file and the object to write in each line, "
    "with a\n"
    "tab between. Each is answered by one line, and then by the diagnostics, of so many bytes:\n"
    "    verdict  code  bytes\n"
    "verdict is `ok`, `error` or `broken` (an error of the compiler), code that of the first error "
    "or `-`.\n";

std::optional<std::string> find_compile_contradiction(const CompileOptions& options) {
  if (options.source.batch) {
    if (!options.request.empty() || !options.source.input.empty() || !options.source.output.empty())
      return "--batch reads requests and outputs from standard input";
    return std::nullopt;
  }
  if (options.request.empty() && options.source.input.empty())
    return "no input: name a file or a --request";
  if (!options.request.empty() && !options.source.input.empty())
    return "a --request names its own source file";
  if (options.request.empty() && !options.root.empty()) return "--root is for a --request";
  if (options.request.empty() && !options.replay.empty()) return "--replay is for a --request";
  if (!options.replay.empty()) return std::nullopt;
  if (options.source.output.empty()) return "no output: name one with -o, or `-o -`";
  return std::nullopt;
}

}  // namespace

CompileCommandLine read_compile_command_line(int argc, const char* const* argv) {
  CompileCommandLine result;
  CompileOptions& o = result.options;
  support::CommandLineParser parser(kCompileDescription, "perry-cc compile");
  parser.set_footer(kCompileFooter);
  parser.set_help_column(40);

  parser.add_text("FILE", o.source.input, "The source file");
  parser.add_text("-o,--output", o.source.output, "The file to write").takes("FILE");
  parser.add_choice("--emit", o.emit, kEmits,
                    "What to write (obj); result: an object with its diagnostics");
  parser.add_text("--request", o.request, "Compile what this request says").takes("FILE");
  parser.add_flag("--batch", o.source.batch, "Compile what standard input asks for");
  parser.add_text("--root", o.root, "Where the request's paths begin (.)").takes("DIR");
  parser
      .add_text("--replay", o.replay,
                "Show these stored diagnostics of the request's source instead of compiling it")
      .takes("FILE");

  constexpr const char* kGroup = "Code";
  parser
      .add_choice("--profile", o.profile, kProfiles,
                  "To compile fast, or code that is fast or small (dev)")
      .in_group(kGroup);
  parser.add_text("--cpu", o.cpu, "baseline, modern, native or one of LLVM's names (baseline)")
      .takes("CPU")
      .in_group(kGroup);
  parser.add_text("--target", o.triple, "The machine to compile for (this one)")
      .takes("TRIPLE")
      .in_group(kGroup);
  parser.add_text("--module-id", o.module_id, "What other modules know it by (FILE's name)")
      .takes("ID")
      .in_group(kGroup);
  add_source_options(parser, o.source);
  add_diagnostic_options(parser, o.source);
  add_cost_options(parser, o.source);

  result.exit_code = parser.parse(argc, argv);
  if (result.exit_code) return result;
  if (const auto problem = find_compile_contradiction(o)) result.exit_code = usage_error(*problem);
  return result;
}

}  // namespace perry::cc
