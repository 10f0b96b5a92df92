#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <string_view>

// The C++ library's own handler prints the name of the exception's type, and brings a demangler of
// 45 KB into every program for that. JavaScript's exceptions are all caught; what else is thrown is
// a bug or a lack of memory, and a debugger shows which.
static void end_program() {
  constexpr std::string_view kMessage = "fatal error: nobody catches an exception of the runtime\n";
  if (::write(STDERR_FILENO, kMessage.data(), kMessage.size()) < 0) std::_Exit(1);
  std::abort();
}

namespace __cxxabiv1 {  // NOLINT(bugprone-reserved-identifier): the library's name

// NOLINTNEXTLINE(bugprone-reserved-identifier): likewise
std::terminate_handler __terminate_handler = end_program;

}  // namespace __cxxabiv1
