#include "perry-cc/ir/op.h"

#include <algorithm>
#include <cassert>
#include <span>

// Rows are taken apart when this file is compiled: a misspelled representation does not compile.
namespace perry::ir {

namespace {

constexpr std::array<std::string_view, kRepCount> kRepNames = {
    "None",   "Boxed",  "Double", "Int32", "Bool",  "String",
    "Symbol", "BigInt", "Object", "Cell",  "State", "Any",
};

// Not constexpr, so that a call to one stops the compiler with its name.
void unknown_representation() {}
void only_the_last_operand_repeats() {}

consteval Rep parse_rep(std::string_view word) {
  for (uint32_t i = 0; i < kRepCount; i++)
    if (kRepNames[i] == word) return static_cast<Rep>(i);
  unknown_representation();
  return Rep::None;
}

consteval std::string_view trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

// `operands` is a row's list with its parentheses.
consteval OpInfo make_row(std::string_view name, std::string_view text, std::string_view operands,
                          Rep result, Effects effects, ImmediateKind immediate) {
  OpInfo info{
      .name = name, .text = text, .result = result, .effects = effects, .immediate = immediate};
  std::string_view rest = trim(operands.substr(1, operands.size() - 2));
  while (!rest.empty()) {
    const size_t comma = rest.find(',');
    std::string_view word = trim(rest.substr(0, comma));
    rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    if (info.repeats) only_the_last_operand_repeats();
    if (word.ends_with("...")) {
      info.repeats = true;
      word = trim(word.substr(0, word.size() - 3));
    }
    info.operands[info.listed++] = parse_rep(word);
  }
  return info;
}

constexpr auto make_table() {
  using enum Effects;
  return std::array<OpInfo, kOpCount>{
#define OP(name, text, operands, result, effects, immediate) \
  make_row(#name, text, #operands, Rep::result, effects, ImmediateKind::immediate),
#include "perry-cc/ir/ops.def"
  };
}
constexpr std::array<OpInfo, kOpCount> kOps = make_table();

// `ends_block` compares numbers.
consteval bool ends_stand_last() {
  for (uint32_t i = 0; i < kOpCount; i++)
    if (has(kOps[i].effects, Effects::Ends) != ends_block(static_cast<Op>(i))) return false;
  return true;
}
static_assert(ends_stand_last());

struct ByText {
  std::array<uint16_t, kOpCount> order{};
  constexpr ByText() {
    for (uint16_t i = 0; i < kOpCount; i++) order[i] = i;
    std::sort(order.begin(), order.end(),
              [](uint16_t a, uint16_t b) { return kOps[a].text < kOps[b].text; });
  }
  consteval bool is_unique() const {
    for (uint32_t i = 1; i < kOpCount; i++)
      if (kOps[order[i - 1]].text == kOps[order[i]].text) return false;
    return true;
  }
};
constexpr ByText kByText;
static_assert(kByText.is_unique());

constexpr std::string_view kStrictnessNames[] = {"sloppy", "strict"};
constexpr std::string_view kComparisonNames[] = {"==", "!=", "<", "<=", ">", ">="};
constexpr std::string_view kBinaryNames[] = {"+", "-", "*", "/",  "%",  "**",
                                             "&", "|", "^", "<<", ">>", ">>>"};
constexpr std::string_view kRelationNames[] = {
    "==", "!=", "<", "<=", ">", ">=", "in", "instanceof"};
constexpr std::string_view kUnaryNames[] = {"-", "~", "++", "--"};
constexpr std::string_view kMethodNames[] = {"method", "get", "set", "field"};
constexpr std::string_view kIteratorNames[] = {"sync", "async"};
constexpr std::string_view kCheckNames[] = {"iterator_result", "receiver", "heritage"};
constexpr std::string_view kPhaseNames[] = {"evaluation", "source", "defer"};
constexpr std::string_view kErrorNames[] = {"const_assignment",   "uninitialized",
                                            "delete_super",       "missing_throw_method",
                                            "invalid_assignment", "not_defined"};
constexpr std::string_view kSuspendNames[] = {"initial", "await", "yield", "delegate"};
constexpr std::string_view kLeaveNames[] = {"done", "initial", "await", "yield", "delegate"};

std::span<const std::string_view> mode_names(ImmediateKind kind) {
  switch (kind) {
    case ImmediateKind::AtomStrict:
    case ImmediateKind::Strict:
      return kStrictnessNames;
    case ImmediateKind::Comparison:
      return kComparisonNames;
    case ImmediateKind::BinaryOperator:
      return kBinaryNames;
    case ImmediateKind::Relation:
      return kRelationNames;
    case ImmediateKind::UnaryOperator:
      return kUnaryNames;
    case ImmediateKind::Method:
      return kMethodNames;
    case ImmediateKind::IteratorKind:
    case ImmediateKind::DisposeKind:
      return kIteratorNames;
    case ImmediateKind::CheckKind:
      return kCheckNames;
    case ImmediateKind::Import:
      return kPhaseNames;
    case ImmediateKind::Error:
      return kErrorNames;
    case ImmediateKind::Suspend:
      return kSuspendNames;
    case ImmediateKind::Leave:
      return kLeaveNames;
    default:
      return {};
  }
}

}  // namespace

std::string_view rep_name(Rep rep) { return kRepNames[static_cast<uint32_t>(rep)]; }

const OpInfo& op_info(Op op) {
  assert(static_cast<uint32_t>(op) < kOpCount);
  return kOps[static_cast<uint32_t>(op)];
}

std::optional<Op> op_by_text(std::string_view text) {
  const auto& order = kByText.order;
  const auto at =
      std::lower_bound(order.begin(), order.end(), text,
                       [](uint16_t op, std::string_view wanted) { return kOps[op].text < wanted; });
  if (at == order.end() || kOps[*at].text != text) return std::nullopt;
  return static_cast<Op>(*at);
}

std::string_view mode_name(ImmediateKind kind, uint32_t mode) {
  const auto names = mode_names(kind);
  return mode < names.size() ? names[mode] : std::string_view();
}

}  // namespace perry::ir
