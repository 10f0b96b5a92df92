#include <array>
#include <iterator>

#include "frontend/ast/ast.h"

namespace perry::frontend {

namespace {

constexpr std::string_view kNodeNames[] = {
#define NODE(name, fields, flags) #name,
#include "frontend/ast/nodes.def"
};

struct RawField {
  FieldKind kind;
  std::string_view name;
  std::string_view type;
};

#define CHILD(f) {FieldKind::Child, #f, ""},
#define LIST(f) {FieldKind::List, #f, ""},
#define ATOM(f) {FieldKind::Atom, #f, ""},
#define ENUM(T, f) {FieldKind::Enum, #f, #T},
#define BINDING(f) {FieldKind::Binding, #f, ""},
#define SCOPE(f) {FieldKind::Scope, #f, ""},
#define OFFSET(f) {FieldKind::Offset, #f, ""},
#define WORD(f) {FieldKind::Word, #f, ""},
// The last entry keeps the arrays of kinds without fields from being empty.
#define NODE(name, fields, flags) \
  constexpr RawField k##name##Raw[] = {fields{FieldKind::Word, "", ""}};
#include "frontend/ast/nodes.def"
#undef CHILD
#undef LIST
#undef ATOM
#undef ENUM
#undef BINDING
#undef SCOPE
#undef OFFSET
#undef WORD

template <size_t N>
constexpr auto place_fields(const RawField (&raw)[N]) {
  std::array<FieldInfo, N> fields{};
  uint8_t offset = 0;
  for (size_t i = 0; i < N; i++) {
    fields[i] = {raw[i].kind, offset, raw[i].name, raw[i].type};
    offset += raw[i].kind == FieldKind::List ? 2 : 1;
  }
  return fields;
}

#define NODE(name, fields, flags) constexpr auto k##name##Fields = place_fields(k##name##Raw);
#include "frontend/ast/nodes.def"

constexpr std::span<const FieldInfo> kNodeFields[] = {
#define NODE(name, fields, flags) \
  std::span<const FieldInfo>(k##name##Fields.data(), k##name##Fields.size() - 1),
#include "frontend/ast/nodes.def"
};

struct EnumNames {
  std::string_view type;
  std::span<const std::string_view> values;
};

constexpr std::string_view kPropertyKind[] = {"init", "get", "set"};
constexpr std::string_view kMethodKind[] = {"method", "get", "set", "constructor"};
constexpr std::string_view kVariableKind[] = {"var", "let", "const", "using", "await using"};
constexpr std::string_view kImportPhase[] = {"evaluation", "source", "defer"};
constexpr std::string_view kUnaryOperator[] = {"-", "+", "!", "~", "typeof", "void", "delete"};
constexpr std::string_view kUpdateOperator[] = {"++", "--"};
constexpr std::string_view kAssignmentOperator[] = {
    "=",   "+=",   "-=", "*=", "/=", "%=",  "**=", "<<=",
    ">>=", ">>>=", "&=", "|=", "^=", "&&=", "||=", "?\?="};
constexpr std::string_view kBinaryOperator[] = {
    "?\?", "||", "&&", "|",   "^", "&", "==", "!=", "===", "!==", "<",  "<=",        ">",
    ">=",  "<<", ">>", ">>>", "+", "-", "*",  "/",  "%",   "**",  "in", "instanceof"};
constexpr std::string_view kTypeKeyword[] = {
    "any",    "bigint", "boolean", "intrinsic", "never",   "null", "number",
    "object", "string", "symbol",  "undefined", "unknown", "void"};
constexpr std::string_view kTypeOperator[] = {"keyof", "unique", "readonly"};
constexpr std::string_view kMappedModifier[] = {"none", "present", "+", "-"};
constexpr std::string_view kModuleKeyword[] = {"namespace", "module", "global"};

constexpr EnumNames kEnums[] = {
    {"PropertyKind", kPropertyKind},
    {"MethodKind", kMethodKind},
    {"VariableKind", kVariableKind},
    {"ImportPhase", kImportPhase},
    {"UnaryOperator", kUnaryOperator},
    {"UpdateOperator", kUpdateOperator},
    {"AssignmentOperator", kAssignmentOperator},
    {"BinaryOperator", kBinaryOperator},
    {"TypeKeyword", kTypeKeyword},
    {"TypeOperator", kTypeOperator},
    {"MappedModifier", kMappedModifier},
    {"ModuleKeyword", kModuleKeyword},
};

}  // namespace

std::string_view node_name(NodeKind kind) { return kNodeNames[static_cast<size_t>(kind)]; }

std::span<const FieldInfo> node_fields(NodeKind kind) {
  return kNodeFields[static_cast<size_t>(kind)];
}

std::string_view enum_value_name(std::string_view type, uint32_t value) {
  for (const EnumNames& e : kEnums)
    if (e.type == type) return value < e.values.size() ? e.values[value] : "?";
  return "?";
}

}  // namespace perry::frontend
