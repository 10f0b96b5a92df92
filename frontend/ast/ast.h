#pragma once

#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>

#include "frontend/ast/enums.h"
#include "frontend/ast/flags.h"
#include "frontend/token/atom.h"
#include "support/base/ids.h"
#include "support/base/reserved_array.h"
#include "support/base/span.h"

namespace perry::frontend {

using NodeId = support::Id<struct NodeTag>;
using ScopeId = support::Id<struct ScopeTag>;
using BindingId = support::Id<struct BindingTag>;

struct NodeList {
  uint32_t start = 0;
  uint32_t count = 0;
};

enum class NodeKind : uint8_t {
#define NODE(name, fields, flags) name,
#include "frontend/ast/nodes.def"
};

// One struct a kind: only its own fields; kind, flags and span stand in the header before them.
#define CHILD(f) NodeId f;
#define LIST(f) NodeList f;
#define ATOM(f) AtomId f;
#define ENUM(T, f) T f = {};
#define BINDING(f) BindingId f;
#define SCOPE(f) ScopeId f;
#define OFFSET(f) uint32_t f = 0;
#define WORD(f) uint32_t f = 0;
namespace ast {
#define NODE(name, fields, flags)                     \
  struct [[gnu::may_alias]] name {                    \
    static constexpr NodeKind kKind = NodeKind::name; \
    fields                                            \
  };
#include "frontend/ast/nodes.def"
}  // namespace ast
#undef CHILD
#undef LIST
#undef ATOM
#undef ENUM
#undef BINDING
#undef SCOPE
#undef OFFSET
#undef WORD

enum class FieldKind : uint8_t { Child, List, Atom, Enum, Binding, Scope, Offset, Word };

struct FieldInfo {
  FieldKind kind;
  uint8_t offset;  // in 32-bit words, from the first field
  std::string_view name;
  std::string_view type;  // the enumeration's name
};

std::string_view node_name(NodeKind kind);
std::span<const FieldInfo> node_fields(NodeKind kind);
std::string_view enum_value_name(std::string_view type, uint32_t value);

// The tree of one file. Nodes lie in one array of 32-bit words, a child before its parent as a
// rule; a NodeId is the offset of the node's header. References stay valid while the tree grows.
class Ast {
 public:
  struct [[gnu::may_alias]] Header {
    uint32_t kind_and_flags;
    uint32_t start;
    uint32_t end;
  };
  static constexpr uint32_t kHeaderWords = 3;

  // `source` must outlive the tree.
  explicit Ast(std::string_view source);

  std::string_view source() const { return source_; }
  // Text that stands in no file: what a constant `eval` is given. It is put behind all others;
  // where it starts, or nothing when there is too much of it.
  std::optional<uint32_t> append_source(std::string_view text);
  // What begins here or later is such text.
  uint32_t file_size() const { return file_size_; }

  // The body (a block) of a call that is a direct eval of a constant; none of one whose text is no
  // program. Null for other calls.
  const NodeId* find_eval(NodeId call) const {
    const auto found = evals_.find(call.index);
    return found == evals_.end() ? nullptr : &found->second;
  }
  void set_eval(NodeId call, NodeId body) { evals_[call.index] = body; }
  std::string_view text(support::Span s) const { return source_.substr(s.start, s.size()); }
  std::string_view text(AtomId atom) const { return atoms_.text(atom); }
  AtomTable& atoms() { return atoms_; }
  const AtomTable& atoms() const { return atoms_; }

  NodeId root() const { return root_; }
  void set_root(NodeId id) { root_ = id; }

  template <class T>
  NodeId make(uint32_t start, uint32_t end, const T& fields, NodeFlag flags = NodeFlag::None) {
    constexpr uint32_t words = std::is_empty_v<T> ? 0 : sizeof(T) / sizeof(uint32_t);
    NodeId id(words_.size());
    uint32_t* place = words_.extend(kHeaderWords + words);
    if (place == nullptr) [[unlikely]]
      return out_of_room();
    auto* h = reinterpret_cast<Header*>(place);
    h->kind_and_flags = static_cast<uint32_t>(T::kKind) | static_cast<uint32_t>(flags) << 8;
    h->start = start;
    h->end = end;
    if constexpr (words != 0) *reinterpret_cast<T*>(place + kHeaderWords) = fields;
    return id;
  }

