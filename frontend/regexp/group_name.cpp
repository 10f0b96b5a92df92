#include <utility>

#include "frontend/regexp/validator.h"

// Names of groups, and the references that only the whole pattern can resolve.
namespace perry::frontend::regexp {

bool Validator::group_specifier() {
  uint32_t start = offset();
  std::optional<std::string> name = try_group_name();
  if (!name) return fail(RegExpErrorKind::InvalidGroupName, start);
  uint32_t contents = start - 1;  // past the `(` of `(?<`
  auto [entry, inserted] = group_names_.try_emplace(std::move(*name), contents);
  if (!inserted) {
    if (might_both_participate(entry->second)) {
      return fail(RegExpErrorKind::DuplicateGroupName, start + 1, offset() - 1);
    }
    entry->second = contents;
  }
  return true;
}

// MightBothParticipate for the group that is being opened and an earlier one: false if some
// disjunction has them in different alternatives. The innermost open group around the earlier one
// is where the two part, and there it must be in a former alternative.
//
// It suffices to ask this of the latest group with the name. Suppose that an earlier one, x, and
// this one, z, part within one alternative, and y is between them. Then y is in that alternative
// too, and as it can't be on both sides of where x and z part, it parts there from x or from z:
// either x and y conflict, and we wouldn't be here, or y and z do.
bool Validator::might_both_participate(uint32_t earlier_contents) {
  size_t low = 0;
  size_t high = groups_.size();
  while (high - low > 1) {
    size_t middle = low + (high - low) / 2;
    (groups_[middle].contents < earlier_contents ? low : high) = middle;
  }
  return earlier_contents > groups_[low].alternative;
}

// `\k`, and GroupName after it. With Annex B, what is wrong about it is so only if the pattern has
// a named group.
bool Validator::named_reference() {
  uint32_t start = offset() - 1;
  ++at_;
  const uint8_t* after_k = at_;
  if (std::optional<std::string> name = try_group_name()) {
    named_references_.push_back({start, offset(), std::move(*name)});
    return true;
  }
  fail(RegExpErrorKind::InvalidNamedReference, start);
  if (!annex_b_) return false;
  if (!error_if_named_groups_) error_if_named_groups_ = error_;
  at_ = after_k;
  return true;
}

// GroupName, with its escapes resolved; nullopt, without an error, where there is none.
std::optional<std::string> Validator::try_group_name() {
  if (!eat('<')) return std::nullopt;
  std::string name;
  while (!eat('>')) {
    std::optional<uint32_t> c = try_group_name_character();
    if (!c) return std::nullopt;
    if (!(name.empty() ? is_identifier_start(*c) : is_identifier_part(*c))) return std::nullopt;
    append_wtf8(name, *c);
  }
  if (name.empty()) return std::nullopt;
  return name;
}

std::optional<uint32_t> Validator::try_group_name_character() {
  if (at_end()) return std::nullopt;
  if (peek() != '\\') return code_point();
  if (peek(1) != 'u') return std::nullopt;
  at_ += 2;
  // RegExpUnicodeEscapeSequence[+UnicodeMode], whatever the flags.
  return try_unicode_escape(/*unicode=*/true);
}

bool Validator::check_references() {
  if (largest_reference_ > group_count_) {
    error_ = largest_reference_error_;
    return false;
  }
  if (group_names_.empty() && annex_b_) return true;
  if (error_if_named_groups_) {
    error_ = *error_if_named_groups_;
    return false;
  }
  for (const NamedReference& reference : named_references_) {
    if (!group_names_.contains(reference.name)) {
      return fail(RegExpErrorKind::UnknownGroupName, reference.start, reference.end);
    }
  }
  return true;
}

}  // namespace perry::frontend::regexp
