#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/extract/purity.h"
#include "frontend/extract/tree.h"
#include "frontend/lex/options.h"

namespace perry::frontend {

// What an expression is known to give.
enum class Shape : uint8_t {
  Any,
  Primitive,  // neither an object nor a symbol: converting it runs nothing and never throws
  Plain,      // likewise and no bigint: arithmetic never throws
};

// The worklist, and one condition for each kind of item: statements, declarations and classes in
// purity.cpp, expressions in purity_expressions.cpp.
class PurityAnalysis {
 public:
  PurityAnalysis(const Ast& ast, const Scopes& scopes, const SourceOptions& options)
      : ast_(ast), scopes_(scopes), options_(options) {}

  Purity run();

 private:
  void add(NodeId id) {
    if (!id.is_none()) open_.push_back(id);
  }
  void add_all(NodeList list) {
    for (const NodeId id : ast_.list(list)) add(id);
  }

  void collect_marked_functions();
  void note_deferred(NodeId id);
  void note_marked(NodeId id);
  bool is_marked_function(NodeId id) const {
    return !id.is_none() && is_function(ast_.kind(id)) &&
           ast_.has_flag(id, NodeFlag::NoSideEffects);
  }

  bool check_top_level(NodeId statement);
  bool drain();
  bool check(NodeId id);
  bool check_default(NodeId declaration);
  bool check_statement(NodeId id);
  bool check_variables(NodeId id);
  bool check_class(NodeId id);
  bool check_heritage(NodeId id);
  bool check_member(NodeId id);
  bool check_decorators(NodeId function) const;
  bool check_enum(NodeId id);
  bool check_namespace(NodeId id);
  bool check_expression(NodeId wrapped);
  bool check_identifier(NodeId id);
  bool check_elements(NodeList list);
  bool check_properties(NodeList list);
  bool check_key(NodeId key, NodeId owner);
  bool check_template(NodeId id);
  bool check_unary(NodeId id);
  bool check_binary(NodeId id);
  bool check_logical(NodeId id);
  bool check_static_member(NodeId id);
  bool check_call(NodeId id);
  bool check_new(NodeId id);
  bool check_arguments(NodeList arguments);
  bool check_export_write(NodeId id);
  bool check_define_on_exports(NodeId id);
  bool is_exports_object(NodeId id) const;
  bool is_global(NodeId id, std::string_view name) const;
  std::string_view global_name(NodeId id) const;
  bool is_symbol_key(NodeId id) const;

  Shape shape_of(NodeId wrapped) const;

  const Ast& ast_;
  const Scopes& scopes_;
  const SourceOptions& options_;
  Purity result_;
  std::vector<NodeId> open_;
  std::unordered_set<uint32_t> plain_constants_;  // by binding
  std::unordered_set<uint32_t> deferred_;         // namespaces that evaluate their module when read
  bool is_exports_replaced_ = false;
  bool is_mark_fixed_ = false;  // `__esModule` was defined, and cannot be written any more
};

}  // namespace perry::frontend
