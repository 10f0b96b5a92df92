#include "perry-cc/driver/compile.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "frontend/bind/scopes.h"
#include "frontend/diag/codes.h"
#include "frontend/extract/extract.h"
#include "frontend/module/request.h"
#include "frontend/parse/parse.h"
#include "perry-cc/codegen/codegen.h"
#include "perry-cc/command_line/exit_codes.h"
#include "perry-cc/driver/codes.h"
#include "perry-cc/driver/costs.h"
#include "perry-cc/driver/data_module.h"
#include "perry-cc/driver/front_end.h"
#include "perry-cc/driver/import_targets.h"
#include "perry-cc/driver/language.h"
#include "perry-cc/driver/show_diagnostics.h"
#include "perry-cc/driver/source_input.h"
#include "perry-cc/driver/standard_streams.h"
#include "perry-cc/ir/read.h"
#include "perry-cc/ir/verify.h"
#include "perry-cc/irgen/irgen.h"
#include "perry-cc/passes/pipeline.h"
#include "perry-cc/result/compile_result.h"
#include "runtime/abi/layout.h"
#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"
#include "support/base/parent.h"
#include "support/base/path.h"
#include "support/base/program_build_id.h"
#include "support/base/real_file_system.h"
#include "support/base/sha256.h"
#include "support/base/trace.h"
#include "support/diag/codes.h"
#include "support/diag/stored_diagnostics.h"
#include "support/json/json.h"

namespace perry::cc {

namespace {

codegen::Profile profile_of(Profile profile) {
  switch (profile) {
    case Profile::Dev:
      return codegen::Profile::Dev;
    case Profile::Release:
      return codegen::Profile::Release;
    case Profile::Size:
      return codegen::Profile::Size;
  }
  __builtin_unreachable();
}

codegen::Profile profile_of(frontend::Profile profile) {
  switch (profile) {
    case frontend::Profile::Dev:
      return codegen::Profile::Dev;
    case frontend::Profile::Release:
      return codegen::Profile::Release;
    case frontend::Profile::Size:
      return codegen::Profile::Size;
  }
  __builtin_unreachable();
}

codegen::Emit emit_of(Emit emit) {
  switch (emit) {
    case Emit::Object:
    case Emit::Result:
      return codegen::Emit::Object;
    case Emit::LlvmIr:
      return codegen::Emit::LlvmIr;
    case Emit::Assembly:
      return codegen::Emit::Assembly;
    case Emit::Bitcode:
      return codegen::Emit::Bitcode;
  }
  __builtin_unreachable();
}

// What the code may ask for by specifiers when it runs.
std::vector<codegen::Target> targets_of(const frontend::CompileRequest& request) {
  using Mode = frontend::RequestTarget::Mode;
  static_assert(static_cast<uint32_t>(Mode::Worker) ==
                static_cast<uint32_t>(abi::TargetMode::Worker));
  std::vector<codegen::Target> targets;
  for (const frontend::RequestTarget& target : request.requests) {
    if (target.mode > Mode::Worker) continue;
    const bool is_missing = target.kind == frontend::RequestTarget::Kind::Missing;
    targets.push_back({static_cast<uint32_t>(target.mode), static_cast<uint32_t>(target.phase),
                       target.specifier, is_missing ? std::string() : target.module});
  }
  return targets;
}

// One run of `perry-cc compile`: what it knows, and what has gone wrong so far.
class Compilation {
 public:
  explicit Compilation(const CompileOptions& options) : options_(options) {
    diagnostics_.set_limit(options.source.most_diagnostics);
    if (options.source.show_costs || !options.source.trace_file.empty()) recorded_.emplace();
  }

  CompileOutcome run();

 private:
  support::Trace* trace() { return recorded_ ? &*recorded_ : nullptr; }
  bool failed() const {
    return problems_.has_errors() || diagnostics_.has_errors() || !faults_.empty();
  }
  void read_request();
  void check_request(std::string_view bytes);
  void read_file();
  void set_up_code_generation();
  std::optional<ir::Module> read_ir();
  void read_data();
  std::optional<ir::Module> build_ir(support::StackLimit stack);
  void compile(support::StackLimit stack);
  void report(const codegen::Error& error);
  void write(std::string_view bytes);
  void replay();
  std::string result_of(std::string_view object);
  CompileOutcome finish();

