#include "tests/fuzz/front_end/generate.h"

#include <array>
#include <string_view>

namespace perry::fuzz {

namespace {

constexpr size_t kMostText = 16 * 1024;
constexpr int kMostDepth = 24;

constexpr std::array<std::string_view, 24> kNames = {
    "a",      "b",    "c",       "x",        "async",    "of",        "get",      "set",
    "static", "type", "let",     "yield",    "await",    "arguments", "eval",     "using",
    "as",     "from", "declare", "abstract", "\\u0061b", "π",         "accessor", "undefined"};
constexpr std::array<std::string_view, 16> kLiterals = {
    "0",    "1.5e3",     "0xff", "1n",     "017",  "\"s\"", "'\\u{1F600}'", "null",
    "true", "/a[/]b/gu", "`t`",  "'\\08'", "this", "1_000", ".5",           "/(?<n>x)\\k<n>/v"};
constexpr std::array<std::string_view, 24> kBinary = {
    "+",   "-",  "*",  "/",   "%",   "**", "<", ">", "<=", ">=", "<<",   ">>",
    ">>>", "==", "!=", "===", "!==", "&",  "|", "^", "&&", "||", "\?\?", " instanceof "};
constexpr std::array<std::string_view, 16> kAssign = {
    "=",   "+=",   "-=", "*=", "/=", "%=",  "**=", "<<=",
    ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "\?\?="};
constexpr std::array<std::string_view, 8> kUnary = {"!",       "~",     "+",       "-",
                                                    "typeof ", "void ", "delete ", "await "};
constexpr std::array<std::string_view, 16> kKeywordTypes = {
    "any",    "unknown", "never", "string", "number",        "boolean", "symbol", "object",
    "bigint", "void",    "null",  "this",   "unique symbol", "1",       "-1",     "'s'"};
constexpr std::array<std::string_view, 8> kMemberModifiers = {
    "",           "static ",   "public ",  "private readonly ",
    "protected ", "override ", "declare ", "abstract "};

class Generator {
 public:
  Generator(std::span<const uint8_t> choices, Dialects dialects)
      : choices_(choices), dialects_(dialects) {}

  std::string run() {
    do {
      if (dialects_.module && pick(4) == 1)
        module_item();
      else
        statement();
    } while (at_ < choices_.size() && out_.size() < kMostText);
    return std::move(out_);
  }

 private:
  // The next choice; zero, the shortest form, when they have run out or nesting is deep.
  unsigned pick(unsigned count) {
    if (at_ >= choices_.size() || out_.size() >= kMostText) return 0;
    const unsigned choice = choices_[at_++];
    return depth_ > kMostDepth ? 0 : choice % count;
  }
  bool maybe() { return pick(2) == 1; }
  void put(std::string_view text) { out_ += text; }
  template <size_t N>
  void put_one(const std::array<std::string_view, N>& texts) {
    put(texts[pick(N)]);
  }
  void name() { put_one(kNames); }
  void newline() { put(pick(8) == 1 ? "// c\n" : pick(8) == 1 ? "/* c */" : "\n"); }

  struct Deeper {
    explicit Deeper(Generator& g) : generator(g) { generator.depth_++; }
    ~Deeper() { generator.depth_--; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;
    Generator& generator;
  };

  template <class Item>
  void list(std::string_view separator, unsigned most, Item item) {
    const unsigned count = pick(most + 1);
    for (unsigned i = 0; i < count; i++) {
      if (i != 0) put(separator);
      item();
    }
  }

  void block() {
    Deeper deeper(*this);
    put("{");
    list("\n", 3, [&] { statement(); });
    put("}");
  }

  void parameters() {
    put("(");
    list(", ", 3, [&] {
      if (dialects_.typescript && pick(6) == 1) put("public ");
      if (pick(8) == 1) put("...");
      pattern();
      if (dialects_.typescript) {
        if (pick(5) == 1) put("?");
        annotation();
      }
      if (pick(5) == 1) initializer();
    });
    put(")");
    if (dialects_.typescript) annotation();
  }

  void initializer() {
    put(" = ");
    assignment();
  }

  void annotation() {
    if (pick(3) != 1) return;
    put(": ");
    type();
  }

