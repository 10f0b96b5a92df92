#include "perry-ld/driver/run.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

#include "frontend/module/link_plan.h"
#include "perry-ld/archive/archive.h"
#include "perry-ld/archive/local_symbols.h"
#include "perry-ld/driver/codes.h"
#include "perry-ld/driver/explain.h"
#include "perry-ld/driver/flags.h"
#include "perry-ld/driver/inputs.h"
#include "perry-ld/driver/memory_file.h"
#include "perry-ld/driver/platform.h"
#include "perry-ld/entry/registry.h"
#include "perry-ld/link/linker.h"
#include "perry-ld/manifest/manifest.h"
#include "support/base/edge_log.h"
#include "support/base/parent.h"
#include "support/base/path.h"
#include "support/base/program_build_id.h"
#include "support/base/real_file_system.h"
#include "support/base/sha256.h"
#include "support/diag/color.h"
#include "support/diag/file_diagnostics.h"
#include "support/diag/render.h"

namespace perry::ld {

namespace {

constexpr support::SarifTool kTool = {
    .name = "perry-ld", .version = PERRY_VERSION, .information_uri = {}};

// Of a shared library: what of its symbols others see. Those of the runtime's own have narrower
// visibility already.
constexpr std::string_view kExports = "{ global: perry_*; local: *; };\n";

constexpr const char* kOwnFlags[] = {"--error-limit=0", "--no-demangle",
                                     "--color-diagnostics=never"};

void show(const support::DiagnosticSink& sink, const Options& options) {
  if (sink.all().empty() && options.format != DiagnosticFormat::Sarif) return;
  const support::DiagnosticGroup group{.file = nullptr, .diagnostics = sink.all()};
  std::string text;
  if (options.format == DiagnosticFormat::Json) {
    text = support::render_json(group);
  } else if (options.format == DiagnosticFormat::Sarif) {
    text = support::render_sarif({&group, 1}, kTool);
  } else {
    support::TextOptions style;
    style.color = support::decide_color(options.color, support::color_environment(STDERR_FILENO));
    text = support::render_text(group, style);
  }
  std::fwrite(text.data(), 1, text.size(), stderr);
}

class Link {
 public:
  explicit Link(const Options& options) : options_(options) {}
  bool run();
  const support::DiagnosticSink& problems() const { return problems_; }
  void log(support::EdgeRecord record, bool ok);

 private:
  bool read_plan();
  std::string runtime_folder();
  bool hash_inputs();
  bool add_to_manifest(const InputFile& file);
  bool add_installed(const std::string& role, const std::string& path);
  std::string build_id() const;
  bool is_up_to_date();
  bool is_program() const { return plan_.output == frontend::OutputKind::Program; }
  bool link();
  LinkerResult run_with_inputs(const std::string& made, const std::string& joined,
                               const std::string& registry, std::vector<std::string> words);
  LinkerResult link_library(const std::string& made, const std::string& registry);
  LinkerResult finish_object(std::string& object);
  static LinkerResult failure(const std::string& text) { return {false, "error: " + text + "\n"}; }
  bool can_write();
  bool put_in_place(const std::string& made);
  std::string manifest_path() const { return options_.output + ".link"; }

