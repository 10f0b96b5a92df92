#include <algorithm>

#include "frontend/bind/binder.h"
#include "frontend/diag/codes.h"

// Private names. A class declares all of its own before its body is walked, so a use finds its
// binding at once.

namespace perry::frontend {

void Binder::declare_private_names(NodeList members) {
  for (NodeId member : ast_.list(members)) {
    if (auto* method = ast_.try_as<ast::MethodDefinition>(member)) {
      if (!ast_.is<ast::PrivateName>(method->key)) continue;
      // TypeScript's overload signatures announce the method that follows.
      auto* function = ast_.try_as<ast::FunctionExpression>(method->value);
      bool is_signature = function != nullptr && function->body.is_none() &&
                          !ast_.has_flag(member, NodeFlag::Abstract) && !ambient_;
      if (!is_signature) declare_private_name(method->key, member);
    } else if (auto* field = ast_.try_as<ast::PropertyDefinition>(member)) {
      if (ast_.is<ast::PrivateName>(field->key)) declare_private_name(field->key, member);
    }
  }
}

void Binder::declare_private_name(NodeId key, NodeId member) {
  if (private_slots_ == nullptr) {
    private_slots_ = std::make_unique_for_overwrite<uint32_t[]>(atom_count_);
    std::fill_n(private_slots_.get(), atom_count_, kNone);
  }
  BindingFlag flags = BindingFlag::None;
  if (auto* method = ast_.try_as<ast::MethodDefinition>(member))
    flags = method->kind == MethodKind::Get   ? BindingFlag::Getter
            : method->kind == MethodKind::Set ? BindingFlag::Setter
                                              : BindingFlag::Method;
  if (ast_.has_flag(member, NodeFlag::Static)) flags |= BindingFlag::StaticMember;

  auto& n = as<ast::PrivateName>(key);
  uint32_t& slot = private_slots_[n.name.index];
  if (slot == kNone || binding(slot).scope != current_) {
    uint32_t index = add_binding(current_, {n.name, key, BindingKind::PrivateName, flags});
    facts_[index].outer = slot;
    slot = index;
    n.binding = BindingId(index);
    return;
  }

  n.binding = BindingId(slot);
  Binding& b = binding(slot);
  constexpr BindingFlag kAccessors = BindingFlag::Getter | BindingFlag::Setter;
  BindingFlag old_half = b.flags & kAccessors, new_half = flags & kAccessors;
  bool is_pair = old_half != BindingFlag::None && new_half != BindingFlag::None &&
                 (old_half & new_half) == BindingFlag::None;
  bool is_same_place = (b.flags & BindingFlag::StaticMember) == (flags & BindingFlag::StaticMember);
  if (is_pair && is_same_place) {
    b.flags |= new_half;
  } else if (is_pair) {
    sink_.report(diag::kPrivateAccessorsApart, ast_.span(key), ast_.text(n.name))
        .label(ast_.span(b.declaration), "first declared here");
  } else if (!typescript() || !has(b.flags & flags, BindingFlag::Method) || !ambient_) {
    sink_.report(diag::kDuplicatePrivateName, ast_.span(key), ast_.text(n.name))
        .label(ast_.span(b.declaration), "first declared here");
  }
}

void Binder::restore_private_names(ScopeId class_scope) {
  for (BindingId b = scope(class_scope).first; !b.is_none(); b = binding(b.index).next)
    if (binding(b.index).kind == BindingKind::PrivateName)
      private_slots_[binding(b.index).name.index] = facts_[b.index].outer;
}

void Binder::resolve_private(BindingId& place, AtomId name, support::Span span) {
  uint32_t index = private_slots_ == nullptr ? kNone : private_slots_[name.index];
  if (index != kNone)
    place = BindingId(index);
  else
    sink_.report(diag::kUndeclaredPrivateName, span, ast_.text(name));
}

}  // namespace perry::frontend