  void pattern() {
    Deeper deeper(*this);
    switch (pick(5)) {
      default:
        return name();
      case 1:
        put("[");
        list(",", 3, [&] {
          if (pick(5) == 1) return;
          if (pick(5) == 1) put("...");
          pattern();
          if (pick(4) == 1) initializer();
        });
        put("]");
        return;
      case 2:
        put("{");
        list(",", 3, [&] {
          switch (pick(4)) {
            default:
              name();
              break;
            case 1:
              property_key();
              put(": ");
              pattern();
              break;
            case 2:
              put("...");
              name();
              return;
          }
          if (pick(4) == 1) initializer();
        });
        put("}");
        return;
    }
  }

  void property_key() {
    switch (pick(5)) {
      default:
        return name();
      case 1:
        return put("'k'");
      case 2:
        return put("1");
      case 3:
        put("[");
        assignment();
        put("]");
        return;
      case 4:
        return put("class");
    }
  }

  void function_head() {
    if (pick(4) == 1) put("async ");
    put("function ");
    if (pick(4) == 1) put("* ");
  }

  void type_parameters() {
    if (!dialects_.typescript || pick(4) != 1) return;
    put("<");
    put(maybe() ? "T" : "const T extends U = V");
    put(">");
  }

  void class_body() {
    Deeper deeper(*this);
    put("{");
    list("\n", 4, [&] { class_member(); });
    put("}");
  }

  void class_member() {
    if (pick(8) == 1) {
      put("static ");
      return block();
    }
    if (pick(8) == 1) {
      put("@");
      name();
      put(" ");
    }
    put(dialects_.typescript ? kMemberModifiers[pick(8)] : pick(4) == 1 ? "static " : "");
    switch (pick(6)) {
      default:
        member_name();
        if (dialects_.typescript) annotation();
        if (maybe()) initializer();
        put(";");
        return;
      case 1:
        member_name();
        type_parameters();
        parameters();
        return block();
      case 2:
        put("get ");
        member_name();
        put("() ");
        return block();
      case 3:
        put("set ");
        member_name();
        put("(v) ");
        return block();
      case 4:
        put("async *");
        member_name();
        parameters();
        return block();
      case 5:
        put("accessor ");
        member_name();
        put(";");
        return;
    }
  }

  void member_name() {
    if (pick(4) == 1) put("#");
    name();
  }

  void class_tail() {
    type_parameters();
    if (maybe()) {
      put(" extends ");
      name();
    }
    put(" ");
    class_body();
  }

  void variable() {
    constexpr std::array<std::string_view, 5> kKinds = {"var ", "let ", "const ", "using ",
                                                        "await using "};
    put_one(kKinds);
    list(", ", 2, [&] {
      pattern();
      if (dialects_.typescript) annotation();
      if (maybe()) initializer();
    });
    name();
    initializer();
    put(";");
  }

  void statement() {
    Deeper deeper(*this);
    switch (pick(26)) {
      default:
        expression();
        put(pick(4) == 1 ? "\n" : ";");
        return;
      case 1:
        return variable();
      case 2:
        function_head();
        name();
        type_parameters();
        parameters();
        return block();
      case 3:
        if (pick(4) == 1) put("@dec ");
        put("class ");
        name();
        return class_tail();
      case 4:
        put("if (");
        expression();
        put(") ");
        statement();
        if (maybe()) {
          put(" else ");
          statement();
        }
        return;
      case 5:
        put("for (");
        if (maybe()) {
          put("let ");
          pattern();
          initializer();
        }
        put("; ");
        expression();
        put("; ");
        expression();
        put(") ");
        return statement();
      case 6:
        put(pick(5) == 1 ? "for await (" : "for (");
        if (maybe()) put("const ");
        pattern();
        put(maybe() ? " of " : " in ");
        assignment();
        put(") ");
        return statement();
      case 7:
        put("while (");
        expression();
        put(") ");
        return statement();
      case 8:
        put("do ");
        statement();
        put(" while (");
        expression();
        put(")");
        return newline();
      case 9:
        put("try ");
        block();
        if (maybe()) {
          put(" catch ");
          if (maybe()) {
            put("(");
            pattern();
            put(") ");
          }
          block();
        }
        put(" finally ");
        return block();
      case 10:
        put("switch (");
        expression();
        put(") { case ");
        expression();
        put(": ");
        statement();
        put(" default: ");
        statement();
        return put("}");
      case 11:
        name();
        put(": ");
        return statement();
      case 12:
        return put(maybe() ? "break;" : "continue;");
      case 13:
        put("return ");
        expression();
        return put(";");
      case 14:
        put("throw ");
        expression();
        return put(";");
      case 15:
        put("with (");
        expression();
        put(") ");
        return statement();
      case 16:
        return block();
      case 17:
        return put("\"use strict\";");
      case 18:
        return put(";");
      case 19:
        return put("<!-- html\n");
      case 20:
      case 21:
      case 22:
      case 23:
        if (dialects_.typescript) return type_declaration();
        return newline();
    }
  }

