#include "frontend/ast/ast.h"

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
constexpr size_t kSlack = 4096;

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
  // As much again as the file has: what the capacities above allow for.
  if (source_.size() + text.size() > size_t{2} * file_size_) return std::nullopt;
  if (text_.empty()) {
    if (!text_.reserve(size_t{2} * file_size_)) return std::nullopt;
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
