#include <algorithm>

#include "runtime/regexp/parser.h"

// Disjunctions, terms and quantifiers.
namespace perry::runtime::regexp {

namespace {

bool is_digit(uint32_t c) { return c - '0' < 10; }

}  // namespace

std::expected<Tree, ErrorKind> Parser::parse() {
  if (!parse_pattern() || !resolve_names()) return std::unexpected(*error_);
  return std::move(tree_);
}

bool Parser::parse_pattern() {
  groups_.emplace_back().kind = GroupKind::Pattern;
  while (!at_end()) {
    if (!parse_term()) return false;
  }
  if (groups_.size() > 1) return fail(ErrorKind::UnterminatedGroup);
  tree_.root = finish_group_body(groups_.back());
  return true;
}

uint32_t Parser::next_code_point() {
  const uint32_t lead = text_[at_++];
  if ((lead & 0xfc00) != 0xd800 || (peek() & 0xffff'fc00) != 0xdc00) return lead;
  return 0x10000 + ((lead & 0x3ff) << 10) + (text_[at_++] & 0x3ff);
}

// A Term with its quantifier, one end of a group, or `|`.
bool Parser::parse_term() {
  const auto first_capture = tree_.capture_count;
  bool quantifiable = true;
  switch (peek()) {
    case '|':
      ++at_;
      close_alternative();
      groups_.back().alternative_start = at_;
      return true;
    case '(':
      return parse_group_start();
    case ')': {
      const uint32_t group_first = groups_.back().first_capture;
      if (!parse_group_end(quantifiable)) return false;
      return parse_quantifier(groups_.back().terms.back(), group_first, quantifiable);
    }
    case '^':
    case '$':
      append({.kind = peek() == '^' ? NodeKind::LineStart : NodeKind::LineEnd,
              .value = (flags_ & kMultiline) != 0 ? 1u : 0u});
      ++at_;
      return true;
    case '*':
    case '+':
    case '?':
      return fail(ErrorKind::NothingToRepeat);
    case '.':
      ++at_;
      append_dot();
      break;
    case '[':
      if (!parse_class()) return false;
      break;
    case '\\': {
      const size_t terms = groups_.back().terms.size();
      if (!parse_backslash()) return false;
      if (groups_.back().terms.size() == terms) return true;
      const NodeKind kind = tree_[groups_.back().terms.back()].kind;
      if (kind == NodeKind::Boundary) return true;
      break;
    }
    case '{': {
      uint32_t min = 0;
      uint32_t max = 0;
      if (try_interval(min, max)) return fail(ErrorKind::NothingToRepeat);
      [[fallthrough]];
    }
    case '}':
    case ']':
      if (unicode_) return fail(ErrorKind::LoneBrackets);
      [[fallthrough]];
    default:
      append_char(next_point());
      break;
  }
  return parse_quantifier(groups_.back().terms.back(), first_capture);
}

bool Parser::parse_quantifier(NodeId atom, uint32_t first_capture, bool allowed) {
  uint32_t min = 0;
  uint32_t max = kUnbounded;
  switch (peek()) {
    case '*':
      ++at_;
      break;
    case '+':
      ++at_;
      min = 1;
      break;
    case '?':
      ++at_;
      max = 1;
      break;
    case '{':
      if (!try_interval(min, max)) return !unicode_ || fail(ErrorKind::IncompleteQuantifier);
      if (max < min) return fail(ErrorKind::QuantifierOutOfOrder);
      break;
    default:
      return true;
  }
  if (!allowed) return fail(ErrorKind::InvalidQuantifier);
  const bool lazy = eat('?');
  groups_.back().terms.pop_back();
  append({.kind = NodeKind::Repeat,
          .lazy = lazy,
          .child = atom,
          .min = min,
          .max = max,
          .first_capture = first_capture,
          .end_capture = tree_.capture_count});
  return true;
}

// `{n}`, `{n,}` or `{n,m}`; otherwise nothing is consumed.
bool Parser::try_interval(uint32_t& min, uint32_t& max) {
  const size_t start = at_;
  const auto number = [&] {
    uint64_t value = 0;
    for (; is_digit(peek()); ++at_) {
      value = std::min<uint64_t>(value * 10 + (peek() - '0'), kUnbounded);
    }
    return static_cast<uint32_t>(value);
  };
  ++at_;
  bool ok = is_digit(peek());
  if (ok) {
    min = number();
    max = min;
    if (eat(',')) max = is_digit(peek()) ? number() : kUnbounded;
    ok = eat('}');
  }
  if (!ok) at_ = start;
  return ok;
}

bool Parser::parse_backslash() {
  const uint32_t c = peek(1);
  switch (c) {
    case kEnd:
      return fail(ErrorKind::TrailingBackslash);
    case 'b':
    case 'B':
      at_ += 2;
      tree_.sets.push_back(word_set());
      append({.kind = NodeKind::Boundary,
              .negated = c == 'B',
              .value = static_cast<uint32_t>(tree_.sets.size() - 1)});
      return true;
    case '0':
      ++at_;
      if (unicode_ && is_digit(peek(1))) return fail(ErrorKind::InvalidDecimalEscape);
      append_char(parse_octal());
      return true;
    case 'k':
      if (!unicode_ && !has_named_groups()) break;
      at_ += 2;
      return parse_named_reference();
    default:
      if (c - '1' < 9) {
        bool done = false;
        if (!parse_reference_or_octal(done)) return false;
        if (done) return true;
      }
      break;
  }
  ++at_;
  ClassMember member;
  if (try_class_escape(/*in_class=*/false, member)) {
    if (error_) return false;
    append_class(member);
    return true;
  }
  if (error_) return false;
  const std::optional<uint32_t> point = parse_character_escape(/*in_class=*/false);
  if (!point) return false;
  append_char(*point);
  return true;
}

// DecimalEscape: a reference where there is such a capture, otherwise, with Annex B, an octal
// number or the digit itself, for which `done` stays false.
bool Parser::parse_reference_or_octal(bool& done) {
  const size_t start = at_;
  ++at_;
  uint64_t number = 0;
  for (; is_digit(peek()); ++at_) {
    number = std::min<uint64_t>(number * 10 + (peek() - '0'), kUnbounded);
  }
  if (number >= tree_.capture_count) scan_captures();
  if (number < tree_.capture_count || (scanned_ && number < total_captures_)) {
    done = true;
    if (is_inside_capture(static_cast<uint32_t>(number))) {
      append({.kind = NodeKind::Empty});
      return true;
    }
    tree_.references.push_back({{static_cast<uint32_t>(number)}, case_mode()});
    append(
        {.kind = NodeKind::Reference, .value = static_cast<uint32_t>(tree_.references.size() - 1)});
    return true;
  }
  at_ = start;
  if (unicode_) return fail(ErrorKind::InvalidEscape);
  if (peek(1) >= '8') {
    at_ += 2;
    append_char(text_[at_ - 1]);
    done = true;
  }
  return true;
}

void Parser::close_alternative() {
  Group& group = groups_.back();
  Node sequence{.kind = NodeKind::Sequence};
  for (size_t i = group.terms.size(); i-- > 0;) {
    tree_.nodes[group.terms[i]].next = sequence.child;
    sequence.child = group.terms[i];
  }
  if (group.terms.empty()) sequence.kind = NodeKind::Empty;
  group.alternatives.push_back(group.terms.size() == 1 ? group.terms[0] : tree_.add(sequence));
  group.terms.clear();
}

NodeId Parser::finish_group_body(Group& group) {
  close_alternative();
  if (group.alternatives.size() == 1) return group.alternatives[0];
  Node choice{.kind = NodeKind::Alternation};
  for (size_t i = group.alternatives.size(); i-- > 0;) {
    tree_.nodes[group.alternatives[i]].next = choice.child;
    choice.child = group.alternatives[i];
  }
  return tree_.add(choice);
}

void Parser::append_char(uint32_t point) {
  const CaseMode mode = case_mode();
  const bool is_lone_surrogate = unicode_ && (point & 0xffff'f800) == 0xd800;
  if (mode == CaseMode::Exact && !is_lone_surrogate) {
    append({.kind = NodeKind::Char, .value = point});
    return;
  }
  CharSet variants = case_variants(mode, point);
  const auto& ranges = variants.ranges();
  if (!is_lone_surrogate && ranges.size() == 1 && ranges[0].first == ranges[0].last) {
    append({.kind = NodeKind::Char, .value = point});
    return;
  }
  append_set(std::move(variants));
}

void Parser::append_set(CharSet set) {
  tree_.sets.push_back(std::move(set));
  append({.kind = NodeKind::Set, .value = static_cast<uint32_t>(tree_.sets.size() - 1)});
}

void Parser::append_dot() {
  CharSet set;
  if ((flags_ & kDotAll) == 0) {
    set.add('\n');
    set.add('\r');
    set.add(0x2028, 0x2029);
  }
  set.invert();
  append_set(std::move(set));
}

void Parser::append_string(const CharString& string) {
  Node sequence{.kind = string.empty() ? NodeKind::Empty : NodeKind::Sequence};
  for (size_t i = string.size(); i-- > 0;) {
    append_char(string[i]);
    const NodeId id = groups_.back().terms.back();
    groups_.back().terms.pop_back();
    tree_.nodes[id].next = sequence.child;
    sequence.child = id;
  }
  append(sequence);
}

// A class, as one term. Its strings are tried first, longer ones before shorter ones, so the empty
// one comes last.
void Parser::append_class(ClassMember& member) {
  if (member.strings.empty()) {
    append_set(std::move(member.set));
    return;
  }
  std::ranges::sort(member.strings, [](const CharString& a, const CharString& b) {
    return a.size() != b.size() ? a.size() > b.size() : a < b;
  });
  const size_t before = groups_.back().terms.size();
  size_t i = 0;
  for (; i < member.strings.size() && !member.strings[i].empty(); ++i) {
    append_string(member.strings[i]);
  }
  if (!member.set.is_empty()) append_set(std::move(member.set));
  if (i < member.strings.size()) append({.kind = NodeKind::Empty});
  std::vector<NodeId>& terms = groups_.back().terms;
  Node choice{.kind = NodeKind::Alternation};
  while (terms.size() > before) {
    tree_.nodes[terms.back()].next = choice.child;
    choice.child = terms.back();
    terms.pop_back();
  }
  append(choice);
}

}  // namespace perry::runtime::regexp