  void type_declaration() {
    if (pick(4) == 1) put("declare ");
    switch (pick(6)) {
      default:
        put("type ");
        name();
        type_parameters();
        put(" = ");
        type();
        return put(";");
      case 1:
        put("interface ");
        name();
        type_parameters();
        put(" ");
        return type_members();
      case 2:
        put(maybe() ? "enum " : "const enum ");
        name();
        put(" { A = 1, ");
        property_key();
        put(" }");
        return;
      case 3:
        put("namespace ");
        name();
        put(".N ");
        return block();
      case 4:
        put("abstract class ");
        name();
        return class_tail();
      case 5:
        put("import ");
        name();
        return put(" = A.B;");
    }
  }

  void type_members() {
    Deeper deeper(*this);
    put("{");
    list(";", 3, [&] {
      switch (pick(6)) {
        default:
          property_key();
          put(maybe() ? "?: " : ": ");
          return type();
        case 1:
          property_key();
          type_parameters();
          return parameters();
        case 2:
          put("[k: string]: ");
          return type();
        case 3:
          put("new ");
          return parameters();
        case 4:
          return parameters();
        case 5:
          put("readonly get ");
          property_key();
          return put("()");
      }
    });
    put("}");
  }

  void type() {
    Deeper deeper(*this);
    switch (pick(18)) {
      default:
        return put_one(kKeywordTypes);
      case 1:
        name();
        put("<");
        type();
        return put(">");
      case 2:
        type();
        return put("[]");
      case 3:
        put("| ");
        type();
        put(" | ");
        return type();
      case 4:
        type();
        put(" & ");
        return type();
      case 5:
        type_parameters();
        put("(");
        name();
        put(": ");
        type();
        put(") => ");
        return type();
      case 6:
        put("[a: ");
        type();
        put(", b?: ");
        type();
        put(", ...c: ");
        type();
        return put("]");
      case 7:
        return type_members();
      case 8:
        type();
        put(" extends infer U extends ");
        type();
        put(" ? ");
        type();
        put(" : ");
        return type();
      case 9:
        put("{ readonly [K in ");
        type();
        put(" as ");
        type();
        put("]-?: ");
        type();
        return put(" }");
      case 10:
        put("keyof ");
        return type();
      case 11:
        put("typeof ");
        name();
        return put(".x");
      case 12:
        put("`a${");
        type();
        return put("}b`");
      case 13:
        type();
        put("['k']");
        return;
      case 14:
        put("(");
        type();
        return put(")");
      case 15:
        put("abstract new () => ");
        return type();
      case 16:
        return put("import('m').A<B>");
      case 17:
        put("asserts x is ");
        return type();
    }
  }

  void module_item() {
    switch (pick(10)) {
      default:
        put("import ");
        name();
        return put(" from 'm';");
      case 1:
        put("import { a as ");
        name();
        return put(", default as d, 'x y' as z } from 'm' with { type: 'json' };");
      case 2:
        return put("import defer * as ns from 'm';");
      case 3:
        return put("import source s from 'm';");
      case 4:
        put("export default ");
        assignment();
        return put(";");
      case 5:
        put("export { ");
        name();
        return put(" as default };");
      case 6:
        return put("export * as 'q r' from 'm';");
      case 7:
        put("export ");
        return variable();
      case 8:
        put("export class ");
        name();
        return class_tail();
      case 9:
        return put(dialects_.typescript ? "import type { T } from 'm'; export = a;"
                                        : "export * from 'm';");
    }
  }

  void expression() {
    Deeper deeper(*this);
    assignment();
    if (pick(8) == 1) {
      put(", ");
      assignment();
    }
  }

  void arguments() {
    put("(");
    list(", ", 3, [&] {
      if (pick(6) == 1) put("...");
      assignment();
    });
    put(")");
  }

