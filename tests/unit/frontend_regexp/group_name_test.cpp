#include "tests/unit/frontend_regexp/verdict.h"

namespace perry::frontend::test {

TEST_CASE("group names are identifiers") {
  check_valid(all_modes,
              {"(?<a>)", "(?<$>)", "(?<_>)", "(?<a1$_>)", "(?<é>)", "(?<𝒜>)", "(?<a𝟚>)", "(?<a·>)",
               "(?<a\u200C\u200D>)", "(?<\\u0061>)", "(?<\\u{61}b>)", "(?<\\u{1d49c}>)",
               "(?<\\ud835\\udc9c>)", "(?<a\\u200d>)", "(?<\\u0024>)", "(?<default>)"});
  check_error(all_modes, RegExpErrorKind::InvalidGroupName,
              {{"(?<>a)", "<>"},
               {"(?<a", "<a"},
               {"(?<", "<"},
               {"(?<1>)", "<1"},
               {"(?<a-b>)", "<a-"},
               {"(?<a b>)", "<a "},
               {"(?<·>)", "<·"},
               {"(?<\u200D>)", "<\u200D"},
               {"(?<😀>)", "<😀"},
               {"(?<a😀>)", "<a😀"},
               {"(?<\\x61>)", "<"},
               {"(?<a\\", "<a"},
               {"(?<\\u>)", "<\\u"},
               {"(?<\\u006>)", "<\\u"},
               {"(?<\\u{}>)", "<\\u{"},
               {"(?<\\u{61>)", "<\\u{61"},
               {"(?<\\u{110000}>)", "<\\u{110000}"},
               {"(?<\\u0031>)", "<\\u0031"},
               {"(?<\\u{1F600}>)", "<\\u{1F600}"},
               {"(?<\\ud835>)", "<\\ud835"},
               {"(?<\\udc9c\\ud835>)", "<\\udc9c"},
               {"(?<\\ud835\\u{dc9c}>)", "<\\ud835"},
               {"(?<\\u{ffffffffffffffff61}>)", "<\\u{ffffffffffffffff61}"}});
}

TEST_CASE("names may repeat in different alternatives only") {
  check_valid(all_modes,
              {"(?<a>)|(?<a>)", "(?<a>)|(?<a>)|(?<a>)", "(?:(?<a>)|(?<a>))", "(?<b>(?<a>)|(?<a>))",
               "(?<a>)(?<b>)|(?<b>)(?<a>)", "(?:(?<a>)|b)|(?<a>)", "((((?<a>))))|((?<a>))",
               "(?:(?<a>)|(?<b>))(?:(?<c>)|(?<d>))|(?<a>)(?<b>)(?<c>)(?<d>)",
               "(?:(?:(?<a>)|(?<a>))|(?<a>))", "(?=(?<a>))|(?<!(?<a>))"});
  check_error(all_modes, RegExpErrorKind::DuplicateGroupName,
              {{"(?<a>)(?<a>)", "a"},
               {"(?<a>(?<a>))", "a"},
               {"(?<a>b|(?<a>))", "a"},
               {"(?:(?<a>)|b)(?<a>)", "a"},
               {"(?<a>)(?:b|(?<a>))", "a"},
               {"(?:(?<a>)|(?<a>))(?<a>)", "a"},
               {"(?<a>)|(?<a>)(?<b>)(?<a>)", "a"},
               {"(?:(?<a>)|(?<b>))(?:(?<c>)|(?<a>))", "a"},
               {"(?:x|(?<a>))|(?<b>)(?<b>)", "b"},
               {"(?<a>)|(?:(?<b>)|(?<a>)(?<c>|(?<a>)))", "a"},
               {"(?<ab>)(?<a>)(?<ab>)", "ab"}});
  // By name, not by spelling.
  check_error(all_modes, RegExpErrorKind::DuplicateGroupName,
              {{"(?<a>)(?<\\u0061>)", "\\u0061"},
               {"(?<\\u{61}>)(?<a>)", "a"},
               {"(?<𝒜>)(?<\\ud835\\udc9c>)", "\\ud835\\udc9c"}});
}

TEST_CASE("named references") {
  check_valid(all_modes, {"(?<a>)\\k<a>", "\\k<a>(?<a>)", "(?<a>\\k<a>)", "(?<a>)\\k<\\u0061>",
                          "(?<𝒜>)\\k<\\u{1d49c}>*", "(?<a>)|(?<a>)\\k<a>", "\\k<b>(?<a>)(?<b>)"});
  check_error(all_modes, RegExpErrorKind::UnknownGroupName,
              {{"(?<a>)\\k<b>", "\\k<b>"}, {"\\k<b>(?<a>)", "\\k<b>"}, {"(?<a>)\\k<A>", "\\k<A>"}});
  check_error(all_modes, RegExpErrorKind::InvalidNamedReference,
              {{"(?<a>)\\k", "\\k"},
               {"(?<a>)\\ka", "\\k"},
               {"\\k<(?<a>)", "\\k<("},
               {"(?<a>)\\k<a", "\\k<a"},
               {"(?<a>)\\k<>", "\\k<>"},
               {"(?<a>)\\k<1>", "\\k<1"}});
}

TEST_CASE("`\\k` stands for itself with Annex B when there is no named group") {
  check_valid({Mode::AnnexB}, {"\\k", "\\k<a>", "\\k<a", "\\k<>", "\\k*", "\\k<1>", "[\\k]",
                               "(a)\\k<a>", "\\k<\\u{2}>", "\\k<a>{2}", "\\k{2}"});
  check_error(strict_modes, RegExpErrorKind::UnknownGroupName, {{"\\k<a>", "\\k<a>"}});
  check_error(strict_modes, RegExpErrorKind::InvalidNamedReference, {{"\\k", "\\k"}});
  // What is wrong in the first place stays so.
  check_error({Mode::AnnexB}, RegExpErrorKind::NothingToRepeat, {{"\\k**", "*"}});
  check_error({Mode::AnnexB}, RegExpErrorKind::QuantifierOutOfOrder, {{"\\k{2,1}", "{2,1}"}});
  check_error({Mode::AnnexB}, RegExpErrorKind::InvalidEscape,
              {{"[\\k](?<a>)", "\\k"}, {"(?<a>)[^\\k]", "\\k"}});
}

}  // namespace perry::frontend::test
