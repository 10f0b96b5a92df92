#include <algorithm>

#include "runtime/regexp/parser.h"

// Groups, their names, and references by name.
namespace perry::runtime::regexp {

bool Parser::parse_group_start() {
  if (groups_.size() >= kDeepest) return fail(ErrorKind::TooLarge);
  Group group;
  group.outer_flags = flags_;
  group.first_capture = tree_.capture_count;
  group.start = at_;
  uint32_t flags = flags_;
  bool named = false;
  ++at_;
  group.kind = GroupKind::Capture;
  if (eat('?')) {
    group.kind = GroupKind::Look;
    switch (peek()) {
      case ':':
        ++at_;
        group.kind = GroupKind::Plain;
        break;
      case '=':
      case '!':
        group.negated = peek() == '!';
        ++at_;
        break;
      case '-':
      case 'i':
      case 'm':
      case 's':
        group.kind = GroupKind::Plain;
        if (!parse_group_modifiers(flags)) return false;
        break;
      case '<':
        ++at_;
        if (peek() == '=' || peek() == '!') {
          group.behind = true;
          group.negated = peek() == '!';
          ++at_;
        } else {
          group.kind = GroupKind::Capture;
          named = true;
        }
        break;
      default:
        return fail(ErrorKind::InvalidGroup);
    }
  }
  if (group.kind == GroupKind::Capture) {
    if (tree_.capture_count > kMostCaptures) return fail(ErrorKind::TooManyCaptures);
    group.capture = tree_.capture_count++;
    if (named) {
      const std::optional<std::u16string> name = parse_group_name();
      if (!name || !add_group_name(*name, group.capture, group.start)) return false;
    }
  }
  flags_ = flags;
  group.alternative_start = at_;
  groups_.push_back(std::move(group));
  return true;
}

// RegularExpressionModifiers, with the `:`.
bool Parser::parse_group_modifiers(uint32_t& flags) {
  uint32_t seen = 0;
  bool removing = false;
  for (;; ++at_) {
    uint32_t flag = 0;
    switch (peek()) {
      case '-':
        if (removing) return fail(ErrorKind::MultipleDashes);
        removing = true;
        continue;
      case 'i':
        flag = kIgnoreCase;
        break;
      case 'm':
        flag = kMultiline;
        break;
      case 's':
        flag = kDotAll;
        break;
      case ':':
        if (seen == 0) return fail(ErrorKind::InvalidFlagGroup);
        ++at_;
        return true;
      default:
        return fail(ErrorKind::InvalidGroup);
    }
    if ((seen & flag) != 0) return fail(ErrorKind::RepeatedFlag);
    seen |= flag;
    flags = removing ? flags & ~flag : flags | flag;
  }
}

bool Parser::parse_group_end(bool& quantifiable) {
  if (groups_.size() == 1) return fail(ErrorKind::UnmatchedParenthesis);
  ++at_;
  const NodeId body = finish_group_body(groups_.back());
  const Group group = std::move(groups_.back());
  groups_.pop_back();
  flags_ = group.outer_flags;
  quantifiable = group.kind != GroupKind::Look || (!group.behind && !unicode_);
  switch (group.kind) {
    case GroupKind::Capture:
      append({.kind = NodeKind::Group, .value = group.capture, .child = body});
      break;
    case GroupKind::Look:
      append({.kind = NodeKind::Look,
              .behind = group.behind,
              .negated = group.negated,
              .child = body,
              .first_capture = group.first_capture,
              .end_capture = tree_.capture_count});
      break;
    default: {
      // A node may be a child of one node only, and is a term here: a sequence of one.
      append({.kind = NodeKind::Sequence, .child = body});
      break;
    }
  }
  return true;
}

bool Parser::is_inside_capture(uint32_t number) const {
  return std::ranges::any_of(groups_, [&](const Group& group) {
    return group.kind == GroupKind::Capture && group.capture == number;
  });
}

// --- Names ---

// One character of a name, with its escapes resolved, whatever the flags.
std::optional<uint32_t> Parser::parse_group_name_point() {
  if (at_end()) return std::nullopt;
  if (peek() != '\\') return next_code_point();
  ++at_;
  if (!eat('u')) return std::nullopt;
  uint32_t point = 0;
  if (try_unicode_escape(point, /*unicode=*/true)) return point;
  fail(ErrorKind::InvalidUnicodeEscape);
  return std::nullopt;
}

// GroupName behind the `<`, with the `>`.
std::optional<std::u16string> Parser::parse_group_name() {
  std::u16string name;
  while (!eat('>')) {
    const std::optional<uint32_t> point = parse_group_name_point();
    const bool fits =
        point && (*point == '$' ||
                  (name.empty() ? is_id_start(*point) || *point == '_'
                                : is_id_continue(*point) || *point == 0x200c || *point == 0x200d));
    if (!fits) {
      fail(ErrorKind::InvalidGroupName);
      return std::nullopt;
    }
    if (*point > 0xffff) {
      name += static_cast<char16_t>(0xd7c0 + (*point >> 10));
      name += static_cast<char16_t>(0xdc00 | (*point & 0x3ff));
    } else {
      name += static_cast<char16_t>(*point);
    }
  }
  if (name.empty()) {
    fail(ErrorKind::InvalidGroupName);
    return std::nullopt;
  }
  return name;
}

// Two groups may have one name if some disjunction has them in different alternatives: then the
// innermost open group around the earlier one has it in a former alternative.
bool Parser::add_group_name(const std::u16string& name, uint32_t capture, size_t start) {
  const auto existing = std::ranges::find(tree_.names, name, &GroupName::name);
  const auto index = static_cast<size_t>(existing - tree_.names.begin());
  if (existing == tree_.names.end()) {
    tree_.names.push_back({name, {capture}});
  } else {
    for (const NamedGroup& earlier : named_groups_) {
      if (earlier.name != index) continue;
      size_t around = groups_.size() - 1;
      while (around > 0 && groups_[around].start >= earlier.start) --around;
      if (earlier.start >= groups_[around].alternative_start) {
        return fail(ErrorKind::DuplicateGroupName);
      }
    }
    tree_.names[index].groups.push_back(capture);
  }
  named_groups_.push_back({index, start});
  return true;
}

// GroupName behind `\k`.
bool Parser::parse_named_reference() {
  if (!eat('<')) return fail(ErrorKind::InvalidNamedReference);
  std::optional<std::u16string> name = parse_group_name();
  if (!name) return false;
  NamedReference reference{static_cast<uint32_t>(tree_.references.size()), std::move(*name), {}};
  for (const Group& group : groups_) {
    if (group.kind == GroupKind::Capture) reference.inside.push_back(group.capture);
  }
  named_references_.push_back(std::move(reference));
  tree_.references.push_back({{}, case_mode()});
  append({.kind = NodeKind::Reference, .value = named_references_.back().reference});
  return true;
}

bool Parser::resolve_names() {
  for (const NamedReference& reference : named_references_) {
    const auto name = std::ranges::find(tree_.names, reference.name, &GroupName::name);
    if (name == tree_.names.end()) return fail(ErrorKind::UnknownGroupName);
    for (const uint32_t group : name->groups) {
      if (std::ranges::find(reference.inside, group) == reference.inside.end()) {
        tree_.references[reference.reference].groups.push_back(group);
      }
    }
  }
  return true;
}

// Counts the captures of the whole pattern, for references to those that are still to come.
void Parser::scan_captures() {
  if (scanned_) return;
  scanned_ = true;
  total_captures_ = 1;
  const bool nests = (flags_ & kUnicodeSets) != 0;
  size_t classes = 0;  // around the character
  for (size_t i = 0; i < text_.size(); ++i) {
    switch (text_[i]) {
      case '\\':
        ++i;
        break;
      case '[':
        if (nests || classes == 0) ++classes;
        break;
      case ']':
        if (classes > 0) --classes;
        break;
      case '(': {
        if (classes > 0) break;
        const auto at = [&](size_t ahead) {
          return i + ahead < text_.size() ? uint32_t{text_[i + ahead]} : kEnd;
        };
        const bool named = at(1) == '?' && at(2) == '<' && at(3) != '=' && at(3) != '!';
        if (at(1) == '?' && !named) break;
        named_groups_exist_ = named_groups_exist_ || named;
        ++total_captures_;
        break;
      }
      default:
        break;
    }
  }
}

}  // namespace perry::runtime::regexp
