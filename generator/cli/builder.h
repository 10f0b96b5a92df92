#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "generator/project/configure.h"
#include "generator/project/options.h"
#include "generator/project/project.h"
#include "generator/report/build_report.h"
#include "generator/report/run_ninja.h"
#include "support/base/real_file_system.h"

namespace perry::generator {

inline constexpr const char* kNoNinja = "ninja is not on PATH; install it (package ninja-build)";

// Configures and builds one project, and tells the user about it.
class Builder {
 public:
  explicit Builder(const Options& options);

  // Each says what is wrong where something is, and does what must come before it.
  bool find();
  bool configure();
  bool scan();
  // `targets` of build.ninja; none: all programs.
  bool build(Detail detail, const std::vector<std::string>& targets = {});

  bool fail(const std::string& message) const;
  std::string shown(const std::string& path) const;
  const std::string& here() const { return here_; }
  const Project& project() const { return project_; }
  const Tools& tools() const { return tools_; }
  support::FileSystem& files() { return files_; }
  std::string program_path(size_t entry = 0) const;
  // All that the scan looked at, the tools and the runtime: absolute.
  std::vector<std::string> dependencies();

 private:
  std::vector<std::string> ninja_command(const std::vector<std::string>& targets) const;
  bool run_verbose(const std::vector<std::string>& command);
  bool scan_for_trace();
  bool report(const BuildOutcome& outcome, const EdgeTimes& before);
  bool write_trace(const EdgeTimes& times);
  EdgeTimes read_times();
  bool forget_objects();
  void report_cache();
  std::string in_build(std::string_view name) const;
  void begin_phase(std::string name);
  void end_phase();

  const Options& options_;
  std::string here_;
  support::RealFileSystem files_;
  Project project_;
  Tools tools_;
  std::string ninja_;
  bool must_scan_ = false;
  uint64_t log_mark_ = 0;
  int64_t origin_ns_;
  TraceInput trace_;
};

}  // namespace perry::generator
