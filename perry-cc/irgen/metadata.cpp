#include "frontend/ast/decorators.h"
#include "perry-cc/irgen/generator.h"

// TypeScript's emitDecoratorMetadata: decorators of its own behind those that are written, which
// hand the types of a decorated class's members to Reflect.metadata, if a library has defined that.
namespace perry::irgen {

void FunctionGenerator::add_metadata(std::string_view key, ValueId value,
                                     std::vector<ValueId>& values) {
  values.push_back(call_helper(Helper::LegacyMetadata, {string(m_.atom(key)), value}));
  values.push_back(b_.undefined());
}

void FunctionGenerator::member_metadata(NodeId member, const ClassParts& c,
                                        std::vector<ValueId>& values) {
  if (!m_.context.decorator_metadata) return;
  const bool is_method = is<ast::MethodDefinition>(member) &&
                         as<ast::MethodDefinition>(member).kind == fe::MethodKind::Method;
  add_metadata(
      "design:type",
      is_method ? load_global("Function") : type_value(fe::metadata_type(tree(), c.id, member), c),
      values);
  const NodeId function = fe::metadata_function(tree(), c.id, member);
  if (!function) return;
  add_metadata("design:paramtypes", parameter_types(function, c), values);
  if (!is_method) return;
  const NodeId result = as<ast::FunctionExpression>(function).return_type;
  ValueId value = b_.undefined();
  if (result)
    value = type_value(fe::written_type(tree(), result), c);
  else if (tree().has_flag(function, NodeFlag::Async))
    value = load_global("Promise");
  add_metadata("design:returntype", value, values);
}

void FunctionGenerator::class_metadata(const ClassParts& c, std::vector<ValueId>& values) {
  if (!m_.context.decorator_metadata || !c.constructor) return;
  add_metadata("design:paramtypes", parameter_types(c.constructor, c), values);
}

ValueId FunctionGenerator::parameter_types(NodeId function, const ClassParts& c) {
  std::vector<ValueId> types;
  for (const NodeId param : list(as<ast::FunctionExpression>(function).params))
    if (!tree().has_flag(param, NodeFlag::ThisParameter))
      types.push_back(b_.box(type_value(fe::metadata_parameter_type(tree(), param), c)));
  return b_.append(Op::NewArray, types);
}

ValueId FunctionGenerator::type_value(NodeId type, const ClassParts& c) {
  const MetadataType meant = m_.metadata_types.of(type);
  switch (meant.kind) {
    case MetadataType::Kind::Undefined:
      return b_.undefined();
    case MetadataType::Kind::Global:
      return load_global(meant.global);
    case MetadataType::Kind::Name:
      return named_type_value(meant.name, c);
  }
  __builtin_unreachable();
}

// The value of `a.b.C`, if it is a function.
ValueId FunctionGenerator::named_type_value(NodeId name, const ClassParts& c) {
  std::vector<ValueId> path;
  while (is<ast::TSQualifiedName>(name)) {
    const auto& n = as<ast::TSQualifiedName>(name);
    path.push_back(string(m_.atom(as<ast::IdentifierName>(n.right).name)));
    name = n.left;
  }
  const auto& n = as<ast::Identifier>(name);
  ValueId root;
  bool is_enum = false;
  if (!n.binding) {
    path.push_back(string(m_.atom(n.name)));
    root = load_global("globalThis");
  } else if (path.empty() && names_class(n.binding, c)) {
    return c.made;
  } else {
    const ImportTarget* const import = m_.find_import(n.binding);
    if (import != nullptr && import->module.empty()) return load_global("Object");
    is_enum = import != nullptr && import->is_enum;
    root = b_.box(load(name));
  }
  std::ranges::reverse(path);
  return call_helper(Helper::LegacyType,
                     {root, b_.box(b_.boolean(is_enum)), b_.append(Op::NewArray, path)});
}

// The class that is being made has its name only when its decorators have run.
bool FunctionGenerator::names_class(fe::BindingId id, const ClassParts& c) const {
  const NodeId declared = as<ast::ClassExpression>(c.id).id;
  if (!is<ast::BindingIdentifier>(declared)) return false;
  const auto& name = as<ast::BindingIdentifier>(declared);
  return id == name.binding ||
         (binding(id).kind == fe::BindingKind::ClassName && binding(id).name == name.name &&
          binding(id).declaration == declared);
}

}  // namespace perry::irgen
