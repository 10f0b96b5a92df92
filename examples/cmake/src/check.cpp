#include <cstdio>
#include <string>

static std::string output_of(const char* command) {
  std::string text;
  FILE* const pipe = popen(command, "r");
  if (pipe == nullptr) return text;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) text += static_cast<char>(c);
  pclose(pipe);
  return text;
}

// Whether two programs print the same.
int main(int, char** argv) {
  const std::string one = output_of(argv[1]);
  const std::string other = output_of(argv[2]);
  std::printf("%s%s", one.c_str(), other.c_str());
  return one == other && !one.empty() ? 0 : 1;
}
