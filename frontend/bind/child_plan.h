#pragma once

#include <array>
#include <cstdint>

#include "frontend/ast/ast.h"

namespace perry::frontend {

// Where the children of each kind lie, so that a node needs no code of its own to be walked:
// offsets in words from the first field, last child first, because the walk's stack turns them
// around.
struct ChildPlan {
  static constexpr uint8_t kList = 0x80;
  uint8_t count = 0;
  std::array<uint8_t, 7> fields{};
};

namespace child_plan_detail {

struct Field {
  FieldKind kind;
};

constexpr ChildPlan make_plan(const Field* fields, size_t count) {
  uint8_t offsets[16] = {};
  uint8_t children = 0, offset = 0;
  for (size_t i = 0; i < count; i++) {
    bool is_list = fields[i].kind == FieldKind::List;
    if (is_list || fields[i].kind == FieldKind::Child)
      offsets[children++] = static_cast<uint8_t>(offset | (is_list ? ChildPlan::kList : 0));
    offset = static_cast<uint8_t>(offset + (is_list ? 2 : 1));
  }
  ChildPlan plan;
  // A kind with more children is walked by code of its own and needs no plan.
  if (children > plan.fields.size()) return plan;
  plan.count = children;
  for (uint8_t i = 0; i < children; i++) plan.fields[i] = offsets[children - 1 - i];
  return plan;
}

#define CHILD(f) {FieldKind::Child},
#define LIST(f) {FieldKind::List},
#define ATOM(f) {FieldKind::Atom},
#define ENUM(T, f) {FieldKind::Enum},
#define BINDING(f) {FieldKind::Binding},
#define SCOPE(f) {FieldKind::Scope},
#define OFFSET(f) {FieldKind::Offset},
#define WORD(f) {FieldKind::Word},
// The last entry keeps the arrays of kinds without fields from being empty.
#define NODE(name, fields, flags) constexpr Field k##name[] = {fields{FieldKind::Word}};
#include "frontend/ast/nodes.def"
#undef CHILD
#undef LIST
#undef ATOM
#undef ENUM
#undef BINDING
#undef SCOPE
#undef OFFSET
#undef WORD

}  // namespace child_plan_detail

inline constexpr ChildPlan kChildPlans[] = {
#define NODE(name, fields, flags)                          \
  child_plan_detail::make_plan(child_plan_detail::k##name, \
                               std::size(child_plan_detail::k##name) - 1),
#include "frontend/ast/nodes.def"
};

}  // namespace perry::frontend
