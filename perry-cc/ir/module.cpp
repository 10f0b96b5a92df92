#include "perry-cc/ir/module.h"

namespace perry::ir {

AtomId AtomTable::intern(std::string_view text) {
  if (const auto at = ids_.find(text); at != ids_.end()) return at->second;
  const std::string_view copy = arena_.copy(text);
  const AtomId id = texts_.push_back(copy);
  ids_.emplace(copy, id);
  return id;
}

std::span<const ClassId> Module::classes_with(AtomId field) {
  for (; indexed_classes_ < classes.size(); indexed_classes_++) {
    const ClassId id(indexed_classes_);
    for (const AtomId name : classes[id].fields) classes_by_field_[name.index].push_back(id);
  }
  return classes_by_field_[field.index];
}

LiteralId Module::fields_of(ClassId id) {
  LiteralId& literal = class_literals_[id.index];
  if (!literal) literal = literals.push_back({classes[id].fields});
  return literal;
}

}  // namespace perry::ir