  const Options& options_;
  support::RealFileSystem files_;
  support::DiagnosticSink problems_;
  frontend::LinkPlan plan_;
  const Platform* platform_ = nullptr;
  Inputs inputs_;
  Manifest manifest_;
  const char* outcome_ = "unchanged";
};

bool Link::read_plan() {
  const auto bytes = files_.read_file(options_.plan);
  if (!bytes) {
    support::report_read_error(problems_, bytes.error(), support::FileSystem::kNoLimit);
    return false;
  }
  auto plan = frontend::decode_link_plan(*bytes);
  if (!plan) {
    problems_.report(diag::kPlanUnreadable, {}, options_.plan, plan.error().message);
    return false;
  }
  plan_ = std::move(*plan);
  manifest_.plan = support::sha256(*bytes);
  return true;
}

// That of another machine lies in a folder of its own in there.
std::string Link::runtime_folder() {
  if (!options_.runtime_folder.empty()) return options_.runtime_folder;
  const auto program = files_.real_path("/proc/self/exe");
  std::string folder(program ? support::path_directory(*program) : std::string_view("."));
  folder += "/../lib/perry";
  return platform_->is_own ? folder : folder + '/' + plan_.target.triple;
}

// Installed files are told apart by place, size and time: they are large, and nobody builds them
// while a project is built.
bool Link::add_installed(const std::string& role, const std::string& path) {
  const auto stat = files_.stat(path);
  if (!stat) {
    support::report_read_error(problems_, stat.error(), support::FileSystem::kNoLimit);
    return false;
  }
  const std::string identity =
      path + ' ' + std::to_string(stat->size) + ' ' + std::to_string(stat->mtime_ns);
  manifest_.inputs.push_back({role, path, support::sha256(identity)});
  if (stat->size > kLongestScript) return true;
  const auto contents = files_.read_file(path, kLongestScript);
  if (!contents) return true;
  // What a script leads to is an input, too; the linker reports what is missing.
  for (const std::string& more : files_in_script(*contents))
    if (files_.stat(options_.system_root + more))
      add_installed("script", options_.system_root + more);
  return true;
}

bool Link::add_to_manifest(const InputFile& file) {
  if (file.role == "system" || file.role == "runtime") return add_installed(file.role, file.path);
  const auto contents = files_.read_file(file.path);
  if (!contents) {
    support::report_read_error(problems_, contents.error(), support::FileSystem::kNoLimit);
    return false;
  }
  if (file.role == "object") {
    if (std::string problem = explain_object(*contents, platform_->machine); !problem.empty()) {
      problems_.report(diag::kObjectDamaged, {}, file.path, problem);
      return false;
    }
  }
  manifest_.inputs.push_back({file.role, file.path, support::sha256(*contents)});
  for (const std::string& more : files_in_script(*contents))
    if (files_.stat(options_.system_root + more))
      add_installed("script", options_.system_root + more);
  return true;
}

// Of what the user's program consists of, wherever it is linked.
std::string Link::build_id() const {
  Manifest own;
  own.linker = manifest_.linker;
  own.plan = manifest_.plan;
  for (const ManifestInput& input : manifest_.inputs)
    if (input.role == "object" || input.role == "library") own.inputs.push_back(input);
  return fingerprint(own).short_hex(40);
}

bool Link::hash_inputs() {
  bool ok = true;
  for (const auto* list : {&inputs_.before_registry, &inputs_.behind_registry})
    for (const InputFile& file : *list) ok = add_to_manifest(file) && ok;
  return ok;
}

bool Link::is_up_to_date() {
  if (options_.always) return false;
  const auto text = files_.read_file(manifest_path());
  if (!text) return false;
  const auto before = read_manifest(*text);
  if (!before || fingerprint(*before) != fingerprint(manifest_)) return false;
  const auto output = files_.read_file(options_.output);
  return output && support::sha256(*output) == before->output;
}

bool Link::can_write() {
  const std::string folder(support::path_directory(options_.output));
  const auto stat = files_.stat(options_.output);
  int number = 0;
  if (stat && stat->kind == support::FileKind::Directory)
    number = EISDIR;
  else if (access(folder.c_str(), W_OK | X_OK) != 0)
    number = errno;
  if (number == 0) return true;
  support::report_write_error(problems_, support::FsError::from_errno(number, options_.output));
  return false;
}

// The program or library appears under its name at once and whole, and only if it differs from what
// is there.
bool Link::put_in_place(const std::string& made) {
  const auto contents = files_.read_file(made);
  if (!contents) {
    support::report_write_error(problems_, contents.error());
    return false;
  }
  manifest_.output = support::sha256(*contents);
  const auto before = files_.read_file(options_.output, contents->size());
  if (before && *before == *contents &&
      access(options_.output.c_str(), is_program() ? X_OK : R_OK) == 0) {
    std::remove(made.c_str());
  } else if (std::rename(made.c_str(), options_.output.c_str()) != 0) {
    support::report_write_error(problems_, support::FsError::from_errno(errno, options_.output));
    std::remove(made.c_str());
    return false;
  }
  const auto written = files_.write_if_changed(manifest_path(), write_manifest(manifest_));
  if (!written) support::report_write_error(problems_, written.error());
  return written.has_value();
}

bool Link::link() {
  const auto registry = write_registry(plan_, PERRY_ABI_HASH, build_id());
  if (!registry) {
    problems_.report(diag::kTargetUnsupported, {}, registry.error());
    return false;
  }
  const MemoryFile registry_file(*registry);
  const std::string made = options_.output + ".linking-" + std::to_string(getpid());
  const LinkerResult result = is_program()
                                  ? run_with_inputs(made, {}, registry_file.path(), manifest_.flags)
                                  : link_library(made, registry_file.path());
  if (!result.ok) {
    std::remove(made.c_str());
    explain_messages(result.messages, plan_, registry_file.path(), files_, problems_);
    return false;
  }
  return put_in_place(made);
}

// `joined`: what stands in the place of the objects; empty: they themselves do, and `registry`.
LinkerResult Link::run_with_inputs(const std::string& made, const std::string& joined,
                                   const std::string& registry, std::vector<std::string> words) {
  for (const char* const flag : kOwnFlags) words.emplace_back(flag);
  words.insert(words.end(), {"-o", made});
  for (const InputFile& file : inputs_.before_registry)
    if (joined.empty() || file.role != "object") words.push_back(file.path);
  words.push_back(joined.empty() ? registry : joined);
  for (const InputFile& file : inputs_.behind_registry) words.push_back(file.path);
  return run_linker(words);
}

// All objects become one, which is put into an archive, or linked with the runtime.
LinkerResult Link::link_library(const std::string& made, const std::string& registry) {
  const MemoryFile first_file(write_first_variable());
  const bool is_static = plan_.output == frontend::OutputKind::StaticLibrary;
  std::vector<std::string> words = {"-r", "-m", "elf_x86_64"};
  if (is_static) words = manifest_.flags;
  for (const char* const flag : kOwnFlags) words.emplace_back(flag);
  words.insert(words.end(), {"-o", made, first_file.path()});
  for (const InputFile& file : inputs_.before_registry)
    if (file.role == "object") words.push_back(file.path);
  words.push_back(registry);
  LinkerResult result = run_linker(words);
  if (!result.ok) return result;
  auto object = files_.read_file(made);
  if (!object) return failure("cannot read the linked object: " + object.error().reason());
  result = finish_object(*object);
  if (!result.ok) return result;
  if (is_static) {
    const auto written =
        files_.write_if_changed(made, make_archive(*object, library_symbol(plan_.library)));
    return written ? result : failure("cannot write the archive: " + written.error().reason());
  }
  const MemoryFile joined_file(*object);
  const MemoryFile exports_file(kExports);
  std::remove(made.c_str());
  words = manifest_.flags;
  words.push_back("--version-script=" + exports_file.path());
  return run_with_inputs(made, joined_file.path(), registry, words);
}

// What the modules want of each other must be there; what they want of the runtime, whoever links
// that sees to.
LinkerResult Link::finish_object(std::string& object) {
  LinkerResult result;
  for (const std::string& name : undefined_symbols(object)) {
    const bool is_of_module = name.starts_with("p.") || name.starts_with("r.");
    const bool is_other_runtime = name.starts_with("perry_abi_") && !name.ends_with(PERRY_ABI_HASH);
    if (is_of_module || is_other_runtime)
      result.messages += "error: undefined symbol: " + name + "\n";
  }
  if (!result.messages.empty()) return result;
  result.ok = count_variables_from(object, kFirstVariable) &&
              make_symbols_local(object, library_symbol(plan_.library));
  return result.ok ? result : failure("the linked object is not as the linker writes them");
}

bool Link::run() {
  if (!read_plan()) return false;
  platform_ = find_platform(plan_.target.triple);
  if (platform_ == nullptr) {
    problems_.report(diag::kTargetUnsupported, {}, "target `" + plan_.target.triple + "`");
    return false;
  }
  auto inputs =
      find_inputs(files_, options_, *platform_, plan_.output, runtime_folder(), problems_);
  if (!inputs) return false;
  inputs_ = std::move(*inputs);
  manifest_.linker = support::program_build_id() + ' ' + linker_version();
  manifest_.flags = choose_flags(plan_, options_, *platform_);
  if (!hash_inputs()) return false;
  if (options_.shows_inputs)
    for (const ManifestInput& input : manifest_.inputs)
      std::printf("%s %s %s\n", input.role.c_str(), input.hash.short_hex(16).c_str(),
                  input.path.c_str());
  if (is_up_to_date()) return true;
  outcome_ = "linked";
  return can_write() && link();
}

void Link::log(support::EdgeRecord record, bool ok) {
  if (options_.log.empty()) return;
  record.outcome = ok ? outcome_ : "failed";
  record.name = options_.output;
  record.key = manifest_.plan.to_hex();
  const auto stat = ok ? files_.stat(options_.output) : std::unexpected(support::FsError());
  if (stat) record.bytes = stat->size;
  support::end_edge(record);
  support::append_edge(options_.log, record);
}

}  // namespace

int run_link(const Options& options) {
  support::end_with_parent();
  const support::EdgeRecord record = support::begin_edge("ld");
  Link link(options);
  const bool ok = link.run();
  show(link.problems(), options);
  link.log(record, ok);
  return ok ? kExitSuccess : kExitDiagnostics;
}

}  // namespace perry::ld