  const CompileOptions& options_;
  support::RealFileSystem files_;
  std::optional<support::Trace> recorded_;
  support::DiagnosticSink problems_;     // of inputs and outputs as such
  support::DiagnosticSink diagnostics_;  // of the source
  std::string faults_;                   // of the compiler itself
  std::optional<frontend::CompileRequest> request_;
  std::optional<support::SourceFile> file_;
  std::string path_;     // of the source, as code shows it
  std::string program_;  // what a data file became
  std::string text_;     // of the source, and of what it evaluates
  codegen::Options code_;
};

bool holds_ir(std::string_view path) { return path.ends_with(".ir"); }

void Compilation::check_request(std::string_view bytes) {
  auto request = frontend::decode_request(bytes);
  if (!request) {
    problems_.report(diag::kBadRequest, {}, options_.request, request.error().message);
    return;
  }
  request_ = *std::move(request);
  if (request_->kind > frontend::ModuleKind::Script && !is_data(request_->kind))
    problems_.report(diag::kNotSource, {}, request_->source_path,
                     frontend::to_string(request_->kind));
}

void Compilation::read_request() {
  const auto bytes = files_.read_file(options_.request, kLargestSource);
  if (!bytes) {
    problems_.report(support::kFileUnreadable, {}, options_.request, bytes.error().reason());
    return;
  }
  check_request(*bytes);
}

void Compilation::read_file() {
  std::string place = options_.source.input;
  if (request_) {
    path_ = request_->source_path;
    place = options_.root.empty() ? path_ : options_.root + "/" + path_;
  } else {
    // No object tells where the project lies.
    path_ = place.starts_with("/") ? std::string(support::path_base_name(place)) : place;
  }
  file_ = read_source(files_, place, problems_);
  if (!file_ || !request_) return;
  if (support::sha256(file_->text()) != request_->source_hash)
    problems_.report(diag::kSourceChanged, {}, path_);
  else if (options_.replay.empty() && request_->compiler != support::program_build_id())
    problems_.report(diag::kForeignRequest, {}, options_.request, request_->compiler);
}

void Compilation::set_up_code_generation() {
  code_.emit = emit_of(options_.emit);
  code_.triple = options_.triple;
  code_.cpu = options_.cpu;
  code_.profile = profile_of(options_.profile);
  if (!request_) return;
  code_.triple = request_->target.triple;
  code_.cpu = request_->target.cpu;
  code_.profile = profile_of(request_->profile);
  code_.keeps_lines = request_->keeps_lines;
  code_.is_position_independent = request_->is_position_independent;
  code_.keeps_function_source = request_->keeps_function_source;
  code_.targets = targets_of(*request_);
}

std::optional<ir::Module> Compilation::read_ir() {
  auto module = ir::read(file_->text());
  if (!module) {
    problems_.report(diag::kBadIr, {}, path_, module.error().text());
    return std::nullopt;
  }
  if (const auto faults = ir::verify(*module); !faults.empty()) {
    problems_.report(diag::kBadIr, {}, path_, ir::fault_text(*module, faults.front()));
    return std::nullopt;
  }
  return *std::move(module);
}

// Makes a program of a data file, which source text is itself.
void Compilation::read_data() {
  frontend::ModuleKind kind = frontend::ModuleKind::Module;
  if (request_)
    kind = request_->kind;
  else if (path_.ends_with(".json"))
    kind = frontend::ModuleKind::Json;
  if (!is_data(kind)) return;
  const bool is_json = kind == frontend::ModuleKind::Json;
  code_.data = is_json ? codegen::DataKind::Json : codegen::DataKind::Text;
  if (is_json) {
    support::JsonDocument document;
    if (const auto error = document.parse(std::string(file_->text()), support::JsonDialect::Strict))
      diagnostics_.report(diag::kBadJson, error->span, error->message);
  }
  program_ = data_program(file_->text());
}

std::optional<ir::Module> Compilation::build_ir(support::StackLimit stack) {
  read_data();
  if (diagnostics_.has_errors()) return std::nullopt;
  const bool is_data = code_.data != codegen::DataKind::None;
  const frontend::SourceOptions source = is_data    ? kDataProgram
                                         : request_ ? request_->source
                                                    : source_options(options_.source, path_);
  frontend::Ast ast(is_data ? std::string_view(program_) : file_->text());
  std::vector<frontend::Comment> comments;
  {
    const support::Phase phase(trace(), "parse");
    comments =
        frontend::parse(ast, {.source = source, .keep_all_comments = false, .expands_eval = true},
                        diagnostics_, stack);
  }
  frontend::Scopes scopes;
  {
    const support::Phase phase(trace(), "bind");
    scopes = frontend::bind(ast, source, diagnostics_);
  }
  if (diagnostics_.has_errors()) return std::nullopt;
  frontend::ModuleRecord record;
  {
    const support::Phase phase(trace(), "extract");
    record = frontend::extract_record(ast, scopes, source, comments, diagnostics_);
  }
  if (diagnostics_.has_errors()) return std::nullopt;
  irgen::ModuleContext context =
      request_ ? module_context(*request_, record) : irgen::default_context(record, path_);
  if (!options_.module_id.empty()) context.module_id = options_.module_id;
  const support::Phase phase(trace(), "irgen");
  ir::Module module = irgen::generate(
      {.ast = ast, .scopes = scopes, .record = record, .source = source, .context = context},
      diagnostics_, stack);
  if (diagnostics_.has_errors()) return std::nullopt;
  text_ = ast.source();
  return module;
}

void Compilation::compile(support::StackLimit stack) {
  const bool is_ir = holds_ir(path_);
  std::optional<ir::Module> module = is_ir ? read_ir() : build_ir(stack);
  if (!module) return;
  if (!is_ir) {
    const support::Phase phase(trace(), "passes");
    faults_ = passes::run_passes(
        *module,
        passes::pipeline(code_.profile == codegen::Profile::Release ? passes::Aim::FastPrograms
                                                                    : passes::Aim::FastCompilation),
        {});
    if (!faults_.empty()) return;
    code_.source = text_;
  }
  std::expected<std::string, codegen::Error> bytes;
  {
    const support::Phase phase(trace(), "codegen");
    bytes = codegen::generate(*module, code_);
  }
  if (!bytes) return report(bytes.error());
  write(options_.emit == Emit::Result ? result_of(*bytes) : *bytes);
}

// What whoever skips this step must be able to say again.
std::string Compilation::result_of(std::string_view object) {
  diagnostics_.sort();
  support::BinaryWriter stored;
  if (!diagnostics_.all().empty()) support::store_diagnostics(stored, diagnostics_.all());
  return encode_result({.has_all_diagnostics = diagnostics_.dropped() == 0,
                        .diagnostics = stored.bytes(),
                        .object = object});
}

void Compilation::replay() {
  const auto bytes = options_.replay == "-" ? read_standard_input(kLargestSource)
                                            : files_.read_file(options_.replay, kLargestSource);
  if (!bytes) {
    problems_.report(support::kFileUnreadable, {}, options_.replay, bytes.error().reason());
    return;
  }
  std::vector<const support::DiagnosticInfo*> rows;
  for (const support::DiagnosticInfo& row : frontend::frontend_diagnostics()) rows.push_back(&row);
  support::BinaryReader in(*bytes);
  auto stored = support::load_diagnostics(in, support::DiagnosticRegistry{rows},
                                          static_cast<uint32_t>(file_->text().size()));
  in.finish();
  if (!stored || !in.ok()) {
    problems_.report(diag::kNoStoredDiagnostics, {}, options_.replay);
    return;
  }
  diagnostics_.all() = *std::move(stored);
}

void Compilation::report(const codegen::Error& error) {
  switch (error.kind) {
    case codegen::ErrorKind::UnknownTarget:
      problems_.report(diag::kUnknownTarget, {}, error.subject);
      return;
    case codegen::ErrorKind::UnknownCpu:
      problems_.report(diag::kUnknownCpu, {}, error.subject, error.detail);
      return;
    case codegen::ErrorKind::CpuNotOfTarget:
      problems_.report(diag::kCpuNotOfTarget, {}, error.subject, error.detail);
      return;
    case codegen::ErrorKind::Unsupported:
      problems_.report(diag::kNoCodeForOperation, {}, error.subject);
      return;
    case codegen::ErrorKind::Malformed:
      faults_ = error.subject;
      return;
  }
}

void Compilation::write(std::string_view bytes) {
  if (options_.source.output == "-") {
    StandardOutput out;
    out.write(bytes);
    if (out.error()) report_unwritable(*out.error(), problems_);
    return;
  }
  const auto written = files_.write_if_changed(options_.source.output, bytes);
  if (!written) report_unwritable(written.error(), problems_);
}

std::string first_error(const support::DiagnosticSink& sink) {
  for (const support::Diagnostic& d : sink.all())
    if (d.info->severity == support::Severity::Error) return std::string(d.info->code);
  return {};
}

CompileOutcome Compilation::finish() {
  const Options& shown = options_.source;
  CompileOutcome outcome;
  diagnostics_.sort();
  if (file_) outcome.messages += diagnostics_text(diagnostics_, &*file_, shown);
  if (recorded_ && !shown.trace_file.empty()) {
    const auto written =
        files_.write_if_changed(shown.trace_file, recorded_->to_chrome_json("perry-cc"));
    if (!written) report_unwritable(written.error(), problems_);
  }
  if (!problems_.all().empty()) outcome.messages += diagnostics_text(problems_, nullptr, shown);
  if (shown.show_costs) outcome.messages += describe_costs(*recorded_);
  if (!faults_.empty())
    outcome.messages += "perry-cc: the compiler has made code that breaks its rules\n" + faults_;
  outcome.code = first_error(diagnostics_);
  if (outcome.code.empty()) outcome.code = first_error(problems_);
  outcome.exit_code = !faults_.empty() ? kExitInternal : failed() ? kExitDiagnostics : kExitSuccess;
  return outcome;
}

CompileOutcome Compilation::run() {
  if (!options_.request.empty()) read_request();
  if (!failed()) {
    set_up_code_generation();
    // Before the work, not behind it.
    if (const auto checked = codegen::check_target(code_); !checked) report(checked.error());
  }
  if (!failed()) {
    const support::Phase phase(trace(), "read");
    read_file();
  }
  if (!failed() && !options_.replay.empty()) {
    replay();
  } else if (!failed()) {
    support::run_with_stack(kStackSize,
                            [&] { compile(support::StackLimit::current(kStackReserve)); });
  }
  return finish();
}

}  // namespace

CompileOutcome compile_file(const CompileOptions& options) { return Compilation(options).run(); }

int run_compile(const CompileOptions& options) {
  support::end_with_parent();
  const CompileOutcome outcome = compile_file(options);
  write_standard_error(outcome.messages);
  return outcome.exit_code;
}

}  // namespace perry::cc
