#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "frontend/ast/ast.h"
#include "frontend/diag/codes.h"
#include "frontend/lex/lexer.h"
#include "frontend/parse/parse.h"
#include "frontend/token/token.h"
#include "support/base/stack.h"
#include "support/diag/diagnostic.h"

namespace perry::frontend {

// What the grammar's parameters and the surroundings say about the code being read.
enum class Context : uint32_t {
  None = 0,
  In = 1 << 0,      // `in` is an operator (off in the head of `for`)
  Yield = 1 << 1,   // `yield` is an operator
  Await = 1 << 2,   // `await` is an operator
  Return = 1 << 3,  // `return` may stand here
  Strict = 1 << 4,
  Parameters = 1 << 5,  // in parameters: no yield and await expressions
  NewTarget = 1 << 6,
  SuperProperty = 1 << 7,
  SuperCall = 1 << 8,
  ClassFieldInit = 1 << 9,      // `arguments` must not stand here
  StaticBlock = 1 << 10,        // neither `arguments` nor `await` may
  Ambient = 1 << 11,            // TypeScript: inside `declare` or a declaration file
  NoConditionalType = 1 << 12,  // TypeScript: in the `extends` operand of a conditional type
  TopLevel = 1 << 14,           // directly in the program: import and export may stand here
  Decorator = 1 << 15,          // in a decorator's expression: `[` does not index
  Namespace = 1 << 16,          // TypeScript: directly in a namespace body
  FunctionBody = 1 << 17,       // inside some function, static block or field initialiser
  Breakable = 1 << 18,          // inside a loop or `switch`
  Continuable = 1 << 19,        // inside a loop
  CaseClause = 1 << 20,         // directly in a clause of `switch`: no `using`
  LexicalBinding = 1 << 21,     // in the names of a lexical declaration: not `let`
  // For recovery: inside of parentheses, of square brackets, up to a body's or class's brace.
  Parentheses = 1 << 22,
  Brackets = 1 << 23,
};
constexpr Context operator|(Context a, Context b) {
  return static_cast<Context>(static_cast<uint32_t>(a) | static_cast<uint32_t>(b));
}
constexpr Context operator&(Context a, Context b) {
  return static_cast<Context>(static_cast<uint32_t>(a) & static_cast<uint32_t>(b));
}
constexpr Context operator~(Context a) { return static_cast<Context>(~static_cast<uint32_t>(a)); }

// TypeScript's modifiers in front of a member, parameter or declaration, as read.
struct Modifiers {
  NodeFlag flags = NodeFlag::None;  // Public…Override, Static, Accessor, Async, Const, In, Out
  uint32_t start = 0;               // of the first one
  support::Span first;              // for messages
};
enum class ModifierPlace : uint8_t { ClassMember, Parameter, TypeMember, TypeParameter };

// A recursive-descent parser; one function a production. `parse_x` produces, whatever stands there;
// `try_parse_x` gives none, and consumes nothing, where no x begins. The functions are spread over
// files by grammar area; this class is what they share.
class Parser {
 public:
  Parser(Ast& ast, const ParseOptions& options, support::DiagnosticSink& sink,
         support::StackLimit stack);

  NodeId parse_program();
  NodeId parse_eval(Context around);
  Lexer& lexer() { return lexer_; }

 private:
  // --- eval.cpp ---
  void note_eval(NodeId call);

  // --- core.cpp: tokens, contexts, errors, speculation, lists ---
  const Token& token() const { return lexer_.token(); }
  TokenKind kind() const { return lexer_.token().kind; }
  bool at(TokenKind k) const { return kind() == k; }
  uint32_t start() const { return token().start; }
  uint32_t prev_end() const { return prev_end_; }
  // What was read from `begin` on; empty where recovery has read nothing.
  support::Span span_from(uint32_t begin) const {
    return {begin, prev_end_ < begin ? begin : prev_end_};
  }
  void next() {
    prev_end_ = token().end;
    lexer_.next();
  }
  bool eat(TokenKind k) {
    if (!at(k)) return false;
    next();
    return true;
  }
  // Reports and stays where it is when something else stands here.
  bool expect(TokenKind k);
  // The same, pointing at the bracket that `open` began.
  bool expect_closing(TokenKind k, uint32_t open);
  // Automatic semicolon insertion, or an error.
  void expect_semicolon();
  bool can_insert_semicolon() const {
    return at(TokenKind::Semicolon) || at(TokenKind::RightBrace) || at(TokenKind::EndOfFile) ||
           token().newline_before();
  }
  // The token after the current one (plain reading).
  Token peek();

  bool in(Context c) const { return (context_ & c) == c; }
  bool strict() const { return in(Context::Strict); }
  bool typescript() const { return options_.source.typescript(); }
  bool jsx() const { return options_.source.jsx; }
  bool ambient() const { return in(Context::Ambient); }
  class ContextScope {
   public:
    ContextScope(Parser& p, Context add, Context remove = Context::None)
        : parser_(p), saved_(p.context_) {
      p.context_ = (p.context_ & ~remove) | add;
    }
    ~ContextScope() { parser_.context_ = saved_; }
    ContextScope(const ContextScope&) = delete;
    ContextScope& operator=(const ContextScope&) = delete;

