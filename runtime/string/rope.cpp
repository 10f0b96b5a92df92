#include "runtime/string/rope.h"

#include <algorithm>
#include <cstring>

namespace perry::runtime {

bool Leaves::next(StringView& piece) {
  if (next_ == nullptr) {
    if (pending_.empty()) return false;
    next_ = pending_.back();
    pending_.pop_back();
  }
  while (next_->is_rope()) {
    const auto* rope = static_cast<const Rope*>(next_);
    pending_.push_back(rope->right_string());
    next_ = rope->left_string();
  }
  piece = next_->view();
  next_ = nullptr;
  return true;
}

void copy_units(StringView from, uint8_t* to) {
  // Short pieces are the rule in ropes, and a call would cost more than they do.
  const std::span<const uint8_t> units = from.latin1();
  if (units.size() < 16) {
    for (size_t i = 0; i < units.size(); ++i) to[i] = units[i];
  } else {
    std::memcpy(to, units.data(), units.size());
  }
}

void copy_units(StringView from, char16_t* to) {
  if (from.is_two_byte()) {
    std::memcpy(to, from.utf16().data(), from.length() * sizeof(char16_t));
  } else {
    std::copy(from.latin1().begin(), from.latin1().end(), to);
  }
}

namespace {

// From right to left, because programs build strings by appending: their ropes lean to the left,
// and then the stack never holds more than one.
template <typename Unit>
void write_leaves(const String* root, Unit* units) {
  std::vector<const String*> pending;
  const String* string = root;
  Unit* end = units + root->length();
  while (true) {
    while (string->is_rope()) {
      const auto* rope = static_cast<const Rope*>(string);
      pending.push_back(rope->left_string());
      string = rope->right_string();
    }
    end -= string->length();
    copy_units(string->view(), end);
    if (pending.empty()) break;
    string = pending.back();
    pending.pop_back();
  }
  PERRY_ASSERT(end == units);
}

}  // namespace

void String::flatten_rope(Isolate& isolate) {
  String* flat = nullptr;
  if (is_two_byte()) {
    char16_t* units = nullptr;
    flat = new_two_byte_string(isolate, length(), &units);
    write_leaves(this, units);
  } else {
    uint8_t* units = nullptr;
    flat = new_latin1_string(isolate, length(), &units);
    write_leaves(this, units);
  }
  flat->hash_ = hash_;
  header().kind = CellKind::Slice;
  auto* slice = static_cast<Slice*>(this);
  slice->offset = 0;
  store(isolate.heap(), slice, &slice->parent, Value::cell(flat));
}

}  // namespace perry::runtime
