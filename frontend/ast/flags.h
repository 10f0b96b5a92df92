#pragma once

#include <cstdint>

namespace perry::frontend {

// Flags of a node, 24 bits beside its kind. nodes.def tells which kinds carry which.
enum class NodeFlag : uint32_t {
  None = 0,
  Parenthesized = 1u << 0,
  Async = 1u << 1,
  Generator = 1u << 2,
  Computed = 1u << 3,
  Static = 1u << 4,
  Optional = 1u << 5,
  Declare = 1u << 6,
  Abstract = 1u << 7,
  Readonly = 1u << 8,
  Override = 1u << 9,
  Public = 1u << 10,
  Private = 1u << 11,
  Protected = 1u << 12,
  Definite = 1u << 13,
  Accessor = 1u << 14,
  TypeOnly = 1u << 15,
  Const = 1u << 16,
  Strict = 1u << 17,
  ExpressionBody = 1u << 18,
  // Bits from here on mean different things on different kinds.
  Shorthand = 1u << 19,
  In = 1u << 19,
  Rest = 1u << 19,
  Escaped = 1u << 19,
  Directive = 1u << 19,
  Export = 1u << 19,
  Method = 1u << 20,
  Out = 1u << 20,
  ThisParameter = 1u << 20,
  LegacyOctal = 1u << 20,
  AssertKeyword = 1u << 20,
  Pure = 1u << 21,
  NoSideEffects = 1u << 21,
  Tail = 1u << 21,
  SelfClosing = 1u << 21,
  Asserts = 1u << 21,
  True = 1u << 22,
  Prefix = 1u << 22,
  Delegate = 1u << 22,
  Await = 1u << 22,
  Reference = 1u << 22,
  TrailingComma = 1u << 22,
  // Set by bind on Identifier and JSXIdentifier.
  TdzCheck = 1u << 23,       // may run before its lexical binding is initialised
  DynamicLookup = 1u << 21,  // a `with` object or sloppy eval may come in between
  Write = 1u << 19,          // assigned to here (with or without being read)
  TypeReference = 1u << 18,  // TypeScript: names a type or stands in a type query
};

constexpr NodeFlag operator|(NodeFlag a, NodeFlag b) {
  return static_cast<NodeFlag>(static_cast<uint32_t>(a) | static_cast<uint32_t>(b));
}
constexpr NodeFlag operator&(NodeFlag a, NodeFlag b) {
  return static_cast<NodeFlag>(static_cast<uint32_t>(a) & static_cast<uint32_t>(b));
}
constexpr NodeFlag operator~(NodeFlag a) {
  return static_cast<NodeFlag>(~static_cast<uint32_t>(a) & 0xffffffu);
}
constexpr NodeFlag& operator|=(NodeFlag& a, NodeFlag b) { return a = a | b; }
constexpr bool has(NodeFlag set, NodeFlag flag) { return (set & flag) == flag; }

}  // namespace perry::frontend
