#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/module/record.h"
#include "support/base/binary_reader.h"
#include "support/base/binary_writer.h"

// What an importer may rely on, one export at a time. A signature is a function of the file's own
// text and SourceOptions alone; which importer gets which of these facts is the scan's business.
namespace perry::frontend {

// What a binding holds once it is initialised.
enum class ExportKind : uint8_t {
  Value,      // anything
  Function,   // a certain function of the module
  Class,      // a certain class of the module
  Enum,       // TypeScript's enum object
  Namespace,  // TypeScript's namespace object
};

// Which sorts of values a type annotation or an initialiser speaks of, as bits. A hint, never a
// promise; none means that nothing is known.
enum class TypeHint : uint16_t {
  None = 0,
  Undefined = 1 << 0,
  Null = 1 << 1,
  Boolean = 1 << 2,
  Number = 1 << 3,
  BigInt = 1 << 4,
  String = 1 << 5,
  Symbol = 1 << 6,
  Function = 1 << 7,
  Array = 1 << 8,
  Object = 1 << 9,  // neither function nor array
};
inline constexpr uint16_t kAllTypeHints = (1 << 10) - 1;
constexpr TypeHint operator|(TypeHint a, TypeHint b) {
  return static_cast<TypeHint>(static_cast<uint16_t>(a) | static_cast<uint16_t>(b));
}
constexpr bool has(TypeHint set, TypeHint hint) {
  return (static_cast<uint16_t>(set) & static_cast<uint16_t>(hint)) == static_cast<uint16_t>(hint);
}

// A value that is known before the program runs.
struct Constant {
  enum class Kind : uint8_t { None, Undefined, Null, False, True, Number, String, BigInt };
  Kind kind = Kind::None;
  double number = 0;
  std::string text;  // of a String, or a BigInt's decimal digits with a sign where negative
  friend bool operator==(const Constant&, const Constant&);
};

struct ParameterFacts {
  TypeHint hint = TypeHint::None;
  bool is_optional = false;  // `x?`
  bool has_default = false;
  bool is_rest = false;
  bool is_pattern = false;
  friend bool operator==(const ParameterFacts&, const ParameterFacts&) = default;
};

// Of a function, a method's value or a constructor.
struct FunctionFacts {
  bool is_async = false;
  bool is_generator = false;
  bool is_arrow = false;
  bool is_strict = false;
  bool uses_this = false;  // also super and new.target; an arrow's are not its own
  bool uses_arguments = false;
  bool is_pure = false;  // #__NO_SIDE_EFFECTS__
  std::vector<ParameterFacts> parameters;
  TypeHint result = TypeHint::None;
  friend bool operator==(const FunctionFacts&, const FunctionFacts&) = default;
};

struct FieldFacts {
  std::string name;
  TypeHint hint = TypeHint::None;
  bool is_private = false;  // #name
  friend bool operator==(const FieldFacts&, const FieldFacts&) = default;
};

struct MethodFacts {
  enum class Kind : uint8_t { Method, Get, Set };
  std::string name;
  Kind kind = Kind::Method;
  bool is_static = false;
  FunctionFacts function;
  friend bool operator==(const MethodFacts&, const MethodFacts&) = default;
};

struct ClassFacts {
  bool has_base = false;
  // A name is computed, a decorator may replace anything: what follows is not all.
  bool is_open = false;
  std::optional<FunctionFacts> constructor;  // the one that is written down
  std::vector<FieldFacts> fields;            // of instances, in order of definition
  std::vector<MethodFacts> methods;          // in source order, #private ones left out
  friend bool operator==(const ClassFacts&, const ClassFacts&) = default;
};

struct ExportFacts {
  ExportKind kind = ExportKind::Value;
  bool is_constant = false;         // keeps its value once it is initialised
  bool starts_initialized = false;  // no read can come too early: hoisted functions, `var`
  TypeHint hint = TypeHint::None;
  Constant value;
  FunctionFacts function;  // of kind Function
  ClassFacts layout;       // of kind Class
  friend bool operator==(const ExportFacts&, const ExportFacts&) = default;
};

// A binding of the module that others can see.
struct ExportedBinding {
  std::string name;   // the canonical one of its exported names
  std::string local;  // "*default*" where it has none
  ExportFacts facts;
  friend bool operator==(const ExportedBinding&, const ExportedBinding&) = default;
};

struct ModuleSignature {
  std::vector<ExportedBinding> bindings;  // sorted by name
  friend bool operator==(const ModuleSignature&, const ModuleSignature&) = default;

  const ExportedBinding* find(std::string_view name) const;
};

// A binding may be exported under several names; one of them names its cell. That is the binding's
// own name where it is exported under it, otherwise the first one in source order, so further
// exports leave it as it is. Names exported of other modules, of whole namespaces and of types have
// no cell here and are left out. Sorted by canonical name.
struct CanonicalExport {
  std::string_view name;   // canonical
  std::string_view local;  // the binding
};
std::vector<CanonicalExport> canonical_exports(const ModuleRecord& record);

// The values of docs/formats/module-signature.md, for formats that hold them.
void write_facts(support::BinaryWriter& out, const ExportFacts& facts);
ExportFacts read_facts(support::BinaryReader& in);
void write_signature(support::BinaryWriter& out, const ModuleSignature& signature);
ModuleSignature read_signature(support::BinaryReader& in);

}  // namespace perry::frontend
