#include <cstdio>
#include <string>
#include <string_view>

#include "perry-cc/passes/pipeline.h"

// Reads IR, runs passes, prints: `perry_opt [--passes=a,b] [--print-after=a,b] FILE`. A tool of the
// tests; the compiler runs the same passes behind its own front end.
namespace {

bool read_file(const char* path, std::string& text) {
  std::FILE* const file = std::fopen(path, "rb");
  if (file == nullptr) return false;
  char buffer[4096];
  for (size_t size; (size = std::fread(buffer, 1, sizeof buffer, file)) > 0;)
    text.append(buffer, size);
  std::fclose(file);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::string passes;
  const char* path = nullptr;
  perry::passes::PipelineOptions options;
  std::string printed;
  options.printed = &printed;
  for (int i = 1; i < argc; i++) {
    const std::string_view arg = argv[i];
    if (arg.starts_with("--passes=")) {
      passes = arg.substr(9);
    } else if (arg.starts_with("--print-after=")) {
      options.print_after.emplace_back(arg.substr(14));
    } else if (arg.starts_with("-") || path != nullptr) {
      std::fprintf(stderr, "perry_opt: unexpected `%s`\n", argv[i]);
      return 2;
    } else {
      path = argv[i];
    }
  }
  std::string text;
  if (path == nullptr || !read_file(path, text)) {
    std::fprintf(stderr, "perry_opt: no file to read\n");
    return 2;
  }
  const perry::passes::OptResult result = perry::passes::run_opt(text, passes, options);
  std::fwrite(printed.data(), 1, printed.size(), stdout);
  std::fwrite(result.output.data(), 1, result.output.size(), result.ok ? stdout : stderr);
  return result.ok ? 0 : 1;
}
