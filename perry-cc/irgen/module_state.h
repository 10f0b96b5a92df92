#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/bind/scopes.h"
#include "perry-cc/ir/builder.h"
#include "perry-cc/ir/module.h"
#include "perry-cc/irgen/decorator_helpers.h"
#include "perry-cc/irgen/defines.h"
#include "perry-cc/irgen/irgen.h"
#include "perry-cc/irgen/metadata_types.h"
#include "support/base/id_containers.h"

// What all functions of a file share while they are lowered.
namespace perry::irgen {

namespace fe = perry::frontend;
namespace ast = perry::frontend::ast;

using fe::NodeFlag;
using fe::NodeId;
using fe::NodeKind;
using fe::NodeList;
using ir::BlockId;
using ir::Immediate;
using ir::Op;
using ir::Rep;
using ir::ValueId;
using ir::VariableId;

class FunctionGenerator;

// Where a binding lives.
enum class Place : uint8_t {
  Undecided,
  Variable,  // an SSA variable of its function; closures capture its value
  Box,       // a box of its function; closures capture the box
  Cell,      // a binding of the module: no closure captures it
  Import,
  Global,        // the global object, or a script's declarative record
  EnumMember,    // a property of the enum's object
  Member,        // a property of the namespace's object: an exported variable
  EvalVariable,  // what the code of an eval declares for the function around it
  Absent,        // nothing at run time: a type, an ambient or elided name
};

struct BindingState {
  Place place = Place::Undecided;
  FunctionGenerator* owner = nullptr;  // of a Variable or Box, once declared
  VariableId variable;                 // of type Boxed, or Cell for a Box
  ir::BindingId cell;                  // of a Cell or Import
  NodeId function;                     // the declaration that gives a hoisted function its value
  fe::BindingId annex_b_var;           // what Annex B assigns a block's function to
  // Of an EvalVariable: the code that declares it, and the variable that there is already. With
  // a target of none it is no variable after all (Annex B).
  const fe::EvalCode* eval = nullptr;
  fe::BindingId eval_target;
  bool has_eval_target = false;
};

// An enum's member, where its value is known.
struct EnumValue {
  double number = 0;
  ir::AtomId text = {};  // none: it is the number
};

class ModuleState {
 public:
  ModuleState(const Input& input, ir::Module& module, support::DiagnosticSink& sink,
              support::StackLimit stack);

  const fe::Ast& tree;
  const fe::Scopes& scopes;
  const fe::ModuleRecord& record;
  const fe::SourceOptions& options;
  const ModuleContext& context;
  const Defines defines;
  ir::Module& module;
  support::DiagnosticSink& sink;
  support::StackLimit stack;

  fe::Goal goal() const { return options.goal; }

  ir::AtomId atom(fe::AtomId id);
  ir::AtomId atom(std::string_view text) { return module.atoms.intern(text); }

  Place place(fe::BindingId id);
  BindingState& state(fe::BindingId id) { return states_[id.index]; }
  // The module's binding behind a Cell or an Import.
  ir::BindingId cell(fe::BindingId id);
  // Another module's export, for what the language asks for without an import (JSX).
  ir::BindingId import_of(std::string_view module_id, std::string_view name);
  bool is_const(const fe::Binding& b) const;

  // The scope that holds the object of an enum's member or a namespace's exported variable.
  fe::BindingId binding_of_object(fe::ScopeId scope) const;
  void note_object(fe::ScopeId scope, fe::BindingId binding) { objects_[scope.index] = binding; }
  // Where code of this scope runs: at the file's top level, once.
  bool runs_once(fe::ScopeId scope) const;

  // Null for a call that is no eval of a constant, or one of what is no program.
  const fe::EvalCode* find_eval(NodeId call) const;
  // Whether evals declare something in the scope that it has not.
  bool has_eval_object(fe::ScopeId scope) const { return eval_objects_.contains(scope.index); }

  // Names that code without a reference in the tree uses: JSX's factory.
  bool is_hidden_name(fe::AtomId name) const;
  fe::BindingId find_name(fe::ScopeId from, fe::AtomId name) const;

  // A shared list of nodes for walks down a chain: take the size, push, walk back, pop.
  std::vector<NodeId> chain;

  // What an imported name is linked to; null for what is no import.
  const ImportTarget* find_import(fe::BindingId id) const;
  MetadataTypes metadata_types;

  std::optional<EnumValue> enum_value(fe::BindingId of, ir::AtomId member) const;
  void note_enum_value(fe::BindingId of, ir::AtomId member, EnumValue value) {
    enum_values_[uint64_t{of.index} << 32 | member.index] = value;
  }
  std::string jsx_runtime() const;
  ir::BindingId jsx_cell();  // CommonJS keeps the runtime module here

  // Where the function that a class's instances get their fields from is kept; none if the class
  // may be evaluated more than once, so that a box must hold it.
  ir::BindingId class_cell(NodeId id);

  // The function of a helper; its first use lowers it.
  ir::FunctionId helper(Helper which);

  // A bigint literal's value in decimal digits.
  ir::AtomId bigint(fe::AtomId digits);
  // Which of the record's requests stands here, or none.
  uint32_t request_at(support::Span span) const;
  ir::LiteralId empty_literal();
  const uint32_t* find_constant_size(NodeId literal) const;
  void note_constant_size(NodeId literal, uint32_t size) { constant_sizes_[literal.index] = size; }

  void report_too_deep(support::Span span);
  void report_unsupported(support::Span span, std::string_view what);

 private:
  Place decide_place(fe::BindingId id);
  ir::BindingId make_cell(fe::BindingId id);
  ir::BindingId make_import(fe::BindingId id);
  void index_exports();
  void index_imports();
  void index_requests();
  void index_evals();

  std::vector<BindingState> states_;
  support::IdMap<fe::AtomId, ir::AtomId> atoms_;
  std::unordered_map<std::string_view, std::string_view> exports_;  // by local name
  std::unordered_map<std::string_view, uint32_t> imports_;          // by local name
  std::unordered_map<std::string, ir::BindingId> implicit_imports_;
  std::unordered_map<uint32_t, fe::BindingId> objects_;  // by scope
  std::unordered_map<uint32_t, uint32_t> evals_;         // by call: index into the scopes' evals
  std::unordered_set<uint32_t> eval_objects_;            // scopes
  std::vector<fe::AtomId> hidden_names_;
  std::unordered_map<uint32_t, uint32_t> requests_;        // by start
  std::unordered_map<uint32_t, uint32_t> constant_sizes_;  // by node
  std::unordered_map<uint64_t, EnumValue> enum_values_;
  std::unordered_map<uint32_t, ir::BindingId> class_cells_;  // by node
  std::array<ir::FunctionId, kHelperCount> helpers_;
  ir::LiteralId empty_literal_;
  ir::BindingId jsx_cell_;
  bool reported_depth_ = false;
};

// Whether a property of this name is an element: its place among the keys differs from others'.
bool is_index_like(std::string_view name);

}  // namespace perry::irgen
