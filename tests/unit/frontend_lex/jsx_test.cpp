#include <doctest/doctest.h>

#include "frontend/lex/entities.h"
#include "tests/unit/frontend_lex/lex_text.h"

namespace perry::frontend {

namespace {

// A lexer with all it needs, on one piece of source.
struct Reader {
  explicit Reader(std::string_view source)
      : atoms(source.size()), lexer(source, {.jsx = true}, atoms, sink) {}

  std::string current() const { return token_line(lexer.token(), atoms); }

  AtomTable atoms;
  support::DiagnosticSink sink;
  Lexer lexer;
};

std::string child(std::string_view source) {
  Reader reader(source);
  reader.lexer.next_jsx_child(0);
  return reader.current();
}

std::string child_codes(std::string_view source) {
  Reader reader(source);
  reader.lexer.next_jsx_child(0);
  return code_list(reader.sink);
}

std::string attribute(std::string_view source) {
  Reader reader(source);
  reader.lexer.next_jsx_attribute_value();
  return reader.current();
}

std::string name(std::string_view source) {
  Reader reader(source);
  reader.lexer.next();
  reader.lexer.rescan_jsx_name();
  const std::string first = reader.current();
  reader.lexer.next();
  return first + " " + reader.current();
}

}  // namespace

TEST_CASE("children") {
  CHECK(child("") == "<end>");
  CHECK(child("<a") == "<");
  CHECK(child("{a") == "{");
  CHECK(child("a b\n c<") == "text:a b<0A> c");
  CHECK(child("it's \"fine\" // here{") == "text:it's \"fine\" // here");
  CHECK(child("\u00E9 0123456789 0123456789<") == "text:<C3><A9> 0123456789 0123456789");
  CHECK(child("a\r\nb\rc\nd") == "text:a<0A>b<0D>c<0A>d");
  CHECK(child("\r\n\r\n<") == "text:<0A><0A>");
  CHECK(child("a\xFFz<") == "text:a<EF><BF><BD>z");
}

TEST_CASE("a run of children") {
  Reader reader("<a>x{y}z</a>");
  reader.lexer.next();
  reader.lexer.next();
  reader.lexer.next();
  CHECK(reader.current() == ">");
  reader.lexer.next_jsx_child(reader.lexer.position());
  CHECK(reader.current() == "text:x");
  reader.lexer.next_jsx_child(reader.lexer.position());
  CHECK(reader.current() == "{");
  reader.lexer.next();
  reader.lexer.next();
  CHECK(reader.current() == "}");
  reader.lexer.next_jsx_child(reader.lexer.token().end);
  CHECK(reader.current() == "text:z");
  reader.lexer.next_jsx_child(reader.lexer.position());
  CHECK(reader.current() == "<");
  reader.lexer.next();
  CHECK(reader.current() == "/");
}

TEST_CASE("entities") {
  CHECK(child("&lt;&amp;&gt;&quot;&apos;") == "text:<&>\"'");
  CHECK(child("a&nbsp;b&eacute;c") == "text:a<C2><A0>b<C3><A9>c");
  CHECK(child("&#65;&#x42;&#x1F600;&#0065;") == "text:AB<F0><9F><98><80>A");
  CHECK(child("&#xD83D;") == "text:<ED><A0><BD>");
  CHECK(child("&#x10FFFF;") == "text:<F4><8F><BF><BF>");
  for (const char* text : {"&", "&;", "&#;", "&#x;", "&lt", "& lt;", "&unknown;", "&LT;",
                           "&#x110000;", "&#X41;", "&#12a;", "&#99999999999999;", "&a b;"}) {
    CAPTURE(text);
    CHECK(child(text) == std::string("text:") + text);
  }
  CHECK(child("&&lt;&lt") == "text:&<&lt");
  CHECK(find_entity("AElig") == 0xC6);
  CHECK(find_entity("zwnj") == 0x200C);
  CHECK(find_entity("thetasym") == 0x3D1);
  CHECK(find_entity("") == 0);
  CHECK(find_entity("zzz") == 0);
}

TEST_CASE("characters that text may not contain") {
  CHECK(child("a > b } c<") == "text:a > b } c");
  CHECK(child_codes("a > b } c<") == "P1050@2-3 P1050@6-7");
  CHECK(child_codes("a &gt; b") == "");
}

TEST_CASE("attribute values") {
  CHECK(attribute(" 'a\\n\"b'") == "str:a\\n\"b");
  CHECK(attribute("\"a&amp;b\"") == "\\str:a&b");
  CHECK(attribute("\"a\r\nb\u00E9\"") == "str:a<0D><0A>b<C3><A9>");
  CHECK(attribute("/* c */ 'x'") == "str:x");
  CHECK(attribute("\n'x'") == "^str:x");
  CHECK(attribute("\u00A0'a\\'") == "str:a\\");
  CHECK(attribute("{a}") == "{");
  CHECK(attribute("<a/>") == "<");
  CHECK(attribute("") == "<end>");
  CHECK(attribute("'a\nb") == "!str:a");
  CHECK(attribute("'a&lt;\xFF'") == "\\str:a<<EF><BF><BD>");
}

TEST_CASE("an attribute value beyond ASCII") {
  Reader reader("=\u00E9");
  reader.lexer.next();
  reader.lexer.next_jsx_attribute_value();
  CHECK(reader.current() == "id:<C3><A9>");
  CHECK(reader.lexer.token().span() == support::Span{1, 3});
}

TEST_CASE("an open attribute value ends with its line") {
  Reader reader("'a\nb");
  reader.lexer.next_jsx_attribute_value();
  CHECK(code_list(reader.sink) == "P1003@0-1");
  reader.lexer.next();
  CHECK(reader.current() == "^id:b");
}

TEST_CASE("names with hyphens") {
  CHECK(name("a-b-c=1") == "name:a-b-c =");
  CHECK(name("a") == "name:a <end>");
  CHECK(name("class-=") == "name:class- =");
  CHECK(name("a--1x:b") == "name:a--1x :");
  CHECK(name("a-\u00E9 b") == "name:a-<C3><A9> id:b");
  CHECK(name("for x") == "name:for id:x");
  CHECK(name("\\u0061-b") == "\\name:a-b <end>");
}

}  // namespace perry::frontend
