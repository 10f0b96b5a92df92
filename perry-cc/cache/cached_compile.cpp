#include "perry-cc/cache/cached_compile.h"

#include <cerrno>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "frontend/module/request.h"
#include "perry-cc/cache/process.h"
#include "perry-cc/command_line/exit_codes.h"
#include "perry-cc/result/compile_result.h"
#include "support/base/edge_log.h"
#include "support/base/path.h"
#include "support/base/real_file_system.h"
#include "support/diag/file_diagnostics.h"
#include "support/diag/render.h"
#include "support/store/content_store.h"

namespace perry::cc {

namespace {

constexpr size_t kLargestRequest = size_t{256} << 20;

class CachedCompile {
 public:
  explicit CachedCompile(const CachedCompileOptions& options) : options_(options) {}

  int run();

 private:
  std::vector<std::string> command() const;
  void read_request();
  void open_store();
  int compile_directly();
  bool use_cached();
  bool replay(std::string_view diagnostics) const;
  int compile_and_keep();
  int write(std::string_view object);
  void add_problem(const std::string& text);
  int end_of(const ChildResult& compiler) const;
  void log(int exit_code);

  const CachedCompileOptions& options_;
  support::RealFileSystem files_;
  support::EdgeRecord record_ = support::begin_edge("cc");
  support::Hash256 key_;
  std::string triple_;
  bool has_request_ = false;
  std::optional<support::ContentStore> store_;
};

std::vector<std::string> CachedCompile::command() const {
  return {options_.compiler, "compile", "--root", options_.root, "--request", options_.request};
}

void CachedCompile::add_problem(const std::string& text) {
  if (record_.errors++ == 0) record_.problem = text;
}

// What is wrong with a request is the compiler's to say.
void CachedCompile::read_request() {
  const auto bytes = files_.read_file(options_.request, kLargestRequest);
  if (!bytes) return;
  auto request = frontend::decode_request(*bytes);
  if (!request) return;
  key_ = frontend::request_key(*bytes);
  triple_ = std::move(request->target.triple);
  record_.key = key_.to_hex();
  record_.name = std::move(request->source_path);
  has_request_ = true;
}

void CachedCompile::open_store() {
  if (options_.settings.empty()) return;
  const auto text = files_.read_file(options_.settings);
  if (!text) {
    if (!text.error().is_missing()) add_problem(options_.settings + ": " + text.error().reason());
    return;
  }
  const auto settings = support::read_settings(*text);
  if (!settings) return add_problem(options_.settings + ": " + settings.error());
  if (!settings->is_enabled()) return;
  const std::string_view state = support::path_directory(options_.settings);
  store_.emplace(*settings, files_, std::string(state), triple_);
}

// A compiler that was killed, for want of memory say, could not tell of what.
int CachedCompile::end_of(const ChildResult& compiler) const {
  if (!compiler.ended_by.empty()) {
    write_standard_error_text("perry-cache: `" + options_.compiler + "` ended by a signal (" +
                              compiler.ended_by + ") as it compiled " + record_.name + "\n");
  }
  return compiler.exit_code;
}

int CachedCompile::compile_directly() {
  std::vector<std::string> words = command();
  words.insert(words.end(), {"-o", options_.output});
  const auto child = run_child(words, {}, ChildOutput::Shown);
  record_.outcome = "compiled";
  if (child) return end_of(*child);
  write_standard_error_text("perry-cache: cannot run `" + options_.compiler + "`\n");
  return kExitInternal;
}

// Says again what the compiler said. It may refuse, because the source has changed meanwhile, say.
bool CachedCompile::replay(std::string_view diagnostics) const {
  std::vector<std::string> words = command();
  words.insert(words.end(), {"--replay", "-"});
  const auto child = run_child(words, diagnostics, ChildOutput::Shown);
  return child && child->exit_code == kExitSuccess;
}

bool CachedCompile::use_cached() {
  const auto found = store_->find(key_);
  if (!found) return false;
  if (!store_->deliver(key_, *found, options_.output)) return false;
  if (!found->entry.note.empty() && !replay(found->entry.note)) return false;
  record_.outcome = "cached";
  record_.tier = found->tier;
  record_.bytes = found->entry.blob.size();
  return true;
}

int CachedCompile::write(std::string_view object) {
  const auto written = files_.write_if_changed(options_.output, object);
  if (written) return kExitSuccess;
  support::DiagnosticSink problems;
  support::report_write_error(problems, written.error());
  write_standard_error_text(
      support::render_text({.file = nullptr, .diagnostics = problems.all()}, {}));
  return kExitDiagnostics;
}

// The object comes through a pipe: in the build folder somebody else might put another one in its
// place before it is kept.
int CachedCompile::compile_and_keep() {
  std::vector<std::string> words = command();
  words.insert(words.end(), {"--emit", "result", "-o", "-"});
  const auto child = run_child(words, {}, ChildOutput::Caught);
  record_.outcome = "compiled";
  if (!child) {
    write_standard_error_text("perry-cache: cannot run `" + options_.compiler + "`\n");
    return kExitInternal;
  }
  if (child->exit_code != kExitSuccess) return end_of(*child);
  const auto result = decode_result(child->output);
  if (!result) {
    write_standard_error_text("perry-cache: `" + options_.compiler +
                              "` wrote something else than a result\n");
    return kExitInternal;
  }
  record_.bytes = result->object.size();
  if (const int exit = write(result->object); exit != kExitSuccess) return exit;
  if (!result->has_all_diagnostics) return kExitSuccess;
  store_->keep(key_, result->diagnostics, result->object);
  store_->collect();
  return kExitSuccess;
}

void CachedCompile::log(int exit_code) {
  if (options_.log.empty()) return;
  if (exit_code != kExitSuccess) record_.outcome = "failed";
  if (store_) {
    record_.stores = store_->counts().stores;
    if (store_->counts().errors > 0) {
      if (record_.errors == 0) record_.problem = store_->counts().first_error;
      record_.errors += store_->counts().errors;
    }
  }
  support::end_edge(record_);
  support::append_edge(options_.log, record_);
}

int CachedCompile::run() {
  read_request();
  if (has_request_) open_store();
  int exit_code = kExitSuccess;
  if (!store_)
    exit_code = compile_directly();
  else if (!use_cached())
    exit_code = compile_and_keep();
  log(exit_code);
  return exit_code;
}

}  // namespace

int run_cached_compile(const CachedCompileOptions& options) { return CachedCompile(options).run(); }

}  // namespace perry::cc