   private:
    Parser& parser_;
    Context saved_;
  };

  // Reports unless the parser is speculating (then the attempt has failed) or still recovering from
  // an error at this very place. Returns a builder for labels and notes.
  template <class... Args, class... Given>
  support::DiagnosticBuilder error(const support::DiagnosticKind<void(Args...)>& kind,
                                   support::Span span, Given&&... given) {
    if (!may_report(span)) return support::DiagnosticBuilder(nullptr);
    return sink_.report(kind, span, std::forward<Given>(given)...);
  }
  // The same for what is wrong but well formed (an early error): never silenced by a neighbour.
  template <class... Args, class... Given>
  support::DiagnosticBuilder early_error(const support::DiagnosticKind<void(Args...)>& kind,
                                         support::Span span, Given&&... given) {
    return sink_.report(kind, span, std::forward<Given>(given)...);
  }
  bool may_report(support::Span span);
  // "expected `x`, found `y`" at the current token.
  void unexpected(std::string_view expected);
  NodeId error_node(uint32_t start);

  // True, and an error the first time, when the input is nested too deeply: the caller returns an
  // error node at once. Every recursive production asks.
  bool too_deep() {
    if (!stack_.exhausted()) [[likely]]
      return false;
    give_up();
    return true;
  }
  // The current token becomes EndOfFile and nothing further is read.
  void skip_to_end();

  // Runs `attempt`; keeps what it read when it returns a node and met no syntax error, otherwise
  // forgets everything and gives none. After the first error inside, the token is EndOfFile, so
  // loops end by themselves. Early errors and the lexer's are kept if the attempt succeeds.
  // Attempts that failed at a place are remembered by (place, what): nested attempts stay linear.
  // `attempt` should read no more than decides the question: the head of an arrow, not its body.
  enum class Attempt : uint8_t { ArrowReturnType, TypeArguments, GenericArrow, Other };
  template <class F>
  NodeId speculate(Attempt what, F attempt);
  // What failed attempts have read is bounded, so that attempts nested in each other can't take
  // forever: code that is written to that end is reported as nested too deeply.
  static constexpr uint64_t kWastePerByte = 16;
  static constexpr uint64_t kFreeWaste = 1 << 20;
  NodeId give_up();
  static uint64_t attempt_key(uint32_t place, Attempt what) {
    return static_cast<uint64_t>(place) << 8 | static_cast<uint64_t>(what);
  }
  void remember_failure(uint32_t place, Attempt what) {
    failed_attempts_.insert(attempt_key(place, what));
  }
  // What is counted by function: restored when one ends.
  struct FunctionState {
    // Starts of the last such thing read; 0 is none (an arrow's parameters never start there).
    uint32_t last_yield = 0;
    uint32_t last_await = 0;
    uint32_t last_await_name = 0;
    uint32_t labels = 0;  // labels_ below this are of functions around
  };
  struct Snapshot {
    Lexer::Snapshot lexer;
    Ast::Mark ast;
    support::DiagnosticSink::Mark diagnostics;
    size_t scratch;
    uint32_t prev_end;
    uint32_t last_error;
    Context context;
    size_t labels;
    size_t branches;
    size_t cover_errors;
    FunctionState function;
  };
  Snapshot snapshot();
  void restore(const Snapshot& s);

  template <class T>
  NodeId make(uint32_t start, const T& fields, NodeFlag flags = NodeFlag::None) {
    // Recovery makes nodes of nothing: they end where they start.
    return ast_.make(start, span_from(start).end, fields, flags);
  }
  // Collects nodes of a list whose length isn't known yet, on a stack shared by all of them.
  class ListBuilder {
   public:
    explicit ListBuilder(Parser& p) : parser_(p), base_(p.scratch_.size()) {}
    ~ListBuilder() { parser_.scratch_.resize(base_); }
    ListBuilder(const ListBuilder&) = delete;
    ListBuilder& operator=(const ListBuilder&) = delete;
    void push(NodeId id) { parser_.scratch_.push_back(id); }
    size_t size() const { return parser_.scratch_.size() - base_; }
    std::span<const NodeId> nodes() const { return std::span(parser_.scratch_).subspan(base_); }
    std::span<NodeId> nodes() { return std::span(parser_.scratch_).subspan(base_); }
    NodeList finish() const { return parser_.ast_.make_list(nodes()); }

   private:
    Parser& parser_;
    size_t base_;
  };

