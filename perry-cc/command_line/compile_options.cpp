#include "perry-cc/command_line/compile_options.h"

#include <memory>

#include "perry-cc/command_line/choices.h"
#include "perry-cc/command_line/exit_codes.h"

namespace perry::cc {

namespace {

const Words<Profile> kProfiles = {
    {"dev", Profile::Dev}, {"release", Profile::Release}, {"size", Profile::Size}};
const Words<Emit> kEmits = {{"obj", Emit::Object},
                            {"llvm-ir", Emit::LlvmIr},
                            {"asm", Emit::Assembly},
                            {"bitcode", Emit::Bitcode},
                            {"result", Emit::Result}};

constexpr const char* kDescription =
    "perry-cc compile turns one TypeScript or JavaScript file into an object file.\n"
    "Exit codes: 0 no errors, 1 errors, 2 wrong usage, 3 an error of the compiler.\n";

constexpr const char* kFooter =
    "\nFILE may hold the compiler's IR in its textual form, if its name ends in `.ir`.\n"
    "A request, which perry-scan writes, says everything but where the root is and what to "
    "write.\n"
    "\nWith --batch, standard input has a request's file and the object to write in each line, "
    "with a\n"
    "tab between. Each is answered by one line, and then by the diagnostics, of so many bytes:\n"
    "    verdict  code  bytes\n"
    "verdict is `ok`, `error` or `broken` (an error of the compiler), code that of the first error "
    "or `-`.\n";

std::optional<std::string> find_contradiction(const CompileOptions& options) {
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
  CLI::App app(kDescription, "perry-cc compile");
  app.footer(kFooter);
  app.formatter(std::make_shared<HelpFormatter>());
  app.get_formatter()->column_width(40);

  app.add_option("FILE", o.source.input, "The source file")->type_name("");
  app.add_option("-o,--output", o.source.output, "The file to write")->type_name("FILE");
  add_choice(app, "--emit", o.emit, kEmits,
             "What to write (obj); result: an object with its diagnostics");
  app.add_option("--request", o.request, "Compile what this request says")->type_name("FILE");
  app.add_flag("--batch", o.source.batch, "Compile what standard input asks for");
  app.add_option("--root", o.root, "Where the request's paths begin (.)")->type_name("DIR");
  app.add_option("--replay", o.replay,
                 "Show these stored diagnostics of the request's source instead of compiling it")
      ->type_name("FILE");

  add_choice(app, "--profile", o.profile, kProfiles,
             "To compile fast, or code that is fast or small (dev)")
      ->group("Code");
  app.add_option("--cpu", o.cpu, "baseline, modern, native or one of LLVM's names (baseline)")
      ->type_name("CPU")
      ->group("Code");
  app.add_option("--target", o.triple, "The machine to compile for (this one)")
      ->type_name("TRIPLE")
      ->group("Code");
  app.add_option("--module-id", o.module_id, "What other modules know it by (FILE's name)")
      ->type_name("ID")
      ->group("Code");
  add_source_options(app, o.source);
  add_diagnostic_options(app, o.source);
  add_cost_options(app, o.source);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    result.exit_code = app.exit(error) == 0 ? kExitSuccess : kExitUsage;
    return result;
  }
  if (const auto problem = find_contradiction(o)) result.exit_code = usage_error(*problem);
  return result;
}

}  // namespace perry::cc
