#include "frontend/bind/binder.h"

// Types: every name in one becomes an event of its own kind, because the same name may mean a type,
// a namespace and a value. Type parameters, `infer`, mapped keys and the parameters of signatures
// live in scopes of kind Type.

namespace perry::frontend {

void Binder::type_event(NodeId id, TypeUse use) {
  has_type_events_ = true;
  events_.push_back(kTypeEvent);
  events_.push_back(static_cast<uint32_t>(use));
  events_.push_back(id.index);
}

void Binder::visit_type(NodeId id) {
  switch (ast_.kind(id)) {
    case NodeKind::TSTypeReference: {
      auto& n = as<ast::TSTypeReference>(id);
      push(n.type_arguments);
      return visit_type_reference(n.name, TypeUse::Type);
    }
    case NodeKind::TSTypeQuery: {
      auto& n = as<ast::TSTypeQuery>(id);
      push(n.type_arguments);
      if (ast_.is<ast::TSImportType>(n.name)) return visit(n.name);
      return visit_type_reference(n.name, TypeUse::Query);
    }
    case NodeKind::TSHeritage:
      return visit_heritage(id);
    case NodeKind::TSTypePredicate: {
      auto& n = as<ast::TSTypePredicate>(id);
      push(n.type);
      if (ast_.is<ast::Identifier>(n.parameter)) type_event(n.parameter, TypeUse::Query);
      return;
    }
    case NodeKind::TSImportType:
      return push(as<ast::TSImportType>(id).type_arguments);
    case NodeKind::TSNamedTupleMember:
      return push(as<ast::TSNamedTupleMember>(id).type);
    case NodeKind::TSConditionalType:
      return visit_conditional_type(id);
    case NodeKind::TSInferType:
      return visit_infer(id);
    case NodeKind::TSMappedType:
      return visit_mapped_type(id);
    case NodeKind::TSTypeParameter:
      return visit_type_parameter(id);
    case NodeKind::TSFunctionType:
      return visit_signature<ast::TSFunctionType>(id, NodeId());
    case NodeKind::TSConstructorType:
      return visit_signature<ast::TSConstructorType>(id, NodeId());
    case NodeKind::TSCallSignature:
      return visit_signature<ast::TSCallSignature>(id, NodeId());
    case NodeKind::TSConstructSignature:
      return visit_signature<ast::TSConstructSignature>(id, NodeId());
    case NodeKind::TSMethodSignature:
      return visit_signature<ast::TSMethodSignature>(id, as<ast::TSMethodSignature>(id).key);
    case NodeKind::TSPropertySignature: {
      auto& n = as<ast::TSPropertySignature>(id);
      push(n.init);
      push(n.type);
      if (ast_.has_flag(id, NodeFlag::Computed)) visit_type_reference(n.key, TypeUse::Query);
      return;
    }
    case NodeKind::TSIndexSignature: {
      auto& n = as<ast::TSIndexSignature>(id);
      push(n.type);
      for (NodeId param : ast_.list(n.params))
        if (ast_.is<ast::Parameter>(param)) push(as<ast::Parameter>(param).type);
      return;
    }
    default:
      return visit_children(id);
  }
}

// The name itself, or the leftmost of a.b.c, whether it was read as a type or as an expression.
void Binder::visit_type_reference(NodeId name, TypeUse use) {
  while (!name.is_none()) {
    switch (ast_.kind(name)) {
      case NodeKind::Identifier:
        // `as const`
        if (identifier(name).name == word_atom(TokenKind::Const)) return;
        type_event(name, use);
        if (!metadata_names_.empty() && metadata_names_.contains(name.index))
          type_event(name, TypeUse::Metadata);
        return;
      case NodeKind::TSQualifiedName:
        name = as<ast::TSQualifiedName>(name).left;
        break;
      case NodeKind::StaticMember:
        name = as<ast::StaticMember>(name).object;
        break;
      default:
        if (use == TypeUse::Query) visit(name);
        return;
    }
    if (use == TypeUse::Type) use = TypeUse::Qualifier;
  }
}

void Binder::visit_heritage(NodeId id) {
  auto& n = as<ast::TSHeritage>(id);
  push(n.type_arguments);
  visit_type_reference(n.expression, TypeUse::Type);
}

// The names after `infer` are visible in the true branch alone.
void Binder::visit_conditional_type(NodeId id) {
  auto& n = as<ast::TSConditionalType>(id);
  push(n.false_type);
  push(id, Step::BeginTrueType);
  push_step(Step::SetInferOwner, infer_owner_.index);
  push(n.extends);
  push_step(Step::SetInferOwner, id.index);
  push(n.check);
}

void Binder::visit_infer(NodeId id) {
  NodeId parameter = as<ast::TSInferType>(id).parameter;
  auto* p = ast_.try_as<ast::TSTypeParameter>(parameter);
  if (p == nullptr) return;
  if (!infer_owner_.is_none()) inferred_.push_back({infer_owner_, p->name});
  push(p->constraint);
}

void Binder::begin_true_type(NodeId id) {
  auto& n = as<ast::TSConditionalType>(id);
  size_t base = inferred_.size();
  while (base > 0 && inferred_[base - 1].owner == id) base--;
  if (base != inferred_.size()) {
    n.scope = open_scope(ScopeKind::Type, id);
    push_step(Step::CloseScope);
    for (size_t i = base; i < inferred_.size(); i++)
      declare_type_name(inferred_[i].name, BindingKind::Type, BindingFlag::None);
    inferred_.resize(base);
  }
  push(n.true_type);
}

void Binder::visit_mapped_type(NodeId id) {
  auto& n = as<ast::TSMappedType>(id);
  n.scope = open_scope(ScopeKind::Type, id);
  push_step(Step::CloseScope);
  declare_type_name(n.key, BindingKind::Type, BindingFlag::None);
  push(n.type);
  push(n.name_type);
  push(n.constraint);
}

template <class Signature>
void Binder::visit_signature(NodeId id, NodeId key) {
  auto& n = as<Signature>(id);
  if (!key.is_none() && ast_.has_flag(id, NodeFlag::Computed))
    visit_type_reference(key, TypeUse::Query);
  if (n.params.count != 0 || !n.type_parameters.is_none()) {
    n.scope = open_scope(ScopeKind::Type, id);
    // A pattern around, whose default value this type may stand in, goes on behind it.
    saved_patterns_.push_back(pattern_);
    push_step(Step::CloseSignature);
  }
  push(n.return_type);
  push_list(n.params);
  push(n.type_parameters);
}

void Binder::close_signature() {
  close_scope();
  pattern_ = saved_patterns_.back();
  saved_patterns_.pop_back();
}

void Binder::visit_type_parameter(NodeId id) {
  auto& n = as<ast::TSTypeParameter>(id);
  declare_type_name(n.name, BindingKind::Type, BindingFlag::None);
  push(n.init);
  push(n.constraint);
}

}  // namespace perry::frontend
