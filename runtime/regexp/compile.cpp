#include "runtime/regexp/compile.h"

#include "runtime/regexp/emitter.h"
#include "runtime/regexp/parser.h"

namespace perry::runtime::regexp {

const char* message(ErrorKind kind) {
  static constexpr const char* kMessages[] = {
#define REGEXP_ERROR(Kind, text) text,
#include "runtime/regexp/errors.def"
#undef REGEXP_ERROR
  };
  return kMessages[static_cast<size_t>(kind)];
}

std::expected<Program, ErrorKind> compile(std::u16string_view pattern, uint32_t flags) {
  std::expected<Tree, ErrorKind> tree = Parser(pattern, flags).parse();
  if (!tree) return std::unexpected(tree.error());
  std::vector<uint32_t> words = Emitter(*tree, flags).emit();
  if (words.empty()) return std::unexpected(ErrorKind::TooLarge);
  return Program(std::move(words));
}

}  // namespace perry::runtime::regexp
