#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"

namespace perry::irgen {

namespace fe = perry::frontend;

// What stands for a type at run time.
struct MetadataType {
  enum class Kind : unsigned char {
    Undefined,  // void, never
    Global,     // a constructor of the language, `global`
    Name,       // what the type's name stands for, if it is a function
  };
  Kind kind = Kind::Global;
  std::string_view global = "Object";
  fe::NodeId name;  // Identifier or TSQualifiedName
};

// How TypeScript writes down types for emitDecoratorMetadata, as far as one file tells: what other
// files declare is known by its value alone, as with TypeScript's isolatedModules.
class MetadataTypes {
 public:
  MetadataTypes(const fe::Ast& ast, const fe::Scopes& scopes, bool strict_null_checks)
      : ast_(ast), scopes_(scopes), strict_null_checks_(strict_null_checks) {}

  // Of a type without its colon; none where nothing is written.
  MetadataType of(fe::NodeId type) { return of(type, 0); }

 private:
  using Parts = std::span<const fe::NodeId>;

  MetadataType of(fe::NodeId type, int depth);
  MetadataType of_parts(Parts parts, bool is_intersection, int depth);
  bool is_left_out(fe::NodeId part) const;
  bool is_equal(const MetadataType& a, const MetadataType& b) const;
  MetadataType of_literal(fe::NodeId literal) const;
  MetadataType of_reference(fe::NodeId name, int depth);
  MetadataType of_local(fe::BindingId id, fe::NodeId name, int depth);
  MetadataType of_enum(const std::vector<fe::NodeId>& declarations, fe::NodeId name) const;
  const std::vector<fe::NodeId>& declarations(fe::BindingId binding);

  const fe::Ast& ast_;
  const fe::Scopes& scopes_;
  bool strict_null_checks_;
  bool has_index_ = false;
  // Aliases, interfaces and enums by their binding.
  std::unordered_map<uint32_t, std::vector<fe::NodeId>> declarations_;
};

}  // namespace perry::irgen
