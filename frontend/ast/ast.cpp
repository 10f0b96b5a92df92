#include "frontend/ast/ast.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace perry::frontend {

namespace {

// One byte of source gives at most a handful of words: `;` is a node of three and a list entry,
// `[` a node of five and an entry, a name of one byte five and an entry. Cover grammars and
// recovery add a node or two at the same place. Address space costs nothing until it is touched.
constexpr size_t kWordsPerByte = 24;
constexpr size_t kListEntriesPerByte = 4;
constexpr size_t kSlack = 1 << 16;
// What is evaluated may have as much text again, and a little more: a call of `Function` in a small
// file means more text than it has itself.
constexpr size_t kTextFactor = 2;
constexpr size_t kTextSlack = 2048;
static_assert(kTextSlack * kWordsPerByte <= kSlack);

size_t capacity_for(size_t bytes, size_t factor) {
  size_t wanted = bytes * factor + kSlack;
  constexpr size_t kMost = 0xfffffff0u;  // what a 32-bit index reaches
  return wanted < kMost ? wanted : kMost;
}

}  // namespace

Ast::Ast(std::string_view source)
    : source_(source),
      file_size_(static_cast<uint32_t>(source.size())),
      words_(capacity_for(source.size(), kWordsPerByte)),
      lists_(capacity_for(source.size(), kListEntriesPerByte)),
      atoms_(source.size()) {}

std::optional<uint32_t> Ast::append_source(std::string_view text) {
  const size_t most = size_t{file_size_} * kTextFactor + kTextSlack;
  if (source_.size() + text.size() > std::min(most, size_t{UINT32_MAX})) return std::nullopt;
  if (text_.empty()) {
    if (!text_.reserve(most)) return std::nullopt;
    std::memcpy(text_.extend(file_size_), source_.data(), file_size_);
  }
  const auto start = static_cast<uint32_t>(text_.size());
  if (!text.empty()) std::memcpy(text_.extend(text.size()), text.data(), text.size());
  source_ = {text_.data(), text_.size()};
  return start;
}

NodeList Ast::make_list(std::span<const NodeId> nodes) {
  if (nodes.empty()) return {};
  NodeList list{static_cast<uint32_t>(lists_.size()), static_cast<uint32_t>(nodes.size())};
  NodeId* place = lists_.extend(nodes.size());
  if (place == nullptr) [[unlikely]]
    out_of_room();
  std::memcpy(static_cast<void*>(place), nodes.data(), nodes.size_bytes());
  return list;
}

NodeId Ast::out_of_room() {
  std::fputs("perry: out of memory for the syntax tree\n", stderr);
  std::exit(1);
}

}  // namespace perry::frontend
