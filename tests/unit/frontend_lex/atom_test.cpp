#include "frontend/token/atom.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

#include "frontend/token/token.h"

namespace perry::frontend {

TEST_CASE("words have the first atoms") {
  AtomTable table(0);
  CHECK(table.count() == atoms::kWellKnownCount);
  for (uint32_t i = 0; i < kWordCount; i++) {
    const TokenKind kind = word_kind(AtomId(i));
    CHECK(is_word(kind));
    CHECK(table.text(AtomId(i)) == token_text(kind));
    CHECK(table.find(token_text(kind)) == AtomId(i));
    CHECK(word_atom(kind) == AtomId(i));
    CHECK(table.intern_borrowed(token_text(kind)) == AtomId(i));
  }
  CHECK(table.text(atoms::use_strict) == "use strict");
  CHECK(table.find("") == atoms::empty);
  CHECK(table.text(atoms::empty).empty());
  CHECK(table.find("*default*") == atoms::default_export);
}

TEST_CASE("each text is there once") {
  AtomTable table(100000);
  // Long enough to make the table grow, and of every length that is hashed in its own way.
  std::vector<std::string> texts;
  for (int i = 0; i < 2000; i++) {
    texts.push_back(std::string(static_cast<size_t>(i) % 40, 'a') + std::to_string(i));
    texts.push_back(std::to_string(i) + std::string(static_cast<size_t>(i) % 40, 'a'));
  }
  std::vector<AtomId> ids;
  for (const std::string& text : texts) ids.push_back(table.intern_borrowed(text));
  for (size_t i = 0; i < texts.size(); i++) {
    CHECK(table.text(ids[i]) == texts[i]);
    CHECK(table.find(texts[i]) == ids[i]);
    CHECK(table.intern_copied(texts[i]) == ids[i]);
  }
  CHECK(table.count() == atoms::kWellKnownCount + std::set(texts.begin(), texts.end()).size());
  CHECK(table.find("absent").is_none());
}

TEST_CASE("copied texts outlive their source; borrowed ones are not copied") {
  AtomTable table(100);
  std::string text = "short lived";
  const AtomId copied = table.intern_copied(text);
  text[0] = 'X';
  CHECK(table.text(copied) == "short lived");

  const std::string source = "a name of the source";
  CHECK(table.text(table.intern_borrowed(source)).data() == source.data());
}

TEST_CASE("zero bytes are part of a text") {
  AtomTable table(100);
  using namespace std::string_view_literals;
  const AtomId plain = table.intern_copied("a"sv);
  const AtomId padded = table.intern_copied("a\0"sv);
  const AtomId nul = table.intern_copied("\0"sv);
  CHECK(plain != padded);
  CHECK(nul != atoms::empty);
  CHECK(table.text(padded).size() == 2);
}

TEST_CASE("hashes are the same however a text is read") {
  const std::string text = "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmn";
  for (size_t size = 0; size <= text.size(); size++) {
    const std::string_view part = std::string_view(text).substr(0, size);
    CHECK(AtomTable::hash_text(part) == AtomTable::hash_text(std::string(part)));
    for (size_t other = 0; other < size; other++)
      CHECK(AtomTable::hash_text(part) != AtomTable::hash_text(part.substr(0, other)));
  }
  static_assert(hash_text("constructor") != hash_text("constructos"));
}

TEST_CASE("token names") {
  CHECK(token_text(TokenKind::QuestionQuestionEqual) == "\?\?=");
  CHECK(token_text(TokenKind::Identifier) == "identifier");
  CHECK(token_name(TokenKind::BigIntWord) == "BigIntWord");
  CHECK(token_text(TokenKind::BigIntWord) == "bigint");
  CHECK(is_assignment_operator(TokenKind::QuestionQuestionEqual));
  CHECK(!is_assignment_operator(TokenKind::QuestionQuestion));
}

}  // namespace perry::frontend