  void arrow() {
    if (pick(4) == 1) put("async ");
    type_parameters();
    if (pick(3) == 1)
      name();
    else
      parameters();
    put(" => ");
    if (maybe()) return block();
    assignment();
  }

  void member_chain() {
    primary();
    list("", 4, [&] {
      switch (pick(8)) {
        default:
          put(".");
          return name();
        case 1:
          put("[");
          expression();
          return put("]");
        case 2:
          return arguments();
        case 3:
          put("?.");
          return name();
        case 4:
          put("?.[");
          expression();
          return put("]");
        case 5:
          return put("`q${0}`");
        case 6:
          return put(dialects_.typescript ? "!" : ".p");
        case 7:
          return put(dialects_.typescript ? "<T, U<V>>()" : ".#p");
      }
    });
  }

  void assignment() {
    Deeper deeper(*this);
    switch (pick(16)) {
      default:
        return member_chain();
      case 1:
        assignment();
        put_one(kBinary);
        return assignment();
      case 2:
        pattern();
        put(" ");
        put_one(kAssign);
        put(" ");
        return assignment();
      case 3:
        assignment();
        put(" ? ");
        assignment();
        put(" : ");
        return assignment();
      case 4:
        return arrow();
      case 5:
        put_one(kUnary);
        return member_chain();
      case 6:
        put("yield* ");
        return assignment();
      case 7:
        put("++");
        return member_chain();
      case 8:
        member_chain();
        return put("--");
      case 9:
        put("(");
        assignment();
        return put(")");
      case 10:
        put("#p in ");
        return assignment();
      case 11:
        if (!dialects_.typescript) return member_chain();
        member_chain();
        put(maybe() ? " as " : " satisfies ");
        return type();
      case 12:
        if (dialects_.jsx) return element();
        if (!dialects_.typescript) return member_chain();
        put("<");
        type();
        put(">");
        return member_chain();
    }
  }

  void primary() {
    Deeper deeper(*this);
    switch (pick(16)) {
      default:
        return name();
      case 1:
      case 2:
        return put_one(kLiterals);
      case 3:
        put("[");
        list(",", 3, [&] {
          if (pick(6) == 1) return;
          if (pick(6) == 1) put("...");
          assignment();
        });
        return put("]");
      case 4:
        return object();
      case 5:
        put("(");
        function_head();
        parameters();
        block();
        return put(")");
      case 6:
        put("(class ");
        class_tail();
        return put(")");
      case 7:
        put("`a${");
        expression();
        return put("}\\x41`");
      case 8:
        put("new ");
        name();
        return arguments();
      case 9:
        put("import(");
        assignment();
        return put(")");
      case 10:
        return put("import.meta");
      case 11:
        return put("new.target");
      case 12:
        put("super.");
        return name();
      case 13:
        put("(");
        expression();
        return put(")");
      case 14:
        put("super");
        return arguments();
      case 15:
        return put("import.source('m')");
    }
  }

  void object() {
    put("{");
    list(", ", 3, [&] {
      switch (pick(7)) {
        default:
          return name();
        case 1:
          property_key();
          put(": ");
          return assignment();
        case 2:
          put("...");
          return assignment();
        case 3:
          put(maybe() ? "get " : "set ");
          property_key();
          parameters();
          return block();
        case 4:
          put(maybe() ? "async *" : "");
          property_key();
          parameters();
          return block();
        case 5:
          name();
          return initializer();
        case 6:
          put("__proto__: ");
          return assignment();
      }
    });
    put("}");
  }

  void element() {
    Deeper deeper(*this);
    if (pick(4) == 1) return put("<></>");
    put("<a.b c-d='&amp;' {...x} e={");
    assignment();
    put("}>");
    list("", 3, [&] {
      if (maybe()) return put(" text &lt; ");
      if (maybe()) return element();
      put("{/* c */}{");
      assignment();
      put("}");
    });
    put("</a.b>");
  }

  std::span<const uint8_t> choices_;
  Dialects dialects_;
  size_t at_ = 0;
  int depth_ = 0;
  std::string out_;
};

}  // namespace

std::string generate_program(std::span<const uint8_t> choices, Dialects dialects) {
  return Generator(choices, dialects).run();
}

}  // namespace perry::fuzz
