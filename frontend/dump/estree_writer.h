#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/dump/text_writer.h"
#include "frontend/dump/utf16_offsets.h"
#include "frontend/lex/options.h"

// Writing a tree as JSON without recursion, in code that reads as if it recursed.
//
// `write_node` says, in order, what one node's JSON consists of: text and children. Text goes out
// at once until the first child; the child, and everything said after it, is put on a stack of
// tasks. When `write_node` returns, its tasks are turned around, so that the loop in `run` meets
// them in order, and whatever a child adds comes before what follows the child. Text that waits
// lies in one string that serves as a second stack. The depth of the tree costs memory, never
// machine stack, and every piece of text is copied at most twice.
namespace perry::frontend {

// What a node stands for where the tree alone doesn't tell.
enum class EstreeRole : uint8_t {
  None,
  ClassHeritage,      // an `implements` entry
  InterfaceHeritage,  // an entry of an interface's `extends`
  MethodValue,        // the function of a method or accessor
  RangedName,         // a name that is printed with its range first
};

class EstreeWriter {
 public:
  EstreeWriter(const Ast& ast, Goal goal, TextWriter& out);
  virtual ~EstreeWriter() = default;

  void run();

 protected:
  using Role = EstreeRole;

  // Says what the JSON of `id` is; one call a node.
  virtual void write_node(NodeId id, Role role) = 0;

  // The kinds that neither form finds in its table of shapes. False for all others.
  bool write_shapeless(NodeId id);
  virtual void literal(NodeId id) = 0;
  virtual void template_element(NodeId id) = 0;
  virtual void static_member(NodeId id) = 0;
  virtual void private_member(NodeId id) = 0;
  virtual void import_expression(NodeId id) = 0;
  virtual void meta_property(NodeId id, std::string_view meta, std::string_view property) = 0;
  virtual void parameter(NodeId id) = 0;
  virtual void class_node(std::string_view type, NodeId id) = 0;
  virtual void method_definition(NodeId id) = 0;
  virtual void property_definition(NodeId id) = 0;
  virtual void program(NodeId id) = 0;
  virtual void expression_statement(NodeId id) = 0;
  virtual void jsx_text(NodeId id) = 0;

  // --- text ---
  void text(std::string_view s);
  void number(uint64_t value);
  void json_string(std::string_view s);

  // --- fields; all but `key` write a whole one ---
  void key(std::string_view name);
  void string(std::string_view name, std::string_view value);
  void boolean(std::string_view name, bool value);
  void null(std::string_view name);
  void child(std::string_view name, NodeId id, Role role = Role::None);  // null when there is none
  void list(std::string_view name, NodeList items, Role role = Role::None);
  void empty_list(std::string_view name);

  // --- values ---
  void value(NodeId id, Role role = Role::None);
  void elements(NodeList items, Role role = Role::None);  // with commas, without brackets

  // --- what both forms of ESTree share ---
  // Of a literal; null for regular expressions and bigints.
  void literal_value(NodeId id);
  void source_type();
  void directive(NodeId expression);
  void cooked(const ast::TemplateElement& element);
  static std::string_view phase_name(ImportPhase phase);
  std::string_view raw(NodeId id) const { return ast_.text(ast_.span(id)); }
  // The offset behind white space and comments from `offset` on.
  uint32_t skip_trivia(uint32_t offset) const;
  bool flag(NodeId id, NodeFlag f) const { return ast_.has_flag(id, f); }

  const Ast& ast_;
  const Utf16Offsets utf16_;

 private:
  struct Task {
    enum class Kind : uint8_t { Text, LastText, Node, List };
    Kind kind;
    Role role;
    bool first_element;  // List: no comma before the next one
    uint32_t at;         // Text: where in waiting_; Node: the id; List: the next entry
    uint32_t count;      // Text: its size; List: entries left
    uint32_t base;       // LastText: where the node's texts begin
  };

  void push(Task task) { tasks_.push_back(task); }
  void begin_node(NodeId id, Role role);
  void next_element(Task task);

  Goal goal_;
  TextWriter& out_;
  std::vector<Task> tasks_;
  std::string waiting_;
  size_t node_tasks_ = 0;  // where the tasks of the node being written begin
};

}  // namespace perry::frontend