  // --- statements, functions, classes, patterns, expressions, modules ---
  // (see the files of those names; the members below are what other areas call)
  NodeId parse_statement_list_item();
  NodeId parse_statement();
  NodeId parse_block();  // { ... }
  NodeId parse_variable_declaration_statement();
  NodeId parse_function_declaration(uint32_t from, NodeFlag flags);  // at `function`
  NodeId parse_class_declaration(uint32_t from, NodeList decorators,
                                 NodeFlag flags);  // at `class`
  NodeList parse_decorators();                     // zero or more
  NodeId parse_expression();
  NodeId parse_assignment();
  NodeId parse_unary();
  NodeId parse_left_hand_side();
  NodeId parse_identifier();       // IdentifierReference, reserved words reported
  NodeId parse_identifier_name();  // any word -> IdentifierName
  NodeId parse_binding_identifier();
  NodeId parse_binding_pattern();  // identifier, array or object pattern
  // ( ... ): Parameter nodes, with TypeScript's modifiers, annotations and `this`.
  NodeList parse_parameters(uint32_t* open = nullptr);
  struct PropertyKey {
    NodeId node;
    bool computed = false;
  };
  PropertyKey parse_property_key();  // name, string, number, [computed]; PrivateName reported
  NodeId parse_literal();            // at a number, string, bigint, true, false or null
  NodeId parse_template_literal(bool tagged);
  // At `(` with generic parameters already read: the rest of an arrow function, or none without
  // an error report when it turns out to be none.
  NodeId try_parse_arrow_after_type_parameters(uint32_t from, NodeId type_parameters,
                                               NodeFlag flags);

  // --- TypeScript: ts_types.cpp, ts_type_members.cpp, ts_declarations.cpp, ts_expressions.cpp ---
  // Callers test typescript() first, except where noted.
  NodeId parse_type();
  NodeId try_parse_type_annotation();  // `: T` -> TSTypeAnnotation, or none without a colon
  NodeId try_parse_return_type();      // the same, where type predicates may stand
  NodeId try_parse_type_parameters();  // at `<`, or none
  NodeId parse_type_arguments();       // at `<`
  // At `<` or `<<` after an expression: type arguments when what follows them can't continue a
  // comparison, else none with nothing consumed.
  NodeId try_parse_type_arguments_in_expression();
  // At `:` after `)`: the return type when `=>` follows it, else none with nothing consumed.
  NodeId try_parse_arrow_return_type();
  // `as T`, `as const`, `satisfies T` behind `left`; the caller has checked the word and newline.
  NodeId parse_as_or_satisfies(NodeId left, uint32_t begin);
  // At `<` where an expression starts: `<T>expr`, `<T>(x) => ...`, or JSX.
  NodeId parse_angle_bracket_expression();
  // Modifiers that stand before a name: a word only counts when what follows can't make it the
  // name itself. Order and repetition are reported.
  Modifiers parse_modifiers(ModifierPlace place);
  NodeId try_parse_index_signature(uint32_t begin, NodeFlag flags);  // at `[`
  NodeList parse_heritage_list();  // after `implements`, or an interface's `extends`
  // interface, type, enum, const enum, namespace, module, global, declare ..., abstract class,
  // import x = ..., when such a declaration really starts here; none otherwise.
  NodeId try_parse_ts_declaration();
  NodeId parse_ts_enum(uint32_t begin, NodeFlag flags);  // at `enum`
  // After `export` (or `export` `type`): `= x;`, `as namespace N;`, `import a = ...`; else none.
  NodeId try_parse_ts_export(uint32_t begin);
  // After `import` [`type`] name, at `=`.
  NodeId parse_ts_import_equals(uint32_t begin, NodeId id, NodeFlag flags);

  // --- jsx.cpp ---
  NodeId parse_jsx_element_or_fragment();  // at `<`

#include "frontend/parse/parser_js.inc.h"
#include "frontend/parse/parser_ts.inc.h"

  Ast& ast_;
  const ParseOptions& options_;
  support::DiagnosticSink& sink_;
  support::StackLimit stack_;
  Lexer lexer_;
  Context context_ = Context::None;
  uint32_t prev_end_ = 0;
  uint32_t last_error_ = UINT32_MAX;  // start of the token at which an error was last reported
  bool speculating_ = false;
  bool speculation_failed_ = false;
  bool reported_too_deep_ = false;
  std::vector<NodeId> scratch_;
  std::unordered_set<uint64_t> failed_attempts_;
  uint64_t wasted_bytes_ = 0;
};

template <class F>
NodeId Parser::speculate(Attempt what, F attempt) {
  const uint64_t key = attempt_key(start(), what);
  if (failed_attempts_.contains(key)) return NodeId::none();
  const uint32_t begin = start();
  Snapshot saved = snapshot();
  bool outer_failed = speculation_failed_;
  bool outer = speculating_;
  speculating_ = true;
  speculation_failed_ = false;
  NodeId result = attempt();
  bool failed = speculation_failed_ || result.is_none();
  speculating_ = outer;
  speculation_failed_ = outer_failed;
  if (failed) {
    if (prev_end_ > begin) wasted_bytes_ += prev_end_ - begin;
    restore(saved);
    failed_attempts_.insert(key);
    if (wasted_bytes_ > kWastePerByte * ast_.source().size() + kFreeWaste) [[unlikely]]
      return give_up();
    return NodeId::none();
  }
  return result;
}

}  // namespace perry::frontend
