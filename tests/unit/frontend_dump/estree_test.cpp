#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/dump/dump.h"
#include "frontend/lex/options.h"

namespace perry::frontend {

namespace {

class StringSink final : public TextSink {
 public:
  void write(std::string_view text) override { text_ += text; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// `[[[...]]]` as a tree, made by hand: no parser's limit stands in the way.
void make_nested_arrays(Ast& ast, uint32_t depth) {
  NodeId inner = ast.make(depth, depth + 2, ast::ArrayExpression{});
  for (uint32_t i = depth; i-- > 0;) {
    const NodeList elements = ast.make_list(std::vector{inner});
    inner = ast.make(i, 2 * depth + 2 - i, ast::ArrayExpression{elements});
  }
  const NodeId statement = ast.make(0, 2 * depth + 2, ast::ExpressionStatement{inner});
  ast.set_root(ast.make(0, 2 * depth + 2,
                        ast::Program{.body = ast.make_list(std::vector{statement}), .scope = {}}));
}

std::string estree(const Ast& ast, Dialect dialect) {
  StringSink sink;
  TextWriter writer(sink);
  dump_estree(ast, {.dialect = dialect}, writer);
  writer.flush();
  return sink.text();
}

}  // namespace

TEST_CASE("what follows a child comes behind all of the child") {
  const std::string source = "[[]]";
  Ast ast(source);
  make_nested_arrays(ast, 1);
  CHECK(estree(ast, Dialect::JavaScript) ==
        R"({"type":"Program","start":0,"end":4,"body":[{"type":"ExpressionStatement","start":0,)"
        R"("end":4,"expression":{"type":"ArrayExpression","start":0,"end":4,"elements":[)"
        R"({"type":"ArrayExpression","start":1,"end":3,"elements":[]}]}}],"sourceType":"module"})"
        "\n");
  CHECK(estree(ast, Dialect::TypeScript) ==
        R"({"type":"Program","range":[0,4],"body":[{"type":"ExpressionStatement","expression":)"
        R"({"type":"ArrayExpression","elements":[{"type":"ArrayExpression","elements":[],)"
        R"("range":[1,3]}],"range":[0,4]},"range":[0,4]}],"sourceType":"module"})"
        "\n");
}

TEST_CASE("deep trees need no stack") {
  constexpr uint32_t kDepth = 1'000'000;
  const std::string source = std::string(kDepth + 1, '[') + std::string(kDepth + 1, ']');
  Ast ast(source);
  make_nested_arrays(ast, kDepth);
  const std::string json = estree(ast, Dialect::TypeScript);
  CHECK(json.ends_with(
      "\"range\":[0,2000002]},\"range\":[0,2000002]}],\"sourceType\":\"module\"}\n"));

  StringSink sink;
  TextWriter writer(sink);
  dump_ast(ast, writer);
  writer.flush();
  CHECK(sink.text().find("(1000003) ") != std::string::npos);
  CHECK(sink.text().size() < size_t{kDepth} * 400);
}

}  // namespace perry::frontend
