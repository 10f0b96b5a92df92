#pragma once

#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "frontend/extract/static_text.h"
#include "frontend/lex/lexer.h"
#include "frontend/lex/options.h"
#include "frontend/module/record.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

// What surrounds a node, as far as a record cares.
enum class Place : uint8_t {
  None = 0,
  Function = 1 << 0,  // inside some function: `await` is not the module's
  Try = 1 << 1,       // in a block whose `catch` sees what fails
  Ambient = 1 << 2,   // TypeScript: nothing here runs
  Called = 1 << 3,    // a function expression that is called on the spot
};
constexpr Place operator|(Place a, Place b) {
  return static_cast<Place>(static_cast<uint8_t>(a) | static_cast<uint8_t>(b));
}
constexpr Place operator&(Place a, Place b) {
  return static_cast<Place>(static_cast<uint8_t>(a) & static_cast<uint8_t>(b));
}
constexpr Place operator~(Place a) { return static_cast<Place>(~static_cast<uint8_t>(a)); }
constexpr bool has(Place set, Place place) { return (set & place) == place; }

// Makes the record of one file. Module items come first, because what they import decides how calls
// read (`createRequire`, `Worker`); then one walk over the whole tree, on a stack of its own, finds
// requests in expressions and the file's facts; what an expression asks for is worked out at the
// end, when all constants are known.
class Extractor {
 public:
  Extractor(const Ast& ast, const Scopes& scopes, const SourceOptions& options,
            support::DiagnosticSink& sink)
      : ast_(ast), scopes_(scopes), options_(options), sink_(sink), names_(ast.atoms()) {}

  ModuleRecord run(std::span<const Comment> head_comments);

 private:
  // Names that matter here; none where the file does not hold them, which no identifier equals.
  struct Names {
    explicit Names(const AtomTable& atoms)
        : require(atoms.find("require")),
          module(atoms.find("module")),
          filename(atoms.find("filename")),
          dunder_filename(atoms.find("__filename")),
          dunder_dirname(atoms.find("__dirname")) {}
    AtomId require, module, filename, dunder_filename, dunder_dirname;
  };

  // A request whose specifier, where `argument` is given, is yet to be read.
  struct Pending {
    ModuleRequest request;
    NodeId argument;
  };

  // --- module_items.cpp ---
  void collect_module_items();
  void import_declaration(NodeId id);
  ImportEntry import_entry(NodeId specifier);
  void note_special_import(const ImportEntry& entry, BindingId binding, std::string_view source);
  bool is_empty_clause(NodeId id) const;
  void import_equals(NodeId id);
  std::vector<ImportAttribute> read_attributes(NodeList list) const;
  uint32_t add_static_request(RequestKind kind, NodeId source, NodeList attributes);
  // The specification's order, and what TypeScript would elide.
  void finish_imports();
  void order_evaluation();

  // --- exports.cpp ---
  void export_named(NodeId id);
  void export_from(NodeId id);
  void export_local(NodeId specifier, bool is_type_only);
  void export_all(NodeId id);
  void export_default(NodeId id);
  void export_assignment(NodeId id);
  void export_declaration(NodeId declaration);
  // `name` is what declares it; empty for an anonymous default.
  void add_local_export(std::string_view exported, NodeId name, bool is_type_only,
                        support::Span span);
  bool has_no_value(BindingId id) const;
  void check_export_assignment();

  // --- requests.cpp ---
  void note_call(NodeId id, Place place);
  void note_new(NodeId id);
  void note_import_expression(NodeId id, Place place);
  void note_import_type(NodeId id);
  void note_handled_import(NodeId callee, size_t arguments);
  void collect_required_functions();
  void note_required_function(NodeId declarator);
  bool is_create_require_call(NodeId id) const;
  bool is_require(NodeId id) const;
  bool is_require_call(NodeId callee) const;
  bool is_global_or_imported(NodeId id, AtomId name) const;
  bool is_free_commonjs(NodeId id, AtomId name) const;
  NodeId url_specifier(NodeId id) const;
  void add_pending(RequestKind kind, NodeId argument, Place place);
  std::vector<ImportAttribute> dynamic_attributes(NodeId options) const;
  void finish_requests();
  void finish_request(const Pending& pending);
  void add_alternatives(const Pending& pending);

  // --- walk.cpp ---
  void walk();
  // Notes what the node says and returns what surrounds its children.
  Place enter(NodeId id, Place place);
  void push_children(NodeId id, Place place);
  void note_identifier(NodeId id);
  void note_constant(NodeId declarator);
  void note_statement(NodeId statement);
  void find_module_syntax();
  void find_commonjs_names();

  const Ast& ast_;
  const Scopes& scopes_;
  const SourceOptions& options_;
  support::DiagnosticSink& sink_;
  Names names_;
  ModuleRecord record_;

  std::vector<Pending> pending_;
  std::vector<BindingId> export_bindings_;  // beside record_.exports
  std::unordered_map<uint32_t, uint32_t> import_of_binding_;
  // Exports with the same (exported, local) are one: overloads and merged declarations.
  std::unordered_map<std::string, uint32_t> export_index_;
  std::vector<BindingId> create_require_;  // imported under some name
  std::vector<BindingId> module_module_;   // the namespace or default of "node:module"
  std::vector<BindingId> required_;        // constants that createRequire made
  std::unordered_set<uint32_t> worker_urls_;
  std::unordered_set<uint32_t> handled_;  // import(...) whose failure is caught
  ConstantInits constants_;
  std::vector<support::Span> opaque_;

  struct Visit {
    NodeId node;
    Place place;
  };
  std::vector<Visit> open_;
  NodeId commonjs_write_;  // the first `module.exports =` or `exports.x =`
  bool has_es_syntax_ = false;
};

}  // namespace perry::frontend