  NodeKind kind(NodeId id) const { return static_cast<NodeKind>(words_[id.index] & 0xff); }
  template <class T>
  bool is(NodeId id) const {
    return !id.is_none() && kind(id) == T::kKind;
  }
  support::Span span(NodeId id) const { return {header(id).start, header(id).end}; }
  uint32_t start(NodeId id) const { return header(id).start; }
  uint32_t end(NodeId id) const { return header(id).end; }
  void set_span(NodeId id, uint32_t start, uint32_t end) {
    header(id).start = start;
    header(id).end = end;
  }
  NodeFlag flags(NodeId id) const { return static_cast<NodeFlag>(words_[id.index] >> 8); }
  bool has_flag(NodeId id, NodeFlag flag) const { return has(flags(id), flag); }
  void add_flag(NodeId id, NodeFlag flag) { words_[id.index] |= static_cast<uint32_t>(flag) << 8; }
  void remove_flag(NodeId id, NodeFlag flag) {
    words_[id.index] &= ~(static_cast<uint32_t>(flag) << 8);
  }
  // Another kind of the same layout: how a cover grammar gets its final reading.
  void set_kind(NodeId id, NodeKind kind) {
    words_[id.index] = (words_[id.index] & ~0xffu) | static_cast<uint32_t>(kind);
  }

  // The caller has looked at the kind, or knows that kinds of this layout can stand here.
  template <class T>
  T& as(NodeId id) {
    return *reinterpret_cast<T*>(&words_[id.index + kHeaderWords]);
  }
  template <class T>
  const T& as(NodeId id) const {
    return *reinterpret_cast<const T*>(&words_[id.index + kHeaderWords]);
  }
  template <class T>
  T* try_as(NodeId id) {
    return is<T>(id) ? &as<T>(id) : nullptr;
  }
  template <class T>
  const T* try_as(NodeId id) const {
    return is<T>(id) ? &as<T>(id) : nullptr;
  }

  NodeList make_list(std::span<const NodeId> nodes);
  std::span<const NodeId> list(NodeList l) const { return {lists_.data() + l.start, l.count}; }
  std::span<NodeId> list(NodeList l) { return {lists_.data() + l.start, l.count}; }

  double number(NodeId id) const {
    const auto& n = as<ast::NumericLiteral>(id);
    return std::bit_cast<double>(static_cast<uint64_t>(n.high) << 32 | n.low);
  }

  uint32_t word(uint32_t index) const { return words_[index]; }
  size_t size_in_words() const { return words_.size(); }

  // Speculation: forget the nodes made since the mark.
  struct Mark {
    size_t words, lists;
  };
  Mark mark() const { return {words_.size(), lists_.size()}; }
  void rewind(Mark m) {
    words_.truncate(m.words);
    lists_.truncate(m.lists);
    if (!evals_.empty())
      std::erase_if(evals_, [m](const auto& entry) { return entry.first >= m.words; });
  }

 private:
  Header& header(NodeId id) { return *reinterpret_cast<Header*>(&words_[id.index]); }
  const Header& header(NodeId id) const {
    return *reinterpret_cast<const Header*>(&words_[id.index]);
  }
  [[noreturn]] static NodeId out_of_room();

  std::string_view source_;
  uint32_t file_size_;
  support::ReservedArray<char> text_;  // the file's text and more, once there is more
  std::unordered_map<uint32_t, NodeId> evals_;
  support::ReservedArray<uint32_t> words_;
  support::ReservedArray<NodeId> lists_;
  AtomTable atoms_;
  NodeId root_;
};

// Every child of a node in source order, lists included; `visit(NodeId)` also gets array holes
// (none) when `T` is a list element.
template <class Visit>
void for_each_child(const Ast& ast, NodeId id, Visit visit) {
  for (const FieldInfo& f : node_fields(ast.kind(id))) {
    uint32_t at = id.index + Ast::kHeaderWords + f.offset;
    if (f.kind == FieldKind::Child) {
      NodeId child(ast.word(at));
      if (!child.is_none()) visit(child);
    } else if (f.kind == FieldKind::List) {
      for (NodeId child : ast.list(NodeList{ast.word(at), ast.word(at + 1)}))
        if (!child.is_none()) visit(child);
    }
  }
}

}  // namespace perry::frontend
