#include "runtime/string/atom.h"

#include <algorithm>

#include "runtime/string/rope.h"

// The section that the linker puts together from all static atoms; both null without any.
extern "C" {
extern const perry::abi::CellHeader __start_perry_atoms[]
    __attribute__((weak, visibility("hidden")));
extern const perry::abi::CellHeader __stop_perry_atoms[]
    __attribute__((weak, visibility("hidden")));
}

// The table is open addressing with linear probing. Dynamic atoms are weak in it: a program that
// uses text from outside as property keys makes no end of them. Those made since the last
// collection are listed, so that a nursery collection looks at them alone; all others survived one
// and can only die in a full one.
namespace perry::runtime {

namespace {

constexpr size_t kFirstCapacity = 256;

bool needs_two_bytes(StringView text) {
  return text.is_two_byte() &&
         std::ranges::any_of(text.utf16(), [](char16_t unit) { return unit > 0xff; });
}

}  // namespace

Atoms::Atoms(Isolate& isolate) : isolate_(isolate) {
  isolate_.heap().add_weak_table(sweep, this);
  fill_from_section();
}

Atoms::~Atoms() { isolate_.heap().remove_weak_table(this); }

void Atoms::fill_from_section() {
  const auto* begin = __start_perry_atoms;
  const auto* end = __stop_perry_atoms;
  size_t count = 0;
  for (const auto* cell = begin; cell < end; cell += cell->size) ++count;
  entries_.resize(std::bit_ceil(std::max(kFirstCapacity, count * 2)));
  for (const auto* cell = begin; cell < end; cell += cell->size) {
    insert_new(reinterpret_cast<String*>(const_cast<abi::CellHeader*>(cell)));
  }
}

// The entry with this text, or the one where it belongs.
Atoms::Entry* Atoms::probe(uint32_t hash, StringView text) {
  const size_t mask = entries_.size() - 1;
  for (size_t i = hash & mask;; i = (i + 1) & mask) {
    Entry& entry = entries_[i];
    if (entry.hash == 0) return &entry;
    if (entry.hash == hash && entry.atom != nullptr && equals(entry.atom->view(), text)) {
      return &entry;
    }
  }
}

void Atoms::insert_new(String* atom) {
  if ((used_ + 1) * 4 > entries_.size() * 3) grow();
  const size_t mask = entries_.size() - 1;
  size_t i = atom->hash() & mask;
  while (entries_[i].hash != 0 && entries_[i].atom != nullptr) i = (i + 1) & mask;
  if (entries_[i].hash == 0) ++used_;
  entries_[i] = {atom->hash(), atom};
  ++count_;
}

void Atoms::grow() {
  // As many dead entries as live ones: the same size, cleaned, may do.
  std::vector<Entry> old(std::bit_ceil(std::max(kFirstCapacity, count_ * 2 + 2)));
  old.swap(entries_);
  used_ = count_ = 0;
  for (const Entry& entry : old) {
    if (entry.atom != nullptr) insert_new(entry.atom);
  }
}

String* Atoms::find(StringView text) {
  const uint32_t hash =
      text.visit([](auto units) { return abi::hash_units(units.data(), units.size()); });
  return probe(hash, text)->atom;
}

// Makes a flat string that no atom equals into one.
String* Atoms::adopt(String* flat) {
  uint32_t flags = abi::kAtom;
  if (parse_array_index(flat->view())) flags |= abi::kIndex;
  flat->hash();
  flat->length_and_flags_ |= flags;
  recent_.push_back(flat);
  insert_new(flat);
  return flat;
}

String* Atoms::intern(String* string) {
  if (string->is_atom()) return string;
  const StringView text = string->flatten(isolate_);
  if (String* atom = probe(string->hash(), text)->atom) return atom;
  // A flattened rope is a slice of all of a string that nobody else has.
  if (string->kind() == CellKind::Slice) {
    auto* parent = static_cast<Slice*>(string)->parent.as<String>();
    if (parent->length() == string->length()) string = parent;
  }
  const bool is_canonical = string->is_flat() && !string->is_static() &&
                            (!string->is_two_byte() || needs_two_bytes(text));
  return adopt(is_canonical ? string : new_string(isolate_, text));
}

String* Atoms::intern(StringView text) {
  if (String* atom = find(text)) return atom;
  return adopt(new_string(isolate_, text));
}

String* Atoms::intern(std::string_view latin1) {
  return intern(StringView(reinterpret_cast<const uint8_t*>(latin1.data()), latin1.size()));
}

void Atoms::sweep(void* self, const Liveness& liveness) {
  auto& atoms = *static_cast<Atoms*>(self);
  const auto drop_if_dead = [&](Entry& entry) {
    if (entry.atom == nullptr || liveness.is_live(entry.atom)) return;
    entry.atom = nullptr;
    --atoms.count_;
  };
  if (liveness.is_full()) {
    std::ranges::for_each(atoms.entries_, drop_if_dead);
  } else {
    const size_t mask = atoms.entries_.size() - 1;
    for (String* atom : atoms.recent_) {
      if (liveness.is_live(atom)) continue;
      size_t i = atom->known_hash() & mask;
      while (atoms.entries_[i].atom != atom) i = (i + 1) & mask;
      drop_if_dead(atoms.entries_[i]);
    }
  }
  atoms.recent_.clear();
}

}  // namespace perry::runtime
